/** What one party put into a deal or took out of it: its own figure where one is on record, and never the money of all. */
import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { isMoney, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { namedIn } from "../../knowledge/named-in.ts";
import type { Ref } from "../../knowledge/names.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { keyOf, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** "How much of Hyperion's $27B came from Blue Owl", "how much cash did Meta get out of it": the one figure that is theirs. */
export function ownFigure(reading: Reading, plan: PlanInput): PlanInput | null {
  if (plan.kind !== "show-figure" || plan.figure || !SUMS.has(plan.attribute ?? null)) return null;
  const { question, library, names, asOf } = reading;
  const deal = library.deals.get(plan.subject);
  if (names.deals.length > 0 && !names.deals.includes(plan.subject)) return null;
  const paid = deal && HAS_PAID.test(question) ? theOne(figuresOf(deal, plan.asOf ?? asOf, PAID_OF)) : null;
  if (paid) return { ...plan, attribute: "value", topic: "", also: [], figure: paid.id };
  const kind = deal && OF_KIND.exec(question)?.[1];
  const ofKind = kind ? largestOf(deal, plan.asOf ?? asOf, /^eq/i.test(kind) ? "equity" : "debt") : null;
  if (ofKind && !ofKind.headline) return { ...plan, attribute: "value", topic: "", also: [], figure: ofKind.id };
  const gives = GIVES.exec(question);
  const given = gives ?? TAKES.exec(question);
  if (!deal || !given || ONE_OF_THEIRS.test(question) || SO_FAR.test(question)) return null;
  const parties = orgsIn(reading, given).filter((org) => deal.parties.some((party) => party.org === org));
  const [party, ...more] = parties;
  if (party === undefined || more.length > 0) return null;
  const on = plan.asOf ?? asOf;
  const only = gives
    ? givenBy(library, deal, party, on)
    : theOne(theirs(library, deal, party, on, takenBy).map(({ figure }) => figure));
  return only ? { ...plan, attribute: "value", topic: "", also: [], figure: only.id } : null;
}

/** What a party has put into a deal by itself: the one figure of money that its label says is theirs. */
export function givenBy(library: Library, deal: Deal, party: string, asOf: string): Figure | null {
  return theOne(
    theirs(library, deal, party, asOf, putBy)
      .map(({ figure }) => figure)
      .filter(({ of }) => PUT.has(of)),
  );
}
function theOne(figures: readonly Figure[]): Figure | null {
  const [only, ...others] = figures.length > 1 ? figures.filter(({ label }) => !ONE_OF_THEIRS.test(label)) : figures;
  return only && others.length === 0 ? only : null;
}
const figuresOf = (deal: Deal, asOf: string, label: RegExp): Figure[] =>
  (outlineOn(deal, asOf)?.figures ?? []).flatMap(({ figure, ended }) =>
    ended === null && isMoney(figure.unit) && label.test(figure.label) ? [figure] : [],
  );
/** "How much of the package is debt": the largest sum of that kind, and not the whole in which there is some. */
const OF_KIND = gated(
  /\bhow much of .{3,70} (?:is|was|are|comes? (?:from|as)|came (?:from|as)) (?:made up of |in )?(debt|borrowed(?: money)?|borrowing|loans?|bonds|equity)\W*$/i,
);
const largestOf = (deal: Deal, asOf: string, kind: Figure["of"]): Figure | null =>
  figuresOf(deal, asOf, /./)
    .filter(({ of, per }) => of === kind && per === undefined)
    .sort((a, b) => (b.high ?? b.low ?? 0) - (a.high ?? a.low ?? 0))[0] ?? null;
/** "How much of the $13B has Microsoft paid": what its label says is paid of what was agreed. */
const HAS_PAID = gated(
  /\bhow much\b.{0,60}\b(?:has|have|had|was|is|did)\b.{0,50}\b(?:paid|put in|funded|disbursed|handed over)\b/i,
);
const PAID_OF = /^paid of\b/i;
function theirs(library: Library, deal: Deal, party: string, asOf: string, by: (name: string) => string) {
  const isTheirs = new RegExp(by(escaped(orgName(library, party))), "i");
  return (outlineOn(deal, asOf)?.figures ?? []).filter(
    ({ figure, ended }) =>
      ended === null && isMoney(figure.unit) && figure.per === undefined && isTheirs.test(figure.label),
  );
}
const SUMS: ReadonlySet<Attribute | null> = new Set<Attribute | null>(["value", "fact", null]);
const PUT: ReadonlySet<Figure["of"]> = new Set(["equity", "debt", "investment", "capex"]);
const putBy = (name: string): string =>
  String.raw`^${name}(?:['’]s?)? (?!shares?\b|stock\b)|\b(?:from|(?:investment|loan|money|equity|debt|cash|put in|lent) by) (?:[\w.&]+ and (?:from |by )?)?${name}\b`;
const takenBy = (name: string): string => String.raw`\b(?:to|(?:raised|received) by) ${name}\b`;
/** What was agreed is not what has been paid. */
const SO_FAR = /\b(?:so far|to date|already|actually|until now|up to now)\b/i;
/** Some of what one party gives, and not all. */
const ONE_OF_THEIRS =
  /\b(?:closing|tranche|phase|first|second|third|earlier|further|later|at once|upfront|up front)\b/i;

/** "How much did Sequoia put into the Series H", where what all put in is on record and its part is not. */
export function lacksGiver(reading: Reading, { type, id }: Ref): boolean {
  const { question, library } = reading;
  const deal = type === "deal" ? library.deals.get(id) : undefined;
  const given = GIVES.exec(question);
  // Of a share in it more is asked than a sum.
  if (!deal || !given || /^(?:what|which)\b/i.test(given[0])) return false;
  const who = saidIn(given);
  const orgs = orgsIn(reading, given);
  const calls = [deal.name, ...deal.aliases].join(" ").toLowerCase();
  const key = keyOf({ type, id });
  const isTold = (org: string): boolean => {
    const { statements } = namedIn(library, { type: "org", id: org });
    return (statementsOf(library).byRecord.get(key)?.statements ?? []).some(
      ({ id: at, amount, text }) => statements.has(at) && (amount !== null || PUT_IN.test(text)),
    );
  };
  if (orgs.length === 0) return GROUP.test(who) && !recordHas(library, key, contentRoots(who).at(-1) ?? "");
  const givers = new Set(
    deal.parties.flatMap(({ org, role }) => (role === "investor" || role === "lender" ? [org] : [])),
  );
  return (
    givers.size > 1 &&
    orgs.every((org) => givers.has(org)) &&
    !orgs.some((org) => calls.includes(orgName(library, org).toLowerCase()) || isTold(org))
  );
}
const PUT_IN = /\b(?:disclos\w+|put in|puts? (?:in|up)|invests|invested|contribut\w+)\b/i;
const GIVES = gated(
  /\bhow much (?:money |cash |equity |debt |capital )?(?:did|does|has|have|will|is|are|was|were) (.{2,50}?) (?:put(?:ting)?|invest(?:ed|ing)?|contribut(?:e[ds]?|ing)|len[dt]|lending|provid(?:e[ds]?|ing)|chip(?:ped)? in|pledged?)\b|\bhow much (?:of .{2,70} )?(?:came|comes|has come|is|was|were) from (.{2,50}?)\W*$|\b(?:how much|(?:what|which) (?:part|portion|slice|share)) of .{2,70} (?:did|does|is|was|were) (.{2,50}?)(?:['’]s? (?:own )?(?:money|cash|part|share))?(?: (?:itself|alone))?(?: (?:put (?:in|up)|pay|paid|provide[ds]?|contribut\w+|fund(?:ed)?|invest(?:ed)?|lend|lent))?\W*$/i,
);
const TAKES = gated(
  /\bhow much (?:money |cash |capital )?(?:did|does|has|have|will|is|are|was|were) (.{2,50}?) (?:(?:get|got|take|taken|receiv)(?:e[ds]?|s|ting|ing)?|distributed|paid back)\b/i,
);
/** Who gives or takes, as said. */
const saidIn = (given: RegExpExecArray): string => given.slice(1).find((said) => said !== undefined) ?? "";
function orgsIn({ names }: Reading, given: RegExpExecArray): string[] {
  const who = saidIn(given);
  const from = given.index + given[0].lastIndexOf(who);
  return names.mentions.flatMap(({ refs, start }) =>
    start >= from && start < from + who.length ? refs.flatMap((ref) => (ref.type === "org" ? [ref.id] : [])) : [],
  );
}
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const GROUP =
  /^(?:the )?(?:[a-z-]+ )?(?:hyperscalers|banks|sovereign (?:wealth )?funds|pension funds|insurers|governments?|employees|chipmakers|private equity|venture capital|retail investors)$/i;
