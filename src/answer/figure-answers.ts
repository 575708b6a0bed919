/** Direct answers that are a figure of the deal: its value, size, price per gigawatt, how many, what it was before. */
import type { Figure } from "../../knowledge/schema.ts";
import type { Rich, Span } from "../doc/doc.ts";
import { OF, STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { isMoney, isOver, type StandingFigure } from "../knowledge/as-of.ts";
import { sense } from "../knowledge/synonyms.ts";
import { contentWords } from "../knowledge/words.ts";
import { lowerFirst, successorOf } from "./deal-lines.ts";
import { sayFact } from "./fact-answers.ts";
import type { Asked, Direct } from "./show-figure.ts";

const ANOTHER_KIND = /\b(?:revenue|profit|loss|income|ebitda|earnings|margin|salary|dividend|tax)\b/i;

export function sayValue(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const picked = pickFigure(
    asked,
    (figure) => isMoney(figure.unit) || figure.unit === "percent" || figure.unit === "shares",
  );
  // Another kind of money than the deal's own is asked for: its worth would be a wrong answer.
  if (!picked && ANOTHER_KIND.test(topic)) return sayFact(asked);
  const entry = picked ?? state.money;
  if (!entry) {
    const undisclosed = state.facts.find((fact) => fact.about === "undisclosed");
    const headline: Rich = [
      { text: `${state.deal.name}: the value is not disclosed. ` },
      ...(undisclosed ? [draft.sourced(undisclosed.text, state.deal, undisclosed.sources)] : []),
    ];
    return { headline, status: undisclosed ? "answered" : "unknown" };
  }
  return {
    headline: [...sayStanding(asked, entry), ...standingNote(asked)],
    lead: topic ? otherVersions(asked, entry) : [],
  };
}

/** What the company was valued at; a purchase is valued at its price unless the words mean another valuation. */
export const sayValuation = (asked: Asked): Direct =>
  sayKind(asked, asked.state.deal.kind === "acquisition" ? ["acquisition", "valuation"] : ["valuation", "acquisition"]);
export const sayStake = (asked: Asked): Direct => sayKind(asked, ["stake", "shares"]);

/** The figure of these kinds that the words mean, else the first of the first kind that the deal has. */
function sayKind(asked: Asked, kinds: readonly Figure["of"][]): Direct {
  const telling = asked.topic.replace(/\b(?:valued?|valuation|worth|stakes?|shares?|percent)\b/gi, " ");
  const meant = pickFigure({ ...asked, topic: telling }, (figure) => kinds.includes(figure.of));
  const first = () => kinds.flatMap((kind) => asked.state.figures.filter((entry) => entry.figure.of === kind))[0];
  const entry = meant ?? first();
  return entry ? { headline: [...sayStanding(asked, entry), ...standingNote(asked)] } : null;
}

export function saySize(asked: Asked): Direct {
  const entry =
    pickFigure(asked, (figure) => figure.unit === "GW") ??
    (asked.state.size?.figure.unit === "GW" ? asked.state.size : null) ??
    asked.state.figures.find((standing) => standing.figure.unit === "GW");
  if (!entry) return sayFact({ ...asked, topic: `${asked.topic} capacity` });
  return { headline: [...sayStanding(asked, entry), ...standingNote(asked)] };
}

/** "OpenAI–AWS contract: about $38B of contract value (total), seven years, as of 3 November 2025." */
function sayStanding({ draft, state }: Asked, entry: StandingFigure): Span[] {
  const { figure } = entry;
  const label = lowerFirst(figure.label);
  return [
    { text: `${state.deal.name}: ` },
    draft.amount(figure, `deal:${state.deal.id}`, state.deal, "strong"),
    {
      text: ` (${label}${isMoney(figure.unit) && !label.includes(OF[figure.of]) ? `; ${OF[figure.of]}` : ""}${figure.term ? `; ${figure.term}` : ""})`,
    },
    { text: `, ${entry.ended ? `until ${sayDate(entry.ended)}` : `as of ${sayDate(entry.since)}`}.` },
    ...(figure.confidence === "low" ? [{ text: " Low confidence." }] : []),
  ];
}

/** What a reader must know with the number: that the deal is no longer live, paused, or only talks. */
function standingNote({ state, context }: Asked): Span[] {
  const successor = successorOf(context.library, state);
  if (successor) return [{ text: ` Superseded by ${successor.name}; no longer live.` }];
  if (
    isOver(state.status) ||
    state.status === "paused" ||
    state.status === "rumoured" ||
    state.status === "letter-of-intent"
  )
    return [{ text: ` Status: ${STATUS[state.status]}.` }];
  return [];
}

function otherVersions({ draft, state }: Asked, entry: StandingFigure): Rich[] {
  return (entry.figure.disputes ?? []).map((dispute) => [
    draft.sourced(
      `Another version: ${sayAmount({ ...entry.figure, ...dispute })}; ${dispute.says}`,
      state.deal,
      dispute.sources,
    ),
  ]);
}

const LATEST = new Set(["latest"].map(sense));

/** The figure that the words of the question mean; null where they mean none in particular. */
function pickFigure({ state, topic }: Asked, fits: (figure: Figure) => boolean): StandingFigure | null {
  const wanted = new Set(contentWords(topic).map(sense));
  const pool = state.figures.filter((entry) => fits(entry.figure));
  if (wanted.size === 0 || pool.length === 0) return null;
  const parts = pool.filter((entry) => !entry.figure.headline && entry.figure.of === state.money?.figure.of);
  if ([...wanted].some((word) => LATEST.has(word)) && parts.length > 0) {
    return parts.reduce((a, b) => (b.since >= a.since ? b : a));
  }
  let best: { entry: StandingFigure; score: number } | null = null;
  for (const entry of pool) {
    const { figure } = entry;
    const own = new Set(
      contentWords(
        `${figure.label} ${figure.of} ${figure.id.replaceAll("-", " ")} ${figure.term ?? ""} ${figure.counted ?? ""}`,
      ).map(sense),
    );
    const inLabel = new Set(contentWords(`${figure.label} ${figure.of} ${figure.id.replaceAll("-", " ")}`).map(sense));
    let score = 0;
    for (const word of wanted) score += inLabel.has(word) ? 2 : own.has(word) ? 1 : 0;
    if (score > 0 && figure.headline) score += 0.5;
    if (score > 0 && (!best || score > best.score)) best = { entry, score };
  }
  return best && best.score >= 2 ? best.entry : null;
}

export function sayPerGw({ draft, state }: Asked): Direct {
  const [money, size] = [state.money?.figure, state.size?.figure];
  const [amount, gw] = [money && (money.high ?? money.low), size?.unit === "GW" ? (size.high ?? size.low) : null];
  if (!money || !size || !amount || !gw || money.per) return null;
  const value = amount / gw;
  const unit = `${money.unit}/GW`;
  draft.use({
    low: value,
    high: value,
    unit: money.unit === "EUR" ? "EUR/GW" : money.unit === "GBP" ? "GBP/GW" : "USD/GW",
    qualifier: "exact",
    origin: "computed",
  });
  const said = sayAmount({
    low: Number(value.toPrecision(3)),
    high: Number(value.toPrecision(3)),
    unit,
    qualifier: "about",
  });
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      { text: said, style: "strong" },
      { text: ", from " },
      draft.amount(money, `deal:${state.deal.id}`, state.deal),
      { text: ` of ${OF[money.of]} for ` },
      draft.amount(size, `deal:${state.deal.id}`, state.deal),
      { text: "." },
      { text: money.of === "capex" ? "" : ` This is ${OF[money.of]}, not the cost of building.` },
      { text: isOver(state.status) || state.status === "letter-of-intent" ? ` Status: ${STATUS[state.status]}.` : "" },
    ],
  };
}

export function sayHistory({ draft, state }: Asked): Direct {
  const entry = state.money ?? state.size;
  const before = entry?.before.at(-1);
  if (!entry) return null;
  if (!before)
    return {
      headline: [
        { text: `Yes, as far as recorded: ${state.deal.name} has stood at ` },
        draft.amount(entry.figure, `deal:${state.deal.id}`, state.deal, "strong"),
        { text: ` since ${sayDate(entry.since)}.` },
      ],
    };
  return {
    headline: [
      { text: "No: it was " },
      draft.amount(before.figure, `deal:${state.deal.id}`, state.deal, "strong"),
      { text: ` from ${sayDate(before.since)}; it has been ` },
      draft.amount(entry.figure, `deal:${state.deal.id}`, state.deal, "strong"),
      { text: ` since ${sayDate(entry.since)}.` },
    ],
  };
}

/** "How many contracts?": figures of one kind that are parts of the headline, or a count that a label names. */
export function sayCount(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const counted = pickFigure(asked, (figure) => figure.unit === "count" || figure.unit === "shares");
  if (counted) return { headline: [...sayStanding(asked, counted)] };
  const parts = state.figures.filter(
    (entry) =>
      !entry.figure.headline &&
      isMoney(entry.figure.unit) &&
      entry.figure.of === state.money?.figure.of &&
      contentWords(entry.figure.label)
        .map(sense)
        .some((word) => contentWords(topic).map(sense).includes(word)),
  );
  if (parts.length < 2) return null;
  return {
    headline: [
      { text: `${NUMBERS[parts.length] ?? parts.length}: ` },
      ...parts.flatMap((entry, index): Span[] => [
        { text: index === 0 ? "" : ", " },
        draft.amount(entry.figure, `deal:${state.deal.id}`, state.deal, "strong"),
        { text: ` (${sayDate(entry.since)})` },
      ]),
      { text: "." },
    ],
  };
}
const NUMBERS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
