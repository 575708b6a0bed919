/** Words written as names that no record knows. A known name beside them must not hide them: "the Stargate Mars site". */

import { spans } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";

export function unknownNames({ question, library, names, dates, quantities }: Reading): string[] {
  const taken = [...names.mentions, ...dates.spans, ...quantities];
  // A text in capitals or in title case throughout says nothing by its capitals.
  const letters = question.replace(/[^A-Za-z]/g, "");
  if (letters.length > 0 && letters.replace(/[^A-Z]/g, "").length > letters.length * 0.4) return [];
  const out: string[] = [];
  for (const { start, end } of spans(question)) {
    const written = question.slice(start, end);
    const first = start === 0 || /[.!?"]\s*$/.test(question.slice(0, start));
    if (first || !/^[A-Z][a-z]{2,}/.test(written) || taken.some((span) => start < span.end && end > span.start))
      continue;
    if (!library.knowsWord(written) && !COMMON.test(written)) out.push(written);
  }
  return out;
}

/** Words with a capital that name no record and are no strangers: peoples, feasts, days, titles. */
const COMMON =
  /(?:ish|ese|ian|ean|[a-z]an)$|^(?:French|Dutch|Greek|Swiss|Christmas|Easter|Thanksgiving|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Street|Wall|Morning|Thanks|Please|Just|Also|Who|What|When|Where|How|Which|Why|Does|Did|Has|Have|Are|Was|Were|And|But|The|Any|Per|Need|Asking|Quick|Total|Part)$/;
