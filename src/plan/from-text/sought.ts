/** From a question read to what is sought among the statements of the records. */

import { blanked } from "../../knowledge/blanked.ts";
import type { Sought, SoughtName } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Want } from "../../knowledge/kind-asked.ts";
import { orderIn, soughtWords, wantIn } from "../../knowledge/question-words.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { findPeriods } from "../dates.ts";
import type { Attribute } from "../plan.ts";
import { lastRecord } from "./conversation.ts";
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
  announced: "happened",
  when: "date",
  expected: "due",
  "per-gw": "money",
  chips: "chips",
  site: "where",
  term: null,
  exit: null,
  valuation: "valuation",
  stake: "percent",
  sources: null,
  history: "money",
  count: "count",
  explained: null,
  contested: null,
  fact: null,
};
export const wantOf = (attribute: Attribute | null): Want | null => (attribute === null ? null : WANTS[attribute]);

/** `before`: how much the record of the conversation counts; 0 where the question stands alone. */
export function toSought(reading: Reading, attribute: Attribute | null, before: number): Sought {
  const { question, names, conversation, quantities, dates, asOf } = reading;
  const last = lastRecord(conversation);
  return {
    words: soughtWords(unnamed(reading)),
    names: soughtNames(reading),
    amounts: quantities.map(({ quantity }) => ({ value: quantity.high, unit: quantity.unit })),
    dates: AS_OF.test(question) ? [] : dates.mentioned,
    want: wantIn(reading.question, wantOf(attribute)),
    order: orderIn(reading.question),
    quarter: findPeriods(question).find((period) => /^20\d\d-Q[1-4]$/.test(period)) ?? null,
    plurals: question.toLowerCase().match(PLURALS) ?? [],
    before: last && before > 0 ? { ref: last, weight: before } : null,
    asOf: names.deals.length + names.orgs.length === 0 ? reading.asOf : asOf,
  };
}

const PLURALS = /\b(?:leases|contracts|bonds|loans|reactors|stakes|rentals|talks|agreements|sites|campuses)\b/g;
const AS_OF = gated(/\bas (?:of|at)\b/i);

/** The names that stand for records, each record once; `parts`: names that its own name does not have once more. */
export function soughtNames({ names, question, library }: Reading, parts = false): SoughtName[] {
  const out: SoughtName[] = [];
  for (const { refs, start, end } of names.mentions) {
    const meant = refs.filter((ref) => ref.type in WEIGHTS);
    if (meant.length === 0) continue;
    const words = contentRoots(question.slice(start, end));
    const weight = Math.max(...meant.map((ref) => WEIGHTS[ref.type] ?? 0));
    const title = meant.flatMap(({ id }) => contentRoots(library.deals.get(id)?.name ?? ""));
    // "At Abernathy against at Lake Mariner": two sites of one deal.
    const isPart =
      parts &&
      meant.some(({ type }) => type === "deal") &&
      meant.every(({ type }) => type === "deal" || type === "place") &&
      words.length > 0 &&
      !words.some((word) => title.includes(word));
    if (
      isPart ||
      !out.some((other) => other.refs.some((ref) => meant.some((one) => one.type === ref.type && one.id === ref.id)))
    )
      out.push({ refs: meant, weight, words });
  }
  return out;
}

/** The question without the names of organisations, deals and people, without amounts and dates. */
export function unnamed({ question, names, dates, quantities }: Reading): string {
  const spans = [
    ...quantities,
    ...names.mentions
      .filter((mention) => mention.refs.some((ref) => NAMES.has(ref.type)))
      // "Anthropic's own leases" asks for no owner.
      .map(({ start, end }) => ({ start, end: ownsEnd(question, end) })),
    ...dates.spans.filter((span) => /\d/.test(question.slice(span.start, span.end))),
  ];
  return blanked(question, spans);
}
const OWN = /['’]s? own\b/iy;
function ownsEnd(question: string, end: number): number {
  OWN.lastIndex = /['’]$/.test(question.slice(0, end))
    ? end - 1
    : /['’]s$/i.test(question.slice(0, end))
      ? end - 2
      : end;
  return OWN.test(question) ? OWN.lastIndex : end;
}
const NAMES = new Set(["deal", "org", "person", "place"]);
