/** Wires commands, the question reader and the executor into the one path that adapters call. */

import { distance } from "fastest-levenshtein";
import type { z } from "zod";
import type { Command } from "../commands/define-command.ts";
import { parseLine } from "../commands/parse-line.ts";
import { usageOf } from "../commands/usage.ts";
import { addedInTurn } from "./added-in-turn.ts";
import { brief } from "./answer/brief.ts";
import type { Answer } from "./answer/draft.ts";
import type { App, Choice, Request } from "./app.ts";
import { chipNames } from "./calculator/chain/choose-inputs.ts";
import { contextAsTurn } from "./context-as-turn.ts";
import { act } from "./digest/act.ts";
import type { Posting } from "./digest/acting.ts";
import type { Action as Button, Doc } from "./doc/doc.ts";
import { UserError } from "./errors.ts";
import { execute } from "./execute.ts";
import { heldToBound } from "./held-to-bound.ts";
import { heldToTurn } from "./hold-to-turn.ts";
import { inRecordWords } from "./in-record-words.ts";
import { changedInTurns, turnsAfter } from "./inputs-in-turns.ts";
import { createKeptAnswers, keyOf } from "./keep-answers.ts";
import type { Library } from "./knowledge/library.ts";
import type { RefType } from "./knowledge/names.ts";
import { meantInTurn } from "./meant-in-turn.ts";
import type { Assistant, Assisted, Question } from "./model/assistant.ts";
import { Action } from "./plan/action.ts";
import { describe } from "./plan/describe.ts";
import { newConversation } from "./plan/from-text/conversation.ts";
import { inputsChanged } from "./plan/from-text/follow-up/inputs-changed.ts";
import { heardBefore, leavesOpen } from "./plan/from-text/heard-before.ts";
import { isAsked } from "./plan/from-text/is-asked.ts";
import { MAX_QUESTION, normalise } from "./plan/from-text/normalise.ts";
import { readQuestion } from "./plan/from-text/read-question.ts";
import { Plan, type PlanInput } from "./plan/plan.ts";
import { toKeptQuestion } from "./plan/without-ids.ts";
import { zonesLike } from "./plan/zone.ts";
import { remembered } from "./remember.ts";
import { sidesAsTurns } from "./sides-as-turns.ts";
import type { Conversations } from "./state/conversations.ts";
import { StoreError } from "./state/store-error.ts";
import { summedBehind } from "./sum-behind-figure.ts";

export type AppParts = {
  library: Library;
  commands: readonly Command[];
  conversations: Conversations;
  clock: { now(): number };
  /** Where digests and news are kept and posted; without it commands say what they would do. */
  posting?: Posting;
  /** A model that helps to read and to word; without one the rules do all. */
  assistant?: Assistant;
  /** Told of each question that had no answer, as it may be kept. */
  onUnanswered?(question: string): void;
  /** Told of what was not a user's mistake, so that it can be mended. */
  onFault(error: unknown, request: Request): void;
};

/** `asked`: a question in free words, and how the rules read it; `answerOf` has what was answered on the way. */
type Planned = {
  plan: Plan;
  line: string;
  asked?: Pick<Question, "text" | "read" | "conversation">;
  answerOf: AnswerOf;
};
type AnswerOf = (plan: Plan) => Answer;
type Changing = { action: Action };

export function createApp(parts: AppParts): App {
  const { library, commands, conversations } = parts;
  const help = commands.map((command) => ({
    name: command.name,
    usage: usageOf(command),
    summary: command.summary,
    examples: command.examples,
  }));
  const kept = createKeptAnswers();
  /** For one request: what reads a question answers a plan to see whether it will do, and that answer is told. */
  const answering = (): AnswerOf => {
    const answers = new Map<Plan, Answer>();
    return (plan) => {
      const known = answers.get(plan) ?? execute(plan, library, help);
      answers.set(plan, known);
      return known;
    };
  };
  const today = () => new Date(parts.clock.now()).toISOString().slice(0, 10);

  const planOf = async (request: Request): Promise<Planned | Changing> => {
    switch (request.type) {
      case "question":
        return fromQuestion(request.text, request);
      case "click":
        return fromLine(request.line, request);
      case "feedback":
        return { action: toFeedback(request) };
      case "command":
        return fromCommand(
          commandNamed(request.name),
          (command) => parseLine(command, request.text),
          request.text,
          request,
        );
      case "options":
        return fromCommand(commandNamed(request.name), () => request.options, writeOptions(request.options), request);
      default:
        return request satisfies never;
    }
  };

  const fromLine = (line: string, request: Request): Promise<Planned | Changing> => {
    const [name = "", ...rest] = line.trim().replace(/^\//, "").split(/\s+/);
    return fromCommand(commandNamed(name), (command) => parseLine(command, rest.join(" ")), rest.join(" "), request);
  };

  const fromCommand = async (
    command: Command,
    valuesOf: (command: Command) => Readonly<Record<string, string>>,
    text: string,
    request: Request,
  ): Promise<Planned | Changing> => {
    const given = valuesOf(command);
    if (command.reads === "question") return fromQuestion(given.question ?? "", request);
    const values = parseOptions(command, given);
    const line = `${command.name} ${text}`.trim();
    if ("toAction" in command) return { action: Action.parse(command.toAction(values)) };
    const plan: PlanInput = command.toPlan(values);
    return { plan: Plan.parse(plan), line, answerOf: answering() };
  };

  const fromQuestion = async (text: string, request: Request): Promise<Planned | Changing> => {
    // "/deal stargate" typed as a message, or "deal stargate" in the terminal with its slash, is the command.
    const typed = /^\/([a-z-]+)(?:\s+(.*))?$/is.exec(text.trim());
    if (typed)
      return fromCommand(
        commandNamed(typed[1] ?? ""),
        (command) => parseLine(command, typed[2] ?? ""),
        typed[2] ?? "",
        request,
      );
    if (
      request.type === "question" &&
      request.overheard &&
      !isAsked(text, library) &&
      !(await goesOnWithSum(text, request))
    )
      return {
        plan: Plan.parse({ kind: "decline", reason: "not-understood" }),
        line: "help",
        answerOf: answering(),
      };
    const answerOf = answering();
    const { conversation, read } = await readWithin(text, request, answerOf);
    const line = `ask ${text.slice(0, MAX_QUESTION).replace(/\s+/g, " ").trim()}`;
    return { plan: read.plan, line, asked: { text, read, conversation }, answerOf };
  };

  /** "Stretch it to 15 years" in a thread asks nobody, and is meant for whoever has worked it out. */
  const goesOnWithSum = async (text: string, { asker }: Request): Promise<boolean> => {
    const { turns = [] } = (await conversations.get(asker.conversation)) ?? {};
    return turns.length > 0 && inputsChanged(normalise(text), turns) !== null;
  };

  const readWithin = async (
    text: string,
    request: Request,
    answerOf: AnswerOf,
  ): Promise<Pick<Question, "read" | "conversation">> => {
    const reader = { library, today: today() };
    const known = await conversations.get(request.asker.conversation);
    const conversation = known ?? newConversation();
    const read = readQuestion(text, reader, conversation);
    const summed =
      heldToBound(read, conversation, reader, answerOf) ??
      summedBehind(read, conversation, reader, answerOf) ??
      addedInTurn(read, conversation, reader, answerOf) ??
      changedInTurns(read, conversation, reader, answerOf) ??
      sidesAsTurns(read, conversation, reader, answerOf) ??
      contextAsTurn(read, conversation, reader, answerOf) ??
      inRecordWords(read, conversation, reader, answerOf);
    if (summed) return { conversation, read: summed };
    const before = request.type === "question" ? request.before : undefined;
    if (known || !before || !leavesOpen(text, read, reader)) return { conversation, read };
    const heard = heardBefore(await before(), reader);
    const again = heard && readQuestion(text, reader, heard);
    return heard && again && again.plan.kind !== "decline"
      ? { conversation: heard, read: again }
      : { conversation, read };
  };

  const answerTo = async (
    { plan: read, asked, answerOf: answered }: Planned,
    { asker }: Request,
    beforeWording: (plain: Assisted) => Promise<void>,
  ): Promise<Assisted> => {
    const goesOn = asked !== undefined && !asked.read.alone;
    const held = (said: Answer) =>
      goesOn ? heldToTurn(said, { ...asked.read, text: asked.text }, asked.conversation, library) : said;
    const answerOf = (other: Plan) => {
      const said = answered(other);
      const full = other === read ? held(said) : said;
      return asked?.read.ordered && full.status === "answered" ? brief(full, ORDERS_LEFT_OUT) : full;
    };
    const asRead = answerOf(read);
    const meant = goesOn ? meantInTurn(asRead, { ...asked.read, text: asked.text }, asked.conversation, library) : null;
    const plan = meant ?? read;
    const answer = meant ? answerOf(meant) : asRead;
    if (!asked || !parts.assistant) return { plan, answer, byModel: false };
    const workspace = asker.workspace ?? asker.platform;
    return parts.assistant.assist({ ...asked, answer, answerOf, workspace, today: today(), beforeWording });
  };

  const toDoc = ({ line, asked }: Planned, { plan, answer, byModel }: Assisted): Doc => {
    const { subject: _subject, lead: _lead, ...said } = withLanguage(answer, asked?.read.language ?? null);
    const words = asked ? describe(plan, (id) => nameOf(library, id)) : "";
    const readAs = words && byModel ? `${words} (by a model)` : words;
    // Only where somebody reads it.
    const actions = parts.posting && isAnswer(plan, answer) ? [...said.actions, wrongButton(line)] : said.actions;
    return { ...said, line, actions, ...(readAs && { readAs }) };
  };

  const commandNamed = (name: string): Command => {
    const found = commands.find((command) => command.name === name.toLowerCase());
    if (found) return found;
    const near = [...commands].sort((a, b) => distance(a.name, name) - distance(b.name, name))[0];
    throw new UserError("unknown-command", `There is no command /${name.slice(0, 30)}.`, {
      hint: near ? `Did you mean /${near.name}? /help lists all.` : "/help lists all.",
    });
  };

  return {
    async answer(request, inAdvance) {
      try {
        const key = keyOf(request);
        const known = key === null ? undefined : kept.get(key);
        if (known) {
          await remember(parts, request, { ...known, asked: null, turns: [] });
          return known.doc;
        }
        const planned = await planOf(request);
        if ("action" in planned) return await act(parts, planned.action, request.asker);
        let shown: { answer: Answer; doc: Doc } | undefined;
        const assisted = await answerTo(planned, request, async (plain) => {
          if (!inAdvance) return;
          // Whoever sees it may go on from it at once.
          await remember(parts, request, { ...plain, ...askedIn(planned) });
          shown = { answer: plain.answer, doc: toDoc(planned, plain) };
          inAdvance(shown.doc);
        });
        const { plan, answer } = assisted;
        // Not again: what was asked meanwhile has come after it.
        if (!shown) await remember(parts, request, { plan, answer, ...askedIn(planned) });
        if (planned.asked && isMissed(request, plan, answer)) parts.onUnanswered?.(toKeptQuestion(planned.asked.text));
        const doc = shown?.answer === answer ? shown.doc : toDoc(planned, assisted);
        // "/ask …" is a command in form only.
        if (key !== null && !planned.asked) kept.set(key, { plan, answer, doc });
        return doc;
      } catch (error) {
        if (!(error instanceof UserError)) parts.onFault(error, request);
        return errorDoc(error, library);
      }
    },
    complete: async (kind, typed, limit) => complete(library, kind, typed, limit),
  };
}

const wrongButton = (line: string): Button => ({ label: "Wrong?", line, ask: "feedback" });

const isAnswer = (plan: Plan, { status }: Answer): boolean =>
  (status === "answered" || status === "partial") && plan.kind !== "about" && plan.kind !== "decline";

/** A question that somebody asked the bot, in its field, and that it should perhaps have an answer to. */
function isMissed(request: Request, plan: Plan, { status }: Answer): boolean {
  if (request.asker.platform === "terminal" || (request.type === "question" && request.overheard)) return false;
  if (status !== "unknown") return false;
  return plan.kind !== "decline" || MISSED.has(plan.reason);
}
const MISSED: ReadonlySet<string> = new Set(["not-understood", "unknown-name", "no-link"]);

function toFeedback({ about, words }: Request & { type: "feedback" }): Action {
  const { data } = Action.safeParse({ kind: "feedback", about, words });
  if (!data) throw new UserError("no-words", "I need a few words on what is wrong, at most 1,000 characters.");
  return data;
}
/** Said to whoever asked in another language. */
function withLanguage(answer: Answer, language: string | null): Answer {
  if (language === null) return answer;
  const text = `Answered in English; the question was read as ${language} by its names, numbers and question words.`;
  return { ...answer, blocks: [{ type: "note", tone: "info", text: [{ text }] }, ...answer.blocks] };
}

const ORDERS_LEFT_OUT = "Instructions on how to answer, or what to say, are left out.";

function parseOptions(command: Command, given: Readonly<Record<string, string>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const option of command.options) {
    const text = given[option.name];
    if (option.required && (text === undefined || text.trim() === "")) {
      throw new UserError(
        "missing-option",
        `/${command.name} needs ${option.name}: ${option.summary.charAt(0).toLowerCase()}${option.summary.slice(1)}.`,
        { hint: `For example ${command.examples[0]}` },
      );
    }
    const parsed = option.schema.safeParse(text === "" ? undefined : text);
    if (!parsed.success)
      throw new UserError("bad-option", `${option.name}: ${sayIssue(parsed.error, option.choices)}.`, {
        hint: `For example ${command.examples.find((example) => example.includes(`${option.name}:`)) ?? command.examples[0]}`,
      });
    if (parsed.data !== undefined) out[option.name] = parsed.data;
  }
  return out;
}

function sayIssue(error: z.ZodError, choices: readonly string[] | undefined): string {
  return choices ? `write one of ${choices.join(", ")}` : (error.issues[0]?.message ?? "cannot be read");
}

/** Options as a line that gives the same again. */
function writeOptions(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}:${/\s/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`)
    .join(" ");
}

/** The question in full, where it was one, and the turns of the calculation that it goes on with. */
const askedIn = ({ asked }: Planned): { asked: string | null; turns: readonly string[] } => ({
  asked: asked?.read.asked ?? null,
  turns: asked ? turnsAfter(asked.text, asked.read, asked.conversation) : [],
});

async function remember(
  { conversations, library }: Pick<AppParts, "conversations" | "library">,
  request: Request,
  answered: { plan: Plan; answer: Answer; asked: string | null; turns: readonly string[] },
): Promise<void> {
  // A look-up by a slash command or a button in Slack is private and has no thread in which the next question could stand.
  if (request.type !== "question" && request.asker.platform === "slack") return;
  const { conversation } = request.asker;
  const last = (await conversations.get(conversation)) ?? newConversation();
  const next = remembered(last, answered, library);
  if (next) await conversations.set(conversation, next);
}

function errorDoc(error: unknown, library: Library): Doc {
  const mine = error instanceof UserError;
  const said = mine
    ? `${error.message}${error.hint ? ` ${error.hint}` : ""}`
    : error instanceof StoreError
      ? "I cannot read or save what I keep just now, so nothing is certain to have changed. Please try again in a few minutes."
      : "Something went wrong on my side; it has been logged. Please try again.";
  return {
    status: "error",
    kind: "error",
    title: mine ? "That did not work" : "Sorry",
    headline: [{ text: said.slice(0, 300) }],
    blocks: [],
    sources: [],
    figures: [],
    actions: [{ label: "Help", line: "help" }],
    line: "help",
    asOf: library.completeTo,
    completeTo: library.completeTo,
  };
}

const TYPES: Record<Parameters<App["complete"]>[0], readonly RefType[]> = {
  deal: ["deal"],
  party: ["org"],
  subject: ["deal", "org"],
  metric: ["metric"],
  term: ["term"],
  rate: ["rate"],
  chip: [],
  zone: [],
};

function complete(library: Library, kind: Parameters<App["complete"]>[0], typed: string, limit: number): Choice[] {
  if (kind === "zone") return zonesLike(typed, limit).map((zone) => ({ label: zone, value: zone }));
  if (kind === "chip") return chipChoices(library, typed).slice(0, limit);
  const refs = library.names.startingWith(typed, TYPES[kind]);
  const out: Choice[] = [];
  for (const ref of refs) {
    if (ref.type === "rate" && !library.rates.get(ref.id)?.unit.endsWith("/GW")) continue;
    out.push({ label: nameOf(library, ref.id), value: ref.id });
    if (out.length >= limit) break;
  }
  return out;
}

const chipChoices = (library: Library, typed: string): Choice[] =>
  chipNames(library)
    .filter((name) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .map((name) => ({ label: name, value: name }));

function nameOf({ deals, organisations, metrics, topics, terms, rates }: Library, id: string): string {
  return (
    (deals.get(id) ?? organisations.get(id) ?? metrics.get(id) ?? topics.get(id) ?? rates.get(id))?.name ??
    terms.get(id)?.term ??
    id
  );
}
