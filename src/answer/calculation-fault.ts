/** What cannot be calculated, in one sentence that says what to write instead. */
import { CalculationError } from "../calculator/calculation-error.ts";
import type { Answer, Context } from "./draft.ts";
import { Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

/** The answer of a calculation, or the sentence that says why there is none. */
export function orFault(kind: string, context: Context, calculate: () => Answer): Answer {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    return new Draft(context).done({
      status: "clarify",
      kind,
      title: error.fault === "needs-exchange-rate" ? "Two currencies" : "That cannot be calculated",
      headline: [{ text: sayFault(error) }],
      actions: [{ label: "Help", line: "help cost" }],
    });
  }
}

function sayFault({ fault, about }: CalculationError): string {
  const [a = "", b = ""] = about.map((word) => shorten(word, 60));
  switch (fault) {
    case "too-large":
      return "That number is too large to calculate with. Write a smaller one, for example 10 GW or $300B.";
    case "division-by-zero":
      return "That divides by zero, or by a range that includes it: give a number above zero.";
    case "root-of-negative":
      return "That takes a root of a negative number, which has no value here.";
    case "unlike-units":
      return `Those are unlike units and cannot be combined: ${a} and ${b}. Did you mean a product or a cost, such as “10 GW at $5B/GW”?`;
    case "needs-hours":
      return `Power becomes energy only over hours, and ${a} are not ${b}: say for how long, or at which load, for example “1.3 GW × 1 year × 75% in TWh”.`;
    case "needs-exchange-rate":
      return `${a} and ${b} are different currencies, and of exchange rates only those of euros and pounds are on record: convert one first, for example “€8B in USD”, or give a rate, such as “€8B × 1.14 $/€”.`;
    case "needs-overhead":
      return `IT power and facility power are not the same: ${a} and ${b}. Give the overhead between them, for example “200 MW × 1.4”.`;
    case "not-an-expression":
      return `I can't read “${a}” as arithmetic. Write numbers with units and signs, for example “6 GW × $50–60B/GW” or “$300B / 4.5 GW”.`;
    case "too-deep":
      return "That is too long or has too many brackets to read. Write a shorter calculation, for example “6 GW × $50–60B/GW”.";
    case "unknown-record":
      return `I know no rate or deal “${a}”.`;
    case "no-figure":
      return `There is no figure on record for ${a}: give one of your own.`;
    case "measures-nothing":
      return `That comes out in ${a}, which measures nothing: check the units, for example “10 GW at $5B/GW” or “$300B / 4.5 GW”.`;
    case "no-way":
      return `There is no way from ${a.replaceAll("-", " ")} to ${b.replaceAll("-", " ")}: the first has no size of its own. Start from a power, an amount or a number of chips.`;
    case "not-a-plain-number":
      return "An exponent must be a plain number, and a rate must be for the same time as the life, such as 6.5%/year and 5 years.";
    default:
      return fault satisfies never;
  }
}
