/** "How does that compare with Nvidia's?", "vs Oracle?": the last amount beside the like of somebody else. */

import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { same } from "../../../calculator/dimension.ts";
import { pointsOn, type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { findDates } from "../../dates.ts";
import type { PlanInput } from "../../plan.ts";
import type { Shown } from "../conversation.ts";
import { measuresIn } from "../measures.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { type Side, sideBeside } from "../side-meant.ts";
import { companyFigure } from "./company-figure.ts";
import { namesOnly } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { bearsName } from "./of-like-kind.ts";
import { figureOf, lastAlike, type OnTable, onTable } from "./on-the-table.ts";
import { lastOfKind } from "./operands.ts";
import { waysToPut } from "./restate.ts";
import { worksheetOf } from "./worksheet-of.ts";

const COMPARES =
  /^(?:(?:and|so|ok(?:ay)?|but)\b[\s,]*)*(?:(?:how|and how) (?:does|do|did|would) (?:that|this|it|they)(?: \w+)? (?:compare|stack up|measure up) (?:with|to|against)|(?:is|was|are) (?:that|this|it)(?: \w+)? (?:more|less|bigger|larger|higher|smaller|lower|cheaper|dearer) than|(?:bigger|larger|more|higher|smaller|less|lower|cheaper|dearer) than|(?:that['’]?s |so )?how many times(?! (?:more|bigger|larger|higher|as|is|does|that|over)\b)|(?:as )?compared? (?:(?:that|this|it|those) )?(?:with|to|against)|(?:that |this |it )?(?:vs\.?|versus|against)|relative to|next to)\s+(.+)$/i;

/** "Which is bigger, that or Oracle's bond?", "Oracle's bond or that, which is larger?" */
const OR_THAT = gated(
  /^(?:(?:and|so|ok(?:ay)?|but)\b[\s,]*)*(?:(?:which|what)(?: one| of the two)?(?: is|['’]s| was| has)? (?:the )?(?:bigger|larger|more|higher|smaller|less|lower|cheaper|dearer|pricier|greater)[\s,:–-]+(?:(?:that|this|it)(?: one| deal)?,? or (.+)|(.+?),? or (?:that|this|it)(?: one| deal)?)|(?:is )?(?:that|this|it)(?: one| deal)? or (.+?)[\s,:–-]+(?:which|what)(?: one)?(?: is|['’]s| was)? (?:the )?(?:bigger|larger|more|higher|smaller|less|lower|cheaper|greater)|(?:is|was) (?:that|this|it)(?: one| deal)? or (.+?) (?:the )?(?:bigger|larger|more|higher|smaller|lower|cheaper|greater)(?: one)?)[\s?.!]*$/i,
);

/** "Anthropic pays them more?" after what Google pays. */
const PAYS_MORE = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*(?:(?:does|do|did|is|has)\s)?((?!it\b|that\b|they\b)[\w.&-]+(?: [\w.&-]+)?) (?:pays?|paying|paid|gets?|spends?|spending|raised|owes?) (?:them |it |him |her )?(?:more|less)(?: than (?:that|this|it))?[\s?.!]*$/i,
);

export const comparedWith: ReadRule = {
  name: "compared-with",
  read(reading) {
    const { question, conversation } = reading;
    const or = OR_THAT.exec(question.trim())
      ?.slice(1)
      .find((one) => one !== undefined);
    const with_ = (or ?? COMPARES.exec(question.trim())?.[1] ?? PAYS_MORE.exec(question.trim())?.[1])?.replace(
      /['’](?=[\s?.!]*$)/,
      "",
    );
    // "Vs Q1 2025" after a company's figure is of the company at that time, and of no deal of that time.
    if (with_ && ofTimeAlone(reading, with_)) return null;
    const [latest] = with_ ? lastAlike(reading, 1) : [];
    const kind = /\b(?:that|this) (\w+(?:-\w+)?)\b/i.exec(question)?.[1] ?? "";
    const named = with_ ? lastOfKind(reading, kind) : null;
    const worked = latest?.record === null;
    const last = named ?? (worked ? measuredBefore(reading) : latest);
    const made = with_ && worked && !last ? madeOf(reading) : null;
    if (with_ && made) return made(with_);
    const figure = with_ && worked && !last ? companyFigure(reading, with_) : null;
    if (figure && latest && same(figure.dimension, latest.dimension))
      return worksheetOf(
        reading,
        [latest, figure],
        ([x, y]) => [{ label: "ratio", expression: `${x} / ${y}` }],
        `${latest.label} over ${figure.label}`,
      );
    if (with_ && latest && worked && !last) return ofDeals(reading, with_, conversation.asked ?? "");
    if (!with_ || !last?.record || !last.figure || !conversation.asked) return null;
    const amount = figureOf(reading, last);
    if (!amount) return null;
    // Beside somebody else's whole stands the whole, though a part of it was shown last.
    const whole = /^part\b/i.test(amount.label) ? reading.library.metrics.get(last.record.id)?.headline : undefined;
    const own: Side =
      last.record.type === "metric"
        ? { deal: null, metric: last.record.id, figure: whole ?? last.figure }
        : { deal: last.record.id, metric: null, figure: wholeOf(reading, last.record.id, amount) ?? last.figure };
    const of =
      amount.unit === "GW"
        ? "power"
        : amount.unit === "percent"
          ? "stake"
          : amount.unit === "count"
            ? "count"
            : "money";
    const ofKind = own.deal !== null && "of" in amount ? sameDealOf(reading, with_, amount) : null;
    if (ofKind) return { kind: "compare-figures", sides: [own, ofKind], of, asOf: reading.dates.asOf };
    const level = "measure" in amount ? amount : amount.of === "valuation" ? { measure: amount.of, period: "" } : null;
    const theirs = level ? sameMeasureOf(reading, with_, level) : null;
    if (theirs) return { kind: "compare-figures", sides: [own, theirs], of, asOf: reading.dates.asOf };
    const beside = own.metric !== null ? otherMeasureOf(reading, with_, own.metric) : null;
    if (beside) return { kind: "compare-figures", sides: [own, beside], of, asOf: reading.dates.asOf };
    const called = or === undefined || own.deal === null ? null : recordOf(reading, or, own);
    if (called) return { kind: "compare-figures", sides: [own, called], of, asOf: reading.dates.asOf };
    const ways = waysToPut(
      { ...reading, question: with_ },
      named ? `${kind} ${conversation.asked}` : conversation.asked,
    );
    // "OpenAI's valuation" says itself of whom and what it is.
    const isSaid = or !== undefined || (reading.names.orgs.length === 1 && WHOSE.test(with_));
    // A record that is called by other words than a name, and not found by them, is none that only comes near.
    if (or !== undefined && own.deal !== null && ways.length === 0)
      return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
    const inFull = ways.length === 0 && isSaid ? [with_] : [];
    for (const text of [...ways, ...inFull]) {
      const side = sideBeside(reading, text, of, { side: own, amount });
      // A fee that somebody paid elsewhere is not the like of a contract.
      if (side && own.deal !== null && side.deal !== null && !isLike(reading, own.deal, side, amount)) continue;
      if (side) return { kind: "compare-figures", sides: [own, side], of, asOf: reading.dates.asOf };
    }
    // "Is that more than the Abilene thing": a record that is called by its name, and never a sentence of it.
    const isCalled = with_ !== undefined && readNames(reading.library, with_).deals.length > 0;
    const byName = with_ && isCalled && own.deal !== null && or === undefined ? recordOf(reading, with_, own) : null;
    return byName ? { kind: "compare-figures", sides: [own, byName], of, asOf: reading.dates.asOf } : null;
  },
};

/** The record that is called by its name, as a whole: "the Vantage debt package". */
function recordOf({ reread }: Reading, words: string, own: Side): Side | null {
  const plan = reread(`how much is ${words.replace(/^(?:the|a) /i, "the ")}`, true);
  const isWhole =
    plan.kind === "show-figure" && plan.attribute === "value" && plan.figure === null && plan.asOf === null;
  const id = isWhole ? plan.subject : plan.kind === "show-deal" ? plan.deal : null;
  return id !== null && id !== own.deal ? { deal: id, metric: null, figure: null } : null;
}

/** Of a part that was shown last the main figure of its record, where that is of the same kind. */
function wholeOf({ library, asOf }: Reading, id: string, amount: Figure | Point): string | null {
  const deal = /^part\b/i.test(amount.label) ? library.deals.get(id) : undefined;
  const main = deal ? stateOn(deal, asOf)?.money?.figure : undefined;
  return main && "of" in amount && main.of === amount.of && main.unit === amount.unit ? main.id : null;
}

const WHOSE = /^[\w.& -]{2,30}['’]s? [a-z][\w -]{3,40}[\s?.!]*$/i;

function ofTimeAlone(reading: Reading, words: string): boolean {
  const names = readNames(reading.library, words);
  const { spans, period, mentioned } = findDates(words, reading.asOf);
  return (
    reading.conversation.plan?.kind === "show-metric" &&
    (period !== null || mentioned.length > 0) &&
    names.mentions.length === 0 &&
    namesOnly(words, names, spans)
  );
}

/** Of one kind of money, or of deals that share somebody who has a part in both. */
function isLike({ library, asOf }: Reading, own: string, side: Side, amount: Figure | Point): boolean {
  const [deal, other] = [library.deals.get(own), library.deals.get(side.deal ?? "")];
  const state = other ? stateOn(other, asOf) : null;
  const found = state?.figures.find(({ figure }) => figure.id === side.figure)?.figure;
  if (!deal || !other || !found || !("of" in amount) || found.unit !== amount.unit || found.of !== "fee") return true;
  return amount.of === "fee" || deal.parties.some(({ org }) => other.parties.some((party) => party.org === org));
}

/** "OpenAI's, bigger or smaller?" after what a warrant would be worth: the like figure of the like deal, beside the only one that went in. */
function madeOf(reading: Reading): ((words: string) => PlanInput | null) | null {
  const { conversation, dates } = reading;
  const deal = dealOnTable(reading);
  const lines = conversation.plan?.kind === "evaluate" ? conversation.plan.lines : [];
  const used = lines.flatMap(({ expression }) => /^@([\w-]+):([\w-]+)$/.exec(expression)?.slice(1, 3) ?? []);
  const [id, figure, ...more] = used;
  if (!deal || id !== deal.id || !figure || more.length > 0) return null;
  const amount = figureOf(reading, { lines: [], at: 1, label: "", record: { type: "deal", id }, figure });
  if (!amount || !("of" in amount) || amount.of !== "shares") return null;
  return (words) => {
    const theirs = sameDealOf(reading, words, amount);
    const sides = theirs ? [{ deal: id, metric: null, figure }, theirs] : [];
    return theirs ? { kind: "compare-figures", sides, of: "money", asOf: dates.asOf } : null;
  };
}

/** "Vs backlog" after a company's capex: the company's own figure of the other measure. */
function otherMeasureOf({ library, names, asOf }: Reading, words: string, own: string): Side | null {
  const measures = measuresIn(words);
  const metric = library.metrics.get(own);
  if (!metric || measures.length === 0 || measures.includes(metric.measure)) return null;
  if (names.orgs.some((org) => org !== metric.subjects[0])) return null;
  const found = library.knowledge.metrics.filter(
    ({ subjects, measure }) =>
      subjects.length === 1 && subjects[0] === metric.subjects[0] && measures.includes(measure),
  );
  const [only, ...more] = found;
  const point = only && pointsOn(only, asOf).find((one) => one.point.id === only.headline)?.point;
  return only && point && more.length === 0 && point.unit === "USD"
    ? { deal: null, metric: only.id, figure: point.id }
    : null;
}

/** After what was worked out the company's figure that it was worked out of, at the latest time. */
function measuredBefore(reading: Reading): OnTable | null {
  const shown = (reading.conversation.shown ?? []).flat().filter(({ record }) => record !== null);
  const owner = (one: Shown) => reading.library.metrics.get(one.record?.id ?? "")?.subjects[0];
  const [first] = shown;
  const theirs = shown
    .filter((one) => first?.record?.type === "metric" && owner(one) === owner(first))
    .flatMap((one) => onTable(reading, one) ?? []);
  const periodOf = (one: OnTable) => {
    const figure = figureOf(reading, one);
    return figure && "period" in figure ? figure.period : "";
  };
  return theirs.reduce<OnTable | null>((a, b) => (a === null || periodOf(b) > periodOf(a) ? b : a), null);
}

/** "Bigger than OpenAI's" after an annualised revenue: theirs, at the same time where they have one, and no revenue of a year. */
function sameMeasureOf(
  reading: Reading,
  words: string,
  { measure, period }: Pick<Point, "measure" | "period">,
): Side | null {
  const { library, asOf } = reading;
  const names = readNames(library, words);
  const [org, ...more] = names.orgs;
  if (!LEVELS.has(measure) || !org || more.length > 0 || !namesOnly(words, names, [])) return null;
  const found = library.knowledge.metrics.filter(
    ({ subjects, points }) => subjects[0] === org && points.some((point) => point.measure === measure),
  );
  const [only] = found;
  if (!only || found.length > 1) return null;
  const points = pointsOn(only, asOf)
    .map(({ point }) => point)
    .filter((point) => point.measure === measure);
  const point = points.findLast((one) => one.period === period) ?? points.find(({ id }) => id === only.headline);
  return point ? { deal: null, metric: only.id, figure: point.id } : null;
}
const LEVELS: ReadonlySet<string> = new Set(["run-rate-revenue", "valuation", "backlog"]);

/** "How does that compare to OpenAI's" after what Meta buys of AMD: the deal of the same kind that the other has with the same one. */
function sameDealOf(reading: Reading, words: string, amount: Figure): Side | null {
  const { library, asOf } = reading;
  const deal = dealOnTable(reading);
  const names = readNames(library, words);
  const [org, ...more] = names.orgs;
  if (!deal || !org || more.length > 0 || !namesOnly(words, names, [])) return null;
  if (deal.parties.some((party) => party.org === org)) return null;
  const alike = (library.dealsOf.get(org) ?? []).filter((other) => {
    const role = other.parties.find((party) => party.org === org)?.role;
    return (
      other.kind === deal.kind &&
      deal.parties.some((party) => party.role === role) &&
      other.parties.some(
        (party) =>
          bearsName(library, deal, party.org) &&
          deal.parties.some((own) => own.org === party.org && own.role === party.role),
      )
    );
  });
  // Of several the one that has such an amount.
  const [only, ...others] = alike.flatMap((other) => {
    const figure = likeAmount(stateOn(other, asOf)?.figures ?? [], amount);
    return figure ? [{ deal: other.id, metric: null, figure }] : [];
  });
  return only && others.length === 0 ? only : null;
}

/** A part is set beside the like part, and all of it beside all of it. */
function likeAmount(figures: readonly StandingFigure[], amount: Figure): string | null {
  const alike = figures.filter(
    ({ figure, ended }) => ended === null && figure.unit === amount.unit && figure.of === amount.of,
  );
  const said = contentRoots(amount.label);
  const shared = ({ figure }: StandingFigure) =>
    contentRoots(figure.label).filter((word) => said.includes(word)).length;
  const fitting = amount.headline
    ? alike.filter(({ figure }) => figure.headline)
    : alike.filter((entry) => !entry.figure.headline && shared(entry) > 0).sort((a, b) => shared(b) - shared(a));
  return fitting[0]?.figure.id ?? null;
}

/** After what was worked out of a deal, another deal is set beside it as a whole, or by the same quotient. */
function ofDeals(reading: Reading, words: string, asked: string): PlanInput | null {
  const { conversation, question, dates } = reading;
  const deal = dealOnTable(reading);
  const other = deal ? reading.reread(words) : null;
  const id = other?.kind === "show-deal" ? other.deal : other?.kind === "show-figure" ? other.subject : null;
  if (!deal || id === null || id === deal.id) return null;
  const per =
    PER_GW.test(`${question} ${asked}`) ||
    (conversation.plan?.kind === "evaluate" && PER_GW.test(conversation.plan.title));
  return { kind: "compare", deals: [deal.id, id], attribute: per ? "per-gw" : "all", asOf: dates.asOf };
}
const PER_GW = /\b(?:per|each|a) (?:gws?|gigawatts?)\b/i;
