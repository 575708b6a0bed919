/** What is asked of a deal that is found: the attribute and the words by which its sentence or figure is chosen, with what a turn before has said. */

import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../knowledge/as-of.ts";
import type { FoundStatement } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Want } from "../../knowledge/kind-asked.ts";
import { kindsSaid } from "../../knowledge/kinds-said.ts";
import type { Library } from "../../knowledge/library.ts";
import { countedIn, soughtWords, wantIn } from "../../knowledge/question-words.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { lastDayOf } from "../dates.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import { OBLIGED } from "./asks.ts";
import { goesOn } from "./conversation.ts";
import { planOfPart } from "./part-of-named.ts";
import type { Reading } from "./reading.ts";
import { mayBeOf } from "./sought-on-table.ts";
import { type Asked, YES_NO } from "./what-is-asked.ts";

/** `best`: the statement by which the deal was found. */
export function ask(reading: Reading, meant: Asked, deal: Deal, best?: FoundStatement): PlanInput {
  // A sentence that says all that is asked whether it is so tells more than how far the deal has come.
  const asked: Asked =
    meant.attribute === "status" && best && (saysAll(best) || isOfPerson(reading))
      ? { ...meant, attribute: "fact", form: "open" }
      : meant;
  const { dates, question, conversation } = reading;
  const topic = asked.first === null ? topicOf(reading) : asked.first.trim().slice(0, 400);
  const part = planOfPart(reading, asked.attribute, deal) ?? ofMonth(reading, asked, deal);
  if (part) return part;
  // "And the power there?" after where it stands asks for something of its own.
  const another =
    conversation.plan?.kind === "show-figure" &&
    conversation.plan.subject === deal.id &&
    !SIZES.has(conversation.plan.attribute) &&
    conversation.plan.attribute !== "history" &&
    reading.names.orgs.length === 0 &&
    soughtWords(topic).some(({ weak }) => !weak);
  const before =
    conversation.plan?.kind === "show-figure" && /^(?:and|what about|how about)\b/i.test(question) && !another;
  if (
    asked.attribute === null &&
    before &&
    question.split(" ").length <= 6 &&
    conversation.plan?.kind === "show-figure"
  )
    return {
      ...conversation.plan,
      subject: deal.id,
      topic: topic || conversation.plan.topic,
      ...(NOW.test(question) && { asOf: null }),
      figure: deal.id === conversation.plan.subject ? conversation.plan.figure : null,
    };
  const last =
    conversation.plan?.kind === "show-figure" && conversation.plan.subject === deal.id ? conversation.plan : null;
  const on = last !== null && goesOn(reading);
  // "just the first phase?" after a value asks for that value, "how many GW does that get?" for that phase.
  const carries =
    on &&
    !asksWhether(question) &&
    !NAMES_THING.test(question) &&
    (SIZES.has(last.attribute) || soughtWords(topic).every(({ weak }) => weak)) &&
    // "Orders?" after who arranged it asks for nobody.
    (last.attribute !== "parties" || ASKS_WHOM.test(question));
  if (asked.attribute === null && carries && last.attribute !== "fact" && mayBeOf(reading, deal, topic))
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: last.attribute,
      topic: `${topic} ${last.topic}`.slice(0, 400),
      asOf: dates.asOf ?? (NOW.test(question) ? null : last.asOf),
    };
  if (asked.attribute !== null) {
    // "Whose guarantee is it?", "up to what amount?": that of the guarantee.
    const other = last !== null && !SIZES.has(last.attribute) && BARE_AMOUNT.test(topic);
    const sized = last !== null && (SIZES.has(last.attribute) || SIZES.has(asked.attribute));
    const elliptic =
      on &&
      sized &&
      (POINTS_AT.test(question) || other) &&
      countedIn(question) === null &&
      asked.attribute !== "site" &&
      // "Who pays for it" is of all of it, "who's behind that part" of what was spoken of.
      (asked.attribute !== "parties" || OF_A_PART.test(question)) &&
      !COUNTS_CHIPS.test(question) &&
      soughtWords(topic).every((word) => word.weak);
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: sizeOf(asked.attribute, elliptic && other ? `${question} ${last?.topic ?? ""}` : question, deal),
      topic: elliptic
        ? `${topic} ${asked.form === "open" ? thingsIn(last.topic, DAYS.has(asked.attribute)) : last.topic}`
            .trim()
            .slice(0, 400)
        : topic,
      also: [...asked.also],
      form: asked.form,
      asOf: dates.asOf,
    };
  }
  // "Google's backstop for the lease": the sum of that kind, though the deal is named by it.
  const sized = YES_NO.test(question) ? null : owesOf(deal, topic) ? "value" : sizeOfOnePart(reading, deal, topic);
  if (sized)
    return { kind: "show-figure", subject: deal.id, attribute: sized, form: asked.form, topic, asOf: dates.asOf };
  if (
    !ASKS_WHY.has(wantIn(topic, null)) &&
    !OBLIGED.test(question) &&
    !asksSomething(topic, deal, reading.library) &&
    !(best && saysIt(best, dates.mentioned.length > 0))
  )
    return (
      ofStake(reading, deal) ??
      // "Did A buy B": whether it was bought, and no card.
      (deal.kind === "acquisition" && asksWhether(question)
        ? { kind: "show-figure", subject: deal.id, attribute: "fact", topic: question, asOf: dates.asOf }
        : { kind: "show-deal", deal: deal.id, asOf: dates.asOf })
    );
  return {
    kind: "show-figure",
    subject: deal.id,
    attribute: "fact",
    topic,
    asOf: dates.asOf ?? versionDay(reading, best),
  };
}

/** "The AMD–Humain deal of May 2025, size": the one amount of money that was set in that month, where the main one was not. */
function ofMonth({ dates, question, asOf }: Reading, asked: Asked, deal: Deal): PlanInput | null {
  const [month, ...more] = dates.mentioned;
  if (asked.attribute !== "value" || month?.length !== 7 || more.length > 0 || dates.since !== null) return null;
  const [event, ...others] = deal.events.filter(({ date }) => date.startsWith(month));
  const sums = (event?.figures ?? []).filter(({ unit, of, per }) => isMoney(unit) && of !== "valuation" && !per);
  const [only, ...rest] = sums;
  const standing = stateOn(deal, asOf)?.figures.find(({ figure }) => figure === only);
  if (!only || others.length + rest.length > 0 || only.headline || !standing || AS_OF_DAY.test(question)) return null;
  return { kind: "show-figure", subject: deal.id, attribute: "value", topic: "", figure: only.id, asOf: null };
}
const AS_OF_DAY = /\b(?:as (?:of|at)|by|since|until|before|after)\b/i;

/** "Nvidia's stake in Nebius?": how much of the company it is, and what was paid for it. */
function ofStake({ question, dates, asOf }: Reading, deal: Deal): PlanInput | null {
  if (deal.kind !== "equity-stake" || !STAKE.test(question)) return null;
  const stakes = (stateOn(deal, asOf)?.figures ?? []).filter(
    ({ figure, ended }) => ended === null && figure.of === "stake" && figure.unit === "percent",
  );
  const [only, ...more] = stakes;
  if (!only || more.length > 0 || BEFORE_IT.test(only.figure.label)) return null;
  return {
    kind: "show-figure",
    subject: deal.id,
    attribute: "stake",
    topic: "",
    also: [{ attribute: "value", topic: "" }],
    asOf: dates.asOf,
  };
}
const STAKE = gated(/^[\w.& -]+['’]s stake in [\w.& -]+[\s?.!]*$/i);
const BEFORE_IT = gated(/\b(?:before|earlier|sold)\b/i);

/** What happened to somebody is no status of a deal. */
const isOfPerson = ({ names, question }: Reading): boolean =>
  names.people.length === 1 &&
  names.deals.length === 0 &&
  /\bwhat (?:has )?(?:happened|become|became)\b/i.test(question);

const saysAll = ({ statement: { kind }, own, strong }: FoundStatement): boolean =>
  kind === "fact" && strong > 1 && own >= NEARLY_ALL;
const NEARLY_ALL = 0.9;

/** "Commitment in October 2025" of a figure that has changed since: as it stood then. */
function versionDay({ dates, library }: Reading, best: FoundStatement | undefined): string | null {
  const [day, ...more] = dates.mentioned;
  const { record, kind, part } = best?.statement ?? {};
  if (day?.length !== 7 || more.length > 0 || kind !== "figure") return null;
  const versions = library.deals
    .get(record?.id ?? "")
    ?.events.filter(({ figures = [] }) => figures.some(({ id }) => id === part));
  return versions && versions.length > 1 && versions.some(({ date }) => date.slice(0, 7) <= day)
    ? lastDayOf(day)
    : null;
}

const OF_A_PART = gated(/\b(?:that|this|those|these|the) (?!deal|site|campus|contract)\w{3,}/i);
/** The latest, after a day of the past. */
const NOW = gated(
  /^\W*(?:(?:and|so|ok|but|what about|how about)\b[\s,]*)*(?:it )?(?:(?:as of |right |by )?(?:now|today)|currently|at present|these days|the latest)[\s?.!]*$/i,
);

/** What was spoken of, without the words that asked for it: these would ask again. */
export const thingsIn = (topic: string, dated = false): string =>
  (topic.match(/[\p{L}\d][\p{L}\d.,&'’-]*/gu) ?? [])
    .filter((word) => (dated && PLACE_IN_TIME.test(word)) || soughtWords(word).some(({ weak }) => !weak))
    .filter((word) => !(dated ? ROLE : STATE).test(word))
    .join(" ");
/** Who had which part was asked for, and is no thing that has a day. */
const ROLE = gated(
  /^(?:sellers?|buyers?|lenders?|banks?|investors?|backers?|guarantors?|landlords?|tenants?|suppliers?|developers?|customers?|operators?|partners?|owners?|advis[eo]rs?)$/i,
);
/** How far a deal has come is no thing that has an amount. */
const STATE = gated(
  /^(?:lapsed|cancell?ed|dropped|paused|signed|unsigned|announced|completed|rumou?red|binding|confirmed)$/i,
);
/** "When was it added?" after the third of them. */
const DAYS: ReadonlySet<Attribute> = new Set(["when", "announced", "expected"]);
const PLACE_IN_TIME = /^(?:first|second|third|fourth|latest|last|initial)$/i;

/** Whether the words say a kind of debt or guarantee of which the deal has a sum beside its headline. */
function owesOf(deal: Deal, topic: string): boolean {
  const said = kindsSaid(topic)
    .flat()
    .filter((of) => OWED.has(of));
  return deal.events.some(({ figures = [] }) => figures.some(({ of, headline }) => !headline && said.includes(of)));
}

/**
 * "Ares money in SB Energy", "the first contract": of the deal's sums one alone is labelled with what is said beside its names. Where
 * none is, the power of the part of that number ("the third lease").
 */
function sizeOfOnePart({ library, names, question }: Reading, deal: Deal, topic: string): "value" | "capacity" | null {
  const [, nth] = NTH.exec(topic) ?? [];
  if ((!nth && !GIVES.test(topic)) || asksSomething(topic.replace(GIVES, " "), deal, library)) return null;
  const figures = (statementsOf(library).byRecord.get(`deal:${deal.id}`)?.statements ?? []).filter(
    ({ kind }) => kind === "figure",
  );
  const bearers = names.mentions
    .filter(({ refs }) => refs.some(({ type }) => type === "org"))
    .map(({ start, end }) => contentRoots(question.slice(start, end)));
  const isOfOne = (isOfUnit: (unit: string) => boolean) =>
    (nth ? [contentRoots(nth)] : bearers).some((said) => {
      const theirs = figures.filter(
        ({ amount, own }) => amount && isOfUnit(amount.unit) && said.every((word) => own.exact.has(word)),
      );
      return theirs.length > 0 && theirs.every(({ headline, part }) => !headline && part === theirs[0]?.part);
    });
  return isOfOne(isMoney) ? "value" : nth && isOfOne((unit) => unit === "GW") ? "capacity" : null;
}
const NTH = gated(
  /\b(first|second|third|fourth|original|initial)\s(?:[\w.&'’-]+\s){0,3}?(?:contract|lease|phase|tranche|order|closing|loan|agreement|payment|instal?lment)\b/i,
);
const GIVES =
  /[$€£]|\b(?:money|cash|cheque|check|put(?:s|ting)?|pay(?:s|ing)?|paid|giv(?:es?|en|ing)|gave|part|portion|slice|invest\w*|contribut\w*|sum|amount|figure|number|bit)\b/i;

const ASKS_WHOM = gated(/\b(?:who\w*|which|else|others?|any(?:one|body)?|names?|them|they|and|what about)\b/i);

/** "Which process?" asks for that, and for no amount beside it. */
const NAMES_THING = gated(
  /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:which|what) (?!(?:amounts?|value|price|size|share|part|portion|year|date|capacity|power|stake|sum|number|figure|cost|currency|deal|one|term|valuation)\b)[a-z-]+[\s?.!]*$/i,
);

/** "Did shareholders approve" asks for no amount; "is it 4 GW" does. */
export const asksWhether = (question: string): boolean =>
  YES_NO.test(question) && !/\d/.test(question) && question.split(/\s+/).length > 2;

/** Whether words beyond the deal's own name are left: any that tells, or in a whole question even one that most questions have. */
function asksSomething(topic: string, deal: Deal, library: Library): boolean {
  const parties = deal.parties.map((party) => orgName(library, party.org));
  const names = new Set(contentRoots([deal.name, ...deal.aliases, ...parties].join(" ")));
  const whole = WHOLE_QUESTION.test(topic);
  return soughtWords(topic).some(({ word, weak, tells }) => !names.has(word) && (!weak || (whole && tells)));
}
/** Why something is so is asked by everyday words. */
const ASKS_WHY: ReadonlySet<Want | null> = new Set<Want | null>(["reason"]);
/** Everyday words may be those of one figure: "first day close". */
const saysIt = ({ statement, own, words }: FoundStatement, dated: boolean): boolean =>
  statement.amount !== null && !statement.headline && own >= SAYS && (words > 1 || (dated && own >= 1));
const SAYS = 0.6;

/** Asks something of a subject by a verb, and does not only ask about it. */
const WHOLE_QUESTION =
  /^(?:[^,:–—-]{2,50}\s?[,:–—-]\s*)?(?:(?:so|and|but|or|ok(?:ay)?|hey|hi|wait)[\s,]+)*(?:(?:what|which|who|whom|where|how|why)\b.{0,60}?\b(?:is|are|was|were|will|would|does|do|did|has|have|had|can|could|must|should|may|became|becomes|happens|happened|made|makes|got|gets|stands|holds)\b|(?:is|are|was|were|will|would|does|do|did|has|have|had|can|could|must|should|may)(?:n['’]t)? )/i;

/** Before a day it says when to look, not what is asked for. */
const AS_OF =
  /\b(?:as (?:of|at)|by|in|on|during|back in|since|until|before|at the end of|end of)\s+(?:(?:the|late|early|mid)[\s-]+)*$/i;
const OWED: ReadonlySet<Figure["of"]> = new Set(["debt", "guarantee"]);
const BEGINS_AS_OF = /^(?:as (?:of|at)|by)\b/i;
const SIZES: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "stake", "fact", "per-gw"]);
const BARE_AMOUNT = gated(
  /^(?:(?:and|so)\b[\s,]*)*(?:for |up to |to |by |at )?(?:how (?:much|big|large)(?: (?:is|was) (?:it|that))?|(?:what |the )?(?:amount|sum|value|price|worth|size))[\s?.!]*$/i,
);
const COUNTS_CHIPS = gated(/\bhow many (?:chips?|gpus?|accelerators?|tpus?)\b/i);
const POINTS_AT = /\b(?:that|this|it|those)\b/i;

/** "How big" asks for the gigawatts of a site or a plant, where no money is spoken of. */
const sizeOf = (attribute: Attribute, question: string, deal: Deal): Attribute =>
  attribute === "value" &&
  (SITES.has(deal.kind) || isOfPowerAlone(deal)) &&
  deal.events.some(({ figures = [] }) => figures.some(({ unit }) => unit === "GW")) &&
  /\b(?:how (?:big|large)|size)\b/i.test(question) &&
  !MONEY.test(question)
    ? "capacity"
    : attribute;
/** The only figures that say what the deal is are of power. */
function isOfPowerAlone(deal: Deal): boolean {
  const main = deal.events.flatMap(({ figures = [] }) => figures.filter(({ headline }) => headline));
  return main.length > 0 && main.every(({ unit }) => unit === "GW");
}
const SITES: ReadonlySet<Deal["kind"]> = new Set(["site", "energy"]);
const MONEY =
  /[$€£]|\b(?:dollars?|money|invest\w*|cost|spend\w*|loan|debt|backstop|guarantee|bonds?|round|stake|cheque|check|equity|financing)\b/i;

/** A year that is still to come is no day of which to look: it belongs to what is expected then. */
const isToCome = (date: string, complete: string): boolean =>
  (/\b20\d\d\b/.exec(date)?.[0] ?? "") > complete.slice(0, 4);

/** The words of the question by which the statement is chosen, with organisations and people by the names of the records. */
export function topicOf({ question, names, library, dates }: Reading): string {
  let text = question;
  for (const { start, end } of dates.spans)
    if (
      /\d/.test(text.slice(start, end)) &&
      !isToCome(text.slice(start, end), library.completeTo) &&
      (AS_OF.test(text.slice(0, start)) || BEGINS_AS_OF.test(text.slice(start, end)))
    )
      text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  for (const { refs, start, end } of [...names.mentions].reverse()) {
    const org = refs.find((ref) => ref.type === "org");
    if (refs.some((ref) => ref.type === "deal"))
      text = `${text.slice(0, start)}${text.slice(start, end).toLowerCase()}${text.slice(end)}`;
    else if (org) text = `${text.slice(0, start)}${orgName(library, org.id)}${text.slice(end)}`;
  }
  return text.replace(/\s+/g, " ").trim().slice(0, 400);
}
