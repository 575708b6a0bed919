/**
 * A Doc is an answer without the syntax of any platform. Renderers turn it into Block Kit, Components V2 or text.
 * Text in a Doc is plain: a renderer escapes it.
 */
import type { PartialDate, Qualifier, Tier, Undated, Unit } from "../../knowledge/schema.ts";

/** A run of text. `cites` are numbers in `Doc.sources` (1 = the first). */
export type Span = {
  text: string;
  style?: "strong" | "em" | "code" | "strike";
  cites?: readonly number[];
  /** An address from the knowledge; only http and https. */
  href?: string;
};
export type Rich = readonly Span[];

export type Block =
  | { type: "heading"; text: string }
  | { type: "text"; text: Rich }
  /** Short labelled values, shown in columns where the platform has them. */
  | { type: "fields"; items: readonly { label: string; value: Rich }[] }
  | { type: "list"; items: readonly Rich[]; ordered?: boolean }
  /** Dated sentences, oldest first. `date` is as exact as it is known. */
  | { type: "timeline"; items: readonly { date: PartialDate; text: Rich }[] }
  | { type: "table"; caption: string; columns: readonly Column[]; rows: readonly (readonly Rich[])[] }
  /** What a reader must not miss (`caution`), or may want to know (`info`). */
  | { type: "note"; tone: "caution" | "info"; text: Rich }
  | Chart;
export type Column = { label: string; align?: "left" | "right" };

/**
 * Amounts of one unit side by side. It shows nothing that the Doc does not say in words as well, so that nothing is lost
 * where there are no pictures.
 */
export type Chart = {
  type: "chart";
  title: string;
  /** What the amounts are, in which unit, and what is not among them. */
  note: string;
  /** Whose they are, and of when. */
  source: string;
  unit: FigureUse["unit"];
  bars: readonly Bar[];
};
/** From nothing to `low`, and on to `high` where it is a range; `said` is the amount with its qualifier. */
export type Bar = { label: string; said: string; low: number; high: number; tone: "lead" | "other" | "open" };

export type SourceRef = {
  title: string;
  publisher: string;
  date: PartialDate | null;
  /** Why there is no date. */
  undated?: Undated;
  url: string | null;
  tier: Tier;
};

/** A number that the Doc shows, in base units. `origin` says where it is from: a record's figure, the user, or arithmetic. */
export type FigureUse = {
  low: number | null;
  high: number | null;
  /** A unit over another ("USD/GW"), or one that only calculations show: records hold no yen. */
  unit: Unit | `${string}/${string}` | "JPY" | "CAD" | "tCO2" | "L" | "kW" | "MW" | "MWh" | "h" | "other";
  qualifier: Qualifier;
  origin: `deal:${string}` | `metric:${string}` | `rate:${string}` | "user" | "computed";
  /** Which figure of the record it is, by id. */
  figure?: string;
};

/** A button. `line` is the command line that a click runs, as if typed: "deal stargate-us-jv view:sources". */
export type Action = {
  label: string;
  line: string;
  /**
   * Asks first: for a second deal, whose name is put at the end of `line`; for what is wrong with the answer of `line`; or
   * for the options of `line`, in a form.
   */
  ask?: "deal" | "feedback" | "form";
  style?: "primary";
};

export type DocStatus = "answered" | "partial" | "unknown" | "clarify" | "error";

export type Doc = {
  status: DocStatus;
  /** The plan kind, or "error". */
  kind: string;
  /** A short heading: the deal's name, "Largest deals", ... */
  title: string;
  /** The direct answer in one or two sentences, at most 300 characters. */
  headline: Rich;
  blocks: readonly Block[];
  /** Numbered by place, from 1. */
  sources: readonly SourceRef[];
  figures: readonly FigureUse[];
  actions: readonly Action[];
  /** The command line that gives this Doc again: buttons for pages and Share are made from it. */
  line: string;
  /** The day the answer speaks of, and the day to which the knowledge is complete. */
  asOf: string;
  completeTo: string;
  /** How a free question was read: "Read as: /deal stargate". */
  readAs?: string;
};

export const text = (value: string): Span => ({ text: value });
export const strong = (value: string): Span => ({ text: value, style: "strong" });

/** The words of a Rich without marks. */
export const plain = (rich: Rich): string => rich.map((span) => span.text).join("");
