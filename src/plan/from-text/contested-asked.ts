/** "Which deals are contested", "what do the sources disagree on about the Talen contract": what the records note of it. */
import { gated } from "../../knowledge/gated.ts";
import { chooseDeal } from "./choose-deal.ts";
import type { Reading, ReadRule } from "./reading.ts";

const SOURCES = "(?:sources?|reports?|outlets?|media|press|accounts?|pages?|papers?|records?|numbers|figures|people)";
const DIFFER = "(?:disagree\\w*|differ|conflict(?:ing)?|contradict\\w*|diverge|clash|vary|at odds)";
const ASKED = new RegExp(
  String.raw`\b(?:contested|disputed|conflicting|contradictory|inconsistent|discrepanc(?:y|ies)|contradictions?)\b|\b${SOURCES} (?:that )?(?:do |does |really |actually )?(?:not agree|${DIFFER})\b|\b${DIFFER} (?:sources|reports|accounts|numbers|figures)\b|\b(?:do|does|did) (?:(?:all|both|the|your|other|most|these) )*${SOURCES} (?:(?:all|really|actually|even|fully) )*agree\b|\b(?:is|are) (?:(?:all|the|your) )*${SOURCES} (?:all )?(?:in agreement|agreed|unanimous|consistent)\b|\b(?:is|does) (?:everyone|everybody|anyone|anybody) (?:agreed?|disagrees?)\b|\bagreed (?:up)?on by (?:all|everyone|everybody|the sources)\b`,
  "i",
);
/** By yes or no, and by whom, is asked of one thing. */
const ONE = gated(/\b(?:who|when|how much|how many|court|lawsuit|sued?|vote)\b/i);
const LIST = gated(/\b(?:deals|contracts|sites|records|agreements|financings|acquisitions|leases|loans)\b/i);

export const contestedAsked: ReadRule = {
  name: "contested",
  read(reading) {
    const { question, names, dates, conversation } = reading;
    if (!ASKED.test(question) || ONE.test(question)) return null;
    const deal =
      names.deals[0] ??
      (names.orgs.length + names.places.length > 0 && !LIST.test(question) ? meant(reading) : undefined);
    const subject = deal ?? (names.mentions.length === 0 && !LIST.test(question) ? conversation.deal : null);
    // After a company's figure no deal that was spoken of before is meant; its other versions are said with it.
    const last = conversation.plan;
    if (last?.kind === "show-metric" && names.mentions.length === 0 && !LIST.test(question)) return { ...last };
    if (subject)
      return { kind: "show-figure", subject, attribute: "contested", topic: question, form: "open", asOf: dates.asOf };
    if (names.people.length > 0 || names.orgs.length > 1) return null;
    return {
      kind: "find-deals",
      parties: [...names.orgs],
      contested: true,
      sort: "newest",
      asOf: dates.asOf,
    };
  },
};

/** The deal that the words beside the question's own tell. */
function meant(reading: Reading): string | undefined {
  const question = reading.question.replace(ASKED, " ");
  return chooseDeal({ ...reading, question })[0]?.deal.id;
}
