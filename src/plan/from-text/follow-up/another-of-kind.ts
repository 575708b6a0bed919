/** "And the february 2026 one?", "the 2025 sale?": the deal of the same party and kind that began at that time. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { outlineOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { findDates } from "../../dates.ts";
import type { Attribute, Plan } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf, namesOnly } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const MAX_WORDS = 8;
const NOUN = gated(
  /\b(?:ones?|deal|contract|bonds?|sale|loan|round|lease|agreement|order|raise|investment|expansion)\b/i,
);
const OWN = new Set(["bond", "bonds", "sale", "raise", "order", "expansion", "investment"]);

export const anotherOfKind: ReadRule = {
  name: "another-of-kind",
  read(reading) {
    const { question, conversation, library, names } = reading;
    const last = conversation.plan;
    const deal = dealOnTable(reading);
    if (!deal || (last?.kind !== "show-figure" && last?.kind !== "show-deal")) return null;
    if (names.deals.length + names.orgs.length + names.places.length + names.people.length > 0) return null;
    const { text } = bareOf(question);
    const noun = NOUN.exec(text)?.[0]?.toLowerCase();
    const order = IN_ORDER.exec(text)?.[1]?.toLowerCase();
    const beside = order ? besideInTime(reading, deal, order) : null;
    if (beside) return { kind: "show-figure", subject: beside.id, attribute: again(last), asOf: null };
    if (noun === undefined || text.split(/\s+/).length > MAX_WORDS) return null;
    const { spans, mentioned } = findDates(text, library.completeTo);
    const [time = monthSaid(text)] = mentioned;
    const rest = OWN.has(noun) ? text.replace(new RegExp(`\\b${noun}\\b`, "i"), " ".repeat(noun.length)) : text;
    if (time === undefined || mentioned.length > 1 || !namesOnly(rest, names, spans)) return null;
    const began = ({ events: [first] }: Deal) =>
      `${first?.date ?? ""}-`.includes(time.length === 2 ? `-${time}-` : time);
    const same = alike(reading, deal).filter(began);
    const [only, ...more] = same.length > 0 ? same : calledSo(reading, deal, noun).filter(began);
    if (!only || more.length > 0) return null;
    return { kind: "show-figure", subject: only.id, attribute: again(last), asOf: null };
  },
};
/** "The february bond", of whatever year. */
function monthSaid(text: string): string | undefined {
  const name = MONTH.exec(text)?.[1]?.slice(0, 3).toLowerCase();
  return name ? String(MONTHS.indexOf(name) + 1).padStart(2, "0") : undefined;
}
const MONTH = gated(
  /\b(january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b/i,
);
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const again = (last: Plan): Attribute =>
  last.kind === "show-figure" && SAME.has(last.attribute) ? last.attribute : "value";

/** "And the newer one?", "the earlier contract": the only other deal of the kind, before or after. */
const IN_ORDER = gated(
  /^(?:(?:and|so|what about)\b[\s,]*)*(?:the |their |its )?(newer|newest|later|latest|more recent|follow-?up|subsequent|second|2nd|next|other|first|1st|original|earlier|older|previous) (?:one|deal|contract|agreement|order|bonds?|loan|round|lease|sale|expansion)[\s?.!]*$/i,
);
function besideInTime(reading: Reading, deal: Deal, order: string): Deal | null {
  const startOf = (one: Deal) => one.events[0]?.date ?? "";
  const others = alike(reading, deal).filter((other) =>
    order === "other" ? true : BEFORE.has(order) ? startOf(other) < startOf(deal) : startOf(other) > startOf(deal),
  );
  return others.length === 1 ? (others[0] ?? null) : null;
}
const BEFORE: ReadonlySet<string> = new Set(["earlier", "older", "previous", "first", "1st", "original"]);

const SAME: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "status", "parties", "term", "stake"]);

/** "The february bond" after a plan: what the same company has that is called so. */
function calledSo({ library }: Reading, deal: Deal, noun: string): Deal[] {
  const [root = ""] = contentRoots(noun);
  if (!NAMED.has(root) || contentRoots(deal.name).includes(root)) return [];
  const orgs = deal.parties.filter(({ org }) => deal.name.includes(orgName(library, org))).map(({ org }) => org);
  return [...new Set(orgs.flatMap((org) => library.dealsOf.get(org) ?? []))].filter(
    (other) => other.id !== deal.id && contentRoots(other.name).includes(root),
  );
}
const NAMED = new Set(contentRoots("bond loan lease round"));

/** Deals of whom the deal is called after, of its kind and with money of its kind, besides it. */
function alike({ library, asOf }: Reading, deal: Deal): Deal[] {
  const ofOf = (one: Deal) => outlineOn(one, asOf)?.money?.figure.of;
  const called = deal.parties.filter(({ org }) => deal.name.includes(orgName(library, org)));
  const orgs = (called.length > 0 ? called : deal.parties).map(({ org }) => org);
  return [...new Set(orgs.flatMap((org) => library.dealsOf.get(org) ?? []))].filter(
    (other) =>
      other.id !== deal.id &&
      other.kind === deal.kind &&
      ofOf(other) === ofOf(deal) &&
      orgs.every((org) => other.parties.some((party) => party.org === org)),
  );
}
