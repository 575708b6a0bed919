/** How well a statement holds the kind of thing that is asked for. */

import { isMoney } from "./as-of.ts";
import type { Library } from "./library.ts";
import { kindsNamed } from "./named-in.ts";
import { type Statement, statementsOf } from "./statements.ts";

/** What kind of thing is asked for. */
export type Want =
  | "money"
  | "price"
  | "power"
  | "percent"
  | "count"
  | "length"
  | "date"
  | "happened"
  | "due"
  | "valuation"
  | "start"
  | "end"
  | "who"
  | "where"
  | "chips"
  | "status"
  | "reason"
  | "manner"
  | "whether";

const FITS = new WeakMap<Library, Map<Want | null, Float64Array>>();

/** From 0, not at all, to 1. */
export const fitOf = (library: Library, statement: Statement, want: Want | null): number =>
  fitting(library, want)(statement);

/** The same for many statements; each is judged once for each kind. */
export function fitting(library: Library, want: Want | null): (statement: Statement) => number {
  const kinds = FITS.get(library) ?? new Map<Want | null, Float64Array>();
  FITS.set(library, kinds);
  const judged = kinds.get(want) ?? new Float64Array(statementsOf(library).all.length).fill(UNJUDGED);
  kinds.set(want, judged);
  return (statement) => {
    const known = judged[statement.id] ?? UNJUDGED;
    if (known !== UNJUDGED) return known;
    const fit = judge(library, statement, want);
    judged[statement.id] = fit;
    return fit;
  };
}
const UNJUDGED = -1;

/** Whether a sentence has a number that is no year. */
export const saysCount = (text: string): boolean => COUNT.test(text);
const COUNT =
  /\b(?:(?!20\d\d\b)\d|millions|thousands|hundreds|dozens|two|three|four|five|six|seven|eight|nine|ten|dozen)/i;

function judge(library: Library, statement: Statement, want: Want | null): number {
  const { kind, text, amount: figure } = statement;
  if (NAMING.has(kind) && want !== null && !NAMED_BY.has(want)) return 0.35;
  switch (want) {
    case null:
      return kind === "summary" ? 0.85 : kind === "contested" ? 0.82 : kind === "parties" ? 0.85 : 1;
    case "money":
      if (figure) return isMoney(figure.unit) ? (figure.of === "price" ? 0.7 : 1) : 0.5;
      return MONEY.test(text) ? (kind === "contested" ? 0.75 : 0.85) : 0.6;
    case "price":
      // What a pre-funded warrant still costs is a formality.
      if (figure && FORMALITY.test(figure.label)) return 0.8;
      if (figure) return figure.per === "share" || figure.of === "price" ? 1 : isMoney(figure.unit) ? 0.6 : 0.45;
      return /[$€£₹]\s?\d[\d.,]* (?:a|per|each)\b/.test(text) ? 0.9 : 0.6;
    case "power":
      if (figure) return figure.unit === "GW" ? 1 : 0.5;
      return /\d[\s-]?(?:GW|MW|gigawatt|megawatt)/i.test(text) ? 0.85 : 0.55;
    case "percent":
      if (figure) return figure.unit === "percent" ? 1 : figure.unit === "shares" ? 0.75 : 0.5;
      return /\d\s?(?:%|per ?cent)|\b(?:interest[- ]free|no interest|zero[- ]coupon)\b/i.test(text) ? 0.88 : 0.55;
    case "count":
      if (figure) return COUNTS.has(figure.unit) ? 1 : 0.55;
      return saysCount(text) ? 0.85 : 0.6;
    case "length":
      if (figure)
        return ["years", "months", "days"].includes(figure.unit)
          ? 1
          : figure.term && LENGTH.test(figure.term)
            ? 0.9
            : 0.55;
      return LENGTH.test(text) ? 0.92 : ENDS.test(text) ? 0.85 : 0.6;
    case "date":
      if (kind === "event" || kind === "expected") return 1;
      if (figure) return figure.term && /20\d\d|years?|months?/.test(figure.term) ? 0.85 : 0.55;
      return (/\b20\d\d\b/.test(text) ? 0.92 : 0.65) * (kind === "contested" ? 0.85 : 1);
    case "happened":
      if (kind === "event") return 1;
      if (figure) return 0.55;
      // What is only expected has not happened, and what a record is about is no event.
      return (
        (/\b20\d\d\b/.test(text) ? 0.92 : 0.65) *
        (kind === "contested" ? 0.85 : kind === "expected" || kind === "summary" ? 0.75 : 1)
      );
    case "due":
      if (kind === "expected") return 1;
      if (figure) return figure.term && /20\d\d/.test(figure.term) ? 0.85 : 0.55;
      return kind === "event" ? 0.9 : (/\b20\d\d\b/.test(text) ? 0.95 : 0.65) * (kind === "contested" ? 0.85 : 1);
    case "valuation":
      if (figure) return figure.of === "valuation" ? 1 : figure.of === "acquisition" ? 0.85 : 0.55;
      return /\bvalu(?:ed|ation)\b/i.test(text) && /[$€£₹]\s?\d/.test(text) ? 0.88 : 0.55;
    case "start":
    case "end": {
      const words = figure ? (figure.term ?? "") : text;
      if ((want === "end" ? ENDS : STARTS).test(words)) return 1;
      if (kind === "expected") return want === "end" ? 0.85 : 0.97;
      return kind === "event" ? 0.7 : /\b20\d\d\b/.test(words) ? 0.75 : 0.55;
    }
    case "who":
      if (kind === "parties") return 1;
      if (figure) return 0.6;
      return kindsNamed(library, statement).who ? 0.92 : 0.65;
    case "where":
      return kind === "sites" ? 1 : figure ? 0.6 : kindsNamed(library, statement).where ? 0.92 : 0.7;
    case "chips":
      return kind === "chips" ? 1 : figure ? (figure.unit === "count" || figure.unit === "GW" ? 0.85 : 0.6) : 0.88;
    case "status":
      return kind === "event" ? 1 : kind === "fact" ? 0.95 : figure ? 0.7 : 0.85;
    case "reason":
      if (figure) return 0.5;
      if (isAbout(library, statement, "purpose") || BECAUSE.test(text)) return 1;
      return kind === "expected" ? 0.6 : FOR.test(text) ? 0.9 : 0.75;
    case "whether":
      return figure
        ? 0.75
        : kind === "fact"
          ? 1
          : kind === "parties" || kind === "sites" || kind === "chips"
            ? 0.7
            : 0.93;
    case "manner":
      return figure ? 0.8 : kind === "fact" ? 1 : kind === "event" ? 0.92 : 0.8;
    default:
      return want satisfies never;
  }
}
const FORMALITY = /\bprice\b.*\bpre-?funded\b/i;
/** Shares are swapped at so many for one. */
const COUNTS: ReadonlySet<string> = new Set(["count", "shares", "ratio"]);
const BECAUSE =
  /\b(?:because|so that|in order to|reasons?|due to|owing to|cit(?:ed|ing)|blam\w+|over (?:concerns?|worries|power|terms|price|prices|financing|cost|costs|doubts)|after (?:failing|failed|disagree\w*|talks)|since it|in effect|wants? to|purpose|aims? (?:to|at|of))\b/i;
const FOR =
  /\b(?:for|to (?:help|build|use|make|serve|pay|fund|finance|meet|get|power|run|train|secure|cut|avoid)|as)\b/i;
const isAbout = (library: Library, { record, kind, index }: Statement, about: string): boolean =>
  kind === "fact" &&
  (record.type === "deal" ? library.deals.get(record.id) : library.topics.get(record.id))?.facts[index]?.about ===
    about;

/** Money in a sentence; where it is said that the amount is not disclosed, too. */
const MONEY =
  /[$€£₹¥]\s?\d|\b(?:tens|hundreds) of (?:billions|millions)\b|\d (?:billion |million |trillion )?(?:yen|won|euros?|dollars?|pounds?|rupees)\b|\bnot (?:been )?disclosed\b|\bundisclosed\b/i;

/** Who, where and with what chips: no answer to how much. */
const NAMING: ReadonlySet<Statement["kind"]> = new Set(["parties", "sites", "chips"]);
const NAMED_BY: ReadonlySet<Want> = new Set(["who", "where", "chips", "length", "end", "start", "whether"]);
const LENGTH =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[\s-](?:\w+[\s-])?(?:years?|months?|days?|weeks?)\b/i;

/** "To 2031", "until the end of June 2029", "expires in 2032"; "to reach 1 GW in 2028" and "at the end of 2026" are no ends. */
const ENDS =
  /\b(?:to|until|till|through|by)\s+(?:(?:the|about|around|at|least|early|mid|late|end|start|beginning|of|first|second|third|fourth|half|quarter|spring|summer|autumn|winter|\d{1,2},?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[\s-]+)*20\d\d\b|\b(?:until|till|expir\w+|ends|ended|ending|mature\w*|runs?|due)\b[^.;]*\b20\d\d\b/i;
const STARTS = /\b(?:from|starting|start\w*|since|begin\w*|online|deliver\w*|first)\b[^.;]*\b20\d\d\b/i;
