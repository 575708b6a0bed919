/**
 * "Does Microsoft still own part of OpenAI": the stake on record, or what was paid for shares. Whether shares were bought at
 * what price or when they convert tells nobody who holds them.
 */

import type { Deal, PartyRole } from "../../../knowledge/schema.ts";
import { type DealState, isOver, type StandingFigure, stateOn } from "../../knowledge/as-of.ts";
import { directionBetween, relatedDeals } from "../../knowledge/directions.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { family } from "../../knowledge/resolve.ts";
import { namesOf } from "../../knowledge/sentences-naming.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { words } from "../../knowledge/words.ts";
import { LEAD } from "./company-named.ts";
import { orgsNamed, ownerAndOwned } from "./owner-and-owned.ts";
import type { ReadRule } from "./reading.ts";

const ASKS_WHETHER = new RegExp(String.raw`${LEAD}(?:is|are|does|do|did|has|have|isn't|doesn't)\b`, "i");
const HOLDS = gated(
  /\b(?:own(?:s|ed)?|hold(?:s|ing)?|have|has|stakes?|shares?|shareholder|equity|part-?own\w*|investor|controls?)\b/i,
);
const AND_NO_MORE = /^\W*(?:(?:now|today|still|too|as well|currently|stakes?|shares|stock|equity)\b\W*)*$/i;
/** By what it came to be, for what and how much more is asked than whether it is so. */
const PARTICULAR =
  /\b(?:already|before|ever|votes?|voting|board|when|how|why|which|what|who|more than|less than|at least|over|under)\b|[$€£]|\d(?![\d.]*\s?(?:%|percent|per cent))(?!\d)(?!\.\d)/i;

export const ownsAsked: ReadRule = {
  name: "owns",
  read(reading) {
    const { question, library, names, dates, asOf } = reading;
    if (names.orgs.length !== 2 || names.deals.length + names.people.length > 0) return null;
    if (!ASKS_WHETHER.test(question) || !HOLDS.test(question) || PARTICULAR.test(question)) return null;
    const named = orgsNamed(reading);
    if (!AND_NO_MORE.test(question.slice(named.at(-1)?.end))) return null;
    const [owner, other] = ownerAndOwned(question, named) ?? [];
    if (owner === undefined || other === undefined) return null;
    const bought = (library.dealsOf.get(other) ?? []).find(
      ({ kind, parties }) =>
        kind === "acquisition" && isIn(library, parties, owner, "buyer") && isIn(library, parties, other, "target"),
    );
    if (bought)
      return {
        kind: "show-figure",
        subject: bought.id,
        attribute: "status",
        topic: "completed",
        form: "yes-no",
        asOf: dates.asOf,
      };
    const held = holding(library, owner, other, asOf);
    if (held)
      return {
        kind: "show-figure",
        subject: held.deal.id,
        attribute: "stake",
        figure: held.standing.figure.id,
        topic: question,
        form: "yes-no",
        asOf: dates.asOf,
      };
    if (directionBetween(library, "equity", other, owner) || saysSo(library, owner, other)) return null;
    const [nearest] = relatedDeals(library, [owner, other]);
    return {
      kind: "correct-premise",
      claim: "owns",
      orgs: [owner, other],
      deal: nearest?.id ?? null,
      asOf: dates.asOf,
    };
  },
};

/**
 * The latest stake that a figure gives the owner by name, else the latest money for shares; of deals that are done or signed.
 * `share`: only a stake in per cent will do.
 */
export function holding(
  library: Library,
  owner: string,
  other: string,
  asOf: string,
  share = false,
): { deal: Deal; standing: StandingFigure } | null {
  const [owners, issuers] = [family(library, owner), family(library, other)];
  const deals = (library.dealsOf.get(owner) ?? []).filter(
    ({ flows, parties }) =>
      flows.some(({ what, from, to }) => what === "equity" && issuers.has(from) && owners.has(to)) ||
      (parties.some(({ org, role }) => owners.has(org) && role === "investor") &&
        parties.some(({ org, role }) => issuers.has(org) && role === "issuer")),
  );
  const states = deals
    .flatMap((deal) => stateOn(deal, asOf) ?? [])
    .filter(({ status }) => !isOver(status))
    .sort((a, b) => b.statusSince.localeCompare(a.statusSince));
  const called = namesOf(library, owner);
  const isHis = ({ figure, ended }: StandingFigure) =>
    ended === null &&
    figure.of === "stake" &&
    figure.unit === "percent" &&
    called.some((name) => ` ${words(figure.label.replace(/['’]s\b/g, "")).join(" ")} `.startsWith(name));
  const first = (isMeant: (standing: StandingFigure, state: DealState) => boolean) => {
    for (const state of states) {
      const standing = state.figures.find((one) => isMeant(one, state));
      if (standing) return { deal: state.deal, standing };
    }
    return null;
  };
  return (
    first((one, { status }) => HELD.has(status) && isHis(one) && !NOT_NOW.test(one.figure.label)) ??
    first(
      (one, { deal, status, money }) =>
        !share &&
        HELD.has(status) &&
        one === money &&
        one.figure.of === "equity" &&
        deal.parties.filter(({ role }) => role === "investor").length === 1,
    ) ??
    first((one) => isHis(one) && /\bbefore\b/i.test(one.figure.label))
  );
}
/** A sentence in which the owner comes first, then what it holds, then of whom. */
function saysSo(library: Library, owner: string, other: string): boolean {
  const [owners, others] = [namesOf(library, owner), namesOf(library, other)];
  return statementsOf(library).all.some(({ text }) => {
    if (!OWNERSHIP.test(text)) return false;
    const told = ` ${words(text).join(" ")} `;
    return owners.some((name) => {
      const at = told.indexOf(name);
      const held = at < 0 ? null : OWNERSHIP.exec(told.slice(at));
      const rest = held ? told.slice(at + held.index) : "";
      return others.some((its) => rest.includes(its));
    });
  });
}
const OWNERSHIP = gated(
  /\b(?:invest(?:s|ed|ing|ments?|or)?|owns?|owned|holds?|held|stakes?|shareholder|bought|acquired)\b/i,
);

const HELD: ReadonlySet<string> = new Set(["completed", "definitive", "operational", "under-construction"]);
const NOT_NOW = gated(/\b(?:before|could|would|make|sold)\b/i);

const isIn = (library: Library, parties: Deal["parties"], org: string, part: PartyRole): boolean =>
  parties.some((party) => party.role === part && family(library, org).has(party.org));
