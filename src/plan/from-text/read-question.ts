/** A question in free words → Plan. Stages: normalise → orders left out → English → spelling → quantities and dates → names → what is asked → plan. */
import type { Library } from "../../knowledge/library.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { findDates } from "../dates.ts";
import { Plan, type PlanInput } from "../plan.ts";
import { findQuantities, mendQuantityWords } from "../quantities.ts";
import { type Conversation, newConversation } from "./conversation.ts";
import { leaveOutOrders } from "./instructions.ts";
import { toEnglish } from "./languages/to-english.ts";
import { normalise } from "./normalise.ts";
import { holdPremise } from "./premise.ts";
import type { Reading } from "./reading.ts";
import { RULES } from "./rules.ts";

/** `today` is the day from which relative words count ("last month"). */
export type Reader = { library: Library; today: string };

/**
 * The plan, and the rule that read it. `sure` is false where no rule fitted, or several deals fit about as well;
 * `ordered` says that orders about how to answer were left out, `language` which one it was asked in where that is not English.
 */
export type Read = { plan: Plan; rule: string; sure: boolean; ordered: boolean; language: string | null };

/** What was heard beside the question itself. */
type Heard = Pick<Read, "ordered" | "language">;

/** What the stages before the rules find in a question. */
export function toReading(
  text: string,
  { library, today }: Reader,
  conversation: Conversation = newConversation(),
): { reading: Reading; heard: Heard } {
  const { question: said, ordered } = leaveOutOrders(normalise(text));
  const foreign = toEnglish(said, library);
  const question = library.spelling(mendQuantityWords(foreign?.text ?? said));
  const dates = findDates(question, today);
  const reading: Reading = {
    question,
    library,
    dates,
    quantities: findQuantities(question),
    names: readNames(library, blank(question, dates.spans)),
    conversation,
    asOf: dates.asOf ?? library.completeTo,
  };
  return { reading, heard: { ordered, language: foreign?.language ?? null } };
}

export function readQuestion(text: string, reader: Reader, conversation: Conversation = newConversation()): Read {
  const { reading, heard } = toReading(text, reader, conversation);
  if (heard.ordered && reading.question.trim() === "")
    return readAs({ kind: "decline", reason: "instruction" }, "instructions", heard);
  for (const rule of RULES) {
    const read: PlanInput | null = rule.read(reading);
    if (!read) continue;
    return readAs(holdPremise(reading, Plan.parse(read)), rule.name, heard);
  }
  return readAs({ kind: "decline", reason: "not-understood" }, "none", heard);
}

function readAs(input: PlanInput, rule: string, heard: Heard): Read {
  const plan = Plan.parse(input);
  return { plan, rule, sure: isSure(plan), ...heard };
}

const isSure = (plan: Plan): boolean =>
  plan.kind !== "choose-deal" && !(plan.kind === "decline" && plan.reason === "not-understood");

/** Spaces where dates stand, so that they are not read as names. */
function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let out = text;
  for (const { start, end } of spans) out = out.slice(0, start) + " ".repeat(end - start) + out.slice(end);
  return out;
}
