/** Whether a figure counts other things than those that are asked for, where records count these, too: acres are no chips. */
import type { Figure, Point } from "../../knowledge/schema.ts";
import { countedIn } from "../knowledge/question-words.ts";
import { sense } from "../knowledge/synonyms.ts";
import { contentRoots } from "../knowledge/words.ts";

export function countsOthers({ counted = "", label }: Figure | Point, topic: string): boolean {
  const noun = countedIn(topic);
  if (noun === null || counted === "" || !COUNTED_ON_RECORD.has(thingOf(noun))) return false;
  return !contentRoots(`${counted} ${label}`).some((word) => thingOf(word) === thingOf(noun));
}
/** Chips go by many names. */
const thingOf = (word: string): string =>
  /^(?:gpu|tpu|lpu|chip|processor|accelerator|trainium|rubin|[a-z]{1,2}\d{2,3}x?s?$)/.test(word)
    ? sense("chip")
    : sense(word);
const COUNTED_ON_RECORD: ReadonlySet<string> = new Set(
  contentRoots(
    "acres feet buildings gpus chips accelerators tpus racks jobs employees engineers plants reactors turbines campuses tranches votes lawsuits homes",
  ).map(thingOf),
);
