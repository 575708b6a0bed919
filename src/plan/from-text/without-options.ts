/** "Base value of the lease, ex renewals": of a deal that also gives what it comes to with its options, the amount without them. */

import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

const OPTIONS = "(?:renewal|extension|option)(?:s| options?| periods?| terms?)?";
const ALL = "(?:(?:all|the|any|its|both|every|counting|exercising) )*";
const WITHOUT = new RegExp(
  [
    String.raw`\b(?:ex|ex-|excl\.?|excluding|exclusive of|without|before|not counting|not including|leaving out|leaving aside|setting aside|ignoring|net of|minus|less|no)[\s-]+${ALL}${OPTIONS}\b`,
    String.raw`\b(?:(?:leav|tak|sett|strip+|keep|putt)ing|with) ${ALL}${OPTIONS} (?:out|aside|apart|off|excluded|stripped out|left out|left aside|ignored)\b`,
    String.raw`\b${OPTIONS} (?:(?:are|were|is|being) )?(?:excluded|excl\.?|left out|left aside|aside|apart|not (?:counted|included)|stripped out|ignored)(?=[\s?.!,]|$)`,
  ].join("|"),
  "i",
);
/** "With them included?" after what it comes to without its options. */
const WITH_THEM = gated(
  /^\W*(?:(?:and|so|ok|but|what about|how about)\b[\s,]*)*(?:with|including|incl\.?|counting|adding) (?:them|those|these|all of (?:them|those))(?: (?:all|both))?(?: (?:included|counted|exercised|in|added|on top|too))?\W*$/i,
);
const SAYS_OPTIONS = new RegExp(String.raw`\b${OPTIONS}\b`, "i");
const OTHER =
  /\b(?:per|each|capacity|mw|gw|megawatts?|gigawatts?|how long|years?|who|when|where|guarant\w+|backstop\w*|difference|ratio|compared?|versus|vs|than|with(?= (?:all|both|the|its|any)\b))\b|%/i;
const WITH = gated(/\bwith (?:all |both |the |its |an? )*(?:renewals?|extensions?|options?)\b/i);

export const withoutOptions: ReadRule = {
  name: "without-options",
  read(reading) {
    const { question, dates, conversation, library } = reading;
    if (WITH_THEM.test(question) && SAYS_OPTIONS.test(conversation.asked ?? "")) {
      const deal = library.deals.get(conversation.deal ?? "");
      const whole = deal && wholeOf(deal, dates.asOf ?? reading.asOf);
      return whole ? planOf(deal, whole, dates.asOf) : null;
    }
    if (!WITHOUT.test(question) || OTHER.test(question.replace(WITHOUT, " "))) return null;
    const all = dealsMeant(reading).flatMap((deal) => {
      const base = baseOf(deal, dates.asOf ?? reading.asOf);
      return base ? [{ deal, base }] : [];
    });
    // "The Cipher Fluidstack lease": by a word that the names of the others have not.
    const said = new Set(contentRoots(question));
    const ownWords = ({ name }: Deal) =>
      contentRoots(name).filter(
        (word) =>
          said.has(word) && all.every(({ deal }) => deal.name === name || !contentRoots(deal.name).includes(word)),
      );
    const called = all.filter(({ deal }) => ownWords(deal).length > 0);
    const [found, ...others] = all.length > 1 ? called : all;
    if (!found || others.length > 0) return null;
    return planOf(found.deal, found.base, dates.asOf);
  },
};

const planOf = (deal: Deal, figure: Figure, asOf: string | null): PlanInput => ({
  kind: "show-figure",
  subject: deal.id,
  attribute: "value",
  topic: figure.label.slice(0, 400),
  figure: figure.id,
  asOf,
});

function dealsMeant({ names, library, conversation }: Reading): readonly Deal[] {
  if (names.deals.length > 0) return names.deals.flatMap((id) => library.deals.get(id) ?? []);
  const [first, ...rest] = names.orgs;
  if (first === undefined) return [library.deals.get(conversation.deal ?? "")].filter((deal) => deal !== undefined);
  return (library.dealsOf.get(first) ?? []).filter(({ parties }) =>
    rest.every((org) => parties.some((party) => party.org === org)),
  );
}

const standingOf = (deal: Deal, asOf: string) =>
  (stateOn(deal, asOf)?.figures ?? []).filter(({ ended }) => ended === null);
const wholeOf = (deal: Deal, asOf: string): Figure | undefined =>
  standingOf(deal, asOf).find(({ figure }) => WITH.test(figure.label))?.figure;

/** The main amount of the kind of which another is told with the options. */
function baseOf(deal: Deal, asOf: string): Figure | null {
  const standing = standingOf(deal, asOf);
  const whole = wholeOf(deal, asOf);
  const base = standing.filter(
    ({ figure }) => figure.headline === true && figure.of === whole?.of && figure.unit === whole.unit,
  );
  return base.length === 1 ? (base[0]?.figure ?? null) : null;
}
