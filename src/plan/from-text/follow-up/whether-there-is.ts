/** "Does Meta get a warrant as well?", "any termination fee?": where the record has an amount that is called so, that amount. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 12;
const THING =
  "warrants?|guarantees?|backstops?|prepayments?|upfront payments?|down ?payments?|deposits?|(?:termination|break-?up|break) fees?|(?:renewal |extension |purchase )?options?|collars?|earn-?outs?|greenshoe";
const ASKS = new RegExp(
  String.raw`^(?:(?:does|do|did|will|would|has|have|is|are|was|were)\b.{0,40}?\b(?:an? |any |the )?|(?:any|is there an?|are there any) )(${THING})(?: (?:as well|too|also|in it|in (?:that|this)(?: deal)?|on it|attached|included|involved|for (?:it|that|them)|of (?:its|their) own))*(?:,? (?:just )?(?:like|as) [\w.& '’-]{2,30})?[\s?.!]*$`,
  "i",
);

/** "Warrants?" is asked how many. */
const BARE = gated(/^(?:the |its )?(warrants?|greenshoe|collars?|earn-?outs?)[\s?.!]*$/i);

export const whetherThereIs: ReadRule = {
  name: "whether-there-is",
  read(reading) {
    const { text } = bareOf(reading.question);
    const thing = text.split(/\s+/).length <= MAX_WORDS ? (ASKS.exec(text) ?? BARE.exec(text))?.[1] : undefined;
    const deal = dealOnTable(reading);
    const another = deal && thing === undefined ? ofAnother(reading, deal, text) : null;
    if (another) return another;
    if (!thing || !deal || reading.names.deals.length > 0) return null;
    // Whoever it is compared with has another one.
    const [of = ""] = text.split(/,? (?:just )?like /i);
    const others = reading.library.names.find(of).some(({ refs }) => refs.some(({ type }) => type === "org"));
    if (others && !familyHasPart(reading, deal) && of === text) return null;
    return figureCalled(reading, deal, thing);
  },
};

/** The only amount of a deal that is called so: of a warrant the shares. */
function figureCalled({ asOf, dates }: Reading, deal: Deal, thing: string): PlanInput | null {
  const words = contentRoots(thing);
  const called = (stateOn(deal, asOf)?.figures ?? []).filter(({ figure, ended }) => {
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
    asOf: dates.asOf,
  };
}

/** "Does Meta have one of these too?" after a warrant: that of the one deal with a partner of this one in which they have a part. */
const ONE = gated(
  /^(?:does|do|did|has|have|is|was) .{2,30}? (?:also )?(?:have|has|had|hold|get|gets|got|gotten|receive|received|own|given|getting) (?:one|any|something|anything)(?: (?:of|like) (?:these|those|them|that|it|this))?(?: (?:too|as well|also))?[\s?.!]*$/i,
);
const THINGS = new RegExp(String.raw`\b(${THING})\b`, "i");
function ofAnother(reading: Reading, deal: Deal, text: string): PlanInput | null {
  const { names, conversation, library } = reading;
  const [org, ...more] = names.orgs;
  const thing = THINGS.exec(`${conversation.asked ?? ""} ${kindShown(reading, deal)?.label ?? ""}`)?.[1];
  if (org === undefined || more.length > 0 || !thing || !ONE.test(text)) return null;
  const theirs = family(library, org);
  if (deal.parties.some((party) => theirs.has(party.org))) return null;
  const partners = new Set(deal.parties.map((party) => party.org));
  const found = library.knowledge.deals.flatMap((other) =>
    other.parties.some((party) => theirs.has(party.org)) && other.parties.some((party) => partners.has(party.org))
      ? (figureCalled(reading, other, thing) ?? [])
      : [],
  );
  if (found.length === 0) return { kind: "decline", reason: "undisclosed", about: reading.question.slice(0, 200) };
  return found.length === 1 ? (found[0] ?? null) : null;
}
