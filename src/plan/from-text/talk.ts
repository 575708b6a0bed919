/** Greetings, help, and what is not the bot's business. */
import { GREETING, HELP, OPINION, PRIVATE } from "./asks.ts";
import type { ReadRule } from "./reading.ts";

export const talk: ReadRule = {
  name: "talk",
  read({ question }) {
    if (question === "" || HELP.test(question)) return { kind: "about", topic: "help" };
    if (GREETING.test(question)) return { kind: "about", topic: "greeting" };
    if (PRIVATE.test(question)) return { kind: "decline", reason: "private", about: question.slice(0, 200) };
    if (OPINION.test(question)) return { kind: "decline", reason: "opinion", about: question.slice(0, 200) };
    return null;
  },
};
