/** "How many Blackwells are in Project Rainier": chips that the record of a deal does not have, where it says which it has. */

import type { Deal } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { chipsIn } from "./chip-words.ts";
import type { Reading } from "./reading.ts";

const ASKS = gated(/\b(?:how many|how much|which|why|when|what|who)\b/i);
const OPEN =
  /\b(?:would|could|might|may|should|if|whether|instead of|rather than|vs\.?|versus|compared?|than|replac\w+|swap\w*|equivalents?|not|never|other than|besides|also)\b|n['’]t\b/i;

export function otherChips({ question, library, names, dates, conversation }: Reading, deal: Deal): PlanInput | null {
  if (deal.chips.length === 0 || !names.deals.includes(deal.id) || conversation.plan !== null) return null;
  if (!ASKS.test(question) || OPEN.test(question)) return null;
  const text = library.textOf(deal);
  const own = new Set([...contentWords(deal.chips.join(" ")), ...contentWords(text)]);
  const isOwn = (word: string) =>
    own.has(word) || [...own].some((one) => one.startsWith(word.replace(/\d+$/, "")) && /^[a-z]+\d*$/.test(one));
  const said = chipsIn(question, library);
  const strange = said.filter((word) => !isOwn(word));
  if (said.length > 0 && strange.length === said.length) return denied(deal, chipSaid(question, strange), dates.asOf);
  // "AMD GPUs": of a maker whom the record does not know.
  const maker = names.mentions.find(
    ({ refs, end }) =>
      refs.some(({ type, id }) => type === "org" && library.organisations.get(id)?.kind === "chips") &&
      /^\s+(?:gpus?|chips?|accelerators?|processors?)\b/i.test(question.slice(end)),
  );
  const name = maker && question.slice(maker.start, maker.end);
  if (!name || text.includes(` ${name.toLowerCase()} `) || contentWords(name).some((word) => own.has(word)))
    return null;
  return denied(deal, `${maker.name} chips`, dates.asOf);
}

const denied = (deal: Deal, place: string, asOf: string | null): PlanInput => ({
  kind: "correct-premise",
  claim: "chips",
  place: place.slice(0, 80),
  deal: deal.id,
  asOf,
});

/** The chips as the question writes them. */
function chipSaid(question: string, words: readonly string[]): string {
  const found = words.flatMap((word) => new RegExp(`\\b${word}s?\\w*`, "i").exec(question)?.[0] ?? []);
  return found.length > 0 ? found.join(" ") : "such chips";
}
