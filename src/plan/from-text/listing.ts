/** "Which deals …", "the biggest campus by gigawatts": a filter and an order. */
import type { PartyRole } from "../../../knowledge/schema.ts";
import { countryName } from "../../doc/say-place.ts";
import type { Library } from "../../knowledge/library.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { FoundQuantity } from "../quantities.ts";
import { DEAL_KINDS, LIST, LIST_STRONG, SORTS, STATUSES, SUPERLATIVE } from "./asks.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** "acquisitions by SoftBank", "OpenAI's sites in Texas": many are asked for, and nothing about any one of them. */
const PLURAL =
  /\b(?:deals|contracts|sites|campuses|data cent(?:er|re)s|investments|acquisitions|financings|agreements|projects|leases|loans|joint ventures)\b/i;
const withoutNames = ({ question, names }: Reading): string =>
  names.mentions.reduce(
    (text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    question,
  );
const ONE_THING =
  /\b(?:how (?:much|many|big|long|did|does|do)|when|who|why|where|per|vs|versus|what (?:is|are|was|were|did|does|do|%|share)|is|are|was|were|has|have|did|does|do)\b/i;

export const listing: ReadRule = {
  name: "listing",
  read(reading) {
    const { question, quantities, names, dates } = reading;
    const superlative = SUPERLATIVE.test(question);
    const noun =
      /\b(?:deals?|contracts?|sites?|campus(?:es)?|data cent(?:er|re)s?|investments?|acquisitions?|financings?|agreements?|projects?|leases?|loans?|joint ventures?)\b/i.test(
        question,
      );
    const lists = LIST_STRONG.test(question) || LIST.test(question);
    const several =
      PLURAL.test(withoutNames(reading)) && !ONE_THING.test(question) && names.orgs.length + names.places.length > 0;
    if (!noun || !(lists || superlative || several) || names.deals.length > 0) return null;
    const singular =
      /\b(?:deal|contract|site|campus|data cent(?:er|re)|investment|acquisition|financing|agreement|project|lease|loan|joint venture)\b/i.test(
        question,
      );
    // "What's the size of the contract" asks for one deal, not for a list.
    if (!superlative && singular && !quantities.length && !/\b(?:which|list|all|any)\b/i.test(question)) return null;
    if (!superlative && !quantities.length && singular && names.orgs.length >= 2) return null;
    const usd = quantities.filter((found) => found.quantity.unit === "USD" && !found.perGw);
    const gw = quantities.filter((found) => found.quantity.unit === "GW");
    const kinds = DEAL_KINDS.find((entry) => entry.pattern.test(question))?.kinds ?? [];
    const statuses = /\bnot (?:yet )?\w+/i.test(question)
      ? []
      : (STATUSES.find((entry) => entry.pattern.test(question))?.statuses ?? []);
    const sort = SORTS.find((entry) => entry.pattern.test(question))?.sort ?? "value";
    return {
      kind: "find-deals",
      parties: [...names.orgs].slice(0, 4),
      // "contracts" of a company is any deal that it signed, unless it says which kind.
      dealKinds:
        /\b(?:cloud|compute|chip|energy|nuclear|site|campus|data cent|acqui|merger|takeover|loan|bond|financ|joint venture|stake|equity)/i.test(
          question,
        )
          ? [...kinds]
          : [],
      statuses: [...statuses],
      since: dates.since,
      until: dates.until,
      minUsd: bound(reading, usd, "low"),
      maxUsd: bound(reading, usd, "high"),
      minGw: bound(reading, gw, "low"),
      maxGw: bound(reading, gw, "high"),
      roles: rolesIn(question),
      chip: chipIn(reading),
      country: countryIn(reading),
      sort,
      rank: superlative && singular && !/\btop \d+|\blist\b/i.test(question),
      limit: Number(/\btop (\d{1,2})\b/i.exec(question)?.[1] ?? 200) || 200,
      asOf: dates.asOf,
    };
  },
};

function bound({ question }: Reading, found: readonly FoundQuantity[], side: "low" | "high"): number | null {
  const first = found[0];
  if (!first) return null;
  const below = /\b(?:under|below|less than|smaller than|at most|up to|cheaper than)\s*$/i.test(
    question.slice(0, first.start),
  );
  return (side === "high") === below ? first.quantity.low : null;
}

const COUNTRIES = new WeakMap<Library, ReadonlySet<string>>();
function countriesOf(library: Library): ReadonlySet<string> {
  const known = COUNTRIES.get(library);
  if (known) return known;
  const found = new Set<string>();
  for (const deal of library.deals.values()) for (const site of deal.sites) found.add(site.country);
  COUNTRIES.set(library, found);
  return found;
}

/** A country that a site of the records lies in. */
function countryIn({ question, library }: Reading): string | null {
  for (const code of countriesOf(library)) {
    const name = countryName(code);
    if (new RegExp(String.raw`\bin (?:the )?${name}\b`, "i").test(question)) return code;
  }
  if (/\bin the (?:us|usa|united states)\b/i.test(question)) return "US";
  return /\bin the (?:uk|united kingdom)\b/i.test(question) ? "GB" : null;
}

/** "As guarantor", "is a lender in", "guarantees": what the parties named are in the deals. */
const ROLES: readonly { pattern: RegExp; roles: readonly PartyRole[] }[] = [
  { pattern: /\bguarantors?\b|\bguarantee[sd]\b|\bbackstop(?:s|ped)\b/i, roles: ["guarantor"] },
  { pattern: /\blenders?\b|\blends?\b|\blent\b/i, roles: ["lender"] },
  { pattern: /\bborrowers?\b/i, roles: ["borrower"] },
  { pattern: /\b(?:as|an?|the|is|are|was) investors?\b/i, roles: ["investor"] },
  { pattern: /\b(?:as|an?|the|is|are|was) (?:customers?|off-?takers?)\b/i, roles: ["customer", "off-taker"] },
  { pattern: /\btenants?\b|\brents\b/i, roles: ["tenant"] },
  { pattern: /\blandlords?\b/i, roles: ["landlord"] },
  { pattern: /\b(?:as|an?|the|is|are|was) (?:suppliers?|providers?)\b/i, roles: ["supplier", "provider"] },
  { pattern: /\b(?:as|an?|the|is|are|was) (?:developers?|builders?)\b/i, roles: ["developer"] },
];
const rolesIn = (question: string): PartyRole[] => [
  ...(ROLES.find((entry) => entry.pattern.test(question))?.roles ?? []),
];

const CHIPS = new WeakMap<Library, ReadonlySet<string>>();
/** Words of chips' names that name nothing else: no makers, no "chips". */
function chipWords(library: Library): ReadonlySet<string> {
  const known = CHIPS.get(library);
  if (known) return known;
  const makers = new Set([...library.organisations.values()].flatMap((org) => contentWords(org.name)));
  const names = new Set([...library.deals.values()].flatMap((deal) => deal.chips));
  const found = new Set(
    [...names]
      .flatMap(contentWords)
      .flatMap((word) => [word, word.replace(/\d+$/, "")])
      .filter((word) => word.length > 2 && !makers.has(word) && !PLAIN_WORDS.has(word)),
  );
  CHIPS.set(library, found);
  return found;
}
const PLAIN_WORDS = new Set(
  "chip gpu accelerator custom system rack next generation cloud and million server card superchip ultra grace".split(
    " ",
  ),
);

const chipIn = ({ question, library }: Reading): string =>
  contentWords(question)
    .filter((word) => chipWords(library).has(word))
    .join(" ");
