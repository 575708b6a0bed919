/** "How many billions did Washington guarantee for OpenAI": what a record says of a state's guarantees, and no sum of some loan. */
import { gated } from "../../knowledge/gated.ts";
import type { Reading, ReadRule } from "./reading.ts";

const STATE = gated(
  /(?<!\bport )\b(?:washington(?! (?:state|county|post))|uncle sam|the feds|(?:us|u\.s\.|american|federal|national|trump)(?:['’]s)? (?:government|state|administration|treasury|taxpayers?)|(?:the )?government|federal|white house|congress|(?:us )?treasury|taxpayers?(?:['’])?|public (?:money|purse))\b/i,
);
const BACKS = gated(
  /\b(?:guarante\w+|backstop\w*|bail(?:s|ed|ing)?[- ]?outs?|bailouts?|back(?:s|ed|ing)?|underwr\w+)\b/i,
);
/** What somebody said of it, why and when is asked of the sentences themselves. */
const OF_WORDS = gated(
  /\b(?:who|whom|why|when|says?|said|tells?|told|remarks?|comments?|float(?:ed|s)?|flap|row|episode|den(?:y|ied)|letter|ask(?:ed|s)?|want(?:ed|s)?|request\w*|remind|about)\b/i,
);

/** The government of another country. */
const OF_ANOTHER = gated(
  /(?<![\w.])(?!u\.s\.|(?:us|american|federal|the|a|which|any|what|no|some|with|by|of|from|and|central|national|trump)\b)[a-z][\w.-]+(?:['’]s)? government\b/i,
);

export const stateGuarantee: ReadRule = {
  name: "state-guarantee",
  read({ question, names, library, dates, conversation }: Reading) {
    if (conversation.plan !== null || !STATE.test(question) || !BACKS.test(question) || OF_WORDS.test(question))
      return null;
    const programmes = names.deals.filter((id) => (library.deals.get(id)?.part_of.length ?? 0) > 0);
    if (programmes.length + names.people.length > 0 || names.orgs.length !== 1 || OF_ANOTHER.test(question))
      return null;
    for (const { id, orgs, facts } of library.knowledge.topics) {
      const fact = orgs.some((org) => names.orgs.includes(org))
        ? facts.find(({ about, text }) => about === "guarantee" && /\b(?:no|nor|not|neither|never)\b/i.test(text))
        : undefined;
      if (fact) return { kind: "show-topic", topic: id, words: fact.text.slice(0, 400), asOf: dates.asOf };
    }
    return null;
  },
};
