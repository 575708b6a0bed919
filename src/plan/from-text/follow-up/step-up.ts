/** "What's the step-up on Google's April cheque, as a multiple": the valuation on the table over that of another or the last deal of the same company. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { lastValuation } from "../valuation.ts";
import { dealOnTable } from "./figures-of-record.ts";

const STEP_UP = gated(
  /\b(?:step[- ]?up|mark[- ]?up|uplift|jump|re-?rating)\b(?=.*\b(?:valuation|price|round|cheque|check|money|multiple|last|previous|prior|before|from|vs\.?|versus|on|over)\b)|\bvaluation\b.*\b(?:vs\.?|versus|over|against|compared (?:with|to))\b.*\b(?:multiple|times|x)\b/i,
);

export const stepUp: ReadRule = {
  name: "step-up",
  read(reading) {
    const { question, asOf } = reading;
    const deal = dealOnTable(reading);
    if (!deal || !STEP_UP.test(question)) return null;
    const raiser = deal.parties.find(({ role }) => role === "issuer")?.org;
    const now = valuationIn(deal, asOf);
    if (!raiser || !now) return null;
    const then = earlier(reading, deal, raiser);
    if (!then) return null;
    const lines = [
      { label: `${deal.name}, ${now.figure.label}`.slice(0, 80), expression: `@${deal.id}:${now.figure.id}` },
      { label: `${then.deal.name}, ${then.label}`.slice(0, 80), expression: `@${then.deal.id}:${then.figure}` },
      { label: "multiple", expression: "#1 / #2" },
      { label: "higher by", expression: "(#1 - #2) / #2 in %" },
    ];
    return evaluated(lines, { title: `Step-up: ${deal.name}`.slice(0, 120), lead: [3, 4, 1, 2], asOf: null });
  },
};

/** What the company was worth with the new money, where both are told. */
function valuationIn(deal: Deal, asOf: string): StandingFigure | undefined {
  const all = (stateOn(deal, asOf)?.figures ?? []).filter(
    ({ figure, ended }) => ended === null && figure.of === "valuation" && !/stake|target|before/i.test(figure.label),
  );
  return all.find(({ figure }) => /after the money|with the new money/i.test(figure.label)) ?? all[0];
}

type Then = { deal: Deal; figure: string; label: string };

/** That of the deal of whoever is named, in the month that is said; where nobody is, the company's last one before. */
function earlier(reading: Reading, deal: Deal, raiser: string): Then | null {
  const { library, names, dates, question, asOf } = reading;
  const [org] = names.orgs.filter((id) => !family(library, raiser).has(id));
  const [named] = names.deals.filter((id) => id !== deal.id);
  const month = dates.mentioned.find((day) => day.length >= 7)?.slice(0, 7);
  if (org === undefined && named === undefined && month === undefined) {
    const own = (stateOn(deal, asOf)?.figures ?? []).find(
      ({ figure: { of, label }, ended }) =>
        ended === null && of === "valuation" && /\b(?:year before|previous|earlier|last round)\b/i.test(label),
    )?.figure;
    if (own) return { deal, figure: own.id, label: own.label };
    if (!/\b(?:last|previous|prior|before)\b/i.test(question)) return null;
    const day = new Date(Date.parse(deal.events[0]?.date.padEnd(10, "-01").slice(0, 10) ?? "") - 86_400_000);
    const last = Number.isNaN(day.getTime()) ? null : lastValuation(reading, raiser, day.toISOString().slice(0, 10));
    const found = last ? library.deals.get(last.id) : undefined;
    return last && found ? { deal: found, figure: last.figure, label: last.label } : null;
  }
  const candidates = (library.dealsOf.get(raiser) ?? []).filter(
    (one) =>
      one.id !== deal.id &&
      (named === undefined || one.id === named) &&
      (org === undefined || one.parties.some((party) => family(library, org).has(party.org))) &&
      (month === undefined || one.events.some(({ date }) => date.slice(5, 7) === month.slice(5, 7))),
  );
  const found = candidates.flatMap((one) => {
    const figure = valuationIn(one, asOf)?.figure;
    return figure ? [{ deal: one, figure: figure.id, label: figure.label }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
