/** The part of a deal's sum that is asked for, told by its own figure: what has been paid, what is debt, what one party put in or took out. */
import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { isMoney, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { orgName } from "../../knowledge/resolve.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import { GIVES, orgsIn, TAKES } from "./part-of-giver.ts";
import type { Reading } from "./reading.ts";

/** "How much of Hyperion's $27B came from Blue Owl", "how much of the package is debt"; null where no figure of the deal is just that. */
export function partOfSum(reading: Reading, plan: PlanInput): PlanInput | null {
  if (plan.kind !== "show-figure" || plan.figure || !SUMS.has(plan.attribute ?? null)) return null;
  const { library, names, asOf } = reading;
  const deal = library.deals.get(plan.subject);
  if (!deal || (names.deals.length > 0 && !names.deals.includes(deal.id))) return null;
  const sums = sumsOf(deal, plan.asOf ?? asOf);
  const part = paidOf(reading, sums) ?? ofKind(reading, sums) ?? ofParty(reading, deal, sums);
  return part && { ...plan, attribute: "value", topic: "", also: [], figure: part.id };
}
const SUMS: ReadonlySet<Attribute | null> = new Set<Attribute | null>(["value", "fact", null]);

/** What a party has put into a deal by itself: the one sum that its label says is theirs. */
export const givenBy = (library: Library, deal: Deal, party: string, asOf: string): Figure | null =>
  theOne(theirs(library, sumsOf(deal, asOf), party, putBy).filter(({ of }) => PUT.has(of)));

const sumsOf = (deal: Deal, asOf: string): Figure[] =>
  (outlineOn(deal, asOf)?.figures ?? []).flatMap(({ figure, ended }) =>
    ended === null && isMoney(figure.unit) && figure.per === undefined ? [figure] : [],
  );

/** "How much of the $13B has Microsoft paid": what its label says is paid of what was agreed. */
const paidOf = ({ question }: Reading, sums: readonly Figure[]): Figure | null =>
  HAS_PAID.test(question) ? theOne(sums.filter(({ label }) => PAID_OF.test(label))) : null;
const HAS_PAID = gated(
  /\bhow much\b.{0,60}\b(?:has|have|had|was|is|did)\b.{0,50}\b(?:paid|put in|funded|disbursed|handed over)\b/i,
);
const PAID_OF = /^paid of\b/i;

/** "How much of the package is debt": the largest sum of that kind, and not the whole in which there is some. */
function ofKind({ question }: Reading, sums: readonly Figure[]): Figure | null {
  const said = OF_KIND.exec(question)?.[1];
  if (said === undefined) return null;
  const kind = /^eq/i.test(said) ? "equity" : "debt";
  const [largest] = sums
    .filter(({ of }) => of === kind)
    .sort((a, b) => (b.high ?? b.low ?? 0) - (a.high ?? a.low ?? 0));
  return largest && !largest.headline ? largest : null;
}
const OF_KIND = gated(
  /\bhow much of .{3,70} (?:is|was|are|comes? (?:from|as)|came (?:from|as)) (?:made up of |in )?(debt|borrowed(?: money)?|borrowing|loans?|bonds|equity)\W*$/i,
);

/** What the one who is named put in or took out. */
function ofParty(reading: Reading, deal: Deal, sums: readonly Figure[]): Figure | null {
  const { question, library } = reading;
  const gives = GIVES.exec(question);
  const given = gives ?? TAKES.exec(question);
  if (!given || ONE_OF_THEIRS.test(question) || SO_FAR.test(question)) return null;
  const [party, ...more] = orgsIn(reading, given).filter((org) => deal.parties.some((one) => one.org === org));
  if (party === undefined || more.length > 0) return null;
  return gives
    ? theOne(theirs(library, sums, party, putBy).filter(({ of }) => PUT.has(of)))
    : theOne(theirs(library, sums, party, takenBy));
}

function theirs(library: Library, sums: readonly Figure[], party: string, by: (name: string) => string): Figure[] {
  const isTheirs = new RegExp(by(escaped(orgName(library, party))), "i");
  return sums.filter(({ label }) => isTheirs.test(label));
}
const PUT: ReadonlySet<Figure["of"]> = new Set(["equity", "debt", "investment", "capex"]);
const putBy = (name: string): string =>
  String.raw`^${name}(?:['’]s?)? (?!shares?\b|stock\b)|\b(?:from|(?:investment|loan|money|equity|debt|cash|put in|lent) by) (?:[\w.&]+ and (?:from |by )?)?${name}\b`;
const takenBy = (name: string): string => String.raw`\b(?:to|(?:raised|received) by) ${name}\b`;
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function theOne(figures: readonly Figure[]): Figure | null {
  const [only, ...others] = figures.length > 1 ? figures.filter(({ label }) => !ONE_OF_THEIRS.test(label)) : figures;
  return only && others.length === 0 ? only : null;
}
/** What was agreed is not what has been paid. */
const SO_FAR = /\b(?:so far|to date|already|actually|until now|up to now)\b/i;
/** Some of what one party gives, and not all. */
const ONE_OF_THEIRS =
  /\b(?:closing|tranche|phase|first|second|third|earlier|further|later|at once|upfront|up front)\b/i;
