/** "Does Meta get a warrant as well?", "any termination fee?": where the record has an amount that is called so, that amount. */
import { stateOn } from "../../../knowledge/as-of.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 12;
const THING =
  "warrants?|guarantees?|backstops?|prepayments?|upfront payments?|down ?payments?|deposits?|(?:termination|break-?up|break) fees?|(?:renewal |extension |purchase )?options?|collars?|earn-?outs?|greenshoe";
const ASKS = new RegExp(
  String.raw`^(?:(?:does|do|did|will|would|has|have|is|are|was|were)\b.{0,40}?\b(?:an? |any |the )?|(?:any|is there an?|are there any) )(${THING})(?: (?:as well|too|also|in it|in (?:that|this)(?: deal)?|on it|attached|included|involved|for (?:it|that|them)|of (?:its|their) own))*(?:,? (?:just )?(?:like|as) [\w.& '’-]{2,30})?[\s?.!]*$`,
  "i",
);

/** "Warrants?" is asked how many. */
const BARE = /^(?:the |its )?(warrants?|greenshoe|collars?|earn-?outs?)[\s?.!]*$/i;

export const whetherThereIs: ReadRule = {
  name: "whether-there-is",
  read(reading) {
    const { text } = bareOf(reading.question);
    const thing = text.split(/\s+/).length <= MAX_WORDS ? (ASKS.exec(text) ?? BARE.exec(text))?.[1] : undefined;
    const deal = dealOnTable(reading);
    if (!thing || !deal || reading.names.deals.length > 0) return null;
    // Whoever it is compared with has another one.
    const [of = ""] = text.split(/,? (?:just )?like /i);
    const others = reading.library.names.find(of).some(({ refs }) => refs.some(({ type }) => type === "org"));
    if (others && !familyHasPart(reading, deal) && of === text) return null;
    const words = contentRoots(thing);
    const called = (stateOn(deal, reading.asOf)?.figures ?? []).filter(({ figure, ended }) => {
      const own = new Set(contentRoots(figure.label));
      return ended === null && words.every((word) => own.has(word));
    });
    const shares = called.filter(({ figure }) => figure.unit === "shares");
    const [only, ...more] = shares.length > 0 ? shares : called;
    if (!only || more.length > 0) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: only.figure.unit === "shares" ? "count" : "value",
      topic: only.figure.label,
      figure: only.figure.id,
      asOf: reading.dates.asOf,
    };
  },
};
