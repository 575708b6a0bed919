/** One amount counted in another of its kind: "how many 250 MW sites in 26 GW", "$30B in tranches of $10B"; and money shared by a number of payers. */
import { currencyOf } from "./lending.ts";
import { periodsAsked } from "./periods-asked.ts";
import { inRole } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

/** What is counted: no unit, for which other readings know. */
const COUNTED =
  /\bhow many\s+(?:(?:of (?:these|those|them|such)|such|like that|more|full|whole|single|identical|equal|separate)\s+)*(?!(?:times|percent|dollars?|euros?|gws?|gigawatts?|gigs?|mws?|megawatts?|kws?|[mgt]whs?|years?|months?|weeks?|days?|hours?|billions?|millions?|trillions?|more|less|gpus?|chips?|racks?|shares?|homes?|households?)\b)([a-z][\w'-]*)|\b(?:number|count) of (?:sites|plants|reactors|campuses|buildings|turbines|tranches|instal?ments|deals|phases|units|blocks|halls)\b|\bin (tranches|instal?ments|steps|blocks|phases|units|pieces|chunks|lots) of\b/i;
const KINDS: readonly Kind[] = ["power", "money", "energy", "chips", "shares"];

/** The smaller of two amounts of one kind goes so many times into the larger. */
export const howManyOf: ReadSum = (sum) => {
  const perSite = sum.terms.find(({ kind, unit }) => kind === "unit-power" && unit.endsWith("/site")) ?? null;
  const whole = perSite ? sum.one("power") : null;
  if (perSite && whole && sum.complete([perSite, whole]) && /\bhow many\b|\b(?:number|count) of\b/i.test(sum.words))
    return counted(whole, perSite);
  if (!COUNTED.test(sum.words)) return null;
  const [load, ...loads] = inRole(sum, "load");
  if (loads.length > 0) return null;
  for (const kind of KINDS) {
    const [first, second, ...more] = sum.of(kind);
    if (!first || !second || more.length > 0 || first.unit.split("/")[0] === "" || !sum.complete([first, second, load]))
      continue;
    const [large, small] = sizeOf(first) >= sizeOf(second) ? [first, second] : [second, first];
    if (sizeOf(large) > sizeOf(small)) return counted(large, small, load);
  }
  return null;
};

/** With a load each of the parts gives so much less. */
const counted = (large: Term, small: Term, load?: Term) =>
  evaluated([{ expression: `${write(large)} / (${write(small)}${load ? ` * ${writeShare(load)}` : ""})` }], {
    title: `${large.text} in parts of ${small.text}`.slice(0, 120),
  });

const SIZES: Readonly<Record<string, number>> = {
  kW: 1e-6,
  MW: 1e-3,
  GW: 1,
  TW: 1e3,
  kWh: 1e-6,
  MWh: 1e-3,
  GWh: 1,
  TWh: 1e3,
};
const sizeOf = ({ high, unit }: Term): number => high * (SIZES[unit.split("/")[0] ?? ""] ?? 1);

const SHARED = /\b(?:split|spread|shared?|divided?|evenly|equally|each|apiece|between|among(?:st)?|across)\b/i;
const PAYERS =
  /^\s*(?:\w+\s){0,2}(?:compan(?:ies|y)|firms|banks|lenders|investors|partners|payers|buyers|parties|owners|hyperscalers|labs|tenants|customers|deals|ways|people|members|funds)\b/i;

/** "$600B spread evenly over four companies". */
export const sharedBy: ReadSum = (sum) => {
  const [money, number] = [sum.one("money", "flow", "power"), sum.one("number", "sites")];
  if (!money || !number || number.low < 2 || number.scaled || !sum.complete([money, number])) return null;
  if (!SHARED.test(sum.words) || !(PAYERS.test(number.after) || number.kind === "sites")) return null;
  return evaluated([{ label: `for each of ${number.text}`, expression: `${write(money)} / ${number.low}` }], {
    title: `${money.text} shared by ${number.text}`,
  });
};

const AVERAGE = /\b(?:average|mean|continuous(?:ly)?|constant|equivalent|steady)\b/i;

/** "8,760 GWh a year as average MW": the power that gives the energy when it runs all the time. */
export const averagePower: ReadSum = (sum) => {
  const [energy, time] = [sum.one("energy"), sum.one("time")];
  const wanted = /\b([mgk]ws?|megawatts?|gigawatts?|power|load|draw|demand)\b/i.exec(sum.words)?.[1];
  if (!energy || !wanted || !AVERAGE.test(sum.words) || !sum.complete([energy, time])) return null;
  const unit = /^g/i.test(wanted) ? "GW" : /^k/i.test(wanted) ? "kW" : "MW";
  const [period = "year"] = periodsAsked(sum.words);
  const over = time ? write(time) : energy.unit.includes("/") ? null : `1 ${period}`;
  return evaluated([
    { label: "average power", expression: `${write(energy)}${over ? ` / (${over})` : ""} in ${unit}` },
  ]);
};

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
  if (price.high > 1e6 || !/\b(?:pay|paid|pays|recover\w*|recoup\w*|break[- ]?even|cover|earn)\b/i.test(sum.words))
    return null;
  const each = price.kind === "unit-price" ? write(price) : `${write(price)} / 1 chip`;
  const used = sold ? ` * ${sold.low === sold.high ? sold.low / 100 : `(${sold.low / 100}-${sold.high / 100})`}` : "";
  return evaluated([
    {
      label: "price of a GPU-hour that pays it off",
      expression: `${each} / (${write(time)}${used}) in ${currencyOf(price)}/gpu-hour`,
    },
  ]);
};
