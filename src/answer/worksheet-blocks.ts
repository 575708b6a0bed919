/** The working of a calculation: its lines, its inputs with their sources and days, and what moves the result most. */

import { isPoint } from "../calculator/range.ts";
import type { LineResult, RecordUse, Worksheet } from "../calculator/worksheet.ts";
import type { Block, FigureUse, Rich, Span } from "../doc/doc.ts";
import { OF, sayAmount, sayDate } from "../doc/say-figure.ts";
import { isMoney } from "../knowledge/as-of.ts";
import { boundOf, sayBound } from "./bound-of.ts";
import type { Context, Draft } from "./draft.ts";
import { sayExpression } from "./say-expression.ts";
import { type Said, type SayOptions, sayMiddle, sayResult } from "./say-result.ts";

/** Estimates bear four digits; what the asker gave alone is as exact as it was given. */
const ESTIMATED = 4;
const GIVEN = 9;

export type Sheet = { draft: Draft; context: Context; worksheet: Worksheet };

function optionsFor({ worksheet }: Pick<Sheet, "worksheet">, line: LineResult): SayOptions {
  const digits = worksheet.records.length > 0 ? ESTIMATED : GIVEN;
  const unit = line.tree.type === "convert" ? line.tree.unit : unitOnRecord(worksheet, line);
  const ratio = line.tree.type === "binary" && line.tree.operator === "/" && line.tree.left.type !== "literal";
  const quotient =
    line.tree.type === "binary" &&
    line.tree.operator === "/" &&
    line.tree.left.type === "literal" &&
    line.tree.left.unit !== "";
  return { digits, unit, ratio: ratio || quotient };
}

/** A fee is shown for the time for which the record gives it. */
function unitOnRecord(worksheet: Worksheet, { tree }: LineResult): string | null {
  if (tree.type !== "record") return null;
  const use = worksheet.records.find((entry) => entry.id === tree.id && entry.part === tree.part);
  return use && use.type !== "rate" && use.figure.per && isMoney(use.figure.unit)
    ? `${use.figure.unit}/${use.figure.per}`
    : null;
}

/** A result in words, kept among the figures of the answer. */
function result(sheet: Sheet, line: LineResult): Said {
  const said = sayResult(line.amount, optionsFor(sheet, line));
  keep(sheet.draft, said);
  return said;
}

function middle(sheet: Sheet, line: LineResult): Said {
  const said = sayMiddle(line.amount, optionsFor(sheet, line));
  keep(sheet.draft, said);
  return said;
}

export function keep(draft: Draft, said: Said): void {
  draft.use({ low: said.low, high: said.high, unit: said.unit, qualifier: "exact", origin: "computed" });
}

/**
 * With several uncertain inputs a range of all of them at once is a pair of extremes, and is called that; where the
 * asker gave all the ranges the extremes are what was asked for.
 */
const isExtreme = (line: LineResult): boolean => line.movers.length > 1 && !line.movers.every(({ own }) => own);

/** "$50–60B (middle $55B)", or with several uncertain inputs "about $566M ($397–855M over the range of the price)". */
export function resultSpans(sheet: Sheet, line: LineResult): Span[] {
  const [first] = line.movers;
  if (!first || !isExtreme(line)) {
    const bound = sayBound(boundOf(line.tree, sheet.worksheet));
    const spans: Span[] = [{ text: `${bound}${result(sheet, line).text}`, style: "strong" }];
    if (hasOwnMiddle(sheet, line)) spans.push({ text: ` (middle ${middle(sheet, line).text})` });
    return spans;
  }
  const alone = sayResult({ ...line.amount, range: first.result }, optionsFor(sheet, line));
  keep(sheet.draft, alone);
  return [
    { text: `about ${middle(sheet, line).text}`, style: "strong" },
    { text: ` (${alone.text} over the range of ${first.name})` },
  ];
}

/** A record's middle says something of its own; halfway between two bounds that somebody typed does not. */
const hasOwnMiddle = ({ worksheet }: Sheet, { amount: { range } }: LineResult): boolean =>
  range.mid > range.low &&
  range.mid < range.high &&
  worksheet.records.some((use) => !isPoint(use.amount.range) && use.amount.range.mid > use.amount.range.low);

export function workingBlock(sheet: Sheet): Block {
  const { worksheet } = sheet;
  // Where several inputs are uncertain the working is that of the middles.
  const inMiddles = worksheet.lines.some(isExtreme);
  const said = (line: LineResult): string => (inMiddles ? middle(sheet, line) : result(sheet, line)).text;
  const say = {
    record: (id: string, part: string | null) => sayRecord(sheet, id, part, inMiddles),
    step: (index: number) => {
      const line = worksheet.lines[index - 1];
      return line ? said(line) : "";
    },
  };
  return {
    type: "list",
    items: worksheet.lines.map((line): Rich => {
      const formula = sayExpression(line.tree, say);
      const said = (isExtreme(line) ? middle(sheet, line) : result(sheet, line)).text;
      const label = line.label ? `${line.label}: ` : "";
      return [{ text: label }, { text: formula === said ? said : `${formula} = ${said}`, style: "code" }].filter(
        (span) => span.text !== "",
      ) as Rich;
    }),
  };
}

function sayRecord({ worksheet }: Sheet, id: string, part: string | null, inMiddles: boolean): string {
  const use = worksheet.records.find((entry) => entry.id === id && entry.part === part);
  if (!use) return id;
  return (inMiddles ? sayMiddle(use.amount) : sayResult(use.amount)).text;
}

/** Each input with its source, its day and what it covers. */
export function inputsBlock(sheet: Sheet): Block[] {
  const { draft, worksheet } = sheet;
  if (worksheet.records.length === 0)
    return [{ type: "text", text: [{ text: "All numbers are yours; none of them has a source." }] }];
  return [
    { type: "heading", text: "Inputs" },
    { type: "list", items: worksheet.records.map((use) => inputLine(draft, use)) },
  ];
}

function inputLine(draft: Draft, use: RecordUse): Rich {
  if (use.type === "deal") {
    const { figure, deal } = use;
    const term = figure.term ? `, ${figure.term}` : "";
    return [
      { text: `${deal.name}: ` },
      draft.amount(figure, `deal:${deal.id}`, deal),
      { text: ` of ${OF[figure.of]}${term}` },
    ];
  }
  if (use.type === "metric") {
    const { figure, metric } = use;
    return [
      { text: `${metric.name}: ` },
      draft.amount(figure, `metric:${metric.id}`, metric),
      { text: ` (${figure.type}, ${sayDate(figure.as_of)})` },
    ];
  }
  const { rate } = use;
  const said = sayResult(use.amount);
  draft.use({ low: said.low, high: said.high, unit: said.unit, qualifier: "exact", origin: `rate:${rate.id}` });
  const cites = draft.cite(rate, [...rate.sources.map((source) => source.id), ...rate.cites], 2);
  const varies = isPoint(use.amount.range) ? "" : `, middle ${keepMiddle(draft, use)}`;
  const when = rate.as_of ? `, ${sayDate(rate.as_of)}` : "";
  return [
    { text: `${rate.name}: ` },
    { text: `${said.text}${varies}`, ...(cites.length > 0 && { cites }) },
    { text: `${when}. ${rate.includes}` },
  ];
}

function keepMiddle(draft: Draft, use: RecordUse & { type: "rate" }): string {
  const said = sayMiddle(use.amount);
  draft.use({ low: said.low, high: said.high, unit: said.unit, qualifier: "exact", origin: `rate:${use.rate.id}` });
  return said.text;
}

/** Which input moves a result most, and how far each does alone; all at once are the extremes. */
export function moversBlock(sheet: Sheet, line: LineResult): Block[] {
  if (!isExtreme(line)) return [];
  const options = optionsFor(sheet, line);
  const alone = line.movers.slice(0, 6).map((mover): Rich => {
    const said = sayResult({ ...line.amount, range: mover.result }, options);
    keep(sheet.draft, said);
    return [{ text: `${mover.name}: ${said.text}` }];
  });
  const all = result(sheet, line);
  return [
    { type: "heading", text: "What moves it most" },
    { type: "list", items: [...alone, [{ text: `All at once, the extremes: ${all.text}` }]] },
  ];
}

/** Figures of deals of unlike kinds give a number and a warning, not a verdict. */
export function dealWarnings({ worksheet }: Sheet): Block[] {
  const deals = worksheet.records.filter((use) => use.type === "deal");
  const out: Block[] = [];
  const kinds = new Set(deals.filter((use) => use.part !== "capacity").map((use) => OF[use.figure.of]));
  const rates = worksheet.records.flatMap((use) =>
    use.type === "rate" && use.rate.unit.endsWith("/GW") ? [use.rate] : [],
  );
  const it = rates.filter((rate) => rate.basis === "it");
  const others = rates.filter((rate) => rate.basis !== "it");
  if (it[0] && others[0])
    out.push(
      note(
        `${it[0].name} counts IT power; ${others[0].name} ${others[0].basis === "facility" ? "counts facility power" : "does not say which"}. An IT gigawatt costs more.`,
      ),
    );
  const open = deals.filter((use) => use.figure.qualifier !== "exact");
  if (kinds.size > 1)
    out.push(
      note(
        `Unlike kinds of dollars: ${[...kinds].join(" and ")}. The ratio is arithmetic, not a verdict on which is dearer.`,
      ),
    );
  else if (new Set(deals.map((use) => use.deal.id)).size > 1)
    out.push(
      note("Deals differ in term, chips, ramp and whose gigawatts they count: the ratio is arithmetic, not a verdict."),
    );
  if (open.length > 0)
    out.push(
      note(
        `${open.map((use) => `“${sayAmount(use.figure)}”`).join(" and ")} ${open.length === 1 ? "is a bound" : "are bounds"} or an estimate in the record, so the result is one too.`,
      ),
    );
  return out;
}

const note = (words: string): Block => ({ type: "note", tone: "caution", text: [{ text: words }] });

/** Numbers that the asker gave count as figures of the answer. */
export function keepUser(draft: Draft, low: number, high: number, unit: FigureUse["unit"]): void {
  draft.use({ low, high, unit, qualifier: "exact", origin: "user" });
}
