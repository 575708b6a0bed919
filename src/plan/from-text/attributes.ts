/** Which attribute of a deal is asked for, as a table of patterns: the first that matches wins. */
import { patternTable } from "../../knowledge/pattern-table.ts";
import type { Attribute } from "../plan.ts";

type Ask = { attribute: Attribute; pattern: RegExp; form?: "yes-no" };
const LEAD = String.raw`^(?:(?:so|and|but|or|ok(?:ay)?|hey|hi|wait|then)[\s,]+)*`;

export const ASKS: readonly Ask[] = [
  // The first word says what is asked for, whatever else stands in the question.
  {
    attribute: "site",
    pattern: new RegExp(
      String.raw`${LEAD}(?:where(?:abouts)?|(?:in|at|to|from) (?:which|what) (?:states?|countr(?:y|ies)|cit(?:y|ies)|count(?:y|ies)|towns?|regions?|villages?|places?))\b(?!(?:['’]s| (?:do|does|did|is|are)) .{1,40} (?:stand|go|come from|from)\b)`,
      "i",
    ),
  },
  // What a chip is called is which chip it is.
  {
    attribute: "chips",
    pattern:
      /\bwhat (?:do|did|does|will) .{1,40}\bcall\b.{0,60}\b(?:chips?|accelerators?|processors?|silicon)\b|\b(?:chips?|accelerators?|processors?|silicon)\b.{0,60}\b(?:called|named|dubbed|known as)\W*$|\b(?:code ?)?name (?:of|for) .{0,60}\b(?:chips?|accelerators?|processors?)\b/i,
  },
  // "What did The Information say Anthropic would spend": the amount that was said.
  {
    attribute: "value",
    pattern:
      /\bwhat (?:did|does|do|has|have) .{2,50}\b(?:say|says|said|report|reported|claim|claimed|estimate|estimated) .{2,50}\b(?:would|will|is to|was to|had to|has to|would have to) (?:spend|pay|cost|invest|raise|borrow|owe)\b/i,
  },
  {
    attribute: "fact",
    pattern:
      /\bwhat (?:did|does|do|has|have|had|will|would) .{1,60}\b(?:give up|gave up|given up|promise[d]?|change[d]?|say|said|agree to|drop(?:ped)?)\b/i,
  },
  {
    attribute: "fact",
    pattern:
      /\bwhat (?:else )?(?:does|do|did|will|would) .{1,40}\b(?:get|receive|got) (?:in (?:return|exchange)|for (?:its |the |their )?(?:\w{4,}ing\b|guarantees?|backstops?|support|help|trouble|risk|\d[\d.]*\s?%)|from (?:the|its|this|that) .{0,30}\b(?:deal|warrant|guarantee|stake)\b)/i,
  },
  { attribute: "value", pattern: /\bwhat (?:did|does|would|will|could) .{1,50}\b(?:sell|go|fetch) for\s*[?.!]*$/i },
  {
    attribute: "value",
    pattern:
      /\bwhat (?:did|does|will|would) .{1,40}\b(?:buy|purchase|acquire|get|pick up|take|sell) (?:it|them|that|this) for\b/i,
  },
  // What falls due at an event is an amount.
  {
    attribute: "value",
    pattern:
      /\bhow much\b.*\b(?:was|is|were|are|fell|falls|came|comes) (?:due|payable) (?:in|with|at|on|as) (?:the |its )?(?:first|initial|opening|second|final|last|closing|signing|start)\b/i,
  },
  {
    attribute: "fact",
    pattern:
      /\bwhat (?:is|are|was|were|does|do|did|will|would)\b(?!.*\b(?:pay|paid|worth|cost|offer|sell|sold|go|bought|buy)\b).{1,80}\bfor\s*\?*$/i,
  },
  // What borrowed money is for is no amount.
  {
    attribute: "fact",
    pattern:
      /\bwhat (?:does|do|did|will|would) (?:the |this |that |its |their )?(?:[\w.&'’-]+ ){0,5}?(?:loans?|debt|bonds?|notes|money|financing|proceeds|facility|raise|round)\b.{0,20}? (?:pay for|go(?: in)?to(?:wards?)?|buy|fund|finance|get used for)[\s?.!]*$/i,
  },
  {
    attribute: "count",
    pattern:
      /\b(?:in|how many|how much) (?:acres|hectares|square (?:feet|foot|metres|meters|miles)|sq\.? ?(?:ft|m)|people|jobs)\b|\b(?:floor (?:space|area)|acreage|square footage)\b/i,
  },
  {
    attribute: "fact",
    pattern:
      /\bwhat (?:all |else |exactly )?(?:is|are|was|were) (?:all )?(?:covered|included|counted|contained|excluded)\b|\bwhat (?:does|do|did) .{1,60}\b(?:cover|include|contain)\b/i,
  },
  {
    attribute: "parties",
    pattern:
      /\bwhat(?:['’]s| is| was| are) (?:\S+ ){1,4}(?<=['’]s? )(?:exact |actual )?(?:role|part|job|function)s?\b(?! (?:number|of the (?:loan|money|debt|price|cost)))|\bwhat (?:does|did|do) (?:\S+ ){1,3}do (?:in|at|for|on|with|there)\b|\bwhat (?:\w+ )?(?:part|roles?) (?:does|did|do) .{1,30} (?:play|have)\b|\broles? of\b/i,
  },
  {
    attribute: "explained",
    pattern:
      /\b(?:explain|walk (?:me|us) through|talk (?:me|us) through|break ?down|unpack|mechanics of|how (?:does|do|did|would|will|is) .{2,60} (?:work|structured|set up))\b(?=.*\b(?:warrants?|guarantees?|backstops?|leases?|options?|tranches?|licen[cs]es?|loans?|bonds?|revenue shar(?:e|ing)|structure|financing|exclusivity|clause)\b)|\bhow (?:does|do|did|would|will) .{2,60}\b(?:warrants?|guarantees?|backstops?|leases?|options?|tranches?|licen[cs]es?|loans?|revenue shar(?:e|ing)|structure|financing)\b.{0,30} work\b|\bhow is .{2,60} structured\b/i,
  },
  // "Which five sites did they add": where they are.
  {
    attribute: "site",
    pattern:
      /^(?:\W*(?:so|and|but|ok|hey),? )*(?:(?:which|what|name|list) (?:were |are )?(?:the )?|the )(?:two|three|four|five|six|seven|eight|\d) (?:[\w-]+ ){0,3}(?:sites|campuses|locations|places)\b(?!.*\b(?:how (?:much|many)|cost|largest|biggest)\b)/i,
  },
  // "How much of it hangs on conditions": an amount, and no terms.
  {
    attribute: "value",
    pattern:
      /\bhow much of (?:it|that|this|the \S+(?: \S+)?|its? \S+) (?:is |are |was |still )*(?:conditional|contingent|unconditional|(?:hangs?|hinges?|depends?|rests?) on|tied to (?:conditions|triggers|milestones)|subject to|under conditions)\b/i,
  },
  // "How much of the power is gas": so much power, and no money.
  {
    attribute: "capacity",
    pattern:
      /\bhow much of (?:the|its|that|this|their|(?:[\w.&-]+ ){0,3}[\w.&-]+['’]s?|(?:the )?(?:[\w.&-]+ ){1,3}) ?(?:new |total |planned )?(?:power|generation|electricity|supply|capacity|output|load)\b(?=.*\b(?:gas|nuclear|solar|wind|renewables?|hydro|coal|batter(?:y|ies)|grid|on[- ]?site|behind[- ]the[- ]meter|reactors?|fuel cells?|contracted|leased|live|online|secured|firm)\b)/i,
  },
  // What follows from something is no amount of it.
  {
    attribute: "fact",
    pattern: new RegExp(
      String.raw`${LEAD}what (?:would |will )?(?:happens?|becomes?|if)\b(?! (?:to|with|of) (?:the |its )?\d)`,
      "i",
    ),
  },
  // A reason is a sentence, whatever else the question speaks of.
  {
    attribute: "fact",
    pattern:
      /^(?:(?:so|and|but|or|ok(?:ay)?|hey|hi)[\s,]+)*(?:why|how come|for what reason|what(?:'s| is| was) the reason)\b/i,
  },
  // "Three French towns in the first phase": where they are.
  {
    attribute: "site",
    pattern: new RegExp(
      String.raw`${LEAD}(?:the )?(?:(?:first|initial|opening) )?(?:(?:two|three|four|five|six|seven|all|other|named) )?(?:[a-z]+ )?(?:towns|cities|villages|counties|states|locations) (?:in|of|for|where|named|chosen|picked)\b(?!.*\b(?:how (?:much|many))\b)`,
      "i",
    ),
  },
  // "Month AWS began building": a day that has come.
  {
    attribute: "announced",
    pattern: new RegExp(
      String.raw`${LEAD}(?:the )?(?:month|day|date|year|quarter) (?:that |when |in which |on which )?(?!of\b).{2,50}\b(?:began|started|signed|closed|opened|bought|sold|announced|agreed|raised|filed|listed|broke ground|completed|left|joined)\b`,
      "i",
    ),
  },
  // "How much of Scale AI did Meta buy": of a company a part is a percentage, of money it is money.
  {
    attribute: "stake",
    pattern:
      /\bhow (?:much|large a (?:part|share)|big a (?:part|share)) of (?!(?:it|that|this|them|those|the|its|their|these)\b|[^?]*\b(?:debt|bonds?|loans?|rounds?|deals?|contracts?|capacity|power|money|chips|gpus|output|equity|cost|revenue|backlog|site|campus)\b)[\w .&'’-]{2,30} (?:did|does|do|has|have|will|would|is) .{2,40} (?:buy(?:ing)?|bought|own|owns|take|took|taking|get|getting|acquire[d]?|hold|end up with)[\s?.!]*$/i,
  },
  { attribute: "stake", pattern: /\bwhat (?:part|share|portion|percentage) of .{2,40}\b(?:equity|shares|stock)\b/i },
  // "Region of Argentina where it would go up".
  {
    attribute: "site",
    pattern: new RegExp(
      String.raw`${LEAD}(?:the )?(?:regions?|parts?|states?|provinces?|count(?:y|ies)|towns?|cit(?:y|ies)|areas?|districts?) (?:of|in) .{2,40}\b(?:where|in which)\b`,
      "i",
    ),
  },
  // "Last month of Google's contract": until when it runs.
  {
    attribute: "when",
    pattern: new RegExp(
      String.raw`${LEAD}(?:(?:what|which|when)(?:['’]s| is| was)? )?(?:the )?(?:last|final|closing) (?:month|day|date|year|quarter) (?:of|for|on|in|under)\b(?!.*\b(?:revenue|capex|loss|share price|earnings|backlog)\b)`,
      "i",
    ),
  },
  // What is paid on a loan is its interest, and no amount.
  {
    attribute: "fact",
    pattern:
      /\b(?:what|which) (?:interest |coupon )?(?:rate|yield|spread|coupon)\b(?=.*\b(?:loans?|bonds?|debt|notes|revolver|facility|credit line|borrow\w*)\b)/i,
  },
  {
    attribute: "fact",
    pattern:
      /^\W*(?:the )?(?:interest )?(?:rate|coupon|yield|spread|pricing) (?:on|of|for) .*\b(?:loans?|bonds?|debt|notes|revolver|facility|credit line)\b/i,
  },
  {
    attribute: "parties",
    pattern:
      /^(?:(?:so|and|but|or|ok(?:ay)?|hey|hi)[\s,]+)*(?:which|what) (?:\w+[\s-]){0,2}(?:compan(?:y|ies)|firms?|banks?|lenders?|investors?|partners?|managers?|utilit(?:y|ies)|developers?|builders?|operators?|makers?|suppliers?|vendors?|customers?|tenants?|landlords?|contractors?|sellers?|buyers?|backers?|underwriters?|bookrunners?|arrangers?|regulators?|agenc(?:y|ies)|executives?|boss(?:es)?|chiefs?) (?!(?:stake|share|price|value)s?\b)/i,
  },
  // What is paid out of what comes in is a share of it.
  {
    attribute: "stake",
    pattern:
      /\bhow much of (?:the )?(?:world(?:['’]s)?|global|worldwide|industry|projected|total)\b.*\b(?:output|supply|production|capacity|market|dram|demand)\b|\b(?:what|which) (?:rate|percentage|proportion|fraction|cut|slice|share)\b.*\b(?:of|from|on) (?:its |their |[\w.&-]+['’]s )?(?:revenues?|sales|turnover|income)\b/i,
  },
  {
    attribute: "stake",
    pattern:
      /\bloan[- ]to[- ](?:cost|value)\b|\blt[vc]\b|\b(?:how much|what part|which part) of .{2,40}\b(?:costs?|bill|price)\b.{0,24}\b(?:debt|loans?|borrow\w*|lenders?|lent|banks?)\b/i,
  },
  // "Meta's stake in Scale AI, %": the sign behind it says in what.
  {
    attribute: "stake",
    pattern:
      /\b(?:stakes?|shares?|holding|ownership|slice|votes?)\b[^?]*(?:[,(–—:-]\s*|\bin )(?:%|per ?cent\b|pct\b)\W*$/i,
  },
  // "Power company for The Barn", "utility behind Hyperion".
  {
    attribute: "parties",
    pattern: new RegExp(
      String.raw`${LEAD}(?:the )?(?:(?:power|electric(?:ity|al)?|energy|gas|construction|engineering|building|cloud|chip|cooling) (?:compan(?:y|ies)|firms?|suppliers?|providers?|contractors?|makers?|utilit(?:y|ies))|utility|contractor|landlord|lessor|tenant) (?:for|of|behind|at|in|on|to)\b`,
      "i",
    ),
  },
  {
    attribute: "parties",
    pattern: new RegExp(
      String.raw`${LEAD}(?:(?:name|list|give me|tell me|show me) )?(?:all )?(?:the )?(?:(?:first|anchor|main|largest|biggest|lead|sole|only|other|named|initial|majority|founding|seed|cornerstone|strategic|core|earl(?:y|ier|iest)|original|previous|existing|key) )*(?:banks?|lenders?|investors?|vcs?|venture (?:firms|funds|capitalists)|backers?|arrangers?|(?:structuring|placement|administrative) agents?|underwriters?|customers?|tenants?|landlords?|suppliers?|utilit(?:y|ies)|developers?|builders?|operators?|owners?|holders?|sellers?|buyers?|guarantors?|lessees?|clients?) (?:in|of|on|for|behind|at|to|by|per)\b(?!.*\b(?:how (?:much|many)|worth|percent\w*|share of)\b)`,
      "i",
    ),
  },
  {
    attribute: "fact",
    pattern: /^(?:\W*(?:so|and|but|ok|hey),? )*who (?:first )?(?:reported|broke|leaked|revealed)\b/i,
  },
  // "Value of its shares when it got them": the amount, whenever that was.
  {
    attribute: "value",
    pattern:
      /^(?:\W*(?:so|and|but|ok),? )*(?:what(?:['’]s| is| was) )?(?:the )?(?:value|worth|size|amount|price) of [^?]{3,60}\bwhen (?:it|they|he|she)\b/i,
  },
  // What a company was worth in a round is no amount that was raised in it.
  {
    attribute: "valuation",
    pattern:
      /\b(?:what|how much) (?:is|was|were) [^,;?]{2,30} worth (?:in|at|during|after|for) (?:the |its |their )?[^?]{0,40}\b(?:rounds?|raise|share sale|tender|secondary|series [a-z])\b/i,
  },
  // A question that begins with who, asks for somebody, whatever else is in it.
  {
    attribute: "parties",
    pattern:
      /(?:^|[,:;?!–—-]\s*)(?:(?:so|and|but|or|ok(?:ay)?|wait|hey|hi|then|remind me|besides [\w\s]{2,30},)[\s,]+)*(?:(?:from|by|to|with|of|through) )?who(?:se|m|'s|s|'d|'ll)?\b/i,
  },
  {
    attribute: "value",
    pattern: new RegExp(
      String.raw`${LEAD}how much (?:money )?(?:(?:is|was|are|were) .{1,80}\bworth\b|(?:does|did|do|will|would|has|have|is|was) .{1,80}\b(?:cost|pay|paid|raised?|invest(?:ed)?|borrow(?:ed)?|spend|spent|lend|lent|owe)\b)(?!.*\bper (?:gw|gigawatt)\b)`,
      "i",
    ),
  },
  { attribute: "value", pattern: /\bin (?:us )?(?:dollars?|dollar terms|usd|\$)(?=\W|$)/i },
  {
    attribute: "exit",
    pattern:
      /\b(?:(?<!\b(?:do|does|did|will|would) .{1,40} )get out(?: of)?|tear up|walk away|back out|pull out|opt out|exit (?:clause|right|option|terms?)|exit|terminat\w*|break clause|^(?:\W*(?:so|and|but|ok),? )*(?:can|could|may|is|are|does|do|would) .{2,60}\b(?:cancel|leave|quit|end|walk|bail)\b(?! up\b)|how can .* (?:leave|quit|end|cancel))\b/i,
  },
  {
    attribute: "sources",
    pattern:
      /(?<!\b(?:power|energy|electricity|fuel|water|heat) )\b(?:sources?|citations?|where (?:does|do|did) (?:this|that|it) come from|according to whom|evidence)\b/i,
  },
  {
    attribute: "per-gw",
    pattern:
      /\b(?:per|each|a|\/)\s?(?:gw|gigawatt)\b(?![\s-]?h)|(?:\b(?:dollars?|costs?|price|money|usd)\b.{0,12}|[$€£]\s?)(?:\bper|\/|\ba)\s?(?:mw|megawatt)\b(?![\s-]?h)|\$\s?\/\s?gw/i,
  },
  {
    attribute: "status",
    pattern:
      /^(?:so |and |but |wait,? |[\w\s-]{2,30}: )?(?:is|are|has|have|was|were|did|does|do)(?:n['’]t)?\b.*\b(?:sign(?:ed)?|final(?:ised|ized)?|done|close[sd]?|cancel\w*|paused?|dead|alive|live|complete[d]?|finished|built|under construction|operational|running|open(?:ed)?|under ?way|begun|binding|firm|commit\w*|obligat\w*|happen\w*|on hold|(?<!\b(?:laid|lay|paid|pay|set|cut|switch\w*|spun|sold|written|kick\w*|tak\w+|took|held|show\w*|start\w*|ward\w*) )off|dropped|scrapped|confirm(?:ed|s)?|broken ground|official|definitive|(?:re)?start(?:ed)?|reopen(?:ed)?|(?:re)?started up|anywhere|materiali[sz]e\w*|fall through|g(?:o|one) through|pending|listed|(?:go|goes|going|gone|went) (?:ahead|public)|proceed\w*|mov(?:e|es|ing) (?:ahead|forward)|in the works|on the cards|still planned)\b/i,
    form: "yes-no",
  },
  {
    attribute: "status",
    pattern:
      /\b(?:status|state of|(?:finished|done|closed|completed|complete|signed|agreed|approved|cleared|final|live) or (?:still )?(?:pending|not|open|in (?:progress|limbo|the works)|waiting|outstanding|under (?:way|review))|pending or|finished or|still (?:being )?(?:on|alive|happening|live|built|going)|how firm|how real|what(?:['’]?s| is) (?:happening|going on) (?:with|at|to|over) (?!\$?\d)|how(?:['’]?s| is| are) .{2,60} (?:coming along|progressing|getting (?:on|along))|under construction|lois?\b.* or|(?:signed|done deal|contract|binding|firm|closed|live|built|official)\b.{0,30} or\b|or (?:just )?(?:signed|a? ?lois?|still|only|talks?|binding|rumou?r)|where (?:does|do|did|is) .* stand|lead anywhere|what happened to|how far along)\b/i,
  },
  { attribute: "valuation", pattern: /\b(?:valuation|valued at|valued|post[\s-]?money|pre[\s-]?money)\b/i },
  {
    attribute: "stake",
    pattern:
      /\b(?:what (?:stake|share(?! price)|slice|cut(?= of)|portion|chunk|fraction)|how (?:big|large) (?:a|of a|is the) (?:stake|share|slice|chunk|piece)|how (?:big|large) (?:is |was |a )+.*stake|how much of (?!(?:its|their|his|her|[\w.&-]+['’]s?) own (?:money|cash|funds|capital)\b).* (?:own|owns|hold|holds|get|end up with)\b|how much (?:does|do|did) .{2,40} own (?:of|in)\b|how much (?:of )?[\w.& -]{2,30}(?:stock|equity) (?:can|could|will|would|may) .{2,30} (?:get|buy|own|receive|end up with|have)\b|(?:what |which )?percent\w*|^(?:and |so |for |the |resulting |final )*stake(?! price| sale)|['’]s? (?:stake|share|holding) (?:after|before|once|following)|how much of .{3,40}['’]s? (?:backlog|order book|revenue|sales|rpo|capacity|debt) (?:is|was|comes?|came|are|were|depends?|relies|hangs|hinges))\b|\bwhat %|\b(?:stake|holding)s? ?%|%\s*(?:of|stake)|, ?%\?|\b(?:ownership|equity|jv|joint[ -]venture|stakes?) (?:split|breakdown)\b/i,
  },
  {
    attribute: "count",
    pattern:
      /\bnumber of (?!years|months|gigawatts|megawatts)|\bhow many (?!\w+ ?(?:gw|mw)\b|gw\b|gigawatts?\b|mw\b|megawatts?\b|dollars?\b|euros?\b|pounds?\b|billions?\b|millions?\b|bn\b|[$€£]|years?\b|months?\b)/i,
  },
  {
    attribute: "term",
    pattern:
      /\b(?:what (?:has|have|needs?) to (?:happen|be)|what (?:does|do|must|would) .{1,40} (?:have|need) to|what triggers?|conditions?|contingent|depend(?:s|ent)? on|what (?:does|do) .{1,60} need before|under what)\b/i,
  },
  // In the present or future tense nothing has come to pass yet.
  {
    attribute: "expected",
    pattern:
      /\b(?:when|(?:what|which) (?:exact )?(?:date|day|month|year|quarter)) (?:is|are|will|does|do|can|should|could|might|may)\b(?!.*\b(?:announced|signed|agreed|disclosed|unveiled|revealed|made|completed|paused|dropped|cancelled|raised|founded|formed)\b)/i,
  },
  {
    attribute: "announced",
    pattern:
      /\b(?:when (?:was|were|did|is|has)\b.*\b(?:announce[ds]?|sign(?:ed)?|agree[ds]?|disclose[ds]?|unveil\w*|reveal\w*|made|happen\w*|start|begin|break ground|take over|taking over|buy|acquire|invest|close[ds]?|complete|file[ds]?|put|pause|drop|cancel|raise|open|go live)|(?<!\b(?:by|until|till) )(?:what|which|on what) (?:date|day|month|year)|announcement date|(?:exact )?date)\b|[:,–-] ?(?:month|day|year)\?*$/i,
  },
  {
    attribute: "expected",
    pattern:
      /^(?:so |and )?will\b|\bwhen (?:is|are|will|does|do|can|should|could|'s)\b|\bwhen's\b|\bdue (?:back|date|in)\b/i,
  },
  {
    attribute: "when",
    pattern:
      /\b(?:when|runn?(?:s|ing)? (?:till|until|to)|until when|by (?:what|which) (?:date|day|month)|what year|which year|how soon|deadline|expir\w*|run out|go live|come online|matur\w+)\b/i,
  },
  {
    attribute: "term",
    pattern:
      /\b(?:how long|(?:over|for|in|during) (?:what|which) (?:period|time ?frame|time ?span|timeline|horizon|stretch)|time ?frame|terms? (?:of|in|at|is|was|for)|lease term|terms|conditions?|duration|length of|(?:for )?how many (?:years|months)|tenor|strike|vest\w*|interest rate|coupon|exclusiv\w*|collateral|longest[\s-]dated|(?<!\b(?:pay|paid|cost|costs|worth|price|value)\b.{0,60})licen[cs]e(?!.*\b(?:how much|pay|paid|cost|worth|price|value|amount)\b))\b/i,
  },
  // Money, whatever capacity it pays for.
  {
    attribute: "value",
    pattern:
      /\b(?:size|amount|value) of (?:the |that |this |its |their |an? )?(?:[\w-]+ ){0,2}(?:orders?|contracts?|loans?|debt|bonds?|cheques?|investments?|guarantees?|backstops?|rounds?|facility|package)\b/i,
  },
  {
    attribute: "capacity",
    pattern:
      /\b(?:campus|site|data ?cent(?:er|re)|plant) size\b|\bsize of (?:the |its |their )?(?:[\w’'-]+ ){0,4}(?:campus|site|data ?cent(?:er|re)|plant)\b/i,
  },
  {
    attribute: "capacity",
    pattern:
      /^(?:and |so )?(?:the )?(?:power|power draw|electric(?:ity|al) (?:load|demand)|megawatts?) (?:of|at|for|in) |\b(?:how (?:many|much) (?:(?!(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|of|for|money|more|less|it|that|this)\b)[\w.&'’-]+ ){0,3}?(?:gw|gigawatts?|mw|megawatts?|power|capacity|compute|electricity)|capacity(?! (?:orders?|deals?|contracts?|agreements?|purchases?|backstops?|payments?|guarantees?)\b)|(?<!(?!20\d\d)\b[\d.,]+[\s-]?|\b(?:tied to|(?:depend(?:s|ent)?|hangs?|conditional|contingent) (?:up)?on) (?:the |any )?)(?:gigawatts|megawatts|gw|mw|(?<!\b(?:first|each|every) )(?:gigawatt|megawatt)(?! one\b))|how (?:big|large) (?!.*\b(?:debt|loan|bond|round|investment|stake|guarantee|backstop|financing)\b).*\b(?:site|campus|data cent(?:er|re)|reactor|power (?:plant|station)|nuclear plant|solar farm))\b/i,
  },
  {
    attribute: "parties",
    pattern:
      /\b(?:who(?:'s|'d|'ll| is| are| was| else| would| will)?\b|whose|(?:which|what) (?:\w+[\s-]){0,2}(?:compan(?:y|ies)|firms?|parties|banks?|lenders?|investors?|partners?|funds?|managers?|utilit(?:y|ies)|developers?|builders?|operators?|makers?|suppliers?|vendors?|customers?|tenants?|landlords?|contractors?|sellers?|buyers?|backers?|underwriters?|bookrunners?|arrangers?|regulators?|agenc(?:y|ies)|ministr(?:y|ies)|executives?|boss(?:es)?|chiefs?|outfits?|players?)|parties|partners?|counterpart\w*|lenders?|guarantor|backers?|(?:ceo|chair(?:man)?)(?=[\s?.!]*$| of\b)|(?<!\b(?:size|value|amount|worth|how (?:much|big|large))\b.*)led by|lead (?:investor|bank|arranger|manager|lender|underwriter|partner)s?\b)/i,
  },
  {
    attribute: "fact",
    pattern: /\bwhere (?:do|does|did) (?!(?:this|that|it)\b).{1,60}\b(?:(?:come|came|stem|originate)s? from|go)\b/i,
  },
  {
    attribute: "site",
    pattern:
      /\b(?:where(?! (?:do|does|did) .{1,60}\b(?:come from|go)\b)|location|located|(?:which|what) (?:(?:[a-z]+an|[a-z]+ish|french|us|uk|danish|two|three|four) )?(?:states?|countr(?:y|ies)|cit(?:y|ies)|count(?:y|ies)|towns?|regions?|villages?|places?)|(?:which|what) (?:sites?|campus(?:es)?) (?:(?:is|was|were|has|have|had) (?:been )?)?(?:named|chosen|picked|selected))\b/i,
  },
  {
    attribute: "chips",
    pattern:
      /^(?:and |so )?what (?:runs|will run|is running|hums|sits) (?:in|at|inside)\b|\b(?:which|what|whose) (?:chips?|gpus?|accelerators?|processors?|hardware)\b/i,
  },
  {
    attribute: "value",
    pattern:
      /\b(?:how (?:much|big|large|costly|expensive|pricey)|what(?:'s|'d| is| was| are| did| does)? .*\b(?:paying|pay|paid|spending|spend|worth|value|price|amount|size|cost|bill|commit\w*|get|raise|raised|invest\w*)|worth|size|value|price|price tag|headline (?:figure|number)|outlay|spend(?:ing)?|bill|tab|budget|what did .{1,80} (?:come|amount|add up) to|cheque|check size|dollar (?:figure|amount|value)|enterprise value|total|contract value|amount|cost|ceiling|capped|cap(?: on| for)|max(?:es|ed)? out|tops? out|how many (?:dollars|euros|pounds|billions?|millions?|bn|[$€£])|debt|revenue)\b|\$\s?\?|how many (?:\$|€|£|bn\b)|[:-] ?\$\?/i,
  },
];

/** The same, for a text of which the first that matches is asked. */
export const ASKED = patternTable(ASKS, ({ pattern }) => pattern);
