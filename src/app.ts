/** Request → Plan → Doc: the one path that every adapter takes. */
import type { Doc } from "./doc/doc.ts";

/** Who asks, where. `conversation` is stable for a Slack thread, a Discord channel and person, a terminal session. */
export type Asker = {
  platform: "slack" | "discord" | "terminal" | "web";
  conversation: string;
  /** Where it was asked and by whom: what is posted later goes there. Not in the terminal. */
  at?: { channel: string; user: string };
  /** What the platform says of the person; looked up only where an action needs it. Never rejects. */
  person?(): Promise<Person>;
  /** The Slack workspace or Discord server, whose share of the model's budget it is; left out in the terminal. */
  workspace?: string;
};

export type Person = {
  /** Their time zone, where the platform tells it. */
  zone: string | null;
  /** Whether they may manage the channel; null where the platform does not say. */
  manages: boolean | null;
};

export type Request =
  /** A command as typed: the text after its name ("stargate as-of:2025-10-01"). */
  | { type: "command"; name: string; text: string; asker: Asker }
  /** A command with options that the platform already split (Discord): values as text, keyed by option name. */
  | { type: "options"; name: string; options: Readonly<Record<string, string>>; asker: Asker }
  /** A question in free words: a mention, a direct message, a line in the terminal. */
  | {
      type: "question";
      text: string;
      asker: Asker;
      /** Said among people, and perhaps not to the bot: answered only where it asks something; nothing of it is kept. */
      overheard?: boolean;
      /** What people said before, oldest first; asked for where the bot is called into their conversation and the question does not stand alone. */
      before?(): Promise<readonly string[]>;
    }
  /** A click: the `line` of an Action, a command line that the bot wrote itself. */
  | { type: "click"; line: string; asker: Asker }
  /** What somebody wrote into the field behind “Wrong?”; `about` is the line of that Action. */
  | { type: "feedback"; about: string; words: string; asker: Asker };

/** Names for an option while somebody types, best first, from memory. `value` is what to send back. */
export type Choice = { label: string; value: string };

/**
 * Called at most once, with the answer as it stands before a model words it: complete, and true whatever becomes of the
 * wording. An adapter that can change what it has shown shows it meanwhile; the Doc that follows takes its place, and is
 * this very one where nothing was worded.
 */
type InAdvance = (plain: Doc) => void;

export type App = {
  /** Never throws for a user's mistake: that is a Doc of status "error" with a sentence that says what to do. */
  answer(request: Request, inAdvance?: InAdvance): Promise<Doc>;
  /** From memory, for autocomplete: waits only where the knowledge is still being loaded. `kind` is the option's `complete`. */
  complete(
    kind: "deal" | "party" | "subject" | "metric" | "term" | "rate" | "chip" | "zone",
    typed: string,
    limit: number,
  ): Promise<readonly Choice[]>;
};
