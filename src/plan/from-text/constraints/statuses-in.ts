/** How firm the deals that are listed have to be: "signed", "not cancelled", "still under construction". */

import type { Status } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { STATUSES } from "../asks.ts";
import type { Clause } from "./clause.ts";

const OVER: readonly Status[] = ["cancelled", "lapsed", "superseded"];
const FIRM: readonly Status[] = ["definitive", "under-construction", "operational", "completed"];
const SOFT: readonly Status[] = ["rumoured", "announced", "letter-of-intent"];
export const LIVE: readonly Status[] = [...SOFT, ...FIRM, "paused"];

export function statusesIn(clause: Clause): Status[] {
  if (clause.take(ON_PAPER)) return [...SOFT];
  if (clause.take(NOT_BUILT)) return LIVE.filter((status) => status !== "operational" && status !== "completed");
  if (clause.take(NOT_BEGUN))
    return LIVE.filter((status) => !["operational", "completed", "under-construction"].includes(status));
  // "Letters of intent that are still alive": one status of those that live, and none besides that is as soft.
  const alive = clause.take(ALIVE);
  if (INTENT.test(clause.text)) {
    clause.take(NOT_BINDING);
    // That somebody has signed it makes it nothing firmer.
    clause.take(/\bsigned\b/i);
  } else if (alive) return [...LIVE];
  if (clause.take(NOT_BINDING)) return [...SOFT];
  const found: Status[] = [];
  const denied: Status[] = [];
  const leftOut: Status[] = [];
  for (const { pattern, statuses } of STATUSES) {
    for (let match = pattern.exec(clause.text); match; match = pattern.exec(clause.text)) {
      const meant = statuses.includes("definitive") ? FIRM : statuses;
      const before = clause.text.slice(0, match.index);
      const refused = EXCEPT.exec(before) ?? DENIED.exec(before);
      (EXCEPT.test(before) ? leftOut : refused ? denied : found).push(...meant);
      clause.blank(refused?.index ?? match.index, match.index + match[0].length);
    }
  }
  // "Without the rumoured ones": all others.
  if (leftOut.length > 0 && found.length === 0) return [...LIVE, ...OVER].filter((status) => !leftOut.includes(status));
  if (
    clause.take(
      /\b(?:ended|died|killed|axed|fell apart|fell over|terminated|withdrawn|pulled|expired|defunct|failed|walked away from|broke down|voted down|nixed|unwound|ditched)\b/i,
    )
  )
    found.push(...OVER);
  // "Not yet under construction": whatever else stands.
  if (denied.length > 0 && found.length === 0)
    return LIVE.filter((status) => !denied.includes(status) && !(status === "operational" || status === "completed"));
  // "Signed but not under construction": what is denied is none of it.
  return [...new Set(found)].filter((status) => !denied.includes(status) || denied.length === 0);
}

const ALIVE = gated(
  /\b(?:not|isn't|aren't|hasn't been|haven't been|never)(?: yet| been| actually)* (?:cancell?ed|dead|dropped|scrapped|abandoned|lapsed|over)\b|\bstill (?:alive|on|standing|live|going|in force|out there|outstanding|open|around|valid|active)\b/i,
);
const INTENT = gated(/\b(?:letters? of intent|lois?|mous?|memorand\w+)\b/i);
const NOT_BINDING = gated(
  /\b(?:unsigned|not (?:yet |actually |been )*(?:signed|binding|firm|final(?:i[sz]ed)?)|(?:isn't|aren't|hasn't been|haven't been) (?:yet )?(?:signed|binding|firm)|non[- ]?binding|without a (?:signed|binding) contract)\b/i,
);
const ON_PAPER = gated(
  /\b(?:(?:still|only|just|merely)(?: at)? (?:\w+ )?(?:plans?|planned|announced|proposals?|proposed|(?:an? )?ideas?|on paper)|on paper only|only on paper)\b/i,
);
const NOT_BUILT = gated(
  /\b(?:unbuilt|unfinished|(?:not|never|hasn['’]t|haven['’]t|isn['’]t|aren['’]t)(?: yet| been| actually| still| even)* (?:built|finished|completed?|ready|up(?: and running)?|running|online|live|open(?:ed)?|in (?:service|operation|use)|energi[sz]ed)(?: yet)?)\b/i,
);
const NOT_BEGUN = gated(
  /\b(?:(?:not|never|hasn['’]t|haven['’]t)(?: yet| been| actually| still| even)* (?:started|begun|broken ground)(?: construction| building)?(?: yet)?)\b/i,
);
const EXCEPT =
  /\b(?:without|exclud\w+|except(?: for)?|other than|besides|minus|ignor(?:e|ing)|drop(?:ping)?|(?:not counting|leav(?:e|ing) (?:out|aside)|strip(?:ping)? out|tak(?:e|ing) out))(?: the| any| all)?\s*$/i;
const DENIED = /(?:\bnot|\bnever|n['’]t)(?: yet| been| actually| still| currently)*\s*$/i;
