/**
 * Whether a turn that goes on with a record is answered at all: a word that tells something and stands neither in the sentence
 * that would be shown nor in what was asked must not be answered with the amount that was shown before, or with the record's main one.
 */

import { CANNOT_SET_BESIDE } from "./answer/decline.ts";
import type { Answer } from "./answer/draft.ts";
import { asksRole } from "./answer/party-roles.ts";
import { plain } from "./doc/doc.ts";
import { sayDate } from "./doc/say-figure.ts";
import { explainedIn, has, rootsIn } from "./explained-in-turn.ts";
import { gated } from "./knowledge/gated.ts";
import type { Library } from "./knowledge/library.ts";
import { soughtWords } from "./knowledge/question-words.ts";
import { readNames } from "./knowledge/resolve.ts";
import { contentRoots } from "./knowledge/words.ts";
import { isGetOfParty, isNameAlone, notTold, saysNothingOfLeaving } from "./not-told-in-turn.ts";
import { isOnlyAgain } from "./only-again.ts";
import { type Conversation, lastRecord } from "./plan/from-text/conversation.ts";
import { bareOf } from "./plan/from-text/follow-up/elliptic.ts";
import { asksEarlier, UNTIL_WHEN } from "./plan/from-text/metric-turns/another-time.ts";
import { asksLater } from "./plan/from-text/metric-turns/later-time.ts";
import type { Attribute, Plan, PlanOf } from "./plan/plan.ts";

/** `said`: the question as it was read; `text`: as it was written. */
export type Turn = { plan: Plan; rule: string; said: string; text: string };

/** A month that was counted back to. */
const MONTH = /^20\d\d-\d\d$/;
/** Longer questions say themselves what they ask for. */
const MAX_WORDS = 9;

export function heldToTurn(answer: Answer, turn: Turn, last: Conversation, library: Library): Answer {
  if (last.plan === null || (answer.status !== "answered" && answer.status !== "partial")) return answer;
  // What somebody gets is not the price that was told.
  const stands = STANDS.has(turn.rule) && !(turn.rule === "gets-asked" && isAgain(answer, last));
  if (stands || turn.said.split(/\s+/).length > MAX_WORDS) return answer;
  const { plan } = turn;
  // One of the deals that were added up, or a part of it, is no total.
  if (plan.kind === "total-deals" && last.plan.kind === "total-deals" && OF_ONE.test(turn.said))
    return { ...answer, ...nothing("The records do not say that of one of these deals: ask about it by its name.") };
  // "Is it more than …?" is no comparison of two others.
  if (IT_MORE.test(turn.said) && !hasShown(plan, last)) return { ...answer, ...nothing(CANNOT_SET_BESIDE) };
  const record = recordOf(plan);
  if (record === null) return answer;
  // Its own time is said with the figure.
  if (turn.plan.kind === "show-metric" && UNTIL_WHEN.test(turn.said)) return answer;
  if (
    plan.kind === "show-metric" &&
    (asksLater(turn.said) || (asksEarlier(turn.said) && MONTH.test(plan.period ?? "")))
  )
    return isOfPeriod(answer, plan, library)
      ? answer
      : {
          ...answer,
          ...nothing(`The records of ${library.metrics.get(plan.metric)?.name} have no figure of that time.`),
        };
  // What comes nearest to another time is what was just said.
  if (turn.plan.kind === "show-metric" && answer.status === "partial" && isOnTable(record, last, library))
    return { ...answer, status: "unknown" };
  // "And Microsoft's?" after a deal asks for theirs, and for no figure of a company.
  if (
    plan.kind === "show-metric" &&
    turn.rule === "lookup" &&
    lastRecord(last)?.type === "deal" &&
    isNameAlone(turn, library)
  )
    return { ...answer, ...nothing("The records do not say that of them: ask in full.") };
  const untold =
    notTold(answer, turn, isAgain(answer, last), library) ??
    (turn.rule === "lookup" && isGetOfParty(turn, last, library) && !isOnTable(record, last, library)
      ? "The records do not say that in so many words."
      : null);
  if (untold !== null) return { ...answer, ...nothing(untold) };
  if (!saysNothingOfLeaving(answer, turn.said) && !isNotAnswered(answer, turn, last, library)) return answer;
  // A record that one word found is not spoken of from now on.
  if (!isOnTable(record, last, library) && isNewUnnamed(record, turn, last, library)) {
    const { subject: _found, ...rest } = answer;
    return { ...rest, ...nothing("The records do not say: it has not been disclosed, or is not known to us.") };
  }
  const name = (library.deals.get(record) ?? library.metrics.get(record) ?? library.topics.get(record))?.name ?? record;
  return {
    ...answer,
    ...nothing(
      `The records of ${name} do not say: it has not been disclosed, or is not known to us, as of ${sayDate(answer.asOf)}.`,
    ),
  };
}

const isOfPeriod = ({ lead = [] }: Answer, { metric, period }: PlanOf<"show-metric">, library: Library): boolean =>
  library.metrics.get(metric)?.points.find(({ id }) => id === lead[0]?.figure)?.period === period;

const IT_MORE = gated(
  /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:is|was|are) (?:it|that|this) (?:more|less|bigger|larger|higher|smaller|lower|cheaper) than\b/i,
);
function hasShown(plan: Plan, { shown = [], deal }: Conversation): boolean {
  const sides =
    plan.kind === "compare"
      ? plan.deals
      : plan.kind === "compare-figures"
        ? plan.sides.flatMap((side) => side.deal ?? side.metric ?? [])
        : plan.kind === "compare-metrics"
          ? plan.metrics.map(({ metric }) => metric)
          : null;
  // What was worked out is of the records that it was worked out of.
  const latest = shown.find((turn) => turn.some(({ record }) => record !== null)) ?? [];
  const ids = [deal, ...latest.map(({ record }) => record?.id)];
  return sides === null || sides.some((id) => ids.includes(id));
}

const nothing = (text: string) => ({
  status: "unknown" as const,
  headline: [{ text }],
  blocks: [],
  sources: [],
  figures: [],
  lead: [],
});
const OF_ONE = gated(/\b(?:bigger|larger|smaller|first|second|latest|newest|other) (?:one|deal|contract)\b/i);

function isNotAnswered(answer: Answer, turn: Turn, last: Conversation, library: Library): boolean {
  // Who or where is asked of it, and a card says neither.
  if (
    turn.plan.kind === "show-deal" &&
    turn.rule === "lookup" &&
    (ASKS.test(turn.said) || WHICH_MORE.test(turn.said)) &&
    isOnTable(recordOf(turn.plan) ?? "", last, library)
  )
    return true;
  if (isOtherKind(answer, turn) || isOtherMoney(answer, turn, library)) return true;
  const record = recordOf(turn.plan) ?? "";
  if (!isOnTable(record, last, library))
    return (
      IN_PERCENT.test(turn.said) ||
      isNewUnnamed(record, turn, last, library) ||
      (answer.status === "partial" && pointsBack(turn, last, library))
    );
  if (turn.plan.kind === "show-figure" && CONTENTS.test(turn.said) && isOnlyAmount(answer)) return true;
  if (!saysNothingNew(answer, turn, last, library)) return false;
  const { left, said } = explainedIn(answer, { ...turn, record }, last, library);
  // What a search led back to the main figure has none of the words.
  const isBack = turn.plan.kind === "show-metric" && turn.rule === "lookup" && said === 0 && !isAgain(answer, last);
  if (isBack && !DOUBTS.test(turn.said)) return true;
  if (left > said || (isAgain(answer, last) && asksAnother(answer, turn))) return true;
  return said === 0 && isAgain(answer, last) && isOnlyAgain(answer, turn, last, library);
}

const ASKS = gated(/^(?:(?:and|so|but|ok)\b[\s,]*)*(?:where|who|whom|whose|why|when|which ones?(?=[\s?.!]*$))\b/i);

/** "Which is bigger" after one deal alone. */
const WHICH_MORE = gated(
  /^(?:(?:and|so|but|ok)\b[\s,]*)*(?:which|who)(?:['’]s| is| one is| was)? (?:the )?(?:bigger|larger|biggest|largest|more|most|higher|highest|smaller|cheaper)\b/i,
);

/** Another way to say what was shown is about nothing else. */
const IN_PERCENT = /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:in|as an?) (?:%|percent\w*|pct)(?!\w)/i;
const DOUBTS =
  /^(?:so |and |but )?(?:is|are|was|were|has|have|do|does|did|can|will)\b|\b(?:sources?|sure|really|cite|link|who says|says who|where .*from|confirm\w*|always|how (?:much|many|big)|total|in all)\b/i;

/** "Did Oracle book a gain on it?": of a party of the deal on the table, and of that deal. */
function pointsBack({ said }: Turn, { deal }: Conversation, library: Library): boolean {
  const parties = new Set(library.deals.get(deal ?? "")?.parties.map(({ org }) => org));
  const orgs = library.names.find(said).flatMap(({ refs }) => refs.filter(({ type }) => type === "org"));
  return /\b(?:it|that|this|there)\b/i.test(said) && orgs.length > 0 && orgs.every(({ id }) => parties.has(id));
}

/** The same amount twice: nobody asks for what was just said. */
function isAgain({ lead = [] }: Answer, { shown = [] }: Conversation): boolean {
  const [first] = lead;
  const [before] = shown[0] ?? [];
  return first !== undefined && before?.figure === first.figure && before?.record?.id === first.origin.split(":")[1];
}

/** A word that makes an amount another one, which what would be said does not have. */
function asksAnother({ headline }: Answer, { said, plan }: Turn): boolean {
  if (plan.kind === "show-figure" && plan.form === "yes-no") return false;
  const roots = rootsIn(plain(headline));
  return contentRoots(said.match(ANOTHER)?.join(" ") ?? "").some((word) => !has(roots, word));
}
const ANOTHER =
  /\b(?:combined|together|added|extra|additional|net|gross|remaining|left|new|old|original|initial|minimum|average|annual|yearly|monthly|quarterly|before|after|without|excluding|whole|entire)\b/gi;

/** The record that was spoken of, or of a company's figure another record of the same. */
function isOnTable(record: string, last: Conversation, library: Library): boolean {
  const before = lastRecord(last);
  if (before?.id === record) return true;
  const [own, other] = [library.metrics.get(record), library.metrics.get(before?.id ?? "")];
  return own !== undefined && own.measure === other?.measure && own.subjects[0] === other.subjects[0];
}

/** Nobody is named, and the record is another one than those spoken of, told by a single word. */
function isNewUnnamed(record: string, { said, rule, text }: Turn, last: Conversation, library: Library): boolean {
  if (!UNNAMED.has(rule) || bareOf(text).corrects || TURNS_TO.test(text)) return false;
  if ((last.deals ?? []).includes(record) || (last.beside ?? []).includes(record)) return false;
  // What paid for a site, and what a deal is part of, is near enough.
  const [deal, own] = [library.deals.get(record), library.deals.get(last.deal ?? "")];
  const tied = [...(own?.financed_by ?? []), ...(own?.part_of ?? []), ...(own?.supersedes ?? [])].includes(record);
  if (tied || (own && [...(deal?.part_of ?? []), ...(deal?.financed_by ?? [])].includes(own.id))) return false;
  // After a company's figure a deal of all whose figure it was has been chosen by having every word.
  const subjects = last.plan?.kind === "show-metric" ? library.metrics.get(last.plan.metric)?.subjects : undefined;
  if (rule === "lookup" && subjects?.every((org) => deal?.parties.some((party) => party.org === org))) return false;
  const found = deal ?? library.topics.get(record);
  if (!found || /\d/.test(said) || [said, text].some((one) => readNames(library, one).mentions.length > 0))
    return false;
  const title = new Set(contentRoots([found.name, ...found.aliases].join(" ")));
  return soughtWords(said).filter(({ word, weak }) => !weak && title.has(word)).length < 2;
}
/** "The other one", "back to the loan". */
const TURNS_TO = gated(/\b(?:ones?|back|other|earlier|again)\b/i);
const UNNAMED: ReadonlySet<string> = new Set(["lookup", "changes", "timeline"]);

/** Money is asked for, and what would be said is a number of another kind. */
function isOtherKind({ headline, lead = [] }: Answer, { said, plan }: Turn): boolean {
  if (plan.kind === "show-topic" || plan.kind === "show-figure")
    if (ASKS_PERCENT.test(said) && !/%/.test(plain(headline))) return true;
  const [first] = lead;
  const isFigure = plan.kind === "show-figure" && plan.form !== "yes-no";
  if (!first || !(isFigure || plan.kind === "show-metric")) return false;
  return ASKS_MONEY.test(said) && !ASKS_OTHER.test(said) && !lead.some(({ unit }) => OF_MONEY.test(unit));
}
/** A valuation is asked for, or what a thing costs, and what would be said was put in or lent. */
function isOtherMoney({ lead = [] }: Answer, { said, plan }: Turn, library: Library): boolean {
  const [first] = lead;
  if (!first || plan.kind !== "show-figure") return false;
  const [, id = ""] = first.origin.split(":");
  const figures = library.deals.get(id)?.events.flatMap((event) => event.figures ?? []) ?? [];
  const of = figures.find((figure) => figure.id === first.figure)?.of;
  if (plan.attribute === "valuation") return of === "equity" || of === "debt" || of === "contract";
  return COST_OF.test(said) && (of === "equity" || of === "debt" || of === "valuation");
}
const COST_OF = gated(
  /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:what(?:['’]s| is) the )?(?:total )?costs? of (?:the|those|these|that|this|its|their)\b/i,
);
const ASKS_PERCENT = gated(
  /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:what|which|how many|how much) (?:%|percent(?:age)?|per cent|pct)(?!\w)/i,
);
const ASKS_MONEY = gated(
  /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:in (?:us )?(?:dollars|euros|pounds|usd|eur|gbp)\b|(?:(?:what(?:['’]s| is| are)|how (?:much|big) is) (?:the|its|their) |annual |yearly |monthly |total )?(?:rents?|price|cost|fees?|revenue)\b|how much (?:money|rent|cash)\b|(?:is |are |was |were )?(?:there )?any (?:money|cash|dollars?|price|payment|dollar (?:figure|amount|value))\b)/i,
);
const ASKS_OTHER = /%|\b(?:percent\w*|share|gw|mw|gigawatts?|megawatts?|how (?:long|many))\b/i;
const OF_MONEY = gated(/USD|EUR|GBP|AUD|INR/);

/** "What are the milestones?" asks what they are: the money that hangs on them says nothing of it. */
export const CONTENTS = gated(
  /\b(?:what|which) (?:exactly )?(?:are|were|is|was) (?:the|its|their|those|these) (?:\w+ ){0,2}(?:milestones?|conditions?|targets?|triggers?|requirements?|criteria|hurdles?|goals?|performance targets?)[\s?.!]*$/i,
);
const isOnlyAmount = ({ lead = [] }: Answer): boolean =>
  lead[0] !== undefined && (lead[0].unit === "USD" || lead[0].unit === "EUR" || lead[0].unit === "GW");

/** How a figure came about, and what it rests on, is told by rules that have read every word. */
const STANDS: ReadonlySet<string> = new Set([
  "without-options",
  "bound-to",
  "one-in-order",
  "part-called",
  "when-of-told",
  "from-party",
  "from-party-in-words",
  "sold-of-it",
  "version-of-noun",
  "step-up",
  "as-percent",
  "challenge",
  "as-before",
  "once-another",
  "could-grow",
  "approved",
  "gets-asked",
  "paid-how",
  "said-by",
  "at-another-time",
  "guided-before",
  "choice",
  "point-of-series",
  "part-of-rate",
  "bound-asked",
  "whole-around",
  "part-of-deal",
]);

function recordOf(plan: Plan): string | null {
  switch (plan.kind) {
    case "show-figure":
      return TOLD_IN_WORDS.has(plan.attribute) ? null : plan.subject;
    case "show-deal":
      return plan.view === "card" ? plan.deal : null;
    case "show-metric":
      return plan.history ? null : plan.metric;
    case "show-topic":
      return plan.topic;
    case "show-changes":
      return plan.subject;
    case "show-timeline":
      return plan.subject;
    default:
      return null;
  }
}
const TOLD_IN_WORDS: ReadonlySet<Attribute> = new Set(["sources", "history", "status", "site", "chips"]);

/** It leads with what was shown before, with the record's main figure, or with all its parties. */
function saysNothingNew(
  { headline, lead = [] }: Answer,
  { plan, said }: Turn,
  last: Conversation,
  library: Library,
): boolean {
  if (plan.kind === "show-deal") return true;
  const [first] = lead;
  if (!first) return plan.kind === "show-figure" && plan.attribute === "parties" && !asksRole(said);
  const metric = plan.kind === "show-metric" ? library.metrics.get(plan.metric) : undefined;
  // A sentence of the record says more than its figure.
  const text = plain(headline);
  if (metric?.facts.some((fact) => text.includes(fact.text))) return false;
  const [, id] = first.origin.split(":");
  const shown = (last.shown ?? []).flat().some(({ record, figure }) => record?.id === id && figure === first.figure);
  if (shown) return true;
  if (plan.kind === "show-metric") return metric?.headline === first.figure;
  const figures = library.deals.get(id ?? "")?.events.flatMap((event) => event.figures ?? []) ?? [];
  return figures.some((figure) => figure.id === first.figure && figure.headline === true);
}
