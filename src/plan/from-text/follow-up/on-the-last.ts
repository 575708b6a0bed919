/** After a sum, one step on from its result: "take 30% off", "add a 15% contingency", "split that 60/40", "7 GW at that price", "vs the first one?". */

import { currenciesOf, type Dimension, isPlain, same } from "../../../calculator/dimension.ts";
import { gated } from "../../../knowledge/gated.ts";
import { digitsFor } from "../../number-words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import type { SumLine } from "../sums/sum.ts";
import { lastAlike, type OnTable, onTable, sameAmount } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const LEAD =
  /^(?:(?:and|then|now|ok(?:ay)?|so|but|also|right|well|hm+|let['’]?s|we|say|suppose|assume|assuming|if|what if|imagine|just)\b[\s,:]*)+/i;
const END = String.raw`(?:,? (?:then|now|instead|please|how much|new total|what(?:['’]s| is) (?:that|the (?:new )?total)|so how much|what (?:does that make|do we get)))*[\s?.!]*$`;
const IT =
  "(?:it|that|this|them|those|these|the (?:lot|total|price|cost|bill|sum|whole(?: thing)?|result)|everything|all of (?:it|that))";
const P = String.raw`(\d+(?:\.\d+)?) ?(?:%|per ?cent)`;
const PART = "(?:slice|stake|share|holding|part|piece|cut|portion|bit)";

type Step = (found: readonly string[], last: OnTable, reading: Reading) => readonly SumLine[] | null;
const times = (label: string, factor: number | string): readonly SumLine[] => [{ label, expression: `#@ * ${factor}` }];
const rounded = (value: number): number => Number(value.toPrecision(12));

/** `#@` stands for the last result. */
const STEPS: readonly (readonly [RegExp, Step])[] = [
  // "Take 30% off", "what if they're 10% cheaper", "we negotiated 12% off the lot"
  [
    new RegExp(
      `^(?:take|knock|cut|shave|lop|get|got|negotiate[ds]?|haggle[ds]?|talk|bring|beat|with|at|${IT}(?:['’]?s| is| are| were| was)?|they(?:['’]re| are| were)?|(?:i|we|you) (?:get|got|negotiated))? ?(?:an? |another )?${P} ?(?:off|cheaper|less|lower|discount|rebate|reduction|below)(?: (?:off )?${IT})?${END}`,
      "i",
    ),
    ([percent]) => times(`${percent}% less`, rounded(1 - Number(percent) / 100)),
  ],
  // "Haggle it down 15%"
  [
    new RegExp(
      String.raw`^(?:haggle|talk|bring|beat|get|negotiate|push|knock) (?:the \w+|${IT}) down (?:by )?(?:another )?${P}${END}`,
      "i",
    ),
    ([percent]) => times(`${percent}% less`, rounded(1 - Number(percent) / 100)),
  ],
  [
    new RegExp(
      String.raw`^(?:cut|reduce|lower|trim|shrink) (?:the \w+|${IT}) by (?:(?:an? )?(quarter|third|half|fifth|tenth)|${P})${END}`,
      "i",
    ),
    ([word, percent]) => {
      const part = percent ? Number(percent) / 100 : (PARTS[word?.toLowerCase() ?? ""] ?? 0);
      return part > 0 ? times("what is left", rounded(1 - part)) : null;
    },
  ],
  [
    new RegExp(String.raw`^(?:halve ${IT}|(?:the )?(?:\w+ ){0,2}(?:halves|is halved|drops? by half))${END}`, "i"),
    () => times("half", 0.5),
  ],
  // "Add a 15% contingency", "plus 40% on top of that for servers", "stock goes up 20%"
  [
    new RegExp(
      String.raw`^(?:add|put|plus|with|include|including|on top|tack on|throw in)(?: in)? ?(?:an? |another |an extra )?${P}(?:(?: (?:on top|more|extra|contingency|reserve|buffer|overrun|margin|premium|higher|markup|uplift|cushion))|(?: (?:for|of|on|in) [\w+&,/ -]{2,40}?)){0,3}${END}`,
      "i",
    ),
    ([percent]) => times(`${percent}% more`, rounded(1 + Number(percent) / 100)),
  ],
  [
    new RegExp(
      String.raw`^(?:the )?(?:\w+ ){0,2}(?:goes|go|went|is|are|rises?|climbs?|moves?|comes? in)(?: up)?(?: by)? ${P}(?: (?:up|higher|more|dearer))?(?: up)?${END}`,
      "i",
    ),
    ([percent]) => times(`${percent}% more`, rounded(1 + Number(percent) / 100)),
  ],
  // "Chips are 60% of that", "what's a 5% holding worth then", "interest on the debt part at 7%"
  [
    new RegExp(String.raw`^[\w &'’-]{2,30}? (?:are|is|make up|takes?|accounts? for) ${P} of ${IT}${END}`, "i"),
    ([percent]) => times(`${percent}% of it`, rounded(Number(percent) / 100)),
  ],
  [
    new RegExp(
      `^(?:what(?:['’]s| is| would| does)? |how much (?:is|would) )?(?:an? |the )?${P} ?(?:of ${IT}|${PART})(?: (?:be )?(?:worth|cost|come to))?(?: (?:be )?(?:then|at that (?:valuation|price)))?${END}`,
      "i",
    ),
    ([percent]) => times(`${percent}% of it`, rounded(Number(percent) / 100)),
  ],
  [
    new RegExp(
      `^(?:(?:the )?(?:yearly|annual) )?interest(?: bill| cost)?(?: (?:a|per) year)?(?: on (?:${IT}|(?:the |that )?(debt|loan|borrowing|borrowed)(?: (?:part|bit|piece|portion|half))?))?,? (?:at|of) (?:an? )?${P}${END}`,
      "i",
    ),
    ([, percent]) => [{ label: "interest a year", expression: `#@ * ${percent}%/year` }],
  ],
  // "One year's interest on that if money costs 10%"
  [
    new RegExp(
      `^(?:(?:one|1|a|the) (?:full )?year['’]?s? )?(?:worth of )?interest(?: (?:for )?(?:a|one|1|the) year)?(?: on ${IT})?,? (?:if|when|where|with) (?:money|capital|debt|borrowing|the loan|it) (?:costs?|is|runs?|at) ${P}${END}`,
      "i",
    ),
    ([percent]) => [{ label: "interest a year", expression: `#@ * ${percent}%/year` }],
  ],
  // "With a PUE of 1.3 on top"
  [
    new RegExp(
      String.raw`^(?:with|at|add|plus|and|assuming|using|apply) (?:an? )?pue (?:of |is |at )?(\d(?:\.\d+)?)(?: on top| added)?${END}`,
      "i",
    ),
    ([pue], last, { conversation }) =>
      isPower(last.dimension) &&
      conversation.plan?.kind === "evaluate" &&
      !last.lines.some(({ label, expression }) => /\bpue\b|site/i.test(`${label} ${expression}`))
        ? [{ label: "power of the site", expression: `#@ * ${pue}` }]
        : null,
  ],
  // "Electricity for a year at 7c/kWh, full load", after so much power
  [
    new RegExp(
      String.raw`^(?:what(?:['’]s| is) )?(?:the |their |its )?(?:yearly |annual )?(?:electricity|power|energy)(?: (?:bill|costs?))?(?: (?:for|over|a|per) (?:an? |one |1 |the )?year)?,? at (?:(\$ ?[\d.]+) ?(?:\/|per|a) ?(mwh|kwh)|([\d.]+) ?(?:c|cents?) ?(?:\/|per|a) ?kwh)(?:,? (?:at )?(?:full load|flat out|around the clock|running flat out|100% load))?${END}`,
      "i",
    ),
    ([dollars, per = "", cents], last) => {
      if (!isPower(last.dimension)) return null;
      const price = cents
        ? Number(cents) * 10
        : Number((dollars ?? "").replace(/[$ ]/g, "")) * (/k/i.test(per) ? 1000 : 1);
      const [unit = "GW"] = Object.keys(last.dimension);
      return [
        { label: "energy a year", expression: `#@ / (1 ${unit}) * 1 GW * 8760 hours in TWh` },
        { label: "bill a year", expression: `#@ / (1 ${unit}) * 1 GW * 8760 hours * ${rounded(price)} USD/MWh` },
      ].slice(1);
    },
  ],
  // "Times 4", "double it", "and volume triples on top of that"
  [
    new RegExp(
      String.raw`^(?:times|x|multiply (?:${IT} )?by|multiplied by) ?(\d+(?:\.\d+)?)(?: (?:years?|yrs?))?${END}`,
      "i",
    ),
    ([count], last, { question }) =>
      /\byears?|yrs?\b/i.test(question)
        ? last.dimension.h === -1
          ? [{ label: `over ${count} years`, expression: `#@ * ${count} years` }]
          : null
        : times(`${count} times as much`, count ?? 1),
  ],
  [
    new RegExp(String.raw`^(?:the )?(?:\w+ ){1,2}(doubl|tripl|trebl|quadrupl)es?(?: on top(?: of ${IT})?)?${END}`, "i"),
    ([said = ""]) => times(`${said}ed`, /^d/i.test(said) ? 2 : /^q/i.test(said) ? 4 : 3),
  ],
  // "Split that 60/40 debt and equity", "fund it 70/30 debt/equity"
  [
    new RegExp(
      String.raw`^(?:split|divide|fund|finance|share|cut)(?: up)? ${IT} (?:up )?(\d{1,2}) ?[/:-] ?(\d{1,2})(?: (?:between|into|as|in))?(?: ([a-z]+)(?: ?(?:and|\/|to|-|,) ?([a-z]+))?)?(?:,? how much (?:of|for|is) each)?${END}`,
      "i",
    ),
    ([a, b, one = "first part", other = "second part"]) => {
      const whole = Number(a) + Number(b);
      return [
        { label: one, expression: `#@ * ${rounded(Number(a) / whole)}` },
        { label: other, expression: `#@ * ${rounded(Number(b) / whole)}` },
      ];
    },
  ],
  // "7 GW at that price", "and with 3 GW at the same rate"
  [
    new RegExp(
      String.raw`^(?:for |with |an? )?(\d[\d.,]*) ?(gws?|gigawatts?|mws?|megawatts?)(?: (?:one|site|campus|build))? at (?:that|the same|this)(?: same)? (?:price|rate|cost|figure)(?: per \w+)?${END}`,
      "i",
    ),
    ([count, unit = ""], last) =>
      isRate(last.dimension)
        ? [{ label: "at that price", expression: `#@ * ${count} ${/^m/i.test(unit) ? "MW" : "GW"}` }]
        : null,
  ],
  // "Cost of those at $32k a chip", "price of all those racks at $3.5M"
  [
    new RegExp(
      String.raw`^(?:what(?:['’]s| is) )?(?:the )?(?:cost|price|bill|total)(?: of| for)? (?:all )?(?:those|them|these|that many)(?: \w+)? at (\$ ?\d[\d,.]*) ?(k|m|million|thousand)?(?: (?:each|apiece|a \w+|per \w+))?${END}`,
      "i",
    ),
    ([price = "", scale = ""], last) =>
      currenciesOf(last.dimension).length === 0
        ? [{ label: "cost", expression: `#@ * ${dollars(price, scale)} USD${unitOf(last)}` }]
        : null,
  ],
  // "How many MW do those need at 1.5 kW apiece"
  [
    new RegExp(
      String.raw`^(?:how many (?:mw|gw|megawatts|gigawatts|kw)|how much power|power) (?:do|does|would|for|is needed for) (?:all )?(?:those|they|them|that|these)(?: \w+)?(?: need| draw| use| take)? at (\d[\d.]*) ?(k?w|kilowatts?|watts?)(?: (?:each|apiece|a (?:chip|gpu)))?${END}`,
      "i",
    ),
    ([power, unit = ""], last) =>
      last.dimension.chip === 1
        ? [{ label: "power", expression: `#@ * ${power} ${/^k/i.test(unit) ? "kW" : "W"}/chip` }]
        : null,
  ],
  // "How many chips is that at 1.6 kW"
  [
    new RegExp(
      String.raw`^how many (?:chips?|gpus?|accelerators?) (?:is|does|would|fit in) (?:that|it|this)(?: (?:be|feed|power|run|fit|hold))? at (\d[\d.]*) ?(k?w|kilowatts?|watts?)(?: (?:each|apiece|a (?:chip|gpu)))?${END}`,
      "i",
    ),
    ([power, unit = ""], last) =>
      isPower(last.dimension)
        ? [{ label: "chips", expression: `#@ / (${power} ${/^k/i.test(unit) ? "kW" : "W"}/chip)` }]
        : null,
  ],
  // "Only 70% occupied", "at 60% utilization": a price that must be earned back is so much higher
  [
    new RegExp(
      `^(?:(?:only|more realistic(?:ally)?:?|at|with|but)[ ,:]+)*${P} ?(?:load|utili[sz]ation|utili[sz]ed|occupied|occupancy|sold|full|uptime|used?|busy)(?: factor)?${END}`,
      "i",
    ),
    // A load that the estimate assumes is changed in it.
    ([percent], last, { conversation }) =>
      conversation.plan?.kind !== "evaluate" || last.lines.some(({ expression }) => SHARE_IN.test(expression))
        ? null
        : [
            {
              label: `at ${percent}%`,
              expression: `#@ ${(last.dimension.chip ?? 0) < 0 ? "/" : "*"} ${rounded(Number(percent) / 100)}`,
            },
          ],
  ],
  // "Over 10 years", after so much a year
  [
    new RegExp(`^(?:over|for|across|in) (?:all |the )?(\\d+) (?:years?|yrs?)${END}`, "i"),
    ([years], last, { question }) =>
      !/\binstead\b/i.test(question) && last.dimension.h === -1 && currenciesOf(last.dimension).length === 1
        ? [{ label: `over ${years} years`, expression: `#@ * ${years} years` }]
        : null,
  ],
  // "What's that per GPU", after so many of them
  [
    new RegExp(
      `^(?:what(?:['’]s| is) )?(?:${IT} )?(?:per|a|for each|each) (gpu|chip|rack|gw|gigawatt|mw|megawatt)s?${END}`,
      "i",
    ),
    ([unit = ""], last) => {
      const counted = COUNTED_AS.find(([said]) => said.test(unit))?.[1] ?? "";
      const number = last.lines
        .map(
          ({ expression }) => new RegExp(`(?<![\\w.])(\\d[\\d.]*(?:e\\d+)?) ${counted}\\b(?!/)`).exec(expression)?.[1],
        )
        .find(Boolean);
      const [currency, ...more] = currenciesOf(last.dimension);
      return counted !== "" && number && currency && more.length === 0 && Object.keys(last.dimension).length === 1
        ? [{ label: `per ${unit}`, expression: `#@ / (${number} ${counted})` }]
        : null;
    },
  ],
  // "Per month", after so much a year
  [
    new RegExp(
      `^(?:(?:what(?:['’]s| is) (?:that|it) )?(?:per|a|each|/) ?(month|quarter|day|week|hour)|monthly|quarterly|daily|weekly|hourly)${END}`,
      "i",
    ),
    // A level payment by the month is no twelfth of one by the year.
    ([unit], last, { question }) =>
      last.dimension.h === -1 &&
      Object.keys(last.dimension).length === 2 &&
      !last.lines.some(({ expression }) => expression.includes("annuity("))
        ? [
            {
              label: "",
              expression: `#@ in ${currenciesOf(last.dimension)[0] ?? "USD"}/${unit ?? EVERY.find(([said]) => said.test(question))?.[1] ?? "quarter"}`,
            },
          ]
        : null,
  ],
];
const EVERY: readonly (readonly [RegExp, string])[] = [
  [/\bmonthly\b/i, "month"],
  [/\bdaily\b/i, "day"],
  [/\bweekly\b/i, "week"],
  [/\bhourly\b/i, "hour"],
];
const SHARE_IN = /@|%|(?<![\d.])0?\.\d+\b/;
const COUNTED_AS: readonly (readonly [RegExp, string])[] = [
  [/^(?:gpu|chip)/i, "chip"],
  [/^rack/i, "rack"],
  [/^(?:gw|giga)/i, "GW"],
  [/^(?:mw|mega)/i, "MW"],
];
const PARTS: Readonly<Record<string, number>> = { half: 0.5, third: 1 / 3, quarter: 0.25, fifth: 0.2, tenth: 0.1 };
const SCALES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };
const dollars = (price: string, scale: string): number =>
  Number(price.replace(/[$,\s]/g, "")) * (SCALES[scale.toLowerCase()] ?? 1);

const isRate = (dimension: Dimension): boolean =>
  currenciesOf(dimension).length === 1 && POWERS.some((unit) => dimension[unit] === -1);
const isPower = (dimension: Dimension): boolean =>
  POWERS.some((unit) => dimension[unit] === 1) && Object.keys(dimension).length === 1;
const POWERS = ["GW", "GW_it", "GW_facility"] as const;
const unitOf = ({ dimension }: OnTable): string =>
  dimension.chip === 1 ? "/chip" : dimension.rack === 1 ? "/rack" : "";

/** "The rest", "and the other part", behind a part of an amount. */
const REST = new RegExp(
  `^(?:what(?:['’]s| is) )?(?:the )?(?:rest|remainder|balance|other (?:part|half|piece|slice|bit)|remaining(?: ${P}| part| bit)?|what(?:['’]s| is) left)${END}`,
  "i",
);
/** "Vs the first one", "the difference between the two". */
const AGAINST = new RegExp(
  String.raw`^(?:how does (?:that|it) compare (?:with|to) (?:the )?(?:first|earlier|previous|other|original|last)(?: one| figure| result)?|(?:vs\.?|versus|against|compared (?:with|to)) (?:the )?(?:first|earlier|previous|other|original|last)(?: one| figure| result)?|(?:what(?:['’]s| is) )?(?:the )?difference(?: in (?!percent|per)\w+)?(?: between (?:the two|them|those))?|(?:the )?(?:two|both) together)${END}`,
  "i",
);

const TOGETHER = new RegExp(`^(?:all )?(?:together|in all|altogether|in total|the total)${END}`, "i");

export const onTheLast: ReadRule = {
  name: "on-the-last",
  read(reading) {
    const { conversation, question, names } = reading;
    const kind = conversation.plan?.kind;
    if (
      (kind !== "evaluate" && kind !== "estimate") ||
      names.deals.length + names.orgs.length + names.people.length > 0
    )
      return null;
    const text = digitsFor(question.trim()).replace(LEAD, "").trim();
    const [last, ...beside] = (conversation.shown?.[0] ?? []).flatMap((shown) => onTable(reading, shown) ?? []);
    if (!last || isPlain(last.dimension)) return null;
    if (REST.test(text)) return restOf(reading, last);
    if (TOGETHER.test(text)) return together(reading, [last, ...beside]);
    if (AGAINST.test(text)) return against(reading, /together/i.test(text));
    for (const [pattern, step] of STEPS) {
      const found = pattern.exec(text);
      if (!found) continue;
      // "Interest on the debt part" after two parts is of the one that is called so.
      const named = [last, ...beside].find(({ label }) => DEBT.test(label) && DEBT.test(text));
      const of = named ?? last;
      const lines = step(found.slice(1), of, reading);
      if (lines)
        return worksheetOf(
          reading,
          [of],
          ([at = ""]) => lines.map((line) => ({ ...line, expression: line.expression.replaceAll("#@", at) })),
          of.label,
        );
    }
    return null;
  },
};
/** The total that stands beside several amounts, or what they come to. */
function together(reading: Reading, shown: readonly OnTable[]): PlanInput | null {
  const total = shown.find(({ label }) => /^total\b/i.test(label));
  if (total) return worksheetOf(reading, [total], ([at = ""]) => [{ label: "together", expression: at }], total.label);
  const [first] = shown;
  if (!first || shown.length < 2 || !shown.every((one) => same(one.dimension, first.dimension)))
    return against(reading, true);
  return worksheetOf(reading, shown, (at) => [{ label: "together", expression: at.join(" + ") }], "Together");
}

const DEBT = gated(/\b(?:debt|loans?|borrow\w*)\b/i);

/** The part was so much of another line: what that has beside it. */
function restOf(reading: Reading, part: OnTable): PlanInput | null {
  const line = part.lines[part.at - 1];
  const [, whole, share = ""] =
    /^(.+?) \* (0?\.\d+|\d+(?:\.\d+)? ?%|\d+(?:\.\d+)? \/ 100)$/.exec(line?.expression ?? "") ?? [];
  if (!whole) return null;
  return worksheetOf(
    reading,
    [part],
    ([at = ""]) => {
      const shift = Number(at.slice(1)) - part.at;
      const all = whole.replace(/#(\d+)/g, (_all, step: string) => `#${Number(step) + shift}`);
      return [{ label: "the rest", expression: `(${all}) - ${at}` }];
    },
    `The rest, beside ${share}`,
  );
}

function against(reading: Reading, together: boolean): PlanInput | null {
  const alike = lastAlike(reading, 4);
  const [last, before] = [alike[0], alike.at(-1)];
  if (!last || !before || alike.length < 2 || sameAmount(last, before)) return null;
  const [more, less] = last.size >= before.size ? [last, before] : [before, last];
  return worksheetOf(
    reading,
    [more, less],
    ([a, b]) =>
      together
        ? [{ label: "together", expression: `${a} + ${b}` }]
        : [
            { label: "difference", expression: `${a} - ${b}` },
            { label: "ratio", expression: `${a} / (${b})` },
          ],
    `${more.label} against ${less.label}`,
  );
}
