/** "Which state has the most sites", "who has signed the most deals", "deals by year": by what records are counted. */
import { gated } from "../../knowledge/gated.ts";
import type { PlanOf } from "../plan.ts";

type Tally = NonNullable<PlanOf<"find-deals">["tally"]>;

const RECORDS =
  "(?:deals|contracts|agreements|sites|campuses|data ?cent(?:er|re)s|projects|investments|acquisitions|leases|loans|bonds|stakes|ppas|partnerships|transactions|arrangements|financings|rounds|commitments|guarantees|backstops)";
/** Number as such: "the most deals", "most often", "most active". */
const MOST = new RegExp(
  String.raw`\b(?:most|fewest|least|highest number of|largest number of)\b(?: of (?:the|these|those|its|their|all)(?: the)?)? (?:[\w-]+ ){0,4}?${RECORDS}\b|\bmost (?:often|frequent\w*|active|common\w*|prolific|popular)\b|\b(?:often|frequently|times)\b.{0,20}\bmost\b`,
  "i",
);
const EACH = new RegExp(
  String.raw`\b(?:how many|number of|count(?: of)?)\b (?:[\w-]+ ){0,3}${RECORDS}\b.{0,40}\b(?:by|per|in each|for each|each)\b|\b${RECORDS} (?:[\w-]+ ){0,3}?(?:by|per) (?:[a-z]+)$|\b(?:break\w*|split|group\w*)\b.{0,60}\bby\b`,
  "i",
);
/** Amounts are ranked, not records counted. */
const AMOUNT = gated(
  /\b(?:sum|totals?|worth|how much|dollars|add(?:s|ed|ing)? up)\b|\b(?:most|least|highest|largest) (?:valuable|expensive|recent|powerful|money|power|capacity|gw|gigawatts|debt|equity)\b/i,
);

/** "In how many countries does it have sites". */
const PLACES_COUNTED = new RegExp(
  String.raw`\bhow many (?:different |us )?(countries|states)\b(?=.*\b(?:${RECORDS}|stargate)\b)`,
  "i",
);
const BY: readonly { tally: Tally; pattern: RegExp }[] = [
  { tally: "state", pattern: /\b(?:(?:us |u\.s\. |american )?states?|regions?|provinces?)\b/i },
  { tally: "country", pattern: /\b(?:countr(?:y|ies)|nations?)\b/i },
  { tally: "year", pattern: /\byears?\b/i },
  { tally: "kind", pattern: /\b(?:(?:kinds?|types?|sorts?|categor(?:y|ies)) of|by (?:kind|type|category))\b/i },
  { tally: "status", pattern: /\b(?:by )?status(?:es)?\b/i },
  { tally: "chip", pattern: /\b(?:which|what|by) (?:\w+ )?(?:chips?|gpus?|accelerators?)\b(?! ?makers?)/i },
  {
    tally: "party",
    pattern:
      /\b(?:who|(?:which|what|by|per) (?:\w+ )?(?:compan(?:y|ies)|firms?|part(?:y|ies)|organi[sz]ations?|labs?|banks?|lenders?|investors?|backers?|neo-?clouds?|hyperscalers?|developers?|chip ?makers?|suppliers?|vendors?|customers?|tenants?|landlords?|funds?|utilit(?:y|ies)|names?|players?))\b/i,
  },
];

/** "Which countries have Stargate sites": each of them, with how many there are. */
const PLACES_LISTED = new RegExp(
  String.raw`^\W*(?:so |and )?(?:(?:in )?(?:which|what)|list(?: the)?|name(?: the)?|the)(?: (?:us|u\.s\.|american|other|different))? (countries|states)\b(?=.*\b(?:${RECORDS}|stargate|build\w*|sited?|locat\w+|data ?cent\w+)\b)`,
  "i",
);

/** Null where no number of records is asked for. */
export function tallyAsked(question: string): { tally: Tally; fewest: boolean } | null {
  const places = (PLACES_COUNTED.exec(question) ?? PLACES_LISTED.exec(question))?.[1]?.toLowerCase();
  if (places) return { tally: places.startsWith("state") ? "state" : "country", fewest: false };
  if (AMOUNT.test(question) || !(MOST.test(question) || EACH.test(question))) return null;
  const by = BY.find(({ pattern }) => pattern.test(question));
  return by ? { tally: by.tally, fewest: /\b(?:fewest|least)\b/i.test(question) } : null;
}
