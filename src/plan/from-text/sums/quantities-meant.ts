/** What each number of a question may be among the quantities that equations tie together. */

import { parseUnit } from "../../../calculator/units.ts";
import { gated } from "../../../knowledge/gated.ts";
import { CHIP_NAME } from "../../given.ts";
import type { Quantity } from "./equations.ts";
import { periodsAsked } from "./periods-asked.ts";
import { roleOf } from "./roles.ts";
import type { Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

/** An amount with how it is written, and the numbers of the question that are in it. */
export type Known = { expression: string; value: number; used: readonly Term[] };
export type Knowns = ReadonlyMap<Quantity, Known>;

const OVERHEADS: ReadonlySet<string> = new Set(["server", "network", "overhead", "factor"]);
const OF_IT = /^\s*(?:of )?(?:critical )?(?:IT\b|it (?:load|power|capacity)|servers?\b|compute\b)/;
const IT_BEFORE =
  /\b(?:IT|it load|it power|server load|critical(?: load)?)(?:\s(?:load|power|of|is|at|takes|draws|uses))*\s*[:=]?\s*$/;
const OF_SITE = gated(/^\s*(?:of )?(?:the )?(?:facility|site|meter|grid|campus|total|at the meter|utility)\b/i);
const SITE_BEFORE = gated(
  /\b(?:facility|site|meter|grid|campus|total)(?:\s(?:load|power|draw|of|is|at|takes|draws|uses))*\s*[:=]?\s*$/i,
);

/** Every way in which the numbers can be told apart; null where one of them is none of these quantities. */
export function quantitiesMeant(sum: Sum, withOnes: boolean): Knowns[] | null {
  let all: Map<Quantity, Known>[] = [implied(sum, withOnes)];
  const overheads = sum.terms.filter((term) => term.kind === "number" && OVERHEADS.has(roleOf(term) ?? ""));
  for (const term of sum.terms) {
    if (term.kind === "year" || overheads.includes(term)) continue;
    const kinds = meanings(sum, term);
    if (kinds.length === 0) return null;
    all = all.flatMap((known) =>
      kinds
        .filter((quantity) => !known.get(quantity)?.used.length)
        .map((quantity) => new Map(known).set(quantity, knownOf(term, quantity))),
    );
  }
  const [first] = overheads;
  if (first) {
    const numbers = overheads.flatMap(({ ends }) => ends);
    const value = numbers.reduce((a, b) => a * b, 1);
    for (const known of all) known.set("overheads", { expression: numbers.join(" * "), value, used: overheads });
  }
  return all;
}

/** "Servers are 60% of it". */
const OF_A_COST =
  /\bof\b|\b(?:servers?|gpus?|chips?|hardware|network\w*|cooling|shell|storage|land|construction|electrical|mechanical)\b/i;

const SHARES: ReadonlySet<Quantity> = new Set(["load", "hours sold", "share of the cost"]);
const PLAIN: ReadonlySet<Quantity> = new Set(["PUE"]);

function knownOf(term: Term, quantity: Quantity): Known {
  if (SHARES.has(quantity)) {
    const share = writeShare(term);
    return { expression: share, value: Number.parseFloat(share), used: [term] };
  }
  if (PLAIN.has(quantity)) return { expression: write(term, ""), value: term.high, used: [term] };
  // "Struck at $4, now 31": of each share, though nobody says so.
  if ((quantity === "share price" || quantity === "strike") && !term.unit.endsWith("/share"))
    return { expression: write(term, `${term.unit || "USD"}/share`), value: sizeOf(term), used: [term] };
  if (quantity === "shares" && term.unit === "")
    return { expression: write(term, "share"), value: sizeOf(term), used: [term] };
  if (quantity === "hourly price") {
    const hourly = `${term.unit.split("/")[0]}/gpu-hour`;
    return { expression: write(term, hourly), value: sizeOf(term), used: [term] };
  }
  // "87.6 TWh a year" is the energy of one year.
  const yearly = quantity === "energy" && term.unit.endsWith("/year");
  const expression = yearly ? `${write(term)} * 1 year` : write(term);
  return { expression, value: sizeOf(term) * (yearly ? 8760 : 1), used: [term] };
}

/** "A gigawatt", "one rack", "a year": what is spoken of without a number is one. */
function implied({ words, question, terms }: Sum, withOnes: boolean): Map<Quantity, Known> {
  const out = new Map<Quantity, Known>();
  const one = (quantity: Quantity, expression: string, value: number) =>
    out.set(quantity, { expression, value, used: [] });
  if (withOnes) {
    const priced = terms.some(
      ({ kind, text, before }) =>
        kind === "rate" && /\b(?:gw|gigawatt|gig)$/i.test(text) && /\b(?:an?|one|each|the)\s*$/i.test(before),
    );
    if (priced || /\b(?:an?|one|per|each|every|the) (?:single )?(?:gw|gigawatt)\b/i.test(words))
      one("site power", "1 GW", 1);
    else if (/\b(?:an?|one|per|each|every|the) (?:single )?(?:mw|megawatt)\b/i.test(words))
      one("site power", "1 MW", 1e-3);
    for (const { kind, unit, before } of terms)
      if (kind === "unit-price" && /\b(?:an?|one|each|the)\s*$/i.test(before)) {
        if (unit.endsWith("/rack")) one("racks", "1 rack", 1);
        if (unit.endsWith("/chip")) one("chips", "1 chip", 1);
      }
    const chip =
      /\b(?:an?|one|per|each|every|single) (?:¤+(?!¤)(?! (?:nvl|racks?))|gpu|chip|accelerator|card)\b(?! (?:racks?|cluster|fleet))/i;
    if (chip.test(words) || (/\b(?:an?|one) $/i.test(words) && CHIP_NAME.test(question))) one("chips", "1 chip", 1);
    if (/\b(?:an?|one|per|each|every|single) (?:nvl ?\d+ |¤+ )*rack\b/i.test(words)) one("racks", "1 rack", 1);
  }
  // "Electricity for a GPU-hour": of one chip, for one hour.
  if (
    CHIP_HOUR.test(words) &&
    terms.some(({ kind }) => kind === "price") &&
    !terms.some(({ kind }) => kind === "hourly")
  ) {
    if (withOnes) one("chips", "1 chip", 1);
    one("time", "1 hour", 1);
    return out;
  }
  const timed = terms.some(({ kind }) => ["price", "hourly", "carbon", "water", "flow"].includes(kind));
  const spoken =
    periodsAsked(words).length > 0 || /\b(?:load|capacity factor|utili[sz]ation|year|flat out)\b/i.test(words);
  const asked = /\bhow (?:long|many (?:hours|days|weeks|months|years))\b/i.test(words);
  if (!terms.some(({ kind }) => kind === "time") && (timed || spoken) && !asked) {
    const [period = "year"] = periodsAsked(words);
    one("time", `1 ${period}`, { year: 8760, quarter: 2190, month: 730, week: 168, day: 24, hour: 1 }[period]);
  }
  return out;
}

const STOCK = gated(/\b(?:shares?|stock|warrants?|options)\b/i);
const CHIP_HOUR = /(?:¤|\b(?:gpu|chip|accelerator))[- ]?(?:hours?|hrs?)\b/i;

function meanings(sum: Sum, term: Term): Quantity[] {
  const role = roleOf(term);
  const below = term.unit.split("/").slice(1).join("/");
  switch (term.kind) {
    case "power":
      if (OF_IT.test(term.after) || IT_BEFORE.test(term.before)) return ["IT power"];
      if (OF_SITE.test(term.after) || SITE_BEFORE.test(term.before)) return ["site power"];
      return inRoles(sum, "pue") || /\bpue\b/i.test(sum.words) ? ["site power", "IT power"] : ["site power"];
    case "energy":
      return below === "" || (below === "year" && sum.of("time").length === 0) ? ["energy"] : [];
    case "time":
      return ["time"];
    case "price":
      return ["energy price"];
    case "carbon":
      return ["carbon"];
    case "water":
      return ["water per kWh"];
    case "volume":
      return ["water"];
    case "mass":
      return ["CO2"];
    case "sites":
      return ["sites"];
    case "racks":
      return ["racks"];
    case "chips":
      return term.unit === "chip/rack" ? ["chips in a rack"] : ["chips"];
    case "shares":
      return ["shares"];
    case "unit-power":
      return below === "chip"
        ? ["power of each chip"]
        : below === "rack"
          ? ["power of each rack"]
          : ["power of each site"];
    case "unit-price":
      if (below === "share") return role === "strike" ? ["strike"] : ["share price"];
      if (below === "chip") return ["price of each chip", "cost per chip"];
      return below === "rack" ? ["price of each rack", "cost per rack"] : [];
    case "hourly":
      return ["hourly price"];
    case "rate":
      return /^(?:[kMG]?W)$/.test(below) ? ["cost per GW"] : [];
    case "flow":
      return below === "year" || below === "month" || below === "quarter" ? ["bill a year", "revenue a year"] : [];
    case "money":
      if (role === "strike") return ["strike"];
      return ["cost", "hardware", "bill", "revenue", "value"];
    case "percent":
      if (role === "load") return ["load", "hours sold"];
      if (role === "sold") return ["hours sold"];
      if (role !== null) return [];
      return OF_A_COST.test(`${term.before.slice(-40)} ${term.after}`) ? ["share of the cost"] : ["load", "hours sold"];
    case "number":
      if (role === "pue") return term.high >= 1 && term.high < 4 ? ["PUE"] : [];
      if (role === "load" && term.high <= 1) return ["load", "hours sold"];
      // "Last round price 31", beside shares.
      if (!term.scaled && STOCK.test(sum.text) && /\bprice(?: (?:of|is|was|at))?\s*$/i.test(term.before))
        return ["share price"];
      return term.scaled && STOCK.test(sum.text) ? ["shares"] : [];
    default:
      if (term.unit === "chip/site") return ["chips at each site"];
      if (term.unit === "rack/site") return ["racks at each site"];
      if (/^chip\/[GMk]W$/.test(term.unit)) return ["chips per GW"];
      return /^rack\/[GMk]W$/.test(term.unit) ? ["racks per GW"] : [];
  }
}

const inRoles = (sum: Sum, role: string): boolean => sum.terms.some((term) => roleOf(term) === role);

/** In the base units of the calculator, so that two ways to one amount can be compared. */
const sizeOf = ({ low, high, unit }: Term): number =>
  ((low + high) / 2) * (parseUnit(unit.replace(/\/site\b/, ""))?.factor ?? 1);
