/** The command line of an estimate, so that a button or a form can begin with it. */
import type { Action } from "../doc/doc.ts";
import { sayNumber } from "../doc/say-figure.ts";
import type { PlanOf } from "../plan/plan.ts";
import { compactGiven } from "./say-given.ts";

type Estimate = PlanOf<"estimate">;

/** Everything that the command can say of the plan; an assumption that it cannot is left out. */
export function costLine({ quantity, rate, to, basis, chip, assume }: Estimate): string {
  const options = [
    rate ? `rate:${"name" in rate ? rate.name : ownRate(rate)}` : "",
    to ? `to:${to}` : "",
    basis ? `basis:${basis}` : "",
    chip ? `chip:${quoted(chip)}` : "",
    ...assume.map(({ input, expression }) => {
      const value = SAID[input]?.exec(expression)?.[1];
      return value ? `${input}:${value}${input === "debt" ? "%" : ""}` : "";
    }),
  ];
  return [`cost quantity:${quoted(compactGiven(quantity))}`, ...options].filter(Boolean).join(" ");
}

/** What an option of the command takes of an assumption's expression. */
const SAID: Readonly<Partial<Record<Estimate["assume"][number]["input"], RegExp>>> = {
  load: /^([\d.]+(?:-[\d.]+)?)$/,
  pue: /^([\d.]+(?:-[\d.]+)?)$/,
  sold: /^([\d.]+(?:-[\d.]+)?)$/,
  margin: /^([\d.]+)$/,
  price: /^\(?([\d.]+(?:-[\d.]+)?) USD\/MWh\)?$/,
  rent: /^([\d.]+(?:-[\d.]+)?) USD\/gpu-hour$/,
  life: /^\(?([\d.]+(?:-[\d.]+)?) years?\)?$/,
  debt: /^\(([\d.]+(?:-[\d.]+)?) %\/year\)$/,
};

const ownRate = ({ low, high, unit }: { low: number; high: number; unit: string }): string =>
  low === high
    ? `${sayNumber(low, unit)}/GW`
    : `${sayNumber(low, unit).replace(/[A-Z]$/, "")}-${sayNumber(high, unit).replace(/^\D+/, "")}/GW`;

const quoted = (text: string): string => (/\s/.test(text) ? `"${text}"` : text);

/** A form with the inputs of this estimate, to be changed. */
export const changeInputs = (plan: Estimate): Action => ({
  label: "Change inputs…",
  line: costLine(plan),
  ask: "form",
});
