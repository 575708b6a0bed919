/** "Which deals …", "the biggest campus by gigawatts": a filter and an order. */
import { countryName } from "../../doc/say-place.ts";
import type { FoundQuantity } from "../quantities.ts";
import { DEAL_KINDS, LIST, LIST_STRONG, SORTS, STATUSES, SUPERLATIVE } from "./asks.ts";
import type { Reading, ReadRule } from "./reading.ts";

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
    if (!noun || !(lists || superlative) || names.deals.length > 0) return null;
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

/** A country that a site of the records lies in. */
function countryIn({ question, library }: Reading): string | null {
  const codes = new Set([...library.deals.values()].flatMap((deal) => deal.sites.map((site) => site.country)));
  for (const code of codes) {
    const name = countryName(code);
    if (new RegExp(String.raw`\bin (?:the )?${name}\b`, "i").test(question)) return code;
  }
  if (/\bin the (?:us|usa|united states)\b/i.test(question)) return "US";
  return /\bin the (?:uk|united kingdom)\b/i.test(question) ? "GB" : null;
}
