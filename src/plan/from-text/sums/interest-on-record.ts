/** "The yearly interest on SoftBank's bridge loan": at the rate that its record gives, else at the usual cost of such debt. */
import { gated } from "../../../knowledge/gated.ts";
import type { Ref } from "../../../knowledge/names.ts";
import type { PlanInput } from "../../plan.ts";
import { figuresOf, type Recorded } from "./figure-sought.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { operand } from "./with-recorded.ts";

/** An amount of interest is asked for, and no rate. */
export const YEARLY_INTEREST = gated(
  /\b(?:annual|yearly|a year(?:'s)?|per year|each year|year of)\b.*\binterest\b|\binterest\b.*\b(?:annual(?:ly)?|yearly|a year|per year|each year|bill|cost|burden|come to|how much)\b|\bhow much interest\b|\binterest on [$€£]?\d/i,
);

export const interestOnRecord: ReadSum = (sum) => {
  const { reading, words } = sum;
  const given = sum.terms.filter(({ kind }) => kind !== "year");
  if (!YEARLY_INTEREST.test(words) || given.some(({ kind }) => kind !== "money") || given.length > 1) return null;
  if (reading.names.orgs.length + reading.names.deals.length === 0) return null;
  const [money] = given;
  const meant = operand(sum, "money") ?? (money ? null : theirs(sum));
  const owed = meant && meant.figure.of !== "debt" ? onlyDebt(sum, meant.record) : meant;
  // Another amount than the one on record is not what the record is of.
  const other = money && owed && Math.abs(money.high - (owed.figure.high ?? 0)) > money.high * 0.01;
  if (!owed || other) return money ? atUsualCost(money) : null;
  const { figure, record, expression, label } = owed;
  if (record.type !== "deal" || figure.of !== "debt") return null;
  const rates = figuresOf(reading, record, "percent").filter((one) => one.figure.of === "rate");
  const [own, ...more] = rates;
  const rate = own && more.length === 0 && !PART.test(own.label) ? own : null;
  return evaluated(
    [
      { label: label.slice(0, 80), expression },
      rate
        ? { label: rate.label.slice(0, 80), expression: rate.expression }
        : { label: "cost of debt of US AI data centres", expression: "@cost-debt" },
      { label: "interest a year", expression: "#1 * #2" },
    ],
    { lead: [3, 1, 2], asOf: reading.dates.asOf },
  );
};

/** The rate of one tranche is not that of all, and a margin no rate. */
const PART = gated(/\b(?:longest|tranche|notes?|margin|talk|above|over)\b/i);

/** "OpenAI's loan to Cerebras": of the deals of all that are named the only one with a debt. */
function theirs({ reading }: Sum): Recorded | null {
  const { library, names } = reading;
  if (names.orgs.length < 2) return null;
  const found = library.knowledge.deals
    .filter(({ parties }) => names.orgs.every((org) => parties.some((party) => party.org === org)))
    .flatMap(({ id }) => onlyDebt({ reading }, { type: "deal", id }) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function onlyDebt({ reading }: Pick<Sum, "reading">, record: Ref): Recorded | null {
  const debts = figuresOf(reading, record, "money").filter(({ figure }) => figure.of === "debt");
  return debts.length === 1 ? (debts[0] ?? null) : null;
}

const atUsualCost = ({ low, high, text, unit }: Term): PlanInput | null =>
  unit === "USD" || unit === "EUR" || unit === "GBP"
    ? { kind: "estimate", quantity: { low, high, unit, qualifier: "exact", text }, to: "financing" }
    : null;
