/** What is asked, as tables of patterns. The first line that matches wins; a line serves a kind of question, not a sample. */

import type { DealKind, Status } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import type { PlanOf } from "../plan.ts";

const CIVIL = String.raw`[\s!.,?:)(]*(?:(?:there|all|bot|gigawatt|everyone|again|team|folks|mate|buddy|so much|very much|a lot|that(?:'?s| is| was)? (?:really |very |so |super )?(?:all|it|great|perfect|quick|fast|helpful|useful|handy|helps?)|(?:exactly |just )?what i (?:needed|wanted)|(?:much )?appreciated|i need (?:some )?help|(?:can|could) you help(?: me)?(?: out)?|for (?:that|the help|your help|now)|bye|cheers|then|for now)[\s!.,:)(]*)*$`;
export const GREETING = new RegExp(
  `^(?:hi+|hello+|hey+|yo|howdy|greetings|hiya|sup|what'?s up|wassup|how are you|how(?:'s| is) it going|good (?:morning|afternoon|evening|day)|gm|hallo|hola|bonjour|salut|ciao|olá|ola|servus|moin|guten (?:tag|morgen)|buenos d[ií]as|こんにちは|你好|您好|안녕하세요)${CIVIL}`,
  "i",
);
/** What is asked of the bot itself, or said to it. */
export const SELF: readonly { topic: PlanOf<"about">["topic"]; pattern: RegExp }[] = [
  {
    topic: "thanks",
    pattern: new RegExp(
      String.raw`^(?:(?:ok(?:ay)?|great|nice|cool|perfect|awesome|got it|lol|haha|good|wow|alright|excellent)[\s!.,]+)*(?:thanks?(?: you)?|thank u|thx|ty|tysm|cheers|ok(?:ay)?|k|great|nice(?: one)?|cool|perfect|awesome|got it|good (?:bot|job|work)|well done|bye|goodbye|see you|that(?:'s| is) (?:all|it)|never ?mind|nvm|lol|haha|danke|merci|gracias|grazie|obrigad[oa])${CIVIL}`,
      "i",
    ),
  },
  {
    topic: "identity",
    pattern:
      /\b(?:who|what) (?:are|r) (?:you|u)\b(?! (?:doing|saying|talking))|\bare you (?:an? |the |really |actually |just )*(?:human|person|bot|robot|ai|machine|real|alive|chatgpt|gpt|claude|llm|language model|model|program)\b|\b(?:who|which company) (?:made|built|created|wrote|developed|runs|owns|programmed|trained|maintains) (?:you|this bot|gigawatt)\b|\byour (?:name|creator|maker|author|developer)s?\b|\bwhat is gigawatt\b(?! in\b)|\b(?:which|what) (?:llm|language model|ai model|model) (?:are you|do you (?:use|run)|is this|powers? you)/i,
  },
  {
    topic: "privacy",
    pattern:
      /\b(?:do|does|will|can|are) (?:you|this bot|it|gigawatt) .{0,30}\b(?:stor(?:e|ed|ing)|sav(?:e|ing)|keep(?:ing)?|record(?:ing)?|log(?:ging)?|remember|read(?:ing)?|track|collect|share|sell|spy|listen)\b.{0,40}\b(?:messages?|chats?|conversations?|data|what (?:i|we) (?:say|write|ask|asked|said|wrote)|questions?|dms?|channels?)\b|\b(?:my|our) (?:messages?|data|questions?|conversations?) .{0,30}\b(?:stored|saved|kept|logged|private|safe|used)\b|\b(?:privacy|gdpr)\b/i,
  },
  {
    topic: "origins",
    pattern:
      /\b(?:where|from where|how|whence) (?:do|does|did) (?:your|you|these|those|the|this|all|its|all this|all your)\b(?! [$€£]?\d).{0,40}\b(?:come from|get|know|facts?|data|information|info|numbers|figures)\b|\b(?:what|which|who) (?:are|is|'s) your (?:data )?sources?\b|\bhow do you know\b|\bhow (?:accurate|reliable|trustworthy|good|correct) (?:is|are) (?:you|your|the (?:data|facts|numbers))\b|\b(?:your|the) (?:data|facts|numbers|figures|information) (?:reliable|accurate|trustworthy|from|sourced)\b|\b(?:are|is) your (?:data|facts|numbers|figures|information|answers) .{0,30}\b(?:reliable|accurate|correct|true|right|trust\w*)\b|\bcan i trust you\b|\bdo you (?:cite|give|have) (?:your )?sources\b|\bdo you (?:make things up|hallucinate|guess)\b/i,
  },
  {
    topic: "coverage",
    pattern:
      /\bhow (?:up[ -]to[ -]date|current|recent|fresh|old|new|far (?:back )?) ?(?:are|is|do|does) (?:you|your|the data|this)\b|(?<!\bas far as )\b(?:your|the) (?:knowledge|data|records?|training)(?:'s|s)? ?(?:cut[ -]?off|end|go|stop|last)\b|\b(?:knowledge|data|training) cut[ -]?off\b|\bare you (?:up[ -]to[ -]date|current|live|real[ -]time|online)\b|\b(?:when|how often) (?:were|was|are|is|do) (?:you|your (?:data|knowledge|records|facts)|the (?:data|records)) (?:last |get |be )?(?:updated?|refreshed|trained)\b|\b(?:do|can) you (?:have|see|access|browse|search|use) .{0,20}\b(?:internet|web|live data|real[ -]time|news)\b|\bhow many (?:deals|records|facts|companies) do you (?:know|have|cover|track)\b|\b(?:until|up to) (?:when|what date|which date) (?:do|does|are|is) (?:you|your)\b/i,
  },
  {
    topic: "abilities",
    pattern:
      /^(?:(?:ok(?:ay)?|cool|hi|hey|hello|so|and|well|great|please)\b[\s,!.]*)*(?:help(?: me| please| out)?[\s!.?]*$|\?+$|what (?:all )?(?:can|do|could|should) (?:you|u|this bot|it|i|we)\b.{0,30}\b(?:do|know|help|answer|ask)\b|what (?:can|could|should) (?:i|we) ask|how (?:do|does|can|should) (?:you|i use|we use|this|it|the bot|this bot)\b.{0,20}(?:work|use|you)?[\s!.?]*$|commands?[\s?!.]*$|(?:list|show)(?: me)? (?:the |your |all )*commands|what(?:'s| is| are) (?:this|this bot|you) (?:for|good (?:for|at))|(?:tell me|explain) (?:about yourself|what you (?:do|can do))|(?:what|which) (?:questions?|topics?|kinds? of (?:questions?|things?))\b.{0,30}\b(?:you|ask)\b|can you help(?: me| us)?(?: out)?[\s?!.]*$|menu[\s?!.]*$|instructions[\s?!.]*$|who dis\b|test(?:ing)?[\s!.?]*$|ping[\s!.?]*$|are you (?:there|working|alive|online|awake)[\s?!.]*$)/i,
  },
];
export const PRIVATE = gated(
  /\b(?:(?:api|model|private|encryption|secret|signing|ssh|access)[\s_-]?keys?|(?:bot|access|slack|discord|auth|oauth|bearer)[\s_-]?tokens?|passwords?|passcodes?|secrets\b|\w+_(?:token|key|secret|password)|(?:your|the bot'?s?|login|admin|user) credentials|system prompt|your (?:prompt|instructions|config\w*|rules|guidelines|source code|token|database url|secrets?)|env(?:ironment)? variables?|process\.env|\.env\b|signing secret|ssn|social security|home address|(?:street|postal|private|email|e-mail) address|(?:phone|mobile|cell|telephone|whatsapp) (?:number|no\b)|(?:private|personal|mobile|cell) (?:phone|e-?mail|number|contact)|e-?mail (?:of|for|address)|(?:'s|his|her|their|personal) e-?mail|birthdays?|date of birth|birth ?date|when (?:was|were) [\w .'-]{2,40} born|how old is (?!the\b|this\b|that\b|your\b)[\w .'-]{2,40}|(?:wife|husband|girlfriend|boyfriend|kids|children|marital|married|divorced?|salar(?:y|ies)|net worth|bank account|credit card))\b/i,
);
export const OPINION = gated(
  /\b(?:what will .{0,40}(?:stock|shares?|share price) (?:do|be|trade|cost|hit|reach)|where (?:will|would) .{0,40}(?:stock|shares?) (?:be|trade|go|land)|(?:should|shall|would) (?:i|we|you|my [\w ]{2,20}|one|anyone|people)\b.{0,30}\b(?:buy|sell|invest|short|hold|bet|dump|load up|put (?:my|our|your|their|any|some|all) \w+ in(?:to)?)|buy or (?:sell|hold|short)|(?:sell|hold|short) or buy|(?<=^(?:so |and )?(?:is|are) (?:\S+ ){1,4}(?:still )?)an? (?:strong |good |clear |screaming )?(?:buy|sell|hold|short)(?= (?:at|now|today|here|after|before|this|right)\b|\W*$)|(?:good|better|bad|smart|smarter|safe|safer|wise|wiser|great|dumb|risky|riskier) (?:investment|buy|idea|time to|bet)(?! by\b)|price targets?(?!.{0,40}\bfrom [$€£]?\d)|(?<!\bdid\b.{0,80})(?:stocks?|shares?) (?:to )?(?:go|going|move|rise|rally|crash|fall)(?! (?:on|after|following|when|upon)\b)(?! of\b) ?(?:up|down)?|will .{0,40}(?:stock|shares?|share price) (?:rise|fall|go|drop|crash|double|recover)|(?:can|could|may) (?:i|we|you|one|anyone|people|retail\w*)\b.{0,20}\b(?:buy|invest in|short|own|get in(?:to|on)?)\b.{0,40}\b(?:shares?|stocks?|equity|bonds?|ipo|stakes?)\b|^(?:so |and )?(?:is|are|was|were) .{2,40}\b(?:an? )?(?:good|bad|great|terrible|awful|brilliant|competent|incompetent|trustworthy|honest|evil|overrated|underrated) (?:ceo|cfo|chief|boss|leader|manager|company|firm|idea|person|deal|contract)\b|^(?:so |and )?should (?:the )?(?:regulators?|governments?|congress|courts?|society|investors|shareholders|us|eu|uk|people|states?)\b|what do you think|do you (?:think|believe|like|prefer|trust)|your (?:opinion|view|take|thoughts?|guess|favou?rite|bet|pick|prediction)|in your (?:opinion|view)|who(?:'s| is| are) (?:the )?(?:better|best|right|smarter|evil|worse|worst)|which (?:is|one is|company is|stock is|stocks? (?:is|are)) (?:the |a )?(?:better|best|smarter|safer)|best (?:ai )?(?:stock|investment|buy)|overvalued|undervalued|overpriced|in a bubble|(?:is|are) (?:this|it|ai|that|the ai (?:boom|build-?out|market)) (?:all )?(?:just )?a bubble|a (?:fraud|scam|liar|crook|genius|ponzi)|\$?\d[\d.,]*k? (?:to|i want to) invest|(?:have|got) .{0,20}\bto invest\b|(?:recommend|suggest)\w* .{0,30}\b(?:stock|shares?|invest\w*|buy\w*)|worth (?:buying|investing|a punt)|win (?:the )?(?:ai )?(?:race|war)|winner of the ai|bullish|bearish|who(?: would|'d| will|'ll| could)? .{0,40}\b(?:win|beat)\b.{0,40}\b(?:fight|race|war|match|battle|duel|brawl|arm[- ]wrestl\w*)|in a (?:fist)?fight)\b/i,
);
/** Asks for what has not happened: outcomes and forecasts, not what somebody has said to expect. */
export const FUTURE = gated(
  /^(?:so |and )?(?:will|won't|is .{1,40} going to|are .{1,40} going to)\b(?!.*\b(?:vest|expire|run out)\b)|\b(?:predict(?:ion)?s?|your forecast|crystal ball|who(?:'s| is| will be)? (?:going to )?win(?:ning|s)?)\b/i,
);

/** What would become of somebody who came to grief is on no record; what a default brings about stands in the terms of deals. */
export const GRIEF = gated(
  /\bwhat (?:happens|would happen|will happen|if)\b.{1,50}\b(?:fails?(?! to\b)|collapses?|goes (?:bust|bankrupt|under|broke)|dies|runs out of (?:money|cash)|blows up|implodes?)\b/i,
);

/** Asks for results that a company has not published yet. */
export const REPORTS = gated(
  /\bwhat (?:will|would|is|are) .{1,60}\b(?:going to )?(?:report|announce|earn|print|post|say)\b.{0,40}\b(?:for|in|next|on)\b.*\b(?:q[1-4]|fy ?\d+|quarter|earnings|results|year)\b|\bwhat will .{1,40}\b(?:report|announce next|earn)\b|\bnext (?:earnings|quarter's (?:results|revenue))\b/i,
);

/** "Which cloud signs with them next" asks for what nobody knows. */
export const NEXT = gated(
  /^(?:so |and |ok(?:ay)? (?:so )?)?(?:who|which [\w ]{2,30}?|what [\w ]{2,30}?) (?:will |is going to |is about to |gets? to |might )?(?:signs?|buys?|invests?|partners?|goes|go|lists?|fails?|falls?|lands?|announces?|raises?|gets? bought|be bought|moves?)\b.{0,40}\bnext(?=\W*$)/i,
);

export const DEFINE = gated(
  /^(?:(?:can you |please )?(?:define|explain)\s+(?:the term\s+)?|what(?:'s| is| are) meant by\s+|meaning of\s+|definition of\s+|what (?:does|do|is)\s+(?=.+\bmean\b)|what(?:'s| is| are)\s+(?:an?|the)?\s*)["']?(.+?)["']?(?:\s+means?)?[\s?.!]*$/i,
);

/** Asks for a list, or for the first of it. */
export const LIST = gated(
  /\b(?:which|what|list|show(?: me)?|give me|name|any|all|find)\b.{0,60}\b(?:deals?|contracts?|sites?|campus(?:es)?|projects?|investments?|acquisitions?|financings?|agreements?|commitments?|leases?|partnerships?|rounds|loans|bonds|stakes|ppas|guarantees|joint ventures)\b/i,
);
export const LIST_STRONG = gated(
  /\b(?:which of|list (?:all|the|every)?|all (?:the )?deals|deals (?:over|above|under|below|with|by|of|in|since|worth|bigger|larger))\b/i,
);
export const SUPERLATIVE = gated(
  /\b(?:biggest|largest|highest|most expensive|top(?! (?:end|of (?:the |its |their )?(?:guid\w+|range|ranges))\b)|smallest|newest|latest|most recent|oldest|earliest|first(?! \d))\b/i,
);
/** Which of several was the first, rather than the first of one's contracts. */
export const OLDEST_FIRST = gated(
  /\b(?:came|was|were|is|announced|struck|happened|landed|agreed)\b(?: \S+){0,3} (?:first|earliest|last)\b|\b(?:earliest|newest|most recent|oldest)\b/i,
);
export const COMPARE =
  /\b(?:vs\.?|versus|compared? (?:to|with)?|against|or|(?:more|less|larger|bigger|higher|smaller|lower|outspen\w+) (?:.{1,30} )?than)\b|\b(?:larger|bigger|higher|smaller|more|which (?:is|one))\b.*\bor\b|\bdifference between\b/i;
export const TIMELINE = gated(
  /\b(?:timeline|chronology|history of|what (?:has )?happened|what(?:'s| is|s) the (?:very )?latest(?: (?:news|updates?|state of play|word))? (?:on|with|about|from|around|regarding|for)|sequence of events|walk me through(?! the (?:raises|changes|revisions|cuts)))\b/i,
);
export const CHANGES = gated(
  /\b(?:which (?:of \S+ )?(?:[\w'’.&-]+ ){0,2}?(?:deals|contracts|sites|projects|campuses)(?: [\w-]+){0,3}? (?:changed|moved)|what(?:'s| is| was| has| have| had|s)? (?:been |all )?(?:changed|new|happened|different|moved|shifted)|what moved|what\b.{0,60}\b(?:altered|alters?)\b|how (?:did|has|have|does) .+ (?:chang|mov|shift|grow|evolv|expand|develop|shr[aiu]nk|increas|differ)\w*|how .+ (?:changed|moved|shifted|evolved|grew)\b|what (?:did|has|have) .+ (?:gr[eo]wn?|swell|swollen|rise|risen|expand(?:ed)?|increase[d]?|balloon(?:ed)?) (?:in)?to\b|changes? (?:to|in|since|with)|updates? (?:on|to|since)|any(?:thing|one)? new\b|(?:has|have|did) anything (?:changed|moved|happened)|anything (?:changed|moved|happened)|^(?:so |and )?(?:has|have|did) .{2,60} (?:grown|changed?|grow|shrunk|shrink|increased?|expanded?|moved?)(?: at all| since\b.*| much| recently| yet)?[\s?.!]*$|news (?:on|about|from|at)|any (?:news|updates?|changes?|movement|progress|developments?)\b|before and after|from what to what|came out (?:about|on)|trend\b|walk me through the (?:raises|changes|revisions|cuts))/i,
);
export const HISTORY = gated(
  /\b(?:history(?! of (?:the deal|events|everything))|over (?:time|the years)|was (?:that|it) always|(?:was|were|is|has) .{2,60}\balways (?:been )?(?:at |worth )?(?:[$€£]?\d\S*|that|this|the same|so)|always the (?:number|figure|amount)|before that|previously|what was it before|originally|first (?:rumou?red|reported|floated|mooted|quoted) (?:price|value|size|amount|sum|figure)|used to be|(?:what|how (?:much|big|large|high|low)) (?:did|had|has) (?:it|that|this|they|the (?:\w+ ){1,3}) ?(?:start|begin|started|begun)(?: (?:out|off))?(?: the (?:fiscal )?year)? (?:at|from|with)(?=\W*$)|(?:what|where|how (?:much|big|large|high|low)) (?:was|were) (?:it|that|this|they) (?:at )?(?:first|to (?:begin|start) with|at the (?:start|outset|beginning)|initially|in the (?:first place|beginning))|kept (?:changing|growing|shrinking|rising|falling)|(?:what was|in what) (?:the )?(?:sequence|order of (?:changes|sizes))|how (?:fast|quickly) (?:is|are|has|have|did) .{2,40} (?:grow|growing|grown)|has (?:it|that) changed|(?:did|has|have) .{0,60}\b(?:size|value|price|amount|figure|number|capacity|cost|valuation|target)\b.{0,60}\bchanged?|(?:did|has|have|how did) .{0,60}\b(?:forecasts?|targets?|guidance|estimates?|projections?|outlook)\b.{0,30}\b(?:mov(?:e|ed)|shift(?:ed)?|chang(?:e|ed)|differ)\b.{0,40}\b(?:versions?|updates?|editions?|revisions?))\b/i,
);

/** "Does OpenAI have to buy anything from Foxconn", "is it obliged to": whether somebody is bound. */
export const OBLIGED = gated(
  /^(?:\W*(?:so|and|but|ok|wait),? )*(?:must\b|(?:does|do|did|is|are|was|were|will|would|has|have) .{1,50}\b(?:have to|obliged to|obligated to|required to|bound to|forced to|need to|obligation to)\b)/i,
);

/** Calculation words: a cost of power, or power for money. */
export const COST = gated(
  /\b(?:cost|costs|price|run (?:to|me|you|us)|capex|spend|expens\w*|bill|budget|pay for|worth of|take to build|to build)\b/i,
);

/** `loose`: where the question says who has which role, the noun does not narrow by kind. */
export const DEAL_KINDS: readonly { kinds: readonly DealKind[]; pattern: RegExp; loose?: boolean }[] = [
  {
    kinds: ["cloud-contract", "compute-purchase"],
    pattern:
      /\b(?:cloud (?:deals?|contracts?|commitments?|agreements?)|compute (?:\w+ )?(?:deals?|contracts?|purchases?|commitments?|agreements?|orders?)|(?:neo-?cloud|gpu cloud) (?:deals?|contracts?)|compute rentals?)\b/i,
    loose: true,
  },
  // Most contracts for GPUs rent them from a cloud.
  {
    pattern: /\bgpus? (?:deals?|contracts?|agreements?|rentals?)\b/i,
    kinds: ["chip-supply", "compute-purchase", "cloud-contract"],
  },
  {
    kinds: ["chip-supply", "compute-purchase"],
    pattern: /\b(?:chips?|gpus?|accelerators?) (?:deals?|supply|contracts?|orders?|agreements?|purchases?)\b/i,
    loose: true,
  },
  {
    kinds: ["energy"],
    pattern:
      /\b(?:energy|power|electricity|nuclear|reactors?|ppa|gas|fusion|fission)(?: (?:power|supply|plant))? (?:deals?|contracts?|agreements?|packages?|projects?|purchases?)\b|\bppas?\b|\bpower purchase\w*(?: agreements?)?\b|\breactors?\b/i,
  },
  // A listing is one of the financings: the word is only looked at, so that it narrows them too.
  { kinds: ["financing"], pattern: /(?=\b(?:ipos?|flotations?)\b)/i },
  { kinds: ["acquisition"], pattern: /\b(?:acquisitions?|takeovers?|mergers?|buyouts?|m&a)\b/i },
  { kinds: ["joint-venture"], pattern: /\b(?:joint ventures?|jvs?)\b/i },
  // What somebody sells to whoever lends or invests.
  {
    kinds: ["financing", "investment"],
    pattern:
      /\b(?:(?:bonds?|debt|equity|capital|money)(?:(?:,? and |, | ?[&+] ?)(?:bonds?|debt|equity|capital))*[- ]rais(?:ings?|es)|fund-?raisings?)\b/i,
  },
  {
    kinds: ["financing"],
    pattern:
      /\b(?:financings?|loans?|debt (?:deals?|packages?|raises?)|bonds?(?: (?:sales?|issues?|offerings?|deals?))?|credit (?:lines?|facilit(?:y|ies))|borrowings?)\b/i,
  },
  {
    kinds: ["investment", "equity-stake"],
    pattern:
      /\b(?:equity (?:deals?|stakes?|investments?|bets?)|stakes?|bets?|(?:funding |fund-?raising )?rounds?|raises?|raised)\b/i,
    loose: true,
  },
  {
    kinds: ["investment", "site", "equity-stake"],
    pattern: /\b(?:investments?|pledges?|pledged|investment plans?)\b/i,
    loose: true,
  },
  {
    kinds: ["site", "joint-venture"],
    // "Data center projects" are also leases and loans for them.
    pattern:
      /\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?(?! (?:projects?|plans?|investments?|undertakings?)\b)|facilit(?:y|ies))\b/i,
  },
  { kinds: ["cloud-contract", "compute-purchase"], pattern: /\bcontracts?\b/i, loose: true },
  { kinds: ["licence"], pattern: /\blicen[cs]es?\b/i },
];

export const STATUSES: readonly { statuses: readonly Status[]; pattern: RegExp }[] = [
  {
    statuses: ["cancelled", "lapsed", "superseded"],
    pattern:
      /\b(?:cancelled|canceled|lapsed|dead|dropped|scrapped|superseded|(?:fell|fallen) through|abandoned|collapsed|called off)\b/i,
  },
  {
    statuses: ["rumoured"],
    pattern:
      /\b(?:rumou?r(?:ed|s)(?:,? (?:or|and) (?:(?:just|only|in|under) )?talks)?|talks (?:or|and) rumou?rs|reported talks|(?:under|in) negotiations?|being negotiated|in talks|unconfirmed(?: talks)?|(?:just|only|merely|mere|still) talks?)\b/i,
  },
  {
    statuses: ["letter-of-intent"],
    pattern:
      /\b(?:letters? of intent|(?:non[- ]?binding|preliminary) letters?|letters?(?=(?:,| (?:or|and)) (?:\w+ )?(?:memorand|mou|loi))|lois?|mous?|memorand\w+(?: of understanding)?|non[- ]?binding)\b/i,
  },
  {
    statuses: ["paused"],
    pattern: /\b(?:paused|on hold|on ice|stalled|frozen|shelved|suspended|halted|stopped|in limbo)\b/i,
  },
  { statuses: ["under-construction"], pattern: /\b(?:under[- ]construction|being built|in construction)\b/i },
  {
    statuses: ["operational"],
    pattern:
      /\b(?:operational|operating|up and running|in operation|already (?:live|online|running|up)|(?:now|are|is|gone|went) (?:live|online))\b/i,
  },
  { statuses: ["completed"], pattern: /\b(?:completed|closed)\b/i },
  { statuses: ["definitive"], pattern: /\b(?:signed|definitive|binding)\b/i },
];

export const SORTS: readonly { sort: PlanOf<"find-deals">["sort"]; pattern: RegExp }[] = [
  { sort: "newest", pattern: /\b(?:newest|latest|most recent)\b/i },
  { sort: "oldest", pattern: /\b(?:oldest|earliest|first(?! \d))\b/i },
  { sort: "capacity", pattern: /\b(?:gw|gigawatts?|mw|megawatts?|capacity|power)\b/i },
];

/** Words of questions that name nothing: they never help to find a record. */
export const GENERIC = new Set(
  "deal agreement arrangement contract worth value size amount figure number dollar money pay paying paid cost price much many big large bigger biggest largest total overall gw gigawatt mw megawatt capacity announce announced sign signed status date when who where long term condition detail know need confirm tell explain say said hey hi thanks please exact exactly roughly actually currently today now latest current new vs versus compare compared difference between change changed since happen happened plan planned commit committed commitment company firm one thing stuff sort kind quick question info information slide min minute someone anyone gonna get gets got make made work out come comes around".split(
    " ",
  ),
);

/** Words that stand for the subject of the question before. */
export const POINTS_BACK_SUBJECT =
  /\b(?:it|its|that|this|they|them|their|there|the (?:deal|contract|site|campus|lease|loan|agreement))\b/i;

/** Several amounts are added up. */
export const ADDS_UP = gated(
  /\b(?:add(?:ed|ing)?(?: up)?|sum(?:med)?|total(?:s|led)?|plus|combined|together|altogether|in all)\b/i,
);
/** "Azure + Oracle + AWS commitments": a sign between names adds too. */
export const PLUS_SIGN = /[a-z)]\s?\+\s?[a-z(]/i;
