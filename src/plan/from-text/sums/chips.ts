/** Chips and racks for a power, and the power of chips and racks, by what each draws and the overheads that are given. */
import { gated } from "../../../knowledge/gated.ts";
import { rateNamed } from "../rates-named.ts";
import { inRole, roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

const CHIP = "(?:¤+s?|chips?|gpus?|accelerators?|tpus?)";
const ASKS_COUNT = new RegExp(
  String.raw`\b(?:how many|number of|count of|how much hardware|(?:chip|gpu|rack|accelerator) count)\b|¤ count\b|${CHIP}(?:'?s)? (?:per|in|for|fit|from|on|can)\b|\bracks? (?:per|in|for|fit|from|on|can)\b|(?:\bracks|${CHIP})\s*\?|(?:->|→|:|,)\s*(?:the )?count\b|^\s*(?:¤+ )?(?:racks|¤+s|gpus|chips) (?:at|of|with|drawing)\b.*\bin\b`,
  "i",
);
const ASKS_POWER =
  /\b(?:power|gws?|gigawatts?|mws?|megawatts?|draws?|draw|load|capacity|kw|kilowatts|electricity|site|need|require|pull|take)\b/i;

/** The factors, each once: overheads with a name, bare multipliers, a PUE. */
function factorsOf(sum: Sum): { expression: string; used: readonly Term[] } {
  const used = sum
    .of("number")
    .filter((term) => ["server", "network", "overhead", "factor", "pue"].includes(roleOf(term) ?? "") && term.high < 5);
  return {
    used,
    expression: used
      .flatMap(({ ends }) => ends)
      .map((value) => ` * ${value}`)
      .join(""),
  };
}

/** A gigawatt without a number is one: "B200s in a gigawatt", "per GW". */
const ONE_GW = /\b(?:per|an?|one|each|to the|every)\s(?:(?:critical )?(?:it|facility) )?(?:gws?|gigawatts?|gigs?)\b/i;

/** "H100s per MW". */
const ONE_MW = /\b(?:per|an?|one|each|every)\s(?:(?:critical )?(?:it|facility) )?(?:mws?|megawatts?)\b/i;

export const chipsForPower: ReadSum = (sum) => {
  const unit = sum.one("unit-power");
  const perGw =
    unit !== null &&
    (ONE_GW.test(sum.words) || ONE_MW.test(sum.words)) &&
    !/\b(?:cost|price|twh|energy|bill)\b/i.test(sum.words);
  if (!ASKS_COUNT.test(sum.words) && !perGw) return null;
  if (!unit || unit.unit.endsWith("/site")) return null;
  const power = sum.one("power");
  const oneMw = ONE_MW.test(sum.words);
  if (!power && !oneMw && !ONE_GW.test(sum.words)) return null;
  const { expression, used } = factorsOf(sum);
  const perRack = sum.of("chips").find(({ unit: said }) => said === "chip/rack") ?? null;
  const spare = sum
    .of("percent")
    .find(({ before, after }) => SPARE.test(`${before.slice(-20)} # ${after.slice(0, 20)}`));
  if (!sum.complete([unit, power, perRack, spare, ...used])) return null;
  const one = oneMw ? "1 MW" : "1 GW";
  const size = `${power ? write(power) : one}${spare ? ` * (1 - ${writeShare(spare)})` : ""}`;
  const racks = unit.unit.endsWith("/rack");
  if (perRack && !racks) return null;
  const what = racks ? "racks" : "chips";
  const lines = [
    { label: `power of each with the overheads`, expression: `${write(unit)}${expression}` },
    { label: `${what} for ${power?.text ?? one}`, expression: `${size} / #1` },
  ];
  if (racks && perRack) lines.push({ label: "chips in them", expression: `#2 * ${write(perRack)}` });
  const asksChips = racks && perRack && new RegExp(String.raw`\bhow many (?:\w+ ){0,2}${CHIP}`, "i").test(sum.words);
  return evaluated(lines, { title: `${what} for ${power?.text ?? one}`, lead: asksChips ? [3, 2] : [2] });
};

/** "With 10% spare": so much of the power is not used. */
const SPARE = gated(
  /#\s+(?:is |of it )?(?:spare|reserve|headroom|held back|kept free|redundan\w*|buffer)\b|\b(?:spare|reserve|headroom|redundancy|buffer)(?: of| at)?\s*#/i,
);

/** "3,557 racks per GW, 72 GPUs each: how many in 2 GW". */
export const countsForPower: ReadSum = (sum) => {
  const perGw = sum.terms.find(({ unit }) => /^(?:rack|chip)\/[GM]W$/.test(unit)) ?? null;
  const power = sum.one("power");
  if (!perGw || !power) return null;
  const perRack = sum.of("chips").find(({ unit }) => unit === "chip/rack") ?? null;
  if (!sum.complete([perGw, power, perRack])) return null;
  const what = perGw.unit.startsWith("rack") ? "racks" : "chips";
  const lines = [{ label: `${what} in ${power.text}`, expression: `${write(perGw)} * ${write(power)}` }];
  if (perRack) lines.push({ label: "chips in them", expression: `#1 * ${write(perRack)}` });
  return evaluated(lines, { lead: lines.map((_line, index) => index + 1) });
};

const ENERGY = /\b(?:[tgmk]wh|(?:terawatt|gigawatt|megawatt|kilowatt)[- ]?hours?|energy)\b/i;

/** "13,800 GB300s at 1.4 kW flat out: GWh a year". */
function energyOfThings(sum: Sum, unit: Term, count: Term) {
  if (!ENERGY.test(sum.words)) return null;
  const time = sum.one("time");
  const load = inRole(sum, "load")[0] ?? null;
  const { expression, used } = factorsOf(sum);
  if (!sum.complete([unit, count, load, time, ...used]) || (!load && !sum.flatOut && !time)) return null;
  const said = /\b([tgmk])wh\b/i.exec(sum.words)?.[1];
  const into = said ? ` in ${said.toLowerCase() === "k" ? "k" : said.toUpperCase()}Wh` : "";
  const share = load ? ` * ${writeShare(load)}` : "";
  return evaluated([
    {
      label: `energy of ${count.text} in ${time?.text ?? "a year"}`.slice(0, 80),
      expression: `${write(count)} * ${write(unit)}${expression}${share} * ${time ? write(time) : "1 year"}${into}`,
    },
  ]);
}

export const powerOfChips: ReadSum = (sum) => {
  const unit = sum.one("unit-power");
  const count = sum.one("chips", "racks", "sites");
  if (!unit || !count || unit.unit.endsWith("/site")) return null;
  const energy = energyOfThings(sum, unit, count);
  if (energy) return energy;
  if (!ASKS_POWER.test(sum.words) || ENERGY.test(sum.words)) return null;
  if ((count.kind === "racks") !== unit.unit.endsWith("/rack")) return null;
  const { expression, used } = factorsOf(sum);
  if (!sum.complete([unit, count, ...used])) return null;
  return evaluated([
    { label: `power of ${count.text}`.slice(0, 80), expression: `${write(count)} * ${write(unit)}${expression}` },
  ]);
};

/** "1.8 kW chip, 1.53 server, 1.14 IT, 1.40 facility: all-in kW for one": what one draws with the overheads that are given. */
export const powerOfOne: ReadSum = (sum) => {
  const unit = sum.one("unit-power");
  if (!unit || unit.unit.endsWith("/site") || !OF_ONE.test(sum.words)) return null;
  if (ENERGY.test(sum.words) || NOT_POWER.test(sum.words)) return null;
  const { expression, used } = factorsOf(sum);
  if (used.length === 0 || !sum.complete([unit, ...used])) return null;
  const thing = unit.unit.split("/")[1] ?? "chip";
  return evaluated([{ label: `power of one ${thing} with the overheads`, expression: `${write(unit)}${expression}` }]);
};
const OF_ONE =
  /\b(?:k?w|kilowatts?|watts?|power|draws?|load|all[- ]in|facility|site|meter|wall|total|come(?:s)? to|works? out|each|per|apiece|one)\b/i;
const NOT_POWER = /\b(?:how many|number of|count|costs?|price|bill|dollars?|homes|co2|water|hours?|years?)\b|[$€£]/i;

/** "3,557 racks of 72 GPUs", "how many racks of 72 for 100,000 GPUs". */
export const chipsInRacks: ReadSum = (sum) => {
  const racks = sum.one("racks");
  const perRack = sum.of("chips").find(({ unit }) => unit === "chip/rack") ?? null;
  const ofEach =
    perRack ??
    sum.of("number").find(({ before, scaled }) => !scaled && /^\s*(?:of|with|x|×)\s*$/i.test(before)) ??
    null;
  if (racks && ofEach && sum.complete([racks, ofEach]))
    return evaluated([
      { label: `chips in ${racks.text}`, expression: `${write(racks)} * ${write({ ...ofEach, unit: "chip/rack" })}` },
    ]);
  const chips = sum.of("chips").find(({ unit }) => unit === "chip") ?? null;
  const inEach = perRack ?? sum.one("number");
  if (
    !chips ||
    racks ||
    !inEach ||
    !/\bhow many (?:\w+ ){0,2}racks\b|\bracks (?:of|for|to hold)\b/i.test(sum.words) ||
    !sum.complete([chips, inEach])
  )
    return null;
  return evaluated([
    { label: `racks for ${chips.text}`, expression: `${write(chips)} / ${write({ ...inEach, unit: "chip/rack" })}` },
  ]);
};

/** "$38B per IT GW at a PUE of 1.2: per facility GW". */
function rateAcross(sum: Sum) {
  const rate = sum.one("rate");
  const named = rate ? null : rateNamed(sum.reading);
  const [factor, ...more] = sum.of("number").filter(({ low, high }) => low >= 1 && high < 3);
  if ((!rate && !named) || !factor || more.length > 0 || !sum.complete([rate, factor])) return null;
  const given =
    /_(it|facility)\b/.exec(rate?.unit ?? "")?.[1] ?? sum.reading.library.rates.get(named ?? "")?.basis ?? null;
  const asks = /\b(?:per|an?|each|in|\/) ?(?:facility|site|total|grid) (?:gw|gigawatt|mw|megawatt)\b/i.test(sum.words)
    ? "facility"
    : /\b(?:per|an?|each|\/) ?(?:it|critical) (?:gw|gigawatt|mw|megawatt)\b/i.test(sum.words)
      ? "it"
      : null;
  if (!asks || given === asks) return null;
  const unit = rate?.unit.replace(/_(?:it|facility)\b/, "") ?? "";
  const of = rate ? write({ ...rate, unit }) : `@${named}`;
  // A gigawatt of the one kind is so many of the other.
  const [top, bottom] = asks === "facility" ? ["1", write(factor)] : [write(factor), "1"];
  const [above, below] = asks === "facility" ? ["GW_it", "GW_facility"] : ["GW_facility", "GW_it"];
  return evaluated(
    [
      {
        label: `${rate?.text ?? "the cost"} for each gigawatt of ${asks === "it" ? "IT" : asks} power`.slice(0, 80),
        expression: rate
          ? `${of} ${asks === "facility" ? "/" : "*"} ${write(factor)}`
          : `${of} * ${top} ${above} / (${bottom} ${below})`,
      },
      ...(named ? [{ label: sum.reading.library.rates.get(named)?.name.slice(0, 80) ?? "", expression: of }] : []),
    ],
    { lead: named ? [1, 2] : [1] },
  );
}

/** "PUE if the facility draws 1.2 GW and IT 1 GW": the larger over the smaller. */
function pueOfTwo(sum: Sum) {
  const [first, second, ...more] = sum.of("power");
  if (!first || !second || more.length > 0 || !/\bpue\b/i.test(sum.words) || !sum.complete([first, second]))
    return null;
  if (/\b(?:cooling|overhead|losses|lost)\b/i.test(sum.words)) return null;
  const sizeOf = (term: Term): number => term.high * (/^m/i.test(term.unit) ? 1e-3 : 1);
  const [whole, it] = sizeOf(first) >= sizeOf(second) ? [first, second] : [second, first];
  return evaluated([{ label: "PUE", expression: `${write(whole)} / (${write(it)})` }]);
}

/** "PUE drops from 1.4 to 1.15 on 400 MW of IT": what the site needs before, after, and the difference; with a price also what that saves in a year. */
function pueChange(sum: Sum, power: Term | null) {
  const numbers = sum.of("number").filter(({ low, high, scaled }) => !scaled && low >= 1 && high <= 3);
  const [before, after, ...more] = numbers.flatMap(({ ends }) => ends);
  if (!power || !/\bpue\b/i.test(sum.words) || before === undefined || after === undefined || more.length > 0)
    return null;
  const [price, load] = [sum.one("price"), inRole(sum, "load")[0] ?? null];
  if (!sum.complete([power, price, load, ...numbers]) || (load && !price)) return null;
  const ofSite = /\b(?:facility|site|meter|total|campus|grid)\b/i.test(
    `${power.before.slice(-24)} ${power.after.slice(0, 24).split(/[.?!;,:]/)[0]}`,
  );
  const it = ofSite ? `${write(power)} / ${before}` : write(power);
  const unit = /^mw$/i.test(power.unit) ? " in MW" : "";
  // What the site has stays as it is, and more of it reaches the servers.
  if (ofSite && !price && GAINS_IT.test(sum.words)) {
    const [less, more] = before > after ? ["#1", "#2"] : ["#2", "#1"];
    return evaluated(
      [
        { label: `IT power at a PUE of ${before}`, expression: `${write(power)} / ${before}${unit}` },
        { label: `IT power at a PUE of ${after}`, expression: `${write(power)} / ${after}${unit}` },
        { label: "difference", expression: `${more} - ${less}${unit}` },
      ],
      { lead: [3, 1, 2], title: `${power.text} at two PUEs` },
    );
  }
  const [large, small] = before > after ? ["#1", "#2"] : ["#2", "#1"];
  const saved = `#3${load ? ` * ${writeShare(load)}` : ""} * ${price ? write(price) : ""}`;
  return evaluated(
    [
      { label: `at a PUE of ${before}`, expression: `${it} * ${before}${unit}` },
      { label: `at a PUE of ${after}`, expression: `${it} * ${after}${unit}` },
      { label: "difference", expression: `${large} - ${small}${unit}` },
      ...(price
        ? [
            {
              label: load ? `saved a year at ${load.text} load` : "saved in a year of all hours",
              expression: `${saved} in ${price.unit.split("/")[0]}/year`,
            },
          ]
        : []),
    ],
    { lead: price ? [4, 3] : [3, 1, 2], title: `${power.text} at two PUEs` },
  );
}

const GAINS_IT = gated(
  /\b(?:how much|what)\b[^?]*\b(?:IT|compute|servers?|chips)\b|\b(?:IT|compute|servers?)\b[^?]*\b(?:gain\w*|free[sd]?(?: up)?|extra|more|left|released?)\b/,
);

/** "PUE when 120 MW of 720 MW goes to cooling": the whole over what is left of it. */
function pueOfPart(sum: Sum) {
  const [part, whole, ...more] = sum.of("power");
  if (!part || !whole || more.length > 0 || !/\bpue\b/i.test(sum.words) || !sum.complete([part, whole])) return null;
  if (!/^\s*(?:out )?of\b/i.test(part.after) || !/\b(?:cooling|overhead|losses|lost)\b/i.test(sum.words)) return null;
  return evaluated([{ label: "PUE", expression: `${write(whole)} / (${write(whole)} - ${write(part)})` }]);
}

/** "What share of a site's power is IT at a PUE of 1.2". */
function shareByPue(sum: Sum) {
  const [pue, ...more] = inRole(sum, "pue");
  if (!pue || more.length > 0 || !sum.complete([pue])) return null;
  if (!/\b(?:share|percent(?:age)?|fraction|proportion|how much)\b|%/i.test(sum.words)) return null;
  if (/\b(?:overhead|cooling|losses|lost)\b/i.test(sum.words))
    return evaluated(
      [
        { label: "overhead on the IT load", expression: `(${write(pue)} - 1) in %` },
        { label: "overhead in the site's power", expression: `(1 - 1 / ${write(pue)}) in %` },
      ],
      { lead: [1, 2] },
    );
  return /\bIT\b|\b(?:servers?|chips|gpus|compute)\b/.test(sum.words)
    ? evaluated([{ label: "IT load in the site's power", expression: `1 / ${write(pue)} in %` }])
    : null;
}

/** The PUE or the overhead that is called so, else the one number that stands between IT and site: "200 MW of IT at 1.4". */
function factorsBetween(sum: Sum): readonly Term[] {
  const called = [...inRole(sum, "pue"), ...inRole(sum, "overhead")];
  if (called.length > 0) return called;
  const plain = sum.of("number").filter(({ low, high, scaled }) => !scaled && low > 1 && high < 3 && low === high);
  const both = /\bIT\b|\bit[- ](?:power|load|capacity)\b|\bcritical\b/.test(sum.words) && BOTH.test(sum.words);
  return both ? plain.filter(({ before }) => FACTOR_BEFORE.test(before)) : [];
}
const BOTH = gated(/\b(?:facility|site|campus|meter|grid|utility|overheads?|factor)\b/i);
const FACTOR_BEFORE = /(?:\b(?:at|by|with|times|factor(?: of)?|overhead(?: of| is)?|multiplier(?: of)?|x)|[x×*@])\s*$/i;

/** "It power of a 1.2 GW facility", "critical IT in 300 MW": what is asked for stands before the power that is given. */
const ASKS_IT_FIRST =
  /^(?:\W*\b(?:what(?:['’]s| is| are)?|how (?:much|many)|the|usable|available|max\w*|[mg]w|convert|total)\b\W*)*(?:critical )?it(?:\s(?:load|power|capacity|equipment|side|share|part|portion|[mg]w))*\s+(?:in|of|from|inside|behind|within|at|for)\b/i;

/** "500 MW of IT at a typical PUE": the PUE on record. */
function atUsualPue(sum: Sum, power: Term | null) {
  if (!power || !USUAL_PUE.test(sum.words) || !sum.complete([power])) return null;
  if (/\b(?:twh|energy|bill|cost|price|water|co2|homes|chips|gpus|racks)\b/i.test(sum.words)) return null;
  const pue = /\b(?:global|world\w*|all data cent\w+|survey\w*)\b/i.test(sum.words) ? "@pue-global" : "@pue-annual-ai";
  const near = `${power.before.slice(-24)} ${power.after.slice(0, 26).split(/[.?!;,:]/)[0]}`;
  const ofIt = /\bIT\b|\bcritical\b|\bservers?\b/.test(near);
  const ofSite = /\b(?:facility|site|meter|grid|total|utility|campus)\b/i.test(near);
  if (ofIt === ofSite && !(ofIt && /^\s*(?:of )?(?:critical )?IT\b/.test(power.after))) return null;
  const unit = /^mw$/i.test(power.unit) ? " in MW" : "";
  const [label, sign] = ofIt ? ["power of the site", "*"] : ["IT power", "/"];
  return evaluated(
    [
      { label, expression: `${write(power)} ${sign} ${pue}${unit}` },
      { label: "PUE", expression: pue },
    ],
    { lead: [1, 2] },
  );
}
const USUAL_PUE = gated(
  /\b(?:typical|usual|average|default|standard|normal|common|modern|good|your)\b[^?]{0,24}\bpue\b/i,
);

/** Between the power of the chips and that of the site, by the PUE or peak overhead that is given. */
export const overhead: ReadSum = (sum) => {
  const power = sum.one("power");
  const share = shareByPue(sum) ?? pueOfPart(sum) ?? pueOfTwo(sum);
  if (share) return share;
  const changed = pueChange(sum, power) ?? rateAcross(sum);
  if (changed) return changed;
  const usual = atUsualPue(sum, power);
  if (usual) return usual;
  const [factor, ...more] = factorsBetween(sum);
  const lost = sum.of("percent").find(({ before, after }) => LOST.test(`${before.slice(-16)} # ${after}`)) ?? null;
  if (!power || !factor || more.length > 0 || !sum.complete([power, factor, lost])) return null;
  // What is lost on the way is asked for, and neither the one power nor the other.
  const asked = `${sum.words.slice(0, factor.start).replace(/\boverheads?(?: of| is| at)?\s*$/i, "")}${sum.words.slice(factor.end)}`;
  if (/\b(?:how much|what|which)\b.*\boverhead\b|\boverhead (?:in )?(?:[mg]w|power)\b/i.test(asked)) return null;
  if (/\b(?:twh|energy|bill|cost|price|water|co2|homes|chips|gpus|racks)\b/i.test(sum.words)) return null;
  const near = `${power.before
    .slice(-24)
    // "What IT load does its 1.2 GW support" asks for what stands before the verb.
    .split(/[.?!;]|\b(?:does|do|did|can|could|would|will)\b/i)
    .at(-1)} ${power.after.slice(0, 26).split(/[.?!;,:]/)[0]}`;
  const givenIt = /\bIT\b|\bcritical\b|\bit (?:load|power|capacity)\b|\bserver (?:load|power)\b/.test(near);
  const givenSite = /\b(?:facility|site|meter|grid|total|utility|campus)\b/i.test(near);
  const asksIt =
    /\b(?:for|as|in|to|of|the|much|usable) (?:the )?(?:IT\b|it (?:load|power|capacity|equipment)|critical|servers?|chips)|\bIT (?:load|power|capacity|MW|GW)\b|\bIT (?:at|with) (?:an? )?(?:PUE|pue)\b/.test(
      sum.words,
    );
  const asksSite = /\b(?:facility|site|meter|grid|total|utility|campus)\b/i.test(sum.words);
  // "150 MW of IT": what stands right behind it says whose power it is.
  const saidIt = /^\s*(?:of )?(?:critical )?(?:IT\b|it (?:load|power|capacity))/.test(power.after);
  const asksItFirst = ASKS_IT_FIRST.test(sum.text.slice(0, power.start));
  const divides =
    !saidIt && (asksItFirst || (givenSite && !givenIt) || (asksIt && !givenIt && !asksSite) || (asksIt && givenSite));
  if (!divides && !givenIt && !asksSite) return null;
  const unit = /^mw$/i.test(power.unit) ? " in MW" : "";
  const left = lost ? `${write(power)} * (1 - ${writeShare(lost)})` : write(power);
  return evaluated([
    divides
      ? { label: "IT power", expression: `${left} / ${write(factor)}${unit}` }
      : { label: "power of the site", expression: `${left} * ${write(factor)}${unit}` },
  ]);
};
/** "Take 5% off for losses". */
const LOST = /#\s+off\b|\blosses? (?:of|at|are)?\s*#|#\s+(?:of |in |for )?(?:line |transmission )?loss(?:es)?\b/i;
