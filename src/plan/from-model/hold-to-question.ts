/**
 * Holds a model's plan to what was asked: it names records that exist, and every amount, date and word in it is the asker's own.
 * What a model makes up is refused with a sentence that says how to mend it.
 */
import type { Library } from "../../knowledge/library.ts";
import type { RefType } from "../../knowledge/names.ts";
import type { Conversation } from "../from-text/conversation.ts";
import { Plan } from "../plan.ts";
import { findQuantities, mendQuantityWords } from "../quantities.ts";
import { NOTES } from "./tools.ts";

type Asked = { question: string; library: Library; conversation: Conversation };
type Held = { plan: Plan } | { wrong: string };

/** How many to show, and nothing that an answer would print. */
const COUNTS = new Set(["limit", "place"]);
const DATES = new Set(["asOf", "since", "until", "period"]);
const TIME =
  /\b(?:(?:19|20)\d\d|'\d\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|q[1-4]|h[12]|fy\d*|today|yesterday|now|ago|since|until|last|past|this|next|previous|early|late|mid|year|month|week|quarter|half|spring|summer|autumn|fall|winter)\b/i;

export function holdToQuestion(plan: Plan, asked: Asked): Held {
  const wrong: string[] = [];
  if (plan.kind === "correct-premise") return { wrong: "That the records deny something is not yours to say." };
  const { names, words } = NOTES[plan.kind];
  const own = ownNumbers(asked);
  const before = JSON.stringify(asked.conversation.plan ?? {});
  const said = [asked.question, mendQuantityWords(asked.question), before].map((text) => text.toLowerCase());
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    if (typeof value === "number") {
      if (!COUNTS.has(key) && !own.has(value)) wrong.push(`${key}: ${value} is no amount of the question`);
      return value;
    }
    if (typeof value !== "string") return value;
    const types = names[key];
    if (types) {
      const id = idOf(value, types, asked.library);
      if (id === null) wrong.push(sayUnknown(value, types));
      return id ?? value;
    }
    if (DATES.has(key)) {
      if (!TIME.test(asked.question) && !before.includes(value))
        wrong.push(`${key}: the question names no time, so write null`);
      return value;
    }
    if (words.includes(key)) return ownWords(value, asked);
    // An amount as it was written, and whatever else would be shown with a digit in it.
    const shown = key === "text" ? [value] : (value.match(/\d[\d.,]*/g) ?? []);
    const strange = shown.find((part) => !said.some((one) => one.includes(part.toLowerCase())));
    if (strange) wrong.push(`${key}: “${strange.slice(0, 80)}” does not stand in the question`);
    return value;
  };
  const held = Plan.safeParse(walk(plan, ""));
  if (wrong.length > 0) return { wrong: wrong.slice(0, 5).join("; ") };
  return held.success ? { plan: held.data } : { wrong: "The arguments do not fit together." };
}

/** The id of the one record that a name or an id means. */
function idOf(name: string, types: readonly RefType[], library: Library): string | null {
  const { deals, organisations, people, metrics, topics, rates, terms } = library;
  const records = {
    deal: deals,
    org: organisations,
    person: people,
    metric: metrics,
    topic: topics,
    rate: rates,
    term: terms,
  };
  for (const type of types)
    if (type !== "place" && records[type].has(name)) return type === "person" ? (people.get(name)?.name ?? name) : name;
  const found = library.names.exact(name).filter((ref) => types.includes(ref.type));
  const [only] = found;
  if (!only || found.length > 1) return null;
  return only.type === "person" ? (people.get(only.id)?.name ?? only.id) : only.id;
}

const sayUnknown = (name: string, types: readonly RefType[]): string =>
  `“${name.slice(0, 80)}” is no ${types.join(" or ")} among the given names: use an id from names, or decline`;

/** The amounts that the asker wrote, in this question or in the one before it. */
function ownNumbers({ question, conversation }: Asked): ReadonlySet<number> {
  const found = findQuantities(mendQuantityWords(question)).flatMap(({ quantity }) => [quantity.low, quantity.high]);
  const before: number[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "number") before.push(value);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(collect);
  };
  collect(conversation.plan);
  return new Set([...found, ...before]);
}

/** Words to search by. Those that neither the question nor any record has would only be shown, and so are left out. */
function ownWords(text: string, { question, library }: Asked): string {
  const asked = question.toLowerCase();
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}.%$-]*/gu) ?? [])
    .filter((word) => asked.includes(word.toLowerCase()) || (!/\d/.test(word) && library.knowsWord(word)))
    .join(" ");
}
