/** What a number is for, from the words beside it: a load, a PUE, a margin, a strike price, revenue or cost. */
import type { Sum } from "./sum.ts";
import type { Term } from "./terms.ts";

export type Role =
  | "load"
  | "sold"
  | "pue"
  | "server"
  | "network"
  | "overhead"
  | "margin"
  | "late"
  | "residual"
  | "strike"
  | "interest"
  | "capex"
  | "revenue"
  | "opex"
  /** Installed over what is delivered, so that some may stand still. */
  | "spare"
  | "factor";

/** Words right before, or right behind; the first that fits is taken. */
const ROLES: readonly (readonly [
  role: Role,
  kinds: readonly Term["kind"][],
  before: RegExp | null,
  after: RegExp | null,
])[] = [
  ["pue", ["number"], /\bpue(?: factor)?(?:\s(?:of|is|at|was|around|about))?\s*[=:]?\s*$/i, /^\s*pue\b/i],
  [
    "sold",
    ["percent", "number"],
    /\b(?:sold|rented(?: out)?|occupancy|booked)(?:\s(?:of|is|at|for))?\s*[=:]?\s*$/i,
    /^\s*(?:of (?:the |all )?(?:gpu[- ])?hours|sold|rented|occup\w*|booked|of (?:the )?time sold|billed|hours sold|utili[sz]ed hours)/i,
  ],
  [
    "load",
    ["percent", "number"],
    /\b(?:load(?:[- ]factor)?|utili[sz]ation|capacity[- ]factor|lf|average draw)(?:\s(?:of|is|at|was))?\s*[=:]?\s*$/i,
    /^\s*(?:average\s)?(?:load|output|utili[sz]\w*|us(?:e|age)\b|capacity[- ]factor|lf\b|of nameplate|average draw|of the (?:time|year))/i,
  ],
  [
    "server",
    ["number"],
    /\bserver(?:s|[- ](?:factor|overhead|multiplier))?(?:\s(?:of|is|at))?\s*[=:]?\s*$/i,
    /^\s*(?:for (?:the )?)?server/i,
  ],
  [
    "network",
    ["number"],
    /(?:\b(?:(?:it|network)(?:[- ](?:factor|overhead|multiplier))|network(?:ing)?)(?:\s(?:of|is|at))?|(?:[,;/]\s*|\b(?:and|with|plus|then|x)\s+|×\s*)it)\s*[=:]?\s*$/i,
    /^\s*(?:for (?:the )?)?(?:it|network)\b/i,
  ],
  [
    "overhead",
    ["number"],
    /\b(?:facility|site|peak)(?:[- ](?:factor|overhead|multiplier))?(?:\s(?:of|is|at))?\s*[=:]?\s*$/i,
    /^\s*(?:for (?:the )?)?(?:facility|site|peak)\b|^\s*(?:peak )?overheads?\b/i,
  ],
  [
    "spare",
    ["number"],
    /\b(?:redundancy|spare|reserve)(?: (?:factor|of|at|margin))*\s*$/i,
    /^\s*x?\s*(?:redundan|spare|reserve)/i,
  ],
  ["margin", ["percent"], /\bmargin(?:\s(?:of|is|at))?\s*$/i, /^\s*(?:\w+\s)?(?:margin|markup)\b/i],
  [
    "residual",
    ["percent", "money"],
    /\b(?:residual|salvage|scrap)(?: value)?(?:\s(?:of|is|at))?\s*$/i,
    /^\s*(?:of (?:it |the (?:cost|price) )?)?(?:residual|salvage|scrap|(?:left|resale value) at the end)/i,
  ],
  [
    "late",
    ["percent", "number"],
    /\b(?:late|delayed|slips?|slippage|slip rate|behind)(?:\s(?:of|is|at|by))?\s*$/i,
    /^\s*(?:of (?:it|them|that|this|the \w+)?\s?)?(?:(?:is|are|of|will be|gets?|arrives?|runs?|comes?|shows? up|being|\w+)\s){0,3}(?:late|delayed|slip\w*|behind|postponed|pushed)/i,
  ],
  [
    "strike",
    ["money", "unit-price", "number"],
    /\b(?:strike|exercise|struck|exercisable|granted|options?)(?:\s(?:price|cost))?(?:\s(?:of|is|at|=))?\s*[=:]?\s*$/i,
    /^\s*(?:a share\s)?(?:strike|exercise|(?:that (?:was|were) |it |they |was |were )?(?:paid|cost basis))/i,
  ],
  [
    "opex",
    ["money", "flow"],
    /\b(?:opex|running costs?|operating (?:costs?|expenses?)|expenses?|upkeep|energy|power bill)(?:\s(?:of|is|are|at|=|runs?))?\s*[=:]?\s*$/i,
    /^\s*(?:(?:a|per) year\s)?(?:of |in |for |to )?(?:opex|run(?:ning)?|operat(?:e|ing)|expenses?|upkeep)\b/i,
  ],
  [
    "revenue",
    ["money", "flow", "number"],
    /\b(?:revenues?|revs?(?: (?:per|a|for each) (?:gw|mw|gigawatt)[- ]?(?:year|yr))?|sales|income|earn(?:s|ing)?|rent(?:al)?s?|brings? in|makes?|takes? in|turnover|cash ?flow|profits?|nets?|ebitda)(?:\s(?:of|is|are|at|=|about|a year of))?\s*[=:]?\s*$/i,
    /^\s*(?:(?:a|per) year\s)?(?:of |in )?(?:revenue|sales|income|rent|profit|turnover|cash ?flow)\b/i,
  ],
  [
    "capex",
    ["money"],
    /\b(?:capex|capital|upfront|outlay|invest(?:ment|s|ed)?|spend(?:s|ing)?|build(?:s|ing)?(?: it)?(?: for)?|costs?(?: is| are)?(?: of)?)(?:\s(?:of|is|at|=))?\s*[=:]?\s*$/i,
    /^\s*(?:of |in )?(?:capex|capital|upfront|outlay|investment|to build)\b/i,
  ],
  [
    "interest",
    ["percent"],
    /\b(?:interest(?: rate)?|coupon|rate|apr|yield|cost of (?:debt|capital|money)|wacc)(?:\s(?:of|is|at))?\s*[=:]?\s*$/i,
    /^\s*(?:(?:a|per) year\s)?(?:interest|coupon|rate|apr|yield|cost of)/i,
  ],
  [
    "factor",
    ["number"],
    /(?:[x×*]|\btimes|\bfactors? (?:of |are |is )?|\boverheads? (?:of |are |is )?|\bmultipl\w+ (?:by )?|\band|\bwith|,)\s*$/i,
    /^\s*(?:x\b|times\b)?\s*(?:\w+\s)?(?:overhead|multiplier|factor|multiple)/i,
  ],
];

export function roleOf(term: Term): Role | null {
  for (const [role, kinds, before, after] of ROLES)
    if (kinds.includes(term.kind) && ((before?.test(term.before) ?? false) || (after?.test(term.after) ?? false)))
      return role;
  return null;
}

/** The terms that have a role. */
export const inRole = (sum: Sum, role: Role): readonly Term[] => sum.terms.filter((term) => roleOf(term) === role);

/** "A $2.6B annual power bill": what is paid is given, and not asked for. */
export const isBill = ({ kind, before, after }: Term): boolean =>
  (kind === "money" || kind === "flow") && (BILL_AFTER.test(after) || BILL_BEFORE.test(before));
const BILL_AFTER =
  /^\s*(?:(?:an?|per) (?:year|month)['’]?s? |annual |yearly |monthly )*(?:of |in |for |on )?(?:(?:electricity|power|energy|electric|utility) )(?:bills?|costs?|spend(?:ing)?|budget)?\b|^\s*(?:annual |yearly |monthly )?bill\b/i;
const BILL_BEFORE =
  /\b(?:electricity|power|energy|electric|utility) (?:bill|costs?|spend(?:ing)?|budget)(?: (?:of|is|are|at|was|were|comes? to|runs?|about|around|a year|per year))*\s*[:=]?\s*$|\bbill (?:of|is|at|was)(?: about| around)?\s*$/i;
