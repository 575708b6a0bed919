/** "Who raised its capex guidance the most": by how much each has changed it the records are not sorted, and a level is no change. */
import type { Measure } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** What somebody raises beside these is money. */
const CHANGED: ReadonlySet<Measure> = new Set([
  "capex",
  "capex-guidance",
  "revenue",
  "run-rate-revenue",
  "revenue-target",
  "backlog",
  "cash-burn",
  "operating-loss",
  "net-loss",
]);
const BY_CHANGE = gated(
  /\b(?:rais(?:e[ds]?|ing)|lift(?:s|ed)?|hik(?:es?|ed)|increas(?:es?|ed|ing)|gr(?:ow|ows|ew|own|owing)|cuts?|cutting|trim(?:s|med)?|slash(?:es|ed)?|boost(?:s|ed)?|bump(?:s|ed)?|upped|moved?|chang(?:es?|ed)|jump(?:s|ed)?|r[io]sen?|climb(?:s|ed)?|accelerat\w+)\b.{0,60}\b(?:(?:by )?the (?:most|least|furthest|fastest)|most|fastest)\b(?! (?:of|recent\w*|likely|expensive|valued)\b)|\b(?:biggest|largest|steepest|sharpest|fastest|strongest) (?:percentage )?(?:increases?|rises?|raises?|hikes?|jumps?|growth|gains?|cuts?|drops?|changes?|revisions?)\b/i,
);
const OF_SEVERAL =
  /^\W*(?:(?:so|and|but|ok|hey|of)\b[\s,]*)*(?:which|who(?:se)?|what (?:compan|hyperscaler|firm|lab)\w*)\b|\bamong\b|\bof the (?:\w+ )?(?:hyperscalers|companies|labs|clouds|neoclouds|big (?:four|five))\b/i;

export const changeRanking: ReadRule = {
  name: "change-ranking",
  read: ({ question, names }: Reading) =>
    BY_CHANGE.test(question) &&
    OF_SEVERAL.test(question) &&
    names.deals.length === 0 &&
    names.orgs.length !== 1 &&
    measuresIn(question).some((measure) => CHANGED.has(measure))
      ? { kind: "decline", reason: "not-narrowed", about: "how much each has changed" }
      : null,
};
