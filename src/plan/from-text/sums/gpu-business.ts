/** Chips as a business: what an hour costs, what renting brings in, when it pays back, which revenue breaks even, which margin is left. */

import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { gated } from "../../../knowledge/gated.ts";
import { chipsNamed } from "../../given.ts";
import { currencyOf } from "./lending.ts";
import { periodsAsked } from "./periods-asked.ts";
import { inRole, roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

/** The hours of a year may be written out; they say nothing new. */
const isYearOfHours = (term: Term): boolean =>
  (term.unit === "hour" && (term.low === 8760 || term.low === 8766)) || (term.kind === "number" && term.low === 8760);
const hoursOf = (sum: Sum): readonly Term[] => sum.terms.filter(isYearOfHours);

/** A cost that is not said to be for another time is for a year. */
const yearly = (term: Term): string => (term.kind === "flow" ? `(${write(term)})` : `(${write(term)} / 1 year)`);

/** What a gigawatt costs in a year. */
const perYear = (term: Term, gigawatt: string): string =>
  `(${write(term)} * 1 ${gigawatt}${/\/(?:year|quarter|month|week|day|hour)\b/.test(term.unit) ? "" : " / 1 year"})`;

/** Hours sold, in words or as a share of the time used: whatever share stands beside GPU-hours. */
function soldShare(sum: Sum): Term | null {
  const named = inRole(sum, "sold");
  const loads = inRole(sum, "load");
  const plain = sum.of("percent").filter((term) => roleOf(term) === null);
  return [...named, ...loads, ...plain][0] ?? null;
}

/** "Per-hour cost of a $40k GPU over 5 years": its price over the hours of its life that are sold. */
function hourOfOne(sum: Sum) {
  if (!/\b(?:per|an?|each)[- ](?:gpu[- ]|chip[- ])?(?:hour|hr)\b|\bhourly\b|\/ ?(?:hr|hour)\b/i.test(sum.words))
    return null;
  const [price, life] = [sum.one("unit-price"), sum.of("time").find((term) => !isYearOfHours(term)) ?? null];
  const sold = soldShare(sum);
  if (!price?.unit.endsWith("/chip") || life?.unit !== "year" || !sum.complete([price, life, sold, ...hoursOf(sum)]))
    return null;
  const share = sold ? ` * ${writeShare(sold)}` : "";
  return evaluated(
    [
      {
        label: `${price.text} over ${life.text}${sold ? ` at ${sold.text}` : ""}`.slice(0, 80),
        expression: `1 chip * ${write(price)} / (1 chip * ${write(life)}${share}) in ${currencyOf(price)}/gpu-hour`,
      },
    ],
    { title: "What an hour of it costs" },
  );
}

export const gpuHour: ReadSum = (sum) => {
  const ofOne = hourOfOne(sum);
  if (ofOne) return ofOne;
  if (
    !/(?:\b(?:per|an?|each|for an?)|\/) ?(?:gpu|chip|accelerator|¤+)[- ]?(?:hour|hr)|(?:gpu|chip|accelerator|¤+)[- ]hours?\b.*\b(?:cost|price)|\b(?:per|an) hour\b/i.test(
      sum.words,
    )
  )
    return null;
  const chips = sum.one("chips") ?? sum.terms.find(({ unit }) => /^chip\/GW/.test(unit)) ?? null;
  const cost = sum.one("money", "flow", "rate");
  const sold = soldShare(sum);
  const life = sum.of("time").find((term) => !isYearOfHours(term)) ?? null;
  if (!chips || !cost || !sum.complete([chips, cost, sold, life, ...hoursOf(sum)])) return null;
  // Over its life what is spent once costs so much a year.
  if (life && (cost.kind === "flow" || /\/(?:year|quarter|month)$/.test(cost.unit))) return null;
  const forOne = (term: Term) => /\/GW(?:_it|_facility)?\b/.exec(term.unit)?.[0].slice(1) ?? null;
  // Chips of a gigawatt have no cost but that of a gigawatt.
  if (forOne(chips) !== null && forOne(cost) === null) return null;
  const [gigawatt, ofChips] = [forOne(cost), forOne(chips)];
  return evaluated([
    {
      label: "cost of a GPU-hour sold",
      expression: `${life ? `(${write(cost)}${gigawatt ? ` * 1 ${gigawatt}` : ""} / (${write(life)}))` : gigawatt ? perYear(cost, gigawatt) : yearly(cost)} / (${write(chips)}${ofChips ? ` * 1 ${ofChips}` : ""}${sold ? ` * ${writeShare(sold)}` : ""}) in ${currencyOf(cost)}/gpu-hour`,
    },
  ]);
};

export const rental: ReadSum = (sum) => {
  const counted = sum.one("chips");
  // "x 8,760 h x $5.30", "rented at $5.30": a few dollars are the price of an hour.
  const lasts = counted !== null && sum.one("time") !== null && (sum.one("money")?.high ?? 100) < 100;
  const small = hoursOf(sum).length > 0 || RENTED.test(sum.words) || lasts ? sum.one("money") : null;
  const price = sum.one("hourly") ?? (small && small.high < 1_000 && !small.scaled ? small : null);
  const onRecord = price ? null : rentOnRecord(sum);
  const sold = soldShare(sum);
  const time = sum.of("time").find((term) => !isYearOfHours(term));
  const forSoLong =
    onRecord !== null && /\bfor (?:an?|one) (?:full |whole )?(?:year|month|week|day)\b/i.test(sum.words);
  const single = sum.of("chips").length === 0 && (ONE_CHIP.test(sum.words) || forSoLong);
  // What renting one costs is on record by the hour.
  if (!counted && !price && sum.terms.length === 0 && periodsAsked(sum.words).length === 0) return null;
  if ((!counted && !single) || (!price && !onRecord) || !sum.complete([counted, price, sold, time, ...hoursOf(sum)]))
    return null;
  const chips = counted ? { text: counted.text, written: write(counted) } : { text: "1 chip", written: "1 chip" };
  const currency = price ? currencyOf(price) : "USD";
  const hourly = price ? write(price, `${currency}/gpu-hour`) : `${onRecord}`;
  const lines: SumLine[] = [
    {
      label: "rent a year",
      expression: `${chips.written} * ${hourly}${sold ? ` * ${writeShare(sold)}` : ""} in ${currency}/year`,
    },
  ];
  for (const period of periodsAsked(sum.words)
    .filter((asked) => asked !== "year")
    .slice(0, 2))
    lines.push({ label: `a ${period}`, expression: `#1 in ${currency}/${period}` });
  if (time) lines.push({ label: `over ${time.text}`, expression: `#1 * ${write(time)}` });
  const all = lines.map((_line, index) => index + 1);
  return evaluated(lines, {
    title: `Rent of ${chips.text} at ${price?.text ?? "the price on record"}`.slice(0, 120),
    lead: time ? all.reverse() : all,
  });
};

const RENTED = gated(/\brent(?:s|ed|al|ing)?\b/i);
const ONE_CHIP = /\b(?:an?|one|1|single|each|per) (?:¤+(?!¤)|gpu|card|chip|accelerator)(?![- ]?h)/i;

/** What an hour of the chip that is named costs on record, where that is what is to be taken. */
function rentOnRecord({ reading, words, question }: Sum): string | null {
  const { names, library } = reading;
  const chips = new Set(chipsNamed(question).map(([, name = ""]) => name.toLowerCase()));
  // Of two that are named neither is the one.
  const [chip] = chips.size === 1 ? chips : [];
  const others = names.orgs.filter((org) => org !== "nvidia").length + names.deals.length + names.places.length;
  if (!chip || others > 0 || !RENTED.test(words) || !/\b(?:price|rate|cost|budget|bill|how much)\b/i.test(words))
    return null;
  const rate = library.knowledge.rates.find((one) => one.quantity === "gpu-hour-price" && isChip(one, chip));
  return rate ? `@${rate.id}` : null;
}

/** "What utilisation makes $12M a year of 1,000 GPUs at $2.50 an hour". */
export const soldNeeded: ReadSum = (sum) => {
  const [target, chips, hourly] = [sum.one("flow", "money"), sum.one("chips"), sum.one("hourly")];
  if (!target || !chips || !hourly || !sum.complete([target, chips, hourly, ...hoursOf(sum)])) return null;
  if (
    !/\b(?:utili[sz]ation|occupancy|(?:what|which) (?:share|percent\w*)|how (?:full|busy|much of the (?:time|year)))\b/i.test(
      sum.words,
    )
  )
    return null;
  return evaluated([
    {
      label: "hours that must be sold",
      expression: `${yearly(target)} / (${write(chips)} * ${write(hourly, `${currencyOf(hourly)}/gpu-hour`)}) in %`,
    },
  ]);
};

export const payback: ReadSum = (sum) => {
  if (
    !/\b(?:pay[- ]?backs?|(?:pays?|paid|paying) for (?:itself|themselves)|pays? (?:(?:for )?itself |it )?(?:back|off)|recoup\w*|(?:years|time|long) .*\b(?:to|until|before) (?:it )?(?:break[- ]?even|recover|pays?|earn)|recover\w*|break[- ]?even (?:time|period|point|in years)|break even in)\b/i.test(
      sum.words,
    )
  )
    return null;
  const ofGigawatt = paybackOfGigawatt(sum) ?? paybackOfRack(sum);
  if (ofGigawatt) return ofGigawatt;
  // "A $3.9M rack that earns $150k a month": what is bought is one of the things.
  const moneys = sum.of("money", "flow", "unit-price");
  const revenue = moneys.find((term) => roleOf(term) === "revenue") ?? null;
  const opex = moneys.find((term) => roleOf(term) === "opex") ?? null;
  const rate = sum.one("rate");
  const ofOne =
    rate && !/\/(?:year|quarter|month)$/.test(rate.unit) ? { ...rate, unit: rate.unit.split("/")[0] ?? "USD" } : null;
  const others = moneys.filter((term) => term !== revenue && term !== opex);
  const spent =
    others.find((term) => term.kind === "money" && roleOf(term) === "capex") ??
    others.find(({ kind }) => kind === "money" || kind === "unit-price") ??
    null;
  const capex = spent ?? ofOne;
  const flows = moneys.filter((term) => term !== revenue && term !== opex && term !== capex);
  const income = revenue ?? flows[0] ?? null;
  const kept = keptOf(sum);
  const runs = kept ? null : spentOf(sum);
  if (!capex || !income || !sum.complete([spent ?? rate, income, opex, kept, runs])) return null;
  const left = kept ? ` * ${writeShare(kept)}` : runs ? ` * (1 - ${writeShare(runs)})` : "";
  return evaluated([
    {
      label: "time to pay back",
      expression: `${write(capex, capex.kind === "unit-price" ? currencyOf(capex) : undefined)} / (${yearly(income)}${left}${opex ? ` - ${yearly(opex)}` : ""}) in ${/\bmonths\b/i.test(sum.words) ? "months" : "years"}`,
    },
  ]);
};

/** What of the revenue is left to pay with: "at a 60% margin". */
const keptOf = (sum: Sum): Term | null => {
  const [margin, ...more] = inRole(sum, "margin");
  return margin && more.length === 0 && margin.kind === "percent" ? margin : null;
};

/** What of the revenue is spent on running: "15% of that goes on running costs", "opex of a quarter of it". */
const spentOf = (sum: Sum): Term | null => {
  const [spent, ...more] = sum
    .of("percent")
    .filter(
      ({ before, after }) =>
        SPENT_AFTER.test(after) ||
        SPENT_AFTER_BARE.test(after) ||
        (SPENT_BEFORE.test(before) && OF_REVENUE.test(after)),
    );
  return spent && more.length === 0 ? spent : null;
};
const OF_REVENUE = /^\s*(?:of (?:that|it|this|which|(?:the |its )?(?:revenues?|sales|income|rent|turnover)))?\b/i;
const RUNNING =
  "(?:running|operating|opex|op ex|costs?|expenses?|power|electricity|energy|upkeep|operations|operate|run|staff|maintenance)";
const SPENT_AFTER = new RegExp(
  String.raw`^\s*of (?:that|it|this|which|(?:the |its )?(?:revenues?|sales|income|rent|turnover))\b(?: \w+){0,3}? ${RUNNING}\b`,
  "i",
);
/** "And 30% opex". */
const SPENT_AFTER_BARE = new RegExp(String.raw`^\s*(?:of )?${RUNNING}\b`, "i");
const SPENT_BEFORE = new RegExp(
  String.raw`\b${RUNNING}(?: (?:costs?|expenses?))?(?: (?:of|at|is|are|eats?|takes?|about|up))*\s*$`,
  "i",
);

/** "$35B per GW that earns $9.7B a GW-year": what a gigawatt costs over what it brings in a year. */
function paybackOfGigawatt(sum: Sum) {
  const rates = sum.of("rate");
  const isYearly = ({ unit }: Term) => /\/(?:year|quarter|month)$/.test(unit) || unit.endsWith("/GW-year");
  // "35B/GW at 12B/GW revenue": revenue is that of a year.
  const revenue = rates.find((term) => !isYearly(term) && roleOf({ ...term, kind: "money" }) === "revenue") ?? null;
  const capex = rates.find((term) => !isYearly(term) && term !== revenue) ?? null;
  const own = revenue ? [{ ...revenue, unit: `${revenue.unit}/year` }] : [];
  // "At 9.7B revenue", behind what a gigawatt costs: that of a gigawatt and a year.
  const said = sum.of("money").filter((term) => roleOf(term) === "revenue");
  const ofEach = revenue || said.length !== 1 ? [] : said.map((term) => ({ ...term, unit: `${term.unit}/GW/year` }));
  const earned = [...rates.filter(isYearly), ...sum.of("price", "flow").filter(isYearly), ...own, ...ofEach];
  const [income, ...others] = [...earned].sort((a, b) => b.high - a.high);
  const opex = others[0] ?? null;
  const kept = keptOf(sum);
  const runs = kept ? null : spentOf(sum);
  const given = revenue ?? said[0] ?? income;
  if (!capex || !income || others.length > 1 || !sum.complete([capex, given, revenue ? null : opex, kept, runs]))
    return null;
  // A flow that is not said to be for a gigawatt is for the one that is spoken of.
  const each = (term: Term) => (term.kind === "flow" ? `(${write(term)} / 1 GW)` : `(${write(term)})`);
  return evaluated([
    {
      label: "time to pay back",
      expression: `${write(capex)} / (${each(income)}${kept ? ` * ${writeShare(kept)}` : runs ? ` * (1 - ${writeShare(runs)})` : ""}${opex ? ` - ${each(opex)}` : ""}) in years`,
    },
  ]);
}

/** "A $3.5M rack of 72 GPUs at $3 an hour, 75% sold". */
function paybackOfRack(sum: Sum) {
  const opex = sum.of("money", "flow").find((term) => roleOf(term) === "opex") ?? null;
  const [price, ...more] = sum.of("money", "unit-price").filter((term) => term !== opex);
  const [chips, hourly, sold] = [sum.one("chips"), sum.one("hourly"), soldShare(sum)];
  if (!price || !hourly || more.length > 0 || !sum.complete([price, chips, hourly, sold, opex, ...hoursOf(sum)]))
    return null;
  const perChip = price.unit.endsWith("/chip");
  if (!chips && !perChip && !ONE_CHIP.test(sum.words)) return null;
  const count = chips ? `${chips.low}` : "1";
  const currency = currencyOf(price);
  const cost = `${write(price, currency)}${perChip && chips ? ` * ${count}` : ""}`;
  return evaluated(
    [
      {
        label: "rent a year",
        expression: `${count} chips * ${write(hourly, `${currencyOf(hourly)}/gpu-hour`)}${sold ? ` * ${writeShare(sold)}` : ""} in ${currencyOf(hourly)}/year`,
      },
      { label: "time to pay back", expression: `${cost} / ${opex ? `(#1 - ${yearly(opex)})` : "#1"} in years` },
    ],
    { lead: [2, 1] },
  );
}

export const breakEven: ReadSum = (sum) => {
  if (
    !/\bbreak[- ]?even|\bmust .*\b(?:charge|earn|bring in)|\bmust (?:the |our |its )?revenues? be\b|\brevenues? (?:must|has to|have to|would have to|needs? to) be\b|\b(?:what|how much) revenue\b|\brevenue (?:is )?(?:need|requir|do (?:i|we|you|they) need)|\b(?:need|requir)\w* revenue/i.test(
      sum.words,
    )
  )
    return null;
  const cost = sum.one("money", "flow");
  const [margin, ...more] = sum.of("percent");
  if (!cost || !margin || more.length > 0 || !sum.complete([cost, margin])) return null;
  return evaluated([
    { label: "revenue that leaves the margin", expression: `${write(cost)} / (1 - ${writeShare(margin)})` },
  ]);
};

/** "A 30% margin on a cost of $7.7B: what price": what has to come in is asked, and the cost is called so. */
const PRICE_FOR_MARGIN = gated(
  /\b(?:what|which|how much)\b[^?]*\b(?:price|prices|charge|charged|sell|bill|revenue|sales)\b/i,
);
export const priceForMargin: ReadSum = (sum) => {
  const [cost, percent] = [sum.one("money", "flow", "hourly", "rate", "unit-price"), sum.one("percent")];
  if (!cost || !percent || !sum.complete([cost, percent]) || percent.high >= 100) return null;
  if (roleOf(percent) !== "margin" || /\bmark[- ]?up\b/i.test(sum.words) || !PRICE_FOR_MARGIN.test(sum.words))
    return null;
  const near = `${cost.before.slice(-24)} ${cost.after.slice(0, 20).split(/[,;:?]/)[0]}`;
  if (!/\b(?:costs?|opex|expenses?|spend\w*)\b/i.test(near) || /\b(?:revenues?|sales|price)\b/i.test(near)) return null;
  return evaluated([
    { label: "price that leaves the margin", expression: `${write(cost)} / (1 - ${writeShare(percent)})` },
  ]);
};

/** "$9B of revenue at a 62% gross margin: gross profit", and the costs that go with it. */
export const profitAtMargin: ReadSum = (sum) => {
  const [revenue, percent] = [sum.one("money", "flow"), sum.one("percent")];
  if (!revenue || !percent || !sum.complete([revenue, percent]) || percent.high >= 100) return null;
  if (roleOf(percent) !== "margin" || !/\bmargins?\b/i.test(sum.words)) return null;
  const near = `${revenue.before
    .slice(-24)
    .split(/[,;:?]/)
    .at(-1)} ${revenue.after.slice(0, 20).split(/[,;:?]/)[0]}`;
  if (!/\b(?:revenues?|sales|turnover|top line|arr|run[- ]rate|brings? in|takes? in)\b/i.test(near)) return null;
  const [profit, costs] = [PROFIT_ASKED.test(sum.words), COSTS_ASKED.test(sum.words)];
  if (!profit && !costs) return null;
  return evaluated(
    [
      { label: "profit at the margin", expression: `${write(revenue)} * ${writeShare(percent)}` },
      { label: "costs at the margin", expression: `${write(revenue)} * (1 - ${writeShare(percent)})` },
    ],
    { title: `${revenue.text} at a margin of ${percent.text}`, lead: costs && !profit ? [2, 1] : [1, 2] },
  );
};
const PROFIT_ASKED = gated(
  /\b(?:profits?|ebitda?|(?:operating|gross|net) income|earnings|left over|is left|keeps?|kept|margin in (?:dollars|\$))\b/i,
);
const COSTS_ASKED = gated(/\b(?:costs?|cogs|expenses?|cost of (?:sales|revenue|goods))\b/i);

/** "Revenue 12 and costs 9 billion": the scale of one holds for the other. */
function moneysOf(sum: Sum): readonly Term[] {
  // "Revenue is 9.7B and cost 8.5B per GW": both are of the one gigawatt.
  const ofOne = sum.of("rate", "price").filter(({ unit }) => /^[A-Z]{3}\/GW(?:-year|\/year)?$/.test(unit));
  if (ofOne.length > 0 && sum.of("power", "pace").length === 0)
    return sum
      .of("money", "flow", "rate", "price")
      .map((term) => ({ ...term, kind: "money" as const, unit: term.unit.split("/")[0] ?? "USD" }));
  const plain = sum.of("number").filter(({ scaled, unit }) => !scaled && unit === "");
  if (plain.length === 2 && sum.terms.length === 2) return plain;
  const [bare, scaled] = [sum.one("number"), sum.one("money")];
  if (!bare || !scaled || bare.scaled || bare.unit !== "" || bare.low >= 1_000) return sum.of("money", "flow");
  const scale = 10 ** (3 * Math.floor(Math.log10(Math.max(1, scaled.high)) / 3));
  return [bare, scaled].map((term) =>
    term === bare
      ? { ...bare, low: bare.low * scale, high: bare.high * scale, unit: scaled.unit, kind: "money" }
      : term,
  );
}

export const margin: ReadSum = (sum) => {
  if (!/\b(?:margins?|profit\w*)\b/i.test(sum.words) || sum.of("percent").length > 0) return null;
  const [first, second, ...more] = moneysOf(sum);
  if (
    !first ||
    !second ||
    more.length > 0 ||
    !sum.complete(sum.terms.filter(({ start }) => start === first.start || start === second.start)) ||
    currencyOf(first) !== currencyOf(second)
  )
    return null;
  const isResult = (term: Term) =>
    /^\s*(?:(?:of|in|net|operating|annual)\s)*(?:loss(?:es)?|profits?|burn|ebitda?|(?:net|operating) income)\b/i.test(
      term.after,
    ) ||
    /\b(?:loss(?:es)?|profits?|burn(?:ed|t|s)?|lost|loses|ebitda?|(?:net|operating) income)(?: of| is| was| at)*\s*$/i.test(
      term.before,
    );
  const result = [first, second].filter(isResult);
  if (result.length === 1 && result[0]) return marginOf(result[0], result[0] === first ? second : first);
  const isRevenue = (term: Term) => roleOf(term) === "revenue";
  const isCost = (term: Term) =>
    /\b(?:costs?|opex|expenses?|spend\w*)\b/i.test(`${term.before.slice(-24)} ${term.after.slice(0, 16)}`) &&
    !isRevenue(term);
  const revenue = [first, second].find(isRevenue) ?? [first, second].find((term) => !isCost(term));
  const cost = revenue === first ? second : first;
  if (!revenue || (!isRevenue(revenue) && !isCost(cost))) return null;
  const perYear = first.kind !== second.kind;
  const [r, c] = perYear ? [yearly(revenue), yearly(cost)] : [write(revenue), write(cost)];
  return evaluated(
    [
      { label: "profit", expression: `${r} - ${c}` },
      { label: "margin", expression: `(${r} - ${c}) / (${r}) in %` },
    ],
    { title: "Margin", lead: /\bprofit/i.test(sum.words) && !/\bmargin/i.test(sum.words) ? [1, 2] : [2, 1] },
  );
};

/** A profit or a loss as a share of revenue. */
function marginOf(result: Term, revenue: Term) {
  const isLoss = /\b(?:loss(?:es)?|burn(?:ed|t|s)?|lost|loses)\b/i.test(
    `${result.before.slice(-20)} ${result.after.slice(0, 24)}`,
  );
  const share = `${write(result)} / (${write(revenue)}) in %`;
  return evaluated([{ label: isLoss ? "margin, a loss" : "margin", expression: isLoss ? `0 - ${share}` : share }], {
    title: `${result.text} on ${revenue.text}`,
  });
}

/** What a chip has to bring in an hour to be paid off in its life, in the hours that are sold. */
export const hourlyToPayOff: ReadSum = (sum) => {
  const [price, time] = [sum.one("money", "unit-price"), sum.one("time")];
  const [sold, ...more] = sum.of("percent");
  if (!price || !time || more.length > 0 || !sum.complete([price, time, sold])) return null;
  if (
    !/\b(?:hourly|per hour|an hour|per gpu[- ]hour|gpu[- ]hour)\b/i.test(sum.words) ||
    !/\b(?:gpu|chip|accelerator|card|¤+)/i.test(sum.text)
  )
    return null;
  if (
    price.high > 1e6 ||
    !/\b(?:pay|paid|pays|recover\w*|recoup\w*|break[- ]?even|cover|earn|costs?|spread|amorti[sz]\w*)\b/i.test(sum.words)
  )
    return null;
  const each = price.kind === "unit-price" ? write(price) : `${write(price)} / 1 chip`;
  const used = sold ? ` * ${writeShare(sold)}` : "";
  return evaluated([
    {
      label: "price of a GPU-hour that pays it off",
      expression: `${each} / (${write(time)}${used}) in ${currencyOf(price)}/gpu-hour`,
    },
  ]);
};
