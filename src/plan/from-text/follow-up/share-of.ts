/** "Upfront as a percentage", "what share of the round is that": the part by its words or the last amount, the whole likewise. */

import { isPlain, same } from "../../../calculator/dimension.ts";
import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { byCode } from "../../../knowledge/order.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { companyFigure } from "./company-figure.ts";
import { namesOnly } from "./elliptic.ts";
import { dealOnTable, figureNamedIn, figuresWith, namedAsWhole, toShown } from "./figures-of-record.ts";
import { atEnd, figureOf, lastAlike, lastOf, type OnTable, onTable, periodOn, sameAmount } from "./on-the-table.ts";
import { amountNamed, namesNothing } from "./operands.ts";
import { worksheetOf } from "./worksheet-of.ts";

/** Null where part and whole are not surely told: an amount is no share of itself. */
export function shareOf(reading: Reading, said: string, end: "low" | "high" | null = null): PlanInput | null {
  const rest = said.replace(/\bsales\b/gi, "revenue").replace(LATEST_GUIDE, "");
  // "As a percentage stake": the stake is on record, and no share of the amounts.
  if (/^\W*(?:stake|ownership|holding)\W*$/i.test(rest)) return null;
  const [, before = rest, after = ""] = /^(.*?)\bof\b(.*)$/i.exec(rest) ?? [];
  const partNamed = called(reading, before);
  if (partNamed === "unknown") return null;
  const [last, previous] = lastAlike(reading, 2);
  const held = partNamed ?? last;
  const around = held && heldBy(reading, held, after);
  const counted = held && !partNamed ? wholeCount(reading, held, after) : null;
  // "The total" is that of the same kind of thing as the part.
  const like = partNamed ?? (held && namedAsWhole(reading, after) ? held : null);
  const joint = held && JOINT.test(after) && namesNothing(after.replace(JOINT, " ")) ? jointOf(reading, held) : null;
  const wholeNamed = around ?? counted ?? joint ?? companyFigure(reading, after) ?? called(reading, after, like);
  if (wholeNamed === "unknown") return null;
  const lastLike = (other: OnTable) =>
    lastOf(reading, (one) => same(one.dimension, other.dimension) && !sameAmount(one, other));
  // "Percent of G42": of a company no money that was put into it is the whole.
  if (wholeNamed && isCompanyAlone(reading, after) && isPutIn(reading, wholeNamed)) return null;
  let [part, whole] = [partNamed, wholeNamed];
  if (part && whole && sameAmount(part, whole)) whole = largerCalled(reading, after, part);
  if (part && !whole) whole = wholeOf(reading, part) ?? lastLike(part);
  if (!part && whole) part = (around || counted || joint) && held ? held : lastLike(whole);
  if (!part && !whole && last) {
    const total = wholeOf(reading, last) ?? wholeShown(reading, last);
    [part, whole] = total
      ? [last, total]
      : previous
        ? last.size <= previous.size
          ? [last, previous]
          : [previous, last]
        : [null, null];
  }
  if (!part || !whole || !same(part.dimension, whole.dimension) || isPlain(part.dimension)) return null;
  // A price is no part of another.
  if (kindOf(reading, part) === "price" || kindOf(reading, whole) === "price") return null;
  if (sameAmount(part, whole) || ofOtherTimes(reading, part, whole)) return null;
  if (part.size > whole.size && !(partNamed && wholeNamed)) [part, whole] = [whole, part];
  const label = `${shortOf(reading, part)} as a share of ${shortOf(reading, whole)}`.slice(0, 80);
  return worksheetOf(
    reading,
    end ? [atEnd(part, end), atEnd(whole, end)] : [part, whole],
    ([x, y]) => [{ label, expression: `${x} / ${y} in %` }],
    `${part.label} as a share of ${whole.label}`,
  );
}

/** "The combined figure": that of several companies, of whom the last one is one. */
const JOINT =
  /\b(?:combined|joint|group['’]?s?|collective|overall|all (?:two|three|four|five)|(?:two|three|four|five) (?:together|combined)|big (?:four|five))\b/gi;
function jointOf(reading: Reading, part: OnTable): OnTable | null {
  const { library, asOf } = reading;
  const [own] = library.metrics.get(part.record?.id ?? "")?.subjects ?? [];
  const point = figureOf(reading, part);
  if (own === undefined || part.record?.type !== "metric" || !point || !("period" in point)) return null;
  const isJoint = (id: string) => {
    const subjects = library.metrics.get(id)?.subjects ?? [];
    return subjects.length > 1 && subjects.includes(own);
  };
  const shown = lastOf(reading, (one) => isJoint(one.record?.id ?? "") && same(one.dimension, part.dimension));
  if (shown) return shown;
  // What was shown long before is told by who is in it, what is measured and the time.
  const [found] = library.knowledge.metrics
    .filter(({ id }) => isJoint(id))
    .flatMap((metric) =>
      pointsOn(metric, asOf).flatMap(({ point: one }) =>
        one.measure === point.measure && one.period === point.period && one.unit === point.unit
          ? [{ metric, one }]
          : [],
      ),
    )
    .sort((a, b) => byCode(b.one.as_of, a.one.as_of));
  if (!found) return null;
  const label = `${found.metric.name}, ${found.one.label}`.slice(0, 80);
  return onTable(reading, {
    lines: [{ label, expression: `@${found.metric.id}:${found.one.id}` }],
    at: 1,
    label,
    record: { type: "metric", id: found.metric.id },
    figure: found.one.id,
  });
}

/** What was said last stands. */
const LATEST_GUIDE = /\b(?:final|latest|current|last)\s+(?=(?:capex |capital )?(?:guid\w+|outlook|forecast)\b)/gi;

/** "PIMCO as a fraction of the debt": not the debt that it holds, though that was spoken of. */
function largerCalled(reading: Reading, words: string, part: OnTable): OnTable | null {
  const deal = dealOnTable(reading);
  const all = deal
    ? figuresWith(reading, deal, words).flatMap((entry) => onTable(reading, toShown(deal, entry)) ?? [])
    : [];
  const kind = kindOf(reading, part);
  const larger = all.filter((one) => same(one.dimension, part.dimension) && one.size > part.size);
  return larger.find((one) => kindOf(reading, one) === kind) ?? larger[0] ?? null;
}

function kindOf(reading: Reading, one: OnTable): string | null {
  const figure = figureOf(reading, one);
  return figure && "of" in figure ? figure.of : null;
}

function isCompanyAlone({ library }: Reading, words: string): boolean {
  const names = readNames(library, words);
  return names.orgs.length > 0 && namesOnly(words, names, []);
}
const isPutIn = (reading: Reading, one: OnTable): boolean => {
  const figure = figureOf(reading, one);
  return figure !== null && "of" in figure && (figure.of === "equity" || figure.of === "stake");
};

/** A loss of one year is no share of the revenue of another. */
const ofOtherTimes = (reading: Reading, a: OnTable, b: OnTable): boolean => {
  const [x, y] = [periodOn(reading, a), periodOn(reading, b)];
  // A quarter is a part of its year.
  const within = x !== null && y !== null && (x.startsWith(y) || y.startsWith(x));
  return x !== null && y !== null && !within && a.record?.id !== b.record?.id;
};

/** The amount that was shown of the deal that the part's own is part of. */
function wholeShown(reading: Reading, part: OnTable): OnTable | null {
  const { library } = reading;
  const wholes = library.deals.get(part.record?.type === "deal" ? part.record.id : "")?.part_of ?? [];
  return lastOf(
    reading,
    (one) => wholes.includes(one.record?.id ?? "") && same(one.dimension, part.dimension) && one.size > part.size,
  );
}

/** Null where the words call nothing. */
const called = (reading: Reading, words: string, like: OnTable | null = null): OnTable | null | "unknown" => {
  const found = amountNamed(reading, words, like);
  return found ?? (namesNothing(words) ? null : "unknown");
};

/** Of a figure its own label, without its record's name. */
const shortOf = (reading: Reading, one: OnTable): string =>
  figureOf(reading, one)?.label ?? (one.label || "what was worked out");

const ROUND = gated(/\b(?:round|raise|package)\b/i);

/** "Of the round": the headline of the record that the part's own record is part of, by a word of its name. */
function heldBy(reading: Reading, part: OnTable, words: string): OnTable | null {
  const { library, asOf } = reading;
  const own = part.record?.type === "deal" ? library.deals.get(part.record.id) : undefined;
  const title = contentRoots(own?.name ?? "");
  const said = contentRoots(words).filter((word) => !title.includes(word));
  const wholes = (own?.part_of ?? []).flatMap((id) => library.deals.get(id) ?? []);
  const named = wholes.filter(({ name }) => contentRoots(name).some((word) => said.includes(word)));
  // "Of the round" is of the only one that it is part of, whatever that is called.
  const around = named.length === 0 && wholes.length === 1 && ROUND.test(words) && !ROUND.test(own?.name ?? "");
  const [deal, ...more] = around ? wholes : named;
  const state = deal && more.length === 0 ? stateOn(deal, asOf) : null;
  const found = deal && state?.money ? onTable(reading, toShown(deal, state.money)) : null;
  return found && same(found.dimension, part.dimension) && found.size > part.size ? found : null;
}

/** "Of the total" after some of the chips: the largest count of their kind that the record has. */
function wholeCount(reading: Reading, part: OnTable, words: string): OnTable | null {
  const deal = part.record?.type === "deal" ? reading.library.deals.get(part.record.id) : undefined;
  if (!deal || part.dimension.chip !== 1 || !/^\s*(?:the |it )?(?:total|whole|all)?[\s?.!]*$/i.test(words)) return null;
  const counts = (stateOn(deal, reading.asOf)?.figures ?? [])
    .filter(({ figure, ended }) => ended === null && figure.unit === "count")
    .flatMap((entry) => onTable(reading, toShown(deal, entry)) ?? [])
    .filter((one) => same(one.dimension, part.dimension) && one.size > part.size);
  return counts.sort((a, b) => b.size - a.size)[0] ?? null;
}

/** Of a part of a tally all of it. */
function wholeOfTally(reading: Reading, part: OnTable): OnTable | null {
  const metric = reading.library.metrics.get(part.record?.id ?? "");
  const points = metric ? pointsOn(metric, reading.asOf).map(({ point }) => point) : [];
  const whole = points.find(({ id }) => id === metric?.headline);
  const own = points.find(({ id }) => id === part.figure);
  if (!metric || !whole || !own || own === whole || !/\bpart\b/i.test(own.label) || own.period !== whole.period)
    return null;
  const label = whole.label.slice(0, 80);
  const found = onTable(reading, {
    lines: [{ label, expression: `@${metric.id}:${whole.id}` }],
    at: 1,
    label,
    record: { type: "metric", id: metric.id },
    figure: whole.id,
  });
  return found && same(found.dimension, part.dimension) && found.size > part.size ? found : null;
}

/** The headline of the record of a figure that is not it. */
export function wholeOf(reading: Reading, part: OnTable): OnTable | null {
  if (part.record?.type === "metric") return wholeOfTally(reading, part);
  if (part.record?.type !== "deal") return null;
  const found = figureNamedIn(reading, "whole", part);
  return found !== "unknown" && found && found.size > part.size ? found : null;
}
