/** "What comes online in 2027", "what is due in H2 2026", "what is Anthropic expecting next year": what the records expect of a time to come. */

import type { DealKind } from "../../../knowledge/schema.ts";
import { blanked } from "../../knowledge/blanked.ts";
import { gated } from "../../knowledge/gated.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";

type Ahead = "opens" | "closes" | "ends" | "any";
const VERBS: readonly { ahead: Ahead; pattern: RegExp }[] = [
  {
    ahead: "opens",
    pattern:
      /\b(?:com(?:es?|ing) (?:on ?-?line|on ?-?stream|into (?:service|operation|use))|go(?:es|ing)? (?:live|on ?-?line)|switch(?:es|ed|ing)? on|energi[sz]\w+|open(?:s|ing)?|start(?:s|ing)?(?: (?:up|operating|operations|running|deliver\w+|production))?|restart(?:s|ing)?|(?:be |is |are )?(?:ready|operational|delivered|deployed|running|live|on ?-?line)|launch(?:es|ing)?|finish(?:ed|es|ing)?|built|done|up and running)\b/i,
  },
  { ahead: "closes", pattern: /\b(?:close[sd]?|closings?|complet(?:es?|ed|ing|ions?)|finali[sz]e[sd]?)\b/i },
  {
    ahead: "ends",
    pattern:
      /\b(?:expir(?:es?|ing|y)|ends?(?! of)|ending|runs? out|running out|(?:fall(?:s|ing)?|com(?:es?|ing)) due|matur(?:es?|ing))\b/i,
  },
  {
    ahead: "any",
    pattern:
      /\b(?:expect(?:ed|s|ing)?|due|scheduled|slated|planned|supposed to happen|set to happen|com(?:es?|ing)(?: up| next)?|lined up|on (?:the )?(?:calendar|agenda|deck|horizon)|in the pipeline|milestones?|happen(?:s|ing)?|to (?:come|watch|look out for)|next|ahead|in store)\b/i,
  },
];
const KINDS: readonly { pattern: RegExp; kinds: readonly DealKind[] }[] = [
  { pattern: /\b(?:reactors?|nuclear|power (?:plants?|deals?|contracts?)|ppas)\b/i, kinds: ["energy"] },
  { pattern: /\b(?:acquisitions?|takeovers?|purchases?|buyouts?)\b/i, kinds: ["acquisition"] },
  { pattern: /\bloans?\b/i, kinds: ["financing"] },
  {
    pattern: /\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?)\b/i,
    kinds: ["site", "joint-venture", "financing", "investment", "cloud-contract", "compute-purchase", "partnership"],
  },
];
/** What asks, what is meant by it in general, and words without a meaning of their own. */
const FILLER =
  /\b(?:so|and|but|ok(?:ay)?|hey|hi|please|what(?:['’]?s)?|whats|which|whatever|any|anything|everything|all|list|show|me|us|give|tell|is|are|was|were|be|being|the|a|an|of|for|with|at|in|on|by|from|to|until|before|during|over|will|would|should|do|does|did|has|have|there|that|this|it|its|their|new|more|else|still|going|set|ai|data|cent(?:er|re)s?|sites?|campus(?:es)?|projects?|plants?|reactors?|nuclear|facilit(?:y|ies)|capacity|compute|gigawatts?|gw|power|deals?|contracts?|agreements?|leases?|loans?|acquisitions?|takeovers?|purchases?|things?|events?|dates?|key|big|major|main|stuff|news|infrastructure|records?|according|when|supposed|meant|deliver(?:y|ies)|phases?|buildings?|units?|halls?|roll-?outs?|year|later|end|rest|remainder|half|quarter|we|i|can|could)\b|['’]s\b/gi;
const ASKS = gated(
  /^\W*(?:(?:so|and|but|ok(?:ay)?|hey|hi|please)\b[\s,]*)*(?:what|whats|which|any|anything|everything|all|list|show|give|tell|key|milestones?|expected|due|upcoming|coming)\b/i,
);
const NEXT_YEAR = gated(/\bnext year\b/i);
const REST_OF_YEAR = gated(
  /\b(?:later this year|(?:rest|remainder|end) of (?:this|the) year|this year|year[- ]end)\b/i,
);
/** These ask for a number, or for what was. */
const OTHERS = gated(/\b(?:how|why|who|whom|where|was|were|been|happened|changed|announced|signed|since)\b/i);

export const expectedInTime: ReadRule = {
  name: "expected-in-time",
  read(reading) {
    const { question, names, quantities, conversation, dates } = reading;
    if (!ASKS.test(question) || OTHERS.test(question)) return null;
    if (names.deals.length + names.people.length + names.places.length + quantities.length > 0 || names.orgs.length > 1)
      return null;
    if (conversation.plan !== null && names.orgs.length === 0 && conversation.deal !== null) return null;
    const verb = VERBS.find(({ pattern }) => pattern.test(question));
    const time = timeAhead(reading);
    if (!verb || !time || measuresIn(question).length > 0) return null;
    if (leftOf(reading, verb.pattern).length > 0 || dates.asOf !== null) return null;
    return {
      kind: "show-timeline",
      subject: names.orgs[0] ?? null,
      since: time.since,
      until: time.until,
      ahead: verb.ahead,
      dealKinds: [...(KINDS.find(({ pattern }) => pattern.test(question))?.kinds ?? [])],
      asOf: null,
    };
  },
};

/** A time that reaches beyond the day that is spoken of. */
function timeAhead({ question, dates, asOf }: Reading): { since: string; until: string } | null {
  const year = Number(asOf.slice(0, 4));
  if (NEXT_YEAR.test(question)) return { since: `${year + 1}`, until: `${year + 1}` };
  const said = dates.until ?? dates.since ?? dates.lately?.until ?? dates.mentioned.at(-1);
  if (said === undefined || dates.lately?.until === asOf)
    return REST_OF_YEAR.test(question) ? { since: asOf.slice(0, 7), until: `${year}` } : null;
  if (said.length === 4 && REST_OF_YEAR.test(question)) return { since: asOf.slice(0, 7), until: said };
  if (said < asOf.slice(0, said.length)) return null;
  const before = /\b(?:before|by|until|till|up to)\b/i.test(question);
  const since = (before ? null : (dates.since ?? dates.lately?.since)) ?? (before ? asOf.slice(0, 7) : said);
  const after = dates.until === null && /\b(?:after|from|beyond)\b/i.test(question);
  return { since, until: after ? "2099" : said };
}

/** Words that nothing here reads: the question asks for something in particular, then. */
function leftOf({ question, names, dates }: Reading, verb: RegExp): string[] {
  const text = blanked(question, [...names.mentions, ...dates.spans, ...(dates.lately ? [dates.lately] : [])]);
  const all = VERBS.reduce(
    (left, { pattern }) => left.replace(new RegExp(pattern, "gi"), " "),
    text.replace(verb, " "),
  );
  return (
    all
      .replace(/\b(?:20\d\d|[qh][1-4]|first|second|third|fourth|next|mid|early|late)\b/gi, " ")
      .replace(FILLER, " ")
      .match(/[\p{L}\d]+/gu) ?? []
  );
}
