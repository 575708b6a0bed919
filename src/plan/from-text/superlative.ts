/** "The biggest", "top 3", "second largest", "rank … by", "smallest", "longest", "the most recent". */
import { gated } from "../../knowledge/gated.ts";
import type { PlanOf } from "../plan.ts";

export type Superlative = {
  sort: PlanOf<"find-deals">["sort"];
  ascending: boolean;
  /** One is asked for; otherwise a ranking. */
  one: boolean;
  /** Which one: the second largest is 2. */
  place: number;
  limit: number | null;
  /** By time, a word that often only tells one deal from another: "the first contract". */
  weak: boolean;
};

const LARGEST =
  /\b(?:biggest|largest|highest|most expensive|most (?:highly[- ])?valued|(?:highest|most|best)[- ]valued|priciest|dearest|costliest|richest|fattest|longest|greatest|heftiest|(?<!\bon )top(?!,? (?:end|of (?:the |its |their )?(?:guid\w+|range|ranges))\b)|no\.? ?1|number one|tops the (?:table|list|league|ranking|chart|bill)s?|(?:comes|came|is|ranks) (?:out )?(?:on|first|highest|at the) top|heads the (?:table|list|league|ranking)|most valuable|most power(?:ful|-hungry)|more (?:[\w-]+ ){0,3}?than (?:any(?:one|body)(?: else)?|any other)|biggest-ever|heaviest|(?:the )?most (?:money|power|capacity|gw|gigawatts|compute|equity|debt|stock|cash|dollars|capex|backlog|revenue))\b|#1\b/i;
const SMALLEST = gated(/\b(?:smallest|lowest|cheapest|fewest|(?<!at )least|tiniest|shortest)\b/i);
const RANKING = gated(
  /\b(?:rank(?:ed|ing)?|league table|order(?:ed)? by|sort(?:ed)? by|(?:biggest|largest|highest) (?:first|to)|(?:sort|order) (?=.{3,60}\bby (?:size|value|amount|power|capacity)\b)|in (?:the )?order of (?:size|value|amount|power|capacity)|top \d{1,2}|top (?:three|four|five|ten))\b/i,
);
const NEWEST = gated(
  /\b(?:newest|latest|most recent|last (?:deal|thing|contract|agreement|acquisition|investment|lease|loan|bond))\b/i,
);
const OLDEST = gated(
  /\b(?:oldest|earliest|first(?! (?:quarter|half|phase|tranche|building|six|three|two|few|\d[\d.,]*(?: ?[a-z]+)?|gigawatts?|megawatts?|gw|mw|months?|days?|weeks?|targets?|price|estimates?|plan|offer|figure|guidance|closing|payment|instal?ment|customer|tenant|thing)\b))\b/i,
);
const POWER =
  /\b(?:most power(?:ful|-hungry)|gw|gigawatts?|mw|megawatts?|capacity|power(?! (?:deals?|contracts?|companies))|output)\b/i;
/** What is as large as its power. */
const CAMPUS = gated(/\b(?:campus(?:es)?|data ?cent(?:er|re)s?|sites?|nuclear|reactors?|ppas?)\b/i);
const MONEY = /\$|\b(?:dollars?|usd|money|cost\w*|expensive|priciest|value|worth|capex|investments?|spend\w*)\b/i;
const NUMBERS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
};

/** "Who raised the most", "which paid least": of what somebody does with money. */
const MOST_OF_ALL = gated(
  /\b(?:rais(?:e[sd]?|ing)|pa(?:id|ys?|ying)|pledg\w+|commit\w*|invest\w*|put(?:s|ting)?|borrow\w*|len[dt]\w*|spen[dt]\w*|ow(?:e[sd]?|ing)|guarantee\w*|contribut\w*|g[eo]t(?:s|ting)?|receiv\w+|earn\w*|gave|gives?|promis\w+|worth|costs?|costing)\b(?: [\w'-]+){0,3}? (?:the )?(most|(?<!\bat )least)\b(?! (?:recent|of its|of the)\b)/i,
);

/** "The first gigawatt as a share of the whole" asks for nothing that stands out. */
const SHARE = gated(/\bas an? (?:share|percent(?:age)?|fraction|proportion|multiple|%) of\b/i);

export function superlativeIn(question: string): Superlative | null {
  if (SHARE.test(question)) return null;
  const ranking = RANKING.test(question) && !/\btop-?(?:up|ped)\b/i.test(question);
  const size = LARGEST.test(question) || SMALLEST.test(question) || MOST_OF_ALL.test(question);
  const time = OF_A_FIGURE.test(question)
    ? null
    : NEWEST.test(question)
      ? "newest"
      : OLDEST.test(question)
        ? "oldest"
        : null;
  if (!ranking && !size && time === null) return null;
  const top =
    /\btop (\d{1,2}|two|three|four|five|ten)\b|\b(?:which|what) (two|three|four|five|ten) (?=[\w ]+\b(?:biggest|largest|highest|smallest|newest|latest)\b)|\b(\d{1,2}|two|three|four|five|ten) (?:biggest|largest|highest|smallest|newest|latest|most recent)\b/i.exec(
      question,
    );
  const limit = top ? toNumber(top[1] ?? top[2] ?? top[3] ?? "") : null;
  const nth =
    /\b(second|third|fourth|fifth|2nd|3rd|4th|5th)[\s-]+(?:biggest|largest|highest|smallest|lowest|most|longest)\b|\bnumber (two|three|four|five)\b/i.exec(
      question,
    );
  // A campus or a reactor is as large as its power, unless dollars are asked for.
  const power =
    POWER.test(question) ||
    (CAMPUS.test(question) && !MONEY.test(question) && !/\b(?:long|short)est\b/i.test(question));
  const by = size || ranking ? (power ? "capacity" : "value") : (time ?? "value");
  return {
    sort: by,
    ascending: SMALLEST.test(question) && !LARGEST_FIRST.test(question),
    one: !ranking && limit === null && !PLURAL_AFTER.test(question),
    place: nth ? (toNumber(nth[1] ?? nth[2] ?? "") ?? 1) : 1,
    limit: limit ?? null,
    weak: !size && !ranking,
  };
}

/** "Biggest to smallest": both are said, and the first is the first. */
const LARGEST_FIRST = gated(
  /\b(?:biggest|largest|highest|most(?: expensive)?|dearest|longest|priciest)\s+(?:to|first|down to|→|->)\s/i,
);

/** "The biggest deals": several are asked for. */
const PLURAL_AFTER = gated(
  /\b(?:biggest|largest|highest|smallest|newest|latest|most recent|most expensive)\b(?! of (?:the|these|those|all|its|their|[\w.&-]+['’]s?)\b)(?: \S+){0,3} (?:deals|contracts|sites|campuses|data ?cent(?:er|re)s|investments|acquisitions|financings|agreements|projects|leases|loans|bonds|rounds|pledges|commitments|takeovers|stakes|bets|purchases|orders|ppas)\b(?! (?:so|is|which))/i,
);

const toNumber = (text: string): number | null => NUMBERS[text.toLowerCase()] ?? (Number.parseInt(text, 10) || null);

/** "Anthropic valuation latest" asks for the figure as it is now, and for no deal. */
const OF_A_FIGURE = gated(
  /^(?!.*\b(?:deals?|contracts?|agreements?|leases?|loans?|bonds?|rounds?|investments?|acquisitions?|sites?|campus(?:es)?|announcements?|financings?|commitments?|ones?|things?)\b).*\b(?:valuations?|revenues?|arr|run[- ]?rate|capex|guidance|backlog|rpo|headcount|margins?|stake|price|burn)\b/i,
);
