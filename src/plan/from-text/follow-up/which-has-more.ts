/** "Which one has more GPUs?" after two deals: the figure of that kind of each, side by side; of one alone nothing is said. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { rankedWith } from "./figures-of-record.ts";

const MORE = gated(
  /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:which|who)(?: (?:one|deal|site|contract|campus|round|of (?:them|those|these|the two)))? (?:has|have|had|gets?|got|uses?|used|runs?|pays?|comes with|involves?|covers?|offers?|buys?|brings?|takes?|needs?) (?:the )?(?:more|most|fewer|fewest|less|least|bigger|biggest|larger|largest|higher|highest|lower|lowest) ([a-z][\w -]{1,40}?)[\s?.!]*$/i,
);

export const whichHasMore: ReadRule = {
  name: "which-has-more",
  read(reading) {
    const { question, conversation, names, quantities, library } = reading;
    const words = MORE.exec(question)?.[1];
    if (words === undefined || names.orgs.length + names.deals.length + quantities.length > 0) return null;
    const beside = conversation.beside ?? [];
    const two = (beside.length === 2 ? beside : (conversation.deals ?? [])).slice(0, 2);
    if (two.length < 2 || !soughtWords(words).some(({ weak, tells }) => !weak || tells)) return null;
    const sides = two.flatMap((id) => {
      const deal = library.deals.get(id);
      const best = deal ? mainWith(reading, id, words) : null;
      return best ? [{ deal: id, metric: null, figure: best.id, unit: best.unit }] : [];
    });
    const [a, b] = sides;
    if (!a || !b || a.unit !== b.unit) return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
    return {
      kind: "compare-figures",
      sides: sides.map(({ unit: _unit, ...side }) => side),
      of: a.unit === "GW" ? "power" : a.unit === "percent" ? "stake" : a.unit === "count" ? "count" : "money",
      asOf: reading.dates.asOf,
    } satisfies PlanInput;
  },
};

/** Of several with the words the headline, else the largest. */
function mainWith(reading: Reading, id: string, words: string): { id: string; unit: string } | null {
  const deal = reading.library.deals.get(id);
  if (!deal || !stateOn(deal, reading.asOf)) return null;
  const [best, ...others] = rankedWith(reading, deal, words).map(({ entry }) => entry.figure);
  if (!best) return null;
  const alike = [best, ...others].filter(({ unit }) => unit === best.unit);
  const size = ({ low, high }: typeof best) => high ?? low ?? 0;
  return alike.find(({ headline }) => headline) ?? alike.reduce((a, b) => (size(b) > size(a) ? b : a));
}
