/** "What is A per year, and B": the same worked out for each of two that a question names one after the other. */
import { readNames } from "../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { type SheetRead, together, toSheet } from "./sheets-read.ts";
import { clausesOf, restated } from "./two-clauses.ts";

const FOR_ONE =
  /(?:\b(?:per|for each|for every|an?|each|every)\s|\/\s?)(?:year|month|gws?|mws?|gigawatt|megawatt|gpu|chip|tpu|gb[23]00)(?: of [\w-]+)?\b|\b(?:annually|yearly|monthly)\b/i;

export const eachOfTwo: ReadRule = {
  name: "each-of-two",
  read(reading) {
    const asked = FOR_ONE.exec(reading.question)?.[0];
    const parts = asked ? clausesOf(reading) : [];
    if (!asked || parts.length !== 2) return null;
    const [first = "", second = ""] = parts;
    // Another site of a deal is told by its name; who deals with whom is not.
    const alone = readNames(reading.library, second).orgs.length === 0;
    const again = [
      restated(reading, first, second),
      ...(alone ? [`${second} ${asked}`, `contract ${asked} of ${second}`] : []),
    ];
    const found = [sheetOf(reading, [first]), sheetOf(reading, again)].flatMap((sheet) => sheet ?? []);
    return found.length === 2 ? together(reading, found) : null;
  },
};

/** Of what is worked out the first that one of the texts asks for. */
function sheetOf({ reread, library }: Reading, texts: readonly string[]): SheetRead | null {
  for (const text of texts) {
    const sheet = toSheet(library, reread(text, true), text);
    if (sheet) return sheet;
  }
  return null;
}
