/** Which quantity a question asks for, where its words say so, and in which unit. */
import type { Quantity } from "./equations.ts";
import { isBill, roleOf } from "./roles.ts";
import type { Sum } from "./sum.ts";
import { unitNamed } from "./term-units.ts";
import type { Term } from "./terms.ts";

const CHIP = "(?:¤+(?!¤)s?|gpus?|chips?|accelerators?|tpus?|cards?)(?! (?:racks?|nvl)|[- ]?h(?:ou)?rs?\\b)";
const what = (words: string): RegExp =>
  new RegExp(
    String.raw`\b(?:what(?:'s| is| are| would be)?|which|how much|find|needed|required|implied)\s(?:the |an? |your |kind of )*(?:${words})|(?:${words})\s*(?:\?|=\s*\?)|^(?:the )?(?:${words})\b(?!\s*(?:of|at|is|=|:)?\s*$)|\b(?:at|for|with|to) (?:what|which) (?:${words})`,
    "i",
  );
const howMany = (words: string): RegExp =>
  new RegExp(
    String.raw`\b(?:how many|number of|count of) (?:\S+ ){0,2}(?:${words})|(?:^|[,;:.] )(?:${words}) (?:count|needed|required)\b|(?:${words})(?: count)?\s*\?`,
    "i",
  );
const perOne = (words: string): RegExp =>
  new RegExp(
    String.raw`(?:\b(?:dollars?|usd|cost|price|spend|money|capex|much|\$)(?: (?:is|are|does|do) (?:that|it|this))?|\$) ?(?:per|an?|each|for (?:an?|each)|\/) ?(?:${words})|\b(?:per|each|for each) (?:${words})\s*\?|\/ ?(?:${words})\s*\?|\b(?:what|how much)\b.*\b(?:per|for each|does each|does one|does an?|is each) (?:${words})`,
    "i",
  );

/** The first that fits is asked for; where a number has the role itself, it is given. */
const ASKED: readonly (readonly [quantity: Quantity, words: RegExp, unit: string | null])[] = [
  [
    "overhead power",
    /\b(?:how much|what|which)\b.*\b(?:overhead|cooling(?: and losses)?|lost to|losses)\b|\boverhead (?:power|load|in [mg]w)\b|\boverhead\s*\?/i,
    null,
  ],
  [
    "IT power",
    /\b(?:for|as|in|to|of|the|much|usable|what|how much) (?:the )?(?:IT\b|it (?:load|power|capacity|equipment)|critical (?:load|power)|servers?\b)/,
    null,
  ],
  [
    "site power",
    /\bhow (?:big|large)\b.*\b(?:site|campus|facility|data ?cent(?:er|re)|plant)\b|^power (?:for|behind) (?:an?|the|our|my)\b/i,
    null,
  ],
  ["time", /\bhow (?:many (?:hours|days|weeks|months|years)|long)\b/i, null],
  [
    "sites",
    howMany("(?:reactors?|sites?|campuses|plants?|turbines?|buildings?|halls?|phases|data cent(?:er|re)s)\\b"),
    null,
  ],
  ["chips in a rack", new RegExp(String.raw`\b(?:how many )?${CHIP} (?:per|to an?|in (?:an?|each)) rack\b`, "i"), null],
  [
    "power of each chip",
    new RegExp(String.raw`\b(?:kw|kilowatts|watts|power|draw) (?:per|of each|for each|of an?) ${CHIP}`, "i"),
    "kW/chip",
  ],
  ["power of each rack", /\b(?:kw|kilowatts|watts|power|draw) (?:per|of each|for each|of a) rack\b/i, "kW/rack"],
  ["chips", howMany(`${CHIP}`), null],
  ["racks", howMany("racks?\\b"), null],
  ["shares", howMany("(?:shares|warrants|stock)\\b"), null],
  ["shares", /\bshares (?:outstanding|in issue|count)\b|\bshare count\b/i, null],
  [
    "bill",
    /\b(?:electricity|power|energy|electric) (?:cost|bill|price|spend)?\b.*\b(?:per|an?|each|of an?) (?:gpu|chip|accelerator|¤+)[- ]?hour\b|\b(?:gpu|chip|accelerator|¤+)[- ]?hour\b.*\b(?:electricity|power|energy)\b/i,
    null,
  ],
  [
    "hourly price",
    /\b(?:per|an?|each) (?:gpu|chip|¤+|accelerator)?[- ]?hour\b.*\?|\b(?:costs?|price|dollars|rent) (?:per|an?|of an?|for an?) (?:gpu|chip|accelerator|¤+)[- ]?hour\b|\b(?:what|which)\b.*\b(?:hourly (?:price|rate|rent)|(?:price|rate|rent) (?:per|an) (?:gpu[- ])?hour)\b|\bhourly (?:price|rate|rent)\b/i,
    "USD/gpu-hour",
  ],
  [
    "energy price",
    what(
      "(?:electricity|power|energy) (?:price|rate|tariff)(?: of (?:electricity|power|energy))?(?: (?:per|a) [mk]wh)?(?! (?:per|an?) (?:gw|mw|gpu|chip|rack|share))",
    ),
    "USD/MWh",
  ],
  [
    "energy price",
    /\b(?:price|rate|tariff) (?:of|for) (?:the )?(?:electricity|power|energy)\b.*\b(?:makes?|gives?|needed|for|behind|would)\b/i,
    "USD/MWh",
  ],
  ["energy price", /(?:\b(?:per|an?|each)\s|\/\s?)(?:mwh|megawatt[- ]hour)\b/i, "USD/MWh"],
  ["energy price", /(?:\b(?:per|an?|each)\s|\/\s?)(?:kwh|kilowatt[- ]hour)\b/i, "USD/kWh"],
  [
    "share price",
    /\b(?:what|which)(?: \S+){0,3} (?:share|stock) price\b|\b(?:what|which) price\b.*\b(?:shares?|stock|warrants?)\b|\bprice (?:per|of (?:an?|each)) share\b|\b(?:share|stock) price (?:needed|required|for|that)\b|\bwhere (?:must|does|would) .* (?:trade|stand)\b|\bhow high (?:must|does|would)\b/i,
    "USD/share",
  ],
  ["load", what("(?:load|capacity|utili[sz]ation)(?: factor| rate)?"), "%"],
  [
    "hours sold",
    /\b(?:what|which) (?:occupancy|share of (?:the )?hours|utili[sz]ation|percentage of (?:the )?hours)\b|\b(?:occupancy|utili[sz]ation) (?:needed|required|for)\b/i,
    "%",
  ],
  [
    "share of the cost",
    /\b(?:what|which) (?:share|percentage|fraction|part|percent)\b|\bhow much of the (?:cost|capex|build)\b/i,
    "%",
  ],
  ["cost per chip", perOne(CHIP), "USD/chip"],
  ["cost per rack", perOne("rack\\b"), "USD/rack"],
  ["cost per GW", perOne("(?:gw|gigawatt|gig)\\b"), "USD/GW"],
  ["cost per GW", perOne("(?:mw|megawatt)\\b"), "USD/MW"],
  ["CO2", /\b(?:co2|carbon|emissions?|tonnes)\b/i, null],
  ["water", /\b(?:water|litres|liters|gallons)\b/i, null],
  ["chip-hours", /\b(?:how many |number of )?(?:gpu|chip|accelerator)[- ]hours\b/i, "gpu-hours"],
  [
    "bill",
    /\b(?:electricity|power|energy|electric|utility) (?:bill|costs?|spend)\b|\bcosts? (?:of|to) (?:the )?(?:electricity|energy|power|run|keep)\b|\bbill\b/i,
    null,
  ],
  [
    "revenue a year",
    /\b(?:revenues?|earns?|makes?|brings? in|takes? in|rent(?:s|al)?(?: out)?(?: for)?|gross(?:es)?|income)\b.*\b(?:a|per|each) year\b|\b(?:annual|yearly) (?:revenue|rent|income|take)\b|\b(?:a|per|each) year\b.*\b(?:revenue|earns?|makes?|brings? in)\b/i,
    "USD/year",
  ],
  ["revenue", /\b(?:revenues?|earns?|makes?|brings? in|takes? in|gross(?:es)?|rent(?:al)? (?:cost|bill|for))\b/i, null],
  ["value", /\b(?:worth|value|intrinsic|stake|(?:paper|pre-?tax) (?:gain|profit)|gain)\b/i, null],
  ["energy", /\b(?:how many [tgmk]wh|[tgmk]wh\s*\?|energy|electricity)\b/i, null],
  [
    "site power",
    /\b(?:how (?:many|much) (?:gws?|mws?|gigawatts?|megawatts?|(?:chip |gpu |it |total )?power|capacity)|(?:what|which|how big (?:an?|is (?:the|my|our|that)|must (?:the|a)|would (?:the|a))|how large (?:an?|is the|must the)) (?:facility|site|campus|power|capacity|size|draw)|(?:gws?|mws?|gigawatts?|megawatts?|facility load)\s*\?)/i,
    null,
  ],
  [
    "hardware",
    /\b(?:servers?|gpus?|chips?|hardware|IT|compute|racks?)(?: (?:cost|spend|budget|bill|money|part|portion))\b|\b(?:spent|spend|goes|money) (?:on|to|for) (?:the )?(?:servers?|gpus?|chips?|hardware|compute)\b/i,
    null,
  ],
  ["cost", /\b(?:costs?|price|capex|budget|spend|bill|total|money|dollars?|how much)\b/i, null],
];

export function quantityAsked(sum: Sum): { quantity: Quantity; unit: string | null } | null {
  const { terms } = sum;
  const words = sum.words.replace(/\s+/g, " ").trim();
  if (/\bpue\b/i.test(words) && !terms.some((term) => roleOf(term) === "pue")) return { quantity: "PUE", unit: null };
  const billed = terms.some(isBill);
  const found = ASKED.find(
    ([quantity, pattern]) => !(billed && (quantity === "bill" || quantity === "energy")) && pattern.test(words),
  );
  if (!found) return inferred(sum);
  const [quantity, , unit] = found;
  if (unit !== null) return { quantity, unit };
  const said = UNIT_OF[quantity];
  const named = said ? unitNamed(said.exec(words)?.[1] ?? "") : "";
  const plural = quantity === "time" && named !== "" ? `${named}s` : named;
  return { quantity, unit: plural === "" ? (DEFAULT[quantity] ?? null) : plural };
}

/** Where nothing is asked in words the numbers tell: what has a price is paid. */
function inferred({ terms }: Sum): { quantity: Quantity; unit: string | null } | null {
  const has = (kind: Term["kind"]): boolean => terms.some((term) => term.kind === kind);
  if (has("price")) return { quantity: "bill", unit: null };
  if (has("hourly")) return { quantity: "revenue a year", unit: "USD/year" };
  if (has("carbon")) return { quantity: "CO2", unit: null };
  if (has("water")) return { quantity: "water", unit: null };
  if (has("rate")) return { quantity: has("percent") ? "hardware" : "cost", unit: null };
  return null;
}

const POWER = /\b(?:in|how many|what|much) ([kmgt]ws?|(?:kilo|mega|giga)watts?)\b|\b([kmg]w)\s*\?/i;
const UNIT_OF: Readonly<Partial<Record<Quantity, RegExp>>> = {
  time: /\bhow many (hours|days|weeks|months|years)\b/i,
  energy: /\b([tgmk]wh)\b/i,
  "site power": POWER,
  "IT power": POWER,
  "overhead power": POWER,
};
const DEFAULT: Readonly<Partial<Record<Quantity, string>>> = { time: "years" };
