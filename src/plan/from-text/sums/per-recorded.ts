/** Money on record for each of something: per gigawatt, per GPU, per year; what is missing is said rather than replaced. */
import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { statementsOf } from "../../../knowledge/statements.ts";
import type { PlanInput } from "../../plan.ts";
import { lastRecord } from "../conversation.ts";
import { ALL_IN, THINGS_PER_POWER } from "../per-power.ts";
import { ratesNamed } from "../rates-named.ts";
import type { Reading } from "../reading.ts";
import { clausesOf } from "../two-clauses.ts";
import {
  type Counts,
  figureSought,
  figuresOf,
  isExplained,
  nameOf,
  OF_A_DEAL,
  type Recorded,
  tellingWords,
  termOf,
} from "./figure-sought.ts";
import { type Period, periodsAsked } from "./periods-asked.ts";
import { PER } from "./quotient.ts";
import { evaluated, type ReadSum, readSum, type Sum, type SumLine } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { write } from "./write-term.ts";

/** What each unit is counted by on record, and how a reader would call it. */
const DIVISORS: Readonly<Record<string, { counts: Counts; called: string }>> = {
  GW: { counts: "power", called: "power" },
  MW: { counts: "power", called: "power" },
  kW: { counts: "power", called: "power" },
  W: { counts: "power", called: "power" },
  chip: { counts: "chips", called: "number of chips" },
  share: { counts: "shares", called: "number of shares" },
};
/** Questions for one of several records, or for what is no deal's money over its size. */
const OTHERWISE =
  /\b(?:which|who|whose|when|where|list|sort|order|rank\w*|compare\w*|versus|vs|cheapest|dearest|highest|lowest|most|least|table|gw-year|gigawatt-year|gpu-hour|cagr|growth|grows?|grew|grown|interest|coupon|strike|exercise|share price|offer price)\b/i;
const LONGEST = 24;
const OF_IT_POWER =
  /(\bper (?:mws?|gws?|megawatts?|gigawatts?)) of (?:critical )?IT(?: (?:load|power|capacity))?(?=[\s?.!]*$)/i;

export const perRecorded: ReadSum = (sum) => {
  // With all that is in it, or in chips: told by other figures than the main ones.
  if (THINGS_PER_POWER.test(sum.text) || ALL_IN.test(sum.text)) return null;
  const { reading, words } = sum;
  // Whose power it is, a deal's figure says itself.
  const bare = reading.question.replace(OF_IT_POWER, "$1");
  if (bare !== reading.question) return perRecorded(readSum({ ...reading, question: bare }));
  const { orgs, deals, places } = reading.names;
  if (orgs.length + deals.length + places.length === 0 && lastRecord(reading.conversation) === null) return null;
  // "…, and Lake Mariner": more than one is asked for.
  if (clausesOf(reading).length > 1) return null;
  if (OTHERWISE.test(words) || words.split(/\s+/).length > LONGEST) return null;
  const thing = PER.find(([unit, , pattern]) => DIVISORS[unit] && pattern.test(words));
  const periods = periodsAsked(words).filter((period) => period !== "hour");
  const [period, ...more] = periods;
  if ((!thing && !period) || more.length > 0) return null;
  if (ratesNamed(reading).length > 0 || reading.names.people.length > 0) return null;
  const about = subjectOf(sum);
  if (!about) return null;
  const [money, ...others] = about.terms.filter(({ kind }) => kind === "money" || kind === "flow");
  // "From 2.8B to 10B in a year" is a rise.
  if (others.length > 0 || (money && money.ends.length > 1 && /\sto\s/i.test(money.text))) return null;
  const asked = money ? recordedAs(about, money) : about.figure;
  const first = asked && ORIGINAL.test(words) ? firstDay(reading, asked) : null;
  if (first !== null)
    return perRecorded({ ...sum, reading: { ...reading, asOf: first, dates: { ...reading.dates, asOf: first } } });
  const missingMoney = !asked && !money;
  if (missingMoney) {
    const named = about.record && reading.names.deals.includes(about.record.id) ? about.record : null;
    const none = named !== null && figuresOf(reading, named, "money").length === 0;
    return none && thing && DIVISORS[thing[0]]?.counts === "power" ? missing(reading, named, "value") : null;
  }
  if (asked && !money && !isExplained(asked)) return null;
  // What somebody builds for is not what somebody pays for a megawatt.
  if (asked?.record.type === "deal" && BUILDS.has(asked.figure.of) && thing && PAYS.test(reading.question))
    return DIVISORS[thing[0]]?.counts === "power" ? missing(reading, asked.record, "value") : null;
  if (asked?.record.type === "deal" && BUILDS.has(asked.figure.of) && period && RENT.test(reading.question))
    return missing(reading, asked.record, "rent");
  const unit = thing?.[0] ?? null;
  const count = thing ? divisor(about, thing[1], unit ?? "", asked) : null;
  const flow = asked ? asked.figure.per !== undefined : money?.kind === "flow";
  const time = period && !flow ? timeFor(about, asked, money ?? null) : null;
  if (!complete(about, [money, count?.term, time?.term])) return null;
  // An amount that no record has is not set over the power of a deal that nobody has named.
  if (money && !asked && count && !count.term && about.record && !isNamed(reading, about.record)) return null;
  const record = asked?.record ?? about.record;
  // A price of a share is looked up, where one is on record or no number of shares is.
  if (unit === "share" && record && (!count || figuresOf(reading, record, "price").length > 0)) return null;
  const several = thing && record && figuresOf(reading, record, DIVISORS[thing[0]]?.counts ?? "power").length > 0;
  if (several && !count) return null;
  if (thing && !count) return record ? missing(reading, record, DIVISORS[unit ?? ""]?.called ?? unit ?? "") : null;
  // A fee is for a time already.
  if (period && flow && !unit) return otherPeriod(about, asked, period);
  if (period && !flow && !time)
    return asked?.record.type === "deal" &&
      !about.terms.some(({ kind }) => kind === "time") &&
      lacksTerm(reading, asked.record)
      ? missing(reading, asked.record, "term")
      : null;
  return planned({ about, asked, money, unit, count, period: period ?? null, time, flow });
};

const isNamed = ({ names, conversation }: Reading, { type, id }: Ref): boolean =>
  type !== "deal" || names.deals.includes(id) || names.places.length > 0 || conversation.deal === id;

const BUILDS: ReadonlySet<string> = new Set(["capex", "investment"]);
/** Nor is it the rent of a year. */
const RENT = /\b(?:rents?|rentals?|lease payments?)\b/i;
const PAYS = /\b(?:pay(?:s|ing)?|paid|charged?|rents?|renting)\b/i;

const CURRENCIES_SAID: readonly (readonly [unit: string, words: RegExp])[] = [
  ["EUR", /\b(?:euros?|eur)\b|€/i],
  ["GBP", /\b(?:pounds?|gbp|sterling)\b|£/i],
  ["USD", /\b(?:us )?(?:dollars?|usd)\b/i],
];
/** The money in which the result is wanted, where the question says so. */
const currencyAsked = (text: string): string | null =>
  CURRENCIES_SAID.find(([, words]) => words.test(text))?.[0] ?? null;

const SEPARATELY =
  /\b(?:(?:per|a|each) (?:year|month|quarter)|annual(?:ly)?|yearly|monthly)\s*(?:and|&|,|plus)+\s*(?:also )?(?:per|a|for each|\/) ?(?:gw|gigawatt|mw|megawatt|gpu|chip)|\b(?:per|a|for each) ?(?:gw|gigawatt|mw|megawatt|gpu|chip)\s*(?:and|&|,|plus)+\s*(?:also )?(?:per|a|each) (?:year|month|quarter)/i;

type Divided = { expression: string; label: string; term: Term | null; headline: boolean };

function planned(of: {
  about: Subject;
  asked: Recorded | null;
  money: Term | undefined;
  unit: string | null;
  count: Divided | null;
  period: Period | null;
  time: Divided | null;
  flow: boolean;
}): PlanInput | null {
  const { about, asked, money, unit, count, period, time, flow } = of;
  if (unit === "GW" && !period && asked?.headline && count?.headline && asked.record.type === "deal")
    return { kind: "show-figure", subject: asked.record.id, attribute: "per-gw", asOf: about.reading.dates.asOf };
  // Of two numbers of the asker's own nobody knows whose they are.
  const own = asked === null && count?.term ? `${money?.text ?? ""} for ${count.label}` : null;
  const currency = asked ? asked.figure.unit : (money?.unit.split("/")[0] ?? "USD");
  const term = time && !time.term ? `, ${time.label}` : "";
  const lines: SumLine[] = [
    {
      label: `${asked?.figure.label ?? money?.text ?? ""}${term}`.slice(0, 80),
      expression: asked?.expression ?? (money ? write(money) : ""),
    },
    ...(count ? [{ label: count.label.slice(0, 80), expression: count.expression }] : []),
  ];
  const apart = SEPARATELY.test(about.text) && count && time && period;
  const below = [count && "#2", time && `(${time.expression})`].filter(Boolean).join(" / ");
  const into = currencyAsked(about.text) ?? currency;
  const kept = flow ? (asked?.figure.per ?? money?.unit.split("/")[1]) : null;
  const target = [into, unit, period ?? kept].filter(Boolean).join("/");
  // "Per year and per GW" asks for the one and the other.
  if (apart) {
    lines.push(
      { label: `a ${period}`, expression: `#1 / (${time.expression}) in ${into}/${period}` },
      { label: `per ${unit}`, expression: `#1 / #2 in ${into}/${unit}` },
    );
    const [year, each] = [lines.length - 1, lines.length];
    return evaluated(lines, {
      title: about.name.slice(0, 120),
      lead: [year, each, 1, ...(count.term ? [] : [2])],
      asOf: about.reading.dates.asOf,
    });
  }
  lines.push({ label: own ? "for each" : about.name.slice(0, 80), expression: `#1 / ${below} in ${target}` });
  const result = lines.length;
  return evaluated(lines, {
    title: (own ?? about.name).slice(0, 120),
    lead: [result, 1, ...(count && !count.term ? [2] : [])],
    asOf: about.reading.dates.asOf,
  });
}

/** A fee of one time for another: "$920M a month" for a year. */
function otherPeriod(about: Subject, asked: Recorded | null, period: Period): PlanInput | null {
  if (!asked?.figure.per || !TIMES.has(asked.figure.per) || asked.figure.per === period) return null;
  const currency = asked.figure.unit;
  return evaluated(
    [
      { label: asked.figure.label.slice(0, 80), expression: asked.expression },
      { label: about.name.slice(0, 80), expression: `#1 in ${currency}/${period}` },
    ],
    { title: about.name.slice(0, 120), lead: [2, 1], asOf: about.reading.dates.asOf },
  );
}
const TIMES: ReadonlySet<string> = new Set(["month", "quarter", "year"]);

/** What the question is about: a record that it names, or that was spoken of. */
type Subject = {
  reading: Reading;
  terms: readonly Term[];
  text: string;
  name: string;
  record: Ref | null;
  /** The money on record that is meant. */
  figure: Recorded | null;
};

function subjectOf(sum: Sum): Subject | null {
  const { reading } = sum;
  const names = readNames(reading.library, sum.text);
  // The 2 of "Colossus 2" counts nothing.
  const terms = sum.terms.filter(
    (term) =>
      term.kind !== "year" &&
      !(NAMELESS.has(term.kind) && names.mentions.some(({ start, end }) => start <= term.start && end >= term.end)),
  );
  const named = names.orgs.length + names.deals.length + names.places.length > 0;
  const { text } = sum;
  const last = named ? null : lastRecord(reading.conversation);
  // A company alone has many deals: which one is meant, or that all are, others say.
  const alone = named && names.deals.length + names.places.length === 0 && names.orgs.length < 2;
  if (alone && terms.length === 0 && tellingWords(sum.text, names).length === 0 && !OF_A_DEAL.test(sum.text))
    return null;
  if (!named && (!last || sum.text.split(/\s+/).length > SHORT)) return null;
  const figure = last ? (spokenOf(reading, last) ?? meantBy(reading, text, last)) : meantBy(reading, text, null);
  // Of a deal that is named what is missing is said.
  const [deal, ...moreDeals] = names.deals;
  const record =
    figure?.record ?? last ?? (deal && moreDeals.length === 0 ? { type: "deal" as const, id: deal } : null);
  if (!record) return null;
  return { reading, terms, text, name: nameOf(reading, record), record, figure };
}
const NAMELESS: ReadonlySet<Kind> = new Set(["number", "chips", "other"]);
/** A longer question names what it is about. */
const SHORT = 9;

/** Without words that tell, a record's money is what it is worth, or the only money that it has. */
function meantBy(reading: Reading, text: string, within: Ref | null): Recorded | null {
  const found = figureSought(reading, text, "money", within);
  if (!found || found.headline || found.told || found.record.type === "metric") return found;
  return figuresOf(reading, found.record, "money").length === 1 ? found : null;
}

/** The money that the conversation spoke of last. */
function spokenOf(reading: Reading, record: Ref): Recorded | null {
  const { figure } = reading.conversation;
  if (!figure?.startsWith(`@${record.id}:`)) return null;
  const all = figuresOf(reading, record, "money");
  const shown = all.find(({ expression }) => expression === figure) ?? null;
  // A loan that was shown last is not what it costs.
  const isOwed = shown !== null && "of" in shown.figure && OWED.has(shown.figure.of) && COST.test(reading.question);
  return (isOwed ? all.find(({ headline }) => headline) : undefined) ?? shown;
}
const OWED: ReadonlySet<string> = new Set(["debt", "equity", "guarantee"]);
const COST = /\b(?:costs?|capex|price)\b/i;

/** The record's figure that an amount of the question is: so the answer has its source and its qualifier. */
function recordedAs({ reading, record, figure }: Subject, money: Term): Recorded | null {
  if (!record || money.kind !== "money") return null;
  const same = (one: Figure | Point) =>
    one.unit === money.unit && [one.low, one.high].some((end) => end !== null && isNear(end, money.high));
  if (figure && same(figure.figure)) return figure;
  return figuresOf(reading, record, "money").find((one) => same(one.figure)) ?? null;
}
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 0.002;

/** By what it is divided: a number of the question, else the one on record that goes with the money. */
function divisor(about: Subject, kinds: readonly Kind[], unit: string, asked: Recorded | null): Divided | null {
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
function goesWith({ reading, record }: Subject, what: Counts, asked: Recorded | null): Recorded | null {
  if (!record) return null;
  const all = figuresOf(reading, record, what).filter(({ figure }) => figure.of !== "generation");
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
function timeFor({ terms, reading, record }: Subject, asked: Recorded | null, money: Term | null): Divided | null {
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
function lacksTerm({ library }: Reading, record: Ref): boolean {
  const said = statementsOf(library).byRecord.get(`${record.type}:${record.id}`)?.statements ?? [];
  return !said.some(({ text }) =>
    /\b(?:an?|per|each|every) (?:year|month|quarter)\b(?! (?:earlier|ago|before|prior|previous|later|after|from now|on)\b)|\b(?:annual|yearly|monthly)/i.test(
      text,
    ),
  );
}

/** "The original contract", of one that has been enlarged since. */
const ORIGINAL = /\b(?:original(?:ly)?|initial(?:ly)?|as first (?:signed|announced)|before the expansion)\b/i;
/** The day from which the first version of a figure stood; null where it is the one that stands. */
function firstDay({ library, asOf, dates }: Reading, { record, figure }: Recorded): string | null {
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  const state = deal && dates.asOf === null ? stateOn(deal, asOf) : null;
  const since = state?.figures.find((entry) => entry.figure.id === figure.id)?.before[0]?.since;
  return since?.length === FULL_DAY ? since : null;
}
const FULL_DAY = "2026-01-01".length;

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

const complete = ({ terms }: Subject, used: readonly (Term | null | undefined)[]): boolean =>
  terms.every((term) => used.includes(term));

/** Where a record says itself that its money has not been disclosed, that is the answer. */
function missing(reading: Reading, record: Ref, called: string): PlanInput {
  const deal = record.type === "deal" ? reading.library.deals.get(record.id) : undefined;
  const undisclosed = deal?.facts.find(({ about, text }) => about === "undisclosed" && OF_MONEY.test(text));
  return deal && undisclosed && MONEY_MISSED.has(called)
    ? {
        kind: "show-figure",
        subject: deal.id,
        attribute: "fact",
        topic: undisclosed.text.slice(0, 300),
        asOf: reading.dates.asOf,
      }
    : {
        kind: "decline",
        reason: "missing-number",
        about: `the ${called} of ${nameOf(reading, record)}`.slice(0, 200),
        near: deal ? [deal.id] : [],
      };
}
const MONEY_MISSED: ReadonlySet<string> = new Set(["rent", "term"]);
const OF_MONEY = /\b(?:value|prices?|terms|amounts?|dollar|cost)\b/i;
