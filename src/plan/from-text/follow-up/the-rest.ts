/** "And the rest?", "so how much was missing": what is left of the whole without the part that was shown. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { same } from "../../../calculator/dimension.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { dealOnTable, figureNamedIn, figuresWith, kindShown } from "./figures-of-record.ts";
import { figureOf, joined, lastOf, type OnTable, onTable } from "./on-the-table.ts";
import { attributeOf } from "./plan-of-figure.ts";

/** "So how much was missing" after a target and what came in of it: the larger of one kind that was shown before. */
function wholeSpokenOf(reading: Reading, part: OnTable): OnTable | null {
  const of = (one: OnTable) => {
    const figure = figureOf(reading, one);
    return figure && "of" in figure ? figure.of : null;
  };
  return (
    (reading.conversation.shown ?? [])
      .flat()
      .flatMap((one) => onTable(reading, one) ?? [])
      .find(
        (one) =>
          one.record?.id === part.record?.id &&
          of(one) === of(part) &&
          same(one.dimension, part.dimension) &&
          one.size > part.size,
      ) ?? null
  );
}

/** What is left of the whole without the part that was shown: a figure of its own, or worked out. */
export function theRest(reading: Reading): PlanInput | null {
  const deal = dealOnTable(reading);
  const shown = deal ? kindShown(reading, deal) : null;
  if (!deal || !shown) return null;
  const named = figuresWith(reading, deal, "remainder remaining rest").find(
    ({ figure }) => figure.unit === shown.unit && figure.id !== shown.id,
  );
  if (named)
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: attributeOf(named.figure),
      topic: "",
      figure: named.figure.id,
      asOf: reading.dates.asOf,
    };
  const part = lastOf(reading, (one) => one.figure === shown.id && one.record?.id === deal.id);
  // "The rest?" after the whole itself is what the part before leaves of it.
  const before = part && shown.headline ? partSpokenOf(reading, part) : null;
  if (part && before) return restOf(deal, part, before, reading);
  const other = otherPart(reading, deal, shown);
  if (other)
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: attributeOf(other),
      topic: "",
      figure: other.id,
      asOf: reading.dates.asOf,
    };
  const whole = part ? (wholeSpokenOf(reading, part) ?? figureNamedIn(reading, "whole", part)) : null;
  if (!part || !whole || whole === "unknown" || !same(part.dimension, whole.dimension) || whole.size <= part.size)
    return null;
  return recordedRest(reading, deal, whole, part) ?? restOf(deal, whole, part, reading);
}

/** "And after that?" behind the part of a time: what is planned for the time that follows, where the two are the whole. */
export function restInTime(reading: Reading): PlanInput | null {
  const deal = dealOnTable(reading);
  const shown = deal ? kindShown(reading, deal) : null;
  if (!deal || !shown || !AFTER_THAT.test(reading.question) || !/\b20\d\d\b/.test(`${shown.label} ${shown.term ?? ""}`))
    return null;
  const part = lastOf(reading, (one) => one.figure === shown.id && one.record?.id === deal.id);
  const whole = part ? (wholeSpokenOf(reading, part) ?? figureNamedIn(reading, "whole", part)) : null;
  return part && whole && whole !== "unknown" && whole.size > part.size
    ? recordedRest(reading, deal, whole, part)
    : null;
}
const AFTER_THAT = gated(
  /^(?:(?:and|so|then|what about)\b[\s,]*)*(?:after(?:wards?| that| then)?|then|from then(?: on)?|in the years (?:after|since)(?: that)?|beyond(?: that)?|later(?: on)?)[\s?.!]*$/i,
);

/** What is left, where a figure of the deal is just that: it says what it is for. */
function recordedRest({ asOf, dates }: Reading, deal: Deal, whole: OnTable, part: OnTable): PlanInput | null {
  const left = whole.size - part.size;
  const own = figureAt(deal, part);
  const found = (stateOn(deal, asOf)?.figures ?? []).filter(
    ({ figure, ended }) =>
      ended === null &&
      figure.id !== whole.figure &&
      figure.id !== part.figure &&
      figure.unit === own?.unit &&
      figure.of === own.of &&
      Math.abs((figure.high ?? figure.low ?? 0) - left) <= left * 0.005,
  );
  const [only, ...others] = found;
  if (!only || others.length > 0) return null;
  return {
    kind: "show-figure",
    subject: deal.id,
    attribute: attributeOf(only.figure),
    topic: "",
    figure: only.figure.id,
    asOf: dates.asOf,
  };
}
const figureAt = (deal: Deal, { figure }: OnTable): Figure | undefined =>
  deal.events.flatMap(({ figures = [] }) => figures).find(({ id }) => id === figure);

/** "3 GW of inference and 2 GW of training capacity": two that stand beside each other in a sentence, and nothing that is of both. */
function otherPart({ asOf }: Reading, deal: Deal, shown: Figure): Figure | null {
  const state = stateOn(deal, asOf);
  const alike = (state?.figures ?? []).flatMap(({ figure, ended }) =>
    ended === null && figure.unit === shown.unit && figure.of === shown.of ? [figure] : [],
  );
  const [a, b, ...more] = alike;
  const other = a?.id === shown.id ? b : a;
  if (!a || !b || !other || more.length > 0 || !shown.printed || !other.printed) return null;
  const [one, two] = [shown.printed, other.printed].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const both = new RegExp(`${one}\\b[^.;]{0,60}\\band (?:about )?${two}|${two}\\b[^.;]{0,60}\\band (?:about )?${one}`);
  return state?.events.some(({ text }) => both.test(text)) ? other : null;
}

function restOf(deal: Deal, whole: OnTable, part: OnTable, { dates }: Reading): PlanInput {
  const { lines, at } = joined([whole, part]);
  return evaluated([...lines, { label: "the rest", expression: `${at[0]} - ${at[1]}` }], {
    title: `${deal.name}: the rest`.slice(0, 120),
    lead: [lines.length + 1, 1, 2],
    asOf: dates.asOf,
  });
}

/** The part of it that was shown right before. */
function partSpokenOf(reading: Reading, whole: OnTable): OnTable | null {
  const [, last = []] = reading.conversation.shown ?? [];
  const [part] = last.flatMap((one) => onTable(reading, one) ?? []);
  const isPart = part?.record?.id === whole.record?.id && part !== undefined && same(part.dimension, whole.dimension);
  return isPart && part.size < whole.size ? part : null;
}
