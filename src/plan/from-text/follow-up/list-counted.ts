/** After a list: "how many is that", "how many are there": the list says how many it holds. */
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

const HOW_MANY = gated(
  /^(?:how many|what(?:['’]s| is) the (?:count|number)|count(?: them| those)?)(?: (?:is|are|was|were))?(?: (?:that|those|these|they|there|it|in (?:total|all)|all together|altogether|deals|of (?:them|those)))*[\s?.!]*$/i,
);

export const listCounted: ReadRule = {
  name: "list-counted",
  read: ({ question, conversation: { plan } }) =>
    plan?.kind === "find-deals" && HOW_MANY.test(bareOf(question).text)
      ? { ...plan, rank: false, place: 1, limit: 200 }
      : null,
};
