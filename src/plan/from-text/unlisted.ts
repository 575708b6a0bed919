/** Several deals or firms are asked for, by what no list can be narrowed by: one sentence of one record is no answer to that. */
import { gated } from "../../knowledge/gated.ts";
import { contentRoots, stem } from "../../knowledge/words.ts";
import { listHead } from "./list-head.ts";
import { notNarrowed, WHO_RECKONS } from "./listing.ts";
import { GROUPS, NOUNS, ORG_SORTS } from "./org-roles.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { unknownNames } from "./unknown-names.ts";

export const unlisted: ReadRule = {
  name: "unlisted",
  read(reading) {
    const { question, names, quantities, conversation } = reading;
    if (WHO_RECKONS.test(question)) return null;
    if (conversation.plan !== null || ONE.test(question) || unknownNames(reading).length > 0) return null;
    if (isTitle(reading)) return null;
    if (names.mentions.length === 0 && WHO_MOST.test(question))
      return { kind: "decline", reason: "not-narrowed", about: "" };
    const head = listHead(reading);
    // Where no record that is meant speaks of insurers, none can say which.
    if (head?.head === "firms" && !isKnownSort(head.noun) && !isSpokenOf(reading, head.noun))
      return {
        kind: "decline",
        reason: "undisclosed",
        about: question.slice(0, 200),
        near: [...names.deals].slice(0, 3),
      };
    if (!head || names.deals.length + names.people.length + names.places.length + quantities.length > 0) return null;
    if (head.head === "firms")
      return names.mentions.length === 0 ? { kind: "decline", reason: "not-narrowed", about: "" } : null;
    if (names.orgs.length > 1) return null;
    return notNarrowed(reading, "");
  },
};
/** "Which company borrowed the most": an order that no rule has made. */
const WHO_MOST = gated(
  /^\W*(?:(?:so|and|ok|hey),? )*(?:which|what) (?:\w+ )?(?:company|firm|lab|bank|lender|utility|hyperscaler|neocloud|chipmaker|developer|country|state) (?:ha[sd] |is |was )?\w+ (?:by far )?(?:the )?(?:most|least|fewest)(?: money| debt| power| capacity| compute)?\W*$/i,
);
/** "Alphabet bonds feb 2026": the name of one deal is said in full. */
function isTitle({ question, names, library }: Reading): boolean {
  const said = new Set(contentRoots(withMonths(question)));
  return names.orgs
    .flatMap((org) => library.dealsOf.get(org) ?? [])
    .some(({ name }) => contentRoots(name).every((word) => said.has(word)));
}
const MONTHS = "January February March April May June July August September October November December".split(" ");
const withMonths = (text: string): string =>
  text.replace(
    /\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?/gi,
    (said) => MONTHS.find((month) => month.toLowerCase().startsWith(said.slice(0, 3).toLowerCase())) ?? said,
  );

/** Sorts of firms that roles and kinds tell, and those that tell nothing. */
const isKnownSort = (noun: string): boolean =>
  ANY_FIRM.test(noun) || [...NOUNS, ...GROUPS, ...ORG_SORTS].some(({ pattern }) => pattern.test(noun));
const ANY_FIRM = gated(
  /^(?:companies|firms|names|players|groups|start-?ups|people|buyers|sellers|funds|big tech|tech giants|conglomerates|issuers|owners|shareholders|partners)$/i,
);

/** Whether a record of the deals or companies named says the word; of all records, where none is named. */
function isSpokenOf({ library, names }: Reading, noun: string): boolean {
  const deals = [
    ...names.deals.flatMap((id) => [library.deals.get(id) ?? [], library.partsOf.get(id) ?? []].flat()),
    ...names.orgs.flatMap((id) => library.dealsOf.get(id) ?? []),
  ];
  if (deals.length === 0) return library.knowsWord(noun);
  const root = stem(noun.split(" ").at(-1) ?? noun);
  return deals.some((deal) => library.textOf(deal).includes(` ${root}`));
}

/** One record tells how many there are, how big, when and how. */
const ONE = gated(
  /\b(?:how (?:many|much|big|long|large|did|does|do|will|would)|number of|when|why|^where|what (?:did|does|do|will|would|would|happen\w*)|criti\w*|said|says?|terms|mean(?:s|ing)?)\b/i,
);
