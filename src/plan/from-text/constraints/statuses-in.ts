/** How firm the deals that are listed have to be: "signed", "not cancelled", "still under construction". */
import type { Status } from "../../../../knowledge/schema.ts";
import { STATUSES } from "../asks.ts";
import type { Clause } from "./clause.ts";

const OVER: readonly Status[] = ["cancelled", "lapsed", "superseded"];
const FIRM: readonly Status[] = ["definitive", "under-construction", "operational", "completed"];
const SOFT: readonly Status[] = ["rumoured", "announced", "letter-of-intent"];
export const LIVE: readonly Status[] = [...SOFT, ...FIRM, "paused"];

export function statusesIn(clause: Clause): Status[] {
  if (
    clause.take(
      /\b(?:not|isn't|aren't|hasn't been|haven't been|never)(?: yet| been| actually)* (?:cancell?ed|dead|dropped|scrapped|abandoned|lapsed|over)\b|\bstill (?:alive|on|standing|live|going|in force)\b/i,
    )
  )
    return [...LIVE];
  if (
    clause.take(
      /\b(?:unsigned|not (?:yet |actually |been )*(?:signed|binding|firm|final(?:i[sz]ed)?)|(?:isn't|aren't|hasn't been|haven't been) (?:yet )?(?:signed|binding|firm)|non-?binding|without a (?:signed|binding) contract)\b/i,
    )
  )
    return [...SOFT];
  const found: Status[] = [];
  const denied: Status[] = [];
  const leftOut: Status[] = [];
  for (const { pattern, statuses } of STATUSES) {
    for (let match = pattern.exec(clause.text); match; match = pattern.exec(clause.text)) {
      const meant = statuses.includes("definitive") ? FIRM : statuses;
      const before = clause.text.slice(0, match.index);
      (EXCEPT.test(before) ? leftOut : DENIED.test(before) ? denied : found).push(...meant);
      clause.blank(match.index, match.index + match[0].length);
    }
  }
  // "Without the rumoured ones": all others.
  if (leftOut.length > 0 && found.length === 0) return [...LIVE, ...OVER].filter((status) => !leftOut.includes(status));
  if (clause.take(/\b(?:ended|died|killed|axed|fell apart|terminated|withdrawn|pulled|expired|defunct|failed)\b/i))
    found.push(...OVER);
  // "Not yet under construction": whatever else stands.
  if (denied.length > 0 && found.length === 0)
    return LIVE.filter((status) => !denied.includes(status) && !(status === "operational" || status === "completed"));
  // "Signed but not under construction": what is denied is none of it.
  return [...new Set(found)].filter((status) => !denied.includes(status) || denied.length === 0);
}

const EXCEPT =
  /\b(?:without|exclud\w+|except(?: for)?|other than|besides|minus|ignor(?:e|ing)|drop(?:ping)?|(?:not counting|leav(?:e|ing) (?:out|aside)|strip(?:ping)? out|tak(?:e|ing) out))(?: the| any| all)?\s*$/i;
const DENIED = /(?:\bnot|\bnever|n['’]t)(?: yet| been| actually| still| currently)*\s*$/i;
