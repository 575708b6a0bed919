/** One amount in another unit of its kind: "2.5 GW in megawatts", "$86.1 per MWh in cents per kWh". */
import { multiplyDimensions } from "../../../calculator/dimension.ts";
import { parseUnit } from "../../../calculator/units.ts";
import type { PlanInput } from "../../plan.ts";
import { periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import { UNIT_PATTERN, unitNamed } from "./term-units.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const ONE = String.raw`(?:us )?(?:\$|€|£|${UNIT_PATTERN})`;
const COMPOUND = String.raw`(${ONE})(?:\s?(?:\/|per|an?)\s?(${UNIT_PATTERN}))?(?![a-z0-9])`;
const TARGETS: readonly RegExp[] = [
  new RegExp(String.raw`(?:\b(?:in|into|to|as|terms of)\b|->|→|=>|=)\s*(?:us )?${COMPOUND}`, "i"),
  new RegExp(String.raw`^(?:what(?:'s| is| are) )?${COMPOUND} (?:for|of|from|at)\b`, "i"),
  new RegExp(String.raw`\bhow (?:many|much)(?: in)? ${COMPOUND}`, "i"),
  new RegExp(String.raw`\b(?:what|express(?:ed)?|give|convert).*\b(?:in|as|to)\s+${COMPOUND}`, "i"),
];
const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP" };
const KINDS: readonly Term["kind"][] = [
  "power",
  "energy",
  "money",
  "rate",
  "price",
  "flow",
  "time",
  "mass",
  "volume",
  "carbon",
  "unit-price",
  "percent",
];

/** "How many GW-years are 4.5 GW for five years". */
function gigawattYears(sum: Sum): PlanInput | null {
  const [power, time] = [sum.one("power"), sum.one("time")];
  if (!power || !time || !/\b(?:gw|gigawatt)[- ]years?\b/i.test(sum.words) || !sum.complete([power, time])) return null;
  return evaluated([
    { label: `${power.text} for ${time.text}`, expression: `${write(power)} * ${write(time)} in GW-years` },
  ]);
}

export const conversion: ReadSum = (sum) => {
  const years = gigawattYears(sum);
  if (years) return years;
  const exchanged = atOwnRate(sum);
  if (exchanged) return exchanged;
  const of = sum.one(...KINDS) ?? aFlow(sum);
  if (!of || !sum.complete([of])) return impliedRate(sum) ?? moneyForPower(sum);
  const several = perEachAsked(sum, of);
  if (several) return several;
  if (
    of.kind === "money" &&
    /\b(?:in|into|to) (?:thousand|million|billion|trillion)(?:s\b|(?: dollars| euros)?[\s?.!]*$)/i.test(sum.words)
  )
    return evaluated([{ label: of.text, expression: write(of) }]);
  const scaled =
    /\b(?:in|into|to|as)\s+(?:thousand|million|billion|trillion)s?(?: of)?(?: dollars| euros)?\s?(?:\/|per|an?)\s?([a-z]+(?:[- ]hours?)?)/i.exec(
      sum.words,
    )?.[1];
  const below = scaled ? unitNamed(scaled) : "";
  const currency = of.unit.split("/")[0] ?? "";
  if (below && isAlike(of.unit, `${currency}/${below}`))
    return evaluated([{ label: of.text, expression: `${write(of)} in ${currency}/${below}` }]);
  if (
    /\b(?:basis points?|bps?)\b/i.test(of.text) &&
    /\b(?:in|as|to|into) (?:an? )?(?:%|per ?cent(?:age)?)/i.test(sum.words)
  )
    return evaluated([{ label: of.text, expression: `${write(of)} in %` }]);
  const units = severalUnits(sum, of);
  if (units) return units;
  for (const pattern of TARGETS) {
    const match = pattern.exec(sum.words);
    if (!match) continue;
    const top = nameOf(match[1]);
    const below = match[2] ? unitNamed(match[2]) : "";
    if (top === "" || top === "site" || top === "chip" || top === "rack" || top === "home" || top === "share") continue;
    const unit = below ? `${top}/${below}` : top;
    // Between euros and pounds by way of dollars: each has a rate to them.
    if (of.kind === "money" && CROSS.has(of.unit) && CROSS.has(top) && of.unit !== top && below === "")
      return evaluated(
        [
          { label: "in dollars", expression: `${write(of)} in USD` },
          { label: `${of.text} in ${top}`, expression: `#1 in ${top}` },
        ],
        { lead: [2, 1] },
      );
    const kept = keepsBelow(of, top, below);
    const target = kept ? `${unit}/${kept}` : unit;
    if (target === of.unit || !isAlike(of.unit, target)) continue;
    const plural = of.kind === "time" && below === "" ? `${target}s` : target;
    return evaluated([{ label: of.text, expression: `${write(of)} in ${plural}` }]);
  }
  return null;
};

/** "40 million gallons a day": of what has a unit for each of another. */
function aFlow({ terms }: Sum): Term | null {
  const [only, ...more] = terms;
  return only?.kind === "other" && more.length === 0 && /^(?:gal|L|t|Mt|kg|[kMGT]Wh)\/\w+$/.test(only.unit)
    ? only
    : null;
}

const AT_RATE = /(?:@|\bat|\brate(?: of| is)?|\busing|\bwith)\s*$/i;
const UNIT = String.raw`(?:us )?(?:\$|€|£|${UNIT_PATTERN})(?![a-z0-9])`;
const SEVERAL = new RegExp(
  String.raw`(?:\b(?:in|into|to|as)\b|->|→|=>|=)\s*(?:both )?(${UNIT}(?:(?:,? and|,? &|,| or|\s?\/)\s*(?:in )?${UNIT})+)`,
  "i",
);

/** "0.35 GW in MW and kW": one result for each unit. */
function severalUnits(sum: Sum, of: Term): PlanInput | null {
  const list = SEVERAL.exec(sum.words)?.[1];
  if (!list || of.unit.includes("/")) return null;
  const units = list.split(/\s*(?:,? and|,? &|,| or|\/)\s*(?:in )?/i).map(nameOf);
  if (units.length < 2 || units.some((unit) => unit === "" || unit === of.unit || !isAlike(of.unit, unit))) return null;
  return evaluated(
    units.map((unit) => ({ label: `in ${unit}`, expression: `${write(of)} in ${unit}` })),
    { title: of.text, lead: units.map((_unit, index) => index + 1) },
  );
}

const CROSS: ReadonlySet<string> = new Set(["EUR", "GBP"]);

/** "8bn euros in dollars at 1.13", "€12M per MW in $ per GW at 1.15": at the asker's own rate, which is dollars for the other currency where it is above one. */
function atOwnRate(sum: Sum): PlanInput | null {
  const money = sum.one("money", "rate", "flow");
  if (!money) return null;
  const [currency = "", ...per] = money.unit.split("/");
  const given = sum.terms.find(({ unit }) => /^[A-Z]{3}\/[A-Z]{3}$/.test(unit));
  if (given && sum.complete([money, given])) {
    const [top, bottom] = given.unit.split("/");
    if (currency !== top && currency !== bottom) return null;
    const sign = currency === bottom ? "*" : "/";
    const label = `${money.text} in ${sign === "*" ? top : bottom}`;
    return evaluated([{ label, expression: `${write(money)} ${sign} (${write(given)})` }]);
  }
  const rate = sum.one("number");
  const time = money.kind === "money" ? sum.one("time") : null;
  if (!rate || rate.scaled || rate.low <= 0 || !sum.complete([money, rate, time])) return null;
  if (!/(?:@|\bat|\brate(?: of| is)?|\busing|\bwith)\s*$/i.test(rate.before)) return null;
  const match = TARGETS.map((pattern) => pattern.exec(sum.words)).find(Boolean);
  const said = nameOf(match?.[1]);
  // "70 billion euros at 1.14": dollars for a euro, as nothing else is named; "¥5tn at 150 to the dollar".
  const ofEuros = CROSS.has(currency) && rate.low > 1 && rate.high < 2;
  const toDollars = /^\s*(?:yen |yuan )?(?:to|per|for) (?:the|an?|one|each) (?:us )?dollar\b/i.test(rate.after);
  const target = toDollars || (!CROSS.has(said) && said !== "USD" && ofEuros) ? "USD" : said;
  if (!/^(?:USD|EUR|GBP)$/.test(target) || target === currency) return null;
  // Of euros and pounds each is more than a dollar, of other money it is less.
  const turned = target === "USD" ? !CROSS.has(currency) && rate.low > 1 : CROSS.has(target) && rate.low > 1;
  const factor = rate.low === rate.high ? `${rate.low}` : `${rate.low}-${rate.high}`;
  const unit = turned ? `${currency}/${target}` : `${target}/${currency}`;
  const exchanged = `${write(money)} ${turned ? "/" : "*"} (${factor} ${unit})`;
  const label = `${money.text} in ${target}`;
  const [period] = periodsAsked(sum.words);
  if (time)
    return evaluated(
      [
        { label, expression: exchanged },
        { label: `a ${period ?? "year"}`, expression: `#1 / (${write(time)}) in ${target}/${period ?? "year"}` },
      ],
      { lead: [2, 1] },
    );
  const below = match?.[2] ? unitNamed(match[2]) : "";
  const wanted = per.length > 0 ? [target, below || per[0], ...per.slice(1)].join("/") : null;
  return evaluated([{ label, expression: `${exchanged}${wanted ? ` in ${wanted}` : ""}` }]);
}

/** "240 MW for 8bn euros, in dollars": the money in another currency, and for each gigawatt. */
function moneyForPower(sum: Sum): PlanInput | null {
  const [money, power, rate] = [sum.one("money"), sum.one("power"), sum.one("number")];
  if (!money || !power || !sum.complete([money, power, rate])) return null;
  const target = nameOf(TARGETS[0]?.exec(sum.words)?.[1]);
  if (!/^(?:USD|EUR|GBP)$/.test(target) || target === money.unit) return null;
  // At the asker's own rate: dollars for one of the other, as rates are quoted.
  if (rate && (rate.scaled || !AT_RATE.test(rate.before) || (target !== "USD" && money.unit !== "USD"))) return null;
  const own = rate && `${rate.low} USD/${target === "USD" ? money.unit : target}`;
  const exchanged = own ? `${write(money)} ${target === "USD" ? "*" : "/"} (${own})` : `${write(money)} in ${target}`;
  const below = /\b(?:per|an?|each|\/) ?(?:mw|megawatt)\b|\/ ?mw\b/i.test(sum.words) ? "MW" : "GW";
  return evaluated(
    [
      { label: `${money.text} in ${target}`, expression: exchanged },
      {
        label: below === "GW" ? "for each gigawatt" : "for each megawatt",
        expression: `#1 / ${write(power)} in ${target}/${below}`,
      },
    ],
    { lead: /\bper\b|\beach\b|\//i.test(sum.words) ? [2, 1] : [1, 2], title: `${money.text} for ${power.text}` },
  );
}

/** "$57M a megawatt is what per watt, and per GW": one rate for each size of power that is asked for. */
function perEachAsked({ words }: Sum, of: Term): PlanInput | null {
  const [currency = "", per = "", ...below] = of.unit.split("/");
  if (of.kind !== "rate" || below.length > 0) return null;
  const asked = [
    ...words.matchAll(/(?:\b(?:per|an?|each|for each)\s|\/\s?)([kmgt]?w|(?:kilo|mega|giga|tera)?watts?)(?![a-z])/gi),
  ]
    .map((match) => unitNamed(match[1] ?? ""))
    .filter((unit, index, all) => unit !== "" && unit !== per && all.indexOf(unit) === index);
  if (asked.length === 0 || currencyAsked(words, currency) !== null) return null;
  const lines = asked.map((unit) => ({
    label: asked.length > 1 ? `per ${unit}` : "",
    expression: `${write(of)} in ${currency}/${unit}`,
  }));
  return evaluated(lines, { title: of.text, lead: lines.map((_line, index) => index + 1) });
}

/** "What exchange rate is implied by ¥1.6 trillion being $10B": so much of one for one of the other. */
function impliedRate(sum: Sum): PlanInput | null {
  const [a, b, ...more] = sum.of("money");
  if (!a || !b || more.length > 0 || a.unit === b.unit || !sum.complete([a, b])) return null;
  if (!/\b(?:exchange rate|fx|rate)\b/i.test(sum.words)) return null;
  // The larger number stands above, so that the rate is more than one.
  const [top, bottom] = a.low >= b.low ? [a, b] : [b, a];
  return evaluated([
    {
      label: `${top.unit} for one ${bottom.unit}`,
      expression: `${write({ ...top, unit: "" })} / (${write({ ...bottom, unit: "" })})`,
    },
  ]);
}

/** Another currency than the one given that a result is asked in; null where none is named. */
export function currencyAsked(words: string, given: string): "USD" | "EUR" | "GBP" | null {
  const said =
    /\b(?:us )?(dollars?|usd|euros?|eur|pounds?(?! of\b)|gbp|sterling)\b/i.exec(words)?.[1] ??
    (/\b(?:in|to|into|as) (?:us)?\$/i.test(words) ? "usd" : undefined);
  const unit = /^ster/i.test(said ?? "") ? "GBP" : unitNamed(said ?? "");
  return (unit === "USD" || unit === "EUR" || unit === "GBP") && unit !== given ? unit : null;
}

const nameOf = (word: string | undefined): string => SIGNS[(word ?? "").trim()] ?? unitNamed(word ?? "");

/** Of one kind, or money in another currency; power and energy part by hours, which the answer asks for. */
function isAlike(from: string, to: string): boolean {
  const [a, b] = [parseUnit(from), parseUnit(to)];
  if (!a || !b) return false;
  const open = Object.entries(multiplyDimensions(a.dimension, b.dimension, -1)).filter(
    ([unit]) => !/^(?:USD|EUR|GBP|JPY|CAD|AUD|INR)$/.test(unit),
  );
  return open.length === 0 || (open.length === 1 && open[0]?.[0] === "h" && /^[kMGT]?W/i.test(from));
}

/** "€33.3M per MW in dollars" is still for each megawatt. */
function keepsBelow(of: Term, top: string, below: string): string {
  const [, ...own] = of.unit.split("/");
  return below === "" && /^(?:USD|EUR|GBP|cent|g|kg|lb|t)$/.test(top) && own.length > 0 ? own.join("/") : "";
}
