/** What is measured of an organisation, as a table of patterns: the first that matches wins. */

import type { Measure } from "../../../knowledge/schema.ts";
import { patternTable } from "../../knowledge/pattern-table.ts";
import { perText } from "../../knowledge/per-text.ts";

/** What a company has at hand, which is no burn. */
export const CASH = new RegExp(
  [
    String.raw`\bcash (?:pile|reserves?|on hand|at hand|balance|position|in (?:the )?bank|and securities)\b`,
    String.raw`^\W*(?:(?:what(?:['’]s| is| was)|how much(?: is| was)?) )?[\w.& -]{2,30}['’]s? cash(?=\s*(?:[:?,]|\b(?:at|in|on|mid|end|early|late|as of|today|now|20\d\d|q[1-4]|h[12]|vs)\b|$))`,
    String.raw`\bcash (?:was |is |were |sat |sits )?(?:in|on) [^,;?]{2,30}['’]s? (?:(?:bank )?accounts?|books?|balance sheet|coffers)\b`,
    String.raw`^\W*(?:the )?cash (?:that )?[\w.& -]{2,30} (?:had|has|held|holds|(?:was|is|were|are) sitting on|sat on|sits on)\b(?! to\b)`,
    String.raw`\bhow much (?:does|do|has|have|did|had) [^,;?]{2,40} (?:have|got|hold|keep) (?:in cash|in the bank|on hand|at hand)\b`,
    String.raw`\bhow much (?:cash|money) (?:does|do|has|have|had|is|did) [^,;?]{2,40} (?:have|got|holds?|left|sitting on|in the bank)(?: left| now| today| right now| on hand| in the bank| at hand)*(?: (?:at|as of|as at|by|in|on|around|back in|mid|early|late|end(?: of)?)[ -][^,;?]{3,40})?\W*$`,
  ].join("|"),
  "i",
);

const MEASURES: readonly { measures: readonly Measure[]; pattern: RegExp }[] = [
  { measures: ["run-rate-revenue"], pattern: /\b(?:run[\s-]?rate|annuali[sz]ed (?:revenue|sales|turnover)|arr)\b/i },
  {
    // How somebody grows is told by what it takes in.
    measures: ["run-rate-revenue"],
    pattern: /\bhow (?:fast|quickly) (?:is|are|has|have|did) [\w.& -]{2,30} (?:grow|growing|grown)\W*$/i,
  },
  { measures: ["gross-margin"], pattern: /\b(?:gross )?margins?\b(?!-? loans?)/i },
  { measures: ["cash"], pattern: CASH },
  { measures: ["cash-burn"], pattern: /\b(?:cash )?burn(?:ed|ing|s)?\b|\bburn rate\b/i },
  {
    measures: ["revenue-share"],
    pattern: /\brevenue shar(?:e|ing)\b|\brevenues?\b.*\bshare[sd]? with\b|\bshare[sd]? .{0,20}\brevenues? with\b/i,
  },
  { measures: ["equity-commitments"], pattern: /\bequity (?:commitments?|pledges?)\b|\bcommitted (?:in|to) equity\b/i },
  {
    measures: ["customer-share", "revenue-share"],
    pattern:
      /\bconcentrat\w*|\b(?:what|which|how (?:much|large|big)) (?:an? )?(?:part|share|fraction|proportion|portion|slice|percent\w*|%)\b.*\b(?:revenues?|sales|backlog|business)\b|\b(?:revenues?|sales)\b.*\b(?:percent(?:age)?|what share|fraction)\b|\bcut of .*(?:revenues?|sales)\b/i,
  },
  {
    measures: ["backlog"],
    pattern:
      /\b(?:backlogs?|rpo|remaining performance obligations?|performance obligations?|(?<!\b(?:bonds?|notes|debt|loan|offering|ipo|shares)\b.{0,40})order ?books?(?!.*\b(?:bonds?|notes|debt|loan|offering|ipo|shares|sale)\b)|orders in hand|(?:more|most|pile of|stack of|mountain of) contracted (?:revenue|sales|business))\b/i,
  },
  {
    measures: ["revenue", "revenue-target"],
    pattern:
      /\b(?:revenues?|revs?|turnover|top line|sales(?= (?:for|in|of|during) (?:h[12]|[12]h|q[1-4]|20|the|fiscal|fy|calendar)| (?:h[12]|[12]h|q[1-4]|20\d\d))|(?:20\d\d|annual|total|yearly) sales|how much .* (?:earn(?:s|ing|ed)?|makes?|making))\b|\b(?:br(?:ing|ings|ought)|takes?|took|taking) in (?:more|less)\b|\b(?:how much|what) (?:did|does|will|has|have|is|was) .{2,30} (?:br(?:ing|ings|ought|inging)|take|taken|taking) in\b(?! (?:with|from|by|through|at|in) (?:its|the|their|an?|that) (?:ipo|listing|offering|float|debut|round|raise|(?:bond |share )?sale|bonds?))/i,
  },
  { measures: ["operating-loss"], pattern: /\boperating loss(?:es)?\b(?!.*\bnet loss)/i },
  { measures: ["net-loss"], pattern: /\bnet loss(?:es)?\b(?!.*\boperating loss)/i },
  {
    measures: ["operating-loss", "net-loss", "costs"],
    pattern:
      /\b(?:loss(?:es)?|(?:los(?:e|es|ing|t)|(?<=\b(?:is|are|was|were)\b.{1,40})making) (?:more |the most |less |the least |any )?money|los(?:e|es|ing|t) (?:(?:about|around|roughly|over|nearly|almost|some|more than|at least|up to|only) )*[$€£]?\d[\d.,]*\s?(?:bn?|m|mn|million|billion)\b|in the (?:red|black)|unprofitable|profit(?:s|able)?|operating loss)\b/i,
  },
  {
    measures: ["costs"],
    pattern:
      /\b(?:(?:total|overall|annual|yearly|operating) (?:costs|expenses)|expenses|cost base)\b(?! (?:of|for|per) (?:an? |the |one |\d))/i,
  },
  {
    measures: ["capex-guidance", "capex"],
    pattern:
      /\b(?:capex|capital (?:expenditures?|spending|plans?|budgets?)|guidance|guided?|(?:infrastructure|ai) spend(?:ing)?|spen(?:ds?|ding|t) (?:(?:the )?(?:more|most|less|least) )?on ai\b|set to spend|going to spend|outspen[dt]\w*|spend(?:s|ing)? (?:more|less|the most|most)(?: than \w+)? (?:this|next|last|in) (?:year|20\d\d)|spend(?:s|ing)? more (?:this year )?than)\b/i,
  },
  {
    // What it spends altogether, where nothing is said on which it is spent.
    measures: ["capex-guidance", "capex", "compute-spend"],
    pattern:
      /\bhow much (?:money )?(?:is|are|will|does|do|did|has|was) [^?,;]{2,30}? (?:spend(?:ing|s)?|spent)(?: on (?:ai|infrastructure|ai infrastructure|data ?cent(?:er|re)s|capex))?(?: (?:this|next|last) year| (?:in|for|during) (?:the )?(?:fiscal |calendar |fy ?|first |second |third |fourth |q[1-4] |quarter |of )*20\d\d| a year| now| right now)?\W*$/i,
  },
  {
    measures: ["compute-capacity"],
    pattern:
      /\b(?:compute|computing)\b.*\b(?:run|running|use|used|using|operat\w*|online|have|had|today|now)\b|\b(?:gigawatts?|gw|capacity)\b.*\b(?:running|in use|using|online)\b|\bcompute in use\b|\b(?:running|live|online|installed) comput(?:e|ing)(?: capacity| power)?\b/i,
  },
  {
    measures: ["compute-spend"],
    pattern: /\bcompute (?:spend(?:ing)?|bill|costs?|budget)\b|\bspend(?:ing)? on compute\b/i,
  },
  {
    measures: ["commitments"],
    pattern:
      /\b(?:(?:total|overall|grand|headline|big|main) (?:compute |infrastructure |spending )*(?:commitments?|pledge)|(?:compute|infrastructure|spending) (?:commitments?|pledges?) (?:number|figure|total|tally)s?|committed in total|all (?:its|their) (?:deals|commitments)|tally|\$?1(?:\.4)? ?t(?:rillion|n)?\b|infrastructure deals worth)\b/i,
  },
  {
    measures: ["funding-gap"],
    pattern:
      /\b(?:funding|financing|cash) (?:gap|shortfall|hole)\b|\b(?:hole|gap|shortfall) in .{0,20}\b(?:financ(?:es|ing)|budget|books|funding|plans?)\b/i,
  },
  {
    measures: ["exposure"],
    pattern:
      /\bexposure\b|\b(?:total|cumulative|overall|combined) (?:money|investment|outlay|bill|cash|cheques?) (?:in|into|on|for) (?=\p{Lu})|\bhow much\b.*\b(?:had|has|have)\b.*\b(?:put|sunk|poured|pumped|ploughed|plowed|invested|paid)\b (?:\w+ )?in(?:to)?\b(?! (?:total|all|sum|aggregate)\b)|^\W*what (?:will|would|has|had|have) [\w.& -]{2,30} (?:put|sunk|poured|pumped|ploughed|plowed|invested)\b (?:\w+ )?in(?:to)?\b(?! (?:total|all|sum|aggregate)\b)(?=.*\b(?:all told|in all|in total|altogether|overall|so far|once|after|by then)\b)/iu,
  },
  {
    measures: ["debt"],
    pattern:
      /\b(?:total |hyperscaler )?(?:debt|borrowing) (?:of|issued|raised|estimate)\b|\blong-?term (?:debt|borrowings?)\b|\bowes?\b(?=(?: (?:in total|in all|altogether|overall|all told|now|today))*[\s?.!]*$)|\b(?:net|total|gross|overall) debt\b(?! (?:financing|package|raised|deal))|\b(?:debt (?:load|pile|burden|stack|mountain|level)|how (?:highly |heavily |over)?(?:leveraged|indebted|in debt)|over-?leveraged|leverage (?:level|ratio))\b/i,
  },
];

const MEASURED = patternTable(MEASURES, ({ pattern }) => pattern);

/** What is measured, by the first line whose words stand in the text. */
export const measuresIn = perText((text): readonly Measure[] => MEASURED.first(text)?.measures ?? []);

/** "Its backlog to its revenue": another measure beside the first. */
export function saysSeveral(text: string): boolean {
  const first = MEASURED.first(text);
  const rest = first ? text.replace(new RegExp(first.pattern, "gi"), " ") : "";
  return measuresIn(rest).some((measure) => !first?.measures.includes(measure));
}

/** Every measure that is said, in the order of the text, each with where it stands. */
export function measuresSaid(text: string): { measures: readonly Measure[]; start: number; end: number }[] {
  const out: { measures: readonly Measure[]; start: number; end: number }[] = [];
  let left = text;
  for (;;) {
    const entry = MEASURED.first(left);
    const match = entry?.pattern.exec(left);
    if (!entry || !match || match[0].trim() === "") break;
    out.push({ measures: entry.measures, start: match.index, end: match.index + match[0].length });
    left = left.slice(0, match.index) + " ".repeat(match[0].length) + left.slice(match.index + match[0].length);
  }
  return out.sort((a, b) => a.start - b.start);
}
