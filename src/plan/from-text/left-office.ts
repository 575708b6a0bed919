/** "Who replaced Jensen Huang", "when did Sam Altman leave": no sentence on something else that the person said or did tells it. */

import { mentionsWith } from "../../knowledge/directions.ts";
import { gated } from "../../knowledge/gated.ts";
import { namesOf } from "../../knowledge/sentences-naming.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { words } from "../../knowledge/words.ts";
import type { ReadRule } from "./reading.ts";

const ASKS = gated(
  /^(?:\W*(?:so|and|but|ok|hey)\b)*\W*(?:who(?! (?:runs|leads|heads|is running|is in charge))|when|why|how|what|which|on what|in what)\b(?!.*\b(?:now that|after|since)\b)/i,
);
const LEFT =
  /\b(?:le(?:ave|aves|aving|ft)(?! (?:a|an|the)\b)|quit|resign(?:s|ed|ing)?|step(?:s|ped|ping)? (?:down|aside|back)|fir(?:ed|ing)|sack(?:ed|ing)?|oust(?:ed|er|ing)?|dismiss(?:ed|al)?|replac(?:e[ds]?|ing|ement)|succeed(?:s|ed|ing)?|success(?:or|ion)|retir(?:e[ds]?|ing|ement)|arrest(?:ed)?|indict(?:ed|ment)|convict(?:ed)?|die[ds]?|death|divorc\w*|marr(?:y|ied))\b/i;

export const leftOffice: ReadRule = {
  name: "left-office",
  read({ question, names, library }) {
    const [id, ...others] = names.people;
    const person = id === undefined ? undefined : library.people.get(id);
    if (!person || others.length > 0 || !ASKS.test(question) || !LEFT.test(question)) return null;
    const last = person.name.split(" ").at(-1)?.toLowerCase() ?? "";
    const [org] = names.orgs;
    const its = org === undefined ? [] : namesOf(library, org);
    const told = statementsOf(library).all.some(({ text }) => {
      const verb = LEAVES.exec(text);
      if (!verb || !text.toLowerCase().includes(last)) return false;
      // Whoever left the one has not left the other.
      const of = ` ${words(text.slice(verb.index)).slice(0, REACH).join(" ")} `;
      return its.length === 0 || names.deals.length > 0 || its.some((name) => of.includes(name));
    });
    if (told || names.orgs.some((org) => mentionsWith(library, [org], LEAVES) && names.deals.length > 0)) return null;
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  },
};
const REACH = 9;
/** As records say it: who moved, left, took over from whom. */
const LEAVES =
  /\b(?:left|leaves|leaving|quit|resign\w*|stepp\w+ (?:down|aside|back)|fired|ousted|replac\w+|succe(?:ed|ss)\w*|retir\w+|mov(?:es|ed|ing) to|joins?|joined|g[ai]ve[sn]? up|recus\w+)\b/i;
