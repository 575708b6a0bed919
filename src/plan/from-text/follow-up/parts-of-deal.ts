/** "How much of it is binding", "the optional part", "the debt part?", "original budget": a part of a deal by what kind of part it is. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindAsked, kindShown } from "./figures-of-record.ts";
import { figureInTime } from "./in-time.ts";
import { familyHasPart } from "./parts-in.ts";
import { planOf } from "./plan-of-figure.ts";

export const asksFirm = (text: string): boolean => FIRM.test(text);

export const partOfDeal: ReadRule = {
  name: "part-of-deal",
  read(reading) {
    const deal = dealOnTable(reading);
    const last = reading.conversation.plan?.kind;
    if (!deal || (last !== "show-figure" && last !== "show-deal" && last !== "evaluate")) return null;
    if (!familyHasPart(reading, deal)) return null;
    const { text } = bareOf(reading.question);
    const part = partSaid(reading, deal, text);
    return part && ("kind" in part ? part : planOf(reading, deal, part));
  },
};

/** The figure that is meant, or a plan where it is told in another way or on no record; null where no such part is asked for. */
function partSaid(reading: Reading, deal: Deal, text: string): Figure | PlanInput | null {
  const kind = PART_OF_KIND.exec(text)?.[1]?.toLowerCase();
  const shares = kind === "share" ? sharesOf(reading, deal) : null;
  if (shares)
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "count",
      topic: shares.label,
      figure: shares.id,
      asOf: reading.dates.asOf,
    };
  const beside = kind && !hasKind(reading, deal, kind) ? relatedCalled(reading, deal, kind) : null;
  if (beside)
    return { kind: "show-figure", subject: beside.id, attribute: "value", topic: "", asOf: reading.dates.asOf };
  if (kind && kind !== "share" && !hasKind(reading, deal, kind))
    return { kind: "decline", reason: "undisclosed", about: text.slice(0, 200), near: [deal.id] };
  return (
    inOrder(reading, deal, text) ??
    (NOT_FIRM.test(text) ? notFirmPart(reading, deal) : null) ??
    (BUDGET.test(text) ? onlyCapex(reading, deal) : null)
  );
}

/** "When was the last top-up": of parts that have each a time. */
const WHEN = gated(
  /^when (?:was|is|were) (?:the |its )?(first|last|latest|newest|most recent|second|third) (?:expansion|top-?up|addition|extension|contract|order|tranche|part|purchase)[\s?.!]*$/i,
);
function inOrder(reading: Reading, deal: Deal, text: string): Figure | null {
  const [, order] = WHEN.exec(text) ?? [];
  return order ? (figureInTime(reading, deal, `the ${order} part`)?.figure ?? null) : null;
}

/** "How much of it is actually binding": of what was shown. */
const FIRM = gated(
  /\b(?:how much|what|which part|part|portion|bit) (?:of (?:it|that|this|them)|is)\b.*\b(?:firm|binding|committed|guaranteed|definite|locked in|contracted|certain|legally)\b/i,
);
const IS_FIRM = gated(
  /\b(?:firm|binding|committed|guaranteed|firm part|first purchase|first order|initial|definitive|minimum|non-cancellable)\b/i,
);

/** The only part of it that its label calls so. */
export function firmPart(reading: Reading, deal: Deal): Figure | null {
  const last = kindAsked(reading, deal) ?? kindShown(reading, deal);
  const parts = (stateOn(deal, reading.asOf)?.figures ?? []).filter(
    ({ figure, ended }) =>
      ended === null &&
      figure.unit === last?.unit &&
      figure.id !== last.id &&
      !figure.headline &&
      IS_FIRM.test(figure.label),
  );
  return parts.length === 1 ? (parts[0]?.figure ?? null) : null;
}

/** "The debt part?" is no other amount where the record has no debt; "the shares part" is a number of shares. */
const PART_OF_KIND = gated(
  /^(?:the |its )?(debt|equity|loan|bond|share)s?[- ](?:part|portion|piece|side|component|bit|half|slice)(?:,? how (?:big|much|large)(?: (?:was|is) (?:it|that))?)?[\s?.!]*$/i,
);
const KINDS: Readonly<Record<string, ReadonlySet<Figure["of"]>>> = {
  debt: new Set(["debt"]),
  loan: new Set(["debt"]),
  bond: new Set(["debt"]),
  equity: new Set(["equity", "stake"]),
};
const hasKind = ({ asOf }: Reading, deal: Deal, kind: string): boolean =>
  (stateOn(deal, asOf)?.figures ?? []).some(
    ({ figure, ended }) =>
      ended === null && (KINDS[kind]?.has(figure.of) === true || contentRoots(figure.label).includes(kind)),
  );
/** The one deal beside it, and not before it, whose name says that it is such a part. */
function relatedCalled({ library }: Reading, deal: Deal, kind: string): Deal | null {
  const began = deal.events[0]?.date ?? "";
  const found = deal.related
    .flatMap((id) => library.deals.get(id) ?? [])
    .filter(({ name, events }) => contentRoots(name).includes(kind) && (events[0]?.date ?? "") >= began);
  return found.length === 1 ? (found[0] ?? null) : null;
}
function sharesOf({ asOf }: Reading, deal: Deal): Figure | null {
  const found = (stateOn(deal, asOf)?.figures ?? []).filter(({ figure, ended }) => !ended && figure.unit === "shares");
  return found.length === 1 ? (found[0]?.figure ?? null) : null;
}

/** "And the optional part": what alone is beside the firm part and the whole. */
const NOT_FIRM = gated(
  /^(?:the )?(?:optional|non-?firm|non-?binding|conditional|uncommitted|contingent|flexible) (?:part|portion|bit|half|amount|piece|capacity|rest)[\s?.!]*$/i,
);
function notFirmPart(reading: Reading, deal: Deal): Figure | null {
  const last = kindShown(reading, deal);
  const parts = (stateOn(deal, reading.asOf)?.figures ?? []).filter(
    ({ figure, ended }) =>
      ended === null &&
      figure.unit === last?.unit &&
      figure.of === last.of &&
      !figure.headline &&
      !IS_FIRM.test(figure.label),
  );
  return parts.length === 1 ? (parts[0]?.figure ?? null) : null;
}

/** "Original budget of the site?" after its financing: what it was to cost. */
const BUDGET = gated(
  /^(?:what(?:['’]s| is| was) )?(?:the |its )?(?:original |initial |first |current |total |new |latest )?(?:budget|build cost|construction cost|capital budget)(?: (?:of|for) (?:the|that|this|its) (?:site|campus|project|build|data cent(?:er|re)))?[\s?.!]*$/i,
);
function onlyCapex({ asOf }: Reading, deal: Deal): Figure | null {
  const found = (stateOn(deal, asOf)?.figures ?? []).filter(({ figure, ended }) => !ended && figure.of === "capex");
  return found.length === 1 ? (found[0]?.figure ?? null) : null;
}
