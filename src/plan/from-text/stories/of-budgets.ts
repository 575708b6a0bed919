/** Budgets told as a story: overruns, rebates, cuts one after the other, what is left and what stands apart. */
import { AMOUNT, MONEY, moneysIn, PERCENT, POWER_UNIT, perGw, type Story } from "./amounts.ts";

const SAID = "(?:budget(?:ed)?|quoted?|estimate[ds]?|pencilled in|planned?|told|tender(?:ed)?|bid|priced)";
const ENDED = "(?:ran|went|came in|ended(?: up)?|finished|closed(?: out)?|landed|final(?:ly)? (?:came|was)|final)";

export const OF_BUDGETS: readonly Story[] = [
  // "Budget was $18.4bn, it ran 23% over. What did it end up costing"
  [
    new RegExp(
      String.raw`^(?=.*\b${SAID}\b)[^$€£]*?(${MONEY}|${AMOUNT})\b.*?\b${ENDED}\b\D*?(${PERCENT}) (over|above|under|below)\b`,
      "i",
    ),
    ([amount, percent, way = ""]) => `${amount} ${/over|above/i.test(way) ? "plus" : "minus"} ${percent}`,
  ],
  // "Pencilled in at 9 billion, closed out at 11.7 billion. Overrun in percent?"
  [
    new RegExp(
      String.raw`^(?=.*\b${SAID}\b)(?=.*(?:%|\bper ?cent))[^$€£\d]*?(${MONEY}|${AMOUNT})\b.*?\b${ENDED}\b[^$€£\d]*?(${MONEY}|${AMOUNT})\b.*?\b(overrun|over budget|over|saved|saving|under budget|under|below)\b`,
      "i",
    ),
    ([planned, spent, way = ""]) =>
      /over/i.test(way) ? `(${spent} − ${planned}) / ${planned} in %` : `(${planned} − ${spent}) / ${planned} in %`,
  ],
  // "After a 15% rebate the invoice was $731m. What's the sticker price"
  [
    new RegExp(
      String.raw`\b(?:after|with|less|including) (?:an? |the )?(${PERCENT}) (?:rebate|discount|reduction|cut|haircut)\b.*?(${MONEY}|${AMOUNT})\b.*\b(?:sticker|list|full|original|undiscounted|gross|before)\b`,
      "i",
    ),
    ([percent, amount]) => `${amount} / (1 − ${percent})`,
  ],
  // "+/- 8% around $12.5bn"
  [
    new RegExp(
      String.raw`^\W*(?:\+\s?/\s?-|±|plus or minus|plus/minus) ?(${PERCENT}) (?:around|on|of|about|either side of) (${MONEY}|${AMOUNT})\W*$`,
      "i",
    ),
    ([percent, amount]) => `${amount} plus or minus ${percent}`,
  ],
  // "Two price cuts, first 10% and then 20%, on a $45,000 accelerator"
  [
    new RegExp(
      String.raw`\b(?:cuts?|discounts?|reductions?|drops?|falls?)\b.*?(${PERCENT})(?:,)? (?:and )?(?:then|followed by|another|and) (?:a |another )?(${PERCENT}),? (?:on|off|from|to) (?:an? |the )?(${MONEY}|${AMOUNT})`,
      "i",
    ),
    ([first, then, amount]) => `${amount} * (1 − ${first}) * (1 − ${then})`,
  ],
  // "1.45 GW under construction, 3.05 GW on paper. At 40 billion for each GW, price the two separately"
  [
    new RegExp(
      String.raw`^\D*?(\d[\d.,]* ?${POWER_UNIT})\b.*?(\d[\d.,]* ?${POWER_UNIT})\b.*?\b(?:at|@|using|with) (${AMOUNT})(?: dollars)? ?(?:/|per|an?|for each|for every|each) ?(?:gw|gigawatt)\b.*\b(?:separately|respectively|apart|individually)\b`,
      "i",
    ),
    ([one, other, at = ""], text) =>
      moneysIn(text).length < 2 ? `${one} at ${perGw(at)}, ${other} at ${perGw(at)}: total` : null,
  ],
  // "Half a gigawatt went for 21.4 billion, so a full one is worth?"
  [
    new RegExp(
      String.raw`^\W*(half|a quarter of|a third of) (?:a |an? )?(?:gw|gigawatt)\b.*?(${AMOUNT})\b.*\b(?:full|whole|complete|entire) (?:one|gw|gigawatt)\b`,
      "i",
    ),
    ([part = "", amount]) => `${amount} * ${/half/i.test(part) ? 2 : /quarter/i.test(part) ? 4 : 3} / 1 GW`,
  ],
  // "Which is dearer per gigawatt, 1.2 GW for $54bn or 800 MW for $38bn"
  [
    new RegExp(
      String.raw`\b(?:per|a) (?:gw|gigawatt)\b.*?(\d[\d.,]* ?${POWER_UNIT}) (?:for|at|costing) (${AMOUNT}),? (?:or|vs\.?|versus|against|and) (\d[\d.,]* ?${POWER_UNIT}) (?:for|at|costing) (${AMOUNT})`,
      "i",
    ),
    ([p, a, r, b]) => `compare ${a} / ${p} with ${b} / ${r}`,
  ],
  // "64,000 GPUs at $33k a pop and then another 35% of that on networking. Total?"
  [
    new RegExp(
      String.raw`^\D*?(\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?) [a-z][\w ]{1,20}? (?:at|for) (${MONEY})(?: a pop| each| apiece| a piece)?\b.*?\b(?:another|further|extra|plus|adds?|additional) (?:an? )?(${PERCENT})(?!\w).*\b(?:total|in all|all in|price tag|bill|altogether|cluster)\b`,
      "i",
    ),
    ([count, each, percent]) => `${count} * ${each} * (1 + ${percent})`,
  ],
  // "Of 30 GW announced, 12% is live, 25% is being built, the remainder is on paper. How many GW?"
  [
    new RegExp(
      String.raw`^\W*(?:of|out of) (?:the |our )?(\d[\d.,]* ?${POWER_UNIT}|${MONEY}|${AMOUNT})\b.*?(${PERCENT}) (?:is|are|goes|go|was|were)\b.*?(${PERCENT}) (?:is|are|goes|go|was|were)\b.*\b(?:rest|remainder|balance|others?|everything else)\b.*\bhow (?:many|much)\b`,
      "i",
    ),
    ([whole, a, b]) => `${whole} * (1 − ${a} − ${b})`,
  ],
  // "$5bn in year 1, $10bn in year 2, $21bn in year 3. Sum?"
  [
    new RegExp(
      String.raw`^\W*(?:(?:${MONEY}|${AMOUNT}) (?:in|for) (?:year|phase|tranche|quarter|month) (?:\d|one|two|three|four|five|six)[,;. ]*(?:and )?){2,8}(?:what(?:['’]s| is) the )?(?:sum|total|in all|altogether|together)\W*$`,
      "i",
    ),
    (_groups, text) => (text.match(new RegExp(`${MONEY}|${AMOUNT}`, "gi")) ?? []).map((one) => one.trim()).join(" + "),
  ],
  // "Revenue $13B, spend $34B, what's the shortfall"
  [
    new RegExp(
      String.raw`^\W*(?:revenues?|sales|income)(?: of| is|:)? (${MONEY}|${AMOUNT})[,;]? (?:and )?(?:spend\w*|spent|costs?|outlays?|expenses)(?: of| is|:)? (${MONEY}|${AMOUNT})\b.*\b(?:shortfall|gap|loss|deficit|hole)\b`,
      "i",
    ),
    ([revenue, costs]) => `${costs} − ${revenue}`,
  ],
  // "Capex 80B this year, growing 25%. Next year's number?"
  [
    new RegExp(
      String.raw`^\D*?(${MONEY}|${AMOUNT}) (?:this|last) year\b[^\d]*\b(?:grow\w*|ris\w*|up|increas\w*)(?: by| at)? (${PERCENT})(?!\w).*\b(?:next year|the year after|following year|this year)\b`,
      "i",
    ),
    ([amount, percent]) => `${amount} * (1 + ${percent})`,
  ],
  // "1,250 nodes at $300k a node, 8 GPUs in each. Total cost?"
  [
    new RegExp(
      String.raw`^\W*(\d[\d,]*) (?:nodes?|servers?|boxes|racks?|trays|pods?) at (${MONEY}) (?:a \w+|each|apiece|per \w+),? (?:with )?\d+ (?:gpus?|chips?) (?:in each|each|apiece|per \w+)\b.*\b(?:total|cost|bill|price)\b`,
      "i",
    ),
    ([count, each]) => `${count} * ${each}`,
  ],
];
