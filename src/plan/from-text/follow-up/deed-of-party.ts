/** "Did OpenAI sign?", "has Microsoft committed to it?": of a party of the deal on the table, whether it has come so far. */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 7;
const ASKS = gated(
  /^(?:did|has|have|had|is|was)(?:n['’]t)? \S+(?: \S+){0,2}? (?:ever |actually |already |really |even |yet )*(?:sign(?:ed)?(?: (?:it|anything|up|on|off|a contract))?|commit(?:ted)?(?: to (?:it|that|anything))?|agree(?:d)?(?: to (?:it|that))?|pull(?:ed)? out|walk(?:ed)? away|drop(?:ped)? (?:it|out)|back(?:ed)? out|close(?:d)? it)(?: yet| already| in the end)?[\s?.!]*$/i,
);

const OF_A_DEAL: ReadonlySet<PlanInput["kind"]> = new Set([
  "show-figure",
  "show-deal",
  "evaluate",
  "show-changes",
  "show-timeline",
]);

export const deedOfParty: ReadRule = {
  name: "deed-of-party",
  read(reading) {
    const { question, names, conversation, dates } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    const { text } = bareOf(question);
    if (!deal || last === undefined || !OF_A_DEAL.has(last)) return null;
    if (!ASKS.test(text) || text.split(/\s+/).length > MAX_WORDS || names.deals.length > 0) return null;
    if (names.orgs.length !== 1 || !familyHasPart(reading, deal)) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "status",
      topic: text.slice(0, 400),
      form: "yes-no",
      asOf: dates.asOf,
    };
  },
};
