/** How the links hang together: `to` is `from` times the factor, so each relation is walked in both directions. */
import type { Link } from "./names.ts";

export type Relation = { from: Link; to: Link; factor: string };

const YEARLY_CAPITAL =
  "({it-share} * annuity({capital}, {life}) + (1 - {it-share}) * annuity({capital}, {facility-life}))";

/** Inputs stand in braces. Of two ways of the same length the one whose relations come first is taken. */
export const RELATIONS: readonly Relation[] = [
  // A year of energy at the chips needs no sizing overhead: the annual PUE leads from there to the meter.
  { from: "it-power", to: "it-energy", factor: "{load} * 1 year" },
  { from: "it-energy", to: "energy", factor: "{pue}" },
  { from: "it-energy", to: "water", factor: "{wue}" },
  { from: "power", to: "energy", factor: "{load} * 1 year" },
  { from: "it-power", to: "power", factor: "{overhead}" },
  { from: "power", to: "cost", factor: "{rate}" },
  { from: "power", to: "generation", factor: "{generation}" },
  { from: "power", to: "on-time", factor: "(1 - {late})" },
  { from: "accelerators", to: "it-power", factor: "({chip-power} * {server} * {network})" },
  { from: "racks", to: "it-power", factor: "({rack-power} * {network})" },
  { from: "racks", to: "accelerators", factor: "{chips-per-rack}" },
  { from: "energy", to: "bill", factor: "{price} / 1 year" },
  { from: "homes", to: "energy", factor: "{home} * 1 year" },
  { from: "energy", to: "co2", factor: "{carbon}" },
  { from: "cost", to: "depreciation", factor: "({it-share} / {life} + (1 - {it-share}) / {facility-life})" },
  { from: "cost", to: "financing", factor: "{debt}" },
  { from: "cost", to: "running-cost", factor: "{opex}" },
  { from: "power", to: "yearly-cost", factor: `({rate} * (${YEARLY_CAPITAL} + {opex}) + {load} * {price})` },
  { from: "break-even", to: "yearly-cost", factor: "(1 - {margin})" },
  { from: "accelerators", to: "revenue", factor: "{rent} * {sold}" },
];

/** Links that are a ratio of others: they have no size of their own, so nothing is worked out from them. */
export const RATIOS: Readonly<
  Partial<Record<Link, { of: readonly Link[]; expression: (refs: readonly string[]) => string }>>
> = {
  "gpu-hour": { of: ["yearly-cost", "accelerators"], expression: ([cost, chips]) => `${cost} / (${chips} * {sold})` },
  payback: {
    of: ["cost", "revenue", "running-cost", "bill"],
    expression: ([cost, revenue, running, bill]) => `${cost} / (${revenue} - ${running} - ${bill})`,
  },
};
