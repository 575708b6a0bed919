/**
 * Companies of no record whose names are words that records or the language have: "Voltage Park", "Constellation Software".
 * Nothing but the name tells them from a company that has a part of it, or from plain words. A test holds that none is on record.
 */
import { statementsOf } from "../../knowledge/statements.ts";
import type { Reading } from "./reading.ts";

/** Two words are a name in any letters. */
const IN_FULL =
  "galaxy digital|voltage park|general atlantic|general catalyst|general electric|general dynamics|iron mountain|digital realty|digital ocean|western digital|bit digital|world labs|physical intelligence|safe superintelligence|reflection ai|character ai|stability ai|inflection ai|applied materials|applied intuition|analog devices|texas instruments|vantage towers|constellation (?:software|brands|newenergy)|tata (?:motors|steel|communications|electronics|elxsi)|samsung (?:sdi|biologics|c&t)|reliance (?:steel|communications)|adani (?:green|ports)|core natural resources|corning natural gas|aker (?:bp|solutions|horizons)|lambda school|cipher pharma\\w*|bloom (?:institute|partners)|fidelity (?:national|information)|bain capital|tiger global|lightspeed|insight partners|sixth street|state street|jane street|two sigma|franklin templeton|wells fargo|capital one|american express|american tower|crown castle|duke energy|sunrun|compass data ?cent(?:er|re)s|prime data ?cent(?:er|re)s|stream data ?cent(?:er|re)s|switch inc|block inc|home depot|riot (?:platforms|blockchain)|marathon digital|mara holdings|hyperscale data|clean ?spark|bridgewater|berkshire(?: hathaway)?|norges bank|deep ?seek|moonshot ai|black forest labs|sakana ai|aleph alpha|scaleway|hugging ?face|vast data|pure storage|arista|qualcomm|equinix";
const NAME = new RegExp(`\\b(?:${IN_FULL})\\b`, "gi");

export const strangersIn = ({ question, library }: Reading): string[] =>
  [...question.matchAll(NAME)].flatMap(([name]) => (isSaid(library, name) ? [] : [name]));

/** What makes another company of a name: "Constellation Software" is not Constellation. */
const BUSINESS =
  "(?:materials|software|towers|motors|pharma\\w*|airlines?|airways|foods?|minerals|resources|steel|biotech|biosciences?|therapeutics|hotels?|railways?|insurance|brands|instruments|aerospace|shipping|logistics|cement|tobacco|games|entertainment|pictures|studios|semiconductors?|telecom\\w*|wireless|bancorp|properties|realty|acceptance|restaurants?|pizza|coffee|consulting|brewing|apparel|jewel\\w+|cosmetics|furniture|toys)";
const BEHIND = new RegExp(`^ ${BUSINESS}\\b`, "i");
const AS_PARTY_BEFORE = /(?:^|\b(?:did|does|has|have|had|is|was|will|by|with|from|between|and|of|to) )$/i;
const AS_PARTY_AFTER =
  /^(?:['’]s\b| ?[-–—/&] ?\w| and | (?:pay|buy|bought|sign|own|invest|commit|order|rent|leas|get|got|put|spen|lend|lent|hold|rais|build)\w*\b|[\s?.!]*$)/i;

/** A company that is named like one on record, where only a company stands. */
export const namesakesIn = ({ question, names, library }: Reading): string[] =>
  names.mentions.flatMap(({ refs, start, end }) => {
    const [business = ""] = BEHIND.exec(question.slice(end)) ?? [];
    if (business === "" || !refs.some(({ type }) => type === "org")) return [];
    const name = question.slice(start, end + business.length);
    const asParty =
      AS_PARTY_BEFORE.test(question.slice(0, start)) && AS_PARTY_AFTER.test(question.slice(end + business.length));
    return asParty && library.names.exact(name).length === 0 ? [name] : [];
  });

/** "The Voltage Park deal": two words with capitals beside each other, where the rest has none, that no record has so. */
export function properPairsIn({ question, names, dates, quantities, library }: Reading): string[] {
  const taken = [...names.mentions, ...dates.spans, ...quantities];
  return [...question.matchAll(PAIR)].flatMap(({ 0: pair, index }) => {
    const end = index + pair.length;
    const [first = "", second = ""] = pair.split(" ");
    if (taken.some((span) => span.start < end && span.end > index) || NO_NAME.test(pair)) return [];
    if (!PLACE_OF_NAME.test(question.slice(0, index)) && !BEFORE_DEAL.test(question.slice(end))) return [];
    return isSaid(library, `${first} ${second}`) ? [] : [pair];
  });
}
const isSaid = (library: Reading["library"], pair: string): boolean =>
  library.names.exact(pair).length > 0 ||
  statementsOf(library).all.some(({ text }) => text.toLowerCase().includes(pair.toLowerCase()));
const PAIR = /(?<=[\p{Ll},]['’]?s? )\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}(?![\p{L}-])/gu;
const NO_NAME =
  /^(?:Wall|Big|White|Main|High|West|East|North|South|Middle|New|Data|Prime|Supreme|Federal|State|Chief|Vice|Q\d|Phase|Series|Year|Street)\b|(?:Street|Cent(?:er|re)s?|Officer|President|Minister|County|Court|House|Committee|Commission|Street|Team|Report|Deal|Contract|Agreement)$/;
const PLACE_OF_NAME = /\b(?:did|does|has|have|by|with|from|between|and) $/i;
const BEFORE_DEAL =
  /^(?:['’]s\b|\s*[-–—/&]|\s+(?:[\w-]+ ){0,2}(?:deals?|contracts?|agreements?|leases?|campus|loans?|investments?|stakes?|partnerships?|rounds?|orders?))/i;
