/** Signed against not signed, for a digest. */
import type { Deal, FigureOf } from "../../knowledge/schema.ts";
import type { Context, Draft } from "../answer/draft.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { OF, sayAmount } from "../doc/say-figure.ts";
import type { Library } from "../knowledge/library.ts";
import { EVERYTHING, type Line, sumOf, totalsOf } from "../knowledge/totals.ts";

const KINDS_OF_MONEY: readonly FigureOf[] = ["contract", "investment", "equity", "debt"];

/** Dollars, each once; kinds of money are never added to each other. */
export function totalBlocks(draft: Draft, { library, asOf }: Context, deals: ReadonlySet<Deal>): Block[] {
  const lines = linesOn(library, asOf).filter((line) => line.unit === "USD" && deals.has(line.deal));
  const items = KINDS_OF_MONEY.flatMap((of) => {
    const live = lines.filter((line) => line.of === of && line.firmness !== "ended");
    const signed = live.filter((line) => line.firmness === "signed");
    const open = live.filter((line) => line.firmness !== "signed");
    if (live.length === 0) return [];
    return [
      {
        label: capital(OF[of]),
        value: [...saySum(draft, signed, "signed"), { text: "; " }, ...saySum(draft, open, "not signed")],
      },
    ];
  });
  return items.length > 0
    ? [
        { type: "heading", text: "Signed and not signed" },
        { type: "fields", items },
      ]
    : [];
}

function saySum(draft: Draft, lines: readonly Line[], what: string): Rich {
  const sum = sumOf(lines);
  if (!sum) return [{ text: `nothing ${what}` }];
  draft.use({ ...sum, origin: "computed" });
  return [{ text: `${sayAmount(sum)} ${what} (${lines.length} ${lines.length === 1 ? "deal" : "deals"})` }];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const totals = new WeakMap<Library, Map<string, readonly Line[]>>();
/** Over all deals, as a total is: a part of a whole elsewhere is not counted because the whole is off the topic. */
function linesOn(library: Library, asOf: string): readonly Line[] {
  const known = totals.get(library) ?? new Map<string, readonly Line[]>();
  totals.set(library, known);
  const lines = known.get(asOf) ?? totalsOf(library, EVERYTHING, asOf).lines;
  known.set(asOf, lines);
  return lines;
}
