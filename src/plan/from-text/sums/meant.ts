/** What a number is meant as where its own unit does not say it: "a gig costs $42B", "4 sites of 1.2 GW each", "H100s at 0.7 kW". */
import type { Kind, Term } from "./terms.ts";

const POWER_WORD = "(?:gws?|gigawatts?|gigs?)";
/** "a gigawatt costs", "each gig at". */
const PRICED_BEFORE = new RegExp(
  String.raw`(?:\b(?:an?|one|each|every|per|the)\s${POWER_WORD}\s(?:costs?|runs?(?: you| us| me)?(?: to| at)?|is|goes for|sells for|at|comes to|will (?:cost|run)(?: you| us| me)?|would (?:cost|run)(?: you| us| me)?|=)|\b(?:costs?|price[ds]?|rate|figure)\s(?:per|of an?|for an?|for each)\s${POWER_WORD}(?:\s(?:is|of|at|=))?|\b(?:costs?|price) (?:per|a) ${POWER_WORD}\s?[:=]?)\s*(?:about|around|roughly|say)?\s*$`,
  "i",
);
const AT_BEFORE = /(?:@|\bat|\bx|×|\*|\btimes|\bpriced at|\bcosting|\bby)\s*(?:about|around|roughly|say)?\s*$/i;
const COST_VERB =
  /^\s*(?:costs?|runs?(?: you| us| me| to)?|is|goes for|at|comes to|=|will cost|would cost)\s*(?:about|around|roughly)?\s*$/i;
const FLOW_BEFORE: readonly (readonly [string, RegExp])[] = [
  ["month", /\bmonthly(?: (?!growth|change)[a-z]+){0,2}(?: (?:of|is|at|are|=)| about| around)*\s*$/i],
  ["quarter", /\bquarterly(?: (?!growth|change)[a-z]+){0,2}(?: (?:of|is|at|are|=)| about| around)*\s*$/i],
  ["year", /\b(?:annual|yearly)(?: (?!growth|change|payment)[a-z]+){0,2}(?: (?:of|is|at|are|=)| about| around)*\s*$/i],
];
const FLOW_AFTER: readonly (readonly [string, RegExp])[] = [
  ["month", /^\s*(?:monthly|every month)\b/i],
  ["quarter", /^\s*(?:quarterly|every quarter)\b/i],
  ["year", /^\s*(?:annually|yearly|every year|p\.?\s?a\.?)(?![a-z])/i],
];

export function meant(text: string, given: readonly Term[]): Term[] {
  const terms = given.map((term) => ({ ...term }));
  for (const [index, term] of terms.entries()) {
    const [last, next] = [terms[index - 1], terms[index + 1]];
    moneyWithoutSign(term, text);
    perEach(term, terms, index);
    if (term.kind === "money") {
      if (PRICED_BEFORE.test(term.before)) as(term, "rate", "GW");
      else if (last?.kind === "power" && isOne(last) && COST_VERB.test(term.before)) {
        // "1 gigawatt costs $52B" is a rate, and its gigawatt is no quantity.
        as(term, "rate", "GW");
        last.kind = "other";
        last.unit = "merged";
      } else if (last?.kind === "power" && AT_BEFORE.test(term.before) && !last.text.includes("/"))
        as(term, "rate", "GW");
      else flow(term, text);
    }
    if (term.kind === "number" && next === undefined && /\bof (?:them|these|those)\b/i.test(term.after))
      if (terms.some(({ kind, unit }) => kind === "rate" && unit.endsWith("GW")))
        Object.assign(term, { kind: "power", unit: "GW" });
    if (
      term.kind === "chips" &&
      last?.kind === "racks" &&
      /^\s*(?:of|with|x|×|at|holding|each with)\s*$/i.test(term.before)
    ) {
      term.unit = "chip/rack";
    }
  }
  return chipPowers(
    text,
    terms.filter(({ unit }) => unit !== "merged"),
  );
}

const isOne = ({ low, high }: Term): boolean => low === 1 && high === 1;

function as(term: Term, kind: Kind, per: string): void {
  term.kind = kind;
  term.unit = `${term.unit}/${per}`;
}

const MONEY_WORD =
  /\b(?:costs?|pay(?:s|ing|ment)?|rent|fee|price[ds]?|spend|budget|revenue|opex|capex|interest|loan|debt|worth|invoice|bill|lease|contract|charges?|dollars?)\b/i;

/** "a monthly rent of 920 million": a scale, no unit, and words of money about it. */
function moneyWithoutSign(term: Term, text: string): void {
  if (term.kind !== "number" || !term.scaled || term.unit !== "") return;
  if (
    MONEY_WORD.test(`${term.before} ${term.after.slice(0, 30)}`) &&
    !/\b(?:shares?|chips?|gpus?|homes?|warrants?)\b/i.test(text)
  )
    Object.assign(term, { kind: "money", unit: "USD", assumed: true });
}

const THINGS: Readonly<Partial<Record<Kind, string>>> = {
  power: "GW",
  racks: "rack",
  chips: "chip",
  shares: "share",
  homes: "home",
  sites: "site",
};

/** "each" stands for the things counted beside it. */
function perEach(term: Term, terms: readonly Term[], index: number): void {
  const eachBefore =
    /\b(?:each|apiece)(?:\s(?:costs?|costing|is|at|of|draws?|pulls?|using|uses|needs?|with))?\s*$/i.test(term.before);
  if (!term.each && !eachBefore) return;
  const things = [...terms.slice(0, index).reverse(), ...terms.slice(index + 1)];
  if (term.kind === "money") {
    const of = things.find(({ kind, unit }) => THINGS[kind] !== undefined || (kind === "pace" && unit));
    const per = of ? (of.kind === "pace" ? "GW" : (THINGS[of.kind] ?? "")) : "";
    if (per) as(term, per === "GW" ? "rate" : "unit-price", per);
  } else if (term.kind === "power") {
    const of = things.find(({ kind }) => kind === "racks" || kind === "chips" || kind === "sites");
    if (of) as(term, "unit-power", THINGS[of.kind] ?? "site");
  } else if (term.kind === "energy") as(term, "home-use", "home");
}

function flow(term: Term, text: string): void {
  const before = text.slice(0, term.start).slice(-40);
  const per =
    FLOW_AFTER.find(([, pattern]) => pattern.test(term.after)) ??
    FLOW_BEFORE.find(([, pattern]) => pattern.test(before));
  if (per && !/^\s*(?:over|across|during)\b/i.test(term.after)) as(term, "flow", per[0]);
}

/** A few kilowatts beside chips or racks are the power of each. */
function chipPowers(text: string, terms: Term[]): Term[] {
  const racks = /\bracks?\b/i.test(text);
  const chips = /¤|\b(?:chips?|gpus?|accelerators?|tpus?)\b/i.test(text);
  for (const term of terms) {
    if (term.kind !== "power" || term.unit.toUpperCase() !== "KW") continue;
    if (racks && term.high >= 20 && term.high <= 2_000) as(term, "unit-power", "rack");
    else if (chips && term.high < 20) as(term, "unit-power", "chip");
  }
  return terms;
}
