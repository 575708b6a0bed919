/** "How many days between the letter of intent and the AMD deal", "which was announced first, A or B": two deals by their days. */
import type { Status } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { family, orgName, readNames } from "../../knowledge/resolve.ts";
import type { PlanOf } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

const BEGINS = String.raw`^\W*(?:(?:so|and|ok),? )?`;
const SPAN =
  "(?:how (?:long|many (?:days|weeks|months|years)|much time)|(?:the )?(?:number of )?(?:days|weeks|months|time))";
const PASSED =
  "(?: (?:did it take|were there|was there|was it|is it|are there|is|was|lay|lie|lies|passed|elapsed|went by|in between|apart))?";
const TWO = "(?<a>.{3,80}?)";

const SAID = [
  // "How many days passed between A and B", "days from A to B"
  String.raw`${BEGINS}${SPAN}${PASSED} (?:between ${TWO} and|from ${TWO.replace("<a>", "<c>")} (?:un)?to) (?<b>.{3,80}?)\W*$`,
  // "How long after A did B sign", "how many weeks before A was B announced"
  String.raw`${BEGINS}how (?:long|many (?:days|weeks|months|years)|much time)${PASSED} (?:after|before|since) ${TWO},? (?:did|was|were|came|come|is) (?<b>.{3,80}?)\W*$`,
  // "How much later did A sign than B"
  String.raw`${BEGINS}how (?:much|many (?:days|weeks|months|years)) (?:later|earlier|sooner|after|before) (?:did|was|were|is|came) ${TWO} than (?<b>.{3,80}?)\W*$`,
  // "How far apart were A and B"
  String.raw`${BEGINS}how (?:far|many (?:days|weeks|months|years)) apart (?:are|were|did) ${TWO} and (?<b>.{3,80}?)\W*$`,
  // "Which was announced first, A or B", "was A signed before B"
  String.raw`${BEGINS}which (?:one |deal |of (?:the two|them) )?(?:came|comes|was|is|happened|got)(?: (?:announced|signed|struck|agreed|closed|completed|made|inked))? (?:first|earlier|sooner|later|last)\s*[,:–—-]\s*${TWO},? or (?<b>.{3,80}?)\W*$`,
  String.raw`${BEGINS}(?:was|were|did|is) ${TWO} (?:announced |signed |struck |closed |completed |come |happen )?(?:before or after|after or before|before|after|earlier than|later than) (?<b>.{3,80}?)\W*$`,
].map((source) => gated(new RegExp(source, "i")));

const ATTRIBUTES: readonly {
  attribute: PlanOf<"compare">["attribute"];
  pattern: RegExp;
  statuses: readonly Status[];
}[] = [
  { attribute: "signed", pattern: /\bsign(?:s|ed|ing)?\b/i, statuses: ["definitive"] },
  { attribute: "completed", pattern: /\b(?:clos(?:e[sd]?|ing)|complet\w+)\b/i, statuses: ["completed", "operational"] },
];

export const timeBetween: ReadRule = {
  name: "time-between",
  read(reading) {
    const { question, dates } = reading;
    const found = SAID.map((pattern) => pattern.exec(question)?.groups).find((groups) => groups !== undefined);
    const parts = [found?.a ?? found?.c, found?.b].flatMap((part) => part ?? []);
    if (parts.length < 2 || parts.some((part) => ONLY_ITS_DAY.test(part))) return null;
    const deals = meant(reading, parts.map(bare));
    if (!deals) return null;
    const said = ATTRIBUTES.find(({ pattern }) => pattern.test(question));
    // What was never signed was announced all the same.
    const attribute = said && deals.every((id) => hasCome(reading, id, said.statuses)) ? said.attribute : "announced";
    return { kind: "compare", deals, attribute, asOf: /\bas (?:of|at)\b/i.test(question) ? dates.asOf : null };
  },
};

function meant(reading: Reading, parts: readonly string[]): string[] | null {
  const { library } = reading;
  const named = parts.map((part) => readNames(library, part));
  if (named.some(({ mentions }) => mentions.length === 0)) return null;
  const orgs = [...new Set(named.flatMap((names) => names.orgs))];
  const shared = orgs.filter((org) => !named.every((names) => names.orgs.includes(org)));
  // "The AWS deal or the Broadcom deal of OpenAI": whom one of the two names is meant of the other as well.
  const withPartner = shared.map((partner) =>
    parts.map((part, at) =>
      named[at]?.orgs.includes(partner) || (named[at]?.deals.length ?? 0) > 0
        ? part
        : `${part} ${orgName(library, partner)}`,
    ),
  );
  for (const texts of [parts, ...withPartner]) {
    const deals = [...new Set(texts.flatMap((text) => dealOf(reading, text) ?? []))];
    if (deals.length === parts.length) return deals;
  }
  return null;
}

/** The deal of which a few words alone would be answered: one of all whom they name. A company alone has many. */
function dealOf({ library, reread }: Reading, text: string): string | null {
  const { orgs, deals } = readNames(library, text);
  if (orgs.length + deals.length * 2 < 2) return null;
  const plan = reread(text, true);
  const id = plan.kind === "show-deal" ? plan.deal : plan.kind === "show-figure" ? plan.subject : null;
  const parties = library.deals.get(id ?? "")?.parties ?? [];
  const isOf = (org: string): boolean => parties.some((party) => family(library, org).has(party.org));
  return id !== null && (deals.includes(id) || orgs.every(isOf)) ? id : null;
}

const hasCome = ({ library }: Reading, id: string, statuses: readonly Status[]): boolean =>
  library.deals.get(id)?.events.some(({ status }) => status !== undefined && statuses.includes(status)) === true;

/** Of one deal two days are meant. */
const ONLY_ITS_DAY =
  /^(?:the |its |their )?(?:first |initial |formal )?(?:announcement|signing|closing|completion|news|launch|mou|loi|letter of intent)$/i;
/** What is said of the day is no part of the name. */
const bare = (part: string): string =>
  part
    .replace(/ (?:sign|agree|announce|close|strike|deal|team up|partner)(?:s|ed|d)?(?= with\b)/i, "")
    .replace(/^(?:the )?(?:announcement|signing|closing|completion|news|launch) of /i, "")
    .replace(/(?:['’]s)? (?:being )?(?:announc(?:ed?|ing|ement)|sign(?:ed|ing)?|clos(?:ed?|ing)|launch(?:ed)?)$/i, "")
    .trim();
