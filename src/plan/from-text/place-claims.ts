/** A site that a question puts where no record has one: "Stargate Canada". */

import type { Deal } from "../../../knowledge/schema.ts";
import { countryName } from "../../doc/say-place.ts";
import { isCommonEnglish } from "../../knowledge/english.ts";
import { gated } from "../../knowledge/gated.ts";
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
  return siteElsewhere(reading) ?? soughtElsewhere(reading);
}

/** "Where in Texas is Hyperion", "which Ohio county hosts it": the place stands before the only site that is named. */
function soughtElsewhere({ library, names, question }: Reading): { deal: string; place: string } | null {
  const before = BEFORE.exec(question);
  if (!before) return null;
  const at = before[0].length;
  const next = words(question.slice(at, at + 40));
  const place = [3, 2, 1].flatMap((length) => regionNamed(next.slice(0, length).join(" ")) ?? [])[0];
  const named = names.mentions.filter(
    ({ refs, start }) =>
      start > at && refs.some(({ type }) => type === "deal") && !refs.some(({ type }) => type === "org"),
  );
  const [mention, ...more] = named;
  if (place === undefined || !mention || more.length > 0) return null;
  const deals = mention.refs.flatMap(({ type, id }) => (type === "deal" ? (library.deals.get(id) ?? []) : []));
  const [first] = deals;
  if (!first || deals.some(({ sites }) => sites.length === 0)) return null;
  const said = ` ${words(place).join(" ")} `;
  const all = deals.flatMap((deal) => [deal, ...(library.partsOf.get(deal.id) ?? [])]);
  return all.some((deal) => isAt(deal, place) || library.textOf(deal).includes(said))
    ? null
    : { deal: first.id, place };
}
const BEFORE = gated(
  /^(?:\W*(?:so|and|ok|hey),? )*(?:where(?:abouts)? in |(?:in )?(?:what|which) (?:part|corner|county|town|city|district|parish|bit) (?:of|in) |(?:in )?(?:what|which) (?=[\w ]{4,16} (?:county|town|city|parish|district)\b))(?:the )?/i,
);

/** "The Hyperion site in Ohio": one site, put where neither its record nor a sentence of it has it. */
function siteElsewhere({ library, names, question }: Reading): { deal: string; place: string } | null {
  for (const { refs, end } of names.mentions) {
    const deals = refs.flatMap(({ type, id }) => (type === "deal" ? (library.deals.get(id) ?? []) : []));
    const [first] = deals;
    const gap = IN_GAP.exec(question.slice(end));
    if (!first || !gap || deals.some(({ sites }) => sites.length === 0 || sites.some(({ region }) => !region)))
      continue;
    const at = end + gap[0].length;
    const known = names.mentions.find(
      ({ start, refs: own }) => start === at && own.some(({ type }) => type === "place"),
    );
    const next = words(question.slice(at, at + 40));
    const place =
      known?.name ?? [3, 2, 1].flatMap((length) => regionNamed(next.slice(0, length).join(" ")) ?? [])[0] ?? null;
    if (place === null) continue;
    const all = deals.flatMap((deal) => [deal, ...(library.partsOf.get(deal.id) ?? [])]);
    const said = ` ${words(place).join(" ")} `;
    if (all.some((deal) => isAt(deal, place) || library.textOf(deal).includes(said))) continue;
    return { deal: first.id, place };
  }
  return null;
}
const IN_GAP =
  /^(?:['’]s)?\s+(?:(?:[\w-]+\s+){0,2}(?:sites?|campus(?:es)?|projects?|data cent(?:er|re)s?|plants?|reactors?|clusters?|hub|facilit(?:y|ies)|complex|supercomputer|supercluster|buildings?)\s+)?(?:down |over |up |out )?in\s+(?:the\s+)?/i;
const STATES =
  "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Rhode_Island South_Carolina South_Dakota West_Virginia";
const STATE_NAMES = new Map(
  STATES.split(" ").map((name) => [name.toLowerCase().replace("_", " "), name.replace("_", " ")]),
);
/** A country or a state of the US by its name in the words that are compared. */
const regionNamed = (said: string): string | undefined => STATE_NAMES.get(said) ?? countries().get(said);

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
