/** What goes on with the last answer without being put in full, by kind; the first that fits. */

import { boundTo } from "../bound-to.ts";
import { listRefined } from "../listing.ts";
import { guidedBefore } from "../metric-turns/guided-before.ts";
import type { ReadRule } from "../reading.ts";
import { withoutOptions } from "../without-options.ts";
import { amountOfDeed } from "./amount-of-deed.ts";
import { amountsShown } from "./amounts-shown.ts";
import { anotherFigure } from "./another-figure.ts";
import { anotherOfKind } from "./another-of-kind.ts";
import { approved } from "./approved.ts";
import { asBefore } from "./as-before.ts";
import { asPercent } from "./as-percent.ts";
import { atAnotherTime } from "./at-another-time.ts";
import { beforeTheMoney } from "./before-the-money.ts";
import { behindValuation } from "./behind-valuation.ts";
import { boundAsked } from "./bound-asked.ts";
import { byNumber } from "./by-number.ts";
import { challenge } from "./challenge.ts";
import { changedInTime } from "./changed-in-time.ts";
import { chipsAtRental } from "./chips-at-rental.ts";
import { choice } from "./choice.ts";
import { comparedWith } from "./compared-with.ts";
import { confirmed } from "./confirmed.ts";
import { costOfPower } from "./cost-of-power.ts";
import { couldGrow } from "./could-grow.ts";
import { deedOfParty } from "./deed-of-party.ts";
import { discountShown } from "./discount-shown.ts";
import { exchangeRateUsed } from "./exchange-rate-used.ts";
import { forEachDollarShown } from "./for-each-dollar-shown.ts";
import { fromEach } from "./from-each.ts";
import { fromParty, fromPartyInWords } from "./from-party.ts";
import { getsAsked } from "./gets-asked.ts";
import { impliedWhole } from "./implied-whole.ts";
import { inCurrency } from "./in-currency.ts";
import { inItsFinancing } from "./in-its-financing.ts";
import { investedBy } from "./invested-by.ts";
import { largestPart } from "./largest-part.ts";
import { lengthOfShown } from "./length-of-shown.ts";
import { listCounted } from "./list-counted.ts";
import { measureOfParty } from "./measure-of-party.ts";
import { midpoint } from "./midpoint.ts";
import { monthsOfFee } from "./months-of-fee.ts";
import { ofEach } from "./of-each.ts";
import { ofVersions } from "./of-versions.ts";
import { onTheLast } from "./on-the-last.ts";
import { onTheRate } from "./on-the-rate.ts";
import { besideTheRunningSum } from "./on-the-running-sum.ts";
import { onceAnother } from "./once-another.ts";
import { oneInOrder } from "./one-in-order.ts";
import { otherPlaces } from "./other-places.ts";
import { paidHow } from "./paid-how.ts";
import { partCalled } from "./part-called.ts";
import { partInAnother } from "./part-in-another.ts";
import { partOfParty } from "./part-of-party.ts";
import { partOfRate } from "./part-of-rate.ts";
import { partOfSum } from "./part-of-sum.ts";
import { partOfDeal } from "./parts-of-deal.ts";
import { perHourShown } from "./per-hour-shown.ts";
import { perUnitShown } from "./per-unit-shown.ts";
import { percentMore } from "./percent-more.ts";
import { pointOfSeries } from "./point-of-series.ts";
import { pointsAtNothing } from "./points-at-nothing.ts";
import { priceToSales } from "./price-to-sales.ts";
import { rateOfEstimate } from "./rate-of-estimate.ts";
import { replacedBy } from "./replaced-by.ts";
import { saidBy } from "./said-by.ts";
import { saidOfItBy } from "./said-of-it-by.ts";
import { shareInMoney } from "./share-in-money.ts";
import { sharesAtPrice } from "./shares-at-price.ts";
import { soldOfIt } from "./sold-of-it.ts";
import { stakeAtValuation } from "./stake-at-valuation.ts";
import { stakeForMoney } from "./stake-for-money.ts";
import { stepUp } from "./step-up.ts";
import { theOthers } from "./the-others.ts";
import { theirs } from "./theirs.ts";
import { tookPart } from "./took-part.ts";
import { totalRefined } from "./total-refined.ts";
import { valuationOverRevenue } from "./valuation-over-revenue.ts";
import { valuedThen } from "./valued-then.ts";
import { versionOfNoun } from "./version-of-noun.ts";
import { whenOfTold } from "./when-of-told.ts";
import { whetherThereIs } from "./whether-there-is.ts";
import { whichHasMore } from "./which-has-more.ts";
import { wholeAround } from "./whole-around.ts";

export const FOLLOW_UPS: readonly ReadRule[] = [
  onTheLast,
  onTheRate,
  besideTheRunningSum,
  withoutOptions,
  boundTo,
  onceAnother,
  guidedBefore,
  confirmed,
  challenge,
  changedInTime,
  measureOfParty,
  whenOfTold,
  lengthOfShown,
  saidBy,
  saidOfItBy,
  boundAsked,
  replacedBy,
  deedOfParty,
  choice,
  approved,
  paidHow,
  getsAsked,
  whetherThereIs,
  couldGrow,
  beforeTheMoney,
  stakeForMoney,
  theirs,
  tookPart,
  listCounted,
  listRefined,
  totalRefined,
  fromParty,
  partCalled,
  oneInOrder,
  partOfSum,
  amountOfDeed,
  investedBy,
  stepUp,
  asPercent,
  soldOfIt,
  valuationOverRevenue,
  comparedWith,
  whichHasMore,
  stakeAtValuation,
  wholeAround,
  pointOfSeries,
  ofEach,
  largestPart,
  fromEach,
  partOfRate,
  otherPlaces,
  theOthers,
  shareInMoney,
  exchangeRateUsed,
  inCurrency,
  ofVersions,
  midpoint,
  percentMore,
  forEachDollarShown,
  discountShown,
  priceToSales,
  perHourShown,
  perUnitShown,
  monthsOfFee,
  chipsAtRental,
  amountsShown,
  byNumber,
  pointsAtNothing,
  sharesAtPrice,
  valuedThen,
  impliedWhole,
  asBefore,
  versionOfNoun,
  atAnotherTime,
  costOfPower,
  rateOfEstimate,
  partInAnother,
  inItsFinancing,
  anotherOfKind,
  partOfDeal,
  anotherFigure,
  partOfParty,
  behindValuation,
  fromPartyInWords,
];
