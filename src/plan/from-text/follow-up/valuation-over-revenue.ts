/** "Valuation/revenue?", "what multiple is the valuation of that" after a company's revenue: its multiple, as if the company were named. */
import { orgName } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

const MAX_WORDS = 9;
const ASKS =
  /^(?:what(?:['’]s| is) (?:the|its) )?(?:valuation|value|ev|price) ?(?:\/|to|over|vs\.?|divided by) ?(?:revenues?|sales|arr|run[- ]rate|that|it)(?: multiple| ratio)?[\s?.!]*$|^(?:what|which|how big a) multiple (?:of (?:that|it|revenue|sales) )?(?:is|would be|was) (?:the|its|their) (?:valuation|value)\b.*$|^(?:the |its )?(?:valuation|revenue|sales|arr) multiple[\s?.!]*$/i;

export const valuationOverRevenue: ReadRule = {
  name: "valuation-over-revenue",
  read(reading) {
    const { question, conversation, names, library } = reading;
    const { plan } = conversation;
    const { text } = bareOf(question);
    const shown = (conversation.shown ?? []).flat().find(({ record }) => record?.type === "metric");
    const id = plan?.kind === "show-metric" ? plan.metric : plan?.kind === "evaluate" ? shown?.record?.id : undefined;
    const metric = library.metrics.get(id ?? "");
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
const THEIRS = /^(?:the )?[\w.& -]{2,30}['’]s? (?:valuation |revenue |sales |own )?multiple[\s?.!]*$/i;
const isMultiple = (plan: Plan | null): boolean =>
  plan?.kind === "evaluate" && plan.lines.some(({ label }) => /\bmultiple\b/i.test(label));
const REVENUES: ReadonlySet<string> = new Set(["run-rate-revenue", "revenue"]);
