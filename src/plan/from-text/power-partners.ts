/**
 * "Which nuclear developers has Meta signed with", "Google's nuclear partners", "whom does Microsoft buy nuclear power from":
 * who stands beside a company in its deals for power, of one kind of plant where one is said.
 */

import type { PartyRole } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { unrecordedOf } from "./company-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** Kinds of plants, in a question and in a record. */
const PLANTS: readonly RegExp[] = [
  /\b(?:nuclear|reactors?|smrs?|atomic)\b/i,
  /\bfusion\b/i,
  /\b(?:solar|renewables?|wind)\b/i,
  /\b(?:geothermal)\b/i,
  /\b(?:gas(?:-fired)?|turbines?)\b/i,
];
const POWER = `(?:nuclear|reactor|smr|atomic|fusion|solar|renewables?|wind|geothermal|gas|power|energy|electricity)`;
const FIRMS = `(?:companies|firms|developers|operators|owners|suppliers|utilities|generators|producers|providers|partners|vendors|makers|players|names|start-?ups|outfits|builders|specialists)`;
const WHO = String.raw`^\W*(?:(?:so|and|ok|hey|list|name|tell me|give me)\b[\s,]*)*`;
const DEALT = String.raw`\b(?:sign(?:ed|s)?|contract(?:ed|s)?|agree(?:d|ments?)?|deals?|partner(?:ed|s)?|work(?:s|ed|ing)?|tie-?ups?|tied|bought|buy(?:s|ing)?|purchas\w+|get(?:s|ting)?|tak(?:es?|ing)|bet(?:s|ting)? on|back(?:s|ed|ing)?|relies|rely|ppas?)\b`;

/** The company stands as "§". */
const ASKED: readonly RegExp[] = [
  `${WHO}(?:(?:which|what) )?(?:[\\w-]+ (?:or|and) )?(?:[\\w-]+ )?${POWER}[\\w-]* (?:\\w+ )?${FIRMS} (?:has|have|did|does|do|is|are|that|with (?:whom|which)) §.{0,60}${DEALT}`,
  `${WHO}(?:which|what) (?:[\\w-]+ )?${FIRMS} (?:has|did|does|is) §.{0,60}${DEALT}.{0,40}\\b${POWER}`,
  `${WHO}(?:who(?:['’]s| is| are) )?§(?:['’]s?)? (?:[\\w-]+ )?${POWER}[\\w-]* (?:\\w+ )?${FIRMS}\\W*$`,
  `${WHO}(?:from )?(?:who|whom) (?:does|did|has|is|will) § (?:buy|buying|bought|get|getting|purchas\\w+|sign\\w*|contract\\w*).{0,30}\\b${POWER}`,
  `${WHO}(?:who(?: all)?|(?:which|what) (?:[\\w-]+ )?${FIRMS}) (?:(?:is|are|has|have) )?(?:sell(?:s|ing)?|sold|suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|power(?:s|ing)?) (?:\\w+ ){0,2}?${POWER}[\\w-]*(?: power| energy| electricity)? to §\\W*$`,
].map((pattern) => new RegExp(pattern, "i"));

/** Who sells it takes none of it, as another buyer of the same plant does. */
const SELLS = gated(/\b(?:sell(?:s|ing)?|sold|suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|power(?:s|ing)) \w/i);
const SELLERS: PartyRole[] = ["generator", "supplier", "provider", "developer", "operator"];

export const powerPartners: ReadRule = {
  name: "power-partners",
  read({ question, names, library, dates, asOf }: Reading) {
    const [org, ...others] = names.orgs;
    if (!org || others.length + names.deals.length + names.places.length > 0) return null;
    const mention = names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "org" && id === org));
    const asked = mention ? `${question.slice(0, mention.start)}§${question.slice(mention.end)}` : "";
    if (!ASKED.some((pattern) => pattern.test(asked))) return null;
    const plants = PLANTS.filter((kind) => kind.test(question));
    const group = family(library, org);
    const about = statementsOf(library).byRecord;
    const deals = [...new Set([...group].flatMap((id) => library.dealsOf.get(id) ?? []))].filter((deal) => {
      const supplied = deal.parties.some(
        (party) => !group.has(party.org) && library.organisations.get(party.org)?.kind === "energy",
      );
      const status = supplied ? outlineOn(deal, asOf)?.status : undefined;
      if (status === undefined || isOver(status)) return false;
      if (dates.since && (deal.events[0]?.date ?? "") < dates.since) return false;
      const own = [
        deal.name,
        deal.summary,
        ...(about.get(`deal:${deal.id}`)?.statements ?? []).map(({ text }) => text),
      ];
      return plants.length === 0 || own.some((text) => plants.some((plant) => plant.test(text)));
    });
    if (deals.length === 0) return plants.length > 0 ? unrecordedOf(library, org, "supplier of such power") : null;
    return {
      kind: "find-deals",
      parties: [org],
      only: deals.slice(0, 24).map(({ id }) => id),
      otherKinds: ["energy"],
      ...(SELLS.test(question) ? { otherRoles: SELLERS } : {}),
      lists: "others",
      asOf: dates.asOf,
    };
  },
};
