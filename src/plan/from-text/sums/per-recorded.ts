/** Money on record for each of something: per gigawatt, per GPU, per year; what is missing is said rather than replaced. */

import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import type { PlanInput } from "../../plan.ts";
import { lastRecord } from "../conversation.ts";
import { ALL_IN, THINGS_PER_POWER } from "../per-power.ts";
import { ratesNamed } from "../rates-named.ts";
import type { Reading } from "../reading.ts";
import { clausesOf } from "../two-clauses.ts";
import { DIVISORS, type Divided, divisor, isNear, lacksTerm, type Subject, timeFor } from "./divided-by.ts";
import {
  figureSought,
  figuresOf,
  isExplained,
  nameOf,
  OF_A_DEAL,
  type Recorded,
  tellingWords,
} from "./figure-sought.ts";
import { PERIOD_WORDS, type Period, periodsAsked } from "./periods-asked.ts";
import { PER } from "./quotient.ts";
import { evaluated, type ReadSum, readSum, type Sum, type SumLine } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { write } from "./write-term.ts";

/** Questions for one of several records, or for what is no deal's money over its size. */
const OTHERWISE =
  /\b(?:which|who|whose|when|where|list|sort|in order|order(?:ed)? (?:by|of)|rank\w*|compare\w*|versus|vs|cheapest|dearest|highest|lowest|most|least|table|gw-year|gigawatt-year|gpu-hour|cagr|growth|grows?|grew|grown|interest|coupon|strike|exercise|share price|offer price)\b/i;
const POWER_COUNTED =
  /\bhow (?:many|much) (?:(?!(?:per|for|each|an?|every|does|do|is)\b)[a-z]+ )?(?:gws?|gigawatts?|mws?|megawatts?|capacity|power|compute)\b|(?<!\b(?:per|each|an?) |\/ ?)\b(?:gws?|gigawatts?|mws?|megawatts?) (?:per|an?|each|every) year\b|^\W*(?:gws?|gigawatts?|mws?|megawatts?|capacity)\b/i;
const LONGEST = 24;
const OF_IT_POWER = gated(
  /(\bper (?:mws?|gws?|megawatts?|gigawatts?)) of (?:critical )?IT(?: (?:load|power|capacity))?(?=[\s?.!]*$)/i,
);

/** "Spread over its life to the end of 2033", "over the life of the contract": what its own length says anyway. */
const OVER_ITS_LIFE = gated(
  /[,;]?\s*\b(?:(?:spread|averaged|taken|split)(?: out)?(?: evenly)? )?(?:over|across|through) (?:its|the|their)(?: full| whole| entire)? (?:life(?:time|span)?|term|length|duration)(?: of (?:the|its|that) (?:contract|deal|agreement|order|lease))?(?: (?:to|until|through|up to)(?: the)?(?: end of)? 20\d\d)?\b[,;]?|[,;]?\s*\b(?:roughly|approximately)(?=[\s?.!]*$)/gi,
);
/** The rate is on record, and names no other currency. */
const AT_YOUR_RATE = gated(
  /[,;]?\s*\b(?:at|on|using|with|by) (?:your|the|current|today['’]?s|our) (?:\w+ )?(?:euro|pound|sterling|fx|exchange|currency)(?: exchange)? rates?\b/gi,
);

export const perRecorded: ReadSum = (sum) => {
  // With all that is in it, or in chips: told by other figures than the main ones.
  if (THINGS_PER_POWER.test(sum.text) || ALL_IN.test(sum.text)) return null;
  const { reading, words } = sum;
  // Whose power it is, a deal's figure says itself.
  const bare = reading.question
    .replace(OF_IT_POWER, "$1")
    .replace(OVER_ITS_LIFE, " ")
    .replace(AT_YOUR_RATE, " ")
    .trim();
  if (bare !== reading.question) return perRecorded(readSum({ ...reading, question: bare }));
  const { orgs, deals, places } = reading.names;
  const whole = orgs.length + deals.length > 0 ? totalForEach(sum) : null;
  if (whole) return whole;
  if (orgs.length + deals.length + places.length === 0 && lastRecord(reading.conversation) === null) return null;
  if (OTHERWISE.test(words) || words.split(/\s+/).length > LONGEST) return null;
  const thing = PER.find(([unit, , pattern]) => DIVISORS[unit] && pattern.test(words));
  const periods = periodsAsked(words).filter((period) => period !== "hour");
  const [period, ...more] = periods;
  if ((!thing && !period) || more.length > 0) return null;
  // "…, and Lake Mariner": more than one is asked for.
  if (clausesOf(reading).length > 1) return null;
  // Power that is added in a year is no money of a year.
  if (period && POWER_COUNTED.test(words)) return null;
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
  // What somebody reckons a deal is worth is told for a gigawatt by each version that is on record.
  if (
    asked?.record.type === "deal" &&
    asked.figure.of === "estimate" &&
    asked.figure.disputes &&
    thing?.[0] === "GW" &&
    !period
  )
    return null;
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
  // Of what has grown since the first version may be the only one whose length is on record.
  const then = period && !flow && !time && asked && !reading.dates.asOf ? firstDay(reading, asked) : null;
  if (then !== null) {
    const before = perRecorded({
      ...sum,
      reading: { ...reading, asOf: then, dates: { ...reading.dates, asOf: then } },
    });
    if (before?.kind === "evaluate") return asFirstSigned(before);
  }
  if (period && !flow && !time)
    return asked?.record.type === "deal" &&
      !about.terms.some(({ kind }) => kind === "time") &&
      lacksTerm(reading, asked.record)
      ? missing(reading, asked.record, "term")
      : null;
  return planned({ about, asked, money, unit, count, period: period ?? null, time, flow });
};

/** "Oracle 300b per year": so much in all, for each year of it, where that is what its record says. */
function totalForEach({ reading, terms }: Sum): PlanInput | null {
  const [only, ...more] = terms.filter(({ kind }) => kind !== "year");
  if (only?.kind !== "flow" || more.length > 0 || !IN_ALL_FOR_EACH.test(reading.question)) return null;
  const plan = perRecorded(readSum({ ...reading, question: reading.question.replace(IN_ALL_FOR_EACH, "$1, ") }));
  const isOnRecord =
    reading.names.deals.length === 1 || (plan?.kind === "evaluate" && plan.lines[0]?.expression.includes("@"));
  return plan?.kind === "evaluate" && isOnRecord ? plan : null;
}
const IN_ALL_FOR_EACH =
  /(\d\s?(?:bn?|billion|tn?|trillion|mn?|million)) ?(?=(?:\b(?:per|an?|each|every) |\/ ?)(?:year|yr|quarter|month|mo)\b)/i;

/** What the first version came to is called that. */
const asFirstSigned = (plan: Extract<PlanInput, { kind: "evaluate" }>): PlanInput => ({
  ...plan,
  lines: plan.lines.map((line, index) =>
    index === plan.lines.length - 1
      ? { ...line, label: `${(line.label ?? "").slice(0, 50)}, as first signed and before it was enlarged` }
      : line,
  ),
});

const isNamed = ({ names, conversation }: Reading, { type, id }: Ref): boolean =>
  type !== "deal" || names.deals.includes(id) || names.places.length > 0 || conversation.deal === id;

const BUILDS: ReadonlySet<string> = new Set(["capex", "investment"]);
/** Nor is it the rent of a year. */
const RENT = gated(/\b(?:rents?|rentals?|lease payments?)\b/i);
const PAYS = gated(/\b(?:pay(?:s|ing)?|paid|charged?|rents?|renting)\b/i);

const CURRENCIES_SAID: readonly (readonly [unit: string, words: RegExp])[] = [
  ["EUR", /\b(?:euros?|eur)\b|€/i],
  ["GBP", /\b(?:pounds?|gbp|sterling)\b|£/i],
  ["USD", /\b(?:us )?(?:dollars?|usd)\b/i],
];
/** The money in which the result is wanted, where the question says so. */
const currencyAsked = (text: string): string | null =>
  CURRENCIES_SAID.find(([, words]) => words.test(text))?.[0] ?? null;

const SEPARATELY = gated(
  /\b(?:(?:per|a|each) (?:year|month|quarter)|annual(?:ly)?|yearly|monthly)\s*(?:and|&|,|plus)+\s*(?:also )?(?:per|a|for each|\/) ?(?:gw|gigawatt|mw|megawatt|gpu|chip)|\b(?:per|a|for each) ?(?:gw|gigawatt|mw|megawatt|gpu|chip)\s*(?:and|&|,|plus)+\s*(?:also )?(?:per|a|each) (?:year|month|quarter)/i,
);

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
    return {
      kind: "show-figure",
      subject: asked.record.id,
      attribute: "per-gw",
      topic: about.reading.question.slice(0, 400),
      asOf: about.reading.dates.asOf,
    };
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
  // Of two numbers of the asker's own there is nothing to show but what they come to.
  if (own && count?.term && money) {
    const over = [`(${count.expression})`, time && `(${time.expression})`].filter(Boolean).join(" / ");
    return evaluated([{ label: own.slice(0, 80), expression: `${write(money)} / ${over} in ${target}` }], {
      title: own.slice(0, 120),
      asOf: about.reading.dates.asOf,
    });
  }
  lines.push({ label: about.name.slice(0, 80), expression: `#1 / ${below} in ${target}` });
  const result = lines.length;
  return evaluated(lines, {
    title: about.name.slice(0, 120),
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
  const asked = sum.words.replace(/^(?:\W*(?:ok(?:ay)?|so|and|now|then|well|right)\b)+/i, " ").trim();
  if (!named && (!last || asked.split(/\s+/).length > SHORT)) return null;
  // "The base contract" after the contract with its options is another amount than the one that was shown.
  const extent = last ? ofExtent(reading, text, last) : null;
  const figure = last
    ? (extent ?? spokenOf(reading, last) ?? meantBy(reading, withoutPer(text), last))
    : meantBy(reading, text, null);
  // Of a deal that is named what is missing is said.
  const [deal, ...moreDeals] = names.deals;
  const record =
    figure?.record ?? last ?? (deal && moreDeals.length === 0 ? { type: "deal" as const, id: deal } : null);
  if (!record) return null;
  return { reading, terms, text, name: nameOf(reading, record), record, figure };
}
/** The only amount of the record whose label has the words for how much of it is meant. */
function ofExtent(reading: Reading, text: string, record: Ref): Recorded | null {
  const said = [...new Set((text.match(EXTENT) ?? []).map((word) => word.toLowerCase()))];
  if (said.length === 0) return null;
  const [only, ...more] = figuresOf(reading, record, "money").filter(
    ({ figure: { label } }) =>
      said.every((word) => label.toLowerCase().includes(word)) &&
      /\boptions?\b/i.test(label) === said.includes("option"),
  );
  return only && more.length === 0 ? only : null;
}
const EXTENT = /\b(?:base|firm|dedicated|guaranteed|option(?=s?\b)|additional)/gi;
/** "Per GW per year" tells none of the amounts of a record from the others. */
const withoutPer = (text: string): string =>
  PER.some(([, , pattern]) => pattern.test(text)) ? text.replace(PERIOD_WORDS, " ") : text;
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
const COST = gated(/\b(?:costs?|capex|price)\b/i);

/** The record's figure that an amount of the question is: so the answer has its source and its qualifier. */
function recordedAs({ reading, record, figure }: Subject, money: Term): Recorded | null {
  if (!record || money.kind !== "money") return null;
  const same = (one: Figure | Point) =>
    one.unit === money.unit && [one.low, one.high].some((end) => end !== null && isNear(end, money.high));
  if (figure && same(figure.figure)) return figure;
  return figuresOf(reading, record, "money").find((one) => same(one.figure)) ?? null;
}

/** "The original contract", of one that has been enlarged since. */
const ORIGINAL = gated(/\b(?:original(?:ly)?|initial(?:ly)?|as first (?:signed|announced)|before the expansion)\b/i);
/** The day from which the first version of a figure stood; null where it is the one that stands. */
function firstDay({ library, asOf, dates }: Reading, { record, figure }: Recorded): string | null {
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  const state = deal && dates.asOf === null ? stateOn(deal, asOf) : null;
  const since = state?.figures.find((entry) => entry.figure.id === figure.id)?.before[0]?.since;
  return since?.length === FULL_DAY ? since : null;
}
const FULL_DAY = "2026-01-01".length;

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
const OF_MONEY = gated(/\b(?:value|prices?|terms|amounts?|dollar|cost)\b/i);
