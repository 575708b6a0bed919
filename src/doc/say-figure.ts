/** Amounts, dates and statuses in words. Qualifiers travel: "up to $100B" is never "$100B". */
import type { DealKind, Figure, FigureOf, PartialDate, Qualifier, Status } from "../../knowledge/schema.ts";
import { numberFormat } from "./number-format.ts";

const SYMBOL: Record<string, string> = { USD: "$", EUR: "€", GBP: "£", AUD: "A$", INR: "₹", CAD: "C$", JPY: "¥" };
const decimals = numberFormat(3);
const ratios = numberFormat(4);
const whole = numberFormat(0);
const cents = numberFormat(2);

type Amount = {
  low: number | null;
  high: number | null;
  unit: string;
  qualifier?: Qualifier | undefined;
  per?: Figure["per"];
  counted?: string | undefined;
};

/** "up to $100B", "about 6 GW", "$50–60B", "$920M a month", "up to 160 million AMD shares". */
export function sayAmount(amount: Amount): string {
  const { low, high, qualifier } = amount;
  const per = amount.per ? ` ${PER[amount.per]}` : "";
  return `${sayQualifier(qualifier, low, high)}${sayRange(low, high, amount)}${per}`;
}

const PER: Record<NonNullable<Figure["per"]>, string> = {
  month: "a month",
  quarter: "a quarter",
  year: "a year",
  share: "a share",
  "gpu-hour": "per GPU-hour",
  gw: "per GW",
  mwh: "per MWh",
};

function sayQualifier(qualifier: Qualifier | undefined, low: number | null, high: number | null): string {
  if (qualifier === "up-to" || (qualifier === undefined && low === null)) return "up to ";
  if (qualifier === "at-least" || (qualifier === undefined && high === null)) return "at least ";
  return qualifier === "about" ? "about " : "";
}

function sayRange(low: number | null, high: number | null, { unit, counted }: Amount): string {
  const [a, b] = [low ?? high ?? 0, high ?? low ?? 0];
  if (a === b) return sayNumber(b, unit, counted);
  // "800,000 to 1 million" would be read as so many millions.
  const inMillions = (unit === "count" || unit === "shares") && a < 1e6 && b >= 1e6 && a >= 1e4;
  const second = parts(b, unit);
  const first = inMillions ? { ...second, number: decimals.format(a / 1e6) } : parts(a, unit);
  const tail = second.tail + (counted && (unit === "count" || unit === "shares") ? ` ${counted}` : "");
  if (first.tail === second.tail) return `${first.head}${first.number}–${second.number}${tail}`;
  return `${sayNumber(a, unit)} to ${second.head}${second.number}${tail}`;
}

/** One number with its unit: "$1.25T", "600 MW", "6 %". */
export function sayNumber(value: number, unit: string, counted?: string): string {
  const { head, number, tail } = parts(value, unit);
  return `${head}${number}${tail}${counted && (unit === "count" || unit === "shares") ? ` ${counted}` : ""}`;
}

function parts(value: number, unit: string): { head: string; number: string; tail: string } {
  const [base, ...below] = unit.split("/");
  const tailPer = below.map((per) => ` per ${per}`).join("");
  if (base && base in SYMBOL) return money(value, SYMBOL[base] ?? "", tailPer);
  switch (base) {
    case "GW":
      return Math.abs(value) < 1 && value !== 0
        ? { head: "", number: decimals.format(value * 1000), tail: " MW" }
        : { head: "", number: decimals.format(value), tail: " GW" };
    case "percent":
      return { head: "", number: decimals.format(value), tail: "%" };
    case "count":
    case "shares":
      return value >= 1e6
        ? { head: "", number: decimals.format(value / 1e6), tail: " million" }
        : { head: "", number: value < 100 ? decimals.format(value) : whole.format(value), tail: "" };
    // Of less than one share for another the fourth digit is money.
    case "ratio":
      return { head: "", number: (Math.abs(value) < 1 ? ratios : decimals).format(value), tail: "" };
    case "1":
      return { head: "", number: decimals.format(value), tail: "" };
    case "years":
    case "months":
    case "days":
      return { head: "", number: decimals.format(value), tail: ` ${value === 1 ? base.slice(0, -1) : base}` };
    default:
      return { head: "", number: decimals.format(value), tail: ` ${unit}` };
  }
}

function money(value: number, symbol: string, tail: string) {
  const size = Math.abs(value);
  const [scale, letter] = size >= 1e12 ? [1e12, "T"] : size >= 1e9 ? [1e9, "B"] : size >= 1e6 ? [1e6, "M"] : [1, ""];
  const number = scale === 1 ? (size < 0.005 ? ratios : cents).format(value) : decimals.format(value / scale);
  return { head: symbol, number, tail: `${letter}${tail}` };
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "6 October 2025", "October 2025" or "2025": as exact as it is known. */
export function sayDate(date: PartialDate): string {
  const [year, month, day] = date.split("-");
  if (!month) return year ?? date;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** The kind of money or thing, as it stands behind an amount. */
export const OF: Record<FigureOf, string> = {
  contract: "contract value",
  capex: "capital expenditure",
  investment: "planned investment",
  equity: "equity",
  debt: "debt",
  revenue: "revenue",
  valuation: "valuation",
  acquisition: "purchase price",
  fee: "recurring fee",
  capacity: "capacity",
  generation: "power generation",
  energy: "energy",
  shares: "shares",
  price: "price",
  stake: "stake",
  share: "share",
  rate: "rate",
  count: "count",
  term: "term",
  estimate: "outside estimate",
  guarantee: "guarantee",
  cost: "cost",
  loss: "loss",
  other: "amount",
};

/** What kind of dollars these are, for a reader who would add them up. */
export const MONEY_KIND: Partial<Record<FigureOf, string>> = {
  contract: "what the customer has agreed to pay over the term",
  capex: "what building it is planned to cost",
  investment: "a stated investment programme, not a signed sum",
  equity: "money for shares",
  debt: "borrowed money",
  valuation: "what the company was valued at",
  acquisition: "the price of the purchase",
  fee: "a recurring payment",
  estimate: "an outside estimate, not the parties' figure",
  guarantee: "a guarantee, paid only if it is called",
};

export const STATUS: Record<Status, string> = {
  rumoured: "rumoured (reported talks, not confirmed)",
  announced: "announced (no binding contract known)",
  "letter-of-intent": "letter of intent (not binding)",
  definitive: "definitive (signed)",
  "under-construction": "under construction",
  operational: "operational",
  completed: "completed",
  paused: "paused",
  lapsed: "lapsed (ended without being signed)",
  cancelled: "cancelled",
  superseded: "superseded",
};

export const KIND: Record<DealKind, string> = {
  "cloud-contract": "cloud contract",
  "compute-purchase": "compute purchase",
  "chip-supply": "chip supply",
  site: "site",
  "joint-venture": "joint venture",
  investment: "investment",
  "equity-stake": "equity stake",
  financing: "financing",
  acquisition: "acquisition",
  energy: "energy",
  supply: "supply",
  licence: "licence",
  partnership: "partnership",
};
