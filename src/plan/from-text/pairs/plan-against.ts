/** The plan that sets two figures against each other. */

import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import type { FigurePair } from "../../../knowledge/figure-pairs.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { nameOf } from "../sums/figure-sought.ts";
import { evaluated } from "../sums/sum.ts";
import { countsOf, sizeOf } from "./fits.ts";
import type { Form } from "./operation.ts";

/** The pair as a plan: side by side, or as a calculation with both figures beside its result. */
export function planAgainst(reading: Reading, form: Form, pair: FigurePair, directed = false): PlanInput {
  // "How many times" is told of the larger.
  const inOrder = directed && (form === "share" || (form === "times" && !HOW_OFTEN.test(reading.question)));
  const [a, b] = inOrder ? [pair.first, pair.second] : ordered(form, pair);
  const asOf = reading.dates.asOf;
  if (form === "larger") {
    const kind = countsOf(a.figure);
    const of = kind === "power" ? "power" : kind === "percent" ? "stake" : kind === "money" ? "money" : "count";
    return {
      kind: "compare-figures",
      sides: [pair.first, pair.second].map(({ record, figure }) => ({
        deal: record.type === "deal" ? record.id : null,
        metric: record.type === "metric" ? record.id : null,
        figure: figure.id,
      })),
      of,
      asOf,
    };
  }
  const lines = [a, b].map((one) => ({
    label: `${nameOf(reading, one.record)}, ${one.figure.label}`.slice(0, 80),
    expression: expressionOf(one),
  }));
  const unit = PER_SMALLER.find(([, pattern]) => pattern.test(reading.question))?.[0] ?? "GW";
  const title = `${lines[0]?.label} against ${lines[1]?.label}`.slice(0, 120);
  const results: Record<Exclude<Form, "larger">, { label: string; expression: string }[]> = {
    share: [{ label: "share", expression: "#1 / #2 in %" }],
    times: [{ label: "multiple", expression: "#1 / #2" }],
    difference: [
      { label: "difference", expression: "#1 - #2" },
      { label: "ratio", expression: "#1 / #2" },
      { label: "higher by", expression: "(#1 - #2) / #2 in %" },
    ],
    "per-power": [{ label: `per ${unit}`, expression: `#1 / #2 in ${a.figure.unit}/${unit}` }],
  };
  const own = results[form];
  return evaluated([...lines, ...own], { title, lead: [...own.map((_, at) => at + 3), 1, 2].slice(0, 6), asOf });
}

const HOW_OFTEN = gated(/\bhow many times\b|\btimes (?:bigger|larger|more|as)\b/i);

/** Units of power smaller than a gigawatt for each of which money may be asked. */
const PER_SMALLER: readonly (readonly [unit: string, RegExp])[] = [
  ["kW", /(?:\b(?:per|an?|each|every)\s|\/\s?)(?:kw|kilowatt)s?\b/i],
  ["MW", /(?:\b(?:per|an?|each|every)\s|\/\s?)(?:mw|megawatt)s?\b/i],
];

/** The part before the whole; of a difference or a multiple the larger first. */
function ordered(form: Form, { first, second }: FigurePair): [FigureCandidate, FigureCandidate] {
  if (form === "per-power") return countsOf(first.figure) === "money" ? [first, second] : [second, first];
  const larger = sizeOf(first) >= sizeOf(second);
  const smallFirst = form === "share";
  return larger === smallFirst ? [second, first] : [first, second];
}

const expressionOf = ({ record, figure }: FigureCandidate): string => `@${record.id}:${figure.id}`;
