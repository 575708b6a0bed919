/** "Did Lisa Su say anything on it?": what the person that is named said of the record on the table, in its own sentence; else that nothing is on record. */
import { gated } from "../../../knowledge/gated.ts";
import { statementsOf } from "../../../knowledge/statements.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { lastRecord } from "../conversation.ts";
import type { ReadRule } from "../reading.ts";

const ASKS = gated(
  /\b(?:say|says|said|comment(?:s|ed)?|thinks?|thought|tells?|told|respon(?:d|ds|ded|se)|react(?:s|ed|ion)?|view|take)\b.*\b(?:it|this|that|them|the (?:deal|plan|figure|number|round|contract))\b[\s?.!]*$/i,
);

export const saidOfItBy: ReadRule = {
  name: "said-of-it-by",
  read({ question, names, conversation, library, dates }) {
    const [id, ...others] = names.people;
    const person = id === undefined ? undefined : library.people.get(id);
    const record = lastRecord(conversation);
    if (!person || !record || others.length + names.orgs.length > 0 || !ASKS.test(question)) return null;
    const surname = contentRoots(person.name).at(-1) ?? "";
    const told = statementsOf(library)
      .byRecord.get(`${record.type}:${record.id}`)
      ?.statements.find(({ kind, own }) => WORDS.has(kind) && own.exact.has(surname));
    if (!told)
      return {
        kind: "decline",
        reason: "undisclosed",
        about: question.slice(0, 200),
        near: record.type === "deal" ? [record.id] : [],
      };
    const words = told.text.slice(0, 400);
    if (record.type === "metric") return { kind: "show-metric", metric: record.id, words, asOf: dates.asOf };
    if (record.type === "topic") return { kind: "show-topic", topic: record.id, words, asOf: dates.asOf };
    return { kind: "show-figure", subject: record.id, attribute: "fact", topic: words, asOf: dates.asOf };
  },
};
/** Sentences, and no amounts. */
const WORDS: ReadonlySet<string> = new Set(["fact", "event", "contested", "expected"]);
