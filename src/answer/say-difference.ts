/** "The difference is about $9.6B, 1.55 times, 55% more": by how much the larger of two amounts of one unit is the larger. */
import type { Figure, Point } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { sayAmount, sayNumber } from "../doc/say-figure.ts";
import type { Draft } from "./draft.ts";

/** From so many times on nobody counts in per cent. */
const MANY_TIMES = 5;

export function sayDifference(draft: Draft, large: Figure | Point, small: Figure | Point, unlike: boolean): Rich {
  const [a, b] = [large, small].map(({ high, low }) => high ?? low ?? 0) as [number, number];
  if (b <= 0) return [];
  const { unit, per } = large;
  const gap = Number((a - b).toPrecision(4));
  const times = Number((a / b).toPrecision(3));
  const more = Number(((a / b - 1) * 100).toPrecision(3));
  const qualifier = large.qualifier === "exact" && small.qualifier === "exact" ? "exact" : "about";
  // Of percentages nobody wants to know how many per cent they are apart.
  const inPercent = times < MANY_TIMES && unit !== "percent";
  draft.use({ low: gap, high: gap, unit, qualifier, origin: "computed" });
  draft.use({ low: times, high: times, unit: "ratio", qualifier: "about", origin: "computed" });
  if (inPercent) draft.use({ low: more, high: more, unit: "percent", qualifier: "about", origin: "computed" });
  const parts = [
    sayAmount({ low: gap, high: gap, unit, qualifier, per }),
    `${sayNumber(times, "ratio")} times`,
    ...(inPercent ? [`${sayAmount({ low: more, high: more, unit: "percent", qualifier: "exact" })} more`] : []),
  ];
  return [{ text: `. The difference is ${parts.join(", ")}.${unlike ? " They are of unlike kinds." : ""}` }];
}
