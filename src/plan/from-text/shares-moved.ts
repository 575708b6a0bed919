/** "How did AMD's stock react": what a record says of how a company's shares moved, and nothing else that speaks of its shares. */
import { gated } from "../../knowledge/gated.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { type Statement, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { unrecordedOf } from "./company-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

const MOVE = "(?:do|react|respond|move|perform|jump|pop)";
const ASKED: readonly RegExp[] = [
  // "What did AMD's stock do", "how did Oracle shares react to it".
  new RegExp(
    String.raw`^\W*(?:(?:so|and|but|ok),? )*(?:how|what) (?:did|does|has|have|do) .{1,30}\b(?:stock|shares?)(?: price)? (?:\w+ )?${MOVE}\b`,
    "i",
  ),
  // "What happened to TeraWulf's stock after it": no holding that somebody had of it.
  /^\W*(?:(?:so|and|but|ok),? )*what (?:happened|has happened) to [\w.& -]{2,30}['’]s? (?:stock|shares?)(?: price)?\b(?! (?:in|of|at|that|which|held|owned)\b)/i,
  /^(?!.*\b(?:will|would|should|why|who)\b).{0,40}\b(?:stock|share)(?: ?market| price)? (?:reactions?|response|jump|pop|bump|move)\b/i,
  /\b(?:how|what) (?:did|does|was) (?:the )?(?:stock ?market|market|investors|wall street)\b.{0,12}\b(?:react|respond|take|like|greet)\b/i,
];
const MOVED = gated(
  /\b(?:shares|stock)\b[^.;]{0,40}\b(?:rose|fell|jumped|dropped|surged|slid|climbed|gained|lost|closed)\b|\b(?:rise|fall|jump|drop) of\b[^.;]{0,40}\b(?:shares|stock)\b/i,
);

export const sharesMoved: ReadRule = {
  name: "shares-moved",
  read(reading) {
    const { question, names, library, dates } = reading;
    if (!ASKED.some((pattern) => pattern.test(question)) || names.orgs.length === 0) return null;
    const told = names.orgs
      .flatMap((org) => toldOf(reading, org))
      .filter((one) => concernsAll(reading, one))
      .sort((a, b) => nearness(reading, b) - nearness(reading, a));
    const [first] = told;
    if (first)
      return {
        kind: "show-figure",
        subject: first.record.id,
        attribute: "fact",
        topic: first.text.slice(0, 300),
        asOf: dates.asOf,
      };
    return unrecordedOf(library, names.orgs[0] ?? "", "move of the shares");
  },
};

/** "After the OpenAI contract": whoever else is named has to do with it. */
const concernsAll = ({ names, library }: Reading, { record, text }: Statement): boolean =>
  names.orgs.every((org) => {
    const group = family(library, org);
    const parties = library.deals.get(record.id)?.parties ?? [];
    return parties.some((party) => group.has(party.org)) || text.includes(orgName(library, org));
  });

/** The statements of deals that say how its shares moved. */
function toldOf({ library }: Reading, org: string): Statement[] {
  const name = orgName(library, org);
  const theirs = ["'s shares", "'s stock", " shares", " stock"].map((shares) => `${name}${shares}`);
  return statementsOf(library).all.filter(
    ({ record, text }) => record.type === "deal" && MOVED.test(text) && theirs.some((words) => text.includes(words)),
  );
}

/** Of the deal that is named before others, of one with everybody who is named before that; then by the question's other words, and with a number. */
function nearness({ names, library, question }: Reading, { record, text, own }: Statement): number {
  const deal = library.deals.get(record.id);
  const parties = new Set(deal?.parties.map((party) => party.org));
  const met = names.orgs.filter((org) => [...family(library, org)].some((one) => parties.has(one))).length;
  const title = new Set(contentRoots([deal?.name ?? "", ...(deal?.aliases ?? [])].join(" ")));
  const words = contentRoots(question).filter((word) => title.has(word) || own.exact.has(word)).length;
  return (names.deals.includes(record.id) ? 1000 : 0) + met * 100 + words * 10 + (/\d ?%/.test(text) ? 5 : 0);
}
