/** What a conversation remembers: the last subject and plan, so that "and amd?" or "per gw?" can be read. */
import type { Plan } from "../plan.ts";

export type Conversation = {
  /** The last plan that was answered. */
  plan: Plan | null;
  /** The deal or metric that the last answer was about. */
  deal: string | null;
  metric: string | null;
};

export const newConversation = (): Conversation => ({ plan: null, deal: null, metric: null });

/** Words that point back, or a question too short to stand alone. */
export const POINTS_BACK =
  /\b(?:it|its|that|this|these|those|they|them|their|there|the (?:deal|contract|site|two|one|last|most recent)|same|which one)\b|^(?:and|so|but|also|then|what about|how about|at|who|when|where|why|how|per|was|is)\b/i;
