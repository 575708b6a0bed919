/** "And at Abernathy?", "the government loan?", "and the rest?": another figure of the record on the table. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { isMoney, type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { namesNobodyElse } from "../../../knowledge/label-names.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Attribute, Quantity } from "../../plan.ts";
import { ASKED } from "../attributes.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { YES_NO } from "../what-is-asked.ts";
import { bareOf } from "./elliptic.ts";
import { isCalledSo, largestOfOrg, ofKindAsked, ofKindSaid } from "./figures-of-named.ts";
import {
  asksRest,
  besideWhole,
  dealOnTable,
  kindAsked,
  kindShown,
  powerPaidFor,
  rankedWith,
  withoutRest,
} from "./figures-of-record.ts";
import { GETS } from "./gets-asked.ts";
import { figureInTime } from "./in-time.ts";
import { familyHasPart } from "./parts-in.ts";
import { asksFirm, firmPart } from "./parts-of-deal.ts";
import { planOf } from "./plan-of-figure.ts";
import { restInTime, theRest } from "./the-rest.ts";

const MAX_WORDS = 10;
const OF_ALL = gated(
  /\b(?:in total|in all|altogether|all told|combined|across (?:all|its|their)|all (?:its|their|of its|of their) (?:deals|contracts))\b/i,
);
/** Kinds of things that are no figure, or of which the look-up knows more. */
const AMOUNTS: ReadonlySet<Attribute> = new Set(["value", "capacity", "stake"]);

export const anotherFigure: ReadRule = {
  name: "another-figure",
  read(reading) {
    const { question, conversation } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan;
    // A sum with figures of the deal is still about it.
    const about =
      last?.kind === "show-figure" ||
      last?.kind === "show-deal" ||
      (last?.kind === "evaluate" && last.lines.some(({ expression }) => expression.includes(`@${deal?.id}:`)));
    if (!deal || !last || !about) return null;
    // An amount after a sum is the sum's.
    if (last.kind === "evaluate" && reading.quantities.length > 0) return null;
    const { text, leads } = bareOf(question);
    if (text === "" || text.split(/\s+/).length > MAX_WORDS || !familyHasPart(reading, deal)) return null;
    const attribute = ASKED.first(text)?.attribute ?? null;
    if (attribute !== null && !AMOUNTS.has(attribute) && !(attribute === "count" && OF_THOSE.test(text))) return null;
    // "Has it filed?" asks for no amount.
    if (
      PRICE.test(text) ||
      POWERED_BY.test(text) ||
      ROLE_ASKED.test(text) ||
      GETS.test(text) ||
      (CONTENTS.test(text) && attribute === null) ||
      (YES_NO.test(text) && attribute === null)
    )
      return null;
    // "How much has OpenAI signed up for in total": of a company that is named, all its deals.
    if (reading.names.orgs.length > 0 && OF_ALL.test(question)) return null;
    const money = kindShown(reading, deal);
    const paidFor = money && isMoney(money.unit) && FOR_POWER.test(text) ? powerPaidFor(reading, deal, money) : null;
    if (paidFor) return planOf(reading, deal, paidFor.figure);
    // "Gw?" asks for the power, and for no explanation of the word.
    if (POWER_ONLY.test(text) && last.kind !== "evaluate")
      return {
        kind: "show-figure",
        subject: deal.id,
        attribute: "capacity",
        // A label may have the word and be of a part.
        topic: /\b(?:power|capacity)\b/i.test(text) ? "" : text,
        asOf: reading.dates.asOf ?? last.asOf,
      };
    const shown = kindShown(reading, deal);
    // "Total GW?" after a phase is of all of it.
    if (TOTAL_POWER.test(text) && stateOn(deal, reading.asOf)?.size)
      return { kind: "show-figure", subject: deal.id, attribute: "capacity", topic: "", asOf: reading.dates.asOf };
    if (NEW_MONEY.test(text) && (shown?.of === "valuation" || SIZE_ALONE.test(text)))
      return { kind: "show-figure", subject: deal.id, attribute: "value", topic: "", asOf: reading.dates.asOf };
    const twin = BARE_WORTH.test(text) ? twinOf(reading, deal) : null;
    if (twin) return planOf(reading, deal, twin);
    if (RAISED.test(text) || TOTAL.test(text))
      return { kind: "show-figure", subject: deal.id, attribute: "value", topic: "", asOf: reading.dates.asOf };
    const implied = OVER_TERM.test(text) ? impliedTotal(reading, deal) : null;
    if (implied) return planOf(reading, deal, implied);
    const rest = asksRest(text) ? theRest(reading) : restInTime(reading);
    if (rest) return rest;
    const firm = asksFirm(text) ? firmPart(reading, deal) : null;
    if (firm) return planOf(reading, deal, firm);
    // Of a card nothing was shown that it could be a part of: a sentence says how much is.
    if (asksFirm(text) && shown === null)
      return { kind: "show-figure", subject: deal.id, attribute: "fact", topic: text, asOf: reading.dates.asOf };
    const placed = figureInTime(reading, deal, text);
    if (placed) return planOf(reading, deal, placed.figure);
    const whole = ALL_OF_IT.test(text) || OUT_OF.test(text) ? wholeShownOf(reading, deal) : null;
    if (whole) return planOf(reading, deal, whole);
    // "The rest for Wisconsin" is Wisconsin's part, where there is one.
    const byWords = rankedWith(reading, deal, withoutRest(text).replace(OF_PLACE, "$1")).filter(({ entry }) =>
      isOfCurrency(entry, text),
    );
    const ranked = byWords.length > 0 ? byWords : labelledSo(reading, deal, text);
    const found = ofKindSaid(
      text,
      ranked.map(({ entry }) => entry),
    );
    // "And the cloud contract?" is of its money, and not of the power that is there for it.
    const paid = DEED.test(text) ? found.filter(({ figure }) => isOf(figure, "value")) : [];
    const ofKind =
      attribute === null
        ? paid.length > 0
          ? paid
          : found
        : found.filter(({ figure }) =>
            OF_IT.test(text)
              ? figure.unit === kindAsked(reading, deal)?.unit
              : isOf(figure, attribute) && (figure.of !== "valuation" || VALUED.test(text)),
          );
    // "How much is prepaid" may be on record as a share, by more than the name of who has it.
    const fits =
      ofKind.length > 0 || attribute !== "value"
        ? ofKind
        : found.filter(({ figure }) => figure.unit === "percent" && isCalledSo(reading, figure, text));
    const [first, second] = largestOfOrg(
      reading,
      text,
      unseen(reading, deal, besideWhole(ofKindAsked(reading, deal, text, fits))),
    );
    // "How much of the power is gas" is of the deal on the table, whatever another one has.
    if (!first && attribute === "capacity" && OF_THE_POWER.test(text) && reading.names.orgs.length === 0)
      return { kind: "show-figure", subject: deal.id, attribute: "fact", topic: text, asOf: reading.dates.asOf };
    if (!first || (attribute === null && !leads && text.split(/\s+/).length > SHORT)) return null;
    // "Nvidia's part?" is no other party's.
    const [org, ...others] = reading.names.orgs;
    const alone = org !== undefined && others.length === 0 && PART_OF_PARTY.test(text);
    if (alone && !namesNobodyElse(reading.library, deal, first.figure.label, org)) return null;
    // Of several with the same words the one is meant that is of the kind that was asked for.
    if (second && attribute === null && likeIn(ranked, first) <= likeIn(ranked, second)) return null;
    // "So someone's committed 165 billion?" is about that amount, and about no other one that is committed.
    if (reading.quantities.some(({ quantity }) => !hasAmount(first.figure, quantity))) return null;
    // A share is asked for, and no number of votes or price of a share.
    if (PERCENT.test(text) && first.figure.unit !== "percent") return null;
    return planOf(reading, deal, first.figure);
  },
};

/** "For the Abernathy JV": what was told is asked of the place, whatever stands there. */
const OF_PLACE =
  /^(?:(?:for|at|in|of|on) )?(?:the )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*) (?:[Jj][Vv]|joint venture|venture|site|campus|leases?|project|plant)(?=[\s?.!]*$)/u;
/** "All the bonds together": the whole of what was shown a part of. */
const ALL_OF_IT = gated(
  /\ball (?:of )?(?:the |its |their |those |these )?(?:[a-z-]+ ){1,3}(?:together|combined|in total|added up)\b|\bthe (?:whole|entire) (?:lot|thing|package|deal)\b/i,
);
/** "Out of?" after a part of the money. */
const OUT_OF = gated(/^(?:that['’]?s |is that )?out of(?: (?:what|how much|a total of what))?[\s?.!]*$/i);
function wholeShownOf(reading: Reading, deal: Deal): Figure | null {
  const shown = kindShown(reading, deal);
  const money = stateOn(deal, reading.asOf)?.money?.figure;
  return shown && money && money.id !== shown.id && isMoney(shown.unit) && (money.high ?? money.low ?? 0) > 0
    ? money
    : null;
}
/** Whether the figure is of the amount that is said, or its own words say that. */
function hasAmount({ low, high, unit, label, term }: Figure, { low: least, high: most, unit: said, text }: Quantity) {
  const isLike = said === unit || (isMoney(said) && isMoney(unit));
  return (
    (isLike && [low, high].some((one) => one === least || one === most)) || `${label} ${term ?? ""}`.includes(text)
  );
}
const PART_OF_PARTY = gated(
  /['’]s? (?:own )?(?:part|share|slice|cut|piece|portion|contribution|money|stake)[\s?.!]*$/i,
);
const PERCENT = /%|\b(?:percent\w*|pct)\b/i;
const SHORT = 5;
const likeIn = (ranked: ReturnType<typeof rankedWith>, one: StandingFigure): number =>
  ranked.find(({ entry }) => entry === one)?.like ?? 0;
/** By what it is powered is no amount of power. */
const POWERED_BY = gated(/\bpowered by\b/i);
/** The price of a share is no part of the deal's money. */
const PRICE = gated(/\b(?:prices?|strike|(?:per|a|each) share)\b/i);
/** "Over the whole term" of a fee: what it comes to, where that is on record. */
const OVER_TERM = gated(
  /\b(?:over|for|across) (?:the|its) (?:whole|entire|full) (?:term|period|contract|life|lease)\b/i,
);
const impliedTotal = (reading: Reading, deal: Deal): Figure | null => {
  const found = (stateOn(deal, reading.asOf)?.figures ?? []).filter(
    ({ figure, ended }) => ended === null && figure.of === "estimate" && /\bimplied\b/i.test(figure.label),
  );
  return found.length === 1 ? (found[0]?.figure ?? null) : null;
};
/** After a valuation: what came in, and not what it was put at. */
const NEW_MONEY = gated(
  /\b(?:new money|fresh (?:money|cash|capital)|amount raised|money raised|round size|size of the round)\b/i,
);
const SIZE_ALONE = gated(/^(?:the )?(?:round size|size of the round|(?:amount|money) raised)[\s?.!]*$/i);
/** "How much did it raise": all of it. */
const RAISED = gated(
  /^how much (?:did|has|have) (?:it|they|he|she) (?:actually |finally )?(?:raised?|borrow(?:ed)?|brought in|bring in)(?: in (?:all|total|the end))?[\s?.!]*$/i,
);
const TOTAL = gated(
  /^(?:the |its )?(?:total|overall|full|whole|headline) (?:(?:contract|deal|lease) )?(?:value|worth|amount|price)[\s?.!]*$/i,
);
/** "Worth?" after the power of a part: the money of that part. */
const BARE_WORTH = gated(
  /^(?:worth|value|and worth|for how much|how much(?: money)?|at what (?:price|value)|price)[\s?.!]*$/i,
);
function twinOf(reading: Reading, deal: Deal): Figure | null {
  const shown = kindShown(reading, deal);
  if (!shown || shown.headline || isMoney(shown.unit)) return null;
  const twins = (stateOn(deal, reading.asOf)?.figures ?? []).filter(
    ({ figure, ended }) => !ended && isMoney(figure.unit) && figure.label === shown.label,
  );
  return twins.length === 1 ? (twins[0]?.figure ?? null) : null;
}
/** "Any banks?" asks who, and for no loan of theirs. */
const ROLE_ASKED = gated(
  /^(?:(?:any|which|what|the|who|and|named?|other|are|is|there|their|its)\b[\s,]*)*(?:banks?|lenders?|investors?|backers?|guarantors?|underwriters?|arrangers?|bookrunners?|tenants?|customers?|suppliers?|landlords?|developers?|partners?|buyers?|sellers?)[\s?.!]*$/i,
);
/** "What are the milestones?" asks what they are, and for no amount that hangs on them. */
const CONTENTS = gated(/^(?:what|which) (?:are|were) (?:the|its|their|those|these) [a-z-]+s\b/i);
const POWER_ONLY =
  /^(?:(?:and )?(?:how (?:many|much)|what(?:['’]s| is) (?:the|its)) )?(?:gws?|mws?|gigawatts?|megawatts?|gigs|power|capacity)(?: is (?:that|it)(?: for)?)?(?: (?:of|at|for|on) (?:the|that|this|its) (?:site|campus|data cent(?:er|re)|facility|place|project))?[\s?.!]*$/i;
const TOTAL_POWER = gated(
  /^(?:the |its )?(?:total|overall|full|whole|entire|combined)(?: (?:contracted|planned))? (?:gws?|mws?|gigawatts?|megawatts?|power|capacity)(?: (?:is (?:that|it)|in all))?[\s?.!]*$|^(?:how (?:many|much) )?(?:gws?|mws?|gigawatts?|megawatts?|capacity) (?:in total|in all|all told|altogether|combined|overall)[\s?.!]*$/i,
);
/** "For how many MW" after money. */
const FOR_POWER = gated(
  /^(?:(?:that['’]?s |is that )?for )?how (?:many|much) (?:gws?|mws?|gigawatts?|megawatts?|power|capacity)(?: (?:is|was) (?:that|it)(?: for)?| (?:does|did) (?:that|it) (?:buy|get|cover|pay for))?[\s?.!]*$/i,
);
/** "How many of those in Texas": of what was counted. */
const OF_THOSE = gated(/\bhow many (?:of (?:those|these|them|which|that)|(?:are |were |go |sit )?(?:in|at|for))\b/i);
const VALUED = gated(/\b(?:valu\w+|worth|pre-?money|post-?money)\b/i);
/** "How much of it": of the amount that was shown. */
const OF_IT = gated(/\bhow much of (?:it|that|this|those|them)\b/i);

const OF_THE_POWER = gated(/\bhow much of (?:the|its|that|this|it)\b/i);
const DEED = gated(/\b(?:contract|loan|order|agreement|purchase|investment)[\s?.!]*$/i);

/** "Reported spend?": words that tell little alone, all of which one label has. */
function labelledSo({ asOf }: Reading, deal: Deal, text: string): { entry: StandingFigure; like: number }[] {
  const said = contentRoots(text);
  if (said.length < 2) return [];
  const found = (stateOn(deal, asOf)?.figures ?? []).filter(({ figure, ended }) => {
    const own = new Set(contentRoots(figure.label));
    return ended === null && said.every((word) => own.has(word));
  });
  return found.length === 1 ? found.map((entry) => ({ entry, like: 0 })) : [];
}

/** "The euro tranche" is none in dollars. */
function isOfCurrency({ figure: { unit, label } }: StandingFigure, text: string): boolean {
  const said = CURRENCIES.find(({ word }) => word.test(text));
  return !said || unit === said.unit || said.word.test(label);
}
const CURRENCIES = [
  { unit: "EUR", word: /\beuros?\b(?! ?\?*$)/i },
  { unit: "GBP", word: /\b(?:sterling|pounds?)\b(?! ?\?*$)/i },
  { unit: "USD", word: /\bdollars?\b(?= (?!a|per|each|figure|amount|value)\w)/i },
];

/** The place of which the figure was that was shown last: "Google backstop at Abernathy". */
export function placeShown({ shown = [] }: Reading["conversation"], deal: Deal): string | null {
  const labels = deal.events.flatMap(({ figures = [] }) => figures);
  for (const { record, figure } of shown.flat()) {
    const label = record?.id === deal.id ? labels.find(({ id }) => id === figure)?.label : undefined;
    const place = placeIn(label ?? "");
    if (place) return place;
  }
  return null;
}

const placeIn = (label: string): string | undefined =>
  /\b(?:at|in|the) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)/u.exec(label)?.[1];

/** The place that a text names, of those that figures of the deal are at. */
export function placeNamed({ library }: Reading, text: string, deal: Deal): string | null {
  const places = deal.events.flatMap(({ figures = [] }) => figures.flatMap(({ label }) => placeIn(label) ?? []));
  const isThere = (place: string) => text.toLowerCase().includes(place.toLowerCase());
  return places.find((place) => isThere(place) && readNames(library, place).orgs.length === 0) ?? null;
}

/** A figure that was shown is not another one, where there are others. */
function unseen({ conversation, question }: Reading, deal: Deal, found: readonly StandingFigure[]): StandingFigure[] {
  const seen = new Set(
    (conversation.shown ?? []).flat().flatMap(({ record, figure }) => (record?.id === deal.id ? [figure] : [])),
  );
  const [last] = (conversation.shown ?? []).flat();
  // "Google's guarantee there?" is of the place that was spoken of, though it was shown before.
  const there = /\bthere\b/i.test(question) ? placeShown(conversation, deal) : null;
  const at = found.filter(({ figure: { label } }) => there !== null && label.includes(there));
  if (at.length > 0) return at;
  // One of another kind does not take the place of the best.
  const unit = found[0]?.figure.unit;
  const others = found.filter(({ figure }) => !seen.has(figure.id) && figure.unit === unit);
  return others.length > 0 ? others : found.filter(({ figure }) => figure.id !== last?.figure);
}

const isOf = (figure: Figure, attribute: Attribute): boolean =>
  attribute === "value"
    ? isMoney(figure.unit) && figure.of !== "price"
    : attribute === "capacity"
      ? figure.unit === "GW"
      : attribute === "count"
        ? figure.unit === "count"
        : figure.unit === "percent";
