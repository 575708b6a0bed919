/** After a calculation: "and at Bernstein's number?", "what about 5 GW?", "how many homes is that?", "with 90% load?". */

import type { Link } from "../../calculator/chain/names.ts";
import { gated } from "../../knowledge/gated.ts";
import { digitsFor } from "../number-words.ts";
import type { PlanInput, PlanOf, RateChoice } from "../plan.ts";
import type { FoundQuantity } from "../quantities.ts";
import { assumptionsSaid } from "./assumptions-said.ts";
import { basisSaid } from "./basis-said.ts";
import { POINTS_BACK } from "./conversation.ts";
import { linkAsked } from "./link-asked.ts";
import { hasOtherNumbers } from "./other-numbers.ts";
import { chipOrFamily, estimateFor, isRateOwner, ownersNamed, rateSaid } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { periodsAsked } from "./sums/periods-asked.ts";

/** "And 5?", "make it 12", "same but 4": as many gigawatts. */
const BARE_NUMBER =
  /^(?:(?:and|or|but|so|then|ok|okay|what about|how about|what if|make (?:it|that)|try|for|now|(?:the )?same(?: thing)?(?: but)?(?: for| with)?)[\s,]+)*(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: of them)?\s*(?:instead|then)?[\s?.!]*$/i;
const IN_WORDS: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
};
/** "And at 60?" after billions for a gigawatt: as many billions. */
const BARE_RATE =
  /^(?:(?:and|or|but|so|then|ok|okay|what about|how about|what if|try|now|(?:the )?same(?: thing)?(?: but)?)[\s,]+)*(?:(?:at|@|with)\s*|(?=[\d.]+\s?(?:each|a ?piece)\b))(\d+(?:\.\d+)?)(?:\s?(?:-|–|to)\s?(\d+(?:\.\d+)?))?\s*(?:each|a ?piece)?\s*(?:instead|then)?[\s?.!]*$/i;
const BILLION = 1e9;
const ENERGETIC: ReadonlySet<Link> = new Set(["energy", "bill", "homes", "co2", "water", "it-energy"]);

/** A bare share after energy is its load; only where interest is asked is it interest. */
function asMeant(said: Assume, to: Link | null): Assume {
  const loaded = to !== null && ENERGETIC.has(to);
  return said.map((one) =>
    one.input === "debt" && loaded
      ? {
          input: "load" as const,
          expression: String(Number((Number(/[\d.]+/.exec(one.expression)?.[0] ?? 0) / 100).toPrecision(12))),
        }
      : one,
  );
}
type Assume = NonNullable<Extract<PlanInput, { kind: "estimate" }>["assume"]>;

const USES_LIFE: ReadonlySet<Link> = new Set(["depreciation", "yearly-cost", "gpu-hour", "break-even"]);
/** Links in which the price of electricity counts. */
const PRICES: ReadonlySet<Link> = new Set(["bill", "yearly-cost", "gpu-hour", "break-even", "payback"]);
const PRICED = /\b(?:at|for|@|costs?|price)\s|\binstead\b/i;

type Last = PlanOf<"estimate">;

/** "GPUs?", "and the racks", "homes": nothing but another link. */
const BARE_LINK =
  /^(?:(?:and|or|but|so|then|ok|okay|also|now|in|what about|how about)\b[\s,]*)*(?:the |its )?(?:number of )?([a-z]+(?: [a-z]+)?)(?: (?:in|for|of|from|with) (?:that|it|this))?[\s?.!]*$/i;
const LINKS_BARE: readonly (readonly [Link, RegExp])[] = [
  ["accelerators", /^(?:gpus?|chips?|accelerators?)$/i],
  ["racks", /^racks?$/i],
  ["homes", /^(?:homes|households)$/i],
  ["energy", /^(?:energy|electricity|[tgm]wh)$/i],
  ["bill", /^(?:bill|power bill)$/i],
  ["power", /^(?:facility|site|total) power$/i],
];
/** "And if you stop at IT power", "just the IT load". */
const IT_ALONE = gated(
  /\b(?:stop(?:ping|ped)? at|only|just|up to|as far as)(?: the)? (?:critical )?it(?: (?:power|load|side))?[\s?.!]*$|\b(?:before|without|not counting|leaving out|excluding) (?:the )?(?:cooling|facility overheads?|site overheads?|pue)\b/i,
);

/** The link that a turn after an estimate asks for, be it by one word. */
export function linkOf(question: string, { from, to }: Last): Link | null {
  if (from !== null && (to === "power" || to === null) && IT_ALONE.test(question)) return "it-power";
  const found = linkAsked(question, from);
  if (found) return found;
  const bare = BARE_LINK.exec(question)?.[1] ?? "";
  return LINKS_BARE.find(([link, pattern]) => link !== from && pattern.test(bare))?.[0] ?? null;
}

/** "If it's gas at 437?" after 367 g/kWh: another number of about that size for the only input that was given. */
function atOtherInput(question: string, last: Last): PlanInput | null {
  const [given, ...more] = last.assume;
  const number = /\b(?:at|with|@|to|is|of|use|try|say)\s+\$?(\d+(?:\.\d+)?)(?: (?:instead|then))?[\s?.!]*$/i.exec(
    question,
  )?.[1];
  const old = given && /^\(?(\d+(?:\.\d+)?) ([^()]+?)\)?$/.exec(given.expression);
  if (!given || !old || !number || more.length > 0) return null;
  const times = Number(number) / Number(old[1]);
  if (!(times > 1 / SIZES && times < SIZES)) return null;
  return { ...last, receipt: null, assume: [{ ...given, expression: `(${number} ${old[2]})` }] };
}
const SIZES = 5;

/** "Bill at $86.1 per MWh": another link of the chain, and no power of its own. */
const asksOfIt = ({ question, quantities, names }: Reading, last: Last): boolean =>
  (linkOf(question, last) !== null || (last.to !== null && ENERGETIC.has(last.to) && /\bbill\b/i.test(question))) &&
  names.places.length === 0 &&
  quantities.every(({ quantity }) => quantity.unit !== "GW");

/** "Vera Rubin instead" after Morgan Stanley's number for another chip is Morgan Stanley's for that one. */
function sameOwners(reading: Reading, last: Last): RateChoice | null {
  const chip = chipOrFamily(reading.question);
  const own = last.rate && "name" in last.rate ? reading.library.rates.get(last.rate.name)?.org : undefined;
  if (!chip || !own || ownersNamed(reading).length + reading.names.people.length > 0) return null;
  const name = estimateFor(reading, own, chip);
  return name ? { name } : null;
}

/** "3 GW?" after what 2 GW cost at somebody's number. */
const isPowerAlone = ({ question, quantities: [power, ...more] }: Reading): boolean =>
  power !== undefined &&
  more.length === 0 &&
  power.quantity.unit === "GW" &&
  !power.perGw &&
  question.replace(power.quantity.text, "").replace(/\W/g, "") === "";

/** "Plus 3 GW", "and another 500 MW": so much power more or less than there was. */
function withMorePower(question: string, last: Last, said: FoundQuantity["quantity"]): PlanInput | null {
  const sign =
    /^\W*(?:(?:and|then|so|now|ok|what if we|what about|if we)\b[\s,]*)*(?:(plus|add|another|with another|an extra|and)|minus|less|without|take off|take away)\s(?:another |an extra )?[\d.]+ ?[a-z]+(?: (?:more|extra|on top|off|less))?[\s?.!]*$/i.exec(
      question,
    );
  const adds =
    /^\W*and\b/i.test(question) && sign?.[1]?.toLowerCase() === "and"
      ? /\b(?:more|extra|on top)[\s?.!]*$/i.test(question)
      : true;
  if (!sign || !adds || last.quantity.unit !== "GW" || said.unit !== "GW") return null;
  const times = sign[1] ? 1 : -1;
  const [low, high] = [last.quantity.low + times * said.low, last.quantity.high + times * said.high].map((value) =>
    Number(value.toPrecision(12)),
  );
  if (low === undefined || high === undefined || low <= 0) return null;
  const text = low === high ? `${low} GW` : `${low}-${high} GW`;
  return { ...last, receipt: null, deals: [], quantity: { ...last.quantity, low, high, text } };
}

/** Longer questions stand alone. */
const MAX_WORDS = 12;
/** Words with which a change to the last calculation begins. */
const CHANGES =
  /\binstead\b|^(?:(?:and|or|but|so|then|ok|okay|(?:the )?same(?: thing)?)\b[\s,]*)*(?:say )?(?:plus|minus|less|add|another|make (?:it|that)|try|use|with|at|in|on|if|for|by|using|what about|how about|what if|assuming|the (?:hourly |rental |spot )?(?:price|rate|rent) (?:slides?|drops?|falls?|goes|rises?|climbs?|slips?|is))\b/i;

/** "So 5 of those?": as many of what was worked out. */
const SO_MANY_OF_THEM =
  /^(?:(?:and|so|ok|then|what about|how about|for|what would)\b[\s,]*)*(\d+) (?:of|such) ?(?:those|these|them|such)?(?: (?:cost|be))?[\s?.!]*$/i;

const timesAsMany = (last: Last, times: number): PlanInput => {
  const [low, high] = [last.quantity.low * times, last.quantity.high * times];
  return {
    ...last,
    receipt: null,
    deals: [],
    quantity: { ...last.quantity, low, high, text: low === high ? `${low} ${last.quantity.unit}` : last.quantity.text },
  };
};

export const calculationFollowUp: ReadRule = {
  name: "calculation-follow-up",
  read(reading) {
    const { question, conversation, names, quantities } = reading;
    const last = conversation.plan;
    if (last?.kind !== "estimate" || last.over || question.split(" ").length > MAX_WORDS) return null;
    // "Krishna's?": another estimate and nothing else.
    const chip = chipOrFamily(question);
    const only =
      question.split(" ").length <= (chip === null ? 3 : 5) &&
      (chip !== null || rateSaid(reading) !== null || linkOf(question, last) !== null);
    const times = Number(SO_MANY_OF_THEM.exec(digitsFor(question))?.[1] ?? Number.NaN);
    if (times > 0) return timesAsMany(last, times);
    if (
      !POINTS_BACK.test(question) &&
      !CHANGES.test(question) &&
      !only &&
      !isPowerAlone(reading) &&
      !asksOfIt(reading, last)
    )
      return null;
    if (names.deals.length > 0 || names.orgs.some((org) => !isRateOwner(reading, org))) return null;
    if (/\b(?:share|percent(?:age)?|fraction|%\s*of)\b/i.test(question)) return null;
    const other = quantities.length === 0 ? atOtherInput(question, last) : null;
    if (other) return other;
    const { assume: assumed, left } = assumptionsSaid(question);
    const assume = assumed.length > 0 ? asMeant(assumed, last.to) : [];
    const all = quantities.filter((found) => !found.perGw && left.includes(found.quantity.text));
    // "At 50B instead" is another price of the same power.
    const priced =
      last.quantity.unit === "GW" && (last.to ?? "cost") === "cost" && PRICED.test(question)
        ? all.find((found) => found.quantity.unit !== "GW")
        : undefined;
    // "And the bill at $70": a few dollars are the price of a megawatt-hour.
    const energetic = last.to !== null && ENERGETIC.has(last.to);
    const asked = linkOf(question, last) ?? (energetic && /\bbill\b/i.test(question) ? "bill" : null);
    const small =
      (asked ?? last.to) === "bill"
        ? all.find(({ quantity }) => quantity.unit === "USD" && quantity.high < 1_000)
        : undefined;
    if (small) assume.push({ input: "price", expression: `${small.quantity.low}-${small.quantity.high} USD/MWh` });
    // "The hourly price slides to $1.90": a few dollars after what chips earn are for an hour of one.
    const hourly =
      (asked ?? last.to) === "revenue"
        ? all.find(({ quantity }) => quantity.unit === "USD" && quantity.high < 1_000)
        : undefined;
    if (hourly)
      assume.push({ input: "rent", expression: `${hourly.quantity.low}-${hourly.quantity.high} USD/gpu-hour` });
    const plain = all.filter((found) => found !== priced && found !== small && found !== hourly);
    const more = plain.length === 1 && plain[0] ? withMorePower(question, last, plain[0].quantity) : null;
    if (more) return more;
    // "And at 95" after a bill is as many dollars for a megawatt-hour.
    const dollars = (asked ?? last.to) === "bill" && all.length + assume.length === 0 ? BARE_RATE.exec(question) : null;
    if (dollars) assume.push({ input: "price", expression: `${dollars[1]}-${dollars[2] ?? dollars[1]} USD/MWh` });
    if (
      plain.length > 1 ||
      (all.length === 0 &&
        assume.length === 0 &&
        !BARE_NUMBER.test(question) &&
        !BARE_RATE.test(question) &&
        hasOtherNumbers(reading))
    )
      return null;
    const bare = all.length === 0 && assume.length === 0 ? BARE_NUMBER.exec(question)?.[1] : undefined;
    const said = bare === undefined ? undefined : (IN_WORDS[bare.toLowerCase()] ?? bare);
    // "How about 75" after 60 % of the load: no such power was spoken of.
    const isLoad = said !== undefined && isOfLoad(last, Number(said));
    if (isLoad) assume.push({ input: "load", expression: String(Number(said) / 100) });
    const number = isLoad ? undefined : said;
    const [, low, high = low] = (last.to ?? "cost") === "cost" ? (BARE_RATE.exec(question) ?? []) : [];
    // What energy costs is its bill.
    const to = asked === "cost" && assume.some(({ input }) => input === "price") ? "bill" : asked;
    if (assume.some(({ input }) => input === "price") && !PRICES.has(to ?? last.to ?? "cost")) return null;
    // "Spread over 5 years" is a life only where lives count.
    if (assume.some(({ input }) => input === "life") && !USES_LIFE.has(to ?? last.to ?? "cost")) return null;
    // For a month, or in another money: the result goes on, not the estimate.
    if (to === null && all.length === 0 && assume.length === 0 && periodsAsked(question).length > 0) return null;
    const changed: Partial<Extract<PlanInput, { kind: "estimate" }>> = {
      ...(plain[0] && { quantity: plain[0].quantity, from: null, deals: [] }),
      ...(number &&
        last.quantity.unit === "GW" && {
          quantity: { ...last.quantity, ...inUnitOf(last.quantity.text, number) },
          deals: [],
        }),
      ...(rateSaid(reading) && { rate: sameOwners(reading, last) ?? rateSaid(reading) }),
      ...(priced &&
        priced.quantity.unit !== "GW" && {
          rate: {
            low: priced.quantity.low,
            high: priced.quantity.high,
            unit: priced.quantity.unit,
            text: priced.quantity.text,
          },
        }),
      ...(low &&
        all.length === 0 &&
        last.quantity.unit === "GW" && {
          rate: {
            low: Number(low) * BILLION,
            high: Number(high) * BILLION,
            unit: last.rate && "low" in last.rate ? last.rate.unit : ("USD" as const),
            text: low === high ? `$${low}B per GW` : `$${low}-${high}B per GW`,
          },
        }),
      ...(to && { to }),
      // "Use Bernstein instead" after the power bill: no price of a gigawatt counts in it.
      ...(!to && rateSaid(reading) && ENERGETIC.has(last.to ?? "cost") && { to: "cost" as const }),
      ...(basisSaid(question) && { basis: basisSaid(question) }),
      ...(chip && {
        chip,
        ...(last.rate && "name" in last.rate && !rateSaid(reading) && { rate: sameOwners(reading, last) }),
      }),
      ...(assume.length > 0 && {
        assume: [...last.assume.filter((old) => !assume.some((said) => said.input === old.input)), ...assume],
      }),
    };
    // What a gigawatt costs is no matter of a load, a debt or a life: a share that changes nothing was not understood.
    const ofCost = (to ?? last.to ?? "cost") === "cost";
    if (ofCost && assume.length > 0 && Object.keys(changed).every((key) => key === "assume")) return null;
    if (Object.keys(changed).length === 0) return null;
    return { ...last, receipt: null, ...changed };
  },
};

/** A number that is far from the power and about as large as the load in percent that was given. */
function isOfLoad({ assume, quantity }: Last, number: number): boolean {
  const load = Number(assume.find(({ input }) => input === "load")?.expression ?? Number.NaN) * 100;
  const power = quantity.high * (/\d ?(?:mw|megawatts?)\b/i.test(quantity.text) ? 1000 : 1);
  return number <= 100 && load / number < 3 && number / load < 3 && (number / power > 5 || power / number > 5);
}

/** "And 700?" after 500 MW is of megawatts. */
function inUnitOf(last: string, number: string): { low: number; high: number; text: string } {
  const isSmall = /\d ?(?:mw|megawatts?)\b/i.test(last);
  const power = Number(number) / (isSmall ? 1000 : 1);
  return { low: power, high: power, text: `${number} ${isSmall ? "MW" : "GW"}` };
}
