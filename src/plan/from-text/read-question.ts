/** A question in free words → Plan. Stages: normalise → quantities and dates → names → what is asked → plan. */
import type { Library } from "../../knowledge/library.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { findDates } from "../dates.ts";
import { Plan, type PlanInput } from "../plan.ts";
import { findQuantities, mendQuantityWords } from "../quantities.ts";
import { type Conversation, newConversation } from "./conversation.ts";
import { normalise } from "./normalise.ts";
import type { Reading } from "./reading.ts";
import { RULES } from "./rules.ts";

/** `today` is the day from which relative words count ("last month"). */
export type Reader = { library: Library; today: string };

/** The plan, and the rule that read it. `sure` is false where no rule fitted, or several deals fit about as well. */
export type Read = { plan: Plan; rule: string; sure: boolean };

export function readQuestion(
  text: string,
  { library, today }: Reader,
  conversation: Conversation = newConversation(),
): Read {
  const question = library.spelling(mendQuantityWords(normalise(text)));
  const dates = findDates(question, today);
  const quantities = findQuantities(question);
  const names = readNames(library, blank(question, dates.spans));
  const reading: Reading = {
    question,
    library,
    dates,
    quantities,
    names,
    conversation,
    asOf: dates.asOf ?? library.completeTo,
  };
  for (const rule of RULES) {
    const read: PlanInput | null = rule.read(reading);
    if (!read) continue;
    const plan = Plan.parse(read);
    return { plan, rule: rule.name, sure: isSure(plan) };
  }
  return {
    plan: Plan.parse({ kind: "decline", reason: "not-understood", about: question.slice(0, 200) }),
    rule: "none",
    sure: false,
  };
}

const isSure = (plan: Plan): boolean =>
  plan.kind !== "choose-deal" && !(plan.kind === "decline" && plan.reason === "not-understood");

/** Spaces where dates stand, so that they are not read as names. */
function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let out = text;
  for (const { start, end } of spans) out = out.slice(0, start) + " ".repeat(end - start) + out.slice(end);
  return out;
}
