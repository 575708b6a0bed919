/** "Why is it so much bigger", "who worried about that", "how much of that is OpenAI": what the record of a company's figure says in words. */

import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated, type Pattern } from "../../../knowledge/gated.ts";
import { byCode } from "../../../knowledge/order.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import type { Reading } from "../reading.ts";

const WHY = gated(
  /^(?:(?:and|so|but|ok)\b[\s,]*)*(?:why\b|how come\b|what(?:['’]s| is| was) (?:the reason|behind|driving)|what (?:drove|explains|caused))/i,
);
const BECAUSE = gated(
  /\b(?:because|due to|owing to|swollen|swelled|driven by|comes? from|came from|included? a one-off|as [\w ]{3,30} (?:quadrupled|tripled|doubled|rose|grew|fell|climbed)|after)\b/i,
);
const WHO = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*who(?:['’]s| is| was| has)? (?:check\w*|verif\w+|audit\w*|leaked|published|broke)\b/i,
);
const SAYS = gated(/\b(?:leaked|checked|published|could not verify|audited)\b/i);
const WHO_DOUBTS = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*(?:who(?:['’]s| is| was| has)?|any(?:one|body)|does any(?:one|body)) (?:worri\w+|disput\w+|doubt\w*|question\w*|critici[sz]\w+|challeng\w+|disagree\w*|push\w* back)\b/i,
);
const DOUBTS = gated(
  /\b(?:how durable|in no position|disput\w+|doubt\w*|warned|question(?:s|ed)|critici[sz]ed?|could not verify|did not yet have)\b/i,
);
const POWER =
  /^(?:(?:and|so|for)\b[\s,]*)*(?:(?:the|how many|what about the) )?(?:gws?|gigawatts?|power|mws?|megawatts?)[\s?.!]*$/i;
const IN_POWER = /\d[\d.,]* ?(?:GW|MW)\b/;

/** "How much of that loss is the one-off?" */
const ONE_OFF = gated(
  /\b(?:one-?offs?|exceptionals?|non-?cash|(?:special|one-time|accounting|extraordinary|fair-value) (?:items?|charges?|effects?|gains?|losses|part))\b/i,
);
const IS_ONE_OFF = gated(/\b(?:one-off|non-cash|fair-value|accounting item|one-time)\b/i);

const KINDS: readonly (readonly [Pattern, Pattern])[] = [
  [WHY, BECAUSE],
  [WHO, SAYS],
  [WHO_DOUBTS, DOUBTS],
  [POWER, IN_POWER],
  [ONE_OFF, IS_ONE_OFF],
];

/** Null where it is asked for nothing of the kind; declined where it is, and no sentence tells. */
export function toldInWords(reading: Reading, last: PlanOf<"show-metric">, metric: Metric): PlanInput | null {
  const { question, conversation, asOf } = reading;
  const kind = KINDS.find(([asks]) => asks.test(question))?.[1];
  if (!kind) return null;
  if (kind === IN_POWER && pointsOn(metric, asOf).some(({ point }) => point.unit === "GW")) return null;
  const shown = metric.points.find(({ id }) => id === conversation.shown?.[0]?.[0]?.figure)?.label ?? "";
  const words = new Set(contentRoots(`${question} ${shown}`));
  const likeIt = ({ text }: { text: string }) => contentRoots(text).filter((word) => words.has(word)).length;
  const [fact] = metric.facts
    .filter(({ text, known }) => kind.test(text) && (!known || known <= asOf))
    .sort((a, b) => likeIt(b) - likeIt(a));
  // What is on no record of the figure may be on that of the same thing beside it.
  const beside = fact ? null : besideSaying(reading, metric, kind);
  if (fact) return { ...last, words: fact.text.slice(0, 400), history: false };
  return beside
    ? { ...last, metric: beside.metric, words: beside.text.slice(0, 400), period: null, history: false }
    : null;
}

function besideSaying({ library }: Reading, metric: Metric, kind: Pattern): { metric: string; text: string } | null {
  if (kind !== DOUBTS) return null;
  for (const other of library.knowledge.metrics) {
    if (other === metric || other.subjects[0] !== metric.subjects[0] || !isLike(other, metric)) continue;
    const fact = other.facts.find(({ text }) => kind.test(text));
    if (fact) return { metric: other.id, text: fact.text };
  }
  return null;
}
const isLike = (one: Metric, other: Metric): boolean => {
  const words = new Set(contentRoots(other.name));
  return contentRoots(one.name).filter((word) => words.has(word)).length > 1;
};

const UNSAID = gated(/\bnot (?:published|disclosed|said|given)\b/i);

/** "How much of that is OpenAI": of the records of the same measure the sentence that speaks of their part in it, and no other record. */
export function partInWords(
  { question, library }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
  other: string,
): PlanInput {
  const name = orgName(library, other);
  const alike = library.knowledge.metrics.filter(
    (one) => one === metric || (one.measure === metric.measure && one.subjects[0] === metric.subjects[0]),
  );
  for (const one of alike) {
    const facts = one.facts.filter(({ text }) => text.includes(name));
    const fact = facts.find(({ text }) => /\b(?:share|part|half|portion|%)/i.test(text)) ?? facts[0];
    if (fact && !UNSAID.test(fact.text))
      return { ...last, metric: one.id, period: null, words: fact.text.slice(0, 400), history: false };
  }
  return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
}

/** "How many quarters does that last at this rate" after a burn, or the cash that is left: asked in full. */
export function runwayOf({ question, library, reread, conversation }: Reading, metric: Metric): PlanInput | null {
  const [, given, counted] = LASTS.exec(question) ?? [];
  const unit = given ?? (counted ? `many ${counted}` : undefined);
  const owner = metric.subjects[0];
  if (!unit || owner === undefined) return null;
  const ids = (conversation.shown ?? []).flat().map(({ figure }) => figure);
  const burn = library.knowledge.metrics
    .filter(({ subjects }) => subjects[0] === owner)
    .flatMap(({ points }) => points)
    .find(({ id, measure }) => measure === "cash-burn" && ids.includes(id));
  if (!burn) return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  const plan = reread(
    `how ${unit} would ${orgName(library, owner)}'s cash last at the ${burn.period.replace("-", " ")} burn`,
    true,
  );
  return plan.kind === "evaluate" ? plan : { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
}
const LASTS = gated(
  /^(?:(?:and|so|but|ok)\b[\s,]*)*how (long|many (?:quarters|months|years)) (?:do(?:es)?|will|would|can|could|is|are) .{0,30}\b(?:last|keep|left|runway|go|good for)\b|^(?:(?:and|so|but|ok)\b[\s,]*)*how many (quarters|months|years) of (?:cash|runway)\b/i,
);

/** "Full-year forecast?" after what was in a quarter: the forecast of the same company for the year. */
export function forecastOf(
  { question, library, asOf }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
): PlanInput | null {
  if (!FORECAST.test(question)) return null;
  const shown = last.period ?? metric.points.find(({ id }) => id === metric.headline)?.period ?? "";
  const year = /20\d\d/.exec(shown)?.[0];
  const measure = last.measures[0] ?? metric.measure;
  for (const other of library.knowledge.metrics) {
    if (other.subjects.join() !== metric.subjects.join()) continue;
    const point = pointsOn(other, asOf).find(
      ({ point: { type, period, measure: of } }) => AHEAD.has(type) && period === year && of === measure,
    )?.point;
    if (point)
      return {
        ...last,
        metric: other.id,
        period: point.period,
        measures: [measure],
        words: "",
        history: false,
        asOf: null,
      };
  }
  return null;
}
const FORECAST = gated(
  /^(?:(?:and|so|but|what about|what(?:['’]s| is))\b[\s,]*)*(?:the |their |its )?(?:(?:full|whole)[- ]year(?: (?:forecast|guidance|plan|number|figure))?|(?:forecast|guidance|plan)(?: for the (?:full |whole )?year)?)[\s?.!]*$/i,
);
const AHEAD: ReadonlySet<string> = new Set(["forecast", "guidance", "target"]);

/** "Cash left?" after a burn: the latest cash of the same company. */
export function cashLeft(
  { question, library, asOf }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
): PlanInput | null {
  if (!CASH_LEFT.test(question)) return null;
  const found = library.knowledge.metrics
    .filter(({ subjects }) => subjects[0] === metric.subjects[0])
    .flatMap((one) => pointsOn(one, asOf).map(({ point }) => ({ metric: one.id, point })))
    .filter(({ point }) => /^cash and securities/i.test(point.label))
    .sort((a, b) => byCode(a.point.as_of, b.point.as_of))
    .at(-1);
  return found
    ? {
        ...last,
        metric: found.metric,
        period: found.point.period,
        measures: [found.point.measure],
        words: found.point.label,
        history: false,
        asOf: null,
      }
    : null;
}
const CASH_LEFT = gated(
  /^(?:(?:and|so|but|what about)\b[\s,]*)*(?:how much )?(?:the |their |its )?(?:cash|money) (?:is |are |was |do they have |did they have )?(?:left|on hand|in (?:the )?bank|remaining|pile|balance|position)(?: over)?[\s?.!]*$/i,
);
