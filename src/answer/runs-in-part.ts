/** "Is Abilene running yet?" of what is still being built: the last sentence that says that some of it is. */

import { STATUS, sayDate } from "../doc/say-figure.ts";
import { gated } from "../knowledge/gated.ts";
import type { Asked, Direct } from "./show-figure.ts";

export function runsInPart({ draft, state, topic }: Asked): Direct {
  if (state.status !== "under-construction" || !RUNS.test(topic)) return null;
  const said = [
    ...state.events.map(({ date, text, sources }) => ({ date, text, sources })),
    ...state.facts.map(({ known, text, sources }) => ({ date: known ?? "", text, sources })),
  ]
    .filter(({ text }) => SAYS_RUNS.test(text) && !NOT_YET.test(text))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const [last] = said;
  if (!last) return null;
  return {
    headline: [
      { text: `In part. ${state.deal.name}: ` },
      draft.sourced(last.text, state.deal, last.sources),
      { text: `${last.date === "" ? "" : ` (${sayDate(last.date)})`} Status of the whole: ` },
      draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources),
      { text: `, since ${sayDate(state.statusSince)}.` },
    ],
  };
}
const RUNS = gated(
  /\b(?:running|operating|operational|online|(?<!\bwhere )live|in (?:service|operation)|up and running)\b/i,
);
/** Said of something, and no kind of cost or duty. */
const SAYS_RUNS =
  /\b(?:(?:is|are|was|were|been|be|became|went|gone|now|fully|already) (?:\w+ )?(?:running|operating|operational|online|live|in (?:service|operation))|declared (?:\S+ ){1,5}live|(?:went|came) (?:on ?line|live))\b/i;
/** What is to come, or is no site: "live migration", "running costs". */
const NOT_YET =
  /\b(?:not|no|never|will|would|to be|to go|to come|expected|due|planned|plans?|targeted|aims?|by 20\d\d|until|could|should|before|costs?)\b/i;
