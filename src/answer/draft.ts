/** What an answer file fills: numbers its sources in order of use and keeps every figure that it shows. */
import type { Figure, Point, Source, Tier } from "../../knowledge/schema.ts";
import type { Block, Doc, FigureUse, Rich, SourceRef, Span } from "../doc/doc.ts";
import { plain } from "../doc/doc.ts";
import { sayAmount } from "../doc/say-figure.ts";
import type { Library } from "../knowledge/library.ts";

/** A Doc before the app adds the line that gives it again. */
export type Answer = Omit<Doc, "line" | "readAs"> & {
  /** The deal that it is about, for the next question. */ subject?: string;
  /** The figures of the headline, in order: what "both" and "that" mean in the next question. */
  lead?: readonly FigureUse[];
};

export type Context = {
  library: Library;
  /** The day the answer speaks of; never after the day to which the knowledge is complete. */
  asOf: string;
};

const TIERS: readonly Tier[] = ["primary", "major", "press", "secondary", "repost"];
/** Characters that a direct answer may have. */
export const HEADLINE_MAX = 300;

type Citing = { sources: readonly Source[] };

export class Draft {
  readonly #context: Context;
  readonly #sources: SourceRef[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #figures: FigureUse[] = [];
  readonly #said = new Map<Span, FigureUse>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Numbers of the sources with these ids, better ones first; at most `most` of them. */
  cite(record: Citing, ids: readonly string[], most = 2): number[] {
    const found = ids.flatMap((id) => this.#context.library.source(record, id) ?? []);
    found.sort(
      (a, b) => Number(a.url === null) - Number(b.url === null) || TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier),
    );
    return found.slice(0, most).map((source) => this.#number(source));
  }

  #number(source: Source): number {
    const key = source.url ?? source.id;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const { title, publisher, date, undated, url, tier } = source;
    const number = this.#sources.push({ title, publisher, date, ...(undated && { undated }), url, tier });
    this.#numbers.set(key, number);
    return number;
  }

  /** Words with their sources behind. */
  sourced(value: string, record: Citing, ids: readonly string[], style?: Span["style"]): Span {
    const cites = this.cite(record, ids);
    return { text: value, ...(style && { style }), ...(cites.length > 0 && { cites }) };
  }

  /** A figure in words with its sources; the figure is kept for the check that all platforms show the same. */
  amount(figure: Figure | Point, origin: FigureUse["origin"], record: Citing, style?: Span["style"]): Span {
    const { id, low, high, unit, qualifier } = figure;
    const span = this.sourced(sayAmount(figure), record, figure.sources, style);
    this.use({ low, high, unit, qualifier, origin, figure: id }, span);
    return span;
  }

  /** `span`: the words that say it. */
  use(figure: FigureUse, span?: Span): void {
    this.#figures.push(figure);
    if (span) this.#said.set(span, figure);
  }

  /** A headline that is too long loses its last spans, never the middle of a fact. */
  done(answer: {
    status: Doc["status"];
    kind: string;
    title: string;
    headline: Rich;
    blocks?: readonly Block[];
    actions?: Doc["actions"];
  }): Answer {
    const headline = [...answer.headline];
    while (headline.length > 1 && plain(headline).length > HEADLINE_MAX) headline.pop();
    const first = headline[0];
    if (first && plain(headline).length > HEADLINE_MAX)
      headline[0] = { ...first, text: `${first.text.slice(0, HEADLINE_MAX - 1)}…` };
    return {
      status: answer.status,
      kind: answer.kind,
      title: answer.title,
      headline,
      blocks: answer.blocks ?? [],
      actions: answer.actions ?? [],
      sources: this.#sources,
      figures: this.#figures,
      lead: headline.flatMap((span) => this.#said.get(span) ?? []),
      asOf: this.#context.asOf,
      completeTo: this.#context.library.completeTo,
    };
  }
}

/** Parts one after the other as far as a direct answer goes; `more` tells that some are left for below. */
export function fitted(parts: readonly Rich[], more = ""): Rich {
  const out: Span[] = [];
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (index > 0 && plain([...out, ...part]).length + 1 > HEADLINE_MAX - (last ? 0 : more.length))
      return more === "" ? closed(out) : [...out, { text: more }];
    out.push(...part);
  }
  return closed(out);
}

const closed = (out: Span[]): Rich => (plain(out).endsWith(".") ? out : [...out, { text: "." }]);
