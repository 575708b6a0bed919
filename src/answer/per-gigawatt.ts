/** A pair of money and power as money for each gigawatt. */
import { divide } from "../calculator/range.ts";
import type { Given } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { givenRange, keepGiven, sayGiven } from "./say-given.ts";
import { sayResult } from "./say-result.ts";
import { keep } from "./worksheet-blocks.ts";

export function perGigawatt(first: Given, second: Given, context: Context): Answer {
  const draft = new Draft(context);
  const [money, power] = first.unit === "GW" ? [second, first] : [first, second];
  keepGiven(draft, first);
  if (power.unit !== "GW" || (money.unit !== "USD" && money.unit !== "EUR" && money.unit !== "GBP")) {
    return draft.done({
      status: "clarify",
      kind: "estimate",
      title: "One money, one power",
      headline: [{ text: "Give an amount of money and a number of gigawatts, for example “$300B / 4.5 GW”." }],
    });
  }
  keepGiven(draft, second);
  const dimension = { [money.unit]: 1, GW: -1 };
  const said = sayResult({ range: divide(givenRange(money), givenRange(power)), dimension }, { digits: 6 });
  keep(draft, said);
  const bound =
    money.qualifier === "exact" && power.qualifier === "exact"
      ? []
      : [[{ text: "A bound went in, so the result is a bound too, not an amount." }]];
  return draft.done({
    status: "answered",
    kind: "estimate",
    title: `${sayGiven(money)} for ${sayGiven(power)}`,
    headline: [
      { text: `${sayGiven(money)} for ${sayGiven(power)} comes to ` },
      { text: said.text, style: "strong" },
      { text: "." },
    ],
    blocks: [
      { type: "heading", text: "Working" },
      {
        type: "list",
        items: [[{ text: `${sayGiven(money)} ÷ ${sayGiven(power)} = ${said.text}`, style: "code" }], ...bound],
      },
    ],
  });
}
