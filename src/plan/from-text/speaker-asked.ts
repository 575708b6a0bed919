/** "What did Oracle say about the Abilene reports", "what did Kress say of the agreement": the sentence in which whoever is named says it. */

import { blanked } from "../../knowledge/blanked.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { namedIn } from "../../knowledge/named-in.ts";
import { placesOf, type Ref } from "../../knowledge/names.ts";
import { hasIt } from "../../knowledge/predicate.ts";
import { isFiller, soughtWords } from "../../knowledge/question-words.ts";
import { relatedTo } from "../../knowledge/related.ts";
import { family } from "../../knowledge/resolve.ts";
import { type Statement, statementsOf } from "../../knowledge/statements.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const ASKED = gated(
  /^(?:\W*(?:so|and|but|ok|hey),? )*(?:what (?:did|does|has|have) (.{2,40}?) (?:say|said|tell|told|argue|answer|respond|reply|claim|think|thought|make|made)\b(?: (?:[a-z]+ ){0,1}?(?:people|investors|analysts|reporters|everyone|staff|employees|cnbc|bloomberg|the \w+))? (?:about|of|on|to|regarding|when|after)|how (?:did|does|has) (.{2,40}?) (?:respond|react|reply|answer)(?:ed)?\b(?: to)?|(?:what(?:['’]?s| is| was) )?(.{2,40}?)['’]s? (?:take|view|verdict|stance|comments?|reaction|reply|response) (?:on|of|to|about)) (.+)$/i,
);
const SAYS =
  /\b(?:said|says|rejected|disputed|denied|dismissed|called|told|announced|answered|confirmed|warned|argued|described|calls|stressed|wrote|added|rebutted|admitted|conceded|compared|put|saw|sees|pointed|asked|flagged|questioned|defended|reported|disclosed)\b/i;

export const speakerAsked: ReadRule = {
  name: "speaker",
  read(reading) {
    const { question, names, conversation } = reading;
    const [, one, other, third, about = ""] = ASKED.exec(question) ?? [];
    const speaker = one ?? other ?? third;
    if (speaker === undefined || conversation.plan !== null) return null;
    const at = question.indexOf(speaker);
    const mention = names.mentions.find(
      ({ start, end, refs }) =>
        start <= at + 4 && end >= at + speaker.length && refs.some(({ type }) => type === "org" || type === "person"),
    );
    const ref = mention?.refs.find(({ type }) => type === "org" || type === "person");
    if (!ref) return null;
    // What is on record as such a statement is found by its name.
    if (names.mentions.some(({ refs }) => refs.some(({ type }) => type === "topic"))) return null;
    const { library } = reading;
    // Deals of which somebody speaks are no list.
    if (ref.type === "person" && MORE_OF_THEM.test(about)) return toldBySearch(reading, ref);
    const person = ref.type === "person" ? ref.id : undefined;
    const told = person
      ? library.knowledge.topics.some(
          ({ name, people, orgs, deals }) =>
            people.includes(person) &&
            // It is all about that person's words.
            name.includes(library.people.get(person)?.name.split(" ").at(-1) ?? "§") &&
            names.deals.every((deal) => deals.includes(deal)) &&
            names.orgs.every((org) => orgs.includes(org)),
        )
      : false;
    if (told) return null;
    // Of a person the search finds what was said, unless no word tells what of.
    if (ref.type === "person" && soughtWords(withoutNames(reading, about)).some(({ weak }) => !weak)) return null;
    const best = bestOf(reading, ref, about);
    return best ? planOf(best) : null;
  },
};

/** What the search finds of all, where the person says it. */
function toldBySearch(reading: Reading, { id }: Ref): PlanInput | null {
  const surname = reading.library.people.get(id)?.name.split(" ").at(-1) ?? "";
  const [first] = findStatements(reading.library, toSought(reading, null, 0), 1);
  const says = first && surname !== "" && first.statement.text.includes(surname) && SAYS.test(first.statement.text);
  return says && first.coverage === 1 && first.statement.kind === "fact" ? planOf(first.statement) : null;
}

/** Of all that is said by the one who is named, and has to do with whatever else is named, what has most of the words. */
function bestOf(reading: Reading, speaker: Ref, about: string): Statement | null {
  const { library, question } = reading;
  const { all, rarity, recordOf } = statementsOf(library);
  // "The letter of intent" is what a record is called.
  const saysIt = (one: Statement, word: string): boolean => {
    const title = recordOf[one.id]?.title;
    return hasIt(one.own, word) || (title !== undefined && hasIt(title, word));
  };
  const words = soughtWords(withoutNames(reading, about)).filter(({ word }) => !isFiller(word));
  const others = reading.names.mentions.filter(
    ({ start, refs }) => start >= question.indexOf(about) && refs.some(({ type }) => NAMING.has(type)),
  );
  const isNamed = ({ record }: Statement): boolean =>
    others.some(({ refs }) => refs.some(({ type, id }) => type === record.type && id === record.id));
  const [first] = [...namedIn(library, speaker).statements]
    .flatMap((id) => all[id] ?? [])
    .filter(
      (one) =>
        (one.kind === "fact" || one.kind === "event") &&
        SAYS.test(one.text) &&
        speaksFirst(reading, one, speaker) &&
        others.every(({ refs }) => refs.some((ref) => isAbout(reading, one, ref))),
    )
    // A year or another word that tells little is not what is asked about.
    .filter((one) => words.every(({ weak }) => weak) || words.some(({ word, weak }) => !weak && saysIt(one, word)))
    .map((one) => ({
      one,
      score: words.reduce(
        (sum, { word, weak }) => sum + (saysIt(one, word) ? (rarity(word) ?? 1) * (weak ? HALF : 1) : 0),
        0,
      ),
    }))
    // Where only names are said, whatever is said of them.
    .filter(({ score }) => score > 0 || (words.length === 0 && others.length > 0))
    // Of the record that is named before those that only belong to it.
    .sort((a, b) => b.score - a.score || Number(isNamed(b.one)) - Number(isNamed(a.one)));
  return first?.one ?? null;
}
const MORE_OF_THEM = gated(
  /\b(?:more|further|other|new|future|additional|coming|circular) (?:[a-z]+ )?(?:deals|contracts|sites|projects|investments|agreements|commitments|partnerships)\b/i,
);
const HALF = 0.5;
const NAMING: ReadonlySet<Ref["type"]> = new Set(["org", "deal", "place"]);

/** The name stands before the word that says that something is said, and nobody else between. */
function speaksFirst({ library }: Reading, { text }: Statement, { type, id }: Ref): boolean {
  const name =
    type === "person"
      ? (library.people.get(id)?.name.split(" ").at(-1) ?? "")
      : (library.organisations.get(id)?.name ?? "");
  const at = text.indexOf(name);
  const said = SAYS.exec(text);
  return name !== "" && at >= 0 && said !== null && at < said.index && said.index - at <= NEAR;
}
const NEAR = 60;

function isAbout({ library }: Reading, { record }: Statement, ref: Ref): boolean {
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  if (ref.type === "deal") return record.id === ref.id || relatedTo(library, ref.id).has(record.id);
  if (ref.type === "place") return deal?.sites.some((site) => placesOf(site).includes(ref.id)) ?? false;
  const topic = record.type === "topic" ? library.topics.get(record.id) : undefined;
  const orgs = deal?.parties.map(({ org }) => org) ?? topic?.orgs ?? library.metrics.get(record.id)?.subjects ?? [];
  return orgs.some((org) => family(library, ref.id).has(org));
}

function withoutNames({ names, question }: Reading, about: string): string {
  const from = question.indexOf(about);
  // "Letter of intent" is a term, and a word by which a record is told.
  const called = names.mentions.filter(({ refs }) => refs.some(({ type }) => type !== "term"));
  return blanked(question, called).slice(from);
}

function planOf({ record, text }: Statement): PlanInput {
  const words = text.slice(0, 300);
  switch (record.type) {
    case "deal":
      return { kind: "show-figure", subject: record.id, attribute: "fact", topic: words };
    case "topic":
      return { kind: "show-topic", topic: record.id, words, asOf: null };
    default:
      return { kind: "show-metric", metric: record.id, words };
  }
}
