/** Shares at a price, less what exercising costs: those that are counted, or those of a warrant on record. */
import { gated } from "../../../knowledge/gated.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { writeEnd, writeShare } from "./write-term.ts";

const PRICE_WORDS = gated(/\b(?:warrants?|shares?|stock|strike|vests?|vested|exercise)\b/i);

export const shares: ReadSum = (sum) => {
  if (!PRICE_WORDS.test(sum.text)) return null;
  const inBrackets = /\(\s*\$?\d[\d.,]*\s*[-−–]\s*\$?\d[\d.,]*\s*\)/.test(sum.text);
  const vested = vestedShare(sum);
  const prices = sum.terms.filter(
    (term) => isPrice(term) || (inBrackets && term.kind === "number" && !term.scaled && term.high < 100_000),
  );
  const [only, ...otherPrices] = prices;
  const exercised = only && otherPrices.length === 0 && COSTS_TO_EXERCISE.test(sum.words) ? only : null;
  const strike = exercised ?? prices.find((term) => roleOf(term) === "strike") ?? null;
  const rest = prices.filter((term) => term !== strike);
  const counted = sum.one("shares") ?? scaledCount(sum);
  // The lower of two is what exercising costs: nobody exercises at a loss.
  // "15M warrants at the $180 strike come to what": what exercising them costs.
  if (strike && rest.length === 0 && counted && sum.complete([counted, strike])) {
    const label = `${counted.text} at ${strike.text}`.slice(0, 80);
    return evaluated([
      {
        label,
        expression: `${counted.low === counted.high ? counted.low : `${counted.low}-${counted.high}`} shares * ${writePrice(strike)}`,
      },
    ]);
  }
  const toExercise = strike || rest.length > 0 ? null : costOfExercise(sum, counted);
  if (toExercise) return toExercise;
  const atReference = prices.length === 0 && REFERENCE.test(sum.words) ? warrantOn(sum) : null;
  if (atReference && sum.complete([counted, vested])) {
    const held = counted ? `${counted.low} shares` : `@${atReference.shares}`;
    const label = `${vested ? `${vested.text} of ` : ""}${counted?.text ?? warrantName(sum)} at the price on record`;
    return evaluated(
      [
        {
          label: label.slice(0, 80),
          expression: `${held}${vested ? ` * ${writeShare(vested)}` : ""} * (@amd-price-ref.mid - @${atReference.exercise})`,
        },
        { label: "share price on record", expression: "@amd-price-ref.mid" },
      ],
      { lead: [1, 2], notes: ["not-pro-rata"] },
    );
  }
  const [price, other, ...more] = strike ? rest : [...rest].sort((a, b) => b.high - a.high);
  if (!price || more.length > 0 || (strike && other)) return null;
  const cost = strike ?? other ?? null;
  if (!sum.complete([counted, price, cost, vested])) return null;
  const net = NET_OF_EXERCISE.test(sum.words);
  const record = warrantOn(sum, net);
  if (!counted && !record) return null;
  if (net && !cost && !record) return null;
  const [low, high] = [writePrice(price), cost ? writePrice(cost) : record ? `@${record.exercise}` : null];
  const all = counted
    ? `${counted.low === counted.high ? counted.low : `${counted.low}-${counted.high}`} shares`
    : `@${record?.shares}`;
  const size = vested ? `${all} * ${writeShare(vested)}` : all;
  const part = vested ? `${vested.text} of ` : "";
  const label = counted
    ? `${part}${counted.text} at ${price.text}${cost ? `, less ${cost.text} for each` : net ? ", less what exercising costs" : ""}`
    : `${part}${warrantName(sum)}, ${vested ? "" : "fully "}vested, at ${price.text}`;
  return evaluated(
    [{ label: label.slice(0, 80), expression: high === null ? `${size} * ${low}` : `${size} * (${low} - ${high})` }],
    { title: label.slice(0, 120), notes: record && /\bwarrants?\b/i.test(sum.text) ? ["not-pro-rata"] : [] },
  );
};

/** "A third of the warrant vests", "25% vested". */
const vestedShare = (sum: Sum): Term | null => {
  const [share, ...more] = sum.of("percent");
  if (!share || more.length > 0) return null;
  return /\bvest\w*\b/i.test(sum.words) || /^\s*(?:of|the|its)\b/i.test(share.after) ? share : null;
};

const REFERENCE = gated(/\b(?:reference|recorded|current|latest|last|today['’]?s?|your) (?:share |stock )?price\b/i);
const COSTS_TO_EXERCISE = gated(
  /\bexercis\w+ (?:costs?|price|bill)\b|\b(?:cost|price|bill|pays?|paying) (?:of|to|for) exercis\w+|^\s*exercis\w+\b/i,
);

const NET_OF_EXERCISE = gated(
  /\b(?:minus|less|net of|after|deducting|subtract\w*|excluding|without|before)\b.{0,20}\b(?:exercis\w+|strike)\b/i,
);

/** "What would it cost OpenAI to exercise the AMD warrant": all its shares at the price on record. */
function costOfExercise(sum: Sum, counted: Term | null) {
  if (!/\bexercis\w+\b/i.test(sum.words) || !/\b(?:costs?|pays?|how much|what|money|cash|price)\b/i.test(sum.words))
    return null;
  const record = warrantOn(sum, true);
  if (!record || !sum.complete([counted]) || /\bexercise price\b|\bstrike price\b/i.test(sum.words)) return null;
  const size = counted ? `${counted.low} shares` : `@${record.shares}`;
  return evaluated(
    [
      {
        label: `exercising ${counted?.text ?? warrantName(sum)}`.slice(0, 80),
        expression: `${size} * @${record.exercise}`,
      },
      { label: "price for each share", expression: `@${record.exercise}` },
    ],
    { title: `What exercising ${counted?.text ?? warrantName(sum)} costs`.slice(0, 120), lead: [1, 2] },
  );
}

/** A price of one share: small money, or a plain number where a share price is spoken of. */
function isPrice(term: Term): boolean {
  if (term.kind === "unit-price") return term.unit.endsWith("/share");
  if (term.kind === "money") return !term.scaled && term.high < 100_000;
  return (
    term.kind === "number" &&
    !term.scaled &&
    term.high < 100_000 &&
    !/^\s?[x×%]/i.test(term.after) &&
    /\b(?:at(?: [A-Z][A-Za-z]+)?|hits?|reach\w*|is|trades? at|to|strike|price(?: of)?|stock|spot|now|worth|goes to|closes? at|if)\s*$/i.test(
      term.before,
    )
  );
}

/** "160M at $250": shares are what is left to be counted. */
const scaledCount = (sum: Sum): Term | null => {
  const [first, ...more] = sum.of("number").filter((term) => term.scaled);
  return first && more.length === 0 ? first : null;
};

const writePrice = (term: Term): string => {
  const currency = term.kind === "number" ? "USD" : (term.unit.split("/")[0] ?? "USD");
  return term.low === term.high
    ? `${writeEnd({ ...term, unit: `${currency}/share` }, term.low)}`
    : `${term.low}-${term.high} ${currency}/share`;
};

/** The one warrant whose size is on record: of AMD, for OpenAI and in the same size for Meta. */
export function warrantOn({ text, reading }: Sum, net = false): { shares: string; exercise: string } | null {
  if (!/\bwarrants?\b/i.test(text) && !(net && reading.names.orgs.includes("amd"))) return null;
  const { library, names } = reading;
  const size = library.knowledge.rates.find(({ quantity }) => quantity === "warrant-shares");
  const exercise = library.knowledge.rates.find(({ quantity }) => quantity === "warrant-exercise-price");
  if (!size || !exercise) return null;
  const about = new Set([size.org ?? "amd", "openai", "meta"]);
  return names.orgs.every((org) => about.has(org)) ? { shares: size.id, exercise: exercise.id } : null;
}

const warrantName = ({ reading: { names } }: Sum): string =>
  names.orgs.includes("meta") ? "AMD's warrant for Meta, of the same size as OpenAI's" : "AMD's warrant for OpenAI";
