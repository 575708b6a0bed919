/** A command is one file. Slack's manifest, Discord's registration, help and the README's table are made from it. */
import type { z } from "zod";
import type { Action } from "../src/plan/action.ts";
import type { PlanInput } from "../src/plan/plan.ts";

/** What a person may give; every value arrives as text and is parsed by its schema. */
export type Option = {
  /** In lower case, words joined by hyphens: the same name on every platform. */
  name: string;
  /** At most 100 characters. */
  summary: string;
  schema: z.ZodType<unknown, string | undefined>;
  /** Whether it may be left out. Required ones come first. */
  required?: boolean;
  /** Suggestions while typing. */
  complete?: "deal" | "party" | "subject" | "metric" | "term" | "rate" | "chip" | "zone";
  /** A closed list of values, shown as choices: at most 25. */
  choices?: readonly string[];
  /** Words without a name fill it, in the order of the options; the last such option takes all that are left. */
  positional?: boolean;
  /** Takes the whole text as it is, also what looks like name:value ("ask"). */
  rest?: boolean;
};

export type Command<Values = Record<string, unknown>> = {
  name: string;
  /** At most 100 characters. */
  summary: string;
  options: readonly Option[];
  /** Lines that work as they stand, with the slash. */
  examples: readonly string[];
  /** What people write in the words of a sentence → the same as options. */
  tidy?(text: string): string;
  /** Options that a form asks for where the command is given without any: at most four, the first of them needed. */
  form?: readonly string[];
  /** Reads a free question instead of options: its plan comes from the question reader. */
  reads?: "question";
} & (
  | { toPlan(values: Values): PlanInput }
  /** Changes something. */
  | { toAction(values: Values): Action }
);

export const defineCommand = (command: Command): Command => command;
