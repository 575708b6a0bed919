/** What a conversation keeps of an answer: its plan and record, the question with what it left out, and the amounts that it led with. */
import type { Figure, Point } from "../knowledge/schema.ts";
import type { Answer } from "./answer/draft.ts";
import type { FigureUse } from "./doc/doc.ts";
import { isMoney, pointsOn, stateOn } from "./knowledge/as-of.ts";
import type { Library } from "./knowledge/library.ts";
import type { Conversation, Shown } from "./plan/from-text/conversation.ts";
import { written } from "./plan/from-text/sums/written-estimate.ts";
import type { Plan } from "./plan/plan.ts";
import { withoutIds } from "./plan/without-ids.ts";

/** As many answers back amounts are spoken of as "the two" or "the difference". */
const TURNS = 4;
/** As many deals back "which came first" sets side by side. */
const DEALS = 3;
/** Of one answer. */
const AMOUNTS = 4;
/** Characters of a question. */
const MOST_ASKED = 300;
/** A longer calculation is not gone on with. */
const MOST_LINES = 12;

/** The conversation after an answer; null where it stays as it was. `asked`: the question in full, where it was one. */
export function remembered(
  last: Conversation,
  { plan, answer, asked }: { plan: Plan; answer: Answer; asked: string | null },
  library: Library,
): Conversation | null {
  if (plan.kind === "about" || plan.kind === "decline") return null;
  if (plan.kind === "choose-deal")
    return { ...last, plan, asked: asked === null ? null : withoutIds(asked, MOST_ASKED) };
  // What was not answered is still what the conversation is about.
  if (answer.status === "unknown" || answer.status === "clarify")
    return answer.subject ? { ...last, deal: answer.subject } : null;
  const shown = shownBy(plan, answer, library);
  const deal = dealOf(plan, answer, last);
  return {
    plan,
    deal,
    metric: plan.kind === "show-metric" ? plan.metric : last.metric,
    figure: moneyShown(answer) ?? (deal === last.deal ? last.figure : null),
    asked: asked === null ? null : withoutIds(asked, MOST_ASKED),
    before: beforeSum(plan, last),
    deals: [...new Set([...(deal ? [deal] : []), ...(last.deals ?? [])])].slice(0, DEALS),
    shown: [shown, ...(last.shown ?? [])].filter((turn) => turn.length > 0).slice(0, TURNS),
  };
}

/** Of a sum over figures on record: what they were answers to. */
function beforeSum(plan: Plan, last: Conversation): Plan | null {
  if (plan.kind !== "evaluate" || !plan.lines.some(({ expression }) => expression.includes("@"))) return null;
  return (last.plan?.kind === "evaluate" ? last.before : last.plan) ?? null;
}

/** The money that the answer leads with; null where it leads with something else. */
function moneyShown({ figures }: Answer): string | null {
  const [first] = figures;
  const [, record] = first?.origin.split(":") ?? [];
  return first?.figure && record && isMoney(first.unit) ? `@${record}:${first.figure}` : null;
}

function dealOf(plan: Plan, { subject, figures }: Answer, last: Conversation): string | null {
  if (plan.kind === "show-deal" || plan.kind === "show-figure") return subject ?? null;
  if (plan.kind === "find-deals" && plan.rank)
    return figures.find(({ origin }) => origin.startsWith("deal:"))?.origin.slice(5) ?? null;
  return plan.kind === "show-timeline" ? (subject ?? last.deal) : last.deal;
}

function shownBy(plan: Plan, { lead = [] }: Answer, library: Library): Shown[] {
  if (plan.kind === "evaluate") {
    if (plan.lines.length > MOST_LINES) return [];
    const leads = plan.lead.length > 0 ? plan.lead : [plan.lines.length];
    return leads.slice(0, 1).map((at) => ({
      lines: plan.lines,
      at,
      label: plan.lines[at - 1]?.label || plan.title,
      record: null,
      figure: null,
    }));
  }
  if (plan.kind === "estimate") {
    const lines = written(library, plan);
    const label = lines?.at(-1)?.label || plan.quantity.text;
    return lines ? [{ lines, at: lines.length, label: label.slice(0, 80), record: null, figure: null }] : [];
  }
  return lead.flatMap((use) => recorded(use, library) ?? []).slice(0, AMOUNTS);
}

function recorded(use: FigureUse, library: Library): Shown | null {
  const [type, id = ""] = use.origin.split(":");
  if ((type !== "deal" && type !== "metric") || !use.figure) return null;
  const standing = standingOf(type, id, use.figure, library);
  // An earlier version of a figure is not what its id means now.
  if (!standing || standing.figure.low !== use.low || standing.figure.high !== use.high) return null;
  const { figure, name } = standing;
  const label = `${name}, ${figure.label}`.slice(0, 80);
  return {
    lines: [{ label, expression: `@${id}:${use.figure}` }],
    at: 1,
    label,
    record: { type, id },
    figure: use.figure,
  };
}

function standingOf(
  type: "deal" | "metric",
  id: string,
  figure: string,
  { deals, metrics, completeTo }: Library,
): { figure: Figure | Point; name: string } | null {
  if (type === "metric") {
    const metric = metrics.get(id);
    const found = metric && pointsOn(metric, completeTo).find(({ point }) => point.id === figure);
    return found ? { figure: found.point, name: metric.name } : null;
  }
  const deal = deals.get(id);
  const found = deal && stateOn(deal, completeTo)?.figures.find((entry) => entry.figure.id === figure);
  return found ? { figure: found.figure, name: deal.name } : null;
}
