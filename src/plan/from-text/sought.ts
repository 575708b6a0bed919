/** From a question read to what is sought among the statements of the records. */
import type { Sought, SoughtName, Want } from "../../knowledge/find-statements.ts";
import { soughtWords } from "../../knowledge/question-words.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { Attribute } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** How much a name in the question counts beside its words. */
const WEIGHTS: Partial<Record<string, number>> = {
  deal: 8,
  org: 5,
  place: 5,
  person: 4,
  topic: 4,
  metric: 4,
};

/** What kind of thing an attribute is. */
const WANTS: Record<Attribute, Want | null> = {
  value: "money",
  capacity: "power",
  status: "status",
  parties: "who",
  announced: "date",
  when: "date",
  expected: "date",
  "per-gw": "money",
  chips: "chips",
  site: "where",
  term: null,
  exit: null,
  valuation: "money",
  stake: "percent",
  sources: null,
  history: "money",
  count: "count",
  fact: null,
};
const wantOf = (attribute: Attribute | null): Want | null => (attribute === null ? null : WANTS[attribute]);

/** `before`: how much the record of the conversation counts; 0 where the question stands alone. */
export function toSought(reading: Reading, attribute: Attribute | null, before: number): Sought {
  const { names, conversation, quantities, dates, asOf } = reading;
  const last = conversation.deal;
  return {
    words: soughtWords(unnamed(reading)),
    names: soughtNames(reading),
    amounts: quantities.map(({ quantity }) => ({ value: quantity.high, unit: quantity.unit })),
    dates: dates.asOf ? dates.mentioned.filter((date) => !dates.asOf?.startsWith(date)) : dates.mentioned,
    want: wantOf(attribute),
    before: last && before > 0 ? { ref: { type: "deal", id: last }, weight: before } : null,
    asOf: names.deals.length + names.orgs.length === 0 ? reading.asOf : asOf,
  };
}

/** The names that stand for records, each mention once. */
function soughtNames({ names, question }: Reading): SoughtName[] {
  const out: SoughtName[] = [];
  for (const { refs, start, end } of names.mentions) {
    const meant = refs.filter((ref) => ref.type in WEIGHTS);
    if (meant.length === 0) continue;
    const weight = Math.max(...meant.map((ref) => WEIGHTS[ref.type] ?? 0));
    if (!out.some((other) => other.refs.some((ref) => meant.some((one) => one.type === ref.type && one.id === ref.id))))
      out.push({ refs: meant, weight, words: contentWords(question.slice(start, end)) });
  }
  return out;
}

/** The question without the names of organisations, deals and people, and without dates. */
function unnamed({ question, names, dates }: Reading): string {
  const spans = [
    ...names.mentions.filter((mention) => mention.refs.some((ref) => NAMES.has(ref.type))),
    ...dates.spans.filter((span) => /\d/.test(question.slice(span.start, span.end))),
  ];
  return spans.reduce(
    (text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    question,
  );
}
const NAMES = new Set(["deal", "org", "person"]);
