/** "Show me the circular money between Nvidia, OpenAI and Oracle": who pays whom, and what comes back. */
import { gated } from "../../knowledge/gated.ts";
import type { ReadRule } from "./reading.ts";

const MONEY_ROUND = gated(
  /\b(?:circular\w*|round[\s-]?trip\w*|money[\s-](?:loops?|flows?|go(?:es)?|mov\w+|com(?:e|es|ing))|(?:loops?|flows?|circles?) of (?:money|cash|funds)|flows? (?:between|among|from|of)|how (?:does|do|is) (?:the )?money\b.*\b(?:flow|go|move|com)\w*|who pays (?:who|whom)|pays? whom|recycl\w+|come[s]? back to|money loops?|loops? (?:between|among|with))\b/i,
);
/** The debate about it, or what the word means. */
const DEBATE = gated(
  /\b(?:critic\w*|concern\w*|worr\w*|accus\w*|why|argu\w*|defend\w*|call(?:s|ed)|labell?ed|likened|described|compar\w+|said|says?|think\w*|respon\w*|mean(?:s|t)?|define|definition|opinion)\b/i,
);

/** Asks for the one who said so. */
const WHICH_ONE = gated(
  /\b(?:which|what) (?:analysts?|banks?|people|persons?|outlets?|papers?|newspapers?|brokers?|(?:wall st(?:reet|\.)? )?(?:names|houses|firms|desks|voices)|commentators?|observers?|experts?)\b/i,
);

export const flows: ReadRule = {
  name: "flows",
  read({ question, names, dates, conversation }) {
    // What is circular about a deal is what its critics say.
    if (
      /\b(?:what(?:['’]s| is| makes| was)|in what (?:sense|way)|(?:^|\W)(?<!show me )how (?:is|are|was))\b.{0,40}\bcircular\b/i.test(
        question,
      )
    )
      return null;
    const last = conversation.plan?.kind === "trace-flows" ? conversation.plan : null;
    if (
      last &&
      names.orgs.length === 1 &&
      names.deals.length === 0 &&
      /^(?:and|what about|how about)\b/i.test(question)
    )
      return { ...last, parties: [...last.parties.slice(0, 1), ...names.orgs], asOf: dates.asOf ?? last.asOf };
    if (
      WHICH_ONE.test(question) ||
      !MONEY_ROUND.test(question) ||
      /\bcash[\s-]flows?\b/i.test(question) ||
      DEBATE.test(question)
    )
      return null;
    if (names.deals.length > 0 || names.people.length > 0) return null;
    const all = /\b(?:deals?|money|loops?|flows?|largest|shortest|biggest|every|all)\b/i.test(question);
    return names.orgs.length > 0 || all
      ? { kind: "trace-flows", parties: names.orgs.slice(0, 4), asOf: dates.asOf }
      : null;
  },
};
