/** "How much of it came from Apollo?", "Apollo's piece in dollars": the amount of one party, of the deal on the table or of what financed it. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";

const MAX_WORDS = 9;
const ASKS = gated(
  /^(?:(?:and|so|of which|of that|of it)\b[\s,]*)*how much (?:(?:of|out of) (?:it|that|this|the (?:total|whole|money|debt|financing|round|vehicle|sum|package)) )?(?:(?:came|comes|is|was|did (?:it|they) (?:get|take|raise)) (?:in )?(?:from|by|put up by|lent by)\b|(?:did|does|has|will|would) .{2,30} (?:lend|lent|put (?:up|in)|provided?|contributed?|chip(?:ped)? in|bring|brought|commit(?:ted)?|cover(?:ed)?|supply|supplied)\b)|^(?:and )?.{2,30}?['’]s (?:piece|part|portion|slice|bit|chunk|contribution|money|loan|cheque|check|share) (?:in (?:dollars|\$|usd|money)|of (?:it|that|this))[\s?.!]*$/i,
);
const ORDINAL = gated(/\b(?:first|second|third|new|further)\b/i);

export const fromParty: ReadRule = {
  name: "from-party",
  read(reading) {
    const asked = partyAsked(reading);
    if (!asked) return null;
    const { deal, org } = asked;
    const { dates, library } = reading;
    const paid = deal.financed_by.flatMap((id) => library.deals.get(id) ?? []);
    for (const one of [deal, ...paid]) {
      const figure = amountOf(reading, one, org, kindShown(reading, deal));
      if (figure)
        return {
          kind: "show-figure",
          subject: one.id,
          attribute: "value",
          topic: figure.label.slice(0, 400),
          figure: figure.id,
          asOf: dates.asOf,
        };
    }
    // What somebody put in may be a deal of its own, which is a part of this one.
    const parts = (library.partsOf.get(deal.id) ?? []).filter(({ parties }) =>
      parties.some((party) => party.role === "investor" && family(library, org).has(party.org)),
    );
    const [only, ...more] = parts;
    return only && more.length === 0
      ? { kind: "show-figure", subject: only.id, attribute: "value", topic: "", asOf: dates.asOf }
      : null;
  },
};

/** Where no rule finds an amount of theirs: the sentence with one, else that none is on record; never that of another deal. */
export const fromPartyInWords: ReadRule = {
  name: "from-party-in-words",
  read(reading) {
    const asked = partyAsked(reading);
    if (!asked || reading.names.deals.length > 0 || !OF_IT.test(asked.text)) return null;
    const { deal, org } = asked;
    const { question, dates, library } = reading;
    if (!deal.parties.some((party) => family(library, org).has(party.org))) return null;
    const name = orgName(library, org);
    const told = deal.facts.find((fact) => fact.text.includes(name) && /[$€£]\d/.test(fact.text));
    return told
      ? { kind: "show-figure", subject: deal.id, attribute: "fact", topic: told.text.slice(0, 400), asOf: dates.asOf }
      : { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  },
};
const OF_IT = gated(/\bhow much of (?:it|that|this)\b/i);

/** The deal on the table and the one party of it that a short question asks the part of. */
function partyAsked(reading: Reading): { deal: Deal; org: string; text: string } | null {
  const { question, names, conversation } = reading;
  const deal = dealOnTable(reading);
  const last = conversation.plan?.kind;
  const { text } = bareOf(question);
  const [org, ...others] = names.orgs;
  if (!deal || !org || others.length > 0 || (last !== "show-figure" && last !== "show-deal")) return null;
  if (names.deals.some((id) => id !== deal.id) || text.split(/\s+/).length > MAX_WORDS || !ASKS.test(text)) return null;
  return { deal, org, text };
}

/** Of several that are called theirs the one that flows from them; null where none is surely meant. */
function amountOf(reading: Reading, deal: Deal, org: string, shown: Figure | null): Figure | null {
  const { library, asOf } = reading;
  const group = family(library, org);
  if (!deal.parties.some((party) => group.has(party.org))) return null;
  const money = (stateOn(deal, asOf)?.figures ?? [])
    .filter(({ figure, ended }) => ended === null && figure.unit === "USD" && !figure.headline && !figure.per)
    .map(({ figure }) => figure);
  const flowing = new Set(deal.flows.flatMap(({ from, figure }) => (group.has(from) && figure ? [figure] : [])));
  const name = orgName(library, org).toLowerCase();
  const called = money.filter((figure) => GIVEN.has(figure.of) && figure.label.toLowerCase().includes(name));
  const ordinal = ORDINAL.exec(shown?.label ?? "")?.[0]?.toLowerCase();
  const alike = called.filter(({ label }) => ordinal !== undefined && label.toLowerCase().includes(ordinal));
  const theirs = alike.length > 0 ? alike : called;
  const own = theirs.length > 1 ? theirs.filter(({ id }) => flowing.has(id)) : theirs;
  return own.length === 1 ? (own[0] ?? null) : null;
}
const GIVEN: ReadonlySet<Figure["of"]> = new Set<Figure["of"]>(["debt", "equity", "investment", "contract", "capex"]);
