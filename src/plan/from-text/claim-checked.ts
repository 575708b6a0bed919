/** "Somebody says 2 GW at $42B/GW is $90B – does that add up?": the sum is worked out without the amount that is claimed, and set against it. */

import type { Amount } from "../../calculator/amount.ts";
import { CalculationError } from "../../calculator/calculation-error.ts";
import { type Dimension, NONE, same } from "../../calculator/dimension.ts";
import { boundsOf, capexEstimates, isSynthetic } from "../../calculator/named-estimate.ts";
import { parseUnit } from "../../calculator/units.ts";
import { runWorksheet } from "../../calculator/worksheet.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Plan, PlanInput } from "../plan.ts";
import { ratesNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { plainNumbers } from "./sums/plain-numbers.ts";
import { evaluated, readSum, type SumLine } from "./sums/sum.ts";
import type { Kind, Term } from "./sums/terms.ts";
import { write } from "./sums/write-term.ts";
import { written } from "./sums/written-estimate.ts";

const SAYS =
  "(?:says?|said|saying|claims?|claimed|claiming|tells? me|told (?:me|us)|thinks?|reckons?|insists?|argues?|argued|writes?(?! (?:off|down|up|in)\\b)|wrote(?! (?:off|down|up|in)\\b)|believes?|quotes?|quoted|estimates?|puts it|suggests?|mentioned|states?|stated|assumes?)";
const WHO =
  "(?:some(?:one|body)|a lot of people|people|they|he|she|i|we|(?:an?|my|our|the|this|one|that|your) [a-z]+(?: [a-z]+){0,4}?)";
/** What stands before a claim and says that it is one. */
const LEADS: readonly RegExp[] = [
  new RegExp(String.raw`^${WHO} (?:just |keeps? |also |has |have )?${SAYS}(?: that| it)?[:,]?\s+`, "i"),
  /^(?:(?:the |this )?claim|check|verify|sanity[- ]?check|fact[- ]?check|double[- ]?check|true or false|claimed|statement|quick check)(?: (?:this|that|me|please|for me|my (?:math|maths|sum|number)s?))*\s?[:,–—-]?\s+/i,
  /^i(?:'ve)? (?:heard|read|was told|saw)(?: that)?\s+/i,
  /^(?:is it|am i) (?:true|right|correct|fair|the case|accurate|safe)(?: to (?:say|think|assume|claim)| in (?:thinking|saying))?(?: that)?\s+/i,
  /^is it (?:plausible|possible|realistic|reasonable|likely|credible|believable|sensible) that\s+/i,
  /^(?:can|could) (?:you|i) (?:confirm|verify|check|say)(?: that| whether| if)?\s+|^(?:confirm|verify)(?: that)?\s+/i,
];
/** What stands behind it and asks whether it is so. */
const TAILS: readonly RegExp[] = [
  /[\s,;:.!?–—-]+(?:so )?(?:does|do|is|are|can|would|did|could) (?:that|this|it|they|he|she|the (?:math|maths|sums?|numbers?|claim|figure|arithmetic))(?: (?:really|actually|even|still|all|be|sound|look|seem|feel|about|roughly))*(?: (?:hold(?: up| water)?|adds? up|check(?: out)?|square|work(?: out)?|stack up|make sense|right|true|correct|plausible|reasonable|fair|accurate|possible|ok(?:ay)?|wrong|off|realistic|consistent|sane|tally|legit))\s*\??\s*$/i,
  /[\s,;:.!?–—-]+(?:(?:is that |so |am i |that'?s )?(?:true|right|correct|yes|no|agreed?|plausible|legit|fair|accurate|really|sensible|ok|about right|or not|true or false|yes or no|check|isn't it|doesn't it|don't they|aren't they|wrong))\s*\??\s*$/i,
];
const OPENERS = /^(?:(?:so|hey|ok|okay|and|hi|hmm|well|wait|but|please)[,:]?\s+)+/i;
/** "Does $1.4T for 30 GW really come to …": asked by the verb alone. */
const BY_VERB = /^(?:is|are|does|do|would|will|did|was|can|could)\s+(?=.*\d)/i;

const ABOUT =
  "(?:\\s(?:you|me|us|about|around|roughly|approximately|nearly|almost|the|over|only|just|some|an?|really|actually|like|to|in total|that|more than|less than|at least|up to|close to|worth))*";
/** What joins a sum with what it is said to come to. */
const IS = new RegExp(
  String.raw`(?:\s?[=≈~]|[\s,](?:really|actually|exactly|truly)|[\s,](?:equals?|is|are|was|were|means?|implies|costs?|comes?(?: out)? (?:to|at)|works? out (?:to|at|as)|(?:would|will|could|can) (?:be|cost|mean|come to|need|take|draw|use|build|buy|fund|pay for|run|power|host|hold|fit)|builds?|buy|makes?|gives?|yields?|draws?|needs?|uses?|takes?|consumes?|burns?|buys?|gets?|lasts?|pays?|earns?|brings? in|represents?|amounts? to|totals?|adds? up to|values? (?:it|\S+) at|requires?|holds?|fits?|houses?|powers?|squares? with|match(?:es)?|agrees? with|fits? with|lines? up with|grew(?: by)?|rose(?: by)?|generates?)(?: out)?(?: to)?)${ABOUT}\s*$`,
  "i",
);
/** "Is $90B right for 2 GW at $42B/GW". */
const RIGHT_FOR = gated(
  /^\s*(?:really |about )?(?:right|correct|reasonable|realistic|accurate|fair|plausible|the (?:right|correct) (?:number|figure|answer|amount|bill|price)) (?:for|as)\s+/i,
);

/** "Is 5 GW enough for 2 million GB200s": what they need stays below it. */
const ENOUGH = gated(
  /^\s*(?:of (?:power|capacity|IT|cash|capex) )?(?:really )?(?:enough|sufficient|adequate|plenty) (?:to (?:power|run|feed|supply|host|house|build|buy|fund|pay for|cover|finance)|for)\s+/i,
);

/** "Can $38B buy 1 GW at that cost": what it costs stays below it. */
const BUYS =
  /^\s*(?:really |actually |even )?(?:(?:be )?enough (?:to|for) )?(?:buy|pay for|cover|fund|build|finance|afford|power|run|feed|supply|host|house)\s+/i;

/** "Is A bigger than B by more than 25%". */
const HIGHER_BY = gated(
  /^(?<a>.+?) (?:really |much )?(?:bigger|larger|higher|greater|more|dearer|up on|above) (?:than )?(?<b>.+?)(?: by)?$/i,
);

/** How the amount is asked for when it is not said: `S` is the sum, `V` the verb that joins the two. */
const ASKED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  money: [
    "what does S cost T",
    "what does S value it at T",
    "S: how much in dollars T",
    "S, how much a year T",
    "how much is S T",
  ],
  flow: ["S: N per U", "S, flat out: electricity bill a year", "S, how much per U T", "how much does S cost per U"],
  rate: ["S in dollars per U", "S: dollars per U"],
  price: ["S: dollars per U", "S: electricity price per U"],
  hourly: ["S: dollars per GPU-hour", "S, what is that per GPU-hour"],
  "unit-price": ["S: dollars per U", "how much per U is S"],
  power: [
    "how many MW do S draw",
    "how many GW does S buy T",
    "how many MW is S",
    "S: how many GW T",
    "power of S alone, chips only",
  ],
  energy: ["how many TWh is S", "S: how many TWh a year"],
  chips: ["how many chips is S", "S: how many chips", "how many GPUs do S hold", "what is S"],
  racks: ["S: how many racks", "how many racks is S", "what is S"],
  percent: ["D", "what share of T is S", "S: what percentage", "S: growth in percent", "S: margin", "S as a share T"],
  time: ["S: how many years", "how long does S last", "S: payback in years"],
  number: ["S as a multiple T", "S: what multiple", "S: how many T"],
  homes: ["how many homes is S"],
  mass: ["how many tonnes of CO2 is S"],
  pace: ["S: how many GW a year"],
};

const SAID_BY = gated(
  /^\W*(?:(?:so|and|ok),? )?(?:was|is|wasn['’]?t|isn['’]?t) it [^?]{2,40}? (?:who|that) (?:said|says|claimed|claims|gave|put|estimated|told)\b/i,
);

export const claimChecked: ReadRule = {
  name: "claim-checked",
  read(reading) {
    // Whose number it is, is no question of how large it is.
    const [whose] = SAID_BY.test(reading.question) ? ratesNamed(reading) : [];
    if (whose !== undefined) return { kind: "show-rate", rates: [whose], rank: null };
    const body = reading.question.length > LONGEST ? null : claimIn(reading.question);
    if (body === null) return null;
    const sum = readSum({ ...reading, question: body });
    const text = plainNumbers(sum.question);
    // Positions are those of the text whose names of chips are masked.
    if (text.length !== sum.text.length || sum.terms.length > MOST_NUMBERS) return null;
    const terms = sum.terms.filter(({ kind }) => kind !== "year");
    const alone = terms.length === 1 ? costOfAGigawatt(reading, terms[0]) : null;
    if (alone) return alone;
    // What would have to be enough is what is claimed, wherever it stands.
    const first = terms[0];
    const spent = first && BUYS.test(text.slice(first.end)) ? [first] : [];
    for (const claimed of [...spent, ...[...terms].reverse()]) {
      const split = splitAt(text, claimed);
      if (!split || !/\d/.test(split.subject)) continue;
      const plan = checked(reading, questionsFor(claimed, split), claimed, split.claim);
      if (plan) return plan;
    }
    return null;
  },
};
const MOST_NUMBERS = 7;
const LONGEST = 300;

/** The claim without the words that frame it; null where nothing frames it. */
function claimIn(question: string): string | null {
  if (ASKED_BEHIND.test(question)) return null;
  const plain = question
    .replace(OPENERS, "")
    .replace(
      FRACTION,
      (_all, word: string) => `${Number((100 / (FRACTIONS[word.toLowerCase()] ?? 1)).toPrecision(4))}% of`,
    );
  let body = plain;
  for (const tail of TAILS) body = body.replace(tail, "");
  for (const lead of LEADS) body = body.replace(lead, "");
  if (body !== plain) return body.replace(BY_VERB, "");
  const byVerb = body.replace(BY_VERB, "");
  return byVerb === body ? null : byVerb;
}

/** "… over 1.2 GW. What is that per gigawatt?" asks what it is, and claims nothing. */
const ASKED_BEHIND = gated(
  /\d[^?]*[.!;] (?:so |and |then )?(?:what(?:['’]?s| is| does| would)|how much)\b[^?]*\b(?:per|a|each)\b[^?]*\?\s*$/i,
);

/** "Somebody says that a gigawatt costs $80B": held against what has been published. */
function costOfAGigawatt({ names, question, dates, library }: Reading, rate: Term | undefined): PlanInput | null {
  if (rate?.kind !== "rate" || !/^(?:USD)\/(?:GW|MW)$/.test(rate.unit) || OTHER_MONEY.test(question)) return null;
  if (names.orgs.length + names.deals.length + names.people.length + names.places.length > 0) return null;
  const value = rate.high * (rate.unit.endsWith("/MW") ? 1e3 : 1);
  const nearest = capexEstimates(library).find((one) => {
    const middle = boundsOf(one)?.mid ?? 0;
    return !isSynthetic(one) && Math.abs(middle - value) <= value * AGREES;
  });
  const other = nearest ?? library.rates.get("huang-2025");
  return evaluated(
    [
      { label: "published estimates, all in", expression: "@capex-allin-default" },
      { label: "claimed", expression: write(rate) },
      { label: (other?.name ?? "").slice(0, 80), expression: `@${other?.id}` },
    ],
    { lead: [1, 2, 3], claim: "is", title: "The cost of a gigawatt", asOf: dates.asOf },
  );
}
const OTHER_MONEY = gated(
  /\b(?:rent\w*|revenue|lease[sd]?|nvidia|chips?|gpus?|hardware|facility|shell|a year|per year|networking|nuclear|gas|solar|power plant)\b/i,
);

const FRACTIONS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
/** "A sixth of the backlog". */
const FRACTION = gated(/\b(?:an?|one) (half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth) of\b/gi);

/** "Is a $36B loan at 5.75% over $2B a year in interest". */
const THAN = /\s(?:(?:really |much |still )*(?:less|more|cheaper) than|over|above|under|below|at most|at least)\s*$/i;

type Split = { subject: string; rest: string; claim: Claim };
type Claim = "is" | "below" | "above";

function splitAt(text: string, { start, end }: Term): Split | null {
  const before = text.slice(0, start);
  const rest = text.slice(end).replace(/[\s?!.,;:–—-]+$/, "");
  const joined = IS.exec(before);
  const claim = /\b(?:less than|under|below|at most|no more than|cheaper than)\s*$/i.test(before)
    ? "below"
    : /\b(?:more than|above|over|at least|exceeds?|no less than)\s*$/i.test(before)
      ? "above"
      : "is";
  const than = THAN.exec(before);
  if (than && claim !== "is" && !joined)
    return { subject: before.slice(0, than.index).replace(/[\s,;:–—-]+$/, ""), rest, claim };
  if (joined) return { subject: before.slice(0, joined.index).replace(/[\s,;:–—-]+$/, ""), rest, claim };
  if (before.trim() !== "") return null;
  const enough = ENOUGH.exec(rest);
  if (enough) return { subject: rest.slice(enough[0].length), rest: "", claim: "below" };
  const buys = BUYS.exec(rest);
  if (buys) return { subject: rest.slice(buys[0].length), rest: "", claim: "below" };
  const right = RIGHT_FOR.exec(rest);
  return right ? { subject: rest.slice(right[0].length), rest: "", claim } : null;
}

function questionsFor({ kind, unit }: Term, { subject, rest }: Split): string[] {
  const per = unit.split("/").slice(1).join(" per ");
  const of = rest.replace(/^\s*of\s+/i, "").trim();
  const { a, b } = HIGHER_BY.exec(subject)?.groups ?? {};
  return (ASKED[kind] ?? [])
    .flatMap((asked) => (asked === "D" && !a ? [] : [asked]))
    .map((asked) =>
      asked
        .replace(/^D$/, `percent change from ${b} to ${a}`)
        .replace("share of T is S", of ? `share of ${of} is ${subject}` : `share is ${subject}`)
        .replace(/\bN\b/, rest.replace(/^\s*(?:in|of|for)\s+/i, "").trim())
        .replace(/\bS\b/, subject)
        .replace(/\bU\b/, per)
        .replace(/\s?\bT\b/, rest ? ` ${rest.trim()}` : "")
        .concat("?"),
    );
}

type Worked = { lines: readonly SumLine[]; result: number; amount: Amount; title: string };

/** The readings of the sum that come to an amount of the claim's kind: the one that agrees with it is set against it, and the usual one stands beside. */
function checked(reading: Reading, questions: readonly string[], claimed: Term, claim: Claim): PlanInput | null {
  const unit = bareEnergy(claimed) ?? claimed.unit.replace(/\/site\b/, "");
  const own = parseUnit(unit === "" ? "%" : unit);
  if (!own) return null;
  const counted = claimed.kind === "chips" || claimed.kind === "racks";
  const [usual, ...others] = questions.flatMap(
    (question) => worked(reading, question, own.dimension) ?? (counted ? worked(reading, question, NONE) : null) ?? [],
  );
  if (!usual) return null;
  const said = ((claimed.low + claimed.high) / 2) * (claimed.unit === "" ? 1 : own.factor);
  const agrees = ({ amount: { range } }: Worked) => Math.abs(range.mid - said) <= Math.abs(said) * AGREES;
  const best = agrees(usual) ? usual : (others.find(agrees) ?? usual);
  const { lines, result, amount, title } = best;
  const at = lines.length + 1;
  const yearly = !same(bare(amount.dimension), own.dimension);
  const all = [
    ...lines,
    { label: claim === "is" ? "claimed" : claim, expression: sayClaim(claimed, amount.dimension, yearly) },
    { label: "claimed against worked out", expression: `(#${at} - #${result}) / (#${result}) in %` },
    ...(best === usual ? [] : offset(usual.lines, at + 1)),
  ];
  const lead = [result, at, ...(best === usual ? [] : [at + 1 + usual.result])];
  return evaluated(all, { lead, claim, title, asOf: reading.dates.asOf });
}
const AGREES = 0.025;

/** Null where the question is no calculation, or comes to something of another kind. */
function worked(reading: Reading, question: string, wanted: Dimension): Worked | null {
  const plan = reading.reread(question);
  const lines = linesOf(reading, plan);
  if (!lines || lines.length > MOST_LINES) return null;
  const result = (plan.kind === "evaluate" ? plan.lead[0] : undefined) ?? lines.length;
  const amount = amountOf(reading, lines, result);
  if (!amount) return null;
  const dimension = bare(amount.dimension);
  const fits = same(dimension, wanted) || same(dimension, { ...wanted, h: (wanted.h ?? 0) - 1 });
  return fits ? { lines, result, amount, title: plan.kind === "evaluate" ? plan.title : "" } : null;
}

/** "8.4 TWh a year": what is used in a year is worked out as energy. */
const bareEnergy = ({ kind, unit }: Term): string | null => (kind === "energy" ? (unit.split("/")[0] ?? null) : null);

/** A claim seldom says whether a power is that of the site or of the IT. */
const bare = ({ GW_it = 0, GW_facility = 0, ...rest }: Dimension): Dimension => {
  const GW = (rest.GW ?? 0) + GW_it + GW_facility;
  return GW === 0 ? rest : { ...rest, GW };
};

function sayClaim(claimed: Term, own: Dimension, yearly: boolean): string {
  const { GW_it, GW_facility } = own;
  // "72 × 3,557 = 256,104 GPUs": the product counts nothing by itself.
  if (same(bare(own), NONE) && claimed.kind !== "percent") return write(claimed, "");
  const energy = bareEnergy(claimed);
  if (energy) return write(claimed, energy);
  if (claimed.kind === "percent") return `${write(claimed)} in %`;
  if (claimed.kind === "power" && (GW_it || GW_facility))
    return write(claimed, `${claimed.unit}_${GW_it ? "it" : "facility"}`);
  return yearly ? `${write(claimed)} / 1 year` : write(claimed);
}

const offset = (lines: readonly SumLine[], by: number): SumLine[] =>
  lines.map(({ label, expression }) => ({
    label,
    expression: expression.replace(/#(\d+)/g, (_all, index: string) => `#${Number(index) + by}`),
  }));

const MOST_LINES = 10;

function linesOf({ library }: Reading, plan: Plan): readonly SumLine[] | null {
  if (plan.kind === "evaluate") return plan.lines;
  return plan.kind === "estimate" ? written(library, plan, true) : null;
}

function amountOf({ library, asOf }: Reading, lines: readonly SumLine[], at: number): Amount | null {
  try {
    const all = lines.map(({ label, expression }) => ({ label: label ?? "", expression }));
    return runWorksheet(all, library, asOf).lines[at - 1]?.amount ?? null;
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}
