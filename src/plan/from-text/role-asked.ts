/**
 * "Who lends to CoreWeave", "Anthropic's landlords", "OpenAI's biggest supplier": whoever has that role in the company's deals.
 * A look-up would tell whoever stands beside the company in another role; where nobody has this one, that is said.
 */

import type { Deal, PartyRole } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import { companyNamed, LEAD, unrecordedOf } from "./company-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { RANKED, ROLES_ASKED, type RoleAsked } from "./role-table.ts";

const WHO =
  "(?:who(?:m|['’]s)?(?: all| else)?|(?:which|what) (?:compan(?:y|ies)|firms?|banks?|funds?|lenders?|groups?|suppliers?|names))";
const NOW = String.raw`(?:,? (?:now|today|these days|currently|right now|at the moment|money))?\W*$`;
const ARE = "(?:['’]?s| is| are| was| were)";

/** The name stands as "§". */
const ASKED = ROLES_ASKED.map((role) => ({
  role,
  patterns: [
    ...role.said.map(
      (said) => `${LEAD}${WHO} (?:is |are |has |have |actually |currently |will |would |does |do )?${said}`,
    ),
    `${LEAD}(?:${WHO}${ARE} (?:the )?)?(?:all )?§(?:['’]s?)? (?:main |current |other )?(?:${role.nouns})`,
    `${LEAD}(?:${WHO}${ARE} )?(?:the )?(?:main |current |other )?(?:${role.nouns}) (?:of|to|for|behind) §`,
    `${LEAD}(?:does|did|has) § (?:have|got) (?:an?|any) (?:${role.nouns})`,
  ].map((pattern) => new RegExp(pattern + NOW, "iu")),
}));
const MOST = "(?:single )?(?:biggest|largest|top|main|most important|number one|no\\.? ?1)(?: single)?";
const MOST_ASKED = RANKED.map((ranked) => ({
  ranked,
  patterns: [
    `${LEAD}(?:${WHO}${ARE} (?:the )?)?§(?:['’]s?)? ${MOST} (?:${ranked.nouns})`,
    `${LEAD}(?:${WHO}${ARE} )?(?:the )?${MOST} (?:${ranked.nouns}) (?:of|to|for|behind) §`,
  ].map((pattern) => new RegExp(pattern + NOW, "iu")),
}));

/** Refuses nearly all questions at once. */
const SAYS_ROLE = gated(
  /\b(?:lend|lent|loan|borrow|debt|financ|fund|bankroll|guarant|backstop|vouch|stands behind|insur|build|built|construct|contractor|develop|rent|leas|lets\b|landlord|lessor|tenant|host|suppl|vendor|provider|sell|provides|makes|power|juice|electric|energy|utilit|advis|arrang|underwr|book|creditor|bank|customer|client|buyer|off-?taker)/i,
);

export const roleAsked: ReadRule = {
  name: "role",
  read(reading) {
    const { names, dates } = reading;
    if (!SAYS_ROLE.test(reading.question)) return null;
    if (names.deals.length + names.places.length + names.people.length > 0) return null;
    const named = companyNamed(reading);
    if (!named) return null;
    const { org, asked } = named;
    const most = MOST_ASKED.find(({ patterns }) => patterns.some((pattern) => pattern.test(asked)))?.ranked;
    if (most) return ranked(reading, org, most);
    const role = ASKED.find(({ patterns }) => patterns.some((pattern) => pattern.test(asked)))?.role;
    if (!role) return null;
    const found = dealsWith(reading, org, role);
    const [only, ...more] = found.deals;
    if (!only) return unrecordedOf(reading.library, org, role.name);
    if (more.length === 0)
      return {
        kind: "show-figure",
        subject: only.id,
        attribute: "parties",
        topic: `who is the ${found.doer[0] ?? ""}`,
        asOf: dates.asOf,
      };
    return {
      kind: "find-deals",
      parties: [org],
      roles: [...found.done],
      otherRoles: [...found.doer],
      only: found.deals.length > MOST_NAMED ? [] : found.deals.map(({ id }) => id),
      lists: "others",
      asOf: dates.asOf,
    };
  },
};
/** So many deals a plan may name one by one. */
const MOST_NAMED = 24;

type Found = { deals: Deal[]; doer: readonly PartyRole[]; done: readonly PartyRole[] };

/**
 * The deals that are not over in which the company is on the one side and somebody on the other; else those that bear its
 * name and in which it stands nearby, as whoever uses what a lender has paid for.
 */
function dealsWith({ library, asOf }: Reading, org: string, role: RoleAsked): Found {
  const group = family(library, org);
  const all = [...new Set([...group].flatMap((id) => library.dealsOf.get(id) ?? []))].filter((deal) => {
    const status = outlineOn(deal, asOf)?.status;
    return status !== undefined && !isOver(status);
  });
  const [name = ""] = orgName(library, org).split(" ");
  const own = all.filter((deal) => deal.name.includes(name));
  for (const [among, done, doer] of [
    [all, role.done, role.doer],
    [all, role.done, role.else ?? []],
    [own, role.near, role.doer],
    [own, role.near, role.else ?? []],
  ] as const) {
    const isDone = ({ parties }: Deal) => parties.some((party) => group.has(party.org) && done.includes(party.role));
    const doersOf = (deal: Deal) =>
      deal.parties.filter(
        (party) =>
          !group.has(party.org) &&
          doer.includes(party.role) &&
          (!role.ofChips || makesChips(library, deal, party.org, party.note)),
      );
    const deals = among.filter((deal) => isDone(deal) && doersOf(deal).length > 0);
    if (deals.length > 0)
      return { deals, done, doer: [...new Set(deals.flatMap((deal) => doersOf(deal).map((party) => party.role)))] };
  }
  return { deals: [], done: [], doer: [] };
}

/** A maker of chips, or whoever lets out chips of its own. */
function makesChips({ organisations }: Library, { chips }: Deal, org: string, note = ""): boolean {
  return (
    organisations.get(org)?.kind === "chips" ||
    /\bchips?\b|\bTPUs?\b/.test(note) ||
    chips.some((chip) => OWN.test(chip) && OWNERS.test(note))
  );
}
const OWN = gated(/\b(?:TPU|Trainium|MTIA)\b/i);
const OWNERS = gated(/\bchips?\b|\bTPUs?\b|\bTrainium\b/i);

/** What is only rumoured, or a letter of intent, makes nobody the largest. */
function ranked(reading: Reading, org: string, { doer, done, kinds }: (typeof RANKED)[number]): PlanInput {
  return {
    kind: "find-deals",
    parties: [org],
    roles: [...done],
    otherRoles: [...doer],
    dealKinds: [...kinds],
    statuses: ["announced", "definitive", "under-construction", "operational", "completed"],
    lists: "others",
    rank: true,
    asOf: reading.dates.asOf,
  };
}
