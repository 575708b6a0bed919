/**
 * "Oklo's part of the Meta nuclear package": the figure that its label says is theirs, of a deal that parts its sum among several.
 * Of a share in it both are told, and what the one is of the other.
 */

import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { outlineOn, stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { soughtWords } from "../../knowledge/question-words.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import { lookup } from "./lookup.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { evaluated } from "./sums/sum.ts";

const PART_OF = gated(/\b(?:part|portion|share|slice|piece|bit|chunk|only|just|alone|contribution)\b/i);
const OF_PARTS: ReadonlySet<Attribute> = new Set(["value", "capacity", "stake"]);

/** What it was after a step, or in one of several steps, is told by words. */
const ONE_OF_SEVERAL = gated(
  /\b(?:share|stake|part|portion) (?:after|before|once|following)\b|\b(?:second|third|fourth|last|final)\b/i,
);

const SHARE = gated(/\bshare\b(?! (?:price|sale|issue|count|purchase|offering))/i);
const PART = gated(/\b(?:part|portion|slice|piece|bit|chunk|contribution)\b/i);
/** A share that is asked for as such is worked out by others. */
const AS_SHARE = /%|\b(?:what|which|as an?|in) (?:share|percent\w*|part|portion|slice|chunk|fraction)\b|\bpercent/i;

export const namedPart: ReadRule = {
  name: "named-part",
  read(reading) {
    const { question, names, library, conversation } = reading;
    const part = partFor(reading);
    if (part) return part;
    const isShare = SHARE.test(question);
    if (!(isShare || PART.test(question)) || AS_SHARE.test(question) || conversation.plan !== null) return null;
    const deals = names.deals.length > 0 ? names.deals : commonDeals(reading);
    for (const id of deals) {
      const deal = library.deals.get(id);
      const figure = deal && figureOfPart(reading, null, deal);
      if (deal && figure) return (isShare ? asShare(reading, deal, figure) : null) ?? planOf(reading, deal, figure);
    }
    return null;
  },
};

/** "How much of the Vantage debt is for the Texas campus": the figure that its label says is for that, of the deal that is meant. */
function partFor(reading: Reading): PlanInput | null {
  const { question, conversation, library, asOf } = reading;
  const [, what = ""] = FOR_PART.exec(question) ?? [];
  const words = soughtWords(what).filter(({ weak, word }) => !weak && !PLACE_NOUNS.has(word));
  if (conversation.plan !== null || words.length === 0) return null;
  const plan = lookup.read(reading);
  const deal = plan?.kind === "show-figure" ? library.deals.get(plan.subject) : undefined;
  const state = deal && stateOn(deal, asOf);
  const whole = state?.money?.figure;
  const found = (state?.figures ?? []).filter(
    ({ figure, ended }) =>
      ended === null &&
      !figure.headline &&
      figure.unit === whole?.unit &&
      words.every(({ word }) => contentRoots(figure.label).includes(word)),
  );
  const [only, ...more] = found;
  return deal && only && more.length === 0 ? planOf(reading, deal, only.figure) : null;
}
const FOR_PART = gated(
  /\b(?:how much of .{3,80}?|of .{3,80}?,? how much) (?:is|was|are|were|went|goes|go|will go)(?: meant| set aside| reserved| earmarked)? (?:for|to|into|in|at) (?:the )?(.{3,40}?)[\s?.!]*$/i,
);
const PLACE_NOUNS: ReadonlySet<string> = new Set(contentRoots("campus site part side phase"));

/** Deals in which all who are named have a part. */
function commonDeals({ names, library }: Reading): string[] {
  const [first, ...others] = names.orgs.map((org) => (library.dealsOf.get(org) ?? []).map(({ id }) => id));
  return (first ?? []).filter((id) => others.every((ids) => ids.includes(id)));
}

/** The part in per cent of all, with both. */
function asShare({ asOf, dates }: Reading, deal: Deal, part: Figure): PlanInput | null {
  const state = outlineOn(deal, asOf);
  const whole = [state?.money, state?.size].find((entry) => entry?.figure.unit === part.unit)?.figure;
  if (!whole || whole.id === part.id) return null;
  const lines = [part, whole].map(({ label, id }) => ({
    label: `${deal.name}, ${label}`.slice(0, 80),
    expression: `@${deal.id}:${id}`,
  }));
  return evaluated([...lines, { label: "share", expression: "#1 / #2 in %" }], {
    title: `${lines[0]?.label} against ${lines[1]?.label}`.slice(0, 120),
    lead: [3, 1, 2],
    asOf: dates.asOf,
  });
}

/** Null where the question asks for no part, or the deal has none that is theirs. */
export function planOfPart(reading: Reading, attribute: Attribute | null, deal: Deal): PlanInput | null {
  const figure = figureOfPart(reading, attribute, deal);
  return figure && planOf(reading, deal, figure);
}

const planOf = ({ dates }: Reading, deal: Deal, figure: Figure): PlanInput => ({
  kind: "show-figure",
  subject: deal.id,
  attribute: figure.unit === "GW" ? "capacity" : "value",
  topic: "",
  figure: figure.id,
  asOf: dates.asOf,
});

/** "Vistra's part in the nuclear package", "only TerraPower": the largest figure that its label says is theirs. */
function figureOfPart(
  { question, names, library, asOf, dates }: Reading,
  attribute: Attribute | null,
  deal: Deal,
): Figure | null {
  const [org, ...others] = names.orgs.filter((id) => deal.parties.some((party) => party.org === id));
  if (!PART_OF.test(question) || ONE_OF_SEVERAL.test(question) || (attribute !== null && !OF_PARTS.has(attribute)))
    return null;
  const told = deal.events.flatMap(({ figures = [] }) => figures.map(({ label }) => WHOSE_PART.exec(label)?.[1]));
  const theirs = [org, ...others].filter((id) => id !== undefined && told.includes(orgName(library, id)));
  const [only, ...more] = theirs;
  if (only === undefined || more.length > 0) return null;
  const named = contentRoots([deal.name, ...deal.aliases, ...names.orgs.map((id) => orgName(library, id))].join(" "));
  if (soughtWords(question.replace(PART_OF, " ")).some(({ word, weak }) => !weak && !named.includes(word))) return null;
  const size = ({ low, high }: Figure) => high ?? low ?? 0;
  const year = /\b20\d\d\b/.exec(question)?.[0];
  const isOfYear = ({ term }: Figure) => Number(year !== undefined && term?.includes(year) === true);
  const [figure] = (stateOn(deal, (year ? null : dates.asOf) ?? asOf)?.figures ?? [])
    .filter(({ figure: { label }, ended }) => ended === null && WHOSE_PART.exec(label)?.[1] === orgName(library, only))
    .map((entry) => entry.figure)
    .sort((a, b) => isOfYear(b) - isOfYear(a) || size(b) - size(a));
  return figure ?? null;
}
/** Whose part of the whole a label says that a figure is. */
const WHOSE_PART = /^(.{2,40}?)(?::|['’]s (?:part|portion)\b)/;
