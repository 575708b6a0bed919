/** "What had they guided to in October?", "was that within guidance?" after what came of it: what was guided, and what was spent held against it. */
import type { Metric, Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import type { PlanInput } from "../../plan.ts";
import { figureOf, lastAlike, type OnTable, onTable } from "../follow-up/on-the-table.ts";
import { worksheetOf } from "../follow-up/worksheet-of.ts";
import type { Reading, ReadRule } from "../reading.ts";

const GUIDED = `guid(?:ed|ance|e|ing)|forecasts?|forecasted|promised|projected|planned|signal(?:l)?ed`;
const LEADS = String.raw`^(?:(?:and|so|but|ok|then)\b[\s,]*)*`;
const WHAT = new RegExp(
  String.raw`${LEADS}(?:(?:what|how much) (?:had|did|have|has|were|was) (?:it|they|the company|[\w.&-]+) (?:been )?(?:${GUIDED})|(?:what|which) (?:was|were|did|had) (?:the |its |their )?(?:${GUIDED})|(?:against|versus|vs\.?|compared (?:with|to)) (?:what|which) (?:guidance|guide|forecast)|(?:the |its |their )?(?:guidance|guide|forecast) (?:before|beforehand|in|from|had been|was))\b`,
  "i",
);
const HELD = new RegExp(
  String.raw`${LEADS}(?:(?:is|was|did|does|were|are|has|had|how (?:far|much)|by how much)\b.*|that |it )?\b(?:inside|within|in line with|above|over|below|under|beats?|beat|beaten|exceed\w*|hit|meet|met|miss(?:ed|es)?|(?:more|less|higher|lower|bigger|smaller) than|tops?|topped|short of|outside|match(?:es|ed)?|past|near|close to)\b.*\b(?:${GUIDED}|said)\b`,
  "i",
);

export const guidedBefore: ReadRule = {
  name: "guided-before",
  read(said) {
    const { question, conversation, library, names } = said;
    // The month is that of what was guided; what came of it stands as it is known now.
    const reading: Reading = { ...said, asOf: library.completeTo, dates: { ...said.dates, asOf: null } };
    const metric =
      conversation.plan?.kind === "show-metric" ? library.metrics.get(conversation.plan.metric) : undefined;
    const [shown] = metric ? lastAlike(reading, 1) : [];
    const own = shown ? figureOf(reading, shown) : null;
    if (!metric || !shown || !own || !("type" in own) || !CAME.has(own.type)) return null;
    if (names.deals.length > 0 || names.orgs.some((org) => !metric.subjects.includes(org))) return null;
    // "What is it guided to for next year" is of another time.
    if (new RegExp(ANOTHER_YEAR).test(question.replace(own.period.slice(0, 4), ""))) return null;
    const isHeld = HELD.test(question);
    if (!isHeld && !WHAT.test(question)) return null;
    const guided = versionMeant(question, guidedFor(reading, metric, own));
    if (!guided) return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
    if (isHeld) return against(reading, shown, guided.point);
    return {
      kind: "show-metric",
      metric: guided.metric,
      period: guided.point.period,
      measures: [guided.point.measure],
      words: "",
      asOf: guided.point.as_of,
    };
  },
};
const CAME: ReadonlySet<Point["type"]> = new Set(["actual", "reported"]);
const ANOTHER_YEAR = /\b(?:20\d\d|next year|this year)\b(?! before)/i;

type Guided = { metric: string; point: Point };

/** What was guided for the same time: earlier versions of the same figure, and figures of the company of their own. */
function guidedFor({ library, asOf }: Reading, metric: Metric, own: Point): Guided[] {
  const same = ({ subjects }: Metric) => subjects.join() === metric.subjects.join();
  return library.knowledge.metrics
    .filter(same)
    .flatMap((one) =>
      pointsOn(one, asOf).flatMap(({ point, before }) =>
        [...before, point].map((version) => ({ metric: one.id, point: version })),
      ),
    )
    .filter(
      ({ point }) =>
        point.type === "guidance" &&
        point.period === own.period &&
        point.unit === own.unit &&
        (point.measure === own.measure || point.measure === `${own.measure}-guidance`) &&
        point.as_of < own.as_of,
    )
    .sort((a, b) => (a.point.as_of < b.point.as_of ? -1 : 1));
}

/** The last of them, or that of the month which is said; undefined where none is of it. */
function versionMeant(question: string, all: readonly Guided[]): Guided | undefined {
  const month = MONTHS.findIndex((name) => new RegExp(String.raw`\b${name}[a-z]*\b`, "i").test(question));
  const said = month < 0 ? all : all.filter(({ point }) => Number(point.as_of.slice(5, 7)) === month + 1);
  return /\b(?:first|originally|initially|at the start|to begin with)\b/i.test(question) ? said[0] : said.at(-1);
}
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function against(reading: Reading, came: OnTable, { label, low, high, unit }: Point): PlanInput | null {
  const [bottom, top] = [low ?? high, high ?? low];
  if (bottom === null || top === null) return null;
  const guided = onTable(reading, {
    lines: [
      { label: `guided: ${label}`.slice(0, 80), expression: `${bottom === top ? top : `${bottom}-${top}`} ${unit}` },
    ],
    at: 1,
    label: `guided: ${label}`.slice(0, 80),
    record: null,
    figure: null,
  });
  if (!guided) return null;
  const { range } = guided;
  const [where, end] =
    came.range.low > range.high
      ? ["above what was guided by", top]
      : came.range.high < range.low
        ? ["below what was guided by", bottom]
        : ["within what was guided, above its low end by", bottom];
  const gap = where.startsWith("below") ? `${end} ${unit} - #1` : `#1 - ${end} ${unit}`;
  return worksheetOf(
    reading,
    [came, guided],
    () => [{ label: where, expression: gap }],
    `${came.label} against guidance`,
  );
}
