/** Which extent of a thing a text speaks of: its firm part, what is paid at once, its first phase, all of it. */
import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { perText } from "../../../knowledge/per-text.ts";

/** By what people call it, and by what the label of its figure says. */
const EXTENTS: readonly (readonly [said: RegExp, label: RegExp])[] = [
  [/\b(?:firm|dedicated|guaranteed|definite(?:ly)?|binding|take[- ]or[- ]pay)\b/i, /\b(?:firm|dedicated)\b/i],
  [
    /\b(?:up ?-?front|at signing|straight away|right away|at once|on day one|immediate(?:ly)?)\b/i,
    /\b(?:up ?front|at once|initial|first (?:purchase|payment|closing|instal\w+))\b/i,
  ],
  [
    /\b(?:conditional|contingent|(?:on|under|tied to) (?:\w+ )?(?:conditions|milestones|targets)|milestones?|later part|remainder|rest)\b/i,
    /\b(?:condition\w*|milestone\w*|remainder|further)\b/i,
  ],
  [
    /\b(?:first|initial|opening|starting) (?:phase|stage|step|tranche|build|build-?out|buildings?)\b|\bphase (?:one|1)\b|\b(?:at first|initially|to (?:begin|start) with)\b/i,
    /\b(?:first|initial|phase one|at first|at the start)\b/i,
  ],
  [
    /\b(?:in full|full(?:y)?[- ](?:built|build(?:-?out)?|size|complex|campus|site|scale|programme|program)|built out|complete(?:d)? campus|all (?:the )?phases|eventually|ultimately|at (?:its )?(?:full|maximum|max)|everything built)\b/i,
    /\b(?:full|fully|whole|all (?:later )?phases|when complete|in all|could (?:reach|grow))\b/i,
  ],
  [
    /\b(?:with|including|incl\.?|plus|exercis\w+) (?:all |both |its |the |every )*(?:options?|extensions?|renewals?)\b|\b(?:options?|extensions?|renewals?) (?:exercised|included|taken up|used)\b/i,
    /\bwith (?:all |both |the |an? )*(?:options?|extensions?|renewals?)\b/i,
  ],
  [
    /\b(?:without|excluding|before|bare of) (?:all |the |any |its )*(?:options?|extensions?|renewals?)\b|\bbase (?:term|contract|lease|deal|value|case)\b/i,
    /\b(?:base|contracted)\b/i,
  ],
  [/\bsenior\b/i, /\bsenior\b/i],
];

/** Of the extents that a text says, what the labels of their figures say. */
const extentsSaid = perText((text): readonly RegExp[] =>
  EXTENTS.flatMap(([said, label]) => (said.test(text) ? [label] : [])),
);

/** How many of the extents that a text says are those of the figure, less those that are not. */
export function extentOf(text: string, figure: Figure | Point): number {
  let fit = 0;
  for (const label of extentsSaid(text)) fit += label.test(figure.label) ? 1 : -1;
  return fit;
}

export const saysExtent = (text: string): boolean => extentsSaid(text).length > 0;
