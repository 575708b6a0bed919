/** By what money on record is divided: the number that goes with it in its record, or the length of time that it is for. */
import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { statementsOf } from "../../../knowledge/statements.ts";
import type { Reading } from "../reading.ts";
import { type Counts, figuresOf, type Recorded, termOf } from "./figure-sought.ts";
import type { Kind, Term } from "./terms.ts";
import { write } from "./write-term.ts";

/** What each unit is counted by on record, and how a reader would call it. */
export const DIVISORS: Readonly<Record<string, { counts: Counts; called: string }>> = {
  GW: { counts: "power", called: "power" },
  MW: { counts: "power", called: "power" },
  kW: { counts: "power", called: "power" },
  W: { counts: "power", called: "power" },
  chip: { counts: "chips", called: "number of chips" },
  share: { counts: "shares", called: "number of shares" },
};
export type Divided = { expression: string; label: string; term: Term | null; headline: boolean };

/** What the question is about: a record that it names, or that was spoken of. */
export type Subject = {
  reading: Reading;
  terms: readonly Term[];
  text: string;
  name: string;
  record: Ref | null;
  /** The money on record that is meant. */
  figure: Recorded | null;
};

/** By what it is divided: a number of the question, else the one on record that goes with the money. */
export function divisor(about: Subject, kinds: readonly Kind[], unit: string, asked: Recorded | null): Divided | null {
  const given = about.terms.filter(({ kind }) => kinds.includes(kind));
  const [term, ...more] = given;
  if (more.length > 0) return null;
  if (term)
    return {
      expression: write(term.kind === "number" ? { ...term, unit } : term),
      label: term.text,
      term,
      headline: false,
    };
  const what = DIVISORS[unit]?.counts;
  if (!about.record || !what) return null;
  // "First 20 MW" says of how much the money is.
  const own = what === "power" ? OWN_SIZE.exec(asked?.figure.label ?? "")?.[0] : undefined;
  const found = goesWith(about, what, asked);
  if (!found && own) return { expression: own, label: own, term: null, headline: false };
  return found
    ? { expression: found.expression, label: found.figure.label, term: null, headline: found.headline }
    : null;
}

/** Of several the one that is of the same part as the money, or that was told with it. */
function goesWith({ reading, record, text }: Subject, what: Counts, asked: Recorded | null): Recorded | null {
  if (!record) return null;
  const powers = figuresOf(reading, record, what);
  // What the plants cost is for what they make, and not for what the campus takes.
  const plants = what === "power" && asked !== null && isOfPlants(asked.figure.label) && isOfPlants(text);
  if (plants) return generationOf(powers, asked);
  const all = powers.filter(({ figure }) => figure.of !== "generation");
  const headline = all.find((one) => one.headline) ?? null;
  const ownSize = OWN_SIZE.exec(asked?.figure.label ?? "")?.[0];
  // The money of a part is that of its size, whatever the headline's is.
  const sized = all.filter((one) => asked?.figure.label.includes(sayAmountShort(one.figure)));
  if (sized.length === 1 || ownSize) return sized.length === 1 ? (sized[0] ?? null) : null;
  if (all.length === 1 || asked === null || asked.headline)
    return headline ?? (all.length === 1 ? (all[0] ?? null) : null);
  const money = asked.figure.label;
  const same = all.filter((one) => sharesWord(one.figure.label, money));
  if (same.length === 1) return same[0] ?? null;
  if (/\b(?:whole|total|full|all|together|both)\b/i.test(money) || OF_THE_WHOLE.has(asked.figure.of)) return headline;
  const sameDay = all.filter((one) => one.since === asked.since);
  return sameDay.length === 1 && !sameDay[0]?.headline ? (sameDay[0] ?? null) : null;
}

const PLANTS = /\b(?:gas|nuclear|solar|wind|fuel[- ]cells?|turbines?|reactors?|generation|power plants?)\b/gi;
const isOfPlants = (text: string): boolean => text.match(PLANTS) !== null;
const FUELS = /\b(?:gas|nuclear|solar|wind|fuel[- ]cells?|turbines?|reactors?)\b/gi;
/** The generation that burns the same, or the only one. */
function generationOf(powers: readonly Recorded[], { figure: { label } }: Recorded): Recorded | null {
  const made = powers.filter(({ figure }) => figure.of === "generation");
  const fuels = new Set((label.match(FUELS) ?? []).map((word) => word.toLowerCase()));
  const same = made.filter(({ figure }) => figure.label.match(FUELS)?.some((word) => fuels.has(word.toLowerCase())));
  const [only, ...more] = same.length > 0 ? same : made;
  return only && more.length === 0 ? only : null;
}

/** What somebody says that the deal is worth, or costs, is of all of it where no part is named. */
const OF_THE_WHOLE: ReadonlySet<Figure["of"]> = new Set(["estimate", "cost", "capex"]);

const sayAmountShort = ({ high, low }: Figure | Point): string => {
  const gw = high ?? low ?? 0;
  return gw < 1 ? `${Number((gw * 1000).toPrecision(6))} MW` : `${gw} GW`;
};

const OWN_SIZE = /\b\d+(?:\.\d+)? (?:MW|GW)\b/;

/** Words that tell one part of a deal from another. */
const sharesWord = (a: string, b: string): boolean => {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.filter((word) => !OF_ANY_PART.has(word)) ?? [];
  const other = new Set(words(b));
  return words(a).some((word) => other.has(word));
};
const OF_ANY_PART = new Set(
  "capacity power contract deal cost value money investment with from that programme whole first second third".split(
    " ",
  ),
);

/** Over how long: a time of the question, else the term of the figure, or of the version of it that has this amount. */
export function timeFor(
  { terms, reading, record }: Subject,
  asked: Recorded | null,
  money: Term | null,
): Divided | null {
  const [term, ...more] = terms.filter(({ kind }) => kind === "time");
  if (more.length > 0) return null;
  if (term) return { expression: write(term), label: term.text, term, headline: false };
  const own = asked ?? (record && money ? formerly(reading, record, money) : null);
  if (!own) return null;
  const length = termOf(own) ?? lengthOf(reading, own.record);
  return length ? { expression: length, label: length, term: null, headline: false } : null;
}

/** The only length that the record gives as a figure. */
function lengthOf(reading: Reading, record: Ref): string | null {
  const [only, ...more] = figuresOf(reading, record, "time");
  return only && more.length === 0 && !only.figure.term ? only.expression : null;
}

/** Whether nothing in the record is for a time: then a sum for each year is not on record either. */
export function lacksTerm({ library }: Reading, record: Ref): boolean {
  const said = statementsOf(library).byRecord.get(`${record.type}:${record.id}`)?.statements ?? [];
  return !said.some(({ text }) =>
    /\b(?:an?|per|each|every) (?:year|month|quarter)\b(?! (?:earlier|ago|before|prior|previous|later|after|from now|on)\b)|\b(?:annual|yearly|monthly)/i.test(
      text,
    ),
  );
}

/** A version of a figure that has been replaced since. */
function formerly({ library, asOf }: Reading, record: Ref, money: Term): Recorded | null {
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  const state = deal ? stateOn(deal, asOf) : null;
  for (const { before } of state?.figures ?? [])
    for (const { figure, since } of before)
      if (isMoney(figure.unit) && [figure.low, figure.high].some((end) => end !== null && isNear(end, money.high)))
        return {
          record,
          figure,
          since,
          expression: "",
          label: figure.label,
          unexplained: [],
          headline: false,
          told: false,
          strong: false,
        };
  return null;
}

export const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 0.002;
