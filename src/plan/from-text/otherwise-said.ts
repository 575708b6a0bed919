/** "Wasn't it smaller at some point?", "was the target ever lower?": whether an amount has been another one than it is. */

const VERB = /^(?:was|were|has|have|had|did|is|are)(?:n['’]?t| not)?\b/i;
const DENIED = /^(?:was|were|has|have|had|did|is|are)(?:n['’]?t| not)\b/i;
/** "I thought it was lower before." */
const THOUGHT = /^(?:(?:but|hm+|wait|so|i|we|am|sure|pretty|thought|think|recall|remember|believe|swear)\b[\s,]*)+/i;
const OTHER =
  /\b(?:(?:(?:quite )?a (?:lot|bit)|much|way|far|rather|somewhat|even|any) )?(?:smaller|lower|less|fewer|bigger|larger|higher|greater|different|something else|another (?:number|figure|amount|sum)|more(?= (?:at|once|before|earlier|initially|originally|in the past|to (?:begin|start))\b|[\s?.!]*$))\b(?: than (?:that|this|it is(?: now)?|now|today))?/i;
const ONCE =
  /\b(?:at (?:some|one|any) (?:point|time|stage)|at first|before(?: (?:that|this))?|once|ever|earlier(?: on)?|initially|originally|previously|in the past|to (?:begin|start) with|at the (?:start|outset|beginning)|back then|use[d]? to be|when (?:it was )?(?:first )?(?:announced|reported|floated|planned))\b/gi;

/** The text without the words that say so: what is left names the amount. Null where nothing says so. */
export function otherwiseSaid(text: string): { rest: string } | null {
  const thought = THOUGHT.exec(text)?.[0] ?? "";
  const bare = text.slice(thought.length);
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
