/** What the records expect of a time: what opens, closes or ends then, the earliest first. */

import type { Deal } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { isOver, outlineOn } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft, fitted } from "./draft.ts";
import { inOrder } from "./in-order.ts";

type Plan = PlanOf<"show-timeline">;
type Expected = Deal["expected"][number];
type Told = { deal: Deal; expected: Expected };

const CLOSES = gated(/\b(?:closing|close[sd]?|completed within|go public)\b/i);
const ENDS = gated(/^End of\b|\b(?:expires?|ends?(?! of)|last month of|falls? due|may leave|runs to)\b/i);
const KINDS: Record<NonNullable<Plan["ahead"]>, (text: string) => boolean> = {
  any: () => true,
  closes: (text) => CLOSES.test(text),
  ends: (text) => ENDS.test(text),
  opens: (text) => !CLOSES.test(text) && !ENDS.test(text),
};
const WHAT: Record<NonNullable<Plan["ahead"]>, string> = {
  any: "due",
  closes: "to close",
  ends: "to end or to fall due",
  opens: "to start or to be ready",
};

export function showExpected(plan: Plan, name: string, deals: readonly Deal[], context: Context): Answer {
  const draft = new Draft(context);
  const { ahead } = plan;
  const told = deals.flatMap((deal): Told[] => {
    const status = outlineOn(deal, context.asOf)?.status;
    if (plan.dealKinds.length > 0 && !plan.dealKinds.includes(deal.kind)) return [];
    if (!ahead || status === undefined || isOver(status)) return [];
    return deal.expected
      .filter((expected) => isThen(expected, plan) && KINDS[ahead](expected.text))
      .map((expected) => ({ deal, expected }));
  });
  const all = inOrder(told, ({ expected }) => expected.date.padEnd(10, "~"));
  const [from, to] = [plan.since ?? "", plan.until ?? ""];
  const time =
    from === to
      ? `in ${sayDate(from)}`
      : to === "2099"
        ? `from ${sayDate(from)} on`
        : `from ${sayDate(from)} to ${to.length === 4 ? "the end of " : ""}${sayDate(to)}`;
  const whose = plan.subject === null ? "" : ` of ${name}`;
  if (all.length === 0)
    return draft.done({
      status: "unknown",
      kind: "show-timeline",
      title: "Expected",
      headline: [{ text: `The records have nothing${whose} that is ${WHAT[ahead ?? "any"]} ${time}.` }],
    });
  const several = new Set(all.map(({ deal }) => deal)).size > 1;
  return draft.done({
    status: "answered",
    kind: "show-timeline",
    title: `Expected ${time}`,
    headline: fitted(
      [
        [{ text: `${all.length} on record${whose} ${WHAT[ahead ?? "any"]} ${time}, as last reported:` }],
        ...all.map((one, index) => inHeadline(draft, one, index, all.length)),
      ],
      all.length > FEW ? ", …" : " …",
    ),
    blocks: [
      {
        type: "timeline",
        items: all.map((one) => ({
          date: one.expected.date,
          text: [
            ...(several ? [{ text: `${one.deal.name}: `, style: "strong" as const }] : []),
            draft.sourced(one.expected.text, one.deal, one.expected.sources.slice(0, 1)),
          ],
        })),
      },
    ],
    actions: [],
  });
}

/** Few are told in full, many by their names and days. */
function inHeadline(draft: Draft, one: Told, index: number, count: number): Rich {
  const { deal, expected } = one;
  if (count <= FEW)
    return [{ text: ` ${deal.name}: ` }, draft.sourced(expected.text, deal, expected.sources.slice(0, 1))];
  return [
    { text: `${index === 0 ? " " : ", "}${deal.name} (` },
    draft.sourced(sayDate(expected.date), deal, expected.sources.slice(0, 1)),
    { text: ")" },
  ];
}
const FEW = 3;

/** Whether it falls into the time; of a year alone its words may say which half or quarter. */
function isThen({ date, text }: Expected, { since, until }: Plan): boolean {
  const [from, to] = [since ?? "", until ?? "9999"];
  if (date.length > 4 || (from.length === 4 && to.length === 4))
    return date.slice(0, from.length) >= from.slice(0, date.length) && date.slice(0, to.length) <= to;
  if (date < from.slice(0, 4) || date > to.slice(0, 4)) return false;
  const [first, last] = monthsIn(text);
  return `${date}-${last}` >= from && `${date}-${first}` <= (to.length === 4 ? `${to}-12` : to);
}

/** The months of the year that a sentence speaks of: "in the second half", "by late", "in the third quarter". */
function monthsIn(text: string): readonly [string, string] {
  for (const { said, months } of PARTS) if (said.test(text)) return months;
  return ["01", "12"];
}
const PARTS: readonly { said: RegExp; months: readonly [string, string] }[] = [
  { said: /\bfirst quarter\b|\bearly\b/i, months: ["01", "03"] },
  { said: /\bsecond quarter\b/i, months: ["04", "06"] },
  { said: /\bthird quarter\b/i, months: ["07", "09"] },
  { said: /\bfourth quarter\b|\blate in\b|\b(?:in|by) late\b|\blate 20|\bend of\b/i, months: ["10", "12"] },
  { said: /\bfirst half\b/i, months: ["01", "06"] },
  { said: /\bsecond half\b|\blater in\b/i, months: ["07", "12"] },
  { said: /\bmid-/i, months: ["05", "08"] },
];
