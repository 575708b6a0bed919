/** Greetings, help, and what is not the bot's business. */
import { FUTURE, GREETING, HELP, OPINION, PRIVATE } from "./asks.ts";
import type { ReadRule } from "./reading.ts";

export const talk: ReadRule = {
  name: "talk",
  read({ question, names }) {
    if (question === "" || HELP.test(question)) return { kind: "about", topic: "help" };
    if (GREETING.test(question)) return { kind: "about", topic: "greeting" };
    if (PRIVATE.test(question)) return { kind: "decline", reason: "private", about: question.slice(0, 200) };
    if (OPINION.test(question)) return { kind: "decline", reason: "opinion", about: question.slice(0, 200) };
    // Of a deal or a company the records may hold what was said to be expected.
    if (FUTURE.test(question) && names.deals.length + names.orgs.length === 0) {
      return { kind: "decline", reason: "future", about: question.slice(0, 200) };
    }
    return null;
  },
};
