/** What a total does not add, and why. */
import type { Block, Rich } from "../doc/doc.ts";
import { OF, sayAmount } from "../doc/say-figure.ts";
import type { LeftOut, Why } from "../knowledge/amounts.ts";
import type { Draft } from "./draft.ts";

const NAMES_AN_ITEM = 10;
/** Deals named for one reason, the largest first; the others are counted. */
const MOST_EACH = 40;

export function leftOutBlocks(draft: Draft, leftOut: readonly LeftOut[], party: string | null): Block[] {
  if (leftOut.length === 0) return [];
  const reasons = Object.keys(ORDER) as Why[];
  const items = reasons.flatMap((why) => {
    const own = leftOut.filter((entry) => entry.why === why);
    if (why === "undisclosed") return undisclosed(own);
    const shown = own.slice(0, MOST_EACH);
    const more = own.length - shown.length;
    return [
      ...shown.map((entry) => item(draft, entry, party)),
      ...(more > 0 ? [[{ text: `and ${more} more for the same reason` }]] : []),
    ];
  });
  return [
    { type: "heading", text: "Left out, and why" },
    { type: "list", items },
  ];
}

/** In the order in which they are listed. */
const ORDER: Record<Why, (others: string, party: string) => string> = {
  whole: (others) => `its parts are counted instead: ${others}`,
  part: (others) => `part of ${others}, which is counted`,
  overlap: (others) => `shares parts with ${others}, which is counted`,
  financing: (others) => `pays for ${others}, which is counted`,
  "same-campus": (others) => `the same campus as ${others}, which is counted`,
  replaced: (others) => `replaced by ${others}`,
  shared: (_, party) => `shared by several; the part of ${party} is not stated`,
  inside: (_, party) => `within the group of ${party}`,
  others: (_, party) => `money between others, not of ${party}`,
  aside: (_, party) => `${party} only invests, lends, guarantees or advises there`,
  recurring: () => "a recurring payment without a stated total",
  valuation: () => "a valuation, not money paid",
  estimate: () => "an estimate, not the parties' own figure",
  ended: () => "the figure no longer holds",
  undisclosed: () => "no amount disclosed",
};

function item(draft: Draft, { deal, standing, why, others }: LeftOut, party: string | null): Rich {
  const named = others.map((other) => other.name).join("; ");
  const reason = ORDER[why](named, party ?? "the party");
  if (!standing) return [{ text: `${deal.name}: ${reason}` }];
  const { figure } = standing;
  draft.use({
    low: figure.low,
    high: figure.high,
    unit: figure.unit,
    qualifier: figure.qualifier,
    origin: `deal:${deal.id}`,
  });
  return [
    { text: `${deal.name}, ` },
    draft.sourced(`${sayAmount(figure)} of ${OF[figure.of]}`, deal, figure.sources.slice(0, 1)),
    { text: `: ${reason}` },
  ];
}

function undisclosed(entries: readonly LeftOut[]): Rich[] {
  const names = entries.slice(0, MOST_EACH * 2).map((entry) => entry.deal.name);
  const out: Rich[] = [];
  for (let at = 0; at < names.length; at += NAMES_AN_ITEM)
    out.push([{ text: `No amount disclosed: ${names.slice(at, at + NAMES_AN_ITEM).join("; ")}` }]);
  const more = entries.length - names.length;
  return more > 0 ? [...out, [{ text: `and ${more} more for the same reason` }]] : out;
}
