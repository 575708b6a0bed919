/** What one of several parties puts in, or gets, where they share a deal's money: "what did OpenAI itself invest in SB Energy". */
import type { FigureOf } from "../../knowledge/schema.ts";
import type { StandingFigure } from "../knowledge/as-of.ts";
import { family, readNames } from "../knowledge/resolve.ts";
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
  const named = new Set(readNames(library, topic).orgs.flatMap((id) => [...family(library, id)]));
  const between = legs.filter(({ from, to }) => named.has(from) && named.has(to));
  // Whoever is at an end of every leg tells none from another.
  const chosen = between.length > 0 ? between : legs.filter(({ from, to }) => named.has(from) || named.has(to));
  if (chosen.length === legs.length && !EACH.test(topic) && !(beside && between.length > 0)) return [];
  return chosen.map(({ standing }) => standing);
}
const INVESTS =
  /\b(?:invest(?:s|ed|ing|ment)?|equity|(?:put|puts|putting|poured?|sunk|ploughed)\b(?! at\b).{0,40}\b(?:in|into)|cheques?|checks?)\b/i;
const EACH = /\b(?:each|respectively|apiece|per company|individually)\b/i;

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
