/** "What does Satya Nadella say about power": what that person said of it, and nothing that others said. */

import type { Person } from "../../../knowledge/schema.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import type { Statement } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const SAYS = gated(
  /^(?:\W*(?:so|and|ok|hey),? )*what (?:does|did|do|has|have)\b.{2,40}\b(?:think|thought|believe|feel|say|said|tell|told)(?: \w+){0,2} (?:about|of|on)\b|^(?:\W*(?:so|and|ok|hey),? )*(?:does|did|do|has|have)\b.{2,40}\b(?:say|said|commented?|spoken?)(?: (?:anything|something|a word|much))? (?:about|of|on)\b|^(?!\S+['’]s )[\p{L}.'’-]+(?: [\p{L}.'’-]+)? on (?:the |its |their )?\S|\b(?:opinions?|views?|thoughts?|stance|take) (?:of|on|about)\b/iu,
);
/** Somebody of whom no record has a word, asked for what was said. */
const STRANGER = gated(
  /\bwhat (?:does|did|do|has|have) (?:the )?(\p{L}{3,}) (?:think|thought|believe|feel|say|said|tell|told)\b/iu,
);
/** How many statements are looked through. */
const MOST = 40;
/** How much of the question the person's own statement must explain. */
const ENOUGH = 0.5;

export const personSaid: ReadRule = {
  name: "person-said",
  read(reading) {
    const { question, names, library } = reading;
    const [id, ...others] = names.people;
    const person = id === undefined ? undefined : library.people.get(id);
    if (!person || others.length > 0 || !SAYS.test(question)) return null;
    const sought = toSought(reading, null, 0);
    // What the person said is asked for by no other word.
    const surname = contentRoots(person.name).at(-1) ?? "";
    const said = names.deals.some((deal) => recordHas(library, `deal:${deal}`, surname));
    const weak = sought.words.every((word) => word.weak);
    if (weak && said) return null;
    const [first] = findStatements(library, sought, MOST, null);
    if (first && isTheirs(library, first.statement, person)) return null;
    if (first && (weak || first.coverage >= ENOUGH) && contentRoots(first.statement.text).includes(surname))
      return null;
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  },
};

/** Whether a figure is stated by the person, or a topic is of what the person said. */
function isTheirs(library: Library, { record, amount }: Statement, { id, name }: Person): boolean {
  if (record.type === "topic") return library.topics.get(record.id)?.people.includes(id) ?? false;
  return amount !== null && "stated_by" in amount && (amount.stated_by ?? "").includes(name);
}

/** What somebody said of whom no record has a word. */
export const strangerSaid: ReadRule = {
  name: "stranger-said",
  read({ question, names, library }) {
    const said = STRANGER.exec(question)?.[1];
    if (said === undefined || library.knowsWord(said)) return null;
    const isNamed = names.mentions.some(({ start, end }) =>
      question.slice(start, end).toLowerCase().includes(said.toLowerCase()),
    );
    return isNamed ? null : { kind: "decline", reason: "unknown-name", about: said };
  },
};
