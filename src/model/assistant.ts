/** What a model does for a question: reads it where the rules are unsure, and words the answer. Whatever goes wrong, the rules' answer stands. */
import type { Answer } from "../answer/draft.ts";
import type { Block } from "../doc/doc.ts";
import type { Library } from "../knowledge/library.ts";
import type { AskModel } from "../plan/from-model/ask-model.ts";
import { readWithModel } from "../plan/from-model.ts";
import type { Conversation } from "../plan/from-text/conversation.ts";
import type { Read } from "../plan/from-text/read-question.ts";
import type { Plan } from "../plan/plan.ts";
import type { AskWithin } from "./ask-openai.ts";
import { namesIn } from "./names-in.ts";
import { wordHeadline } from "./word-headline.ts";

export type Question = {
  text: string;
  /** How the rules read it, and the answer that this gives. */
  read: Read;
  answer: Answer;
  conversation: Conversation;
  today: string;
  /** Whose money it costs. */
  workspace: string;
  answerOf(plan: Plan): Answer;
  /** Told what the answer is, once it is only to be worded. */
  beforeWording?(plain: Assisted): Promise<void>;
};

export type Assisted = { plan: Plan; answer: Answer; byModel: boolean };
export type Assistant = { assist(question: Question): Promise<Assisted> };

export type AssistantParts = {
  library: Library;
  ask: AskWithin;
  planner: "rules" | "auto" | "model";
  wording: boolean;
  /** For all that is asked of the model for one question. */
  limitMs: number;
  log: AssistantLog;
};
export type AssistantLog = {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};

export function createAssistant({ library, ask, planner, wording, limitMs, log }: AssistantParts): Assistant {
  /** Since the start, for the log. */
  const counts = { planned: 0, fellBack: 0, worded: 0, dropped: 0 };

  const fallBack = (task: "plan" | "wording", because: string) => {
    counts.fellBack++;
    log.warn({ task, because, fellBack: counts.fellBack }, "the model did not help: the plain answer stands");
  };

  const plan = async (question: Question, askNow: AskModel): Promise<Assisted> => {
    const { read, answer, conversation, today, text, answerOf } = question;
    const plain = { plan: read.plan, answer, byModel: false };
    const result = await readWithModel(text, { library, today }, conversation, askNow);
    if (result.outcome === "over-budget") {
      fallBack("plan", "over budget");
      return { ...plain, answer: { ...answer, blocks: [...answer.blocks, OVER_BUDGET] } };
    }
    if (result.outcome === "failed") {
      fallBack("plan", result.because);
      // What people ask stands in no log, unless whoever runs the bot looks for a fault.
      if (result.detail) log.debug({ detail: result.detail }, "the calls of a model were refused");
      return plain;
    }
    const planned = { plan: result.plan, answer: answerOf(result.plan), byModel: true };
    counts.planned++;
    log.debug({ kind: result.plan.kind, rounds: result.rounds, planned: counts.planned }, "a model read the question");
    // Where neither knows, the rules' sentence names what it looked for.
    return planner === "auto" && planned.answer.status === "unknown" && answer.status !== "unknown" ? plain : planned;
  };

  const word = async (assisted: Assisted, { text }: Question, askNow: AskModel): Promise<Assisted> => {
    const { answer } = assisted;
    const doc = { ...answer, line: "" };
    const { headline, dropped, because } = await wordHeadline(text, doc, namesIn(library), askNow);
    counts.dropped += dropped.length;
    for (const drop of dropped)
      log.warn({ ...drop, dropped: counts.dropped }, "a sentence was dropped: not in the answer");
    if (headline === null) {
      fallBack("wording", because ?? "nothing was left");
      return assisted;
    }
    counts.worded++;
    return { ...assisted, answer: { ...answer, headline } };
  };

  return {
    async assist(question) {
      const signal = AbortSignal.timeout(limitMs);
      const askNow: AskModel = (request) => ask(request, { workspace: question.workspace, signal });
      let assisted: Assisted = { plan: question.read.plan, answer: question.answer, byModel: false };
      if (isForModel(planner, question))
        assisted = await orElse(
          assisted,
          () => plan(question, askNow),
          (because) => fallBack("plan", because),
        );
      if (!wording || !mayBeWorded(assisted)) return assisted;
      await question.beforeWording?.(assisted);
      return await orElse(
        assisted,
        () => word(assisted, question, askNow),
        (because) => fallBack("wording", because),
      );
    },
  };
}

/** The rules are certain of these whoever plans: a model must not take an unknown name for a known one, nor answer for a secret. */
const CERTAIN: ReadonlySet<string> = new Set(["unknown-name", "no-link", "private"]);

function isForModel(planner: AssistantParts["planner"], { read: { plan, sure }, answer }: Question): boolean {
  if (planner === "rules" || (plan.kind === "decline" && CERTAIN.has(plan.reason))) return false;
  // No pattern fitted and no sentence was found either: perhaps other words were meant.
  const nothingFound = plan.kind === "show-figure" && plan.attribute === "fact" && answer.status === "unknown";
  return planner === "model" || !sure || nothingFound;
}

const mayBeWorded = ({ answer }: Assisted): boolean =>
  (answer.status === "answered" || answer.status === "partial") && answer.kind !== "about";

async function orElse(
  before: Assisted,
  work: () => Promise<Assisted>,
  onFault: (because: string) => void,
): Promise<Assisted> {
  try {
    return await work();
  } catch (error) {
    onFault(error instanceof Error ? error.message : String(error));
    return before;
  }
}

const OVER_BUDGET: Block = {
  type: "note",
  tone: "info",
  text: [{ text: "Read by rules alone: the model's budget for today is used up." }],
};
