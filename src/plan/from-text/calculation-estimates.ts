/** Named estimates set against each other, and one firm's numbers for several chips. */

import { boundsOf, capexEstimates, estimatesForChip, isSynthetic } from "../../calculator/named-estimate.ts";
import { gated } from "../../knowledge/gated.ts";
import { CHIP_NAME, chipsNamed } from "../given.ts";
import type { PlanInput } from "../plan.ts";
import { estimatesTogether } from "./estimates-together.ts";
import { estimateOf, ownersNamed, ratesNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { readSum } from "./sums/sum.ts";
import { writeQuantity, writeRate } from "./write-quantity.ts";

const DIFFERENCE =
  /\bhow (?:far|high|wide) (?:is|are|was|does|apart)\b|\bhow (?:far|much) (?:above|below|over|under|beyond|ahead)\b|\b(?:is|are|was|sits?|comes?|stands?|lies)\b.*\b(?:above|below|over|under|beyond|short of)\b|\b(?:gap|spread|difference)\b|\bexceeds?\b|\b(?:instead of|rather than|less)\b|\b(?:extra|additional|sav(?:ed?|ings?))\b|\bby (?:what|which) (?:percent\w*|share|factor|margin)\b|\b(?:how much|by how much|what(?:'s| is))\b.*\b(?:higher|lower|more|less|bigger|smaller|dearer|cheaper|above|below|difference|gap)\b|\b(?:difference|gap) between\b|\bby how much\b.*\bexceeds?\b|\bexceeds?\b.*\bby how much\b|\b(?:ratio|times|multiple|divided by)\b|\bpercent(?:age)? by which\b|\bminus\b|^(?:so )?(?:is|are|was)\b.*\b(?:higher|lower|more|less|above|below|bigger|smaller|cheaper|dearer)\b|\b(?:vs\.?|versus|compared? (?:to|with)|against|over|relative to|apart|premium)\b|\b(?:which|who(?:se)?|or)\b.*\b(?:or|than)\b|\bor\b.*\b(?:higher|lower|more|less|cheaper|dearer|pricier)\b/i;
const NUMBERS = /\b(?:numbers?|figures?|estimates?|costs?|capex|per[- ]gw|per[- ]gigawatt|gw|gigawatts?)\b/i;

export const calculationEstimates: ReadRule = {
  name: "calculation-estimates",
  read: (reading) =>
    reading.names.deals.length > 0 || OF_OTHER_THINGS.test(reading.question)
      ? reading.names.deals.length > 0
        ? null
        : (nvidiaShare(reading) ?? byChip(reading))
      : (ranked(reading) ??
        rankedAll(reading) ??
        nvidiaShare(reading) ??
        byChip(reading) ??
        difference(reading) ??
        estimatesTogether(reading)),
};

/** What is paid each year or counted in a gigawatt is no cost of building one. */
const OF_OTHER_THINGS = gated(
  /\b(?:electricity|energy|power (?:costs?|bills?|prices?)|depreciat\w*|opex|running costs?|tco|ownership|racks? (?:per|in|count)|water|interest|co2|carbon)\b/i,
);

const OF_A_GIGAWATT = /(?:\b(?:per|an?|each|every|one|1)[\s-]|\/\s?)(?:\S+ )?(?:gw|gigawatt)\b/i;
/** Figures that somebody has published; the cheapest deal, site or country is asked of the records. */
const PUBLISHED = gated(
  /\b(?:estimates?|estimated|figures?|numbers?|published|forecasts?|anyone|anybody|analysts?|guess\w*|put on)\b/i,
);
const OF_RECORDS = gated(
  /\b(?:deals?|contracts?|sites?|campus(?:es)?|projects?|leases?|builds?|states?|countr(?:y|ies)|paid|pays?|signed|revenue|rent)\b/i,
);
const MOST = 6;
const MOST_LISTED = 16;
/** All that there are. */
const LISTED = gated(
  /\b(?:list|all|every|each|which|what|give me|show(?: me)?)\b.*\b(?:estimates|figures|numbers|forecasts)\b|\b(?:estimates|figures|numbers|forecasts)\b.*\b(?:all|every|list)\b/i,
);

/** "The cheapest per-GW estimate", "the highest anyone has put on a gigawatt": all that somebody made, or those for the chip that is named. */
function rankedAll({ question, library, names, quantities }: Reading): PlanInput | null {
  const highest = /\b(?:highest|largest|biggest|dearest|priciest|costliest|most expensive)\b/i.test(question);
  const lowest = /\b(?:lowest|smallest|cheapest|least expensive)\b/i.test(question);
  const listed = !highest && !lowest && LISTED.test(question);
  if (
    (highest === lowest && !listed) ||
    !OF_A_GIGAWATT.test(question) ||
    !PUBLISHED.test(question) ||
    OF_RECORDS.test(question)
  )
    return null;
  if (names.orgs.length + names.people.length + names.places.length > 0) return null;
  if (quantities.some(({ quantity, perGw }) => perGw || quantity.unit !== "GW" || quantity.high !== 1)) return null;
  const chip = CHIP_NAME.exec(question)?.[1];
  const all = chip ? estimatesForChip(library, chip) : capexEstimates(library);
  const middle = (id: string) => boundsOf(library.rates.get(id))?.mid ?? 0;
  const rates = all.filter((rate) => !isSynthetic(rate)).map(({ id }) => id);
  rates.sort((a, b) => (lowest ? middle(a) - middle(b) : middle(b) - middle(a)));
  if (listed) {
    const general = all.filter((rate) => !isSynthetic(rate) && (chip || !rate.chip)).map(({ id }) => id);
    return general.length > 1 ? { kind: "show-rate", rates: general.slice(0, MOST_LISTED), rank: null } : null;
  }
  return rates.length > 1
    ? { kind: "show-rate", rates: rates.slice(0, MOST), rank: lowest ? "lowest" : "highest" }
    : null;
}

/** "Who gives the highest figure for a gigawatt: Bernstein, Foxconn or Krishna": three named estimates or more in their order. */
function ranked(reading: Reading): PlanInput | null {
  const { question, library } = reading;
  const [highest, lowest] = orderIn(question);
  if (highest === lowest || !NUMBERS.test(question)) return null;
  const chip = CHIP_NAME.exec(question)?.[1];
  const named = ratesNamed(reading);
  const owned = named.flatMap((id) => library.rates.get(id)?.org ?? []);
  const others = ownersNamed(reading).filter((org) => !owned.includes(org));
  const theirs = others.flatMap((org) => (chip && estimateOf(reading, org, chip)) || []);
  const rates = [...new Set([...named, ...theirs])];
  return rates.length > 2 && rates.length <= 6
    ? { kind: "show-rate", rates, rank: highest ? "highest" : "lowest" }
    : null;
}

/** "From dear to cheap", "in order, lowest first": the highest or the lowest first; both or neither where it is not said. */
function orderIn(question: string): [highest: boolean, lowest: boolean] {
  const first = FROM_TO.exec(question)?.[1];
  if (first) return DEAR.test(first) ? [true, false] : [false, true];
  const highest = /\b(?:highest|largest|biggest|dearest|most expensive|most|top)\b/i.test(question);
  const lowest = /\b(?:lowest|smallest|cheapest|least)\b/i.test(question);
  return highest || lowest ? [highest, lowest] : [IN_ORDER.test(question), false];
}
const FROM_TO = gated(
  /\b(dear|expensive|high|large|big|costly|pricey|cheap|low|small)(?:est|er)? (?:to|down to|up to|first)\b/i,
);
const DEAR = gated(/^(?:dear|expensive|high|large|big|costly|pricey)/i);
const IN_ORDER = gated(/\brank\w*\b|\b(?:in|by) order\b|\b(?:order|sort|arrange|line up)\b.*(?::|\bby\b)/i);

const OF_NVIDIA = gated(
  /\b(?:share|percent(?:age)?|fraction|portion|part|slice|proportion|how much|%) (?:of|from)\b.*\b(?:nvidia|nvda)\b|\b(?:nvidia|nvda)(?:'s)? (?:share|cut|slice|part|portion|percentage)\b/i,
);
const AS_SHARE = /\b(?:share|cut|percent\w*|fraction|portion|slice|proportion|how much (?:of|from))\b|%/i;

const NOT_NVIDIA = gated(
  /\b(?:not|non-?|other than|besides|without|except|excluding|everything (?:but|else)|rest|left|remain\w*)\b/i,
);

/** "What share of a gigawatt's cost goes to Nvidia": the money for its hardware over the cost of all, by the same person where both are on record. */
function nvidiaShare(reading: Reading): PlanInput | null {
  const { question, library, names, quantities } = reading;
  if (!OF_NVIDIA.test(question) || !/\b(?:gw|gigawatt)/i.test(question) || !AS_SHARE.test(question)) return null;
  const [own, ...moreOwn] = quantities.filter(({ perGw }) => perGw);
  if (moreOwn.length > 0 || (own && own.quantity.unit !== "USD")) return null;
  if (quantities.some((one) => one !== own && (one.quantity.unit !== "GW" || one.quantity.high !== 1))) return null;
  const contents = library.knowledge.rates.filter(({ quantity }) => quantity === "nvidia-content-per-gw");
  const by = (rate: (typeof contents)[number]): boolean =>
    (rate.person !== undefined && names.people.includes(rate.person)) ||
    (rate.org !== undefined && rate.org !== "nvidia" && names.orgs.includes(rate.org));
  const content = contents.find(by) ?? contents.find(({ org }) => org === "nvidia") ?? contents[0];
  const whole = library.knowledge.rates.find((rate) => rate.quantity === "capex-per-gw" && rate.default === true);
  if (!content || !whole) return null;
  return {
    kind: "evaluate",
    title: "Nvidia's share of the cost of a gigawatt",
    lines: [
      { label: content.name.slice(0, 80), expression: `@${content.id}` },
      own
        ? { label: own.quantity.text.slice(0, 80), expression: writeRate(own) }
        : { label: whole.name.slice(0, 80), expression: `@${whole.id}` },
      NOT_NVIDIA.test(question)
        ? { label: "everything but Nvidia", expression: "(#2 - #1) / #2 in %" }
        : { label: "Nvidia's share", expression: "#1 / #2 in %" },
    ],
    lead: [3, 1, 2],
  };
}

/** What a power costs by two estimates that count different gigawatts: nothing is taken from the other. */
const sideBySide = (rates: readonly string[], power: string, names: readonly string[]): PlanInput => ({
  kind: "evaluate",
  title: names.join(" and ").slice(0, 120),
  lines: rates.map((rate, index) => ({
    label: (names[index] ?? rate).slice(0, 80),
    expression: `${power} * @${rate}`,
  })),
  lead: rates.map((_rate, index) => index + 1),
  notes: [],
});

/** "Huang says 35bn, UBS 24": numbers that are said of the two and are none of theirs on record are set against each other as they are said. */
function ofOwnNumbers(reading: Reading, rates: readonly string[]): PlanInput | null | undefined {
  const { library, question } = reading;
  const said = readSum(reading).terms.filter(
    ({ kind, unit, low, high }) =>
      low === high && (kind === "rate" || kind === "money" || (kind === "number" && unit === "" && high < 1_000)),
  );
  const [first, second, ...more] = said;
  if (!first || !second || more.length > 0 || first.kind === "number") return undefined;
  if (!/\b(?:gws?|gigawatts?)\b/i.test(question)) return undefined;
  const amounts = [first.high, second.kind === "number" ? second.high * BILLION : second.high];
  const onRecord = amounts.every((amount) =>
    rates.some((id) => {
      const bounds = boundsOf(library.rates.get(id));
      return bounds !== null && amount >= bounds.low * (1 - SAME) && amount <= bounds.high * (1 + SAME);
    }),
  );
  if (onRecord) return undefined;
  const [high, low] = (amounts[0] ?? 0) >= (amounts[1] ?? 0) ? [first, second] : [second, first];
  const [most, least] = [Math.max(...amounts), Math.min(...amounts)];
  if (most > least * MOST_TIMES) return null;
  return {
    kind: "evaluate",
    title: `${high.text} against ${low.text}`.slice(0, 120),
    lines: [
      { label: high.text.slice(0, 80), expression: `${most} USD/GW` },
      { label: low.text.slice(0, 80), expression: `${least} USD/GW` },
      ...APART,
    ],
    lead: leadFor(question),
    notes: [],
  };
}
const BILLION = 1e9;
const SAME = 0.03;
/** Further apart they are no two prices of one thing. */
const MOST_TIMES = 20;

/** "How much higher is the IBM CEO's figure than Bernstein's": the gap, the ratio and the share. */
function difference(reading: Reading): PlanInput | null {
  const { question, quantities, library } = reading;
  const [said, other, ...more] = estimatesNamed(reading);
  if (!said || !other || more.length > 0 || !DIFFERENCE.test(question)) return null;
  const own = ofOwnNumbers(reading, [said, other]);
  if (own !== undefined) return own;
  // Firms that have deals of their own are meant by their estimates only where numbers are spoken of.
  const dealers = reading.names.orgs.filter((org) => (library.dealsOf.get(org)?.length ?? 0) > 3);
  if (dealers.length > 0 && !NUMBERS.test(question)) return null;
  const powers = quantities.filter((found) => found.quantity.unit === "GW" && !found.perGw && !found.negative);
  const [power0, ...otherPowers] = powers;
  if (
    otherPowers.some(({ quantity }) => quantity.low !== power0?.quantity.low || quantity.high !== power0.quantity.high)
  )
    return null;
  // The higher one comes first, so that the gap is what it is higher by.
  const middleOf = (id: string) => boundsOf(library.rates.get(id))?.mid ?? 0;
  const [a, b] = middleOf(said) >= middleOf(other) ? [said, other] : [other, said];
  const [first, second] = [library.rates.get(a)?.name ?? a, library.rates.get(b)?.name ?? b];
  // A gigawatt of IT and one of the whole facility are no multiples of each other.
  const bases = new Set([a, b].map((id) => library.rates.get(id)?.unit));
  if (bases.size > 1 || new Set([a, b].map((id) => library.rates.get(id)?.basis === "it")).size > 1)
    return power0
      ? sideBySide([a, b], writeQuantity(power0.quantity), [first, second])
      : { kind: "show-rate", rates: [a, b], rank: null };
  const power = powers[0] ? `${writeQuantity(powers[0].quantity)} * ` : "";
  return {
    kind: "evaluate",
    title: `${first} and ${second}`.slice(0, 120),
    lines: [
      { label: first.slice(0, 80), expression: `${power}@${a}` },
      { label: second.slice(0, 80), expression: `${power}@${b}` },
      ...APART,
    ],
    lead: leadFor(question),
    notes: [],
  };
}

/** How far the first line is above the second. */
const APART = [
  { label: "difference", expression: "#1 - #2" },
  { label: "ratio", expression: "#1 / #2" },
  { label: "higher by", expression: "(#1 - #2) / #2 in %" },
  { label: "lower by", expression: "(#1 - #2) / #1 in %" },
];

/** What is lower by a share is so by a share of the higher. */
const leadFor = (question: string): number[] => {
  const share = LOWER.test(question) && !HIGHER.test(question) ? 6 : 5;
  if (/\bpercent|%/i.test(question)) return [share, 1, 2];
  return /\b(?:ratio|times|multiple|divided by|over|relative to)\b/i.test(question) ? [4, 1, 2, 3] : [1, 2, 3, share];
};
const LOWER = gated(/\b(?:lower|below|under|less|cheaper|smaller|discount|save[ds]?|savings?)\b/i);
const HIGHER = gated(/\b(?:higher|above|over|more|dearer|pricier|larger|bigger|extra|additional|premium)\b/i);

/** Those that are named; of firms that have one for the chip that is named, that one. */
function estimatesNamed(reading: Reading): string[] {
  const chip = CHIP_NAME.exec(reading.question)?.[1];
  const owners = ownersNamed(reading);
  const theirs = chip ? owners.flatMap((org) => estimateOf(reading, org, chip) ?? []) : [];
  return theirs.length > 1 ? theirs : ratesNamed(reading);
}

/** Two chips or more by one firm's numbers, each for its own power or for a gigawatt. */
function byChip(reading: Reading): PlanInput | null {
  const { question, quantities, library } = reading;
  const chips = chipsNamed(question);
  const [owner] = ownersNamed(reading);
  if (chips.length < 2 || (!owner && !NUMBERS.test(question))) return null;
  const powers = quantities.filter((found) => found.quantity.unit === "GW" && !found.perGw && !found.negative);
  if (!owner && powers.length === 0) return null;
  const found = chips.slice(0, 6).flatMap((match) => {
    const chip = match[1] ?? "";
    const rate = owner ? estimateOf(reading, owner, chip) : (estimatesForChip(library, chip)[0]?.id ?? null);
    const before = powers.filter((power) => power.end <= match.index).at(-1) ?? powers[0];
    const size = (boundsOf(library.rates.get(rate ?? ""))?.mid ?? 0) * (before?.quantity.high ?? 1);
    return rate ? [{ chip, rate, power: before ? writeQuantity(before.quantity) : "1 GW", size }] : [];
  });
  if (found.length < 2 || new Set(found.map(({ rate }) => rate)).size < 2) return null;
  const lines = found.map(({ chip, rate, power }) => ({
    label: `${power} of ${chip}`,
    expression: `${power} * @${rate}`,
  }));
  const leads = lines.map((_line, index) => index + 1);
  // "3 GW of one plus 2 GW of the other": both together.
  if (powers.length === found.length && /\+|\b(?:plus|blend|together|total|in all|combined|mix)\b/i.test(question)) {
    const all = leads.map((line) => `#${line}`).join(" + ");
    return {
      kind: "evaluate",
      title: `${owner ? (library.organisations.get(owner)?.name ?? owner) : "Estimates"}: ${found.map(({ chip }) => chip).join(" and ")}`,
      lines: [...lines, { label: "in all", expression: all }],
      lead: [leads.length + 1, ...leads],
    };
  }
  // The difference is told of the dearer.
  const [x, y] = (found[0]?.size ?? 0) < (found[1]?.size ?? 0) ? ["#2", "#1"] : ["#1", "#2"];
  const apart = [
    { label: "difference", expression: `${x} - ${y}` },
    { label: "ratio", expression: `${x} / ${y}` },
    { label: "higher by", expression: `(${x} - ${y}) / ${y} in %` },
  ];
  return {
    kind: "evaluate",
    title: `${owner ? (library.organisations.get(owner)?.name ?? owner) : "Estimates"}: ${found.map(({ chip }) => chip).join(" and ")}`,
    lines: found.length === 2 ? [...lines, ...apart] : lines,
    lead: found.length === 2 ? [...leads, 3, 4] : leads,
  };
}
