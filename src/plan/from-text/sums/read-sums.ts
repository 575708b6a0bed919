/** Calculations whose numbers all stand in the question, or beside figures on record that it names: by kind, the first that fits. */
import type { PlanInput } from "../../plan.ts";
import { cards } from "../cards/read-cards.ts";
import type { Reading } from "../reading.ts";
import { averageOf, weightedRate } from "./averages.ts";
import { boughtAndNow } from "./bought-and-now.ts";
import { buildAndFill } from "./build-and-fill.ts";
import { byUnits } from "./by-units.ts";
import { addedUp, byYear } from "./by-year.ts";
import { cashOnRecord } from "./cash-on-record.ts";
import { chain } from "./chain.ts";
import { chipsForPower, chipsInRacks, countsForPower, overhead, powerOfChips, powerOfOne } from "./chips.ts";
import { beforeOrAfter, diluted, runway, stakeBought, stakeWorth } from "./company-value.ts";
import { conversion } from "./conversion.ts";
import { cost, costBesideDeals } from "./cost.ts";
import { countsOnRecord } from "./counts-on-record.ts";
import { cutAtRates } from "./cut-at-rates.ts";
import { blendedCost, compounded, multiplied, presentValue } from "./finance.ts";
import { debtAndEquity, levelOrInterestOnly, yearlyOwning } from "./financed.ts";
import { forEachDollar } from "./for-each-dollar.ts";
import { generation } from "./generation.ts";
import { gigawattYears } from "./gigawatt-years.ts";
import { giversTogether } from "./givers-together.ts";
import {
  breakEven,
  gpuHour,
  hourlyToPayOff,
  margin,
  payback,
  priceForMargin,
  profitAtMargin,
  rental,
  soldNeeded,
} from "./gpu-business.ts";
import { groups, pairwise } from "./groups.ts";
import { addition, growth } from "./growth.ts";
import { hardware } from "./hardware.ts";
import { hourlyOfRecord } from "./hourly-of-record.ts";
import { hoursBought } from "./hours-bought.ts";
import { howManyOf } from "./how-many-of.ts";
import { impliedRate } from "./implied-rate.ts";
import { inOwnDollars } from "./in-own-dollars.ts";
import { interestAtRecorded } from "./interest-at-recorded.ts";
import { interestOnRecord } from "./interest-on-record.ts";
import { adjusted, late, partOf } from "./late.ts";
import { bookValue, depreciation, interest, levelPayment, yieldOf } from "./lending.ts";
import { lessSeveral } from "./less-several.ts";
import { levels } from "./levels.ts";
import { lostWhileLate } from "./lost-while-late.ts";
import { metricForEach } from "./metric-for-each.ts";
import { multipleOfAnother } from "./multiple-of-another.ts";
import { multipleWorth } from "./multiple-worth.ts";
import { namedRatios } from "./named-ratios.ts";
import { nounForPower } from "./noun-for-power.ts";
import { fee, pace, perPeriod } from "./over-time.ts";
import { ownMoneyOverRecorded } from "./own-money-over-recorded.ts";
import { paidInTurns } from "./paid-in-turns.ts";
import { partOfBuild } from "./part-of-build.ts";
import { partOfForecast } from "./part-of-forecast.ts";
import { cutByShares, onePart, otherSlice, scenarios, sharedBy } from "./parts.ts";
import { partsGiven } from "./parts-given.ts";
import { partsOfBoth } from "./parts-of-both.ts";
import { partsOfOne } from "./parts-of-one.ts";
import { partsTogether } from "./parts-together.ts";
import { perRecorded } from "./per-recorded.ts";
import { perThing } from "./per-thing.ts";
import { premiumOnRecord } from "./premium-on-record.ts";
import { averagePower, energyOfOne, energyOverTime, loadFactor, pricePerEnergy, product } from "./product.ts";
import { proportion } from "./proportion.ts";
import { putOn } from "./put-on.ts";
import { howMany, howManyInPower, perUnit } from "./quotient.ts";
import { ratesTogether } from "./rates-together.ts";
import { ratio } from "./ratio.ts";
import { rents } from "./rents.ts";
import { restOfMoney } from "./rest-of-money.ts";
import { restOfRate } from "./rest-of-rate.ts";
import { severalLinks } from "./several-links.ts";
import { severalOverTime } from "./several-over-time.ts";
import { shares } from "./shares.ts";
import { partOrRest, sharesAdded } from "./shares-of-amounts.ts";
import { solve } from "./solve.ts";
import { spoken, spokenLong } from "./spoken.ts";
import { stakeAtValuation } from "./stake-at-valuation.ts";
import { priceNeeded, stakeAtPrice, stockBought } from "./stock-bought.ts";
import { type ReadSum, readSum, type Sum } from "./sum.ts";
import { sumOfRecorded } from "./sum-of-recorded.ts";
import { sumOfStakes } from "./sum-of-stakes.ts";
import { sumWithDated } from "./sum-with-dated.ts";
import { sumsAgainst } from "./sums-against.ts";
import { tokens } from "./tokens.ts";
import { isMove, twoCases } from "./two-cases.ts";
import { partAtRates, twoPrices, twoRates } from "./two-prices.ts";
import { twoQuotients } from "./two-quotients.ts";
import { untilGrown } from "./until-grown.ts";
import { whatIsLeft } from "./what-is-left.ts";
import { wholeOfPart } from "./whole-of-part.ts";
import { withRecorded } from "./with-recorded.ts";
import { withSpread } from "./with-spread.ts";
import { multipleOfMoney, spreadAgainst } from "./yearly-against.ts";
import { yearlyProfit } from "./yearly-profit.ts";
import { yearsCovered } from "./years-covered.ts";

/** It works with what is on record as well, and is read also where the question has no number. */
const OF_RECORDS = new Set<ReadSum>();
const ofRecords = (read: ReadSum): ReadSum => {
  OF_RECORDS.add(read);
  return read;
};

const KINDS: readonly ReadSum[] = [
  restOfRate,
  cards,
  ofRecords(metricForEach),
  ofRecords(interestAtRecorded),
  lostWhileLate,
  hoursBought,
  severalOverTime,
  ownMoneyOverRecorded,
  ofRecords(premiumOnRecord),
  ofRecords(perRecorded),
  ofRecords(partsTogether),
  ofRecords(partsOfOne),
  ofRecords(partOfForecast),
  ofRecords(sumOfStakes),
  ofRecords(sumWithDated),
  ofRecords(giversTogether),
  ofRecords(sumOfRecorded),
  ofRecords(sumsAgainst),
  tokens,
  paidInTurns,
  untilGrown,
  presentValue,
  blendedCost,
  multiplied,
  compounded,
  weightedRate,
  averageOf,
  ofRecords(stakeAtValuation),
  stakeWorth,
  namedRatios,
  beforeOrAfter,
  stakeBought,
  diluted,
  runway,
  yearsCovered,
  ofRecords(cashOnRecord),
  ofRecords(multipleOfAnother),
  multipleWorth,
  ofRecords(addition),
  ofRecords(forEachDollar),
  ofRecords(levels),
  spreadAgainst,
  multipleOfMoney,
  ofRecords(growth),
  cutAtRates,
  partsOfBoth,
  lessSeveral,
  whatIsLeft,
  wholeOfPart,
  withSpread,
  cutByShares,
  scenarios,
  ofRecords(onePart),
  ofRecords(otherSlice),
  ofRecords(partOfBuild),
  ofRecords(stockBought),
  ofRecords(shares),
  stakeAtPrice,
  priceNeeded,
  boughtAndNow,
  ofRecords(hourlyOfRecord),
  ofRecords(impliedRate),
  hourlyToPayOff,
  ofRecords(gpuHour),
  soldNeeded,
  ofRecords(rental),
  payback,
  breakEven,
  priceForMargin,
  profitAtMargin,
  margin,
  yearlyProfit,
  levelOrInterestOnly,
  yearlyOwning,
  debtAndEquity,
  levelPayment,
  bookValue,
  yieldOf,
  depreciation,
  interest,
  sharesAdded,
  ofRecords(late),
  partOrRest,
  ofRecords(adjusted),
  partOf,
  partsGiven,
  howManyOf,
  sharedBy,
  averagePower,
  ofRecords(countsOnRecord),
  chipsForPower,
  restOfMoney,
  ofRecords(hardware),
  chipsInRacks,
  countsForPower,
  powerOfChips,
  powerOfOne,
  ofRecords(overhead),
  gigawattYears,
  rents,
  ofRecords(generation),
  pairwise,
  spokenLong,
  groups,
  twoQuotients,
  partAtRates,
  twoRates,
  byYear,
  pace,
  perPeriod,
  fee,
  ofRecords(costBesideDeals),
  ofRecords(ratio),
  twoPrices,
  loadFactor,
  pricePerEnergy,
  energyOverTime,
  energyOfOne,
  howManyInPower,
  buildAndFill,
  proportion,
  nounForPower,
  severalLinks,
  ofRecords(chain),
  howMany,
  ratesTogether,
  ofRecords(cost),
  product,
  perUnit,
  perThing,
  inOwnDollars,
  conversion,
  addedUp,
  byUnits,
  solve,
  spoken,
];

const WITHOUT_NUMBERS = KINDS.filter((read) => OF_RECORDS.has(read));

/** Whether numbers are given for each of something beside the something: "$50B/GW" and "3 GW". */
export function hasRates(reading: Reading): boolean {
  const { terms } = readSum(reading);
  const rates = terms.filter(({ kind }) =>
    ["rate", "price", "pace", "unit-price", "hourly", "unit-power"].includes(kind),
  );
  return rates.length > 0 && terms.length > rates.length;
}

export function readSums(reading: Reading): PlanInput | null {
  const sum = readSum(reading);
  if (sum.terms.some(({ low, high }) => !Number.isFinite(low) || !Number.isFinite(high))) return null;
  return (
    (isMove(sum) ? twoCases(sum, readOne) : null) ??
    readOne(sum) ??
    putOn(sum, readOne) ??
    twoCases(sum, readOne) ??
    withRecorded(sum) ??
    interestOnRecord(sum)
  );
}

function readOne(sum: Sum): PlanInput | null {
  // A year alone is nothing to count with.
  for (const read of sum.terms.every(({ kind }) => kind === "year") ? WITHOUT_NUMBERS : KINDS) {
    const plan = read(sum);
    if (plan && !takesListAsRange(sum, plan)) return plan;
  }
  return null;
}

/** "Minus 38, 250 and 300 billion": several numbers are no range from the smallest to the largest. */
function takesListAsRange({ terms }: Sum, plan: PlanInput): boolean {
  if (plan.kind !== "evaluate") return false;
  return terms
    .filter(({ ends }) => ends.length > 2)
    .some(({ low, high }) => plan.lines.some(({ expression }) => expression.includes(`${low}-${high}`)));
}
