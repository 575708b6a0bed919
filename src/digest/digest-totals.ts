/** Signed against not signed, for a digest. */
import type { Deal, FigureOf } from "../../knowledge/schema.ts";
import type { Context, Draft } from "../answer/draft.ts";
import { capital } from "../answer/say-given.ts";
import type { Bar, Block, Rich } from "../doc/doc.ts";
import { OF, sayAmount, sayDate } from "../doc/say-figure.ts";
import { type Sum, sumOfLines } from "../knowledge/rows.ts";
import { EVERYTHING, linesOf, totalsOf } from "../knowledge/totals.ts";

const KINDS_OF_MONEY = ["contract", "investment", "equity", "debt"] as const satisfies readonly FigureOf[];
type MoneyKind = (typeof KINDS_OF_MONEY)[number];

type Total = { sum: Sum | null; deals: number };
export type KindOfMoney = { of: MoneyKind; signed: Total; open: Total };

/** Dollars, each once; kinds of money are never added to each other. */
export function kindsOfMoney({ library, asOf }: Context, deals: readonly Deal[]): KindOfMoney[] {
  // Over all deals, as a total is: a part of a whole elsewhere is not counted because the whole is off the topic.
  const live = totalsOf(library, EVERYTHING, asOf).groups.filter(
    ({ rows, sum }) => sum.unit === "USD" && rows.lines[0]?.firmness !== "ended",
  );
  const chosen = deals === library.knowledge.deals ? null : new Set(deals);
  const totalOf = (of: MoneyKind, isSigned: boolean): Total => {
    const groups = live.filter(
      ({
        rows: {
          lines: [first],
        },
      }) => first?.of === of && (first.firmness === "signed") === isSigned,
    );
    const lines = chosen ? linesOf(groups).filter((line) => chosen.has(line.deal)) : linesOf(groups);
    return { sum: sumOfLines(lines), deals: lines.length };
  };
  return KINDS_OF_MONEY.flatMap((of): KindOfMoney[] => {
    const [signed, open] = [totalOf(of, true), totalOf(of, false)];
    return signed.deals + open.deals > 0 ? [{ of, signed, open }] : [];
  });
}

export function totalBlocks(draft: Draft, kinds: readonly KindOfMoney[], asOf: string): Block[] {
  if (kinds.length === 0) return [];
  return [
    { type: "heading", text: "Signed and not signed" },
    {
      type: "fields",
      items: kinds.map(({ of, signed, open }) => ({
        label: capital(OF[of]),
        value: [...sayTotal(draft, signed, "signed"), { text: "; " }, ...sayTotal(draft, open, "not signed")],
      })),
    },
    ...totalsChart(kinds, asOf),
  ];
}

function sayTotal(draft: Draft, { sum, deals }: Total, what: string): Rich {
  if (!sum) return [{ text: `nothing ${what}` }];
  draft.use({ ...sum, origin: "computed" });
  return [{ text: `${sayAmount(sum)} ${what} (${deals} ${deals === 1 ? "deal" : "deals"})` }];
}

/** The same totals side by side, where there are two to compare. */
function totalsChart(kinds: readonly KindOfMoney[], asOf: string): Block[] {
  const bars = kinds.flatMap(({ of, signed, open }) => [
    ...barOf(`${SHORT[of]}, signed`, signed, "lead"),
    ...barOf(`${SHORT[of]}, not signed`, open, "open"),
  ]);
  if (bars.length < 2) return [];
  return [
    {
      type: "chart",
      title: "Signed and not signed, by kind of money",
      note: "US dollars, each counted once. Not signed: letters of intent, announcements, talks, and builds as far as no contract binds. Kinds of money are not added to each other.",
      source: `As of ${sayDate(asOf)}. Gigawatt`,
      unit: "USD",
      bars,
    },
  ];
}

function barOf(label: string, { sum }: Total, tone: Bar["tone"]): Bar[] {
  if (!sum) return [];
  // A ceiling may be nothing; of what has a minimum no more than that is certain.
  const [low, high] = [sum.low ?? 0, sum.high ?? sum.low ?? 0];
  return [{ label, said: sayAmount(sum), low, high, tone }];
}

/** Names for a picture. */
const SHORT: Readonly<Record<MoneyKind, string>> = {
  contract: "Contracts",
  investment: "Planned",
  equity: "Equity",
  debt: "Debt",
};
