/** "What does Satya Nadella say about power": what that person said of it, and nothing that others said. */

import { findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const SAYS = gated(
  /^(?:\W*(?:so|and|ok|hey),? )*what (?:does|did|do|has|have)\b.{2,40}\b(?:think|thought|believe|feel|say|said|tell|told)(?: \w+){0,2} (?:about|of|on)\b|^(?:\W*(?:so|and|ok|hey),? )*(?:does|did|do|has|have)\b.{2,40}\b(?:say|said|commented?|spoken?)(?: (?:anything|something|a word|much))? (?:about|of|on)\b|^[\p{L}.'’-]+(?: [\p{L}.'’-]+)? on (?:the |its |their )?\S|\b(?:opinions?|views?|thoughts?|stance|take) (?:of|on|about)\b/iu,
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
    if (sought.words.every((word) => word.weak) && (names.deals.length === 0 || said)) return null;
    const [first] = findStatements(library, sought, MOST, null);
    // A figure says by a field of its own whose it is.
    if (first && first.statement.record.type !== "deal") return null;
    if (first && first.coverage >= ENOUGH && contentRoots(first.statement.text).includes(surname)) return null;
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  },
};

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
