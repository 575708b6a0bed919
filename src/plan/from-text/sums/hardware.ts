/** Chips, racks, what they cost and what they draw, from one to the other: by the numbers that are given, else by those on record for the chip that is named. */

import type { Rate } from "../../../../knowledge/schema.ts";
import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { gated } from "../../../knowledge/gated.ts";
import { CHIP_NAME } from "../../given.ts";
import { isRateOwner } from "../rates-named.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

type Thing = "racks" | "chips";
type Asked = Thing | "money" | "power";

const CHIPS = "(?:¤+s?|chips?|gpus?|accelerators?|tpus?)";
const ASKS: Readonly<Record<Asked, RegExp>> = {
  racks:
    /\b(?:how many|number of|count of) (?:\S+ ){0,2}racks\b|^(?:\S+ ){0,2}racks (?:for|needed|to hold)\b|\bracks?\s?(?:\?|&|and (?:how many )?(?:gpus|chips)\b|count\b)/i,
  chips: new RegExp(
    String.raw`\b(?:how many|number of|count of) (?:\S+ ){0,2}${CHIPS}(?! racks)\b|(?:\?|&|\band)\s*(?:how many )?${CHIPS}\s?[?.!]*$|[:;]\s*${CHIPS},? (?:and|&)|\b(?:and|&) ${CHIPS} at `,
    "i",
  ),
  money:
    /\b(?:costs?|prices?|worth|quote|pay|spend|value|budget|how much (?:is|are|for|would|will)|run to|money|dollars?)\b/i,
  power: /\b(?:draws?|power|consum\w+|kws?|mws?|gws?|kilowatts|megawatts|gigawatts)\b/i,
};
const HOW_MANY_OF_THEM = gated(
  /\bhow many\s*(?:[?.!]*$|(?:of (?:them|those|these)|would|could|can|do(?:es)?|is|are|will|might)\b)/i,
);
/** Rented, run, or paid by somebody: other money than what the things cost to buy. */
const OTHERWISE = gated(
  /\b(?:hours?|hourly|rent\w*|run|running|electricity|bill|energy|years?|yearly|annual\w*|months?|monthly|did|paid|has|have|agreed)\b/i,
);
/** "What would they run to": what they cost. */
const COMES_TO = gated(/\bruns? (?:to|me|us|you)\b/gi);
/** The chips' own power, without servers, network and site. */
const BARE = gated(
  /\b(?:chip|bare|accelerator|gpu) power\b|\btdp\b|\b(?:chips?|accelerators?) (?:alone|only|themselves)\b|\bbare (?:chips?|gpus?|accelerators?)\b|\b(?:without|excluding|before|no) (?:the |any )?overheads?\b/i,
);

export const hardware: ReadSum = (sum) => {
  const parts = partsOf(sum);
  const start = parts && (counted(parts) ?? bought(sum, parts));
  if (!parts || !start) return null;
  const said = (Object.keys(ASKS) as Asked[]).filter((what) => ASKS[what].test(sum.words));
  // "$10B on H100s, how many would that be" counts what is bought.
  const asked = start.lines.length > 0 && HOW_MANY_OF_THEM.test(sum.words) ? [...new Set([start.what, ...said])] : said;
  const { perRack, price, draw } = parts;
  const alone = BARE.test(sum.question);
  const buys = asked.includes("money") && parts.count !== null && !OTHERWISE.test(sum.words.replace(COMES_TO, " "));
  const cost = eachOf(sum, price, "rack-price", "accelerator-price", buys);
  const power = eachOf(
    sum,
    draw,
    "rack-power",
    "accelerator-power",
    asked.includes("power") && (alone || start.what === "racks"),
  );
  const other: Thing = start.what === "racks" ? "chips" : "racks";
  const through = [cost, power].some((each) => each[start.what] === null && each[other] !== null);
  const inRack = perRack ? write(perRack) : racksOf72(sum);
  const lines: SumLine[] = [...start.lines];
  const numbers: Partial<Record<Thing, string>> = { [start.what]: start.expression };
  const leads = new Map<Asked, number>(start.lines.length > 0 ? [[start.what, 1]] : []);
  const add = (what: Asked, label: string, expression: string): void => {
    lines.push({ label, expression });
    leads.set(what, lines.length);
  };
  if ((asked.includes(other) || through) && inRack) {
    add(other, other, other === "racks" ? `${start.expression} / (${inRack})` : `${start.expression} * ${inRack}`);
    numbers[other] = `#${lines.length}`;
  }
  for (const [what, label, each] of [
    ["money", parts.count ? `cost of ${parts.count.text}` : "cost", cost],
    ["power", alone ? "power of the chips alone" : "power", power],
  ] as const) {
    const of = ([start.what, other] as const).find((thing) => each[thing] !== null && numbers[thing] !== undefined);
    if (of && !(what === "money" && start.lines.length > 0))
      add(what, label.slice(0, 80), `${numbers[of]} * ${each[of]}`);
  }
  const unused =
    (price && start.lines.length === 0 && !leads.has("money")) ||
    (draw && !leads.has("power")) ||
    (perRack && numbers[other] === undefined);
  const missing = asked.some((what) => (what === "racks" || what === "chips") && numbers[what] === undefined);
  const [first] = leads.keys();
  // A product of two given numbers is read elsewhere; here is what goes through a third, or takes one from the records.
  const plain = lines.length === 1 && (price !== null || draw !== null) && !parts.kept;
  if (unused || missing || plain || !first || !sum.complete(start.used) || !asked.some((what) => leads.has(what)))
    return null;
  return evaluated(lines, { lead: [...leads.values()] });
};

type Parts = {
  count: Term | null;
  perRack: Term | null;
  price: Term | null;
  draw: Term | null;
  /** A share of the money that is kept for something else. */
  kept: Term | null;
};

function partsOf(sum: Sum): Parts | null {
  const chips = sum.terms.filter(({ unit }) => unit === "chip" || unit === "rack");
  const [price, draw] = [sum.one("unit-price"), sum.one("unit-power")];
  if (chips.length > 1 || sum.of("unit-price").length > 1 || sum.of("unit-power").length > 1) return null;
  if ([price, draw].some((term) => term && !/\/(?:rack|chip)$/.test(term.unit))) return null;
  const perRack = sum.of("chips").find(({ unit }) => unit === "chip/rack") ?? null;
  const kept = sum.of("percent").find(({ after }) => RESERVED.test(after)) ?? null;
  return { count: chips[0] ?? null, perRack, price, draw, kept };
}

type Start = { what: Thing; expression: string; lines: SumLine[]; used: readonly (Term | null)[] };

const counted = ({ count, perRack, price, draw }: Parts): Start | null =>
  count && {
    what: count.unit === "rack" ? "racks" : "chips",
    expression: write(count),
    lines: [],
    used: [count, perRack, price, draw],
  };

const RESERVED =
  /^\s*(?:of (?:it|that|this|the \w+) )?(?:is |are |goes |go )?(?:reserved|set aside|kept|held back|spent|used|earmarked|goes|for)\b/i;
const REST = gated(/\b(?:rest|remain\w*|what(?:'s| is) left|balance)\b/i);

/** How many the money buys, less a share that is kept for something else. */
function bought(sum: Sum, { perRack, price, draw, kept }: Parts): Start | null {
  const money = sum.one("money");
  if (money && !price && !kept) return boughtAtList(sum, money, perRack);
  if (!money || !price || (kept && !REST.test(sum.words))) return null;
  const what: Thing = price.unit.endsWith("/rack") ? "racks" : "chips";
  const spent = kept ? `${write(money)} * (1 - ${writeShare(kept)})` : write(money);
  const label = `${what} for ${kept ? "the rest of " : ""}${money.text}`.slice(0, 80);
  return {
    what,
    expression: "#1",
    lines: [{ label, expression: `${spent} / (${write(price)})` }],
    used: [money, kept, perRack, price, draw],
  };
}

/** "Vera Rubin racks for $1.2B at list price, how many": at the price on record of the thing that is asked for. */
function boughtAtList(sum: Sum, money: Term, perRack: Term | null): Start | null {
  if (OTHERWISE.test(sum.words) || !COUNT.test(sum.words) || money.unit !== "USD") return null;
  const what: Thing = /\bracks?\b/i.test(sum.words) ? "racks" : "chips";
  const each = recorded(sum, what === "racks" ? "rack-price" : "accelerator-price");
  if (!each) return null;
  return {
    what,
    expression: "#1",
    lines: [{ label: `${what} for ${money.text}`.slice(0, 80), expression: `${write(money)} / ${each}` }],
    used: [money, perRack],
  };
}
const COUNT = new RegExp(
  String.raw`\b(?:how many|number of|count)\b|\b(?:buys?|gets?|afford)\b.*(?:\bracks\b|${CHIPS})`,
  "i",
);

/** What each costs or draws: as it is given, else as it is on record where that is asked for. */
function eachOf(
  sum: Sum,
  given: Term | null,
  ofRack: Rate["quantity"],
  ofChip: Rate["quantity"],
  may: boolean,
): Readonly<Record<Thing, string | null>> {
  if (given) {
    const rack = given.unit.endsWith("/rack");
    return { racks: rack ? write(given) : null, chips: rack ? null : write(given) };
  }
  return { racks: may ? recorded(sum, ofRack) : null, chips: may ? recorded(sum, ofChip) : null };
}

/** A figure on record of each chip or rack of the kind that is named; none where somebody's own are spoken of. */
function recorded({ reading, question, of }: Sum, quantity: Rate["quantity"]): string | null {
  const { names, library } = reading;
  const strangers = names.orgs.filter((org) => org !== "nvidia" && !isRateOwner(reading, org));
  // Whose money would buy them is named with the money.
  const isBought = of("money").some(({ onRecord }) => onRecord) || WOULD_BUY.test(question);
  if (!isBought && strangers.length + names.deals.length + names.places.length + names.people.length > 0) return null;
  const chip = CHIP_NAME.exec(question)?.[1];
  const rate = chip
    ? library.knowledge.rates.find((one) => one.quantity === quantity && one.mid !== null && isChip(one, chip))
    : undefined;
  return rate ? `@${rate.id}` : null;
}

/** Money that is only thought of as spent: what somebody did buy is on record. */
export const WOULD_BUY = gated(
  /\b(?:if|suppos\w+|imagine|say|assum\w+)\b.*\b(?:put|spent|spends?|poured|invested)\b|\b(?:would|could|can|might)\b.*\b(?:buy|bought|afford|pa(?:y|id) for|purchased?|fund)\b/i,
);

/** The 72 of an NVL72; a rack that is called otherwise holds another number. */
export function racksOf72({ reading, question }: Sum): string | null {
  const rate = reading.library.knowledge.rates.find(({ quantity }) => quantity === "chips-per-rack");
  return rate && /\bnvl ?72\b|\bracks?\b/i.test(question) && !/\bnvl ?(?!72\b)\d/i.test(question)
    ? `@${rate.id}`
    : null;
}
