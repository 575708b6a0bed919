/** "Nvidia's part?" of a deal that Nvidia has a part in, and whose record has no figure of it: what its sentences say of them. */
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 6;
const PART = /\b(?:part|piece|slice|portion|bit|contribution|chunk|cut|role)\b/i;

export const partOfParty: ReadRule = {
  name: "part-of-party",
  read(reading) {
    const { question, names, conversation, dates } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    const { text } = bareOf(question);
    if (!deal || (last !== "show-figure" && last !== "show-deal") || text.split(/\s+/).length > MAX_WORDS) return null;
    if (names.orgs.length !== 1 || !PART.test(text) || !familyHasPart(reading, deal)) return null;
    return { kind: "show-figure", subject: deal.id, attribute: "fact", topic: text, asOf: dates.asOf };
  },
};
