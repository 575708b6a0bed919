/** How traders and lawyers speak, in the words of everybody else: marked at, NNN, tenor, where an offering priced. */
import { puttingInstead } from "../../knowledge/pattern-table.ts";

const LEAD = String.raw`^((?:\W*(?:so|and|but|ok|hey|remind me|again)\b[\s,]*)*)`;
const SAID: readonly (readonly [RegExp, string])[] = [
  [/(?<!\bper )\byr(s?)\b/gi, "year$1"],
  [/\bmths?\b/gi, "months"],
  [/\bqtr(s?)\b/gi, "quarter$1"],
  [
    new RegExp(
      `${LEAD}(?:(?:what(?:['’]s|s| is)|any|give me|got) )?(?:the )?latest(?: news| update)? (?:on|with|about|regarding) (?!\\d)`,
      "i",
    ),
    "$1what's new with ",
  ],
  // Whoever leaves others to it is asked for, and not whether it fell through.
  [
    /\b(?:which|what) (?:(?:big|large|us|american|tech|other|would-be|potential|major|former|iphone|chip)(?:[- ]\w+)? )*(?:company|firm|investor|backer|bank|lender|tech giant|giant|tech company|participant|partner|bidder|suitor)s? (?:walked away|walked|pulled out|withdrew|backed out|bailed(?: out)?|dropped out|ducked out|bowed out|stepped away|got out)(?: (?:of|from))?(?! (?:in|on|when)\b)/gi,
    "who pulled out of",
  ],
  [/\bwho (?:walked away|walked|bailed out|bowed out|ducked out) (?:from|of)\b/gi, "who pulled out of"],
  // A capital that says, puts or lends something is the government there.
  [
    /\b(did|does|has|had|by) (?:buenos aires|new delhi|delhi|london|seoul|paris|berlin|tokyo|ottawa|canberra|oslo|riyadh|abu dhabi|beijing|brussels|rome|madrid|stockholm|brasilia)(?= (?:say|said|put|give|given|name|named|quote|quoted|claim|claimed|announce|announced|promise|promised|pledge|pledged|lend|lent|offer|offered|agree|agreed|attach|attached)\b)/gi,
    "$1 the government",
  ],
  // "Its figure for a Vera Rubin gigawatt" counts no power.
  [
    /\b(figures?|numbers?|estimates?|costs?|prices?) (?:for|of) (?:an?|one|1) ((?:[\w-]+ ){1,3}?)(gigawatt|gw)\b(?! (?:of|at|site|campus|plant|data)\b)/gi,
    "$2$1 per $3",
  ],
  // What is got on shares that somebody holds is borrowed against them.
  [
    /\b(?:raise|get|borrow|obtain)(?: (?:money|cash|funds|debt))? (?:against|on|secured (?:by|on)|backed by) (its|their|the) ([\w.&-]+) (?:stake|shares|stock|holding|shareholding)(?: in ([\w.&-]+))?/gi,
    "borrow against $1 $2 shares",
  ],
  [
    /\b(?:raise|get|borrow|obtain) (?:against|on) (its|their) (?:stake|shares|stock|holding|shareholding) in ([\w.&-]+)/gi,
    "borrow against $1 $2 shares",
  ],
  [
    /(\bborrow\w*\b.{5,60}?),? (?:(?:in|with|on|at) )?(?:(?:its|their|the|this) )?(?:latest|current|newest|most recent|second|renewed|new) (?:attempt|try|go|push|effort|bid)\b/gi,
    "$1",
  ],
  [
    new RegExp(
      `${LEAD}([\\w.& -]{2,30}?) (?:has|have) (?:signed|dealt|done deals|contracted|struck deals)(?: up)? with ([\\w.& -]{2,30}?) (?:more than once|twice|(?:three|four|several|many|a few) times|repeatedly)[.,;:!]* (?:and )?(?:which|what)(?: one)? (?:of (?:those|these|them|the \\w+) )?(?:was|is|were) (?:the )?(largest|biggest|smallest)(?: one)?`,
      "i",
    ),
    "$1which of $2's contracts with $3 was the $4",
  ],
  // What is put down at once is paid before anything else.
  [
    /\bput (anything|something|any money|money|any cash|cash|a deposit|a penny|a cent)(?: at all)? (?:down|up front|upfront)(?: (?:today|now|up front|upfront|at (?:the )?(?:start|outset|signing)))?/gi,
    "pay $1 up front",
  ],
  // What never came further than a letter of intent is still one.
  [
    /\b(?:(?:have|has|had|did|are)(?:n['’]t| not| never)|never) (?:(?:ever|yet|actually|really) )*(?:get|got(?:ten)?|go|gone|moved?|made it|progress(?:ed)?|advanced?|went|come|came|be(?:en)?)(?: any)? (?:beyond|past|further than|farther than|more than) (?:being )?(?:just )?(?:the |an? )?(?=(?:[\w-]+ ){0,2}?(?:letters?|lois?|mous?|memorandums?|memoranda|preliminary|non-?binding|rumou?rs?|talks?|announcements?)\b)/gi,
    "are still only a ",
  ],
  // What was sold at a valuation is asked for, and not the valuation that is given.
  [
    /^(\W*(?:(?:so|and|but|ok|hey),? )*how (?:much|many)\b.*) at (?:an?|the|its) ([$€£]?\d[\d.,]*\s?(?:bn?|m|mn|tn?|billion|million|trillion)) (?:post-?money )?valuation\b/i,
    "$1 at $2",
  ],
  // "How much are they after now": what somebody is after is sought.
  [
    /\b((?:how (?:much|many)(?: \w+)?|what (?:sum|amount|size)) (?:is|are|was|were) (?:[\w.&'’-]+ ){1,3})after(?=(?: (?:now|for|this time|these days|in all|today|at (?:this|the) moment))*\W*$)/gi,
    "$1seeking",
  ],
  [
    /\b(how (?:big|large|many|much)|what|capacity|size|power)\b(.*) (?:(?:just |all )?(?:on its own|by itself)|in isolation)(?=\W*$)/gi,
    "$1$2 alone",
  ],
  // What is spread over years has no spread over a rate.
  [/\bspread (?:out )?(?=(?:over|across) (?:how|what|the|\d|\w+ years))/gi, ""],
  [/\bthe other (?=[$€£]\s?\d)/gi, "the remaining "],
  [/\badd-ons?\b(?=.*\b(?:dropp?(?:ed)?|cancel\w*|scrapp?(?:ed)?|shelved|abandoned)\b)/gi, "expansion"],
  // Whoever defaults on a loan is no input that is taken by default.
  [/\bdefault(?:s|ed|ing)? on\b/gi, "be in arrears on"],
  [/\bnotional(?: amount| value)? (?=(?:of|on|for)\b)/gi, "amount "],
  [
    /\bwhat (?:does|would|will|did) it take for (.{3,60}?) to (?:be |get )?(?:released|paid(?: out)?|unlocked|funded|kick in|come through|go out|fall due|be due)\b/gi,
    "what are the conditions for $1",
  ],
  [/\bwho (?:fronted|stumped up|coughed up|ponied up)\b(?=.*(?:[$€£]\s?\d|\bmoney\b))/gi, "who put up"],
  [/\bwhose money (?:is|was|sits|stands) (?:behind|in|inside)\b/gi, "who put money into"],
  [
    new RegExp(
      `${LEAD}where did (?!it |they |that |the (?:stock|shares) |shares )(.{2,40}?) (?:end|finish|close)(?: up)? (?:on |at the end of )?(?:its |the |their )?(?:first (?:trading )?day|day one)\\W*$`,
      "i",
    ),
    "$1at what price did $2 close on its first day?",
  ],
  [
    new RegExp(
      `${LEAD}(?:the )?(?:biggest|largest|top|main) ((?:us|u\\.s\\.|american) data[- ]?cent(?:er|re))s? (?:lessees?|leasers?|tenants?|renters?)(?=.*\\b(?:q[1-4]|quarter)\\b)`,
      "i",
    ),
    "$1who leased the most $2 capacity",
  ],
  [/\bdata[- ]?cent(er|re) space\b/gi, "data cent$1 capacity"],
  // Who leased the most in a quarter is told by a count of it, and by no lease.
  [
    new RegExp(
      `${LEAD}(?:who(?:['’]s| is| was) )?(?:the )?(?:biggest|largest|top|main|no\\.? ?1) (?:single )?(?:lessees?|leasers?|lease takers?|tenants?|renters?) of ((?:the )?(?:us|u\\.s\\.|american) data[- ]?cent(?:er|re))s?(?: capacity)?(?=.*\\b(?:q[1-4]|quarter)\\b)`,
      "i",
    ),
    "$1who leased the most $2 capacity",
  ],
  [/\b(?:marked|carried|valued) (?=at \$?\d+(?:\.\d+)?(?: dollars)? (?:a|per) share\b)/gi, ""],
  [/\b(?:marked|carried)(?= at\b)/gi, "valued"],
  // What is held in a company, and what it has gained on paper.
  [/\b(?:positions?|blocks?)\b(?=.*\b(?:shares?|stock|at \$?\d))/gi, "stake"],
  [/\b(?:unreali[sz]ed|paper|mark-to-market) (?=(?:gains?|loss(?:es)?|profits?)\b)/gi, ""],
  [
    /\b(gains?|loss(?:es)?|profits?),? (?:vs\.?|versus|over|against|on) (?:its |their |the )?(?:cost|purchase price)(?: basis)?\b/gi,
    "$1",
  ],
  [/\b(?:NNN|nnn)\b(?! mean)/g, "triple net"],
  // The share is asked for, though no word asks.
  [
    /^\W*(?:the )?((?:exact|precise|actual|rough) )?(share|percentage|fraction|proportion) of (?=[\w.& -]{2,30}['’]s? (?:total |revenue |contracted )?(?:backlog|rpo|order ?book|revenues?|sales)\b(?!.*\b(?:what|how|which)\b))/i,
    "what $1$2 of ",
  ],
  [/\bhow much voting power (?=(?:does|do|did|will|would)\b)/gi, "what share of the votes "],
  // What investors ordered of bonds or shares is an amount, and no list.
  [
    new RegExp(
      `${LEAD}(?:the )?(?:investor |total )?orders (?:for|on|in) (?=.{2,60}\\b(?:bonds?|notes|ipo|offering|share sale|debt)\\b)`,
      "i",
    ),
    "$1how big were the orders for ",
  ],
  [/\bup and running\b/gi, "operational"],
  // What is got through is spent, and nothing that has gone through.
  [
    /\b(how (?:much|many)\b.{0,20}\b(?:cash|money|billions?|dollars)\b.{2,40}?)\b(?:go(?:es|ing|ne)?|went|gets?|got(?:ten)?|burn(?:s|ed|t|ing)?|r[au]ns?|chew(?:s|ed)?|eats?|ate) through\b/gi,
    "$1burn",
  ],
  [
    /\b(how (?:much|many)\b.{0,20}\b(?:cash|money|billions?|dollars)\b.{2,40}?)\b(?:us(?:e|es|ed|ing)|eat|ate|eaten) up\b/gi,
    "$1burn",
  ],
  [
    /\b(?:over|across|within) (?:what|which) (?:period|time ?frame|time ?span|stretch|horizon)(?: of time)?\b/gi,
    "over how many years",
  ],
  [
    /\b(?:stuck|sank|sunk|chucked|threw|shoved|ploughed|plowed|pumped|poured|plonked|shovell?ed) (?=(?:an? |about |some |over |roughly )?[$€£]?\s?\d[\w.,]*(?: ?(?:bn?|m|billion|million))?(?: of \w+)? in(?:to)?\b)/gi,
    "put ",
  ],
  [
    /\b(?<!\b(?:is|was|were|been|being|got|gets) )(?:swallowed|gobbled)(?: up| whole)?\b(?!.*\b(?:loss\w*|costs?|bill|risks?|overruns?|shortfall)\b)/gi,
    "took over",
  ],
  [
    /\bwho(?:['’]s| has| is| was)? (?:(?:now|been|just) )*(?:(?:put|placed|left|named|picked|chosen|appointed|hired|tapped|brought in|installed) (?:in charge of|at the helm of|to (?:run|lead|head)|as (?:the )?(?:ceo|boss|head|chief executive) of)|in charge of|at the helm of) /gi,
    "who runs ",
  ],
  [/\b(?:linked|pegged|hitched|chained) (?=to\b)/gi, "tied "],
  [
    new RegExp(
      `${LEAD}(?:what|how much) (?:did|does|do|would) (?:that|this|it) (?:value|price|peg|put|mark) (?:the (?:company|firm|business|lab|startup|start-up|maker)|it|them|[\\w.&-]{2,20})(?: at)?\\W*$`,
      "i",
    ),
    "$1at what valuation?",
  ],
  [
    new RegExp(
      `${LEAD}how (?:lopsided|close|tight|narrow|decisive|one-sided|clear|heavy) (?:was|were) (?:the |that |[\\w.&'’ -]{2,40} )?(?:vote|voting|ballot|margin|defeat|result)\\b`,
      "i",
    ),
    "$1how was the vote cast for and against",
  ],
  // "Softbank total put into OpenAI", "the total SoftBank has invested in OpenAI".
  [
    new RegExp(
      `${LEAD}(?:what(?:['’]s| is) )?(?:the )?(?:(?:total|sum|amount|money) (?:that )?([\\w.&-]{2,20}) (?:has |have |had )?|([\\w.&-]{2,20})['’]?s? total )(?:put|invested|poured|sunk|ploughed) in(?:to)? (?=\\w)(?!.*\\bafter\\b)`,
      "i",
    ),
    "$1how much in total has $2$3 invested in ",
  ],
  [
    /\bhow much (?:money |cash |capital )?(?:did|has|have|had) ([\w.&-]{2,20}) (?:ever |actually |now )?(?:put|poured?|sunk|plough(?:ed)?|paid) (?:money |cash )?in(?:to)? (?=.*\b(?:in total|in all|altogether|all told|overall|cumulatively)\b)/gi,
    "how much has $1 invested in ",
  ],
  [/\b(equity|debt) (?:slice|piece|chunk|bit|component|layer|sliver) (?=(?:of|in|at)\b)/gi, "$1 part "],
  // What somebody does for the leases of another stands behind them.
  [/\b(?:credit |financial |lease )?support(?=.{1,60}\b(?:leases?|lease obligations|rents?)\b)/gi, "backstop"],
  [/\best\. /gi, "estimate "],
  [
    /\bwhat (is|are|was|were) (?!(?:it|they|that|this|these|the (?:site|campus|place|plant|data cent(?:er|re)))\b)(.{2,50}?) (?:powered|fuell?ed|run) (?:by|on|with|from)(?=[\s?.!]*$)/gi,
    "how $1 $2 powered",
  ],
  [
    /\b(?:what|which) (?:fuel|energy source|power source) (?:powers|runs|drives|feeds|fuels) (.{2,50}?)(?=[\s?.!]*$)/gi,
    "how is $1 powered",
  ],
  [
    /\b(?:what|which) (?:fuel|energy source|power source) (?:does|do|will) (.{2,50}?) (?:run|operate) on(?=[\s?.!]*$)/gi,
    "how is $1 powered",
  ],
  [/\bsign(?:s|ed|ing)? off(?: on)?(?= \w)/gi, "approve"],
  [
    /\bwho (?:from|of|at) (.{2,30}?) (?:has |have )?(?:went|gone|moved|jumped|switched|defected|goes|moves)(?: over)? to (?=\w)/gi,
    "who from $1 joined ",
  ],
  [
    /\bwho (?:has |have )?(?:went|gone|moved|jumped|switched|defected)(?: over)? from (.{2,30}?) to (?=\w)/gi,
    "who from $1 joined ",
  ],
  // What is not in it has been left out.
  [
    /\bwhat(?:(?:['’]?s| is| was| are) not|(?: is|s|['’]s| was| are)n['’]?t) (?:included in|covered by|part of|counted in|in)(?= \w)/gi,
    "what was left out of",
  ],
  // Records call what hangs on power that is built milestones of deployment.
  [
    /(?<=^\W*(?:(?:so|and|but|ok)\b[\s,]*)*(?:is|are|was|were|do|does|did)\b.*)\b(?:tied|linked|pegged|conditional|contingent|dependent|hing\w+) (?:to|on|upon) (?:(?:the|each|every|any|new|more) )*(?:gigawatts?|gws?|megawatts?|mws?|capacity)(?: (?:being|getting|coming|going|is|are))?(?: (?:switched on|turned on|deployed|installed|built|on-?line|live|energi[sz]ed|rolled out|delivered|operating))?(?![\w-])/gi,
    "tied to milestones of deployment",
  ],
  [/\b(the|what|which|exact) sum\b(?! (?:of|up|total)\b)/gi, "$1 amount"],
  // What somebody has put into another is money.
  [
    /\bwhat (had|has|have) (?!(?:it|they|the money|the cash)\b)([\w.&'’ -]{2,40}?) ((?:ever |actually |already )?invested in(?:to)?) (?!(?:the |other |any |various )?(?:[\w-]+ ){0,2}(?:labs|companies|firms|start-?ups|ventures|rivals|projects|sites|names|it|them|return|exchange)\b)(?=[\w$])/gi,
    "how much $1 $2 $3 ",
  ],
  // How large it will be says nothing of when.
  [
    /(?<=\b(?:how (?:big|large|many|much)|size|capacity|[mg]ws?)\b.{1,60}) (?:when|once) (?:it['’]?s |it is |they['’]?re |all )?(?:fully )?(?:done|finished|complete[d]?|built(?:[- ]out)?)(?=\W*$)/gi,
    " at full build-out",
  ],
  [
    new RegExp(
      `${LEAD}what(?:['’]?s| is) the most (.{3,60}?) (?:could|can|may|might) (?:grow|go|get|expand|scale)(?: up)? to(?=\\W*$)`,
      "i",
    ),
    "$1what is the maximum capacity of $2",
  ],
  // "GPUs that Google rents": how many they are.
  [
    new RegExp(
      `${LEAD}(?:(?:the )?(?:number|count) of )?(gpus|tpus|chips|accelerators|jobs|buildings|shares|warrants|reactors|acres) (?:that )?(?=[\\w.&'’-]+(?: [\\w.&'’-]+)? (?:can|could|may|might|will|would|gets?|got|rents?|rented|takes?|took|buys?|bought|uses?|leases?|leased|supplies|supplied|delivers|plans?|planned|promised|adds?|added)\\b)`,
      "i",
    ),
    "$1how many $2 ",
  ],
  [/\bdeclared (?=(?:fully |now )?(?:operational|open|complete|finished|live|in service))/gi, ""],
  [/\b(longest|shortest) tenor\b/gi, "$1 maturity"],
  // What a tenor is, is asked of the word.
  [
    /(?<!\b(?:an?|define|is|does|word) )(?<!^)\btenor\b(?! (?:mean|is|in plain)\b)|^tenor(?= (?:of|on|for)\b)/gi,
    "length",
  ],
  // Bonds price at a yield.
  [
    new RegExp(
      `${LEAD}(?:where|at (?:what|which)(?: level| price| point)?) (?:did|do) (?!.*\\b(?:bonds?|notes?|debt|loans?|paper)\\b)(.{2,40}?)(?:['’]s? ipo)? (?:end up )?pric(?:e|ing)(?: (?:its|the|their) (?:ipo|offering|shares|listing|float))?\\W*$`,
      "i",
    ),
    "$1what was the offer price of $2?",
  ],
  [
    new RegExp(
      `${LEAD}what did (?!.*\\b(?:bonds?|notes?|debt|loans?|paper)\\b)(.{2,40}?)(?:['’]s? ipo)? (?:end up )?pric(?:e|ing)(?: (?:its|the|their) (?:ipo|offering|shares|listing|float))? at\\W*$`,
      "i",
    ),
    "$1what was the offer price of $2?",
  ],
];

/** Texts without such words come back as they are. */
export const withoutTradeTalk = puttingInstead(SAID);
