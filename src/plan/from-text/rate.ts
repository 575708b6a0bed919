/** An input of the calculator asked for by itself: a chip's power, a rack's price, an analyst's figure, a grid's carbon. */

import type { Rate } from "../../../knowledge/schema.ts";
import { isChip } from "../../calculator/chain/choose-inputs.ts";
import { capexEstimates, estimatesForChip } from "../../calculator/named-estimate.ts";
import { blanked } from "../../knowledge/blanked.ts";
import { gated } from "../../knowledge/gated.ts";
import { isOfName } from "../../knowledge/name-words.ts";
import { asksWhether } from "../../knowledge/question-words.ts";
import { type RankedRate, rankRates } from "../../knowledge/rates.ts";
import { tellingOf } from "../../knowledge/statements.ts";
import { sense } from "../../knowledge/synonyms.ts";
import { contentWords } from "../../knowledge/words.ts";
import { CHIP_NAME, chipsNamed } from "../given.ts";
import type { PlanInput } from "../plan.ts";
import { COMPARE, SUPERLATIVE } from "./asks.ts";
import { goesOn } from "./conversation.ts";
import { namesOnly } from "./follow-up/elliptic.ts";
import { measuresIn } from "./measures.ts";
import { isRateOwner, ratesNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { POWER_BUILT, POWER_SIGNED, SUM_OF_DEALS } from "./totals.ts";

/** Nearly all words must be the rate's own: these questions are short and name what they mean. */
const COVERED = 0.6;
const SCORE = 7;
/** Of somebody's own few figures less has to be said. */
const COVERED_BY_OWNER = 0.35;
/** Without the name of a party that a record only speaks of, its other words must say nearly all. */
const TOLD_ALONE = 0.8;

/** Of what was spoken of. */
const OF_THE_POWER = gated(/\bhow much of (?:the|its|that|this|it)\b/i);
/** A number is nobody and no place. */
const ASKS_NO_NUMBER = gated(
  /^(?:\W*(?:so|and|but|ok),? )*(?:who|whom|where)(?!['’]s|\s+(?:says?|said|gives?|gave|puts?|reckons?|estimates?|has)\b)\b/i,
);

const BEYOND = gated(/\d\s?(?:peta|exa|zetta|yotta)watts?\b/i);
const PLANT_AT = gated(
  /\b(?:plants?|campus(?:es)?|sites?|data ?cent(?:er|re)s?|reactors?)\b.{0,20}\b(?:for|in|at|near|of)\b/i,
);

export const rate: ReadRule = {
  name: "rate",
  read(reading) {
    const { question, names } = reading;
    const alike = namedAlike(reading);
    if (alike) return alike;
    if (
      CALCULATES.test(question.replace(A_GIGAWATT, " ")) ||
      COUNTED_CHIPS.test(question) ||
      names.deals.length > 0 ||
      ASKS_NO_NUMBER.test(question)
    )
      return null;
    // Of a power beyond any that is built nothing is on record.
    if (BEYOND.test(question)) return null;
    // "The gas plant for Ohio" is one, and no plant as such.
    if (names.places.length > 0 && PLANT_AT.test(question)) return null;
    if (names.orgs.length > 1 && /\b(?:shares|stock|stake|own(?:s|ed)?)\b/i.test(question)) return null;
    // By yes or no nobody asks for a number of somebody's.
    if (names.orgs.length > 0 && asksWhether(question)) return null;
    if (names.orgs.length > 0 && (POWER_SIGNED.test(question) || SUM_OF_DEALS.test(question))) return null;
    // What was promised as equity is no price of hardware.
    if (POWER_BUILT.test(question) || measuresIn(question).includes("equity-commitments")) return null;
    // "Price per share" after a deal is that deal's.
    if (goesOn(reading) && !names.mentions.some(({ refs }) => refs.some((ref) => ref.type === "rate"))) return null;
    if (OF_THE_POWER.test(question) && reading.conversation.deal !== null && reading.conversation.plan !== null)
      return null;
    // "Meta capex 2025" is the name of a company's figure.
    const isNamed = (type: string) => names.mentions.some(({ refs }) => refs.some((ref) => ref.type === type));
    const chips = chipsNamed(question);
    if (isNamed("metric") && !isNamed("rate") && chips.length < 2) return null;
    // "What did Jensen say about AMD": what was said is a record of its own.
    if (names.mentions.some(({ refs }) => refs.some(({ type }) => type === "topic"))) return null;
    // A company that is named and nothing else is no estimate of its.
    if (names.orgs.length > 0 && /^\s*[\w.&'’ -]+[\s?.!]*$/.test(question) && namesOnly(question, names, []))
      return null;
    const several = severalEstimates(reading);
    if (several) return several;
    if (COMPARE.test(question) || rankOf(question) !== null) {
      const found = sides(reading);
      const ofOthers = names.orgs.filter(
        (org) => isDealOrg(reading, org) && !found.some((id) => isHis(reading, id, org)),
      );
      if (found.length > 1 && ofOthers.length === 0) return { kind: "show-rate", rates: found, rank: rankOf(question) };
    }
    const all = contentWords(question.replace(A_GIGAWATT, " gigawatt ")).filter(
      (word) => !/^[$€£]?\d+([.,]\d+)*$/.test(word) && !NOISE.has(word),
    );
    // "Cost" tells a rack's price from its power, and says nothing of an estimate that is a cost.
    const bare = all.filter((word) => word !== "cost");
    return (bare.length > 1 ? one(reading, all) : null) ?? one(reading, bare);
  },
};

/** "Is a new AP1000 dearer than a combined-cycle plant, how many times": two that are named, of one kind. */
function namedAlike({ question, names, library, quantities }: Reading): PlanInput | null {
  if (names.orgs.length + names.deals.length + quantities.length > 0 || !SET_AGAINST.test(question)) return null;
  const rates = names.mentions.flatMap(({ refs }) =>
    refs.flatMap(({ type, id }) => (type === "rate" ? (library.rates.get(id) ?? []) : [])),
  );
  const [first, second, ...more] = [...new Set(rates)];
  return first && second && more.length === 0 && first.quantity === second.quantity && first.unit === second.unit
    ? { kind: "show-rate", rates: [first.id, second.id], rank: null }
    : null;
}
const SET_AGAINST =
  /\b(?:vs\.?|versus|than|compared?|against|difference|how many times|or)\b.*|\b(?:dearer|cheaper|pricier|costlier)\b/i;

/** "Electricity price in Iowa": the number of that place, and none of anywhere else. */
function placed({ names, question, library }: Reading, ranked: readonly RankedRate[]): PlanInput | null {
  const [best] = ranked;
  const kind = best?.rate.quantity.split("-").slice(0, 2).join("-");
  // What somebody does at a place is no number that everybody works with.
  if (!best || !kind || !OF_PLACES.has(kind) || best.coverage < COVERED) return null;
  if (names.orgs.length + names.deals.length > 0) return null;
  // A name of its own says the place as well.
  const named = names.mentions.flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "rate" ? [id] : [])));
  const [own, ...others] = named.filter((id) => library.rates.get(id)?.quantity.startsWith(`${kind}-`));
  if (own && others.length === 0) return { kind: "show-rate", rates: [own], rank: null };
  const said = names.places.filter((place) => place !== COUNTRY);
  if (said.length === 0) return null;
  const local = library.knowledge.rates.find(
    ({ quantity, name }) => quantity.startsWith(kind) && said.some((place) => name.includes(place)),
  );
  return local
    ? { kind: "show-rate", rates: [local.id], rank: null }
    : { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
}
const COUNTRY = "United States";
/** What differs from place to place. */
const OF_PLACES: ReadonlySet<string> = new Set([
  "electricity-price",
  "grid-connection",
  "co2-intensity",
  "water-usage",
]);

function one(reading: Reading, words: readonly string[]): PlanInput | null {
  const { question, library, names } = reading;
  const numbers = question.match(/\b20\d\d\b/g) ?? [];
  const all = rankRates(library, { words, orgs: names.orgs, people: names.people, numbers });
  const prices = ASKS_PRICE.test(question) ? all.filter(({ rate: { unit } }) => MONEY.test(unit)) : [];
  const ranked = (prices[0]?.coverage ?? 0) >= TOLD_ALONE ? prices : all;
  const local = placed(reading, ranked);
  if (local) return local;
  const theirs = ranked.filter((entry) => isOf(entry.rate, names));
  const [best, second] = theirs[0] && isNear(theirs[0], ranked[0]) ? theirs : ranked;
  const own = best !== undefined && theirs.includes(best);
  // Of a party to deals as much has to be said as where nobody is named.
  const known = own && best.rate.org && isDealOrg(reading, best.rate.org);
  if (!best || best.coverage < (own && !known ? COVERED_BY_OWNER : COVERED) || best.score < SCORE) return null;
  // "Interest on Valor's debt" is that of a record, and no estimate of anything like it.
  const { name, aliases, chip = "", quantity, includes, note = "" } = best.rate;
  const said = new Set(contentWords([name, ...aliases, chip, quantity.replaceAll("-", " "), includes, note].join(" ")));
  if (!own && words.some((word) => isOfName(library, word) && !said.has(word))) return null;
  // A party whose rate this is not is what the question is about.
  const strangers = names.orgs.filter((org) => org !== best.rate.org);
  if (strangers.some((org) => !aboutChip(reading, best.rate, org) && !speaksOf(reading, best.rate, org))) return null;
  const measured = measuresIn(question).length > 0 && names.orgs.some((org) => isDealOrg(reading, org));
  if (measured && !(own && best.coverage >= COVERED)) return null;
  // The capex of a year is the company's own.
  if (measured && best.rate.quantity.endsWith("-per-gw") && OF_A_YEAR.test(question) && !PER_GW.test(question))
    return null;
  // A cost that is not said to be of a gigawatt is of something else.
  if (best.rate.quantity.endsWith("-per-gw") && !own && !PER_GW.test(question) && !CHIP_NAME.test(question))
    return null;
  const alike = second && second.score >= best.score * 0.98 && second.rate.quantity !== best.rate.quantity;
  if (alike && !best.rate.told_by) return null;
  return { kind: "show-rate", rates: [best.rate.id], rank: null };
}

const OF_A_YEAR = /\b(?:fy ?'?\d{2,4}|fiscal (?:year )?(?:20)?\d\d|20\d\d|q[1-4])\b/i;

/** What somebody pays for it is no share, length or number of it. */
const ASKS_PRICE = gated(
  /\bhow much (?:do|does|did|would|will|is|are|for)\b(?!.*\b(?:share|part|portion|fraction|percent\w*|last|weigh|water|power|electricity|energy|heat|draw|use)\b)|\bprice (?:of|for)\b|\bwhat (?:do|does|did|would|will) .{1,40} (?:cost|sell for|go for)\b|\bcosts?[\s?.!]*$/i,
);
const MONEY = /^(?:USD|EUR|GBP)/;

type Names = Reading["names"];
const isOf = (entry: Rate, { orgs, people }: Names): boolean =>
  (entry.org !== undefined && entry.org !== null && orgs.includes(entry.org)) ||
  (entry.person !== undefined && entry.person !== null && people.includes(entry.person));

/** Whose it is says more than a word or two of another. */
const isNear = (theirs: { score: number }, best: { score: number } | undefined): boolean =>
  theirs.score >= (best?.score ?? 0) * 0.75;

/** "AWS water use": the record says that the figure is theirs, though it is not by them alone. */
function speaksOf({ names, question, library }: Reading, entry: Rate, org: string): boolean {
  const owner = new Set(
    names.mentions
      .filter(({ refs }) => refs.some((ref) => ref.id === org))
      .flatMap(({ start, end }) => contentWords(question.slice(start, end))),
  );
  // Without the name the words must still mean that figure, and be more than one.
  const words = contentWords(question).filter((word) => !owner.has(word) && !NOISE.has(word) && !/^\d/.test(word));
  const [best] = rankRates(library, { words, orgs: [], people: [] });
  if (words.length < 2 || best?.rate.id !== entry.id || best.coverage < TOLD_ALONE) return false;
  const said = contentWords([entry.name, ...entry.aliases, entry.includes, entry.note ?? ""].join(" "));
  return names.mentions
    .filter(({ refs }) => refs.some((ref) => ref.type === "org" && ref.id === org))
    .some(({ start, end }) => contentWords(question.slice(start, end)).every((word) => said.includes(word)));
}

const ALL_OF = gated(/\b(?:all|every|each|list|which|what)\b.*\b(?:estimates?|numbers?|figures?|rates?)\b/i);
const IN_ORDER = gated(
  /\b(?:sort|rank|order|highest|lowest|cheapest|priciest|dearest|most expensive|least expensive|biggest|largest|smallest|compare|which)\b/i,
);
const PER_GW = /\b(?:per|an?|each|every|one)\s?(?:gw|gigawatt)\b|\/\s?gw\b|\bgigawatts?\b|\bgw\b/i;

/** Estimates of a gigawatt side by side: those that are named, those for one chip, those of one firm for each chip. */
function severalEstimates(reading: Reading): PlanInput | null {
  const { question, library, names } = reading;
  if (!PER_GW.test(question)) return null;
  const rank = rankOf(question);
  const named = ratesNamed(reading);
  if (named.length > 1 && IN_ORDER.test(question)) return { kind: "show-rate", rates: named.slice(0, MOST), rank };
  const chip = CHIP_NAME.exec(question)?.[1];
  if (chip && ALL_OF.test(question)) {
    const found = estimatesForChip(library, chip).map(({ id }) => id);
    if (found.length > 1) return { kind: "show-rate", rates: found.slice(0, MOST), rank };
  }
  const owner = names.orgs.find((org) => isRateOwner(reading, org));
  if (!owner || rank === null || !/\b(?:chips?|gpus?|accelerators?|tables?|builds?|gigawatts?|gws?)\b/i.test(question))
    return null;
  const table = capexEstimates(library).filter((entry) => entry.org === owner && entry.chip);
  const sorted = table.sort((a, b) => (a.mid ?? 0) - (b.mid ?? 0)).map(({ id }) => id);
  return sorted.length > 1
    ? { kind: "show-rate", rates: (rank === "lowest" ? sorted : sorted.reverse()).slice(0, MOST), rank }
    : null;
}

/** "The cheapest accelerator to fill a gigawatt with, by Morgan Stanley": one firm's estimates are put in order, and none is worked with. */
export const ranksEstimates = (reading: Reading): boolean =>
  rankOf(reading.question) !== null &&
  /\b(?:chips?|gpus?|accelerators?)\b/i.test(reading.question) &&
  reading.quantities.every(({ quantity }) => quantity.unit === "GW" && quantity.low === 1 && quantity.high === 1) &&
  reading.names.deals.length === 0 &&
  severalEstimates(reading) !== null;

/** As many as an answer shows. */
const MOST = 6;

/** An amount with its unit is worked with, not asked for. */
const CALCULATES =
  /[$€£]\s?\d|\d[\d.,]*\s?(?:mw|gw|twh|kwh|gwh|mwh|lbs?|%|bn|billion|million|m|b|k)\b|\bconvert\b|\b(?:energy|homes|co2) (?:per|from|for)\b.*\d/i;

/** "Of 1 gigawatt" is for each of them. */
const A_GIGAWATT = /\b(?:1|one) (?:gw|gigawatt)\b/gi;

/** "100,000 H100s": so many of them are worked with. */
const COUNTED_CHIPS = new RegExp(
  String.raw`\b\d[\d,.]*\s?(?:k|thousand|million)?\s(?:nvidia |amd |google )?(?:gpus|chips|accelerators|${CHIP_NAME.source})`,
  "i",
);

const NOISE = new Set(
  "implied implies according per figure number input your call gave go went say said what give average range mid low high".split(
    " ",
  ),
);
const DEAR_OR_CHEAP = gated(
  /\b(?:price[ds]?|pric(?:ier|iest)|cheap(?:er|est)?|dear(?:er|est)?|costl(?:y|ier|iest)|(?:more|most|less|least) expensive|costs? (?:more|less|(?:the )?most|(?:the )?least))\b/i,
);
const OTHER_COST = /\b(?:rent\w*|hour\w*|run\w*|power|energy|watts?|gigawatts?|gw|megawatts?|mw)\b/i;
const rankOf = (question: string) =>
  /\b(?:lowest|cheap(?:est|er)|least|smallest|costs? less|less expensive)\b/i.test(question)
    ? "lowest"
    : SUPERLATIVE.test(question) ||
        /\b(?:dear(?:est|er)|pric(?:iest|ier)|costl(?:iest|ier)|costs? more|more expensive)\b/i.test(question)
      ? "highest"
      : null;

/** Whether an organisation is a party to deals rather than only the author of an estimate. */
const isDealOrg = ({ library }: Reading, org: string): boolean => (library.dealsOf.get(org)?.length ?? 0) > 1;

/** "nvidia h100": the maker of the chip. */
const aboutChip = ({ library }: Reading, found: Rate, org: string): boolean =>
  (found.chip ?? "").toLowerCase().includes((library.organisations.get(org)?.name ?? org).toLowerCase());

/** "b200 vs h100 rental": what names neither chip nor owner counts for all sides. */
function sides(reading: Reading): string[] {
  const { question, library, names } = reading;
  const ownerOf = ({ refs }: Names["mentions"][number]) =>
    refs.find(
      ({ type, id }) =>
        (type === "org" || type === "person") && library.knowledge.rates.some((entry) => isBy(entry, id)),
    )?.id;
  const owners = names.mentions.flatMap((mention) => {
    const owner = ownerOf(mention);
    return owner ? [{ start: mention.start, end: mention.end, owner }] : [];
  });
  const chips = chipsNamed(question).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    owner: null,
  }));
  const apart = chips.length > 1 ? chips : [...chips, ...owners];
  if (apart.length < 2) return unnamedSides(reading);
  const rest = blanked(question, apart);
  const said = contentWords(rest).filter((word) => !NOISE.has(word) && !RANKS.has(word));
  // What is only called dear or cheap is set side by side by its price.
  const priced = DEAR_OR_CHEAP.test(rest) && !OTHER_COST.test(rest);
  const quantity = !priced ? null : /\bracks?\b/i.test(rest) ? "rack-price" : "accelerator-price";
  const shared = priced ? ["price"] : said;
  const found: string[] = [];
  for (const { start, end, owner } of apart) {
    const name = question.slice(start, end);
    const theirs = owner ? [owner] : null;
    const best = rankRates(library, {
      words: [...shared, ...contentWords(name)],
      orgs: theirs ?? names.orgs,
      people: theirs ?? names.people,
    }).find(({ rate: entry }) =>
      owner ? isBy(entry, owner) : entry.chip && isChip(entry, name) && (!quantity || entry.quantity === quantity),
    );
    if (best && best.score >= SCORE - 1 && best.coverage >= 0.5 && !found.includes(best.rate.id))
      found.push(best.rate.id);
  }
  return found;
}

/** "Related Digital: debt or equity" asks for nothing that is not theirs. */
function isHis(reading: Reading, id: string, org: string): boolean {
  const found = reading.library.rates.get(id);
  return found !== undefined && (isBy(found, org) || aboutChip(reading, found, org));
}

const isBy = (entry: Rate, id: string): boolean => entry.org === id || entry.person === id;
const RANKS = new Set(
  "highest lowest most least biggest largest smallest cheapest higher lower sort rank order compare".split(" "),
);

/** "AP1000 vs gas CCGT": sides without a chip or an owner, by the words that tell rates apart. */
function unnamedSides({ question, library, names }: Reading): string[] {
  const parts = question
    .split(/\b(?:vs\.?|versus|against|or|and|compared (?:to|with))\b|[,:;]/i)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return [];
  const all = contentWords(question).filter((word) => !NOISE.has(word));
  const marks = parts.map((part) => new Set(contentWords(part).map(sense)));
  const found: string[] = [];
  for (const [index] of parts.entries()) {
    const others = new Set(marks.flatMap((mark, other) => (other === index ? [] : [...mark])));
    const mine = marks[index] ?? new Set();
    const common = all.filter((word) => mine.has(sense(word)) || !isName(library, word) || !others.has(sense(word)));
    const best = rankRates(library, { words: common, orgs: names.orgs, people: names.people }).find(({ rate: entry }) =>
      [...mine].some(
        (word) =>
          isName(library, word) &&
          contentWords([entry.name, ...entry.aliases, entry.chip ?? ""].join(" "))
            .map(sense)
            .includes(word),
      ),
    );
    if (best && best.score >= SCORE - 1 && best.coverage >= 0.5 && !found.includes(best.rate.id))
      found.push(best.rate.id);
  }
  return found;
}

/** A word that tells rates apart: of a chip, a firm, a kind of plant. */
const isName = (library: Reading["library"], word: string): boolean => tellingOf(library, word) > 3.2;
