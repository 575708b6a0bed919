/** "What does Satya Nadella say about power": what that person said of it, and nothing that others said. */
import { findStatements } from "../../knowledge/find-statements.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const SAYS =
  /^(?:\W*(?:so|and|ok|hey),? )*what (?:does|did|do|has|have)\b.{2,40}\b(?:think|thought|believe|feel|say|said)(?: \w+)? (?:about|of|on)\b|^[\p{L}.'’-]+(?: [\p{L}.'’-]+)? on (?:the |its |their )?\S|\b(?:opinions?|views?|thoughts?|stance|take) (?:of|on|about)\b/iu;
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
