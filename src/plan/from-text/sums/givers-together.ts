/** "How much did OpenAI and SoftBank together put into Stargate": what each of several has put into one deal, added up. */
import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import { ADDS_UP, PLUS_SIGN } from "../asks.ts";
import { givenBy } from "../part-of-sum.ts";
import type { Reading } from "../reading.ts";
import { evaluated, type ReadSum } from "./sum.ts";

const [FEWEST, MOST] = [2, 6];
const MONEY = gated(
  /\b(?:equity|money|cash|put(?:s|ting)?|invest\w*|contribut\w*|stakes?|pledge[sd]?|commit\w*|len[dt]|loans?)\b/i,
);
const TOGETHER = gated(/\b(?:together|combined|between them|jointly|in (?:all|total))\b/i);

export const giversTogether: ReadSum = ({ reading, terms, words }) => {
  const { names, library, dates } = reading;
  if (names.orgs.length < FEWEST || names.orgs.length > MOST || names.deals.length > 1) return null;
  if (!MONEY.test(words) || !(ADDS_UP.test(words) || PLUS_SIGN.test(words) || TOGETHER.test(words))) return null;
  if (terms.some(({ kind }) => kind !== "year")) return null;
  const [only, ...more] = dealsAsked(reading);
  if (!only || more.length > 0) return null;
  const { deal, given } = only;
  const lines = given.map(({ org, figure }) => ({
    label: `${orgName(library, org)}, in ${deal.name}`.slice(0, 80),
    expression: `@${deal.id}:${figure.id}`,
  }));
  const all = lines.map((_line, index) => `#${index + 1}`).join(" + ");
  return evaluated([...lines, { label: "together", expression: all }], {
    title: `What they put into ${deal.name}`.slice(0, 120),
    lead: [lines.length + 1, ...lines.slice(0, 5).map((_line, index) => index + 1)],
    asOf: dates.asOf,
  });
};

type Given = { deal: Deal; given: { org: string; figure: Figure }[] };

/** The deal that is named, or those of all who are named, in which each giver has put something of its own; whoever stands behind "into" gets it. */
function dealsAsked({ question, names, library, asOf }: Reading): Given[] {
  const getters = new Set(
    names.mentions.flatMap(({ refs, start }) =>
      INTO.test(question.slice(0, start)) ? refs.flatMap(({ type, id }) => (type === "org" ? [id] : [])) : [],
    ),
  );
  const givers = names.orgs.filter((org) => !getters.has(org));
  if (givers.length < FEWEST) return [];
  const common = (library.dealsOf.get(givers[0] ?? "") ?? []).filter((deal) =>
    names.orgs.every((org) => deal.parties.some((party) => party.org === org)),
  );
  const named = names.deals.flatMap((id) => library.deals.get(id) ?? []);
  return (named.length > 0 ? named : getters.size > 0 ? common : []).flatMap((deal) => {
    const given = givers.flatMap((org) => {
      const figure = givenBy(library, deal, org, asOf);
      return figure ? [{ org, figure }] : [];
    });
    return given.length === givers.length ? [{ deal, given }] : [];
  });
}
const INTO = /\b(?:in|into|to) (?:the )?$/i;
