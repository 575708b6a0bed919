/** "Wasn't it smaller at some point?", "was the target ever lower?": whether an amount has been another one than it is. */

import { gated } from "../../knowledge/gated.ts";

const VERB = /^(?:was|were|has|have|had|did|is|are)(?:n['’]?t| not)?\b/i;
const DENIED = /^(?:was|were|has|have|had|did|is|are)(?:n['’]?t| not)\b/i;
/** "I thought it was lower before." */
const THOUGHT = /^(?:(?:but|hm+|wait|so|i|we|am|sure|pretty|thought|think|recall|remember|believe|swear)\b[\s,]*)+/i;
const OTHER = gated(
  /\b(?:(?:(?:quite )?a (?:lot|bit)|much|way|far|rather|somewhat|even|any) )?(?:smaller|lower|less|fewer|bigger|larger|higher|greater|different|something else|another (?:number|figure|amount|sum)|more(?= (?:at|once|before|earlier|initially|originally|in the past|to (?:begin|start))\b|[\s?.!]*$))\b(?: than (?:that|this|it is(?: now)?|now|today))?/i,
);
const ONCE = gated(
  /\b(?:at (?:some|one|any) (?:point|time|stage)|at first|before(?: (?:that|this))?|once|ever|earlier(?: on)?|initially|originally|previously|in the past|to (?:begin|start) with|at the (?:start|outset|beginning)|back then|use[d]? to be|when (?:it was )?(?:first )?(?:announced|reported|floated|planned))\b/gi,
);

/** "How low did the target go in between", "the lowest it ever got": the least or the most that it has been. */
const GOT =
  "(?:g[eo]t(?:s|ten)?|go(?:ne)?|went|f[ae]ll(?:en)?|dropp?(?:ed)?|s[aiu]nk|r[io]se(?:n)?|climb(?:ed)?|reach(?:ed)?|hit|was|been|be|stood|(?:was |been |be )?(?:cut|lowered|trimmed|reduced|raised|lifted)(?: (?:back|down|up))?(?: to)?)(?: (?:down|up))?(?: to)?";
const EXTREMES: readonly RegExp[] = [
  new RegExp(
    String.raw`\bhow (?:low|high|small|big|far down|far up) (?:did|has|had|was|were) (.{2,60}?) (?:ever )?${GOT}(?=[\s?.!]*$)`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:lowest|smallest|highest|largest|biggest|least|most)(?: (?:amount|figure|number|size|level|point|sum))?(?: that| which)? (.{2,60}?) (?:ever |has |had )*${GOT}(?=[\s?.!]*$)`,
    "i",
  ),
  /^(?:what was |how (?:big|large|small|much) was )?(.{2,60}?) at (?:its|the) (?:very )?(?:lowest|smallest|highest|largest|biggest|peak|low|high)(?: point)?(?=[\s?.!]*$)/i,
];
const MEANWHILE = gated(
  /\b(?:in between(?: times)?|in the meantime|along the way|meanwhile|at (?:any|some|one) (?:point|time|stage)|on the way(?: there)?|over time)(?=[\s?.!]*$)/i,
);
const BEFORE_QUESTION = /^\W*(?:(?:so|and|but|ok|what(?:['’]s| is| was| were)|the)\b[\s,]*)*/i;

function extremeSaid(text: string): { rest: string } | null {
  const bare = text.replace(MEANWHILE, " ").trim();
  for (const pattern of EXTREMES) {
    const [, what] = pattern.exec(bare) ?? [];
    if (what !== undefined) return { rest: what.replace(BEFORE_QUESTION, "").trim() };
  }
  return null;
}

/** The text without the words that say so: what is left names the amount. Null where nothing says so. */
export function otherwiseSaid(text: string): { rest: string } | null {
  const thought = THOUGHT.exec(text)?.[0] ?? "";
  const bare = text.slice(thought.length);
  const extreme = extremeSaid(bare);
  if (extreme) return extreme;
  const other = OTHER.exec(bare);
  if (!other || /\bthan (?!that|this|it is|now|today)/i.test(bare)) return null;
  const timeless = bare.replace(ONCE, " ");
  // "Wasn't there a smaller one" asks for another amount, and not what became of this one.
  if (/^\w+(?:['’]?n['’]?t)? there\b|\b(?:an?|any|some) (?:\w+,? )+ones?\b/i.test(bare)) return null;
  const isAsked = VERB.test(bare) ? timeless !== bare || DENIED.test(bare) : timeless !== bare && thought !== "";
  if (!isAsked) return null;
  return {
    rest: timeless
      .replace(OTHER, " ")
      .replace(VERB, " ")
      .replace(/\bbeen\b/gi, " ")
      .replace(/\s+/g, " ")
      .trim(),
  };
}
