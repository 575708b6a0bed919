/** "The difference is about $9.6B, 1.55 times, 55% more": by how much the larger of two amounts of one unit is the larger. */
import type { Figure, Point, Unit } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { sayAmount, sayNumber } from "../doc/say-figure.ts";
import type { Draft } from "./draft.ts";

/** From so many times on nobody counts in per cent. */
const MANY_TIMES = 5;

export function sayDifference(draft: Draft, large: Figure | Point, small: Figure | Point, unlike: boolean): Rich {
  const { unit, per } = large;
  const exact = large.qualifier === "exact" && small.qualifier === "exact";
  const say = (gap: number) => sayAmount({ low: gap, high: gap, unit, qualifier: exact ? "exact" : "about", per });
  const [a, b] = [size(large), size(small)];
  return [
    ...sayApart(draft, { large: a, small: b, unit, exact, say }),
    ...(unlike && b > 0 ? [{ text: " They are of unlike kinds." }] : []),
  ];
}

const size = ({ high, low }: Figure | Point): number => high ?? low ?? 0;

type Two = { large: number; small: number; unit: Unit; exact: boolean; say: (gap: number) => string };

export function sayApart(draft: Draft, { large, small, unit, exact, say }: Two): Rich {
  if (small <= 0) return [];
  const gap = Number((large - small).toPrecision(4));
  const times = Number((large / small).toPrecision(3));
  const more = Number(((large / small - 1) * 100).toPrecision(3));
  const qualifier = exact ? "exact" : "about";
  // Of percentages nobody wants to know how many per cent they are apart.
  const inPercent = times < MANY_TIMES && unit !== "percent";
  draft.use({ low: gap, high: gap, unit, qualifier, origin: "computed" });
  draft.use({ low: times, high: times, unit: "ratio", qualifier: "about", origin: "computed" });
  if (inPercent) draft.use({ low: more, high: more, unit: "percent", qualifier: "about", origin: "computed" });
  const parts = [
    say(gap),
    `${sayNumber(times, "ratio")} times`,
    ...(inPercent ? [`${sayAmount({ low: more, high: more, unit: "percent", qualifier: "exact" })} more`] : []),
  ];
  return [{ text: `. The difference is ${parts.join(", ")}.` }];
}
