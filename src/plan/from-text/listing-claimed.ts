/** "What did A raise in its listing", "A's closing price on its first day": where no record has its shares as traded. */
import { family, orgName } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import { isListed, offeringOf } from "./company-asked.ts";
import type { Named } from "./owner-and-owned.ts";
import type { Reading } from "./reading.ts";

const LISTING = "(?:ipo|listing|flotation|(?:stock |share |market |trading )?debut|public offering)";
/** Each takes it for granted that the shares are traded. */
const CLAIMED: readonly RegExp[] = [
  /\b(?:did|has|have|had|was|were|when|since|after|once)\b.{0,40}\b(?:go|gone|went|going) public\b/i,
  new RegExp(
    `\\b(?:did|has|was|were|how)\\b.{0,60}\\b(?:raised?|brought in|bring in|sell|sold|priced?|pop(?:ped)?|jump(?:ed)?|rise|rose|fall|fell|valued|worth|cost)\\b.{0,40}\\b(?:in|at|on|after|by|through|from|with)\\s+(?:its|the|their|that)\\s+(?:[\\w’']+\\s+){0,3}?${LISTING}\\b`,
    "i",
  ),
  new RegExp(`\\b(?:how much|what)\\b.{0,30}\\b${LISTING}\\s+(?:raised?|bring in|brought in)\\b`, "i"),
  /\b(?:which|what)\b.{0,20}\b(?:exchange|bourse|market)\b.{0,20}\b(?:did|has|is|does|are)\b.{0,30}\b(?:list(?:ed)?|trade[ds]?|float(?:ed)?)\b/i,
  /\b(?:what|which|how|when|who)\b.{0,40}\b(?:did|has)\b.{0,30}\b(?:list|listed|float|floated|ipo(?:ed|['’]d)?)\b(?=\s*(?:$|[?.!,]|(?:its|on|in|at)\b))/i,
  /\b(?:first (?:day of trading|trading day|day(?:['’]s)? (?:on|trading)|day pop)|(?:opening|closing|first-day) (?:share |stock )?price|price(?:d)? (?:its|the) (?:ipo|listing)|ipo price|(?:ipo|listing|offering) (?:was |is |get |got )?priced)\b/i,
];
/** What is to come, what is only filed for and what somebody expects is asked of no listing that has been. */
const AHEAD =
  /\b(?:will|would|could|might|may|should|if|whether|going to|expect\w*|plan\w*|target\w*|aim\w*|seek\w*|sought|hop\w+|fil(?:e|ed|es|ing)|submit\w*|s-1|confidential\w*|delay\w*|postpon\w*|slip\w*|before|ahead of|predict\w*|forecast\w*|not|never|yet)\b|n['’]t\b/i;

export function listingClaimed(
  { question, library, dates, names }: Reading,
  named: readonly Named[],
): PlanInput | null {
  const [org, ...others] = [...new Set(named.map((one) => one.org))];
  if (!org || others.length > 0 || names.people.length > 0) return null;
  if (AHEAD.test(question) || !CLAIMED.some((pattern) => pattern.test(question))) return null;
  const owner = library.organisations.get(org)?.parent;
  if ([...family(library, org), ...(owner ? [owner] : [])].some((one) => isListed(library, one))) return null;
  const deal = offeringOf(library, org);
  // "Stargate" is a company and a programme, and no shares of a bank or an office are asked for.
  if (orgName(library, org) === "" || library.organisations.get(org)?.kind === "government") return null;
  return { kind: "correct-premise", claim: "listed", orgs: [org], deal: deal?.id ?? null, asOf: dates.asOf };
}
