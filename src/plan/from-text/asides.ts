/**
 * "Client wants to know: …", "sorry if this is obvious, but …", "… (for a memo)", "… – a ballpark is fine": what is said beside a
 * question, in words that are of no deal. A stretch of a text is an aside where each of its words is one of these, and one of them tells so.
 */

import { gated } from "../../knowledge/gated.ts";

/** Words that stand in asides and elsewhere. */
const PLAIN = new Set(
  "a an the this that these it its it's i i'm im i've i'd my me we we're we've we'd our us you your they he she his her of in on at to by with from for and so but or if as is was are be been being am do does did have has had having got get gets getting can could would will should may might must not no yes just only very really quite one some any all every each more most much now then again here there today tomorrow tonight about up out off over back before after while because since when what how who which where why into down please pls plz kindly maybe perhaps probably something anything thing things bit lot time sec second minute minutes mins min hour hours day good great cool nice fine okay ok right well like need needs needed want wants wanted trying try make making sure let lets let's put putting use using going go gonna wanna also too actually simply still always even first last next final another other same few couple own new sorry people person".split(
    " ",
  ),
);
/** Words by which a stretch is known for an aside. */
const TELLS = new Set(
  "client clients boss editor reader readers colleague colleagues intern friend mate manager team desk someone somebody anyone anybody everyone folks guys notes note memo slide slides deck presentation footnote caption article column newsletter podcast briefing writing write-up writeup drafting preparing prepping check checking checked double-check double-checking double-checked sanity quick quickly question questions q clarify clarification clarity clear curious curiosity wondering wonder wondered apologies apology pardon excuse obvious dumb stupid silly naive basic newbie noob honest honestly frankly seriously basically hurry rush rushing urgent urgently asap deadline thanks thank thx ty tysm cheers hey hi hello hiya yo gm morning afternoon evening asked asking asks ask know knows knew tell told remind refresh memory forget forgot forgotten remember recall recalled confused idea ideas clue trivia quiz bet settle debate argument context background fyi btw ps listen look looking alright hmm um uh er anyway weird random silly stuck lazy reckon suppose guess guessing wondered pls plz ballpark roughly rough approximately approx approximate answer answers help helpful appreciated appreciate love find understand learn see say said meeting call prep heard hearing reading cite citing".split(
    " ",
  ),
);
/** Words that tell so only in the first stretch, where a greeting or an order of things stands. */
const IN_FRONT =
  /^(?:out of (?:interest|curiosity)|long story short|to (?:be|get this) (?:clear|straight|right)|on (?:a |the )?(?:tight )?deadline|in a (?:hurry|rush)|for (?:an?|my|our|the|this|some) (?:[\w-]+ ){0,3}(?:piece|story|note|memo|article|deck|slide|report|column|newsletter|briefing|chart|table|footnote|podcast|explainer|sidebar|box))$/i;

const WORD = /[a-z][a-z'’-]*|\d+/gi;
const A_TIME = /\b\d+ ?(?:min(?:ute)?s?|mins|hours?|hrs?|sec(?:ond)?s?)\b/gi;

/** Whether all of a stretch is said beside a question. */
function isAside(stretch: string): boolean {
  if (IN_FRONT.test(stretch.trim())) return true;
  const said = stretch.toLowerCase().replaceAll("’", "'").replace(A_TIME, " asap ").match(WORD) ?? [];
  if (said.length === 0 || said.length > LONGEST) return false;
  return said.every((word) => PLAIN.has(word) || TELLS.has(word)) && said.some((word) => TELLS.has(word));
}
const LONGEST = 16;

const ASKED =
  "(?:what|how|who|whom|whose|when|which|where|why|is|are|was|were|has|have|had|did|does|do|will|would|can|could|should|isn|aren|wasn|didn|doesn|hasn|any|list|name|show|give|compare|rank)(?:['’]?s|['’]?re|n?['’]?t)?";
/** "Boss is asking how much …", "can you tell me who …": the words of asking stand right before the question. */
const ASKING = gated(
  /^((?:[\w'’-]+ ){1,12}?)(?=(?:what|how|who|whom|whose|when|which|where|why)(?:['’]?s|['’]?re)?\b(?! (?:about|come|i|we|you)\b))/i,
);
const KNOWS =
  /\b(?:knows?|tell(?: (?:me|us))?|wonder(?:ing|ed)?|ask(?:ing|s|ed)?(?: (?:me|us))?|find out|work out|figure out|remind (?:me|us)|see|check|confirm|curious(?: to know)?|ideas?|clue|sure|understand|remember|recall|say|clarify|learn|hear)\s$/i;
const BEFORE = /^\W*([^,.;:!?–—]{2,90}?)(?:\s*[,;:.!?–—]+\s*|\s+-+\s+)(?:(?:but|so|and|just)\s+)?(?=\S+\s+\S)/;
const BEHIND = /^(.{6,}?[\p{L}\p{N})%"”])(?:\s*[,;.!?–—(]+\s*|\s+-+\s+)([^,;.!?–—()]{2,80}?)[\s).!?]*$/u;
const LEADS = new RegExp(`^${ASKED}\\b`, "i");
const BEFORE_TRAILING = 3;

/** Words behind a question that add nothing to it: what is asked now is asked of the latest that is known anyway. */
const FILLERS =
  /(?:[\s,]+(?:pls|plz|please|rn|right now|these days|nowadays|exactly|precisely|btw|tho|anyway|thx|thanks|ta|mate|if (?:it['’]?s |at all )?(?:known|public|disclosed|possible)|would you say|as far as (?:anyone|anybody|we|you) knows?|according to (?:the|your) (?:records?|files?|data)|(?:on|in) (?:your|the) (?:books|files?|records|data(?:base)?)|(?<!what['’]?s |\bis |\bhave )on file|that you know of|going by (?:your|the) (?:files?|records?|data)|(?:-+ |– |— )?(?:just the names?|names only)))+(?=[\s?.!]*$)/i;
const AGAIN = gated(
  /^((?:(?:so|and|ok|wait)\b[\s,]*)*(?:what|who|which|when|where|how|is|are|was)\b.*\S)[\s,]+again(?=[\s?.!]*$)/i,
);
/** Fewer words than these are no question without the last of them. */
const LEAST_WORDS = 4;

/** The question without what is said beside it; a text that is nothing else comes back as it is. */
export function withoutAsides(text: string): string {
  let rest = withoutFillers(text);
  for (let times = 0; times < MOST; times++) {
    const shorter = withoutFront(rest) ?? withoutEnd(rest);
    if (shorter === null) break;
    rest = withoutFillers(shorter);
  }
  return rest;
}
const MOST = 4;

function withoutFillers(text: string): string {
  const bare = text.replace(FILLERS, "").replace(AGAIN, "$1");
  return bare.trim().split(/\s+/).length < LEAST_WORDS ? text : bare;
}

function withoutFront(text: string): string | null {
  const [front, stretch] = BEFORE.exec(text) ?? [];
  if (front !== undefined && stretch !== undefined && isAside(stretch)) {
    const rest = text.slice(front.length);
    // "What would you say: …" is a question that has begun.
    if (
      LEADS.test(rest) ||
      (!LEADS.test(stretch) &&
        !CHECKS.test(stretch) &&
        (!POLITE.test(stretch) || ASKS.test(rest) || withoutFront(rest) !== null))
    )
      return rest;
  }
  const asksFor = ASKS_FOR.exec(text)?.[0];
  if (asksFor !== undefined && text.length > asksFor.length + 6) return `what is ${text.slice(asksFor.length)}`;
  const [, asking] = ASKING.exec(text) ?? [];
  if (asking !== undefined && KNOWS.test(asking) && isAside(asking)) return text.slice(asking.length);
  return null;
}
/** Who thanks and says a word more asks nothing by it. */
const POLITE =
  /^(?:(?:many |ok(?:ay)? |great |cool )?(?:thanks?|thank you|thx|ty|cheers)|hi|hey|hello|hiya|yo|gm|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b/i;
const ASKS = /\?\W*$|\d/;
/** What is to be checked is not asked: without the word it would be no question. */
const CHECKS = gated(/\b(?:double-)?check(?:ing|ed)?\b/i);
/** "Would you be so kind as to confirm the sum …" asks what it is. */
const ASKS_FOR = gated(
  /^\W*(?:(?:would|could|can|will) (?:you|anyone|somebody|someone|anybody) (?:(?:please|pls|kindly|just|quickly|maybe|possibly|be so kind as to|be kind enough to) )*|(?:please|pls|kindly) )(?:confirm|specify|state|share|look up|find(?: me| us)?(?: out)?|dig up|tell (?:me|us)|give (?:me|us)) (?=(?:the|its|their|[\w.&-]+['’]s)\s)(?!the (?:list|names?|deals?|breakdown|terms|details)\b)/i,
);

function withoutEnd(text: string): string | null {
  const [, before, stretch] = BEHIND.exec(text) ?? [];
  if (before === undefined || stretch === undefined || !isAside(stretch)) return null;
  if (before.split(/\s+/).length < BEFORE_TRAILING || LEADS_ON.test(stretch)) return null;
  return text.trimEnd().endsWith("?") || LEADS.test(before) ? `${before.replace(/[?.!\s]+$/, "")}?` : before;
}
/** A question of its own behind a sentence. */
const LEADS_ON =
  /^(?:(?:and|so|but|then) )*(?:what|how|who|when|which|where|why|is|are|was|were|did|does|has|have|can|could|will|would|should)\b/i;
