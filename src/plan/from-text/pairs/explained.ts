/** Whether two figures explain enough of the question that they are set against each other for. */
import type { FigurePair } from "../../../knowledge/figure-pairs.ts";
import { isOfName } from "../../../knowledge/name-words.ts";
import { PART_OF, relatedTo } from "../../../knowledge/related.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";
import type { Form } from "./operation.ts";

/** How much of the question a pair must explain; less where names and days tell both of its figures. */
const ENOUGH = 0.8;
const ENOUGH_BY_NAMES = 0.7;
/** The same where each of two figures of one record has a text of its own. */
const ENOUGH_BY_TEXTS = 0.7;

/** `apart`: two figures of one record, each with a text of its own. */
export function isExplained(reading: Reading, form: Form, pair: FigurePair, apart: boolean): boolean {
  const { names, dates, library } = reading;
  const { explained } = pair;
  const whole = apart ? wordsOfWhole(reading, pair) : NONE;
  const unexplained = pair.unexplained.filter((word) => !whole.has(word));
  if (unexplained.length === 0) return explained >= (apart ? ENOUGH_BY_TEXTS : ENOUGH);
  if (unexplained.some((word) => isOfName(library, word))) return false;
  const told = names.orgs.length + names.deals.length + dates.mentioned.length;
  // Where each of the two has its own text a word more or less does not matter.
  if (apart && unexplained.length === 1 && explained >= ENOUGH_BY_TEXTS) return true;
  return (
    (form === "larger" || form === "difference") && unexplained.length === 1 && told > 1 && explained >= ENOUGH_BY_NAMES
  );
}

const NONE: ReadonlySet<string> = new Set();

/** "The second loan on the Abilene campus": a deal that is named stands for what pays for it. */
function wordsOfWhole({ names, library, question }: Reading, { first }: FigurePair): ReadonlySet<string> {
  const related = relatedTo(library, first.record.id);
  return new Set(
    names.mentions.flatMap(({ refs, start, end }) =>
      refs.some(({ type, id }) => type === "deal" && (related.get(id) ?? 0) >= PART_OF)
        ? contentRoots(question.slice(start, end))
        : [],
    ),
  );
}
