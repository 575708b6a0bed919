/** "How long does that one run?" after a part of a deal: what stands beside that amount, and not the term of another part. */
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";

const LENGTH = gated(
  /^(?:(?:for|over) )?(?:how (?:long|many years)(?: (?:is|does|will|would|did) (?:that|it|this|they|the (?:contract|deal|lease|agreement|loan))(?: one)?(?: (?:run|last|go|be))?(?: for)?)?|(?:what(?:['’]s| is) )?(?:the |its )?(?:term|length|duration)(?: of (?:that|it|this)(?: one)?)?|over what (?:period|time))[\s?.!]*$/i,
);
const RUNS = gated(
  /\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)[- ](?:years?|months?)|years?|through|until|to 20\d\d|from 20\d\d)\b/i,
);

/** What may be added is not how long it runs. */
const OPTIONS = gated(/\b(?:options?|extensions?|renewals?)\b/i);

export const lengthOfShown: ReadRule = {
  name: "length-of-shown",
  read(reading) {
    const deal = dealOnTable(reading);
    if (!deal || reading.conversation.plan?.kind !== "show-figure" || reading.names.mentions.length > 0) return null;
    if (!LENGTH.test(bareOf(reading.question).text)) return null;
    const shown = kindShown(reading, deal);
    return shown && shown.headline !== true && RUNS.test(shown.term ?? "") && !OPTIONS.test(shown.term ?? "")
      ? {
          kind: "show-figure",
          subject: deal.id,
          attribute: "term",
          topic: "",
          figure: shown.id,
          asOf: reading.dates.asOf,
        }
      : null;
  },
};
