/** What a conversation is about into which the bot is called, from what people said in it before. */
import { type Conversation, newConversation } from "./conversation.ts";
import { type Read, type Reader, readQuestion, toReading } from "./read-question.ts";

/** Whether a question, alone, leaves open what it is about. */
export function leavesOpen(text: string, { plan }: Pick<Read, "plan">, reader: Reader): boolean {
  if (plan.kind === "decline") return OPEN.has(plan.reason);
  const { names } = toReading(text, reader).reading;
  return names.deals.length + names.orgs.length + names.people.length + names.places.length === 0 && BACK.test(text);
}
const OPEN: ReadonlySet<string> = new Set(["which", "not-understood", "out-of-scope"]);
const BACK = /\b(?:it|its|that|this|they|them|their|he|she)\b/i;

/** Of a long thread the last is what it is about now. */
const LATEST = 15;

/** The record that was spoken of last by a name of its own; null where there is none. `said`: oldest first. */
export function heardBefore(said: readonly string[], reader: Reader): Conversation | null {
  for (const text of said.slice(-LATEST).reverse()) {
    // People say more than a question does: where the whole is not understood, a part of it may be.
    for (const part of [text, ...partsOf(text)]) {
      const found = subjectOf(part, reader);
      if (found) return found;
    }
  }
  return null;
}

function partsOf(text: string): string[] {
  const parts = text.split(/[.,;:!?]\s+|\n/).filter((part) => part.trim() !== "");
  return parts.length > 1 ? parts.slice(0, MOST_PARTS) : [];
}
const MOST_PARTS = 8;

function subjectOf(text: string, reader: Reader): Conversation | null {
  const { names } = toReading(text, reader).reading;
  if (names.deals.length + names.orgs.length + names.places.length === 0) return null;
  const { plan } = readQuestion(text, reader);
  if (plan.kind === "show-deal") return { ...newConversation(), plan, deal: plan.deal };
  if (plan.kind === "show-figure") return { ...newConversation(), plan, deal: plan.subject };
  if (plan.kind === "show-metric") return { ...newConversation(), plan, metric: plan.metric };
  return null;
}
