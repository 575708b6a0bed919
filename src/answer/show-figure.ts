/** One thing asked of one deal, answered in the headline; the card's parts follow. */

import { type Doc, plain, type Rich } from "../doc/doc.ts";
import { STATUS, sayDate } from "../doc/say-figure.ts";
import { type DealState, isOver, type StandingFigure, stateOn } from "../knowledge/as-of.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { gated } from "../knowledge/gated.ts";
import type { Want } from "../knowledge/kind-asked.ts";
import { hasIt, predicateIn, recordHas } from "../knowledge/predicate.ts";
import { soughtWords, wantIn } from "../knowledge/question-words.ts";
import type { Attribute, PlanOf } from "../plan/plan.ts";
import { isInForm } from "./asked-form.ts";
import { sayBound } from "./bound-answers.ts";
import { sayCount } from "./count-answers.ts";
import { sayAnnounced, sayExpected, sayWhen } from "./date-answers.ts";
import { cardBlocks } from "./deal-card.ts";
import { dealActions } from "./deal-lines.ts";
import { type Answer, type Context, Draft, HEADLINE_MAX } from "./draft.ts";
import { exchangeRatio } from "./exchange-ratio.ts";
import { sayContested, sayExplained } from "./explain-answers.ts";
import { sayChips, sayExit, sayFact, saySite, saySources, saySourcesOf, sayTerms } from "./fact-answers.ts";
import { saySize, sayStake, sayValuation, sayValue } from "./figure-answers.ts";
import { asksMore, lacksMeasure, sayParticular, sayStanding, sayStatement, standingNote } from "./particular.ts";
import { sayParties } from "./party-answers.ts";
import { sayPerGw } from "./per-gw-answers.ts";
import { realised } from "./realised.ts";
import { sayHolding } from "./say-holding.ts";
import { answersIn, nearest as nearestIn, said } from "./sentences.ts";
import { showDeal } from "./show-deal.ts";
import { sayStatus } from "./status-answer.ts";
import { sayHistory, sayVersions } from "./version-answers.ts";
import { sayWhetherBought } from "./whether-bought.ts";
import { sayWhetherDone } from "./whether-done.ts";
import { whetherSaid } from "./whether-said.ts";
import { withDeal } from "./with-deal.ts";

/** What a direct answer is made from. */
export type Asked = { draft: Draft; state: DealState; context: Context; topic: string; form: "open" | "yes-no" };
/** The direct answer; null where the record does not hold it. `lead` are sentences that come before the card. */
export type Direct = { headline: Rich; status?: Doc["status"]; lead?: readonly Rich[] } | null;

const SAY: Record<Attribute, (asked: Asked) => Direct> = {
  value: sayValue,
  capacity: saySize,
  "per-gw": sayPerGw,
  valuation: sayValuation,
  stake: sayStake,
  term: sayTerms,
  exit: sayExit,
  count: sayCount,
  history: sayHistory,
  status: sayStatus,
  parties: sayParties,
  announced: sayAnnounced,
  when: sayWhen,
  expected: sayExpected,
  chips: sayChips,
  site: saySite,
  sources: saySources,
  explained: sayExplained,
  contested: sayContested,
  fact: sayFact,
};

export const showFigure = (plan: PlanOf<"show-figure">, context: Context): Answer =>
  withDeal(plan.subject, context, "show-figure", (deal) => {
    const draft = new Draft(context);
    const state = stateOn(deal, context.asOf);
    if (!state) {
      return draft.done({
        status: "unknown",
        kind: "show-figure",
        title: deal.name,
        headline: [
          {
            text: `${plan.form === "yes-no" ? "No: nothing" : "Nothing"} was known of ${deal.name} on ${sayDate(context.asOf)}; the first record is of ${sayDate(deal.events[0]?.date ?? "")}.`,
          },
        ],
      });
    }
    const asked = { draft, state, context, topic: plan.topic, form: plan.form };
    const swapped = SWAPPED.has(plan.attribute) ? exchangeRatio(asked) : null;
    const estimate = SIZED.has(plan.attribute) ? onlyEstimate(state, plan.topic) : undefined;
    const chosen = state.figures.find(({ figure }) => figure.id === plan.figure) ?? swapped ?? estimate;
    const direct = chosen
      ? plan.attribute === "history"
        ? sayVersions(asked, chosen)
        : plan.attribute === "sources"
          ? saySourcesOf(asked, chosen)
          : plan.attribute === "stake" && plan.form === "yes-no"
            ? sayHolding(asked, chosen)
            : sayChosen(asked, chosen)
      : (sayWhetherDone(asked) ??
        sayWhetherBought(asked) ??
        together(
          [{ attribute: plan.attribute, topic: plan.topic }, ...plan.also].map(
            ({ attribute, topic }) =>
              sayBound({ draft, state, context, topic, form: plan.form }) ??
              SAY[attribute]({ draft, state, context, topic, form: plan.form }),
          ),
          state,
        ));
    const isOpen = soughtWords(plan.topic).every((word) => word.weak) && !asksTerm(plan.topic, context);
    if (direct === null && plan.attribute === "fact" && isOpen)
      return showDeal({ kind: "show-deal", deal: deal.id, view: "card", asOf: plan.asOf }, context);
    const whole = plan.attribute === "fact" && direct === null ? ofWhole(asked) : null;
    const told = direct && lacksMeasure(asked, plain(direct.headline)) ? null : direct;
    const found =
      plan.form === "yes-no" || chosen
        ? (told ?? whole)
        : realised(asked, told ?? whole, WANTS[plan.attribute] ?? null);
    const inForm = found === null || isInForm(plan.topic, plain(found.headline));
    const answer = (inForm ? found : (inOtherForm(asked) ?? otherForm(found))) ?? notRecorded(asked, plan.attribute);
    return draft.done({
      status: answer.status ?? "answered",
      kind: "show-figure",
      title: deal.name,
      headline: answer.status ? answer.headline : withYesOrNo(asked, answer.headline),
      // What is not known is said in a sentence; the card would only hide it.
      blocks: [
        ...(answer.lead?.length ? [{ type: "list" as const, items: answer.lead }] : []),
        ...(direct === null ? [] : cardBlocks(draft, context.library, state)),
      ],
      actions: dealActions(state),
    });
  });

/** "Is it take or pay?": everyday words that are together a term of the glossary. */
const asksTerm = (topic: string, { library }: Context): boolean =>
  library.names
    .find(topic)
    .some(
      ({ refs, start, end }) => refs.every(({ type }) => type === "term") && /\w[\s-]\w/.test(topic.slice(start, end)),
    );

/** With "Yes" or "No" before it, where its first sentence says so and there is room. */
function withYesOrNo({ context, state: { deal }, topic }: Asked, headline: Rich): Rich {
  const text = plain(headline);
  const lead = `${deal.name}: `;
  if (!text.startsWith(lead) || text.length > HEADLINE_MAX - "Yes. ".length) return headline;
  const [first = ""] = text.slice(lead.length).replace(DAY, "").split(SENTENCE);
  const word = whetherSaid(context.library, deal, topic, first);
  return word === "" ? headline : [{ text: word }, ...headline];
}
const DAY = /^(?:expected )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?20\d\d\. /;
const SENTENCE = /(?<=\.)\s+(?=\p{Lu})/u;

/** A sentence of the record that is in the form that is asked for. */
function inOtherForm(asked: Asked): Direct {
  const told = sayParticular(asked, null, ({ statement: { text } }) => isInForm(asked.topic, text));
  return told && isInForm(asked.topic, plain(told.headline)) ? told : null;
}

/** What was found is no share, or no price for each: it is said to be what comes nearest. */
const otherForm = (direct: NonNullable<Direct>): Direct => ({
  ...direct,
  status: "unknown",
  headline: [{ text: "That is not on record, nor can I work it out; what comes nearest: " }, ...direct.headline],
});

/** "The press estimate of it": the one figure that is an outside estimate. */
function onlyEstimate({ figures }: DealState, topic: string): StandingFigure | undefined {
  const [only, ...more] =
    ESTIMATE.test(topic) && !AGAINST.test(topic)
      ? figures.filter(({ figure, ended }) => figure.of === "estimate" && !ended)
      : [];
  return more.length === 0 ? only : undefined;
}
const ESTIMATE = gated(
  /\b(?:estimate[sd]?|guess(?:es)?|guesstimates?|ballparks?|reckon(?:ed|s)?|back[- ]of[- ]the[- ]envelope)\b/i,
);
const AGAINST = /\b(?:gap|vs\.?|versus|differ\w*|compare\w*|than|between|who|whose|when|why)\b/i;
const SIZED: ReadonlySet<Attribute> = new Set(["value", "capacity", "fact"]);

/** What may be asked of shares that are swapped. */
const SWAPPED: ReadonlySet<Attribute> = new Set(["value", "count", "fact", "term", "stake"]);

const sayChosen = (asked: Asked, entry: StandingFigure): Direct => ({
  headline: [...sayStanding(asked, entry), ...standingNote(asked)],
});

/** Several answers as one: the deal is named once, and what is not known is said. */
function together(answers: readonly Direct[], { deal }: DealState): Direct {
  const known = answers.flatMap((answer) => answer ?? []);
  const [first, ...others] = known;
  if (!first) return null;
  const name = `${deal.name}: `;
  const said: Rich[] = [first.headline];
  for (const { headline } of others) {
    const bare = headline
      .map((span, index) =>
        index === 0 && span.text.startsWith(name) ? { ...span, text: span.text.slice(name.length) } : span,
      )
      .filter((span) => span.text !== "");
    // One sentence may answer both halves of a question.
    if (!said.some((part) => plain(part).includes(plain(bare)))) said.push(bare);
  }
  const rest = said.slice(1).flatMap((part): Rich => [{ text: " " }, ...part]);
  const missing = known.length < answers.length ? [{ text: " The rest of the question is not on record." }] : [];
  return {
    ...first,
    ...(missing.length > 0 && { status: "partial" as const }),
    headline: [...first.headline, ...rest, ...missing],
    lead: known.flatMap((answer) => answer.lead ?? []),
  };
}

/** Where no word asks for anything in particular, what comes first of the whole. */
function ofWhole(asked: Asked): Direct {
  if (asksMore(asked, asked.topic, true) || predicateIn(asked.context.library, asked.topic) !== null) return null;
  // What the record has nowhere is not answered by its beginning.
  const key = `deal:${asked.state.deal.id}`;
  if (soughtWords(asked.topic).some(({ word, weak }) => !weak && !recordHas(asked.context.library, key, word)))
    return null;
  const [first] = answersIn(asked, asked.topic, null, 6, 1).filter(
    ({ statement, fit }) => fit >= 0.9 && (statement.kind === "event" || statement.kind === "fact"),
  );
  return first ? { headline: sayStatement(asked, first.statement) } : null;
}

/** What an answer says that gives only what comes nearest. */
export const NOT_SAID = "do not say that";

/** Asked in words: the statements that come nearest may still help. A number that is not on record has no near one. */
const WORDED: ReadonlySet<Attribute> = new Set(["fact", "term", "exit", "parties", "status", "site", "chips"]);

/** A sentence with this much of the words may say it in others, unless it is a quality that is asked for. */
const NEARLY = 0.4;
const IS = /^\W*(?:(?:so|and|but|ok|hey),? )*(?:is|are|was|were|has|have|had|who)\b/i;

const WANTS: Partial<Record<Attribute, Want>> = { value: "money", capacity: "power", count: "count" };
const NUMBERS: ReadonlySet<Want | null> = new Set(["percent", "price", "count"]);
function notRecorded(asked: Asked, attribute: Attribute): NonNullable<Direct> {
  const { draft, state, context, topic } = asked;
  const isNumber = NUMBERS.has(wantIn(topic, null));
  const found = WORDED.has(attribute) && !isNumber ? nearestIn(asked, 3) : [];
  const predicate = predicateIn(context.library, topic);
  // What has not the word that is asked about is no answer, however many of the names it has.
  const says = ({ statement: { own, near }, own: has }: FoundStatement) =>
    predicate === null || (has >= NEARLY && !IS.test(topic)) || hasIt(own, predicate) || hasIt(near, predicate);
  const near = found.map(({ statement }) => said(asked, statement));
  // Nor does what was dropped say whether somebody may leave.
  const told =
    found.some(says) &&
    !(attribute === "exit" && predicate !== null) &&
    !found.every(({ statement: { text } }) => lacksMeasure(asked, text));
  const named = `The records of ${state.deal.name} ${NOT_SAID}`;
  const nearest = `${named}${told ? " in so many words" : ""}; what comes nearest, as of ${sayDate(state.asOf)}: `;
  // A sentence that the headline has no room for stands below it.
  const first = near.findIndex((sentence) => nearest.length + plain(sentence).length <= HEADLINE_MAX);
  return {
    status: told && first >= 0 ? "partial" : "unknown",
    headline: [
      {
        text:
          first >= 0
            ? nearest
            : `The records of ${state.deal.name} do not say: it has not been disclosed, or is not known to us, as of ${sayDate(state.asOf)}.`,
      },
      ...(first < 0 && isOver(state.status)
        ? [
            { text: " It is no longer live: " },
            draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources, "strong"),
            { text: `, since ${sayDate(state.statusSince)}.` },
          ]
        : []),
      ...(near[first] ?? []),
    ],
    lead: near.filter((_, index) => index !== first),
  };
}
