/** The rules, from the most particular kind of question to the most general. The first that reads one makes the plan. */
import { amountMoved } from "./amount-moved.ts";
import { amountPutIn } from "./amount-put-in.ts";
import { averageListed } from "./average-listed.ts";
import { boardAsked } from "./board-asked.ts";
import { bothMeasures } from "./both-measures.ts";
import { boundTo } from "./bound-to.ts";
import { byItsAmount } from "./by-its-amount.ts";
import { calculation } from "./calculation.ts";
import { changeRanking } from "./change-ranking.ts";
import { changes } from "./changes.ts";
import { chipsPower } from "./chips-power.ts";
import { companyAsked } from "./company-asked.ts";
import { comparison } from "./comparison.ts";
import { contestedAsked } from "./contested-asked.ts";
import { coversAsked } from "./covers-asked.ts";
import { definition } from "./definition.ts";
import { earlierVersion } from "./earlier-version.ts";
import { endsListed } from "./ends-listed.ts";
import { estimateOfOwner } from "./estimate-of-owner.ts";
import { existence } from "./existence.ts";
import { expectedInTime } from "./expected-in-time.ts";
import { exposureAsked } from "./exposure-asked.ts";
import { fateAsked } from "./fate-asked.ts";
import { figureOfBoth } from "./figure-of-both.ts";
import { firstReport } from "./first-report.ts";
import { flows } from "./flows.ts";
import { pointsAtNothing } from "./follow-up/points-at-nothing.ts";
import { groupOverTime } from "./group-over-time.ts";
import { inBoth } from "./in-both.ts";
import { inputAsked } from "./input-asked.ts";
import { inputNamed } from "./input-named.ts";
import { investedIn } from "./invested-in.ts";
import { involvement } from "./involvement.ts";
import { lastSentence } from "./last-sentence.ts";
import { ledAsked } from "./led-asked.ts";
import { leftOffice } from "./left-office.ts";
import { lengthsListed } from "./lengths-listed.ts";
import { listing } from "./listing.ts";
import { listingDay } from "./listing-day.ts";
import { listingPair } from "./listing-pair.ts";
import { loansTied } from "./loans-tied.ts";
import { lookup } from "./lookup.ts";
import { groupMetric, metric } from "./metric.ts";
import { metricFollowUp } from "./metric-follow-up.ts";
import { metricRanking } from "./metric-ranking.ts";
import { metricsTogether } from "./metrics-together.ts";
import { namedRanking } from "./named-ranking.ts";
import { nonsense } from "./nonsense.ts";
import { notYetKnown } from "./not-yet-known.ts";
import { numberScaled } from "./number-scaled.ts";
import { ofAChip } from "./of-a-chip.ts";
import { officeAsked } from "./office-asked.ts";
import { ownTicket } from "./own-ticket.ts";
import { ownersAsked } from "./owners-asked.ts";
import { ownsAsked } from "./owns-asked.ts";
import { partOfAsked } from "./part-of-asked.ts";
import { namedPart } from "./part-of-named.ts";
import { partiesCounted } from "./parties-counted.ts";
import { partsRanking } from "./parts-ranking.ts";
import { partySums } from "./party-sums.ts";
import { perGwRanking } from "./per-gw-ranking.ts";
import { percentageAsked } from "./percentage-asked.ts";
import { personSaid, strangerSaid } from "./person-said.ts";
import { powerPartners } from "./power-partners.ts";
import { premise } from "./premise.ts";
import { prepaid } from "./prepaid.ts";
import { pricelessListed } from "./priceless-listed.ts";
import { rate } from "./rate.ts";
import type { ReadRule } from "./reading.ts";
import { roleAsked } from "./role-asked.ts";
import { roundMeant } from "./round-meant.ts";
import { severalParties } from "./several-parties.ts";
import { shareInDollars } from "./share-in-dollars.ts";
import { sharesMoved } from "./shares-moved.ts";
import { siteFinancing } from "./site-financing.ts";
import { sitesAsked } from "./sites-asked.ts";
import { sourcesAsked } from "./sources-asked.ts";
import { speakerAsked } from "./speaker-asked.ts";
import { spentInTime } from "./spent-in-time.ts";
import { stakeAndPrice } from "./stake-and-price.ts";
import { stateGuarantee } from "./state-guarantee.ts";
import { statedShare } from "./stated-share.ts";
import { summaryAsked } from "./summary-asked.ts";
import { sumsOfEach } from "./sums-of-each.ts";
import { talk } from "./talk.ts";
import { tallyPart } from "./tally-part.ts";
import { tellerTally } from "./teller-tally.ts";
import { tiesAsked } from "./ties-asked.ts";
import { timeBetween } from "./time-between.ts";
import { timeline } from "./timeline.ts";
import { tooBare } from "./too-bare.ts";
import { totals } from "./totals.ts";
import { unlisted } from "./unlisted.ts";
import { unpublishedShare } from "./unpublished-share.ts";
import { unrecorded } from "./unrecorded.ts";
import { valuation } from "./valuation.ts";
import { whetherDone } from "./whether-done.ts";
import { whichAmount } from "./which-amount.ts";
import { whoSaid } from "./who-said.ts";
import { whyFigure } from "./why-figure.ts";
import { withoutOptions } from "./without-options.ts";

export const RULES: readonly ReadRule[] = [
  talk,
  nonsense,
  tooBare,
  summaryAsked,
  lastSentence,
  pointsAtNothing,
  byItsAmount,
  premise,
  listingDay,
  listingPair,
  withoutOptions,
  boundTo,
  companyAsked,
  ledAsked,
  whetherDone,
  boardAsked,
  unpublishedShare,
  stateGuarantee,
  shareInDollars,
  ownTicket,
  tellerTally,
  namedPart,
  tallyPart,
  amountMoved,
  earlierVersion,
  powerPartners,
  leftOffice,
  officeAsked,
  whyFigure,
  spentInTime,
  unrecorded,
  whichAmount,
  stakeAndPrice,
  ownsAsked,
  percentageAsked,
  statedShare,
  whoSaid,
  speakerAsked,
  strangerSaid,
  sourcesAsked,
  sharesMoved,
  ownersAsked,
  firstReport,
  contestedAsked,
  roundMeant,
  prepaid,
  timeBetween,
  figureOfBoth,
  amountPutIn,
  partiesCounted,
  fateAsked,
  chipsPower,
  exposureAsked,
  investedIn,
  roleAsked,
  tiesAsked,
  sitesAsked,
  inBoth,
  involvement,
  partOfAsked,
  partySums,
  sumsOfEach,
  averageListed,
  numberScaled,
  estimateOfOwner,
  perGwRanking,
  coversAsked,
  calculation,
  metricFollowUp,
  inputAsked,
  inputNamed,
  ofAChip,
  definition,
  existence,
  changeRanking,
  namedRanking,
  partsRanking,
  metricRanking,
  bothMeasures,
  pricelessListed,
  endsListed,
  lengthsListed,
  expectedInTime,
  siteFinancing,
  loansTied,
  listing,
  metricsTogether,
  groupOverTime,
  groupMetric,
  rate,
  totals,
  flows,
  comparison,
  changes,
  timeline,
  metric,
  valuation,
  personSaid,
  severalParties,
  unlisted,
  notYetKnown,
  lookup,
];
