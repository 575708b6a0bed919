/** Who has to be in the deals that are listed, in which role, and who else. */

import type { OrgKind, PartyRole } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { PlanOf } from "../../plan.ts";
import { FIRST_ROW } from "../named-row.ts";
import { GROUPS, NOUNS, ORG_SORTS, VERBS } from "../org-roles.ts";
import { superlativeIn } from "../superlative.ts";
import type { Clause } from "./clause.ts";

export type OrgMention = { id: string; start: number; end: number };

/** Organisations by id. */
export type Parts = {
  parties: string[];
  roles: PartyRole[];
  alongside: string[];
  among: string[];
  otherKinds: OrgKind[];
  otherRoles: PartyRole[];
  /** Where nobody is named: whose roles these are. */
  ofKinds: OrgKind[];
  withoutKinds: OrgKind[];
  otherSort: PlanOf<"find-deals">["otherSort"];
  otherCountry: string | null;
};

/** Who is named, in which role, and who else is asked for. */
export function partsOf(
  clause: Clause,
  library: Library,
  orgs: readonly OrgMention[],
  otherCountry: string | null,
): Parts {
  const ids = [...new Set(orgs.map((org) => org.id))];
  const { main, among } = alternatives(clause.text, library, ids, orgs);
  const usable = orgs.filter((org) => main.includes(org.id));
  const stated = statedRole(clause, usable);
  const otherSort: Parts["otherSort"] = ORG_SORTS.find(({ pattern }) => clause.take(pattern))?.sort ?? "";
  const all = groupsIn(clause);
  const leftOut = all.filter(({ start }) => LEFT_OUT.test(clause.whole.slice(0, start)));
  const groups = all.filter((group) => !leftOut.includes(group));
  // What leaves a group out is read with it.
  for (const { start } of leftOut) {
    const refused = LEFT_OUT.exec(clause.whole.slice(0, start));
    if (refused) clause.blank(refused.index, start);
  }
  const whose = { otherSort, otherCountry, withoutKinds: kindsOf(leftOut) };
  if (orgs.length === 0 && groups.length > 0) return { ...NOBODY, ...whose, ...partsOfGroups(clause, groups) };
  const acting = stated ?? inRole(clause, usable);
  const parties = acting ? [acting.org].filter(Boolean) : main.slice(0, 1);
  return {
    parties: parties.filter((id) => !among.includes(id)),
    roles: [...(acting?.roles ?? [])],
    alongside: main.filter((id) => !parties.includes(id) && !among.includes(id)).slice(0, 4),
    among: among.slice(0, 8),
    otherKinds: kindsOf(groups),
    otherRoles: [...new Set(acting?.others ?? [])],
    ofKinds: [],
    ...whose,
  };
}

const NOBODY: Parts = {
  parties: [],
  roles: [],
  alongside: [],
  among: [],
  otherKinds: [],
  otherRoles: [],
  ofKinds: [],
  withoutKinds: [],
  otherSort: "",
  otherCountry: null,
};

const LEFT_OUT =
  /\b(?:exclud\w+|except(?: for)?|other than|besides|apart from|aside from|not counting|leaving (?:out|aside)|ignoring|without|but not|(?:not|\w+n['’]t)(?: (?:involving|including|with|by|in|from|to|of|for))?|non-?|minus)(?: (?:in|with|by|from|at|for|of))?(?: the| any)?\s*$/i;

/** A group of organisations in the text: "hyperscalers". */
type Group = { kinds: readonly OrgKind[]; start: number; end: number };

/** The groups that are named, in their order; each is taken from the text. */
function groupsIn(clause: Clause): Group[] {
  const found: Group[] = [];
  for (const { pattern, kinds } of GROUPS) {
    const match = pattern.exec(clause.text);
    if (!match) continue;
    found.push({ kinds, start: match.index, end: match.index + match[0].length });
    // "Chip suppliers" also says what they do.
    if (!/suppl|vendor/i.test(match[0])) clause.take(pattern);
  }
  return found.sort((a, b) => a.start - b.start);
}

const kindsOf = (groups: readonly Group[]): OrgKind[] => [...new Set(groups.flatMap(({ kinds }) => kinds))].slice(0, 6);

/** "Which hyperscalers rent from neoclouds", "nuclear power bought by big tech": a group in the place of a name. */
function partsOfGroups(clause: Clause, groups: readonly Group[]): Partial<Parts> {
  const [first, second, ...more] = groups;
  if (!first || more.length > 0) return { otherKinds: kindsOf(groups) };
  const either = second && /^[\s,]*(?:or|\/|and\/or)[\s,]*$/i.test(clause.text.slice(first.end, second.start));
  const acting = inRole(
    clause,
    groups.map(({ start, end }, at) => ({ id: String(at), start, end })),
  );
  const actor = acting && acting.org !== "" ? groups[Number(acting.org)] : undefined;
  if (!second || either) {
    const otherKinds = kindsOf(groups);
    if (!acting) return { otherKinds };
    // "Suppliers of the labs" are others than the labs; "which labs buy" are the labs.
    return actor && !acting.does && acting.others.length > 0
      ? { ofKinds: otherKinds, roles: [...acting.roles], otherRoles: [...acting.others] }
      : { otherKinds, otherRoles: [...acting.roles] };
  }
  const [own, other] = actor === second ? [second, first] : [first, second];
  return {
    ofKinds: [...own.kinds],
    otherKinds: [...other.kinds],
    roles: [...(acting?.roles ?? [])],
    otherRoles: [...(acting?.others ?? [])],
  };
}

/** "Of Intel, Nokia and CoreWeave …": organisations of which each deal has one, beside one that all have. */
function alternatives(
  text: string,
  library: Library,
  ids: readonly string[],
  orgs: readonly OrgMention[],
): { main: string[]; among: string[] } {
  if (ids.length < 2) return { main: [...ids], among: [] };
  const linked = (a: string, b: string) =>
    (library.dealsOf.get(a) ?? []).some((deal) => deal.parties.some((party) => party.org === b));
  const all = (library.dealsOf.get(ids[0] ?? "") ?? []).some((deal) =>
    ids.every((id) => deal.parties.some((party) => party.org === id)),
  );
  const either = orgs.some((org, index) => {
    const next = orgs[index + 1];
    return next !== undefined && /^[\s,]*(?:or|\/|vs\.?)\s*(?:with |by |the )?$/i.test(text.slice(org.end, next.start));
  });
  // "Of Oracle's two bond sales and Alphabet's, the smallest": no deal has both.
  const partner = /\b(?:with|to|from|by|for) (?:the )?$/i.test(text.slice(0, orgs[1]?.start ?? 0));
  const apart = !all || (!partner && /\b(?:which|who) of (?:the )?$/i.test(text.slice(0, orgs[0]?.start ?? 0)));
  if (ids.length === 2 && apart && superlativeIn(text) !== null) return { main: [], among: [...ids] };
  if (ids.length === 2) return either ? { main: [], among: [...ids] } : { main: [...ids], among: [] };
  const row = rowOf(text, orgs);
  if (row.length > 2)
    return { main: ids.filter((id) => !row.includes(id)), among: ids.filter((id) => row.includes(id)) };
  if (all && !either) return { main: [...ids], among: [] };
  const hub = ids.find((id) => ids.every((other) => other === id || linked(id, other)));
  return hub === undefined ? { main: [], among: [...ids] } : { main: [hub], among: ids.filter((id) => id !== hub) };
}

/** "Of A, B and C, which …", "which of A, B and C …": those who stand in the row. */
function rowOf(text: string, orgs: readonly OrgMention[]): string[] {
  const first = orgs.findIndex(({ start }) => FIRST_ROW.test(text.slice(0, start)));
  if (first < 0) return [];
  const row = [orgs[first]?.id ?? ""];
  for (let at = first + 1; at < orgs.length; at++) {
    const [last, next] = [orgs[at - 1], orgs[at]];
    if (!last || !next || !JOINS.test(text.slice(last.end, next.start))) break;
    row.push(next.id);
  }
  return row;
}
const JOINS = /^[\s,]*(?:,|\b(?:and|or)\b|&|\/)[\s,]*(?:and |or )?(?:the )?$/i;

/** `does`: a verb says so, whose subject it is. */
type Acting = { org: string; roles: readonly PartyRole[]; others: readonly PartyRole[]; does?: true };

function inRole(clause: Clause, usable: readonly OrgMention[]): Acting | null {
  const nearest = (from: OrgMention[]) => from.sort((a, b) => b.end - a.end)[0];
  for (const { pattern, own, other } of NOUNS) {
    const match = pattern.exec(clause.text);
    if (!match) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const before = nearest(usable.filter((org) => org.end <= start));
    const after = usable.find((org) => org.start >= end);
    // "Where Oracle is the tenant", "Google acting as guarantor": the role is its own.
    const is =
      before &&
      /^\s*(?:is|are|was|were|as|acts?|acting|being|stands?|stood|serv(?:es?|ed|ing)|\s|an?|the|only|main|also|as)*\s*$/i.test(
        clause.text.slice(before.end, start),
      );
    const says =
      before &&
      (/\b(?:is|are|was|were|as|acting|acts)\b/i.test(clause.text.slice(before.end, start)) ||
        /\b(?:is|are|was|were)\s*$/i.test(clause.text.slice(0, before.start)));
    clause.take(pattern);
    // "Which landlords has Google guaranteed": the verb says what Google is.
    const verb = !before && after ? VERBS.find((one) => followedBy(clause.text, after, one.pattern)) : undefined;
    if (verb && after) {
      clause.take(verb.pattern);
      return { org: after.id, roles: verb.doer, others: own };
    }
    const towards = /\bwho(?:se|m)\b/i.test(clause.text.slice(0, start)) ? other : [];
    if (before && is && says) return { org: before.id, roles: own, others: towards };
    // "Constellation's PPAs, as seller".
    if (
      before &&
      /(?:[,(]|\b(?:ppas|agreements|deals|contracts|leases)) ?as (?:an? |the )?$/i.test(clause.whole.slice(0, start))
    )
      return { org: before.id, roles: own, others: towards };
    // "OpenAI's suppliers", "suppliers of Anthropic": the role is the others'.
    const whose = before ?? after;
    if (whose) return { org: whose.id, roles: other, others: own };
    return { org: "", roles: own, others: [] };
  }
  for (const { pattern, doer, done } of VERBS) {
    const match = pattern.exec(clause.text);
    if (!match) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const passive = usable.find((org) => org.start >= end && /^\s*by\s+$/i.test(clause.text.slice(end, org.start)));
    const before = nearest(usable.filter((org) => org.end <= start));
    const after = usable.find((org) => org.start >= end);
    // "Compute purchases" says what is bought, and of nobody that he buys.
    if (usable.length === 0 && !/^\W*(?:who|which|what)\b/i.test(clause.text)) return null;
    clause.take(pattern);
    if (passive) return { org: passive.id, roles: doer, others: [], does: true };
    if (before) return { org: before.id, roles: doer, others: done, does: true };
    if (after) return { org: after.id, roles: done, others: doer };
    return /^\W*(?:who|which|what)\b/i.test(clause.text) ? { org: "", roles: doer, others: [] } : null;
  }
  return null;
}

/** Whether a verb stands right behind somebody. */
function followedBy(text: string, { end }: OrgMention, verb: RegExp): boolean {
  const match = verb.exec(text.slice(end));
  return (
    match !== null &&
    /^(?:\s+(?:already|also|ever|itself|now|has|have|had|is))*\s*$/i.test(text.slice(end, end + match.index))
  );
}

/** "Broadcom as chip supplier: customers?", "Nvidia as an investor, in whom?": its own role, then whom it has it towards. */
function statedRole(clause: Clause, orgs: readonly OrgMention[]): Acting | null {
  for (const org of orgs)
    for (const { pattern, own, other } of NOUNS) {
      const behind = clause.text.slice(org.end);
      const match = pattern.exec(behind);
      if (!match || !AS.test(behind.slice(0, match.index))) continue;
      clause.blank(org.end, org.end + match.index + match[0].length);
      const towards = NOUNS.find((noun) => clause.take(noun.pattern));
      return { org: org.id, roles: own, others: towards?.own ?? (WHOM.test(clause.text) ? other : []) };
    }
  return null;
}
const AS = gated(/^[\s,]*as (?:an? |the |only )?(?:[\w-]+ ){0,2}$/i);
const WHOM = gated(/\b(?:whom?|whose|which|what)\b/i);
