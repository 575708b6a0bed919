/** Where the sites lie that a list is asked for: countries, regions and places, and those that are left out. */

import { countryName } from "../../../doc/say-place.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { Mention } from "../../../knowledge/names.ts";
import { ADJECTIVES, REGIONS } from "../places.ts";
import type { Reading } from "../reading.ts";
import type { Clause } from "./clause.ts";

const ABROAD = gated(
  /\b(?:outside(?: of)?|not in|beyond|except(?: for)? in|other than in)\s+(?:the )?(united states|u\.?s\.?a?\.?|america|states)(?![a-z])|\b(?:without|with no|that have no|having no) (?:an? |any )?(?:us|u\.s\.|american) (?:sites?|campus(?:es)?|places?|locations?|presence)|\b(?:abroad|overseas|international(?:ly)?|foreign|non[- ]us(?:a)?)\b/i,
);
const HOME =
  /\b(?:in|across|within) (?:the )?(?:US|us|USA|usa|[Uu]nited [Ss]tates|[Uu]\.[Ss]\.|[Aa]merica|[Ss]tates)(?![a-z])|\b(?:US|U\.S\.|american|domestic)(?= (?:\w+ )?(?:sites?|campus(?:es)?|data|projects?|deals?|stargate))/;

const LEFT_OUT = String.raw`\b(?:outside(?: of)?|not in|but not(?: in)?|excluding|except(?: for)?(?: in)?|other than(?: in)?)\s+(?:the )?`;
/** "Outside the US and Europe": places may stand between. */
const ANOTHER = String.raw`(?:[\w.]+(?: [\w.]+)?(?:,|,? and|,? or|,? nor) (?:the )?){0,2}`;
const REGIONS_OUT = REGIONS.map(({ pattern, countries }) => ({
  pattern: new RegExp(`(?<=${LEFT_OUT}${ANOTHER})${pattern.source}`, "i"),
  countries,
}));

type Where = { country: string | null; places: string[]; outside: string[] };

export function whereIn(clause: Clause, { names, library }: Reading, excluded: readonly Mention[]): Where {
  const us = countryName("US");
  const outside = excluded.flatMap(({ refs }) => refs.filter((ref) => ref.type === "place").map((ref) => ref.id));
  if (clause.take(ABROAD)) outside.push(us);
  for (const { pattern, countries } of REGIONS_OUT) {
    const match = pattern.exec(clause.whole);
    if (!match) continue;
    clause.blank(match.index, match.index + match[0].length);
    outside.push(...countries.map(countryName));
  }
  const codes: string[] = [];
  for (const { pattern, countries } of REGIONS) if (clause.take(pattern)) codes.push(...countries);
  for (const { pattern, country } of ADJECTIVES) if (clause.take(pattern)) codes.push(country);
  if (outside.length === 0 && clause.take(HOME)) codes.push("US");
  const named = names.mentions.flatMap((mention) => {
    const place = mention.refs.find((ref) => ref.type === "place");
    if (!place || excluded.includes(mention) || mention.refs.some((ref) => ref.type === "org")) return [];
    // "The Abu Dhabi fund" says who somebody is.
    const whose = OF_FIRM.test(clause.text.slice(mention.end));
    clause.blank(mention.start, mention.end);
    if (whose) return [];
    return outside.includes(place.id) ? [] : [place.id];
  });
  const all = [...new Set([...named, ...codes.map(countryName)])];
  const [sole] = codes;
  if (sole !== undefined && codes.length === 1 && all.length === 1) return { country: sole, places: [], outside };
  const one =
    codes.length === 1 && named.length === 0 ? codes[0] : codes.length === 0 ? countryNamed(library, named) : null;
  if (one) return { country: one, places: [], outside };
  return { country: null, places: all, outside };
}

const OF_FIRM = gated(
  /^(?:-based)? (?:\w+ )?(?:fund|company|firm|investor|group|conglomerate|maker|chip ?maker|start-?up|bank|lender|utility|utilitie|lab|developer|vehicle|companie|conglomerate|partner|supplier|name|player)s?\b/i,
);

/** The code where the one place named is a country. */
function countryNamed(library: Library, named: readonly string[]): string | null {
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  for (const deal of library.deals.values())
    for (const site of deal.sites) if (countryName(site.country) === only) return site.country;
  return null;
}
