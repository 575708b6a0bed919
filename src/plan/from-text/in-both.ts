/** "Who has invested in both A and B", "which companies supply both": those who are something to each of two that are named. */

import { blanked } from "../../knowledge/blanked.ts";
import { gated } from "../../knowledge/gated.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { NOUNS, VERBS } from "./org-roles.ts";
import type { Reading, ReadRule } from "./reading.ts";

const BOTH = gated(/\b(?:both|each of)\b/i);
const ASKS = gated(
  /^(?:\W*(?:so|and|ok|hey|list|name|tell me),? )*(?:who\b|(?:which|what) (?:[\w-]+ ){0,3}?(?:compan(?:y|ies)|firms?|investors?|banks?|funds?|labs?|suppliers?|customers?|lenders?|backers?|clouds?|neoclouds?|hyperscalers?|chip ?makers?|names?)\b|(?:the )?(?:[\w-]+ )?(?:investors?|backers?|suppliers?|customers?|lenders?|shareholders?|tenants?|landlords?|providers?|clients?)\b)/i,
);
/** Who does two things with one is asked for elsewhere. */
const TWO_DEEDS = gated(
  /\bboth \w+(?:s|es|ed)?\b.{1,40}\band (?:\w+ )?(?:sells?|buys?|invests?|supplies|lends?|rents?|leases?|is|are|owns?)\b/i,
);

export const inBoth: ReadRule = {
  name: "in-both",
  read(reading) {
    const { question, names, dates } = reading;
    if (!BOTH.test(question) || !ASKS.test(question) || names.orgs.length !== 2 || names.deals.length > 0) return null;
    if (TWO_DEEDS.test(withoutNames(reading))) return null;
    const verb = VERBS.find(({ pattern }) => pattern.test(question));
    const noun = verb ? undefined : NOUNS.find(({ pattern }) => pattern.test(question));
    const roles = verb?.doer ?? noun?.own ?? [];
    const towards = verb?.done ?? noun?.other ?? [];
    if (roles.length === 0 || towards.length === 0) return null;
    return {
      kind: "find-deals",
      among: names.orgs.map((org) => orgName(reading.library, org)),
      lists: "others",
      inEach: true,
      roles: [...towards],
      otherRoles: [...roles],
      asOf: dates.asOf,
    };
  },
};

function withoutNames({ question, names }: Reading): string {
  const orgs = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
  return blanked(question, orgs, "x");
}
