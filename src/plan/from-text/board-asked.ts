/** "Which director did Meta put on Scale AI's board": where a record denies the seats or the votes, that is the answer, and no name is missing. */
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { family } from "../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "./reading.ts";

const ASKED = gated(
  /\b(?:board(?:room)?s?|directors?|(?:board )?seats?|votes?|voting|non-?voting|proxy)\b(?=.*\b(?:board|director|seats?|votes?|voting|shares?|stake|control|rights?)\b|.{0,40}$)/i,
);
const DENIED = /\b(?:no (?:votes?|board|seats?|voting)|non-?voting|without (?:votes|voting|a (?:board )?seat))\b/i;
const OF_VOTES = gated(/\b(?:board|seats?|votes?|voting|directors?)\b/i);

/** Who heads one company stands for it; of anybody else nothing is told by what it got. */
const firmsOf = (library: Library, people: readonly string[]): string[] =>
  people.map((id) => {
    const roles = library.people.get(id)?.roles ?? [];
    return (roles.length === 1 && HEADS.test(roles[0]?.title ?? "") && roles[0]?.org) || id;
  });
const HEADS = /\b(?:chief executive|ceo|chair\w*|founder)\b/i;

export const boardAsked: ReadRule = {
  name: "board",
  read({ question, names, library, dates, asOf }: Reading) {
    if (!ASKED.test(question)) return null;
    const orgs = [...new Set([...names.orgs, ...firmsOf(library, names.people)])];
    const groups = orgs.map((org) => family(library, org));
    const [named, ...others] = names.deals;
    if (others.length > 0 || (!named && orgs.length !== 2)) return null;
    const deals = named
      ? [library.deals.get(named)]
      : (library.dealsOf.get(orgs[0] ?? "") ?? []).filter(({ parties }) =>
          groups.every((group) => parties.some(({ org }) => group.has(org))),
        );
    for (const deal of deals) {
      const fact = deal?.facts.find(
        ({ text, known }) => DENIED.test(text) && OF_VOTES.test(text) && (known ?? "") <= asOf,
      );
      if (deal && fact)
        return {
          kind: "show-figure",
          subject: deal.id,
          attribute: "fact",
          topic: fact.text.slice(0, 300),
          asOf: dates.asOf,
        };
    }
    return null;
  },
};
