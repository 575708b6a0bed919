/** "Base value of the lease, ex renewals": of a deal that also gives what it comes to with its options, the amount without them. */
import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Reading, ReadRule } from "./reading.ts";

const OPTIONS = "(?:renewal|extension|option)(?:s| options?| periods?| terms?)?";
const WITHOUT = new RegExp(
  String.raw`\b(?:ex|ex-|excl\.?|excluding|exclusive of|without|before|not counting|leaving out|net of|minus|less|no)[\s-]+(?:(?:all|the|any|its|both|every|counting|exercising) )*${OPTIONS}\b|\bleaving (?:(?:all|the|any|its) )*${OPTIONS} (?:out|aside)\b|\b${OPTIONS} (?:excluded|left out|aside|not (?:included|counted))\b`,
  "i",
);
const OTHER =
  /\b(?:per|each|capacity|mw|gw|megawatts?|gigawatts?|how long|years?|who|when|where|guarant\w+|backstop\w*|difference|ratio|compared?|versus|vs|than|with(?= (?:all|both|the|its|any)\b))\b|%/i;
const WITH = /\bwith (?:all |both |the |its |an? )*(?:renewals?|extensions?|options?)\b/i;

export const withoutOptions: ReadRule = {
  name: "without-options",
  read(reading) {
    const { question, dates } = reading;
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
    return {
      kind: "show-figure",
      subject: found.deal.id,
      attribute: "value",
      topic: found.base.label.slice(0, 400),
      figure: found.base.id,
      asOf: dates.asOf,
    };
  },
};

function dealsMeant({ names, library, conversation }: Reading): readonly Deal[] {
  if (names.deals.length > 0) return names.deals.flatMap((id) => library.deals.get(id) ?? []);
  const [first, ...rest] = names.orgs;
  if (first === undefined) return [library.deals.get(conversation.deal ?? "")].filter((deal) => deal !== undefined);
  return (library.dealsOf.get(first) ?? []).filter(({ parties }) =>
    rest.every((org) => parties.some((party) => party.org === org)),
  );
}

/** The main amount of the kind of which another is told with the options. */
function baseOf(deal: Deal, asOf: string): Figure | null {
  const standing = (stateOn(deal, asOf)?.figures ?? []).filter(({ ended }) => ended === null);
  const whole = standing.find(({ figure }) => WITH.test(figure.label))?.figure;
  const base = standing.filter(
    ({ figure }) => figure.headline === true && figure.of === whole?.of && figure.unit === whole.unit,
  );
  return base.length === 1 ? (base[0]?.figure ?? null) : null;
}
