/** Direct answers that are a figure of the deal: its value, size, price per gigawatt, stake. */

import type { Figure } from "../../knowledge/schema.ts";
import { plain, type Rich, type Span } from "../doc/doc.ts";
import { OF, sayAmount } from "../doc/say-figure.ts";
import { isMoney, type StandingFigure } from "../knowledge/as-of.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { gated } from "../knowledge/gated.ts";
import type { Want } from "../knowledge/kind-asked.ts";
import { kindsSaid } from "../knowledge/kinds-said.ts";
import { soughtWords, wantIn } from "../knowledge/question-words.ts";
import { family, orgName } from "../knowledge/resolve.ts";
import { contentRoots } from "../knowledge/words.ts";
import { lowerFirst } from "./deal-lines.ts";
import { gotNothing } from "./got-nothing.ts";
import { ownShares, shareOfHolder, sizesOfNamed, valueOfNamed } from "./own-share.ts";
import { asksOther, PAID_SO_FAR, sayParticular, sayStanding, standingNote } from "./particular.ts";
import { answersIn, standing, tells, WHOLE } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";
import { sizeInState } from "./state-of-size.ts";
import { sayVersions } from "./version-answers.ts";

/** "The financing for its campus", "the campus: how big is the loan": the money is asked for, and the site says of which deal. */
const SITE_OF_MONEY = gated(
  /(?<=\b(?:financing|funding|loans?|debt|bonds?)\b[^,;:]* (?:for|of|at|behind) .*)\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?|complex|project)\b|^[^:;?]{0,50}\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?|complex|project)\b(?=: .*\b(?:financing|funding|loans?|debt|bonds?)\b)/gi,
);

export function sayValue(said: Asked): Direct {
  const asked = { ...said, topic: said.topic.replace(SITE_OF_MONEY, " ") };
  const { draft, state, topic } = asked;
  const before = WORTH_BEFORE.test(topic) ? valuedBefore(asked) : null;
  if (before) return before;
  const none = gotNothing(asked);
  if (none) return none;
  // What a purchase costs says nothing of the debt that comes with it.
  if (OF_DEBT.test(topic) && !isDebtOnRecord(asked)) return null;
  if (OF_A_GOOD.test(topic))
    return sayParticular(
      asked,
      "price",
      ({ statement: { text, own } }) => /\bprice|\bper\b|\bmwh\b/i.test(text) || own.exact.has("mwh"),
    );
  if (NO_MONEY.test(topic))
    return sayParticular(
      asked,
      "count",
      ({ statement }) => statement.amount === null || !isMoney(statement.amount.unit),
    );
  const manner = wantIn(topic, null) === "manner" ? sayParticular(asked, "manner") : null;
  if (manner) return manner;
  const shares = ownShares(asked);
  if (shares[0]) return { headline: sayShares(asked, shares), lead: [] };
  const alike = allOfKind(asked);
  if (alike.length > 1) return { headline: sayShares(asked, alike), lead: [] };
  const first = WHEN_FIRST.test(topic) && state.money?.before.length === 0 ? onlyChanged(asked) : null;
  if (first && !tells(answersIn(asked, topic, "money", 1)[0])) return sayVersions(asked, first);
  const latest = LATEST.test(topic) && !OF_EXTENT.test(topic) ? latestPart(asked) : allTogether(asked);
  const particular = latest
    ? { headline: [...sayStanding(asked, latest), ...standingNote(asked)] }
    : sayParticular(asked, "money", isAmountMeant(asked));
  if (particular) return particular;
  // Another thing than the deal's own worth is asked for: its worth would be a wrong answer.
  if (
    asksOther(asked, topic) ||
    PAID_SO_FAR.test(topic) ||
    (wantIn(topic, "money") === "price" && OF_SHARE.test(topic))
  )
    return null;
  const parts = partsSoFar(asked);
  if (parts.length > 1) return sayTogether(asked, parts);
  const entry = ofKindSaid(asked) ?? inAll(asked) ?? state.money ?? soFar(asked) ?? estimateOf(asked);
  const undisclosed = state.facts.find((fact) => fact.about === "undisclosed" && VALUE.test(fact.text));
  const dated = entry ? null : ofYearSaid(asked);
  if (dated) return { headline: [...sayStanding(asked, dated), ...standingNote(asked)] };
  // What somebody builds for is not what somebody pays.
  if (entry && undisclosed && BUILDING.has(entry.figure.of) && (state.deal.kind !== "site" || PAYS.test(topic)))
    return {
      headline: [{ text: `${state.deal.name}: ` }, draft.sourced(undisclosed.text, state.deal, undisclosed.sources)],
      lead: [[...sayStanding(asked, entry), ...standingNote(asked)]],
    };
  if (!entry) {
    // What is spent on building stands beside, where it is asked for.
    const spent = state.figures.filter(({ ended, figure }) => ended === null && BUILDING.has(figure.of));
    const built = spent.length === 1 && SPENT_ON.test(topic) ? spent[0] : undefined;
    const headline: Rich = [
      { text: `${state.deal.name}: the value is not disclosed. ` },
      ...(undisclosed ? [draft.sourced(undisclosed.text, state.deal, undisclosed.sources)] : []),
      ...(built ? [{ text: " " }, ...sayStanding(asked, built).slice(1)] : []),
    ];
    return { headline, status: undisclosed ? "answered" : "unknown" };
  }
  // Somebody's estimate is not what the parties agreed.
  if (entry.figure.of === "estimate" && undisclosed)
    return {
      headline: [
        { text: `${state.deal.name}: the value is not disclosed. Outside figure: ` },
        ...sayStanding(asked, entry).slice(1),
        ...standingNote(asked),
      ],
    };
  return {
    headline: [...sayStanding(asked, entry), ...standingNote(asked)],
    lead: topic ? otherVersions(asked, entry) : [],
  };
}

/** "How much by 2030" of a deal without money: its one figure of that year, whatever it counts. */
function ofYearSaid({ state, topic }: Asked): StandingFigure | null {
  const [year, ...others] = topic.match(/\b20\d\d\b/g) ?? [];
  if (year === undefined || others.length > 0 || MONEY.test(topic)) return null;
  const found = state.figures.filter(
    ({ figure: { label, term }, ended }) => ended === null && `${label} ${term ?? ""}`.includes(year),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
const MONEY = /[$€£]|\b(?:money|dollars?|cash|costs?|pay|paid|price|worth|spend|spent|value)\b/i;

const SPENT_ON = gated(/\b(?:spend\w*|spent|costs?|build\w*|budget|capex|invest\w*)\b/i);

/** "What was Scale worth before Meta came in". */
const WORTH_BEFORE = gated(/\b(?:worth|value)\b.*\b(?:before|prior to|previously)\b(?! (?:the )?money)/i);

const OF_DEBT = gated(
  /\b(?:how much|what|which) (?:\w+ )?debt\b|\bdebt (?:assumed|taken (?:on|over)|that (?:was|is) assumed)\b/i,
);
const TELLS_DEBT = gated(
  /[$€£]\d\S* (?:billion |million )?(?:of|in) (?:[\w-]+ ){0,2}(?:debt|loans?|borrowings?|bonds?)\b|\b(?:debt|loans?|borrowings?|bonds?) of (?:about |up to )?[$€£]\d/i,
);
const isDebtOnRecord = ({ state: { figures, facts, events } }: Asked): boolean =>
  figures.some(
    ({ figure: { of, unit, label } }) =>
      isMoney(unit) && (of === "debt" || /\bdebt (?:package|financing)|^debt\b/i.test(label)),
  ) || [...facts, ...events].some(({ text }) => TELLS_DEBT.test(text));

/** A contract is worth no share price. */
const OF_SHARE = gated(/\b(?:shares?|stock|ipo|listing)\b/i);

/** What is no money is not answered by any. */
const NO_MONEY = gated(/\bhow much (?:[a-z]+ )?(?:water|land|space|gas|diesel|fuel|carbon|co2|heat)\b(?!.*[$€£])/i);

/** What something is sold at is not what a deal is worth. */
const OF_A_GOOD = gated(
  /\b(?:electricity|power|energy|gas|water|land|labou?r|memory|fuel) (?:prices?|costs?|bills?|rates?|tariffs?)\b|\b(?:prices?|cost|tariff) (?:of|for) (?:the )?(?:electricity|power|energy|gas|water|land|fuel)\b|\b(?:pay|paid|paying|spen[dt]) (?:for|on) (?:the |its |their )?(?:electricity|energy|gas|water|land|fuel)\b/i,
);

/** Of the kind of money that is said, and paid by the one who is said to pay. */
function isAmountMeant(asked: Asked): (found: FoundStatement) => boolean {
  const kinds = kindsHeld(asked);
  const payer = payerIn(asked);
  return ({ statement }) => {
    // What a company was valued at is nothing that was paid, unless its valuation is asked for.
    if (statement.amount?.of === "valuation" && !VALUED.test(asked.topic)) return false;
    if (statement.kind !== "figure") return !kinds.includes("guarantee") || GUARANTEED.test(statement.text);
    const figure = standing(asked.state, statement.index)?.figure;
    if (!figure) return true;
    // What was only aimed at has not been raised.
    if (RAISED.test(asked.topic) && AIM.test(figure.label) && !AIM.test(asked.topic)) return false;
    if (EARLIER.test(figure.label) && !ASKS_EARLIER.test(asked.topic)) return false;
    return (kinds.length === 0 || kinds.includes(figure.of)) && (payer === null || mayPay(asked, payer, figure.id));
  };
}

/** What there was before the deal is none of it. */
const EARLIER = /\b(?:had (?:sold|raised|paid|put|borrowed)|earlier|before (?:that|this|it|the) (?!money))\b/i;
const ASKS_EARLIER = gated(
  /\b(?:before|earlier|previous(?:ly)?|prior|already|until|original(?:ly)?|first|initial(?:ly)?|used to|had|total|altogether|in all|past|old|on top of|includ\w+)\b/i,
);

const GUARANTEED = /\b(?:guarant\w+|backstop\w*|cover\w*|back(?:s|ed|ing)|stand(?:s|ing)? behind)\b/i;

const RAISED = gated(/\b(?:did|has|have|was|were|had)\b.*\brais(?:e[ds]?|ing)\b/i);
const AIM = /\b(?:targets?|sought|seeking|aim(?:ed|s)?|goal|hoped|plann?(?:ed)?|at first|originally|initial(?:ly)?)\b/i;

/** Kinds of money that the question says and the deal has. */
function kindsHeld({ topic, state }: Asked): readonly Figure["of"][] {
  const said = kindsSaid(topic)
    .flat()
    .filter((of) => OWED.has(of));
  if (CONTRACT.test(topic) && hasContractBeside(state)) return ["contract"];
  if (BOUGHT.test(topic) && pricesIn(state) === 1) return ["acquisition"];
  return said.filter((of) => state.figures.some(({ figure, ended }) => figure.of === of && !ended));
}
/** Where what is invested stands for the deal, the contract that goes with it is another amount. */
const hasContractBeside = ({ money, figures }: Asked["state"]): boolean =>
  money?.figure.of === "equity" &&
  figures.some(({ figure, ended }) => !ended && figure.of === "contract" && CONTRACT.test(figure.label));
/** What something was bought for is its price, whatever is spent on it afterwards. */
const BOUGHT = gated(
  /\b(?:what|how much) (?:did|does|will|would|was|is|has) .{2,40}\b(?:buy|bought|purchase|acquire|pay|paid|get|sell)\b.*(?:\bfor\b|\bto (?:buy|get|acquire)\b)/i,
);
const pricesIn = ({ figures }: Asked["state"]): number =>
  figures.filter(({ figure: { of, unit }, ended }) => of === "acquisition" && isMoney(unit) && ended === null).length;
const CONTRACT = gated(/\bcontract\b/i);
const OWED: ReadonlySet<Figure["of"]> = new Set(["debt", "equity", "guarantee"]);

/** The largest figure of the kind that is said, where the headline is of another. */
function ofKindSaid(asked: Asked): StandingFigure | null {
  const { state } = asked;
  const kinds = kindsHeld(asked);
  if (kinds.length === 0 || (state.money && kinds.includes(state.money.figure.of))) return null;
  const own = state.figures.filter(({ figure, ended }) => kinds.includes(figure.of) && !ended && isMoney(figure.unit));
  const amount = ({ figure }: StandingFigure) => figure.high ?? figure.low ?? 0;
  return own.length > 0 ? own.reduce((a, b) => (amount(b) > amount(a) ? b : a)) : null;
}

/** "Google's backstop" of two sites: both, the larger first, where no word tells them apart. */
function allOfKind(asked: Asked): readonly StandingFigure[] {
  const { state, topic, context } = asked;
  const kinds = kindsHeld(asked);
  if (kinds.length !== 1 || kinds[0] !== "guarantee") return [];
  const all = state.figures.filter(({ figure, ended }) => figure.of === kinds[0] && !ended && isMoney(figure.unit));
  const labels = all.map(({ figure }) => new Set(contentRoots(figure.label)));
  const names = new Set(
    contentRoots([state.deal.name, ...state.deal.parties.map(({ org }) => orgName(context.library, org))].join(" ")),
  );
  const told = soughtWords(topic).some(
    ({ word, weak }) => !weak && !names.has(word) && !labels.every((label) => label.has(word)),
  );
  const amount = ({ figure }: StandingFigure) => figure.high ?? figure.low ?? 0;
  return all.length > 1 && all.length < 4 && !told ? [...all].sort((a, b) => amount(b) - amount(a)) : [];
}

/** "What did Microsoft commit to Anthropic": the one who gives. */
function payerIn({ topic, context: { library } }: Asked): ReadonlySet<string> | null {
  const asks = /\b(?:did|does|has|had|will|would|is|was|can|could)\s+$/i;
  const gives =
    /^(?:\s+(?:also|agree|agreed|promise|promised|plan|have|to))*\s+(?:commit|committed|committing|invest|invested|investing|put|putting|pledge|pledged|pay|paid|paying|spend|spent|spending|give|given|lend|lent|lending|contribute|contributed)\b/i;
  const payer = library.names
    .find(topic)
    .find(
      ({ start, end, refs }) =>
        refs.some(({ type }) => type === "org") && asks.test(topic.slice(0, start)) && gives.test(topic.slice(end)),
    );
  const id = payer?.refs.find(({ type }) => type === "org")?.id;
  return id === undefined ? null : family(library, id);
}

/** Not where the record says that another pays it. */
function mayPay({ state: { deal } }: Asked, payer: ReadonlySet<string>, figure: string): boolean {
  const flows = deal.flows.filter((flow) => flow.figure === figure && (flow.what === "cash" || flow.what === "debt"));
  return flows.length === 0 || flows.some(({ from }) => payer.has(from));
}
const VALUED = gated(/\b(?:valu\w+|worth|shares?|stakes?|pre-?money|post-?money|market cap)/i);

/** "$2B (investment in Lumentum; equity), $2B (investment in Coherent; equity)". */
export function sayShares(asked: Asked, [first, ...others]: readonly StandingFigure[]): Rich {
  const { draft, state } = asked;
  if (!first) return [];
  return [
    ...sayStanding(asked, first),
    ...others
      .slice(0, 3)
      .flatMap((entry): Span[] => [
        { text: " " },
        { text: `${entry.figure.label}: ` },
        draft.amount(entry.figure, `deal:${state.deal.id}`, state.deal, "strong"),
        { text: "." },
      ]),
    ...standingNote(asked),
  ];
}

/** "In total": what a monthly fee comes to, where that is on record. */
function inAll({ state, topic }: Asked): StandingFigure | null {
  if (!WHOLE.test(topic) || !state.money?.figure.per) return null;
  const sums = state.figures.filter(
    ({ figure, ended }) => !ended && isMoney(figure.unit) && !figure.per && SUMS.has(figure.of),
  );
  return sums.find(({ figure }) => /\b(?:total|whole|all)\b/i.test(figure.label)) ?? null;
}
const SUMS: ReadonlySet<Figure["of"]> = new Set(["contract", "estimate", "fee", "revenue", "cost", "other"]);

/** "All told": the one amount that is said to be all of several together. */
function allTogether({ state, topic }: Asked): StandingFigure | null {
  if (!WHOLE.test(topic)) return null;
  const [only, ...more] = state.figures.filter(
    ({ figure, ended }) => !ended && isMoney(figure.unit) && TOGETHER.test(figure.label),
  );
  if (!only || more.length > 0) return null;
  // What is not in its label is asked of another amount.
  const known = new Set(contentRoots(`${only.figure.label} ${only.figure.of} ${state.deal.name}`));
  const rest = soughtWords(topic.replace(/\bif .*$/i, " ")).filter(
    ({ word, weak }) => (!weak || word === NEW) && !known.has(word),
  );
  return rest.length === 0 ? only : null;
}
const [NEW] = contentRoots("new");
const TOGETHER = /\b(?:in total|in all|altogether|together|combined)\b/i;

/** What the whole is said to be worth, where the parties say nothing: the one sum of it that was reported, else an estimate. */
const estimateOf = ({ state }: Asked): StandingFigure | null =>
  reportedSum(state) ??
  state.figures.find(({ figure }) => figure.of === "estimate" && isMoney(figure.unit) && figure.per === undefined) ??
  null;

/** The one amount of a contract without a value of its own: reported, and not what the parties say. */
export function reportedSum({ figures, money }: Asked["state"]): StandingFigure | null {
  const sums = figures.filter(
    ({ figure: { of, unit, per }, ended }) => of === "contract" && isMoney(unit) && !per && ended === null,
  );
  return !money && sums.length === 1 && /\breported\b/i.test(sums[0]?.figure.label ?? "") ? (sums[0] ?? null) : null;
}

/** Before the whole is on record, the parts of it that are: those of one kind that later add up to the headline. */
function partsSoFar({ state }: Asked): readonly StandingFigure[] {
  if (state.money) return [];
  const all = state.deal.events
    .flatMap(({ figures }) => figures ?? [])
    .filter(({ unit, per }) => isMoney(unit) && !per);
  const whole = all.findLast(({ headline }) => headline);
  const parts = all.filter(({ of, headline }) => of === whole?.of && !headline);
  const sum = parts.reduce((total, { low, high }) => total + (high ?? low ?? 0), 0);
  if (!whole || Math.abs(sum - (whole.high ?? whole.low ?? 0)) > sum * ROUNDED) return [];
  return state.figures.filter(({ figure, ended }) => !ended && parts.some(({ id }) => id === figure.id));
}
const ROUNDED = 0.01;

/** "Up to $15.9B by then: up to $11.9B (first contract), up to $4B (second contract)." */
function sayTogether({ draft, state }: Asked, parts: readonly StandingFigure[]): Direct {
  const value = parts.reduce((total, { figure }) => total + (figure.high ?? figure.low ?? 0), 0);
  const [first] = parts;
  const qualifier = parts.some(({ figure }) => figure.qualifier !== first?.figure.qualifier)
    ? "about"
    : (first?.figure.qualifier ?? "about");
  const sum = {
    low: qualifier === "up-to" ? null : value,
    high: qualifier === "at-least" ? null : value,
    unit: first?.figure.unit ?? "USD",
    qualifier,
  };
  draft.use({ ...sum, origin: "computed" });
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      { text: sayAmount(sum), style: "strong" },
      { text: ` of ${OF[first?.figure.of ?? "contract"]} by then: ` },
      ...parts.flatMap(({ figure }, index): Span[] => [
        { text: index === 0 ? "" : ", " },
        draft.amount(figure, `deal:${state.deal.id}`, state.deal, "strong"),
        { text: ` (${lowerFirst(figure.label)})` },
      ]),
      { text: "." },
    ],
  };
}

/** What a deal was worth before the figure came that now stands for it: the largest of the same kind by then. */
function soFar({ state }: Asked): StandingFigure | null {
  const kinds = new Set(
    state.deal.events.flatMap((event) =>
      (event.figures ?? []).filter((figure) => figure.headline && isMoney(figure.unit)).map((figure) => figure.of),
    ),
  );
  const known = state.figures.filter(({ figure }) => kinds.has(figure.of) && isMoney(figure.unit) && !figure.per);
  const amount = ({ figure }: StandingFigure) => figure.high ?? figure.low ?? 0;
  return known.length > 0 ? known.reduce((a, b) => (amount(b) > amount(a) ? b : a)) : null;
}

const VALUE = /\b(?:value|price|amount|rent|cost|terms|sum|dollar)/i;
const PAYS = gated(/\b(?:pay\w*|paid|rent\w*|lease[ds]?|leasing|contract)\b/i);
const BUILDING: ReadonlySet<Figure["of"]> = new Set(["capex", "cost"]);

const LATEST = gated(/\b(?:latest|most recent|newest|last|third)\b/i);
/** "How much is firm in the newest agreement" asks for that part of it, and the agreement is the newest. */
const OF_EXTENT = gated(/\b(?:firm|committed|dedicated|guaranteed|binding|optional|upfront|up front|first|initial)\b/i);
/** Of figures that are parts of the headline the one that came last. */
function latestPart({ state }: Asked): StandingFigure | null {
  const parts = state.figures.filter(
    ({ figure }) => !figure.headline && figure.of === state.money?.figure.of && !AIM.test(figure.label),
  );
  return parts.length > 1 ? parts.reduce((a, b) => (b.since >= a.since ? b : a)) : null;
}

/** What the company was valued at; a purchase is valued at its price unless the words mean another valuation. */
export function sayValuation(asked: Asked): Direct {
  const theirs = valueOfNamed(asked);
  if (theirs) return { headline: [...sayStanding(asked, theirs), ...standingNote(asked)] };
  return sayKind(
    asked,
    asked.state.deal.kind === "acquisition" ? ["acquisition", "valuation"] : ["valuation", "acquisition"],
  );
}

export function sayStake(asked: Asked): Direct {
  const own = shareOfHolder(asked);
  if (own) return { headline: [...sayStanding(asked, own), ...standingNote(asked)] };
  const parts = SPLIT.test(asked.topic) ? venturePartsOf(asked) : [];
  if (parts.length > 0) return { headline: sayShares(asked, parts), lead: [] };
  const [best] = answersIn(asked, asked.topic, "percent", 1);
  const percent = tells(best) && best.statement.amount?.unit === "percent";
  const share = (percent ? sayParticular(asked, "percent") : null) ?? sayKind(asked, ["stake", "shares"]);
  // "How big is the stake" of which no percentage is on record: what it cost.
  return share === null && HOW_BIG.test(asked.topic) && asked.state.money?.figure.of === "equity"
    ? sayValue(asked)
    : share;
}
/** How a venture is divided: each one's share of it. */
const SPLIT = gated(/\b(?:ownership|equity|jv|joint[ -]venture|stakes?) (?:split|breakdown)\b/i);
const venturePartsOf = ({ state }: Asked): readonly StandingFigure[] =>
  state.figures.filter(
    ({ figure: { unit, label }, ended }) => !ended && unit === "percent" && /\bventure\b|^Stake of\b/i.test(label),
  );
const HOW_BIG = gated(/\b(?:how (?:big|large|much)|size)\b/i);

/** Without a valuation on record only a sentence that has most of the words may tell. */
const SAYS_IT = 0.6;

/** "At what valuation" of a round is the one after the money, and of a listing not the one aimed at before, where nothing says which. */
function valuedAtLast({ state, topic }: Asked, found: StandingFigure): StandingFigure {
  if (!OF_BEFORE.test(found.figure.label) || OF_BEFORE.test(topic) || found.figure.of !== "valuation") return found;
  const others = state.figures.filter(
    ({ figure: { of, label }, ended }) => of === "valuation" && ended === null && !OF_BEFORE.test(label),
  );
  return others.find(({ figure }) => /\bafter the money\b|^valuation\b/i.test(figure.label)) ?? others[0] ?? found;
}
const OF_BEFORE = gated(
  /\b(?:before|pre|pre-money|target(?:ed)?|sought|aimed|earlier|previous|private|first (?:report|plan)\w*|original\w*|initial\w*)\b/i,
);

/** The figure of these kinds that the words mean, else the first of the first kind that the deal has. */
function sayKind(asked: Asked, kinds: readonly Figure["of"][]): Direct {
  const earlier = kinds.includes("valuation") && BEFORE.test(asked.topic) ? valuedBefore(asked) : null;
  if (earlier) return earlier;
  const meant = pickFigure(asked, kinds.includes("stake") ? "percent" : "money", (figure) => kinds.includes(figure.of));
  const first = () => kinds.flatMap((kind) => asked.state.figures.filter((entry) => entry.figure.of === kind))[0];
  const found = meant ?? first();
  const entry = found && kinds.includes("valuation") ? valuedAtLast(asked, found) : found;
  if (entry && kinds.includes("valuation") && entry.before.length > 0 && WHEN_FIRST.test(asked.topic))
    return sayVersions(asked, entry);
  if (!entry && kinds.includes("stake")) return sayParticular(asked, "percent");
  if (!entry) {
    const told = sayParticular(asked, "money", ({ own, statement }) => own >= SAYS_IT && OF_VALUE.test(statement.text));
    // What was put into a company is not what it was valued at.
    return told && OF_VALUE.test(plain(told.headline)) ? told : null;
  }
  const beforeMoney = found && entry !== found && BEFORE_MONEY.test(found.figure.label) ? found.figure : null;
  const beside: Rich = beforeMoney
    ? [
        { text: ` ${beforeMoney.label}: ` },
        asked.draft.amount(beforeMoney, `deal:${asked.state.deal.id}`, asked.state.deal),
        { text: "." },
      ]
    : [];
  return { headline: [...sayStanding(asked, entry), ...beside, ...standingNote(asked)] };
}
const OF_VALUE = gated(/\bvalu/i);
const BEFORE_MONEY = gated(/\bbefore the money\b/i);

/** The one amount of money that has not always been what it is. */
function onlyChanged({ state }: Asked): StandingFigure | null {
  const [only, ...more] = state.figures.filter(({ figure, before }) => isMoney(figure.unit) && before.length > 0);
  return only && more.length === 0 ? only : null;
}
const WHEN_FIRST = gated(
  /\b(?:originally|initially|at first|first (?:announced|reported|said)|when (?:it was )?announced|at the (?:first )?announcement)\b|\b(?:original|initial) (?:[\w.&'’-]+ )?(?:contract|agreement|order)\b/i,
);
const BEFORE = gated(/\b(?:before|prior to|previous(?:ly)?|until then)\b(?! (?:the )?money)/i);
/** "What was it valued at before the deal": a sentence that says so, and not the valuation of the deal. */
const valuedBefore = (asked: Asked): Direct => {
  const says = (text: string) =>
    /\b(?:before|previous\w*|earlier|up from|from \$)/i.test(text) && !/\bbefore the money\b/i.test(text);
  const told = sayParticular(asked, "valuation", ({ statement: { text } }) => says(text));
  const fact = asked.state.facts.find(({ text }) => says(text) && /\bvalu(?:ed|ation)\b/i.test(text));
  if (told || !fact) return told;
  const { draft, state } = asked;
  return { headline: [{ text: `${state.deal.name}: ` }, draft.sourced(fact.text, state.deal, fact.sources)] };
};

/** "How big is the site", "the capacity of the campus": the thing itself, and no part that its label calls so. */
const ITSELF = gated(
  /(?<=\b(?:how (?:big|large) (?:is|was|will|would|'s)|how (?:many|much) (?:gigawatts?|megawatts?|gw|mw|power|capacity) (?:is|was|will|would|does|are)|(?:capacity|size|gigawatts?|megawatts?|gw|mw) (?:of|at)) .*)(?<!\b(?:whole|entire|all|total|full)\b.*)\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?|complex|facility|project)\b/gi,
);
export function saySize(asked: Asked): Direct {
  const inState = sizeInState(asked);
  if (inState) return { headline: [...sayStanding(asked, inState), ...standingNote(asked)] };
  const most = AT_MOST.test(asked.topic) ? sizeAtMost(asked) : undefined;
  if (most) return { headline: [...sayStanding(asked, most), ...standingNote(asked)] };
  const theirs = sizesOfNamed(asked);
  if (theirs.length > 0) return { headline: sayShares(asked, theirs) };
  const topic = asked.topic.replace(ITSELF, " ");
  // How big something is, no sentence without a size tells.
  const particular = HOW_BIG.test(topic)
    ? sayParticular(
        { ...asked, topic },
        "power",
        ({ statement: { amount, text } }) => amount !== null || /\d ?[MG]W\b|(?:giga|mega)watt/i.test(text),
      )
    : sayParticular({ ...asked, topic }, "power");
  if (particular) return particular;
  if (asksOther(asked, asked.topic)) return null;
  const entry =
    (asked.state.size?.figure.unit === "GW" ? asked.state.size : null) ??
    asked.state.figures.find((figure) => figure.figure.unit === "GW");
  if (!entry) return null;
  return { headline: [...sayStanding(asked, entry), ...standingNote(asked)] };
}

/** "How big can it get": of a deal that starts smaller, the ceiling that is on record beside its size. */
function sizeAtMost({ state: { size, figures } }: Asked): StandingFigure | undefined {
  if (size?.figure.unit !== "GW") return undefined;
  const sizeOf = ({ figure }: StandingFigure): number => figure.high ?? figure.low ?? 0;
  const larger = figures.filter(
    (one) =>
      one.ended === null &&
      one.figure.unit === "GW" &&
      one.figure.of === size.figure.of &&
      one.figure.qualifier === "up-to" &&
      sizeOf(one) > sizeOf(size),
  );
  return larger.length === 1 ? larger[0] : undefined;
}
const AT_MOST = gated(
  /\b(?:max(?:imum)? (?:capacity|size|power)|how (?:big|large|far) (?:can|could|might|may) .{2,60} (?:get|grow|go|become|be|expand|scale)\b|could (?:reach|grow))/i,
);

function otherVersions({ draft, state }: Asked, entry: StandingFigure): Rich[] {
  return (entry.figure.disputes ?? []).map((dispute) => [
    draft.sourced(
      `Another version: ${sayAmount({ ...entry.figure, ...dispute })}; ${dispute.says}`,
      state.deal,
      dispute.sources,
    ),
  ]);
}

/** The figure that the words of the question mean; null where they mean none in particular. */
function pickFigure(asked: Asked, want: Want, fits: (figure: Figure) => boolean): StandingFigure | null {
  for (const found of answersIn(asked, asked.topic, want, 12)) {
    const entry = found.statement.kind === "figure" ? standing(asked.state, found.statement.index) : null;
    if (entry && fits(entry.figure)) return tells(found) ? entry : null;
  }
  return null;
}
