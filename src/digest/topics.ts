/** What a digest is narrowed to: organisations, kinds of deal, countries. A deal that fits one of them is in. */
import { type Deal, DealKind } from "../../knowledge/schema.ts";
import { KIND } from "../doc/say-figure.ts";
import { countryName } from "../doc/say-place.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../knowledge/library.ts";
import { family, orgName, resolveOrg } from "../knowledge/resolve.ts";
import { countryCode } from "../plan/countries.ts";

/** "kind:energy", "country:NO", "org:openai". */
export type Topic = string;

export function toTopic(library: Library, words: string): Topic {
  const text = words.trim();
  const [given, name = ""] = text.split(":");
  if (given === "org" && library.organisations.has(name)) return text;
  const kind = DealKind.options.find(
    (one) =>
      one ===
      text
        .toLowerCase()
        .replace(/^kind:/, "")
        .replace(/\s+/g, "-"),
  );
  if (kind) return `kind:${kind}`;
  const org = library.names.exact(text).find((ref) => ref.type === "org")?.id;
  if (org) return `org:${org}`;
  const country = countryCode(text.replace(/^country:/, ""));
  if (country) return `country:${country}`;
  const near = resolveOrg(library, text);
  if (near) return `org:${near}`;
  throw new UserError("unknown-topic", `I don't know “${text.slice(0, 40)}” as a topic.`, {
    hint: `A topic is a company such as OpenAI, a country such as Norway, or a kind of deal: ${DealKind.options.join(", ")}.`,
  });
}

export function sayTopic(library: Library, topic: Topic): string {
  const [type, name = ""] = topic.split(":");
  if (type === "org") return orgName(library, name);
  if (type === "country") return countryName(name);
  const kind = DealKind.options.find((one) => one === name);
  return kind ? `${KIND[kind]} deals` : name;
}

export function dealsOn(library: Library, topics: readonly Topic[]): readonly Deal[] {
  if (topics.length === 0) return library.knowledge.deals;
  const tests = topics.map((topic) => testOf(library, topic));
  return library.knowledge.deals.filter((deal) => tests.some((fits) => fits(deal)));
}

function testOf(library: Library, topic: Topic): (deal: Deal) => boolean {
  const [type, name = ""] = topic.split(":");
  if (type === "kind") return (deal) => deal.kind === name;
  if (type === "country") return (deal) => deal.sites.some((site) => site.country === name);
  const group = family(library, name);
  return (deal) => deal.parties.some((party) => group.has(party.org));
}
