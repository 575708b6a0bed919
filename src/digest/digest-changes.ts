/** What changed, for a digest: status moves first, then figures old → new, new deals, and what else happened. */
import type { Deal, Event } from "../../knowledge/schema.ts";
import type { Draft } from "../answer/draft.ts";
import { shorten } from "../answer/shorten.ts";
import { sayFigure, sayMove, sayNew } from "../answer/show-changes.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { DealChange } from "../knowledge/changes.ts";

/** Deals that a digest names, in the order in which it does: each gets a button. */
export type Named = Deal[];

export const onlyHappened = (change: DealChange): boolean =>
  !change.status && change.figures.length === 0 && !change.isNew;

export function changeBlocks(
  draft: Draft,
  changes: readonly DealChange[],
  since: string,
  named: Named,
  most: number,
): Block[] {
  const lines: { deal: Deal; say(): Rich }[] = [
    ...changes
      .filter((change) => change.status)
      .map((change) => ({ deal: change.deal, say: () => sayMove(draft, change) })),
    ...changes.flatMap((change) =>
      change.figures.map((figure) => ({ deal: change.deal, say: () => sayFigure(draft, change, figure) })),
    ),
    ...changes
      .filter((change) => change.isNew)
      .map((change) => ({ deal: change.deal, say: () => sourcedNew(draft, change) })),
    ...changes
      .filter(onlyHappened)
      .flatMap((change) =>
        change.events.map((event) => ({ deal: change.deal, say: () => sayEvent(draft, change.deal, event) })),
      ),
  ];
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most);
  named.push(...shown.map((line) => line.deal));
  const left = lines.length - shown.length;
  return [
    { type: "heading", text: "What changed" },
    { type: "list", items: shown.map((line) => line.say()) },
    ...(left > 0
      ? [{ type: "note" as const, tone: "info" as const, text: [{ text: `${left} more: /changes since:${since}` }] }]
      : []),
  ];
}

/** A new deal without a figure still has the source of its first event. */
const sourcedNew = (draft: Draft, change: DealChange): Rich => {
  const said = sayNew(draft, change);
  const event = change.events[0];
  return said.some((span) => span.cites) || !event ? said : [...said, draft.sourced(".", change.deal, event.sources)];
};

export const sayEvent = (draft: Draft, deal: Deal, event: Event): Rich => [
  { text: `${deal.name}: `, style: "strong" },
  draft.sourced(shorten(event.text, 200), deal, event.sources.slice(0, 1)),
  { text: ` (${sayDate(event.date)})` },
];
