/** "How much did OpenAI itself get from the share sale": of whoever got none of the money, the sentence that says so. */
import { gated } from "../knowledge/gated.ts";
import { orgName } from "../knowledge/resolve.ts";
import type { Asked, Direct } from "./show-figure.ts";

export function gotNothing({ draft, state, topic, context: { library } }: Asked): Direct {
  if (!GETS.test(topic)) return null;
  const orgs = library.names
    .find(topic)
    .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : [])));
  const fact = state.facts.find(({ text }) => {
    const [, who = ""] = GOT_NONE.exec(text) ?? [];
    return orgs.some((org) => who.includes(orgName(library, org)));
  });
  return fact
    ? { headline: [{ text: `${state.deal.name}: ` }, draft.sourced(fact.text, state.deal, fact.sources)] }
    : null;
}
const GETS = gated(
  /\b(?:how much|what) (?:\w+ )?(?:did|does|do|will|would|has|have) .{2,40}\b(?:get|got|receive[ds]?|pocket(?:ed)?|make|made|see|seen)\b/i,
);
const GOT_NONE = /^(.{2,40}?) (?:got|gets|received|receives) no (?:new )?(?:money|cash|proceeds)\b/i;
