/** The rules by which an answer is held against what a case expects: numbers are read as a person would read them. */

type Expected = { value?: number | string; low?: number; high?: number; unit: string; tol?: number };

/** A question of the own set, with what a right answer holds. */
export type Case = {
  id: string;
  thread: string | null;
  question: string;
  class: string;
  expect: {
    status: Status | readonly Status[];
    headline_numbers?: readonly Expected[];
    text_numbers?: readonly Expected[];
    any_numbers?: readonly (Expected | readonly Expected[])[];
    headline_mention?: readonly string[];
    mention?: readonly string[];
    forbid?: readonly string[];
    max_chars?: number;
    cites?: boolean;
  };
};
type Status = "answered" | "unknown" | "clarify";
export type Reply = { status: string; headline: string; text: string; sources: readonly { url: string | null }[] };

const SCALE: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
};
const POWER: Record<string, number> = {
  kw: 1e-6,
  kilowatt: 1e-6,
  kilowatts: 1e-6,
  mw: 1e-3,
  megawatt: 1e-3,
  megawatts: 1e-3,
  gw: 1,
  gigawatt: 1,
  gigawatts: 1,
  gigs: 1,
  tw: 1e3,
};
const ENERGY: Record<string, number> = { kwh: 1e-9, mwh: 1e-6, gwh: 1e-3, twh: 1 };
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
};

const NUM = String.raw`(?<![\w.])(?:US\$|A\$|AU\$|C\$|[$€£¥])?\s?[-−+~≈≥≤<>]?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
const SUFFIX = String.raw`(?:\s?(k|thousand|mm|mn|millions?|m|bn|billions?|b|tn|trn|trillions?|t)(?![a-z]))?`;
const UNIT = String.raw`(?:[\s-]?(kwh|mwh|gwh|twh|kw|mw|gw|tw|kilowatts?|megawatts?|gigawatts?|gigs|%|percent|per cent|x|×|times|shares?|years?|yrs?|-year|months?|usd|us dollars?|dollars?|eur|euros?|gbp|pounds?|litres?|liters?|l\b|kg(?:\s?co2e?)?|t(?:onnes?|ons?)?\s?co2e?|tonnes?|metric tons?)(?![a-z0-9]))?`;

type Numeral = { kind: string; value: number; digits: number; suffixed: boolean };
type Found = {
  at: number;
  end: number;
  raw: number;
  digits: number;
  suffix?: string;
  unit?: string;
  currency?: string;
};

/** Every number in a text, in base units: dollars, GW, TWh, shares, with the unit that stands beside it. */
function numbersIn(text: string): Numeral[] {
  const clean = text
    .replace(/\u00a0|\u202f|\u2009/g, " ")
    .replace(/[‐‑‒–—]/g, "–")
    .replace(/[*_`]/g, "");
  const found = shareUnits(clean, rawNumbers(clean));
  const out = found.flatMap(toNumerals);
  for (const m of clean.matchAll(
    /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)[\s-](years?|gigawatts?)/gi,
  ))
    out.push({
      kind: /^y/i.test(m[2] ?? "") ? "years" : "GW",
      value: WORDS[(m[1] ?? "").toLowerCase()] ?? 0,
      digits: 3,
      suffixed: false,
    });
  return out;
}

function rawNumbers(clean: string): Found[] {
  return [...clean.matchAll(new RegExp(`${NUM}${SUFFIX}${UNIT}`, "gi"))].map((m) => {
    const raw = (m[1] ?? "").replace(/,/g, "");
    const digits = raw.replace(/e.*$/i, "").replace(".", "").replace(/^0+/, "").replace(/0+$/, "").length || 1;
    const currency =
      /(US\$|A\$|AU\$|C\$|[$€£¥])/.exec(m[0])?.[1] ??
      /(€|£|US\$|A\$|\$)\s?$/.exec(clean.slice(Math.max(0, m.index - 4), m.index))?.[1];
    const [suffix, unit] = [m[2]?.toLowerCase(), m[3]?.toLowerCase().replace(/^-/, "")];
    return {
      at: m.index,
      end: m.index + m[0].length,
      raw: Number(raw),
      digits,
      ...(suffix && { suffix }),
      ...(unit && { unit }),
      ...(currency && { currency }),
    };
  });
}

/** A range shares what stands after its second number: "$50–60B", "5 to 6 GW", "between $50 and $60 billion". */
function shareUnits(clean: string, found: Found[]): Found[] {
  found.forEach((a, i) => {
    const b = found[i + 1];
    if (!b || !/^\s?(?:–|-|to|and|\/|\.\.\.?|…)\s?(?:about\s)?(?:US\$|[$€£])?$/i.test(clean.slice(a.end, b.at))) return;
    if (!a.suffix && b.suffix) a.suffix = b.suffix;
    if (!a.unit && b.unit) a.unit = b.unit;
    const currency = a.currency ?? b.currency;
    if (currency) [a.currency, b.currency] = [currency, b.currency ?? currency];
  });
  return found;
}

function toNumerals({ raw, digits, suffix, unit: u = "", currency }: Found): Numeral[] {
  const value = raw * (suffix ? (SCALE[suffix] ?? 1) : 1);
  const as = (kind: string, amount = value): Numeral => ({ kind, value: amount, digits, suffixed: Boolean(suffix) });
  if (POWER[u] !== undefined) return [as("GW", value * (POWER[u] ?? 1))];
  if (ENERGY[u] !== undefined) return [as("TWh", value * (ENERGY[u] ?? 1))];
  if (/^(%|percent|per cent)$/.test(u)) return [as("%")];
  if (/^(x|×|times)$/.test(u)) return [as("x")];
  if (/^shares?$/.test(u)) return [as("shares")];
  if (/^(years?|yrs?)$/.test(u)) return [as("years")];
  if (/^months?$/.test(u)) return [as("years", value / 12), as("months")];
  if (/^(litres?|liters?|l)$/.test(u)) return [as("L")];
  if (/^kg/.test(u)) return [as("kgCO2")];
  if (/^(t|tonnes?|tons?|metric tons?)/.test(u)) return [as("kgCO2", value * 1e3)];
  if (currency === "€" || /^(eur|euro)/.test(u)) return [as("EUR")];
  if (currency === "£" || /^(gbp|pound)/.test(u)) return [as("GBP")];
  return [as(currency || /^(usd|us dollar|dollar)/.test(u) ? "USD" : "bare")];
}

function datesIn(text: string): string[] {
  const out = [...text.matchAll(/\b(20\d\d)-(\d\d)(?:-(\d\d))?\b/g)].map((m) => (m[3] ? m[0] : `${m[1]}-${m[2]}`));
  const months = MONTHS.map((n) => `${n}|${n.slice(0, 3)}|${n.slice(0, 4)}`).join("|");
  const add = (year = "", month = "", day = "") => {
    const i = MONTHS.findIndex((n) => n.startsWith(month.toLowerCase().slice(0, 3))) + 1;
    if (i) out.push(`${year}-${String(i).padStart(2, "0")}${day ? `-${day.padStart(2, "0")}` : ""}`);
  };
  for (const m of text.matchAll(
    new RegExp(`\\b(${months})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d\\d)\\b`, "gi"),
  ))
    add(m[3], m[1], m[2]);
  for (const m of text.matchAll(
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${months})\\.?,?\\s+(20\\d\\d)\\b`, "gi"),
  ))
    add(m[3], m[2], m[1]);
  for (const m of text.matchAll(new RegExp(`\\b(${months})\\.?,?\\s+(20\\d\\d)\\b`, "gi"))) add(m[2], m[1]);
  return out;
}

const TO_BASE: Record<string, readonly [string, number]> = { MW: ["GW", 1e-3], MWh: ["TWh", 1e-6], GWh: ["TWh", 1e-3] };
const LOOSE: Record<string, readonly string[]> = {
  count: ["bare", "shares", "x"],
  "USD/share": ["USD", "bare"],
  ...Object.fromEntries(
    ["shares", "x", "years", "%", "USD", "EUR", "GBP", "L", "kgCO2", "GW", "TWh"].map((unit) => [unit, ["bare"]]),
  ),
};

function holdsValue(numbers: readonly Numeral[], value: number, unit: string, tol: number): boolean {
  const [kind, factor] = TO_BASE[unit] ?? [unit, 1];
  const want = value * factor;
  const near = (n: Numeral): boolean => {
    if (Math.abs(n.value - want) <= Math.max(Math.abs(want) * tol, 1e-12)) return true;
    if (n.digits < 2 || want === 0) return false;
    const step = 10 ** (Math.floor(Math.log10(Math.abs(want))) - n.digits + 1);
    return Math.abs(Math.round(want / step) * step - n.value) < step * 1e-6;
  };
  const money = ["USD", "EUR", "GBP"].includes(kind);
  // A bare number stands in for money only with its size written out; power and energy need their unit.
  const loosely = (n: Numeral): boolean =>
    Boolean(LOOSE[kind]?.includes(n.kind)) && (!money || n.suffixed || want < 1e6) && !["GW", "TWh"].includes(kind);
  return numbers.some((n) => near(n) && (n.kind === kind || loosely(n)));
}

function holds(text: string, expected: Expected): boolean {
  if (expected.unit === "date") {
    const day = String(expected.value ?? expected.low);
    return datesIn(text).some((x) => x === day || (day.length === 7 && x.startsWith(day)));
  }
  const numbers = numbersIn(text);
  const ends = expected.value !== undefined ? [expected.value] : [expected.low, expected.high];
  return ends.every(
    (end) => end === undefined || end === null || holdsValue(numbers, Number(end), expected.unit, expected.tol ?? 0.01),
  );
}

const STATUS: Record<string, Status> = {
  answered: "answered",
  partial: "answered",
  unknown: "unknown",
  declined: "unknown",
  clarify: "clarify",
};

/** What an answer lacks, in short; nothing where it is right. */
export function faultsOf({ expect }: Case, reply: Reply): string[] {
  const out: string[] = [];
  const text = `${reply.headline}\n${reply.text}`;
  const status = STATUS[reply.status];
  const allowed = [expect.status].flat();
  const fits = status !== undefined && allowed.includes(status);
  if (!fits) out.push(`status ${reply.status}, want ${allowed.join("|")}`);
  if (reply.headline.length > 300) out.push(`headline of ${reply.headline.length} characters`);
  if (expect.max_chars && text.length > expect.max_chars)
    out.push(`text of ${text.length} characters, at most ${expect.max_chars}`);
  if (status === "answered" || allowed.length < 2 || !fits) {
    for (const n of expect.headline_numbers ?? [])
      if (!holds(reply.headline, n)) out.push(`headline lacks ${JSON.stringify(n)}`);
    for (const n of expect.text_numbers ?? []) if (!holds(text, n)) out.push(`text lacks ${JSON.stringify(n)}`);
    if (
      expect.any_numbers &&
      !expect.any_numbers.some((list) => [list].flat().every((n) => holds(text, n as Expected)))
    )
      out.push(`text lacks every one of ${JSON.stringify(expect.any_numbers)}`);
    for (const r of expect.headline_mention ?? [])
      if (!new RegExp(r, "i").test(reply.headline)) out.push(`headline does not mention /${r}/`);
    if ((expect.cites ?? true) && status === "answered" && !reply.sources.some((s) => /^https?:\/\//.test(s.url ?? "")))
      out.push("no source with a URL");
  }
  for (const r of expect.mention ?? []) if (!new RegExp(r, "i").test(text)) out.push(`does not mention /${r}/`);
  for (const r of expect.forbid ?? []) if (new RegExp(r, "i").test(text)) out.push(`FORBIDDEN /${r}/`);
  return out;
}

/** Right; answered but not as expected, or with something forbidden; or not answered where an answer was wanted. */
export const verdictOf = (reply: Reply, faults: readonly string[]): "right" | "wrong" | "missing" =>
  faults.length === 0
    ? "right"
    : STATUS[reply.status] === "answered" || faults.some((fault) => fault.startsWith("FORBIDDEN"))
      ? "wrong"
      : "missing";
