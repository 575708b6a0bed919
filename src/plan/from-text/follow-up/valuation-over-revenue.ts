/** "Valuation/revenue?", "what multiple is the valuation of that" after a company's revenue: its multiple, as if the company were named. */

import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { byCode } from "../../../knowledge/order.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { Plan, PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, toShown } from "./figures-of-record.ts";
import { onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 9;
const ASKS =
  /^(?:what(?:['’]s| is) (?:the|its) )?(?:valuation|value|ev|price) ?(?:\/|to|over|vs\.?|divided by) ?(?:revenues?|sales|arr|run[- ]rate|that|it)(?: multiple| ratio)?[\s?.!]*$|^(?:what|which|how big a) multiple (?:of (?:that|it|revenue|sales) )?(?:is|would be|was) (?:the|its|their) (?:valuation|value)\b.*$|^(?:the |its )?(?:valuation|revenue|sales|arr) multiple[\s?.!]*$/i;

export const valuationOverRevenue: ReadRule = {
  name: "valuation-over-revenue",
  read(reading) {
    const { question, conversation, names, library } = reading;
    const { plan } = conversation;
    const { text } = bareOf(question);
    const ofRound = overRunRate(reading, text);
    if (ofRound) return ofRound;
    const shown = (conversation.shown ?? []).flat().find(({ record }) => record?.type === "metric");
    const id = plan?.kind === "show-metric" ? plan.metric : plan?.kind === "evaluate" ? shown?.record?.id : undefined;
    const metric = library.metrics.get(id ?? "");
    const valued = metric?.measure === "valuation" ? metric.subjects[0] : issuerValued(reading);
    if (valued && OVER_REVENUE.test(text) && names.orgs.length + names.deals.length === 0) {
      const full = reading.reread(
        `what multiple of ${/\b(?:run[- ]?rate|arr|annuali[sz]ed)\b/i.test(text) ? "run-rate revenue" : "revenue"} is ${orgName(library, valued)} valued at`,
        true,
      );
      return full.kind === "evaluate" ? full : null;
    }
    const [other, ...more] = names.orgs;
    // "OpenAI's multiple" after somebody else's.
    if (other !== undefined && more.length + names.deals.length === 0 && THEIRS.test(text) && isMultiple(plan)) {
      const theirs = reading.reread(
        `${orgName(library, other)}'s valuation as a multiple of its run-rate revenue`,
        true,
      );
      return theirs.kind === "evaluate" ? theirs : null;
    }
    if (metric?.subjects.length !== 1 || !ASKS.test(text) || text.split(/\s+/).length > MAX_WORDS) return null;
    if (names.orgs.length + names.deals.length > 0 || !REVENUES.has(metric.measure)) return null;
    const what = metric.measure === "run-rate-revenue" ? "run-rate revenue" : "revenue";
    const full = reading.reread(
      `what multiple of ${what} is ${orgName(library, metric.subjects[0] ?? "")} valued at`,
      true,
    );
    return full.kind === "evaluate" ? full : null;
  },
};

/** "What multiple of revenue is that?" after a valuation. */
const OVER_REVENUE = gated(
  /^(?:(?:so |and )?(?:what|which|how big a) )?multiple of (?:its |their |the |last year['’]s )?(?:annual )?(?:revenues?|sales|arr|run[- ]?rate(?: revenues?)?)(?: (?:is|was|would) (?:that|it|this)(?: be)?)?[\s?.!]*$/i,
);

/** Whoever's shares were sold in the round on the table, where its valuation was shown last. */
function issuerValued(reading: Reading): string | undefined {
  const deal = dealOnTable(reading);
  const shown = reading.conversation.shown?.[0]?.[0]?.figure;
  const state = deal ? stateOn(deal, reading.asOf) : null;
  const isValuation = state?.figures.some(({ figure }) => figure.id === shown && figure.of === "valuation");
  return isValuation ? deal?.parties.find(({ role }) => role === "issuer" || role === "target")?.org : undefined;
}

/** Of a round on the table the valuation over what its company last gave as its run-rate by that day. */
function overRunRate(reading: Reading, text: string): PlanInput | null {
  const { names, conversation } = reading;
  const deal = dealOnTable(reading);
  if (!deal || !RUN_RATE.test(text) || text.split(/\s+/).length > MOST_WORDS) return null;
  const valued = stateOn(deal, reading.asOf)?.figures.filter(
    ({ figure, ended }) => figure.of === "valuation" && !ended,
  );
  const shown = conversation.shown?.[0]?.[0]?.figure;
  const isThat = !VALUED.test(text) && valued?.some(({ figure }) => figure.id === shown);
  const { parties } = deal;
  const issuer =
    parties.find(({ role }) => role === "issuer" || role === "target")?.org ??
    parties.find(({ org }) => runRateOf(reading, org) !== undefined)?.org;
  if (!issuer || (!VALUED.test(text) && !isThat) || names.orgs.some((org) => org !== issuer)) return null;
  const pre = /\bpre-?money\b/i.test(text);
  const worth = isThat
    ? valued?.find(({ figure }) => figure.id === shown)
    : valued?.find(({ figure }) => (pre ? /\bbefore\b/i : /\bafter\b|\bclose\b/i).test(figure.label));
  const day = worth?.since ?? "";
  const metric = runRateOf(reading, issuer);
  const point = (metric ? pointsOn(metric, reading.asOf) : [])
    .map((one) => one.point)
    .filter(({ as_of, type, measure }) => measure === metric?.measure && type !== "target" && as_of <= day)
    .sort((a, b) => byCode(a.as_of, b.as_of))
    .at(-1);
  const unknown: PlanInput = { kind: "decline", reason: "undisclosed", about: text.slice(0, 200), near: [deal.id] };
  if (!worth || !metric || !point || point.as_of.slice(0, 4) < String(Number(day.slice(0, 4)) - 1)) return unknown;
  // "That day" is not another month.
  if (THAT_DAY.test(text) && point.as_of.slice(0, 7) !== day.slice(0, 7)) return unknown;
  const income = onTable(reading, {
    lines: [{ label: point.label.slice(0, 80), expression: `@${metric.id}:${point.id}` }],
    at: 1,
    label: point.label.slice(0, 80),
    record: { type: "metric", id: metric.id },
    figure: point.id,
  });
  const price = onTable(reading, toShown(deal, worth));
  if (!income || !price) return null;
  return worksheetOf(
    reading,
    [price, income],
    ([x, y]) => [{ label: "multiple", expression: `${x} / ${y}` }],
    `${deal.name}: valuation over run-rate revenue`,
  );
}
const runRateOf = ({ library }: Reading, org: string) =>
  library.knowledge.metrics.find(
    ({ measure, subjects }) => measure === "run-rate-revenue" && subjects.length === 1 && subjects[0] === org,
  );
const MOST_WORDS = 16;
const VALUED = gated(/\b(?:(?:pre|post)-?money|valuation|valued)\b/i);
const RUN_RATE = gated(
  /\b(?:multiple|times|over|divided by|relative to|x)\b.*\b(?:run[- ]?rate|arr|annuali[sz]ed (?:revenues?|sales))\b/i,
);
const THAT_DAY = gated(/\b(?:that day|same day|at (?:that|the) time|on the day|then|same time)\b/i);
const THEIRS = gated(/^(?:the )?[\w.& -]{2,30}['’]s? (?:valuation |revenue |sales |own )?multiple[\s?.!]*$/i);
const isMultiple = (plan: Plan | null): boolean =>
  plan?.kind === "evaluate" && plan.lines.some(({ label }) => /\bmultiple\b/i.test(label));
const REVENUES: ReadonlySet<string> = new Set(["run-rate-revenue", "revenue"]);
