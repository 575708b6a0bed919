/** What a conversation remembers: the last subject, plan, question and amounts, so that "and amd?" or "both together" can be read. */
import type { Ref } from "../../knowledge/names.ts";
import type { Plan, PlanOf } from "../plan.ts";
import type { Reading } from "./reading.ts";

export type Conversation = {
  /** The last plan that was answered. */
  plan: Plan | null;
  /** The deal or metric that the last answer was about. */
  deal: string | null;
  metric: string | null;
  /** The money that was last spoken of, as expressions write it: "@oracle-openai-4-5gw-300b:value". */
  figure?: string | null | undefined;
  /** The last question, with what it left out put in: "and amd?" after "how big is the Broadcom deal" is "how big is the amd deal". */
  asked?: string | null | undefined;
  /** The deals that were spoken of last, the latest first. */
  deals?: readonly string[] | undefined;
  /** The deals that the last comparison or list set side by side, as long as it is about them. */
  beside?: readonly string[] | undefined;
  /** The list that these stand in, as long as it is about them: "which of them is the largest" after one was asked about. */
  list?: PlanOf<"find-deals"> | null | undefined;
  /** What was answered before a sum with it: "and the net loss?" goes on with that. */
  before?: Plan | null | undefined;
  /** The turns of the calculation that the last answer is part of, as they were put: "at 6%?" is another number in one of them. */
  turns?: readonly string[] | undefined;
  /** The turns of calculations before it, whose numbers may still be meant: "the price of all those racks". */
  earlier?: readonly string[] | undefined;
  /** What the last answers led with, the newest first: what "both", "that" and "the difference" mean. */
  shown?: readonly (readonly Shown[])[] | undefined;
};

/** An amount that an answer led with. */
export type Shown = {
  /** The lines of a calculation; of a figure on record one, as expressions write it: "@aws-38b:value". */
  lines: readonly { label: string; expression: string }[];
  /** Which of them is the amount, from 1. */
  at: number;
  /** What it is, in a few words. */
  label: string;
  /** The record that it is of. */
  record: Ref | null;
  /** Which figure of the record, by id. */
  figure: string | null;
  /** Of what has been revised since: from which day it was so, and the figure whose id means another amount now. */
  was?: { figure: string; since: string } | undefined;
};

export const newConversation = (): Conversation => ({ plan: null, deal: null, metric: null });

/** Words that point back, or a question too short to stand alone. */
export const POINTS_BACK =
  /\b(?:it|its|that|this|these|those|they|them|their|there|the (?:deal|contract|site|two|one|last|most recent)|same|which one)\b|^(?:and|so|but|also|then|what about|how about|at|who|when|where|why|how|per|was|is)\b/i;

/** The record that the last answer was about; null at the beginning of a conversation. */
export function lastRecord({ plan, deal, metric }: Conversation): Ref | null {
  if (plan?.kind === "show-metric" && metric) return { type: "metric", id: metric };
  if (plan?.kind === "show-topic") return { type: "topic", id: plan.topic };
  return deal ? { type: "deal", id: deal } : null;
}

/** A question so short that it goes on with what was spoken of, and names nothing else. */
export function goesOn({ question, names, conversation }: Reading): boolean {
  if (lastRecord(conversation) === null) return false;
  if (names.deals.length + names.orgs.length + names.people.length > 0) return false;
  return question.split(/\s+/).length <= SHORT || POINTS_BACK.test(question);
}
const SHORT = 9;
