/** What an organisation is in the deals asked for, and who the others in them are: by verbs, by nouns for parties, by groups. */
import type { OrgKind, PartyRole } from "../../../knowledge/schema.ts";
import { DEMONYMS } from "../../knowledge/demonyms.ts";
import type { PlanOf } from "../plan.ts";
import { REGIONS } from "./places.ts";

const SELLS: readonly PartyRole[] = ["supplier", "provider", "generator"];
const BUYS: readonly PartyRole[] = ["customer", "tenant", "off-taker"];
const FUNDED: readonly PartyRole[] = ["issuer", "target"];
/** Whose rent or debt somebody else stands behind. */
const GUARANTEED: readonly PartyRole[] = [
  "landlord",
  "tenant",
  "borrower",
  "issuer",
  "developer",
  "operator",
  "customer",
  "provider",
];

/** What a supplier or a provider sells, and no one takes over. */
const GOODS =
  "(?:(?:ai |computing |cloud |nuclear |electric |solar |renewable |fusion |gas(?:[- ]fired)? )?(?:chips?|gpus?|tpus?|accelerators?|processors?|compute|capacity|power|electricity|cloud|servers?|memory|fib(?:er|re)|trainium\\d?|inferentia|blackwell|hopper|(?:vera )?rubin|g[bh]\\d00|h\\d00|b\\d00|mi\\d{3}\\w?|mtia|wafer-scale))\\b";

/** "SoftBank acquired", "invested in Crusoe": who does it, and to whom. */
type Verb = { pattern: RegExp; doer: readonly PartyRole[]; done: readonly PartyRole[] };
export const VERBS: readonly Verb[] = [
  {
    pattern:
      /\b(?:invest(?:s|ed|ing)?\b(?: in(?:to)?)?|(?:tak(?:e|es|en|ing)|took|b(?:ought|uy|uys|uying)|holds?|holding|held|owns?|acquired?)\s+(?:\w+\s+){0,3}(?:equity|stakes?|shares?|stock|positions?)\b(?: in| of)?|(?:has|have|had)\s+(?:an? |any |some |its )?(?:\w+ )?(?:equity|stakes?|shares?|stock)\b(?: in| of)?|bought into|(?<!\b(?:leases?|loans?|debts?|rents?)\b.*)back(?:s|ed)\b(?! out)(?!.{0,40}\b(?:leases?|loans?|debts?|rents?)\b)|put(?:s|ting)? (?:its |any |some |the )?(?:own |most |more )?(?:money|cash|equity)\b(?: in(?:to)?)?|cheques? (?:in)?to|checks (?:in)?to|(?:wrote|written|writ(?:es|ing)) (?:\w+ ){0,2}che(?:que|ck)s?(?: to)?|(?<=\b(?:shares?|stock|equity|stakes?)\b.{0,40})\b(?:buy|bought|take|took|taken|holds?|owns?|acquired?)\b)/i,
    doer: ["investor"],
    done: FUNDED,
  },
  {
    pattern: /\b(?:len[dt]s?|lending|loaned|financ(?:e[sd]|ing))\b(?: (?:money )?to)?/i,
    doer: ["lender"],
    done: ["borrower", "issuer"],
  },
  { pattern: /\braised\b/i, doer: ["issuer", "borrower"], done: ["investor", "lender"] },
  { pattern: /\b(?:borrow(?:s|ed|ing)?)\b(?: from)?/i, doer: ["borrower"], done: ["lender"] },
  {
    pattern:
      /\b(?:(?:stands?|stood|acts?|acted|serves?|is|are|was|were)(?: as)?(?: the| a)? guarantors?(?: (?:for|of|on|behind))?|guarantee[sd]?|guaranteeing|backstop(?:s|ped|ping)?|underwrit\w+|vouch(?:es|ed)? for|stands? behind|stood behind|(?<=\b(?:leases?|loans?|debts?|rents?)\b.*)back(?:s|ed|ing)?|back(?:s|ed|ing)?(?=.{0,40}\b(?:leases?|loans?|debts?|rents?)\b))\b/i,
    doer: ["guarantor"],
    done: GUARANTEED,
  },
  {
    pattern:
      /\b(?:suppl(?:y(?! (?:deals?|agreements?|contracts?|chain|pacts?))|ies|ied|ying)|provid(?:e[sd]?|ing)|(?:sell(?:s|ing)?|sold)(?! (?:\w+ ){0,2}(?:shares?|stakes?|stock|equity)))\b/i,
    doer: SELLS,
    done: BUYS,
  },
  {
    // Who rents or leases something to somebody is the one that has it.
    pattern: /\b(?:rent(?:s|ed|ing)?|leas(?:es?|ed|ing)|hir(?:es?|ed|ing))(?: out)?(?: (?!from\b)[\w-]+){0,3}? to\b/i,
    doer: [...SELLS, "landlord", "developer"],
    done: BUYS,
  },
  {
    pattern:
      /\b(?:rent(?:s|ed|ing)?|leas(?:e[sd]|ing)|buy(?:s|ing)? (?:\w+ ){0,3}from|bought (?:\w+ ){0,3}from|purchas\w+ (?:\w+ ){0,3}from)\b(?: from)?/i,
    doer: BUYS,
    done: [...SELLS, "landlord", "developer"],
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:buys?|buying|bought|purchas\w+|orders?|ordered|uses?|using|gets?)\b(?=\s+(?:its |their |any )?${GOODS})|(?<=\b${GOODS}.{0,40})\b(?:buys?|bought|purchases?d?(?! (?:agreements?|deals?|contracts?)\b)|orders?|ordered|uses?|runs? on|gets?)\b`,
      "i",
    ),
    doer: BUYS,
    done: SELLS,
  },
  {
    pattern: /\b(?:acquir(?:e[sd]?|ing)|bought|buy(?:s|ing)?|t(?:ook|aken|aking) over|snapp\w+ up|purchased)\b/i,
    doer: ["buyer"],
    done: ["target", "seller"],
  },
  {
    pattern: /\b(?:(?:is |are )?(?:build(?:s|ing)?|built|develop(?:s|ed|ing)))\b/i,
    doer: ["developer", "operator"],
    done: ["customer", "tenant"],
  },
];

/** Nouns for a party: what it is, and what whoever stands in the genitive beside it is. */
type Noun = { pattern: RegExp; own: readonly PartyRole[]; other: readonly PartyRole[] };
export const NOUNS: readonly Noun[] = [
  {
    pattern: /\bsuppliers?\b|\bproviders?\b|(?<=\b(?:which|what) )clouds\b|\bvendors?\b(?! financ)|\bsellers?\b/i,
    own: SELLS,
    other: BUYS,
  },
  { pattern: /\bcustomers?\b|\bclients?\b|\boff-?takers?\b/i, own: BUYS, other: SELLS },
  {
    pattern:
      /(?<=\b(?:(?:is|was)(?: [\w.&'’-]+){1,3} (?:an?|the) |(?<!\bwho )(?:is|was) (?:an?|the) |as (?:an? |the )?))(?:buyer|purchaser)\b/i,
    own: ["buyer", "customer", "off-taker"],
    other: ["target", "seller", ...SELLS],
  },
  { pattern: /\btenants?\b|\brenters?\b/i, own: ["tenant"], other: ["landlord", "developer"] },
  { pattern: /\b(?:landlords?|lessors?)\b/i, own: ["landlord", "developer"], other: ["tenant"] },
  {
    pattern: /\binvestors?\b|\bbackers?\b|\bshareholders?\b/i,
    own: ["investor", "buyer"],
    other: ["issuer", "target"],
  },
  { pattern: /\blenders?\b|\bcreditors?\b/i, own: ["lender"], other: ["borrower", "issuer"] },
  { pattern: /\bborrowers?\b/i, own: ["borrower"], other: ["lender"] },
  {
    pattern: /(?<!\b(?:stands?|stood)(?: as)?(?: a| the)? )\bguarantors?\b/i,
    own: ["guarantor"],
    other: GUARANTEED,
  },
  // Whom people call partners has any role; who is said to be one has that.
  {
    pattern: /(?<=\b(?:is|are|was|were|as|merely|only|just|a|mere)(?: \w+)? )partners?\b/i,
    own: ["partner"],
    other: [],
  },
  {
    pattern: /\b(?:advis[eo]rs?|underwriters?|book-?runners?|arrangers?)\b/i,
    own: ["adviser"],
    other: ["issuer", "borrower"],
  },
  { pattern: /\bdevelopers?\b|\bbuilders?\b/i, own: ["developer"], other: ["customer", "tenant"] },
];

/** Groups of organisations by what they are. */
export const GROUPS: readonly { pattern: RegExp; kinds: readonly OrgKind[] }[] = [
  { pattern: /\b(?:neo-?clouds?|gpu clouds?)\b/i, kinds: ["neocloud"] },
  {
    pattern:
      /\b(?:(?:the )?(?:big )?(?:four|4|three|3) )?(?:hyperscalers?|big tech(?: names| companies)?|tech giants?|cloud giants?|(?<=four )giants|(?<=big )four)\b/i,
    kinds: ["hyperscaler"],
  },
  {
    pattern:
      /\b(?:(?:ai |frontier |model )(?:labs?|compan(?:y|ies)|developers?|makers?|start-?ups?)|labs|(?<=\b(?:which|what|one|each|any|every|per|by) )lab)\b/i,
    kinds: ["ai-lab"],
  },
  {
    pattern:
      /\b(?:chip ?makers?|chip (?:compan(?:y|ies)|firms?|names|designers?|suppliers?|vendors?)|suppliers? of chips|semiconductor \w+)\b/i,
    kinds: ["chips"],
  },
  { pattern: /\bbanks\b|(?<=\b(?:which|what|one|each|any|every|per|by)(?: \w+)? )bank\b/i, kinds: ["bank"] },
  {
    pattern:
      /\b(?:(?:telecoms?|telcos?)(?: (?:compan(?:y|ies)|firms?|operators?|groups?|carriers?))?|(?:phone|mobile) (?:compan(?:y|ies)|carriers?|operators?))\b/i,
    kinds: ["telecom"],
  },
  { pattern: /\b(?:utilit(?:y|ies)|power (?:compan(?:y|ies)|suppliers?)|nuclear operators?)\b/i, kinds: ["energy"] },
  {
    pattern:
      /\b(?:governments?(?! (?:land|site|scrutiny|approval|permit|grants?|backing))(?: (?:bod(?:y|ies)|agenc(?:y|ies)|departments?))?|(?:state|federal) (?:bod(?:y|ies)|agenc(?:y|ies)))\b/i,
    kinds: ["government"],
  },
];

/** Sorts of organisations that are told by what their records say of them. */
export const ORG_SORTS: readonly { pattern: RegExp; sort: Exclude<PlanOf<"find-deals">["otherSort"], ""> }[] = [
  {
    pattern:
      /\b(?:(?:ex|former|one-?time)[- ])?(?:(?:bitcoin|btc|crypto(?:currency|coin)?)[- ])?(?<!data[- ])miners?\b(?:[- ]turned\b)?/i,
    sort: "former-miner",
  },
  {
    pattern:
      /\b(?:sovereign(?:[- ]wealth)?(?: funds?| investors?| money)?|swfs?|state[- ](?:backed |owned )?(?:funds?|investors?))\b(?: funds?| money)?/i,
    sort: "state-fund",
  },
  {
    pattern:
      /\b(?:private[- ](?:equity|credit|capital)|pe)\b(?: (?:firms?|funds?|houses?|investors?|lenders?|groups?|managers?|money))?/i,
    sort: "private-capital",
  },
];

const FIRM =
  "(?:compan(?:y|ies)|firms?|groups?|banks?|lenders?|investors?|backers?|funds?|conglomerates?|utilit(?:y|ies)|developers?|chip ?makers?|start-?ups?|labs?|corporates?|names|players?|partners?|suppliers?|governments?|agenc(?:y|ies))";
/** "Japanese banks": where those who are asked for are at home; "-US" is anywhere else, and several stand for a region. */
export const AT_HOME: readonly { pattern: RegExp; country: string }[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:non[- ](?:us|u\.s\.|american)|foreign|overseas|international)(?=(?:[ -]\w+)? ${FIRM}\b)`,
      "i",
    ),
    country: "-US",
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\b(?:tell|give|show|of|for|let|to|non)[ -])\b(?:us(?:-based)?|u\.s\.?|american)(?=(?:[ -]\w+)? ${FIRM}\b)`,
      "i",
    ),
    country: "US",
  },
  ...REGIONS.map(({ pattern, countries }) => ({
    pattern: new RegExp(String.raw`${pattern.source}(?=(?:[ -]\w+)? ${FIRM}\b)`, "i"),
    country: countries.join("|"),
  })),
  ...Object.entries(DEMONYMS).map(([country, names]) => ({
    pattern: new RegExp(String.raw`\b(?:${names.join("|")})(?=(?:[ -]\w+)? ${FIRM}\b)`, "i"),
    country,
  })),
];
