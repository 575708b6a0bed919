/** What a turn puts in place of a number of the calculation behind it: "6%?", "make it 4 yrs", "if revenue doubles?", "15% instead of 12". */
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { plainNumbers } from "../sums/plain-numbers.ts";
import { readTerms, type Term } from "../sums/terms.ts";

/** `surely`: the number is told by its name, its old value or the word before it, and not only by what it counts. */
export type InputsChanged = { turns: string[]; surely: boolean };

/** The turns of a calculation with the numbers that `said` changes in them; null where it does anything else. */
export function inputsChanged(said: string, turns: readonly string[]): InputsChanged | null {
  const asked = withoutAside(withoutKept(plainNumbers(said).replace(TALKED, "at ")));
  if (turns.length === 0 || asked.split(/\s+/).length > MAX_WORDS || OTHERWISE.test(asked)) return null;
  const known = new Set(turns.flatMap((turn) => contentRoots(turn)));
  const relative = relativeIn(asked);
  if (relative) return scaled(relative, turns, known);
  const { text, terms } = readTerms(asked);
  const replaced = terms.filter(({ before }) => INSTEAD_OF.test(before));
  const given = terms.filter((term) => !replaced.includes(term) && term.kind !== "year");
  const [olds, ...moreOlds] = replaced;
  if (given.length === 0 || given.length > MOST || moreOlds.length > 0 || (olds && given.length > 1)) return null;
  const labels = labelsIn(blankedTerms(text, terms), known, /\binstead\b/i.test(said));
  if (labels === null) return null;
  const found = given.map((term) =>
    targetOf(term, { said, labels, old: olds?.high ?? null, alone: given.length === 1 }, turns),
  );
  const targets = found.flatMap((one) => one ?? []);
  if (targets.length < given.length || new Set(targets.map(({ key }) => key)).size < targets.length) return null;
  return { turns: written(turns, targets), surely: targets.every(({ surely }) => surely) };
}

const MAX_WORDS = 14;
const MOST = 3;
/** "If I can talk them down to 7.5", "the bank says they could do 7.5". */
const TALKED = gated(
  /\b(?:(?:and |but )?(?:if )?(?:i|we|you|they) (?:can|could|manage to|were to) )?(?:talk|haggle|beat|negotiate|get|bring|push|drive) (?:them|it|that|him|her|the \w+) (?:down|up) to |\b(?:the )?(?:bank|lender|landlord|supplier|vendor|seller)s? (?:says?|said) (?:they|it|he|she) (?:can|could|would|will) do /gi,
);
/** "Stretch it to 8 years": the length is meant, whatever else counts in years. */
const STRETCHED = gated(/\b(?:stretch|extend|shorten|lengthen|prolong)\w*\b/i);
/** What is worked out from the result, set against it, or asked of somebody else. */
const OTHERWISE =
  /\b(?:compare[ds]?|versus|vs|difference|than|more|less|extra|another|additional|plus|minus|add|times|share|together|off|each|in (?:euros?|pounds?|dollars|yen)|on (?:the|that|its)|that|those|them|this|on top|twice)\b/i;
const INSTEAD_OF = /\b(?:instead of|rather than|in place of|not|and not|no longer|from)(?: the| an?)?\s*$/i;

/** "Same occupancy", "still 60%", "all else equal": what stays as it was. */
const KEPT = gated(
  /(?:^|[,;(]|\b(?:but|and|with)\b)\s*(?:the |at the )?(?:same|still|keep(?:ing)?|unchanged|all else|everything else|other (?:things|inputs)|rest)\b(?:(?!\b(?:but|and|now)\b)[^,;)])*|\b(?:all else|everything else|other things) (?:equal|the same|unchanged|as before)\b/gi,
);
const withoutKept = (text: string): string => text.replace(KEPT, " ");

/** "Too punchy, try 6.6", "nobody sells 100%. Make it 65": what is said before the other number. */
const withoutAside = (text: string): string => {
  const [, rest] =
    /^[^,.;:]*(?:[,;:]|[.!](?=\s))\s*((?:try|use|make it|call it|say|put|take|with|at|so|let['’]?s (?:say|use|try|call it))\b[^,;]*\d[^,;]*)$/i.exec(
      text.trim(),
    ) ?? [];
  return rest ?? text;
};

/** Words that say that something is changed, or what is asked again. */
const SAYS_CHANGE = new Set(
  contentRoots(
    "call keep slide slides slip slips try use using say suppose assume assuming make change set put switch instead stretch stretched shorten extend extended push pushed raise raised cut lower lowered drop drops dropped increase increased reduce rise rises fall falls climb climbs come comes becomes become turn turns out realistic realistically rather only imagine case run again redo recalculate rework total cost bill result answer number figure amount equal actually hm hmm sorry meant oops wait let us lets down up well also year",
  ),
);

/** The names that a turn gives to what it changes; null where it says anything that the calculation has not. */
function labelsIn(text: string, known: ReadonlySet<string>, instead: boolean): string[] | null {
  const roots = contentRoots(text).filter((root) => !SAYS_CHANGE.has(root));
  // "Engineers say they can reach a PUE of 1.15 instead": who says so changes nothing.
  const ours = roots.filter((root) => known.has(root));
  if (instead && ours.length > 0) return ours;
  return roots.every((root) => known.has(root) || KINDS_SAID.some(([said]) => said.test(root))) ? roots : null;
}

/** What words for an input count in, where it goes by another name in the calculation. */
const KINDS_SAID: readonly (readonly [RegExp, ReadonlySet<Term["kind"]>])[] = [
  [
    /^(?:rent|price|cost|spend|fee|tariff|capex|opex|revenue|budget)$/,
    new Set(["money", "rate", "price", "flow", "unit-price", "hourly"]),
  ],
  [/^(?:rate|interest|yield|load|utili[sz]|occup|discount|growth|margin|coupon|uptime)/, new Set(["percent"])],
  [/^(?:year|term|life|tenor|matur|month|lifetime|horizon)/, new Set(["time"])],
  [/^(?:power|capac|size|megawatt|gigawatt)/, new Set(["power"])],
  [/^(?:gpu|chip|accelerator|card)/, new Set(["chips"])],
];

const blankedTerms = (text: string, terms: readonly Term[]): string =>
  terms.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);

type Target = { turn: number; term: Term; to: string; key: string; surely: boolean };
type Sought = { said: string; labels: readonly string[]; old: number | null; alone: boolean };

/** The one number of the calculation that a number stands for, the latest first. */
function targetOf(given: Term, { said, labels, old, alone }: Sought, turns: readonly string[]): Target | null {
  const scored = turns.flatMap((turn, index) =>
    readTerms(turn).terms.flatMap((term) => {
      const to = inPlaceOf(given, term);
      if (to === null) return [];
      const named = nearBy(term).some((root) => labels.includes(root)) && isOfLabel(given, term, labels);
      const valued = old !== null && term.low === term.high && near(term.high, old);
      const leads = prepositionOf(given) !== "" && prepositionOf(given) === prepositionOf(term);
      const kind = KINDS_SAID.some(([said, kinds]) => labels.some((root) => said.test(root)) && kinds.has(term.kind));
      const unit = given.unit !== "" && (given.unit === term.unit || isOfUnit(given, term));
      const score = (valued ? 8 : 0) + (named ? 4 : 0) + (kind ? 2 : 0) + (unit ? 1 : 0) + (leads ? 0.5 : 0);
      const stretched = given.kind === "time" && term.kind === "time" && STRETCHED.test(said);
      const surely = valued || named || stretched || (leads && unit && alone && given.kind === "time");
      return [{ turn: index, term, to, key: `${index}:${term.start}`, score, surely, valued }];
    }),
  );
  // A bare number is about as large as the one it stands for.
  const fit = scored.filter(
    (one) =>
      (old === null || one.valued) &&
      (given.kind !== "number" || given.scaled || one.valued || isOfSize(given, one.term)),
  );
  const best = Math.max(0, ...fit.map(({ score }) => score));
  const top = fit.filter(({ score }) => score === best);
  // Of what was changed in a later turn the later is meant.
  const last = top.at(-1);
  const [first] = top;
  if (!last || !first || (top.length > 1 && first.turn === last.turn)) return null;
  // A bare number that nothing calls by name may be any of them.
  const ofLastTurn = fit.filter(({ turn }) => turn === turns.length - 1);
  const isOnly = fit.length === 1 || (ofLastTurn.length === 1 && ofLastTurn[0] === last);
  return best >= 1 || (given.kind === "number" && isOnly && isOfSize(given, last.term)) ? last : null;
}

/** Where a turn names what it changes, that stands beside the number there, too. */
const isOfLabel = (given: Term, term: Term, labels: readonly string[]): boolean => {
  const own = nearBy(given).filter((root) => labels.includes(root));
  return own.length === 0 || nearBy(term).some((root) => own.includes(root));
};

const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-9;
const isOfSize = (a: Term, b: Term): boolean => a.high / b.high < 5 && b.high / a.high < 5;

/** The words beside a number within its clause. */
const nearBy = ({ before, after }: Term): string[] => [
  ...contentRoots((before.split(CLAUSE).at(-1) ?? "").split(/\s+/).slice(-5).join(" ")),
  ...contentRoots((after.split(CLAUSE)[0] ?? "").split(/\s+/).slice(0, 5).join(" ")),
];
const CLAUSE = /[,;:?+]|\b(?:and|with|plus|at|for|over)\b/i;
const prepositionOf = ({ before }: Term): string =>
  (/\b(for|over|across|spread over|at)(?: (?:an?|the))?\s*$/i.exec(before)?.[1] ?? "").replace(/over|across/i, "for");

const MONEYED: ReadonlySet<Term["kind"]> = new Set(["money", "rate", "price", "flow", "unit-price", "hourly"]);

/** The text that stands for `old` then; null where the one cannot stand for the other. */
function inPlaceOf(given: Term, old: Term): string | null {
  if (old.kind === "year" || old.ends.length > 1 || given.low !== given.high) return null;
  const isBare = given.unit === "" || (given.assumed && given.kind === "money") || isOfUnit(given, old);
  // "$1.90" after dollars for an hour is for one, too.
  const isForEach =
    given.kind === "money" && MONEYED.has(old.kind) && old.unit.startsWith(`${given.unit}/`) && isOfSize(given, old);
  if (!isBare && !isForEach) {
    if (given.kind !== old.kind) return null;
    return `${given.text}${old.each && !given.each ? " each" : ""}`;
  }
  const wanted = given.scaled ? MONEYED.has(old.kind) || old.kind === "number" || old.kind === "chips" : true;
  const [, sign = "", , scale = "", rest = ""] = PARTS_OF.exec(old.text) ?? [];
  const [, , number = "", own = ""] = PARTS_OF.exec(given.text) ?? [];
  if (!wanted || number === "") return null;
  return `${sign}${number}${own === "" ? scale : own}${rest}`;
}
const PARTS_OF =
  /^([^\d.]*)([\d.,]*\d)(\s?(?:k|thousand|mm|mn|m|millions?|bn|b|billions?|tn|trn|t|trillions?)(?![a-z]))?(.*)$/i;

/** "1,600/kW" after dollars for each of them. */
const isOfUnit = (given: Term, old: Term): boolean => given.unit.startsWith("/") && old.unit.endsWith(given.unit);

type Relative = { label: string; factor: number };
const P = String.raw`(\d+(?:\.\d+)?) ?(?:%|per ?cent)`;
const LEAD = String.raw`^(?:(?:and|so|ok|okay|then|but|what|how about|if|suppose|say|assume|total|result|cost|bill)\b[\s,]*)*`;
const THE = "(?:the |its |our |their )?";
const RELATIVE: readonly (readonly [RegExp, (found: readonly string[]) => Relative])[] = [
  [
    new RegExp(
      String.raw`${LEAD}${THE}([a-z][\w ]{1,30}?) (doubl|tripl|trebl|quadrupl|halv)(?:es?|ed|ing)(?: (?:instead|then))?[\s?.!]*$`,
      "i",
    ),
    ([label = "", by = ""]) => ({ label, factor: TIMES[by.toLowerCase()] ?? 1 }),
  ],
  [
    new RegExp(
      String.raw`${LEAD}(doubl|tripl|trebl|quadrupl|halv)(?:e|ing) (?:the |its |our |their )([a-z][\w ]{1,30}?)(?: (?:instead|then))?[\s?.!]*$`,
      "i",
    ),
    ([by = "", label = ""]) => ({ label, factor: TIMES[by.toLowerCase()] ?? 1 }),
  ],
  [
    new RegExp(
      String.raw`${LEAD}${THE}([a-z][\w ]{1,30}?) (?:(?:is|are|was|were|goes?|comes?|came|gets?|went) )?(up|down|rises?|falls?|drops?|higher|lower|climbs?|cheaper|dearer|shrinks?|grows?)(?: by)? ${P}[\s?.!]*$`,
      "i",
    ),
    ([label = "", way = "", percent = ""]) => ({ label, factor: moved(way, percent) }),
  ],
  [
    new RegExp(
      String.raw`${LEAD}${THE}([a-z][\w ]{1,30}?) (?:is|are|gets?|comes? in|turns? out|was|were) (?:to be )?${P} (higher|lower|more|less|cheaper|dearer|up|down)[\s?.!]*$`,
      "i",
    ),
    ([label = "", percent = "", way = ""]) => ({ label, factor: moved(way, percent) }),
  ],
];
const TIMES: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, halv: 0.5 };
const moved = (way: string, percent: string): number =>
  1 + (/^(?:down|fall|drop|lower|cheap|shrink|less)/i.test(way) ? -1 : 1) * (Number(percent) / 100);

function relativeIn(text: string): Relative | null {
  for (const [pattern, read] of RELATIVE) {
    const found = pattern.exec(text.trim());
    if (found) return read(found.slice(1));
  }
  return null;
}

/** An input by its name, so many times what it was. */
function scaled(
  { label, factor }: Relative,
  turns: readonly string[],
  known: ReadonlySet<string>,
): InputsChanged | null {
  const labels = contentRoots(label);
  if (labels.length === 0 || !labels.every((root) => known.has(root) || KINDS_SAID.some(([said]) => said.test(root))))
    return null;
  const all = turns.flatMap((turn, index) => readTerms(turn).terms.map((term) => ({ turn: index, term })));
  const byName = all.filter(({ term }) => term.kind !== "year" && nearBy(term).some((root) => labels.includes(root)));
  const byKind = all.filter(({ term }) =>
    KINDS_SAID.some(([said, kinds]) => labels.some((root) => said.test(root)) && kinds.has(term.kind)),
  );
  const [only, ...more] = byName.length > 0 ? byName : byKind;
  if (!only || more.length > 0 || only.term.ends.length > 1) return null;
  // "At 4.2?" may have put another in its place since.
  if (all.some(({ turn, term }) => turn > only.turn && term.kind === "number")) return null;
  const [, sign = "", number = "", scale = "", rest = ""] = PARTS_OF.exec(only.term.text) ?? [];
  const value = Number((Number(number.replaceAll(",", "")) * factor).toPrecision(12));
  if (number === "" || !(value > 0)) return null;
  const target = { ...only, to: `${sign}${value}${scale}${rest}`, key: "", surely: true };
  return { turns: written(turns, [target]), surely: true };
}

/** The turns with each number in place of the old one. */
function written(turns: readonly string[], targets: readonly Target[]): string[] {
  return turns.map((turn, index) =>
    targets
      .filter((one) => one.turn === index)
      .sort((a, b) => b.term.start - a.term.start)
      .reduce((text, { term, to }) => `${text.slice(0, term.start)}${to}${text.slice(term.end)}`, plainNumbers(turn)),
  );
}
