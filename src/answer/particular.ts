/** The statement of a deal that the words of a question ask for in particular, said as a direct answer. */

import type { Span } from "../doc/doc.ts";
import { OF, STATUS, sayDate } from "../doc/say-figure.ts";
import { isMoney, isOver, type StandingFigure } from "../knowledge/as-of.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { gated } from "../knowledge/gated.ts";
import type { Want } from "../knowledge/kind-asked.ts";
import { isOfPartMonth } from "../knowledge/part-of-month.ts";
import { hasIt, predicateIn } from "../knowledge/predicate.ts";
import { asksWhether, isFiller, plainly, soughtWords, wantIn } from "../knowledge/question-words.ts";
import { type Statement, statementsOf } from "../knowledge/statements.ts";
import { sensesOf } from "../knowledge/synonyms.ts";
import { contentRoots } from "../knowledge/words.ts";
import { countsOthers } from "./counts-others.ts";
import { lowerFirst, replacedBy, successorOf } from "./deal-lines.ts";
import { inOtherCurrency } from "./in-other-currency.ts";
import { isOutdated } from "./outdated.ts";
import { sayDated } from "./say-dated.ts";
import { capital } from "./say-given.ts";
import { answersIn, isOfKind, said, standing, tells } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** A second statement that is about as good goes along, and one that comes near where it brings what the first lacks. */
const AS_GOOD = 0.93;
const COMES_NEAR = 0.65;

/** Nobody asks for a party who does not ask who, unless nearly all words are those of its role. */
const NAMES_ALL = 0.6;
/** How much of its words must be explained where yes or no is asked for. */
const MOST_OF_IT = 0.6;
/** How well a statement must hold the kind of thing that is asked for, or how much of the words it must say itself. */
const HOLDS = 0.8;
const SURELY = 0.5;
/** Where a number is asked for, a sentence without one is no answer, whatever its words. */
const NUMBERS: ReadonlySet<Want | null> = new Set(["money", "price", "power", "percent", "count", "who", "length"]);

/** Of these the question asks how they stand. */
const AMOUNTS: ReadonlySet<Want | null> = new Set(["money", "power", "percent", "count"]);

/** The right of first offer is not the first of anything. */
const FIRST = gated(/\bfirst\b/i);
const FIRST_OFFER = /\bfirst[- ](?:offer|refusal)\b/i;
const WITH_POWER = /\b(?:[kMGT]W(?:h)?|(?:kilo|mega|giga)watts?|power|electricity|capacity)\b/i;

/** Null where the words ask for nothing in particular, or nothing covers them. */
export function sayParticular(asked: Asked, want: Want | null, also = (_: FoundStatement) => true): Direct {
  const wanted = wantIn(asked.topic, want);
  // By yes or no only a sentence answers that has all that is asked about.
  const whether = asksWhether(asked.topic);
  const predicate = whether ? predicateIn(asked.context.library, asked.topic) : null;
  const measured = whether ? null : measuresSaid(asked);
  const all = answersIn(asked, asked.topic, want, 12, whether ? MOST_OF_IT : undefined).filter(
    (one) =>
      also(one) &&
      !isOfSibling(asked.topic, one.statement.text) &&
      isOfPartMonth(asked.topic, one.statement.text) &&
      !(FIRST.test(asked.topic) && FIRST_OFFER.test(one.statement.text) && !FIRST_OFFER.test(asked.topic)) &&
      !(AMOUNTS.has(wanted) && isOutdated(asked, one.statement)) &&
      !(one.statement.amount && countsOthers(one.statement.amount, asked.topic)) &&
      !(
        (wanted === "power" || want === "power") &&
        one.statement.amount === null &&
        !WITH_POWER.test(one.statement.text)
      ) &&
      (!measured || hasAll(one.statement, measured)) &&
      (wanted === "who" || wanted === "whether" || one.statement.kind !== "parties" || one.own >= NAMES_ALL) &&
      (one.fit >= HOLDS || (one.own >= SURELY && !NUMBERS.has(wanted))) &&
      (predicate === null || hasIt(one.statement.own, predicate) || hasIt(one.statement.near, predicate)),
  );
  // What is expected of a year to come is told by what bears the year, where anything does.
  const year = AMOUNTS.has(wanted) ? TO_COME.exec(asked.topic)?.[1] : undefined;
  const ofYear = year === undefined ? [] : all.filter(({ statement }) => bearsYear(statement, year));
  if (ofYear.length > 0) all.splice(0, all.length, ...ofYear);
  // Of the sentences about a deed one that speaks of it.
  const deed = wanted === "who" ? predicateIn(asked.context.library, asked.topic) : null;
  const told = deed === null ? [] : all.filter(({ statement: { own, near } }) => hasIt(own, deed) || hasIt(near, deed));
  // A sentence says whether it is so, and a number only where there is none.
  const worded = wanted === "whether" ? all.filter(({ statement }) => statement.amount === null) : [];
  const found = tells(worded[0]) ? worded : tells(told[0]) ? told : all;
  const other =
    (wanted === "money" && !MONEY_WORDS.test(asked.topic)) || (wanted === "power" && !POWER_WORDS.test(asked.topic))
      ? ofOtherKind(asked, found[0])
      : undefined;
  if (other) return { headline: sayStatement(asked, other.statement) };
  const [first, ...more] = tells(found[0]) ? found.slice(0, 6) : ofKind(asked, want, found);
  if (!first) return null;
  const others = more.filter((other) => tells(other));
  // What is expected next is said behind what was, where it is asked for.
  const follows = others.find(({ statement }) => statement.kind !== "expected" || first.statement.kind === "expected");
  const second =
    follows && follows.score >= first.score * AS_GOOD && !repeats(first.statement, follows.statement)
      ? follows
      : others.find(
          (other) => other.score >= first.score * COMES_NEAR && addsTo(asked, first.statement, other.statement),
        );
  return {
    headline: [
      ...sayStatement(asked, first.statement),
      ...(second ? [{ text: " " }, ...said(asked, second.statement), { text: closing(second.statement) }] : []),
    ],
    lead: others
      .filter((other) => other !== second)
      .slice(0, second ? 3 : 4)
      .map((other) => said(asked, other.statement)),
  };
}
const TO_COME = /\b(?:by|in|for|until|before)\s+(?:(?:the )?end (?:of )?|late |early |mid-?)?(20(?:2[7-9]|[3-9]\d))\b/i;
const bearsYear = ({ text, amount }: Statement, year: string): boolean =>
  text.includes(year) || amount?.term?.includes(year) === true;

/** Whether it brings another amount, or a word of the question that the first has not; what only says the first again brings nothing. */
function addsTo({ topic }: Asked, first: Statement, second: Statement): boolean {
  const { amount, own, kind, text } = second;
  if (kind === "expected" || kind === "parties" || repeats(first, second) || repeats(second, first)) return false;
  if (amount && first.amount && amount.high === first.amount.high && amount.unit === first.amount.unit) return false;
  const had = numbersIn(first.text);
  if (amount) return !numbersIn(text).some((number) => had.includes(number));
  return soughtWords(topic).some(({ word, weak }) => !weak && hasIt(own, word) && !hasIt(first.own, word));
}

/** Whether the first has told the amount of the second in its own words. */
const repeats = ({ text }: Statement, { amount }: Statement): boolean =>
  amount !== null &&
  amount.high !== null &&
  [1, 1e3, 1e6, 1e9, 1e12].some((scale) => numbersIn(text).includes(`${(amount.high ?? 0) / scale}`));
const numbersIn = (text: string): string[] => text.match(/\d[\d.,]*\d|\d/g) ?? [];

/** "How much does it supply" need not ask for money: a number of another kind that has nearly all the words, where no money has. */
function ofOtherKind(asked: Asked, money: FoundStatement | undefined): FoundStatement | undefined {
  const [best] = answersIn(asked, asked.topic, null, 12)
    .filter(({ statement, own }) => own >= NEARLY_ALL && (statement.amount !== null || /\d/.test(statement.text)))
    .sort((a, b) => b.own - a.own || Number(b.statement.amount !== null) - Number(a.statement.amount !== null));
  return best && best.own - (money?.own ?? 0) >= MUCH_MORE ? best : undefined;
}
const NEARLY_ALL = 0.65;
const MUCH_MORE = 0.35;
const POWER_WORDS = /\b(?:[gm]ws?|(?:giga|mega)watts?|gigs?|power|electricity|capacity|compute|load)\b/i;
const MONEY_WORDS =
  /[$€£]|\b(?:dollars?|euros?|pounds?|money|price(?! talk)|cost|worth|value|rent|fee|cash|revenue|paying|spend\w*)\b/i;

/** Where the words choose none, the kind does: the headline figure of the kind first. */
function ofKind(asked: Asked, want: Want | null, found: readonly FoundStatement[]): readonly FoundStatement[] {
  if (asksMore(asked, asked.topic, true)) return [];
  const fitting = found.filter((one) => isOfKind(asked, asked.topic, want, one));
  const best = fitting[0];
  const least = namesAlone(asked) ? 0 : (best?.score ?? 0) * ABOUT_AS_GOOD;
  const headline = fitting.find((one) => one.statement.headline && one.score >= least);
  // What a deal is worth is not any of its amounts.
  if (!headline && wantIn(asked.topic, want) === "money" && !asked.state.money) return [];
  // A price is that at which the money came, and not the range that was talked of before.
  const since = wantIn(asked.topic, want) === "price" ? asked.state.money?.since : undefined;
  const along = fitting.find((one) => since !== undefined && sinceOf(asked, one) === since);
  if (along && along.score >= (best?.score ?? 0) * ABOUT_AS_GOOD) return [along];
  return headline ? [headline] : fitting.slice(0, 1);
}
/** Of a deal that is only named nothing in particular is asked, though one of its labels has words of the name. */
function namesAlone({ topic, state: { deal } }: Asked): boolean {
  const own = new Set(contentRoots(deal.name));
  return contentRoots(topic.replace(SIZE, " ")).every((word) => isFiller(word) || own.has(word));
}
const SIZE =
  /\b(?:how (?:big|large|much|many)|size|worth|amount|value|power|capacity|gigawatts?|megawatts?|gws?|mws?)\b/gi;
const sinceOf = ({ state }: Asked, { statement }: FoundStatement): string | undefined =>
  statement.kind === "figure" ? standing(state, statement.index)?.since : undefined;
/** The headline figure is meant, unless another has much more of the words. */
const ABOUT_AS_GOOD = 0.75;
const closing = ({ kind }: Statement): string => (kind === "fact" || kind === "contested" ? "" : ".");

/**
 * Whether most of what the words ask for is something that the deal as a whole does not answer. `strange`: words of no
 * record count too.
 */
export function asksMore({ state, context }: Asked, topic: string, strange: boolean): boolean {
  const { byRecord, rarity } = statementsOf(context.library);
  const record = byRecord.get(`deal:${state.deal.id}`);
  // What was in fact paid is another amount than what was planned or agreed.
  if (PAID_SO_FAR.test(topic)) return true;
  let [explained, beyond] = [0, 0];
  for (const { word, weak } of soughtWords(topic)) {
    const weight = rarity(word);
    if (weak || (weight === null && !strange)) continue;
    const known = [record?.title, record?.words].some(
      (words) => words?.exact.has(word) || sensesOf(word).some((sense) => words?.senses.has(sense)),
    );
    if (known) explained += weight ?? 1;
    else beyond += weight ?? 1;
  }
  return beyond > explained;
}

export const PAID_SO_FAR = gated(
  /\b(?:actually|already|so far|to date)\b.{0,40}\b(?:paid|spent|invested|put|transferred|disbursed|drawn|handed|delivered|shipped|received|installed)\b|\b(?:paid|spent|invested|put in(?:to)?|drawn|disbursed|delivered|shipped|received|installed)\b.{0,60}\b(?:so far|to date|already|until now|as of (?:now|today))\b/i,
);

/** Words for what a number measures, which no number answers that does not have them. */
function measuresSaid({ state, context, topic }: Asked): readonly string[] | null {
  const record = statementsOf(context.library).byRecord.get(`deal:${state.deal.id}`);
  const [, head = ""] = HEAD.exec(plainly(topic).replace(/\bsales? price\b/gi, "price")) ?? [];
  const verb = OTHER_DEEDS.exec(topic)?.[1] ?? "";
  const paid = PAID_AS.exec(topic)?.[1] ?? "";
  const all = contentRoots(`${head} ${verb} ${paid}`).filter(
    (word) => OTHER_MEASURES.has(word) && !record?.title.exact.has(word),
  );
  return all.length > 0 ? all : null;
}
const SUPPLIED = gated(/\b(?:deliver\w*|ship(?:s|ped|ping|ments?)|receiv\w+|install\w*|arriv\w+)\b/i);

/** Whether a measure is asked for of which an answer says nothing: "the collateral on the credit line" is not its interest. */
export function lacksMeasure(asked: Asked, text: string): boolean {
  if (SUPPLIED.test(asked.topic) && PAID_SO_FAR.test(asked.topic) && !SUPPLIED.test(text)) return true;
  if (isOfSibling(asked.topic, text)) return true;
  const wanted = asksWhether(asked.topic) ? null : measuresSaid(asked);
  if (!wanted) return false;
  const words = contentRoots(text);
  const senses = new Set(words.flatMap(sensesOf));
  return !wanted.every((word) => words.includes(word) || sensesOf(word).some((sense) => senses.has(sense)));
}

/** "Colossus 2" is asked for, and "Colossus 1" is all that the text speaks of. */
function isOfSibling(topic: string, text: string): boolean {
  const told = [...text.matchAll(/\b(\p{Lu}\p{L}+) ([1-9])(?![\w%–-]|[.,]\d)/gu)];
  const asked = topic.toLowerCase();
  return (
    told.length > 0 &&
    told.every(
      ([written, name = ""]) =>
        !asked.includes(written.toLowerCase()) &&
        new RegExp(String.raw`\b${name} [1-9](?![\w%–-]|[.,]\d)`, "i").test(topic),
    )
  );
}

/** "Have to pay in termination fees", "owes a penalty of": what is paid is that, and no price. */
const PAID_AS = gated(
  /\b(?:pay|paid|pays|paying|owe[ds]?|due|charge[ds]?|collect\w*|receive[ds]?|get)\b.{0,40}?\b(?:in|as|an?|any)\s+(?:[\w-]+\s){0,2}?(fees?|penalt(?:y|ies)|royalt(?:y|ies)|commissions?|dividends?|deposits?|fines?)\b/i,
);
/** The noun with which the question begins: "what annual rent …", "discount that …". */
const HEAD =
  /^(?:\W*(?:so|and|whats|what(?:'s| is| was| are| were)?|how (?:much|many|big|large)(?: of an?)?|which|is|was|are|were|the|an?|any|[\w.&-]+['’]s|annual|yearly|monthly|total|in)\b)*\W*((?:[\w'’-]+\s*){1,2})/i;
/** "How much did it lose on the sale": a deed of which no price and no stake tells the amount. */
const DEEDS =
  "earn earned gain gained lose lost loses losing weigh weighs weighed save saves saved saving waive waives waived refund refunds refunded emit emits emitted tax taxed fine fined insure insured";
const OTHER_DEEDS = new RegExp(
  String.raw`\b(?:how (?:much|many)|what)\b.{0,60}\b(?:did|does|do|will|would|has|have|had) .{1,40}?\b(${DEEDS.replaceAll(" ", "|")}|written (?:off|down))\b`,
  "i",
);
/** The word itself: what is paid as interest is no fee. */
const hasAll = ({ own, near }: Statement, words: readonly string[]): boolean =>
  words.every(
    (word) =>
      own.exact.has(word) ||
      near?.exact.has(word) === true ||
      (SAME.has(word) && (hasIt(own, word) || hasIt(near, word))),
  );
const SAME = new Set(
  contentRoots("revenue revenues sales headcount employees staff people loss losses income earn earned"),
);

/** Whether another measure than the deal's worth or size is asked for, of which its record says nothing. */
export function asksOther({ state, context }: Asked, topic: string): boolean {
  const record = statementsOf(context.library).byRecord.get(`deal:${state.deal.id}`);
  return soughtWords(topic).some(({ word }) => OTHER_MEASURES.has(word) && !record?.title.exact.has(word));
}
/** What a number may measure that is neither what a deal is worth nor how large it is. */
const OTHER_MEASURES = new Set(
  contentRoots(
    `revenue revenues sales profit profits profitable loss losses income ebitda earnings margin margins salary bonus compensation dividend tax taxes fine penalty headcount employees staff people jobs water emissions carbon co2 temperature population age birthday address phone password market-cap royalty subsidy fee commission discount rent deposit collateral interest churn users subscribers patents lawsuit settlement premium written average averages mean median ${DEEDS}`,
  ),
);

export function sayStatement(asked: Asked, statement: Statement): Span[] {
  const { state, context } = asked;
  const { deal } = state;
  switch (statement.kind) {
    case "figure": {
      const entry = standing(state, statement.index);
      return entry ? [...sayStanding(asked, entry), ...standingNote(asked)] : [];
    }
    case "event":
    case "expected": {
      const dated = statement.kind === "event" ? deal.events[statement.index] : deal.expected[statement.index];
      if (!dated) return [];
      return sayDated(asked, dated, statement.kind === "expected");
    }
    default: {
      const successor = successorOf(context.library, state);
      const stands = successor ? replacedBy(state, successor) : STATUS[state.status];
      const over = isOver(state.status) ? [{ text: ` (${stands})` }] : [];
      const stop = statement.kind === "parties" || statement.kind === "sites" ? [{ text: "." }] : [];
      return [{ text: `${deal.name}: ` }, ...said(asked, statement), ...over, ...stop];
    }
  }
}

/** "OpenAI–AWS contract: about $38B of contract value (total), seven years, as of 3 November 2025." */
export function sayStanding(asked: Asked, entry: StandingFigure): Span[] {
  const { draft, state } = asked;
  const { figure } = entry;
  const label = lowerFirst(figure.label);
  return [
    { text: `${state.deal.name}: ` },
    draft.amount(figure, `deal:${state.deal.id}`, state.deal, "strong"),
    {
      text: ` (${label}${isMoney(figure.unit) && !label.includes(OF[figure.of]) ? `; ${OF[figure.of]}` : ""}${figure.term ? `; ${figure.term}` : ""})`,
    },
    { text: `, ${entry.ended ? `until ${sayDate(entry.ended)}` : `as of ${sayDate(entry.since)}`}.` },
    ...inOtherCurrency(asked, entry),
    ...(figure.confidence === "low" ? [{ text: " Low confidence." }] : []),
  ];
}

/** What a reader must know with the number: that the deal is no longer live, paused, or only talks. */
export function standingNote({ state, context }: Asked): Span[] {
  const successor = successorOf(context.library, state);
  if (successor) return [{ text: ` ${capital(replacedBy(state, successor))}; no longer live.` }];
  if (
    isOver(state.status) ||
    state.status === "paused" ||
    state.status === "rumoured" ||
    state.status === "letter-of-intent"
  )
    return [{ text: ` Status: ${STATUS[state.status]}.` }];
  return [];
}
