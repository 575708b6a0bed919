/** What a power costs and what money buys: at the rate that is given or named, else at the default one. */

import type { Rate } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Quantity, RateChoice } from "../../plan.ts";
import { basisSaid } from "../basis-said.ts";
import { linkAsked } from "../link-asked.ts";
import { chipOrFamily, estimateOf, isRateOwner, ownersNamed, rateNamed } from "../rates-named.ts";
import { currencyAsked } from "./conversion.ts";
import { isRent } from "./rents.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const COST =
  /\b(?:costs?|costing|price[ds]?|pric(?:e|ing)|expens\w*|capex|spend\w*|budget|bill|tab|outlay|invest\w*|worth|money|dollars?|bucks|usd|cash|ballpark|damage|pay for|build|set (?:\w+ ){1,2}back|run (?:me|us|you|to|someone)|(?:going to|gonna|will|would|does|'ll) run(?= *[?.!]*$)|runs? (?:me|us|you)|pencil in|put (?:aside|down)|how much(?: (?:is|are|for|would|does|do|will)\b|(?= *(?:roughly|approx\w*|about|ish|total|in total|please|pls|then)?\W*$| {3,}))|(?:rough|quick|rounded|your?|ur) (?:cost )?(?:numbers?|figures?|estimates?|est|quote|guess|idea|math)|(?:quote|estimate|est\.?) (?:for|on)|(?<=^\W*)(?:figure|estimate|est|quote)(?=\W*$)|going for|ticket size|big (?:of )?an? che(?:ck|que)|need to (?:raise|fund)|funding|finance)\b|\$/i;
const BUYS = gated(
  /\b(?:how (?:many|much) (?:\w+ )?(?:gws?|gigawatts?|gigs?|mws?|megawatts?|power|capacity|compute)|buys?|gets?|pays? for|fund|afford|build|(?:gws?|gigawatts?|gigs?|mws?|megawatts?) (?:for|from|per|out of)|worth of (?:gw|gigawatts|capacity)|in (?:gws?|gigawatts?|mws?|megawatts?))\b/i,
);
/** What was agreed is on record or not known; an estimate would be no answer. */
const WAS_PAID = gated(/\b(?:did|paid|pays|paying|has|have|had|spent|agreed)\b/i);

/** What a power that is given would cost, whatever deals it stands beside: no question of what was agreed. */
const SUPPOSES =
  /\b(?:if|suppose|supposing|assum\w+|apply(?:ing)?|tak(?:e|ing)|say|would|could|at|came in|comes in|priced|using|by|with)\b/i;
const MOST_DEALS = 4;

/** Asks for deals on record rather than for a calculation. */
const OF_RECORDS = gated(
  /\b(?:which|list|who|deals?|contracts?|announced|signed|agreements?)\b|\b(?:what|any|all|the|how many) (?:sites?|campus(?:es)?)\b/i,
);

/** What somebody's deal comes to for each gigawatt is no estimate. */
const PER_POWER = /(?:\bper|\/)[\s-]?(?:gws?|gigawatts?|mws?|megawatts?)\b/i;

/** "Capex per kW for 1 GW at $47B". */
const SMALL_UNIT = /(?:\bper|\/) ?(kw|kilowatt|mw|megawatt)\b/i;
const PER_MEGAWATT = /(?:\b(?:per|an?|each)|\/)[\s-]?(?:mw|megawatt|kw|kilowatt|watt)\b/i;

/** A part of a build that is named by what it is: its own kind of estimate. */
const SCOPES: readonly (readonly [quantity: string, words: RegExp])[] = [
  [
    "facility-capex-per-gw",
    /(?<!\b[mg]w )\b(?:facility|shell|building|construction)s?[- ](?:only|alone|cost|side)|\b(?:just|only) (?:the )?(?:building|shell|facility|construction|land|power and cooling)|\b(?:without|excluding|ex|minus|not counting|before|no) (?:the |any )?(?:servers?|chips?|gpus?|it\b|hardware|compute)/i,
  ],
  [
    "nvidia-content-per-gw",
    /\bnvidia(?:['’]s)?(?: own)? (?:content|revenue|share|cut|gear|kit|hardware|portion|take|part|slice)|\b(?:goes?|flows?|paid|pays?|spent|revenue|worth) (?:to|for|with|on) nvidia\b|\bnvidia(?: itself| alone| really)? (?:gets?|makes?|earns?|books?|sells?|takes?|receives?|pockets?)\b/i,
  ],
  [
    "hardware-per-gw",
    /\b(?:it hardware|servers?(?: and (?:chips|network\w*))?|hardware) (?:only|alone)\b|\b(?:only|just) (?:the )?(?:servers|hardware|it hardware)\b/i,
  ],
];

/** "The low end of Huang's range". */
const END: readonly (readonly ["low" | "mid" | "high", RegExp])[] = [
  ["low", /\b(?:low(?:er|est)?|bottom|cheap(?:er|est)?) end\b/i],
  ["high", /\b(?:high(?:er|est)?|upper|top) end\b/i],
  ["mid", /\b(?:mid-?point|middle) of\b/i],
];

export const cost: ReadSum = (sum) => {
  const { reading, words } = sum;
  const { names } = reading;
  if (names.deals.length > 0 && !isSupposed(sum)) return null;
  // What electricity or depreciation cost is no cost of building.
  const link = linkAsked(sum.question, null);
  const ofPart = link === "accelerators" && isOfPart(sum.text);
  if (!ofPart && link !== null && link !== "cost" && link !== "power" && link !== "revenue") return null;
  const [power, own] = [powerOf(sum), sum.one("rate")];
  if (own && isRent(own)) return null;
  const rate = own ? ownRate(own) : (scopeNamed(sum) ?? forChip(sum) ?? named(sum));
  if (names.deals.length > 0 && rate === null) return null;
  // "How much does Nvidia get per gigawatt": the part itself is asked for.
  const priced = PER_MEGAWATT.test(words) && COST.test(words) && names.orgs.every((org) => isRateOwner(reading, org));
  if (sum.terms.length === 0 && rate && "name" in rate && (priced || (scopeNamed(sum) && PER_POWER.test(words))))
    return { kind: "show-rate", rates: [rate.name] };
  const owner = rate && "name" in rate ? reading.library.rates.get(rate.name)?.org : null;
  const strangers = names.orgs.filter(
    (org) => !isRateOwner(reading, org) && org !== owner && !(org === "nvidia" && rate !== null),
  );
  if (strangers.length > 0 && WAS_PAID.test(words) && own === null) return null;
  const again =
    rate && "name" in rate
      ? sum.of("number", "money").find((term) => says(term, reading.library.rates.get(rate.name)))
      : null;
  if (power && sum.complete([...power.used, own, again])) {
    const multiplied = rate !== null && /\b(?:times|multiplied by|x)\b|×/i.test(words);
    const bare = words.replace(/[^\p{L}]/gu, "") === "";
    if (!own && !rate && !bare && !multiplied && (!COST.test(words) || OF_RECORDS.test(words))) return null;
    if (!own && !multiplied && strangers.length > 0 && PER_POWER.test(words)) return null;
    if (
      !own &&
      !multiplied &&
      strangers.length > 0 &&
      !/\b(?:would|could|might|if|at|by|using|with|apply\w*|take|taking)\b/i.test(words)
    )
      return null;
    const small = own && power.quantity.high === 1 ? SMALL_UNIT.exec(words)?.[1] : undefined;
    if (own && small) {
      const unit = `${own.unit.split("/")[0]}/${small[0]?.toLowerCase() === "m" ? "MW" : "kW"}`;
      return evaluated([{ label: `${own.text}, in ${unit}`.slice(0, 80), expression: `${write(own)} in ${unit}` }]);
    }
    const [given = "USD", per] = own?.unit.split("/") ?? [];
    const wanted = own ? currencyAsked(words, given) : null;
    if (own && wanted && per && power.used.length === 1)
      return evaluated(
        [
          {
            label: `cost of ${power.quantity.text}`.slice(0, 80),
            expression: `${power.used.map((term) => write(term)).join(" * ")} * ${write(own)}`,
          },
          { label: `in ${wanted}`, expression: `#1 in ${wanted}` },
        ],
        { lead: [2, 1] },
      );
    const end = rate && "name" in rate ? END.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
    if (end && rate && "name" in rate && power.used.length === 1)
      return evaluated(
        [
          {
            label: `${power.quantity.text} at the ${end === "mid" ? "middle" : `${end} end`} of it`.slice(0, 80),
            expression: `${power.used.map((term) => write(term)).join(" * ")} * @${rate.name}.${end}`,
          },
        ],
        { title: reading.library.rates.get(rate.name)?.name ?? "" },
      );
    return {
      kind: "estimate",
      quantity: power.quantity,
      rate,
      chip: rate ? null : chipOrFamily(reading.question),
      basis: basisSaid(sum.text),
      deals: names.deals.slice(0, MOST_DEALS),
    };
  }
  const money = sum.one("money");
  if (!money || own || strangers.length > 0 || !sum.complete([money])) return null;
  if (rate === null && !BUYS.test(words)) return null;
  if (!BUYS.test(words) && !/\b(?:at|by|using|with|per)\b/i.test(words)) return null;
  return { kind: "estimate", quantity: quantityOf(sum, money, 1), rate };
};

/** A power that is given at a rate that is given or named, whatever deals stand beside it; a single one is read with its deal. */
const isSupposed = (sum: Sum): boolean =>
  sum.one("power") !== null &&
  SUPPOSES.test(sum.words) &&
  (sum.reading.names.deals.length > 1 || rateNamed(sum.reading) === null);

/** The same before its words are taken for a part of a whole: "the first slice of Portsmouth at Jensen's number". */
export const costBesideDeals: ReadSum = (sum) => (sum.reading.names.deals.length > 1 ? cost(sum) : null);

/** One power, or so many sites of one. */
function powerOf(sum: Sum): { quantity: Quantity; used: readonly Term[] } | null {
  const power = sum.one("power");
  if (power && power.unit.toUpperCase() !== "KW") return { quantity: quantityOf(sum, power, 1), used: [power] };
  const [each, sites] = [sum.one("unit-power"), sum.one("sites")];
  if (!each?.unit.endsWith("/site") || !sites || sites.low !== sites.high) return null;
  const quantity = quantityOf(sum, each, sites.low);
  return { quantity: { ...quantity, text: `${sites.text} of ${each.text}` }, used: [each, sites] };
}

/** "Huang's 50 to 60": the numbers of the estimate that is named, in billions. */
const says = ({ low, high, scaled }: Term, rate: Rate | undefined): boolean =>
  rate !== undefined &&
  [low, high].every((end) =>
    [rate.low, rate.mid, rate.high].some((one) => one !== null && one === end * (scaled ? 1 : 1e9)),
  );

const GIGAWATTS: Readonly<Record<string, number>> = { W: 1e-9, kW: 1e-6, MW: 1e-3, GW: 1, TW: 1e3 };
const clean = (value: number): number => Number(value.toPrecision(12));

function quantityOf(sum: Sum, term: Term, times: number): Quantity {
  const [unit = "GW"] = term.unit.split("/");
  const factor = (GIGAWATTS[unit] ?? 1) * times;
  const spread = term.spread ?? 0;
  const said = sum.reading.quantities.find(
    ({ quantity }) => quantity.text.includes(term.text) || term.text.includes(quantity.text),
  );
  return {
    low: clean(term.low * factor * (1 - spread)),
    high: clean(term.high * factor * (1 + spread)),
    unit: unit === "USD" || unit === "EUR" || unit === "GBP" ? unit : "GW",
    qualifier: said?.quantity.qualifier ?? "exact",
    text: term.text.slice(0, 200),
  };
}

function ownRate(term: Term): RateChoice {
  const [currency = "USD", per = "GW"] = term.unit.split("/");
  const factor = 1 / (GIGAWATTS[per.replace(/_(?:it|facility)$/, "")] ?? 1);
  const spread = term.spread ?? 0;
  return {
    low: clean(term.low * factor * (1 - spread)),
    high: clean(term.high * factor * (1 + spread)),
    unit: currency === "EUR" || currency === "GBP" ? currency : "USD",
    text: term.text.slice(0, 200),
  };
}

/** "Morgan Stanley's price of H100s": the estimate of the one who is named for the chip that is named. */
function forChip(sum: Sum): RateChoice | null {
  const chip = chipOrFamily(sum.question);
  const owner = ownersNamed(sum.reading).find((org) => org !== "nvidia");
  const id = chip && owner ? estimateOf(sum.reading, owner, chip) : null;
  return id ? { name: id } : null;
}

/** Of somebody with a figure for each kind of gigawatt that of the kind which is said: "Epoch, 3 GW of facility power". */
const named = (sum: Sum): RateChoice | null => {
  const { library } = sum.reading;
  const id = rateNamed(sum.reading);
  const rate = id ? library.rates.get(id) : undefined;
  const basis = basisSaid(sum.text);
  const other =
    basis && rate?.basis && rate.basis !== basis
      ? library.knowledge.rates.find(
          (one) => one.org === rate.org && one.quantity === rate.quantity && one.basis === basis,
        )
      : undefined;
  return id ? { name: other?.id ?? id } : null;
};

/** Whether a part of a build is asked for by what it is: what Nvidia gets, the building alone. */
export const isOfPart = (text: string): boolean => SCOPES.some(([, words]) => words.test(text));

/** The estimate of the part that is named, of the person or firm that is named where they have one. */
function scopeNamed({ reading: { names, library }, text }: Sum): RateChoice | null {
  const scope = SCOPES.find(([, words]) => words.test(text));
  if (!scope) return null;
  const rates = library.knowledge.rates.filter(({ quantity }) => quantity === scope[0]);
  const theirs = rates.find(
    (rate) =>
      (rate.org && rate.org !== "nvidia" && names.orgs.includes(rate.org)) ||
      (rate.person && names.people.includes(rate.person)),
  );
  const first = theirs ?? rates.find((rate) => rate.default) ?? rates[0];
  return first ? { name: first.id } : null;
}
