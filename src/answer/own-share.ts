/** What one of several parties puts in, or gets, where they share a deal's money: "what did OpenAI itself invest in SB Energy". */

import type { FigureOf } from "../../knowledge/schema.ts";
import { isMoney, type StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import { namesNobodyElse } from "../knowledge/label-names.ts";
import { soughtWords } from "../knowledge/question-words.ts";
import { family, orgName, readNames } from "../knowledge/resolve.ts";
import { contentRoots } from "../knowledge/words.ts";
import type { Asked } from "./show-figure.ts";

type Leg = { from: string; to: string; standing: StandingFigure };

/** The figures of the legs between those who are named; none where the words mean the whole. */
export function ownShares({ state, context, topic }: Asked): StandingFigure[] {
  const { money } = state;
  if (!money) return [];
  const of = INVESTS.test(topic) ? "equity" : money.figure.of;
  // Where what is invested is not what the deal is worth, one alone may have invested.
  const beside = of !== money.figure.of;
  const legs = legsIn(state, of, money);
  if (legs.length < 2 && !beside) return [];
  const { library } = context;
  if (BETWEEN_THEM.test(topic)) return [];
  const named = new Set(readNames(library, topic).orgs.flatMap((id) => [...family(library, id)]));
  const between = legs.filter(({ from, to }) => named.has(from) && named.has(to));
  // Whoever is at an end of every leg tells none from another.
  const chosen = between.length > 0 ? between : legs.filter(({ from, to }) => named.has(from) || named.has(to));
  if (chosen.length === legs.length && !EACH.test(topic) && !(beside && between.length > 0)) return [];
  return chosen.map(({ standing }) => standing);
}
const INVESTS = gated(
  /\b(?:invest(?:s|ed|ing|ment)?|equity|(?:put|puts|putting|poured?|sunk|ploughed)\b(?! at\b).{0,40}\b(?:in|into)|cheques?|checks?)\b/i,
);
/** What they put in together is the sum. */
const BETWEEN_THEM = gated(/\b(?:between them|jointly|together|combined|in all|altogether)\b/i);
const EACH = gated(/\b(?:each|respectively|apiece|per company|individually)\b/i);

/** What is paid in money of that kind, where it is shared: each pair with one amount of its own. */
function legsIn({ deal, figures }: Asked["state"], of: FigureOf, money: StandingFigure): Leg[] {
  const pairs = new Map<string, Leg>();
  for (const { from, to, what, figure } of deal.flows) {
    if (what !== "cash" && what !== "debt") continue;
    const standing = figures.find((entry) => entry.figure.id === figure && entry.ended === null);
    if (!standing || standing.figure.of !== of || standing.figure.per) continue;
    const key = `${from}>${to}`;
    // Of several amounts between two the words choose.
    if (standing === money || (pairs.has(key) && pairs.get(key)?.standing !== standing)) return [];
    pairs.set(key, { from, to, standing });
  }
  return [...pairs.values()];
}

/** The percentage whose label begins with the one who is said to hold it: "Meta's share of the joint venture"; null where none does. */
export function shareOfHolder({ state, context: { library }, topic }: Asked): StandingFigure | null {
  const holder = library.names
    .find(topic)
    .find(
      ({ start, end, refs }) =>
        refs.some(({ type }) => type === "org") &&
        ((HOLDS.test(topic.slice(end)) && /\b(?:does|do|did|will|would|is|are|by)\s+$/i.test(topic.slice(0, start))) ||
          (/\b(?:is|are|was|were)\s+$/i.test(topic.slice(0, start)) && /^['’]s[\s?.!]*$/.test(topic.slice(end)))),
    )
    ?.refs.find(({ type }) => type === "org")?.id;
  if (holder === undefined) return null;
  const name = orgName(library, holder).toLowerCase();
  return (
    state.figures.find(
      ({ figure, ended }) =>
        ended === null &&
        figure.unit === "percent" &&
        /^\S+(?: \S+)?['’]s? (?:share|stake|part)\b/i.test(figure.label) &&
        figure.label.toLowerCase().startsWith(`${name}'s`),
    ) ?? null
  );
}
const HOLDS = /^\s+(?:actually |now |still |itself )*(?:own|hold|keep|have|get|retain)s?\b/i;

/** Where a deal values several, that of the one who is named. */
export function valueOfNamed({ topic, state, context: { library } }: Asked): StandingFigure | null {
  const orgs = new Set(
    library.names.find(topic).flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : []))),
  );
  const [org, ...more] = orgs;
  const values = state.figures.filter(
    ({ figure, ended }) => !ended && (figure.of === "valuation" || figure.of === "acquisition") && isMoney(figure.unit),
  );
  if (org === undefined || more.length > 0 || values.length < 2) return null;
  const theirs = values.filter(({ figure }) => namesNobodyElse(library, state.deal, figure.label, org));
  return theirs.length === 1 ? (theirs[0] ?? null) : null;
}

/** "How many MW from TerraPower" in a package of several: the sizes whose labels begin with the one who is named, and nobody else. */
export function sizesOfNamed({ topic, state: { deal, figures }, context: { library } }: Asked): StandingFigure[] {
  const named = readNames(library, topic).orgs;
  const own = figures.filter(({ figure, ended }) => ended === null && figure.unit === "GW" && WHOSE.test(figure.label));
  const whose = ({ figure }: StandingFigure) => WHOSE.exec(figure.label)?.[1] ?? "";
  const owners = new Set(own.map(whose));
  const [only, ...more] = [...owners].filter((name) => named.some((org) => orgName(library, org) === name));
  if (only === undefined || more.length > 0 || owners.size < 2) return [];
  const known = new Set(
    contentRoots([deal.name, ...deal.aliases, ...named.map((id) => orgName(library, id))].join(" ")),
  );
  const others = soughtWords(topic).filter(({ word, weak }) => !weak && !known.has(word));
  return others.length > 0 ? [] : own.filter((entry) => whose(entry) === only);
}
const WHOSE = /^(\p{Lu}[^:]{1,40}): /u;
