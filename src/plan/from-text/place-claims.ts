/** A site that a question puts where no record has one: "Stargate Canada". */
import type { Deal } from "../../../knowledge/schema.ts";
import { countryName } from "../../doc/say-place.ts";
import { isCommonEnglish } from "../../knowledge/english.ts";
import { placesOf } from "../../knowledge/names.ts";
import { words } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";

export function placeWithout(reading: Reading): { deal: string; place: string } | null {
  const { library, names, question } = reading;
  for (const { refs, start, end } of names.mentions) {
    const brand = refs.find((ref) => ref.type === "deal");
    if (brand && placeAfter(reading, end) === null) continue;
    const named = brand && library.deals.get(brand.id);
    const sites = named ? ofBrand(reading, question.slice(start, end)) : [];
    if (!named || sites.length < 2) continue;
    const place = placeAfter(reading, end);
    if (place === null) continue;
    const own = [...sites, named, ...(library.partsOf.get(named.id) ?? [])];
    if (own.some((deal) => isAt(deal, place) || library.textOf(deal).includes(` ${words(place).join(" ")} `))) continue;
    return { deal: named.id, place };
  }
  return null;
}

/** Deals whose names begin with the name: "Stargate UK", "Stargate Norway". */
function ofBrand({ library }: Reading, name: string): Deal[] {
  const key = `${words(name).join(" ")} `;
  return library.knowledge.deals.filter((deal) => words(deal.name).join(" ").startsWith(key));
}

const isAt = (deal: Deal, place: string): boolean =>
  deal.sites.some((site) => placesOf(site).some((one) => words(one).join(" ") === words(place).join(" ")));

/** The country or place that stands right behind a name. */
function placeAfter({ names, question, library }: Reading, end: number): string | null {
  const gap = /^(?:'s)?\s+(?:(?:site|campus|project|data cent(?:er|re))\s+)?(?:in\s+)?(?:the\s+)?/i.exec(
    question.slice(end),
  );
  if (!gap) return null;
  const at = end + gap[0].length;
  const known = names.mentions.find(
    (mention) => mention.start === at && mention.refs.some((ref) => ref.type === "place"),
  );
  if (known) return known.name;
  const next = words(question.slice(at, at + 60));
  for (let length = 3; length > 0; length--) {
    const country = countries().get(next.slice(0, length).join(" "));
    if (country) return country;
  }
  // "The Stargate Mars site": a word of no record, where the name of a place stands.
  const [, strange = ""] = (gap[0].includes("in ") ? IN_PLACE : BEFORE_SITE).exec(question.slice(at)) ?? [];
  // "The Stargate Moon campus": with a capital a word of the language is a name as well.
  const written = /^\p{Lu}\p{Ll}/u.test(strange) && /\s\p{Ll}/u.test(question);
  return strange === "" || library.knowsWord(strange) || (isCommonEnglish(strange) && !written)
    ? null
    : strange.charAt(0).toUpperCase() + strange.slice(1);
}
const BEFORE_SITE =
  /^([a-z]{3,}) (?:sites?|campus(?:es)?|data cent(?:er|re)s?|locations?|facilit(?:y|ies)|project|base)\b/i;
const IN_PLACE = /^([A-Z][a-z]{2,})\b/;

let byName: ReadonlyMap<string, string> | undefined;
/** The names of all countries, in the words by which they are compared. */
function countries(): ReadonlyMap<string, string> {
  if (byName) return byName;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = letters
    .flatMap((a) => letters.map((b) => a + b))
    .flatMap((code) => {
      const name = countryName(code);
      return name === code ? [] : [name];
    });
  byName = new Map(names.map((name) => [words(name).join(" "), name]));
  return byName;
}
