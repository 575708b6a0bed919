/** "Its burn forecast for 2027, the September 2025 version vs the 2026 update", "2026 guide, Feb vs now: what moved?": two versions of one figure ask how it changed. */

import { gated } from "../../knowledge/gated.ts";

const TIME = String.raw`(?:(?:early|mid|late)[- ])?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: 20\d\d)?|q[1-4](?: 20\d\d)?|20\d\d|first|original|initial|earlier|old(?:er)?|latest|newe?r?|last|updated|current|now|today|then)`;
const VERSION =
  "(?:version|forecast|projection|number|figure|guide|guidance|estimate|plan|update|one|memo|print|outlook|target|revision)";
const ONE = `(?:the |its |their |in (?:the )?)?${TIME}(?:['’]s)?(?: ${VERSION})?`;
const AND = String.raw`\s*(?:,? (?:and|vs\.?|versus|against|compared (?:to|with)|to)|,)\s*`;
const SAY = "(?: (?:say|said|had|show|showed|give|gave))?";
const ASKS_CHANGE =
  "(?:how much (?:worse|better|higher|lower|bigger|larger|more|less)|what (?:moved|changed|shifted|happened)|(?:what(?:['’]s| is) the )?(?:change|difference|gap|delta)|by how much|how (?:big|large) (?:a|was the) (?:jump|rise|cut|change|drop|move))";
const SAID_TWICE = new RegExp(
  String.raw`^(?<subject>[^,:;?]{6,70}?)\s*[,:;–—-]+\s*(?:what did )?${ONE}${SAY}${AND}(?:what did )?${ONE}${SAY}\s*(?:[,:;–—-]+\s*(?:and )?${ASKS_CHANGE})?\W*$`,
  "i",
);
const A_VERSION = new RegExp(String.raw`\b${VERSION}\b`, "i");
const ASKED = new RegExp(ASKS_CHANGE, "i");
/** What has versions is a figure that somebody foresees or guides to. */
const FORESEEN = gated(
  /\b(?:forecast\w*|guid(?:e|ance)|projection|estimate|target|outlook|plan|budget|burn|capex|valuation|backlog|run[- ]?rate)\b/i,
);

/** Other texts come back as they are. */
export function versionsAsChange(text: string): string {
  const subject = SAID_TWICE.exec(text)?.groups?.subject;
  if (subject === undefined || !FORESEEN.test(text)) return text;
  const rest = text.slice(subject.length);
  if (!A_VERSION.test(rest) && !ASKED.test(rest)) return text;
  return `how did ${subject.trim()} change`;
}
