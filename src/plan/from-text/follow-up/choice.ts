/** After "which one?": "the 2026 one", "the second", "the bigger", "the expansion", "both". */

import type { Deal } from "../../../../knowledge/schema.ts";
import { outlineOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { attributeAsked } from "../what-is-asked.ts";
import { bareOf } from "./elliptic.ts";

const MAX_WORDS = 8;
const PLACES = ["first", "second", "third", "fourth"] as const;

export const choice: ReadRule = {
  name: "choice",
  read(reading) {
    const { question, conversation, library, asOf } = reading;
    const last = conversation.plan;
    if (last?.kind !== "choose-deal" || question.split(/\s+/).length > MAX_WORDS) return null;
    const deals = last.deals.flatMap((id) => library.deals.get(id) ?? []);
    const { text } = bareOf(question);
    if (
      /^(?:both|all|either|each)(?: of (?:them|those|these))?(?: of the deals)?[\s?.!]*$/i.test(text) &&
      deals.length <= 3
    )
      return { kind: "compare", deals: deals.map(({ id }) => id), attribute: "all", asOf: last.asOf };
    const chosen = chosenOf(deals, text, asOf);
    if (!chosen) return null;
    return askedOf(chosen, ASKS_ANEW.test(text) ? question : (conversation.asked ?? ""), last.asOf);
  },
};

/** "Per GW?": what is asked of the one that its words choose. */
const ASKS_ANEW = gated(/^(?:per|when|who|where|how|what|why)\b/i);

/** Null where the words fit none of them, or several. */
function chosenOf(deals: readonly Deal[], text: string, asOf: string): Deal | null {
  const place = PLACES.findIndex((word, index) =>
    new RegExp(`\\b(?:${word}|${index + 1}(?:st|nd|rd|th)?)\\b`, "i").test(text),
  );
  if (place >= 0 && /^(?:the )?(?:number |no\.? |#)?\w+(?: (?:one|deal|contract))?[\s?.!]*$/i.test(text))
    return deals[place] ?? null;
  if (/^(?:the )?last(?: one| deal)?[\s?.!]*$/i.test(text)) return deals.at(-1) ?? null;
  const ordered = (by: (deal: Deal) => number | string, most: boolean): Deal | null => {
    const sorted = [...deals].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
    return (most ? sorted.at(-1) : sorted[0]) ?? null;
  };
  const worth = (deal: Deal) =>
    outlineOn(deal, asOf)?.money?.figure.high ?? outlineOn(deal, asOf)?.money?.figure.low ?? 0;
  const since = (deal: Deal) => deal.events[0]?.date ?? "";
  if (/\b(?:bigger|biggest|larger|largest)\b/i.test(text)) return ordered(worth, true);
  if (/\b(?:smaller|smallest)\b/i.test(text)) return ordered(worth, false);
  if (/\b(?:newer|newest|latest|later|most recent|recent)\b/i.test(text)) return ordered(since, true);
  if (/\b(?:older|oldest|earlier|earliest|original)\b/i.test(text)) return ordered(since, false);
  const year = /\b20\d\d\b/.exec(text)?.[0];
  const roots = contentRoots(text).filter((word) => !/^\d+$/.test(word));
  const fits = deals.filter((deal) => {
    const own = new Set(contentRoots([deal.name, ...deal.aliases, deal.summary].join(" ")));
    const told = deals.filter((other) => other !== deal).map((other) => new Set(contentRoots(other.name)));
    // A word that all of them have tells none.
    const telling = roots.filter((word) => own.has(word) && !told.every((words) => words.has(word)));
    const named = roots.length === 0 || telling.length > 0;
    return named && (year === undefined || since(deal).startsWith(year)) && (roots.length > 0 || year !== undefined);
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** What was asked before it was asked back. */
function askedOf(deal: Deal, asked: string, asOf: string | null): PlanInput {
  const attribute = attributeAsked(asked);
  return attribute === null
    ? { kind: "show-deal", deal: deal.id, asOf }
    : { kind: "show-figure", subject: deal.id, attribute, topic: asked.slice(0, 400), asOf };
}
