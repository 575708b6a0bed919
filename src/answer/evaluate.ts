/** Arithmetic with units, worked out line by line with its inputs and what moves it most. */

import type { Status } from "../../knowledge/schema.ts";
import { amount } from "../calculator/amount.ts";
import { CalculationError } from "../calculator/calculation-error.ts";
import { NONE } from "../calculator/dimension.ts";
import type { Expression } from "../calculator/expression/expression.ts";
import { range } from "../calculator/range.ts";
import { sayUnit } from "../calculator/say-unit.ts";
import { parseUnit } from "../calculator/units.ts";
import { type LineResult, nameOf, runWorksheet } from "../calculator/worksheet.ts";
import type { Block, Rich, Span } from "../doc/doc.ts";
import { STATUS, sayDate } from "../doc/say-figure.ts";
import { isOver, outlineOn } from "../knowledge/as-of.ts";
import type { PlanOf } from "../plan/plan.ts";
import { orFault } from "./calculation-fault.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { receiptBlocks } from "./receipt-blocks.ts";
import { sayExpression } from "./say-expression.ts";
import { sayResult } from "./say-result.ts";
import { shorten } from "./shorten.ts";
import { verdict } from "./verdict.ts";
import {
  dealWarnings,
  inputsBlock,
  keepUser,
  moversBlock,
  resultSpans,
  type Sheet,
  workingBlock,
} from "./worksheet-blocks.ts";

export const evaluate = (plan: PlanOf<"evaluate">, context: Context): Answer =>
  orFault("evaluate", context, () => {
    const draft = new Draft(context);
    const worksheet = runWorksheet(plan.lines, context.library, context.asOf);
    const sheet: Sheet = { draft, context, worksheet };
    for (const line of worksheet.lines) keepLiterals(draft, line.tree);
    const lead = plan.lead.length > 0 ? plan.lead : [worksheet.lines.length];
    for (const at of lead) measuresSomething(worksheet.lines[at - 1]);
    const title = plan.title || titleOf(sheet, lead);
    const onRecord = onRecordBlocks(draft, plan, context);
    // What the asker wrote and what is on record too has a source.
    const sourced = worksheet.records.length === 0 && onRecord.length > 0;
    const blocks: Block[] = [
      { type: "heading", text: "Working" },
      workingBlock(sheet),
      ...(sourced ? [] : inputsBlock(sheet)),
    ];
    for (const at of lead) {
      const line = worksheet.lines[at - 1];
      if (line && blocks.length < 12) blocks.push(...moversBlock(sheet, line));
    }
    blocks.push(
      ...onRecord,
      ...dealWarnings(sheet),
      ...plan.notes.map(noteBlock),
      ...receiptBlocks(plan, worksheet.records, context),
    );
    return draft.done({
      status: "answered",
      kind: "evaluate",
      title: shorten(title, 120),
      headline: [...(plan.claim ? verdict(sheet, lead, plan.claim) : []), ...headline(sheet, lead, title)],
      blocks,
    });
  });

/** What numbers of the question are on record, with their sources. */
function onRecordBlocks(draft: Draft, { onRecord }: PlanOf<"evaluate">, { library }: Context): Block[] {
  const items = onRecord.flatMap(({ record, figure: id, known }): Rich[] => {
    const metric = library.metrics.get(record);
    const deal = library.deals.get(record);
    const figure =
      metric?.points.find((point) => point.id === id && point.as_of === known) ??
      deal?.events.find(({ date }) => date === known)?.figures?.find((one) => one.id === id);
    const cited = metric ?? deal;
    if (!figure || !cited) return [];
    return [
      [
        { text: `${cited.name}: `, style: "strong" },
        { text: `${figure.label}: ` },
        draft.amount(figure, metric ? `metric:${metric.id}` : `deal:${record}`, cited),
        ...(known ? [{ text: ` (${sayDate(known)})` }] : []),
      ],
    ];
  });
  return items.length > 0
    ? [
        { type: "heading", text: "On record" },
        { type: "list", items },
      ]
    : [];
}

/** Dollars times hours over gigawatts are a slip of units, not a result. */
function measuresSomething(line: LineResult | undefined): void {
  if (!line || line.tree.type === "convert") return;
  const { unit } = sayResult(line.amount);
  if (unit === "other" || unit.endsWith("/other"))
    throw new CalculationError("measures-nothing", sayUnit(line.amount.dimension));
}

const NOTES: Record<PlanOf<"evaluate">["notes"][number], string> = {
  "late-not-cancelled": "Late is not cancelled: this is a haircut for timing, not for size.",
  "unlike-money": "These are unlike kinds of dollars: the number is arithmetic, not a verdict.",
  "not-pro-rata":
    "The value if fully vested: tranches and hurdles are not disclosed in full, so no part of it is worked out.",
  "overlapping-views":
    "These are views of one loss that overlap: they are not to be added. All the money is taken as spent.",
};

const noteBlock = (name: keyof typeof NOTES): Block => ({
  type: "note",
  tone: "caution",
  text: [{ text: NOTES[name] }],
});

function titleOf(sheet: Sheet, lead: readonly number[]): string {
  const line = sheet.worksheet.lines[(lead[0] ?? 1) - 1];
  return line ? asWritten(sheet, line.tree) : "Calculation";
}

function asWritten({ worksheet }: Sheet, tree: Expression): string {
  return sayExpression(tree, {
    record: (id, part) => {
      const use = worksheet.records.find((entry) => entry.id === id && entry.part === part);
      if (!use) return id;
      return use.type === "deal" ? `the ${part === "capacity" ? "power" : "value"} of ${use.deal.name}` : nameOf(use);
    },
    step: (index) => worksheet.lines[index - 1]?.label || `line ${index}`,
  });
}

function headline(sheet: Sheet, lead: readonly number[], title: string): Rich {
  const spans: Span[] = [];
  for (const [place, at] of lead.entries()) {
    const line = sheet.worksheet.lines[at - 1];
    if (!line) continue;
    const label = line.label || (lead.length === 1 ? title : asWritten(sheet, line.tree));
    const verb = line.label && (lead.length > 1 || line.tree.type !== "convert") ? ": " : " = ";
    spans.push({ text: `${place > 0 ? "; " : ""}${place === 0 ? capital(label) : label}${verb}` });
    spans.push(...resultSpans(sheet, line));
  }
  spans.push({ text: "." });
  for (const { name, status } of notLive(sheet)) spans.push({ text: ` ${name}: ${STATUS[status]}.` });
  return spans;
}

/** Deals whose figures went in, and that are no contracts, or none any more. */
function notLive({ worksheet, context }: Sheet): { name: string; status: Status }[] {
  const deals = new Map(worksheet.records.flatMap((use) => (use.type === "deal" ? [[use.deal.id, use.deal]] : [])));
  return [...deals.values()].flatMap((deal) => {
    const status = outlineOn(deal, context.asOf)?.status;
    return status && (isOver(status) || UNSURE.has(status)) ? [{ name: deal.name, status }] : [];
  });
}
const UNSURE: ReadonlySet<Status> = new Set(["rumoured", "letter-of-intent", "paused"]);

/** A name that begins with a small letter and goes on with a large one is written so. */
const capital = (words: string): string =>
  /^[a-z][A-Z]/.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1);

function keepLiterals(draft: Draft, tree: Expression): void {
  if (tree.type === "literal") {
    const unit = tree.unit === "" ? null : parseUnit(tree.unit);
    const said = sayResult(amount(range(tree.low, tree.high), unit ?? { factor: 1, dimension: NONE }), { digits: 12 });
    keepUser(draft, said.low, said.high, said.unit);
    return;
  }
  const inner =
    tree.type === "binary"
      ? [tree.left, tree.right]
      : tree.type === "spread"
        ? [tree.of, tree.by]
        : tree.type === "negate" || tree.type === "convert"
          ? [tree.of]
          : tree.type === "call"
            ? tree.given
            : [];
  for (const part of inner) keepLiterals(draft, part);
}
