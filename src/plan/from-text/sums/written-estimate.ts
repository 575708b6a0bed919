/** An estimate as the lines that it is worked out by, so that another line can follow. */
import { defaultInput } from "../../../calculator/chain/choose-inputs.ts";
import { findWay } from "../../../calculator/chain/find-way.ts";
import { capexEstimates, findEstimates } from "../../../calculator/named-estimate.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { PlanOf } from "../../plan.ts";

/** Null where it is no chain from a power or an energy (or, with `counts`, from chips, racks or homes), or no cost of a power. */
export function written(
  library: Library,
  last: PlanOf<"estimate">,
  counts = false,
): PlanOf<"evaluate">["lines"] | null {
  const { quantity, over, rate, chip, assume } = last;
  const named = rate && "name" in rate ? findEstimates(library, rate.name, chip)[0] : capexEstimates(library)[0];
  const perGw = rate && "low" in rate ? `(${rate.low}-${rate.high} ${rate.unit}/GW)` : named ? `@${named.id}` : null;
  const ends = quantity.low === quantity.high ? `${quantity.low}` : `${quantity.low}-${quantity.high}`;
  if (over || perGw === null) return null;
  const isPower = quantity.unit === "GW";
  if (isPower && (last.to ?? "cost") === "cost")
    return [{ label: `cost of ${quantity.text}`.slice(0, 80), expression: `${ends} GW * ${perGw}` }];
  const isMoney = last.from === "cost" && /^(?:USD|EUR|GBP)$/.test(quantity.unit);
  const counted = counts && quantity.unit === "count" ? COUNTED[last.from ?? ""] : undefined;
  if (!last.to || (!isPower && !isMoney && !counted && quantity.unit !== "TWh")) return null;
  const own = new Map(assume.map(({ input, expression }) => [input, expression]));
  const from = last.from ?? (isPower ? (last.basis === "it" ? "it-power" : "power") : "energy");
  return findWay({
    from,
    given: `${ends} ${counted ?? quantity.unit}${from === "it-power" ? "_it" : ""}`,
    to: last.to,
    input: (name) => `(${own.get(name) ?? (name === "rate" ? perGw : defaultInput(library, name, chip))})`,
    label: (link) => link.replaceAll("-", " "),
    costBasis: "facility",
  });
}

const COUNTED: Readonly<Record<string, string>> = { accelerators: "chips", racks: "racks", homes: "homes" };
