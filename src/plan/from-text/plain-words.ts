/** Words of everyday speech for the field's own: "red ink", "binned", "set in stone", "shelled out" in the words that records and rules have. */
import { gated } from "../../knowledge/gated.ts";
import { puttingInstead } from "../../knowledge/pattern-table.ts";

const MONEY_ASKED = String.raw`(?<=\b(?:how much|what|how many (?:billions?|dollars|millions?))\b.{1,60}?)`;

const TOOK_IN = String.raw`(?:took|takes|brought|brings|pulled|pulls|raked|rakes) in(?: (?:during|in|over|for|through|across))? (?=(?:the )?(?:year |fiscal |calendar )*(?:(?:20)?\d\d\b|fy|[hq][1-4]\b|(?:first|second|last|this|third|fourth) (?:half|year|quarter)))`;

/** Before asides are left out: "ballpark?" behind a power asks for its cost. */
const BALLPARK = gated(
  /^(\W*(?:(?:so|ok|and|hi|hey)[\s,]+)*)(?:an? )?(\d[\d.,]* ?(?:gws?|gigawatts?|mws?|megawatts?)) (build-?outs?|builds?|campus(?:es)?|sites?|data ?cent(?:er|re)s?|facilit(?:y|ies)|projects?)[\s,:;–—-]+(?:ball-?park(?: (?:cost|price|number|figure))?|rough(?:ly)?(?: (?:cost|price|number|figure))?|price|damage|how much|what(?:['’]s| is) the (?:damage|tab|bill|ballpark))[\s?.!]*$/i,
);
export const ballparkAsked = (text: string): string => text.replace(BALLPARK, "$1how much does a $2 $3 cost?");

/** "Ended up taking": what came of it, and no end of anything. */
const ENDED_UP: readonly (readonly [doing: string, did: string])[] = [
  ["taking", "took"],
  ["buying", "bought"],
  ["paying", "paid"],
  ["building", "built"],
  ["leading", "led"],
  ["renting", "rented"],
  ["leasing", "leased"],
  ["getting", "got"],
  ["owning", "owns"],
  ["signing", "signed"],
  ["raising", "raised"],
  ["costing", "cost"],
];

const POWER_SOURCE = String.raw`\W*(?:(?:so|and|ok),? )*(?:what(?:['’]s| is| are| will be) )?(?:the |its |their )?(?:main |primary )?(?:(?:power|energy|electricity) sources?|sources? of (?:power|energy|electricity))`;

const SAID: readonly (readonly [RegExp, string])[] = [
  ...ENDED_UP.map(
    ([doing, did]) => [new RegExp(`\\b(?:end(?:s|ed)|w(?:inds|ound)) up ${doing}\\b`, "gi"), did] as const,
  ),
  // Paid.
  [/\b(?:fork(?:s|ed|ing)?|shell(?:s|ed|ing)?|dish(?:es|ed|ing)?) out\b/gi, "pay"],
  [/\b(?:cough(?:s|ed|ing)?|stump(?:s|ed|ing)?|pony|ponies|ponied) up\b/gi, "pay"],
  [new RegExp(`${MONEY_ASKED}\\b(?:lay|splash|shell) out\\b`, "gi"), "pay"],
  [new RegExp(`${MONEY_ASKED}\\b(?:hand over|part with|splurge)\\b(?! in exchange)`, "gi"), "pay"],
  // Put in.
  [/\b(?:plough|plow|pour|sink|pump|inject|stick|shovel|chuck)(?:ing)? (?=in(?:to)? [\w$])/gi, "invest "],
  [
    /\b(?:ploughed|plowed|poured|sunk|sank|pumped|injected|shovelled|chucked)(?: (?:money|cash))? (?=in(?:to)? [\w$])/gi,
    "invested ",
  ],
  [/\b(?:plough|plow|pour|pump|inject)s (?=in(?:to)? [\w$])/gi, "invests "],
  // Bought.
  [/\b(?:snapp?(?:ed)?|scoop(?:ed)?|gobbl(?:ed?)?|hoover(?:ed)?|mopp?(?:ed)?) up(?= stakes?\b)/gi, "buy"],
  [/\b(?:snapped|scooped|hoovered|mopped) up\b/gi, "bought"],
  [/\b(?:snap|scoop|hoover|mop) up\b/gi, "buy"],
  // Raised.
  [
    new RegExp(
      `${MONEY_ASKED}\\b(?:haul|pull|rake|bring) in\\b(?! (?:20|q[1-4]|revenues?|sales|per\\b|an? year|a month|each|annually|rent))`,
      "gi",
    ),
    "raise",
  ],
  [/\b(?:hauled|raked) in\b/gi, "raised"],
  [
    /\b(how much|what) (did (?!.*\b(?:pay|cost|buy|sell)\b)\S+(?: \S+){0,2}?) (?:bag|scoop|land|drum up)\b/gi,
    "$1 $2 raise",
  ],
  // A loss.
  [/\bred ink\b/gi, "loss"],
  [/\b(operating|net|full-year|quarterly|annual|q[1-4]|first-half|h1|h2) deficit\b/gi, "$1 loss"],
  [/\bdeficit(?= (?:in|for|of|during) (?:20\d\d|q[1-4]|h[12]|fy|the (?:first|second|third|fourth|year)))/gi, "loss"],
  // Revenue.
  [/\btop-? ?line\b/gi, "revenue"],
  [/\btakings\b/gi, "revenue"],
  [/\bhow many (gpu |graphics )?cards\b(?! (?:are|were) on the table)/gi, "how many GPUs"],
  // "Racks of 132 kW each, 4,000 of them"
  [
    /\b(racks?|servers|halls|buildings|chips|gpus|turbines|reactors|sites|campuses|blocks|batteries|modules) (?:of|at|drawing|pulling|using|costing) ([$€£]?\d[\d.,]* ?(?:[kmgt]?w|[kmgt]?wh|k|m|mn|bn|b|million|billion|kilowatts?|megawatts?|gigawatts?)?)(?: each| apiece| a piece)?,? (\d[\d,]*) of (?:them|those|these)\b/gi,
    "$3 $1 at $2 each",
  ],
  [
    /\bhow much of (it|that|this|the \w+) (?:came|comes|comes? in|went in|goes in|lands?|landed|arrives?|arrived|(?:was|is|gets|got) (?:paid|put in|sent|due|handed over))(?: in)? (?:first|at the start|at once|immediately|right away|straight away|on day one|initially|to (?:begin|start) with|from the (?:start|outset))(?=\W*$)/gi,
    "how much of $1 is upfront",
  ],
  [/\b(us|ai|american|european|new|their|its|the|hyperscale|of|in) dc(s?)\b(?! area)/gi, "$1 data center$2"],
  // "If Huang's 50 to 60 billion is right, how many GW can you build for $200B"
  [
    /^(\W*)(?:if|assuming|supposing|suppose) (\S+(?: \S+)?['’]s? [$€£]?\d.{1,40}?) (?:is|are|was|were|holds?|proves?)(?: (?:about |roughly |really )?(?:right|correct|true|accurate|up|to be believed|the right (?:number|figure)))?,? (?:then )?((?:how|what) [^?]+?)[\s?]*$/i,
    "$1$3 at $2?",
  ],
  [
    /\b(what|which) (valuation|price|price tag|amount|size) (?:are|is|was|were|['’]s) (?:they|it|he|she|the company) after(?=\W*$)/gi,
    "$1 $2 is sought",
  ],
  [/\b(?:comes?|came|is|are) (?:with|under|subject to) conditions(?: attached)?\b/gi, "is conditional"],
  [
    /^(\W*)(?:so )?that(?:['’]?s| is| was) an? (?:(raise|increase|rise|jump|hike)|cut|drop|fall|reduction) of (?:what|how many) (?:percent|per cent|%)[\s?]*$/i,
    "$1by what percent is that different?",
  ],
  [/\bc(?:ome|ame|omes) (?:out|away) with\b(?=.*\b(?:after|from|following)\b)/gi, "end up with"],
  // "By March 2026 had Norway been paused"
  [
    /^(\W*)(?:by|as of|before|at|in) ((?:the end of |early |mid[- ]?|late )?(?:(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: \d{1,2},?)? )?20\d\d),? (?:had|was|were|has) (.{3,50}?) (?:already |yet )?been (\w+)[\s?]*$/i,
    "$1was $3 $4 as of $2?",
  ],
  // "The 10 GW lease: what does it come to per GW at $500B"
  [
    /(\d[\d.,]* ?[gm]w\b.*?) per (gw|gigawatt|mw|megawatt) (?:at|on|if (?:it|that) (?:is|costs?)) ([$€£]\d[\d.,]* ?(?:bn?|billion|mn?|million|tn?|trillion)?)(?=[\s?.!]*$)/gi,
    "$1 for $3, per $2",
  ],
  // "How many gigawatts does $300B buy if one costs 40B"
  [
    /(?<=\b(?:gws?|gigawatts?|gigs?)\b.*)\bif (?:one|each(?: one)?|every one|a (?:gig|gw|gigawatt)) (?:costs?|is|runs?(?: to| at)?|goes for) ([$€£]?\d[\d.,]* ?(?:bn?|billion)?)(?=[\s?.!]*$)/gi,
    "at $1 per GW",
  ],
  // "Stargate UK - what is it, in a line or two?"
  [
    /^(\W*)(\S.{2,40}?)\s*[-–—:,]\s*what (?:is|was) (?:it|that)(?:,? (?:in (?:a|one|two|a few) (?:lines?|sentences?|words?)(?: or two)?|exactly|anyway|again|please))?[\s?]*$/i,
    "$1what is $2?",
  ],
  [/\bwhat(?:['’]?s| is) (\S+(?: \S+)?) and why does (?:it|that) (?:come|keep coming) up.*$/i, "what is $1?"],
  // "Of its backlog at the end of 2025, what portion was OpenAI"
  [
    /^(\W*)of ((?:\S+ ){1,8}?\S+), (what|which|how big a) (portion|share|part|percentage|slice|proportion) (is|was|are|were|comes from|came from|belongs to) (?!(?:firm|binding|guaranteed|committed|upfront|conditional|optional|paid|debt|equity|just|really|actually|for)\b)([^?]+?)[\s?]*$/i,
    "$1$3 $4 of $2 $5 $6?",
  ],
  [/\bchang(?:ed|es|ing|e) hands\b/gi, "was sold"],
  [/\bnail(?:s|ed|ing)? down (?=(?:its|the|a|an|that|this|their)\b)/gi, "finalise "],
  [
    /\b(?:aren['’]?t|isn['’]?t|weren['’]?t|are not|is not|were not) in (?=(?:the )?(?:us|u\.s\.|usa|united states|america|europe|asia|texas|uk|china|states)\b)/gi,
    "are outside ",
  ],
  [/\b(what price|at what price|price) (?:apiece|a ?piece|a pop)\b(?=.*\bshares?\b)/gi, "$1 per share"],
  [/\bthe (claude|chatgpt|gemini|llama|grok) (?:people|folks?|guys|crowd|lot|makers?)\b/gi, "$1's maker"],
  // "How many dollars of Microsoft's backlog were OpenAI at the end of 2025"
  [
    /^(\W*)how many (?:dollars|billions?) of ((?:\S+ ){1,6}?(?:backlog|revenue|rpo|sales|spend(?:ing)?|capex)) (is|was|are|were) (\S+)(.*?)[\s?]*$/i,
    "$1what share of $2 is $4 in dollars?",
  ],
  [
    /^(\W*(?:so |and )?)(?:that(?:['’]?s| is)|it(?:['’]?s| is)) how many times (more|less|bigger|larger|higher|smaller)[\s?]*$/i,
    "$1how many times $2 is that?",
  ],
  [
    /\b(says?|said|reckons?|thinks?|claims?) (?:that|this|the) gigawatt (costs?|would cost|runs? to)\b/gi,
    "$1 a gigawatt $2",
  ],
  [
    /^(\W*)(?:which|what) (?:deals|contracts|agreements|pieces|parts) (?:make|made|go(?:es)? into|went into|add(?:ed)?) (?:up )?(?:to )?(?=the \d)/i,
    "$1what is in ",
  ],
  [/(?<!\d[ -]?)\b(gigawatts?)[- ]plus\b/gi, "$1"],
  [/\bthru\b/gi, "through"],
  // Electricity.
  [/\b(electricity|power|energy|utility) tab\b/gi, "$1 bill"],
  [/\bthree[- ]quarters (?:loaded|full|utili[sz]ed|busy|load)\b/gi, "75% load"],
  [/\bhalf (?:loaded|utili[sz]ed|load)\b(?! of)/gi, "50% load"],
  [/\btwo[- ]thirds (?:loaded|full|utili[sz]ed|busy|load)\b/gi, "66.7% load"],
  [
    /\b(?:every|each) hour(?: of the (?:year|day|month))? (?:is |being |gets )?(?:sold|rented|booked)\b|\ball (?:of )?(?:the )?hours (?:are )?(?:sold|rented|booked)\b/gi,
    "100% sold",
  ],
  [/\bamazon['’]?s cloud (?:arm|unit|business|division|operation)\b/gi, "AWS"],
  [/\b(?:google|alphabet)['’]?s cloud (?:arm|unit|business|division|operation)\b/gi, "Google Cloud"],
  [
    /\bwhat(?:['’]s| is) (locked in|guaranteed|committed|firm)(?: no matter what| come what may| whatever happens| regardless)(?=\W*$)/gi,
    "how much is firm",
  ],
  // "Who has the largest nuclear deal out of Meta, Google and Amazon"
  [
    /^(\W*(?:[^,:;?]{3,40}[:,] )?)(?:who|which(?: (?:one|company))?)(?:['’]s| has| have| got|['’]s got) (?:the )?(largest|biggest|smallest|highest|fattest|most recent|newest) (.{3,50}?),? (?:out of|among|amongst|of|between|from) ([^?]+?,[^?]+?(?: (?:and|or) |, )[^?]+?)[\s?.!]*$/i,
    "$1which of $4 has the $2 $3?",
  ],
  [/\b(?:carved|kept) out (?=(?:of|from) .*\b(?:purchase|acquisition|takeover|deal|buyout)\b)/gi, "excluded "],
  [/\bexcluded of\b/gi, "excluded from"],
  // Conditions, and what is firm whatever happens.
  [/\b(?:has|have|had|with|comes? with|came with|carries) no (?:strings|conditions)(?: attached)?\b/gi, "is upfront"],
  [
    /\bwhat(?:['’]s| are| were)?(?: the)? strings (?:are |were |that are )?attached to\b/gi,
    "what are the conditions of",
  ],
  [/\b(?:has|have|had|with|comes? with|came with) (?:any |some )?strings(?: attached)?\b/gi, "is conditional"],
  [/\bstrings (?:are |were |that are )?attached\b/gi, "conditions"],
  [
    /\b(?:locked in|guaranteed|committed|certain|owed) (?:no matter what|come what may|whatever happens|regardless)\b/gi,
    "firm",
  ],
  [/\b([\w&.]+['’]s (?:[\w&.]+ )?)(?:cheque|check)\b(?=.*\bcondition)/gi, "$1investment"],
  [/\bhow high (?:can|could|does|might) (.{3,60}?) (?:go|get|rise|climb)\b/gi, "how much is $1 at most"],
  [/\bthe very (first|last)\b/gi, "the $1"],
  [/^(\W*)length of (?=the (?:first|last|second|\w+ ?\/ ?\w+|\w+ (?:deal|contract|lease|loan)))/i, "$1how long is "],
  [
    /\bname of (?:the )?([\w&.]+['’]s (?:cfo|ceo|coo|cto|chair(?:man|woman)?|president|founder|head|boss))\b/gi,
    "who is $1",
  ],
  [/\b(?:get|got|gets|was|were|been) wrapped up\b/gi, "close"],
  [/\ban? (extra|additional|further|another) hundred (billion|million)\b/gi, "$1 $100 $2"],
  [/\b(extra|additional|further|another) hundred (billion|million)\b/gi, "$1 $100 $2"],
  // Capital expenditure.
  [/\bcapital (?:investment|outlays?|spend)\b/gi, "capex"],
  [/\bremaining performance obligations?\b(?! .{0,20}\b(?:mean|stand))/gi, "backlog"],
  // Given up.
  [/\b(?:binned|nixed|canned|ditched|junked|torn up|called off|pulled the plug on)\b/gi, "cancelled"],
  [/\b(was|were|been|is|are|got) pulled\b(?! (?:in|out|off|up|from|together|forward))/gi, "$1 cancelled"],
  // Binding.
  [/\b(?:set|cast|carved|written) in stone\b/gi, "binding"],
  [/\b(?:legally enforceable|nailed[- ]on|nailed down|iron-?clad|watertight|cast-iron)\b/gi, "binding"],
  [
    /\b(is|are|was|were|isn['’]?t|aren['’]?t|really|all|fully|actually) locked in\b(?! (?:at|for|to)\b)/gi,
    "$1 binding",
  ],
  [/\bnon[- ]locked[- ]in\b/gi, "non-binding"],
  // Signed.
  [/\b(?:put to paper|papered|signed on the dotted line|signed,? sealed and delivered)\b/gi, "signed"],
  [
    /\b(deal|contract|lease|agreement|mou|memorandum|investment|purchase|it|that|this|thing|been|leases|contracts) (?:formally |fully |ever |actually )?executed\b(?! (?:by|on|at)\b)/gi,
    "$1 signed",
  ],
  [/\b(leases|contracts|deals) .{0,20}?\bexecuted (?=in 20)/gi, "$1 signed "],
  // Parties.
  [/\b(?:occupi(?:er|ant)|occupant)(s?)\b/gi, "tenant$1"],
  [/\b(an?) off-?taker\b(?!.*\b(?:ppa|reactor|nuclear|electricity)\b)(?! mean)/gi, "a customer"],
  [/\boff-?taker(s?)\b(?!.*\b(?:ppa|reactor|nuclear|electricity)\b)(?! mean)/gi, "customer$1"],
  // Shares of companies.
  [
    /\b(?:(?:minority|equity|ownership) )?(?:slice|chunk|piece|shareholding|cut|sliver) (?=in (?!(?:the|an?|costs?|power|debt|money|cash|time|capacity|revenues?|sales|half|two|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|q[1-4])\b)[\w.&-]+)/gi,
    "stake ",
  ],
  [/\bshareholding\b/gi, "stake"],
  [
    /\binterest (?=in (?!(?:the )?(?:dollars?|euros?|pounds?|usd|cash|money|total|percent|per|all|full|period|year|first|quarter|20\d\d)\b)[\w.&-]+)(?!.*\b(?:rate|pay|coupon|borrow\w*|loan)\b)/gi,
    "stake ",
  ],
  // Comparing.
  [
    /^(\W*(?:(?:so|and|ok)\b[\s,]*)*)(?:contrast|weigh(?: up)?|stack up|size up|line up|set (?:out )?side by side|put (?:next to each other|side by side))\b:? (?=.+\b(?:and|with|against|vs\.?|to|or)\b)/i,
    "$1compare ",
  ],
  [/\b(?:stacked|lined|held|set|measured|put) (?:up )?(?:against|beside|alongside)\b/gi, "against"],
  // "How did it evolve" and where it stands.
  [
    /\b(?:where do (?:things|we) stand (?:with|on)|where does it stand with|where are we (?:on|with)|what(?:['’]s| is) the (?:state of play|story|situation) (?:with|on|at)|any (?:news|update|updates) on|update me on|how(?:['’]s| is) it going (?:with|at)) (?!.*\bor not\b)/gi,
    "what happened to ",
  ],
  // Largest.
  [/\bmost (?:sizeable|sizable|massive|hefty|enormous|substantial)\b/gi, "largest"],
  [/\b(?:heftiest|weightiest|chunkiest|beefiest)\b/gi, "largest"],
  [/\bnumber one (?=single\b|largest\b)/gi, "largest "],
  [/\b(?:steepest|punchiest|richest) (?=(?:valuation|price|rate|multiple|capex|guidance|figure|coupon))/gi, "highest "],
  // Per gigawatt.
  [/\bon (?:an?|the) (?:per|\$\/)-?(?:gigawatt|gw)(?: basis)?\b/gi, "per gigawatt"],
  [/\bon (?:an?|the) per-?(megawatt|mw|kilowatt|kw|year|chip|share|month)(?: basis)?\b/gi, "per $1"],
  [/\b(?:each|every) gig\b(?! ?abit)/gi, "per gigawatt"],
  [
    /(?<=(?:[$€£]|\beur|\busd|\bcost|\bspend|\bcapex|\brevenue|\bprice|\brate|[\d)](?:bn?|m|k)?),? )an? (gigawatt|gw)\b(?=\W*$|,| and\b|:| per year| a year)/gi,
    "per $1",
  ],
  // The value of a company.
  [
    /\b(?:price tag|market value|mark)(?= (?:of|for|at|in) .{2,40}\b(?:round|series [a-h]|raise|share sale|tender|funding)\b)/gi,
    "valuation",
  ],
  [
    /\b(openai|anthropic|xai|crusoe|mistral|cerebras)(['’]?s?) (?:latest |last |current )?(?:price tag|market value)\b(?!.*\b(?:ipo|listing|first day)\b)/gi,
    "$1$2 valuation",
  ],
  [/\bby what factor (is|was|does|did)\b/gi, "how many times $1"],
  [/\bon (?:what|which) (?:date|day) (did|was|were|does|is)\b/gi, "when $1"],
  [/\bwhat number of (?=\w)/gi, "how many "],
  [/^(\W*)(?:the )?number of (?=[\w-]+ (?:did|does|has|had|is|are|was|were|will|would|can|could)\b)/i, "$1how many "],
  [/\bwhat amount (?=(?:did|does|has|have|had|is|was|were|are|will|would)\b)/gi, "how much "],
  [/\bjust how (?=(?:much|many|big|large|long)\b)/gi, "how "],
  // Whether somebody must, and whether building has begun.
  [/\bon the hook (?=to\b)/gi, "obliged "],
  [/\bon the hook for (?=\w)/gi, "obliged to pay "],
  [
    /\b(had|has|have) (?:(?:anyone|anybody|they|it|we|somebody|someone|[A-Z]\w+) )?(?:already |yet |even )?broken ground\b/g,
    "$1 construction started",
  ],
  [/\bbroken ground\b/gi, "started construction"],
  // What a share was sold at is its price.
  [
    /\b(?:what|how much) (?:were|was|are|is) (?:the |its |their )?(?:shares?|stock) (?:sold|issued|offered|priced)(?: at| for)(?=\W*$)/gi,
    "what was the price per share",
  ],
  [
    /\bwhere(?:['’]?d| did) (?:it|they|the (?:stock|shares?)) (?:finish|end|close)(?: up)?(?: (?:that|on the|the first|on its first) day(?: of trading)?)?(?=\W*$)/gi,
    "at what price did it close on its first day",
  ],
  // "More than a gigawatt" counts, and compares nothing.
  [/\b(?:more|greater|larger|bigger) than (?:a|one) (gigawatt|gw|megawatt|mw|billion|trillion)\b/gi, "over 1 $1"],
  [/\b(?:less|fewer|smaller) than (?:a|one) (gigawatt|gw|megawatt|mw|billion|trillion)\b/gi, "under 1 $1"],
  // "Signed and sealed, or not?"
  [
    /^(\W*)([^,:;?]{6,90}?)(?:, [^,:;?]{3,20})?\s*[:,–—-]+\s*(signed(?: and sealed)?|binding|approved|cancelled|built|closed|completed|live|confirmed|final|done|firm|operational|public),? or (?:not|no)(?: yet)?\W*$/i,
    "$1is $2 $3?",
  ],
  // What somebody burns.
  [
    /\bwhat (did|does|will|has) (.{2,30}?) burn(?:ed|t)?(?: through)? in cash (?:over|in|during) /gi,
    "how much cash $1 $2 burn in ",
  ],
  [/\bburn(?:ed|t)? through in cash\b/gi, "burn in cash"],
  // "Put A and B side by side in …"
  [
    /^(\W*(?:(?:so|and|ok)\b[\s,]*)*)(?:put|set|line up|place) (.{4,80}?) (?:and|with|against) (.{4,80}?) (?:side by side|next to each other|beside each other|together)(?:,|:)?(?: (in|by|for|on) (.{2,40}?))?\W*$/i,
    "$1compare $2 and $3 $4 $5",
  ],
  // What is signed and not yet delivered.
  [
    /\b(?:signed|contracted|booked|sold|committed)[- ](?:but|yet|and|though)[- ](?:not[- ]yet[- ]|still[- ]|as[- ]yet[- ])?(?:un(?:served|delivered|billed|filled|recogni[sz]ed|fulfilled|shipped)|not (?:yet )?(?:delivered|recogni[sz]ed|billed|earned|served))(?: (?:cloud|contract|future))?(?: (?:revenues?|business|work|sales|orders?))?\b/gi,
    "backlog",
  ],
  [/\b(?:bookings?|contract(?:ed|s)?|orders?) (?:pile|mountain|stack|heap|pipeline)(?=\W|$)/gi, "backlog"],
  [/\b(?:sitting|sat|sits) on (?=.{0,40}\bbacklogs?\b)/gi, "having "],
  // Offers are set side by side, and no advice is asked.
  [
    /\b(which|who|what)( one)? (is|has|offers|gives) (?:the )?better (price|rate|deal|value|cost) (?=(?:per|for (?:each|every|an?)|an?) )/gi,
    "$1$2 $3 cheaper ",
  ],
  // "Went 392bn to 625bn".
  [
    /\b(went|gone|goes|moved|rose|grew|fell|jumped|climbed|dropped|swung|swelled|shot|slid) (?:up |down )?(?=[$€£]?\d[\d.,]* ?(?:bn|b|billion|m|mn|million|k|tn|trillion|gws?|mws?|%)? ?(?:to|->|→) [$€£]?\d)/gi,
    "$1 from ",
  ],
  [
    /\bhow much (?:is|for|does|would) (?:one|1|an?|each|a single) (mw|megawatt|gw|gigawatt)(?: (?:cost|be|come to|run))?(?=\W*$)/gi,
    "how much is it per $1",
  ],
  [
    /\bchip (?=(?:deals?|contracts?|orders?|agreements?|announcements?)\b(?=.*\b(?:tab|bill|cost|price|capex)\b))/gi,
    "",
  ],
  // What something comes to.
  [
    /\bwhat (?:does|do|did|would|will|might) ((?:\S+ ){0,8}?(?:deal|order|contract|lease|bonds?|loan|package|investment|purchase|round|agreement|facility|expansion|pledge|commitment|stake|campus|takeover|acquisition)(?: \S+){0,6}?) (?:come|add up|amount|run)(?: (?:out|in))? (?:to|at)(?=(?: in (?:total|all)| altogether| all told)?\W*$)/gi,
    "how much is $1 worth",
  ],
  [/\b(?:put|stick|slap) an? (?:number|figure|value|price)(?: tag)? on (?=\w+ \w)/gi, "how much is "],
  [/\bwhat(?:['’]s| is| was) the (?:damage|bill|tab|invoice|outlay) (?:for|on) /gi, "what is the cost of "],
  [
    /\bwhat(?:['’]s| is| was) the (?:price tag|ticket size|ticket|sticker price|dollar value|dollar size|headline number|cheque size|check size) (?:of|for|on) /gi,
    "what is the value of ",
  ],
  [
    /\b(?:pulled|brought|hauled|raked|taken|took) in (?=(?:the )?(?:more|most|less|least)\b(?!.*\b(?:revenues?|sales|income|quarter)\b))/gi,
    "raised ",
  ],
  [/\bwhat (?=rent\b)/gi, "how much "],
  [/\bwhat(?:['’]s| is| was| will be) (?:the |its |their )?rent\b/gi, "how much is the rent"],
  // "How much of the round came from Nvidia".
  [
    /\bhow much of ((?!.*\b(?:revenue|sales|backlog|capex)\b).{2,60}?\b(?:rounds?|raise|series [a-z]|package|financing|loan|debt|bonds?|funding|equity|investment)) (?:came|comes|has come|is|was|were) from ([A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})(?=\W*$)/gi,
    "how much did $2 put into $1",
  ],
  // Where power comes from is not on what a number rests.
  [new RegExp(`^${POWER_SOURCE} (?:of|for|at|behind) (.{3,60}?)(?=\\W*$)`, "i"), "how is $1 powered"],
  [new RegExp(`^${POWER_SOURCE}(?=\\W*$)`, "i"), "how is it powered"],
  [/\b(?:is|are) (.{2,40}?) under contract (?:with|to) (?=\S)/gi, "has $1 signed a contract with "],
  // "How much did its valuation grow" is told by all its levels.
  [
    /\bhow much (?:did|has|have) ((?:[\w.&'’-]+ ){1,4}?(?:valuation|revenue|run-rate|backlog)) (?:gr[eo]wn?|rise|risen|increased?|climb(?:ed)?|jump(?:ed)?|go up|gone up)(?= between (?:its|the|their) last (?:two )?(?:rounds|raises|valuations)\b|\W*$)/gi,
    "how did $1 change",
  ],
  // "How long until Crane restarts" asks for a day, and for no length of a contract.
  [
    /\bhow (?:long|many (?:more )?(?:years|months|weeks|days)) (?:is it |to go |left |more )?(?:until|till|before) (?!(?:we|you|i|it|they|he|she|my|our|your)\b)(?=(?:the |its |their )?[\w.&'’-]+(?: [\w.&'’-]+){0,5}? (?:re-?)?(?:opens?|starts?|restarts?|ships?|closes?|runs|goes|comes|is|are|gets|delivers|expires?|matures?|ends?|launch\w*|begins?)\b)/gi,
    "when will ",
  ],
  // "The second of its three tranches".
  [
    /\b(first|second|third|fourth|last) of (?:the|its|their|his|all) (?:two|three|four|five|[2-5]) ((?:20\d\d |[A-Z][\w.&-]+(?:['’]s)? |planned |agreed ){0,3}(?:tranche|payment|instal+ment|closing|phase|stage|building))s\b/g,
    "$1 $2",
  ],
  [
    /\bexecut(?:e[sd]?|ing) (?=(?:the|its|their) (?:first|second|third|fourth|last) (?:[\w-]+ ){0,3}(?:tranche|payment|instal+ment)s?\b)/gi,
    "pay ",
  ],
  // What a word is that people say: "they keep saying 'jalapeno', what is that?"
  [
    /^[^'"“”‘]*(?:\s|^)['"“‘]([\p{L}\d][\p{L}\d -]{2,30})['"”’][^'"“”‘]*[,.;:–-]\s*what(?:['’]s| is) (?:that|it|this)(?: (?:thing|exactly|about))?\W*$/iu,
    "what is $1?",
  ],
  // "Times what it took in during 2025", "what OpenAI brought in in 2025".
  [new RegExp(`\\b(?:what|everything|all(?: that)?) it ${TOOK_IN}`, "g"), "its revenue in "],
  [new RegExp(`\\b(?:what|everything|all(?: that)?) they ${TOOK_IN}`, "g"), "their revenue in "],
  [new RegExp(`\\b(?:what|everything|all(?: that)?) ([A-Z][\\w.&-]+) ${TOOK_IN}`, "g"), "$1's revenue in "],
  [/\b(money|cash|sum|amount) (?:pulled|brought|hauled|raked|taken) in\b/gi, "$1 raised"],
  [/\b(which|who|what) (?:comes|came) out on top\b/gi, "$1 is larger"],
  [
    /\b(?:what|how (?:big|large)) (?:an? |of an? )?(?:slice|chunk|piece|portion|proportion|cut) of (?=.{3,}?\b(?:is|are|was|were|goes|went|comes|came|does|do|did|has|have|sits?|belongs?|makes?|made)\b)/gi,
    "what share of ",
  ],
];

/** Texts without such words come back as they are. */
export const inPlainWords = puttingInstead(SAID);
