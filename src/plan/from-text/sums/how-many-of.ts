/** One amount counted in another of its kind: "how many 250 MW sites in 26 GW", "$30B in tranches of $10B". */
import { gated } from "../../../knowledge/gated.ts";
import { inRole } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

/** What is counted: no unit, for which other readings know. */
const COUNTED = gated(
  /\bhow many\s+(?:(?:of (?:these|those|them|such)|such|like that|more|full|whole|single|identical|equal|separate)\s+)*(?!(?:times|percent|dollars?|euros?|gws?|gigawatts?|gigs?|mws?|megawatts?|kws?|[mgt]whs?|years?|months?|weeks?|days?|hours?|billions?|millions?|trillions?|more|less|gpus?|chips?|racks?|shares?|homes?|households?)\b)([a-z][\w'-]*)|\b(?:number|count) of (?:sites|plants|reactors|campuses|buildings|turbines|tranches|instal?ments|deals|phases|units|blocks|halls)\b|\bin (tranches|instal?ments|steps|blocks|phases|units|pieces|chunks|lots) of\b/i,
);
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
