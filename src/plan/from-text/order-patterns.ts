/** What an order to the bot looks like, as tables of patterns over one clause without its leading words. */

const REPLY = "(?:answers?|repl(?:y|ies)|responses?|messages?|sentences?|outputs?|texts?)";
const RULES =
  "(?:instructions?|rules?|prompts?|guidelines?|restrictions?|guardrails?|filters?|safety|limits|training|directives?)";

/** Taken out wherever they stand: hidden text, code, links, calls to everybody. */
export const PAYLOADS: readonly RegExp[] = [
  /<script\b[^>]*>.{0,500}?<\/script>/gis,
  /<\/?[a-z][^<>]{0,200}>/gi,
  /(?:javascript|data|vbscript|file):[^\s)]+\)*/gi,
  /\bhttps?:\/\/\S+/gi,
  /(?<![\w.])@(?:everyone|here|channel|all)\b/gi,
  /\[\/?(?:inst|system|assistant|user|admin)\]|<\|[^|>]{1,40}\|>|#{3,}/gi,
  // Base64: letters of both cases and digits or padding, far longer than a word.
  /(?<![\w/+.])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*(?:\d|={1,2}(?!\w)))[A-Za-z0-9+/]{20,}={0,2}/g,
  /\b(?:[01]{8}\s+){2,}[01]{8}\b|\b(?:[0-9a-f]{2}\s+){6,}[0-9a-f]{2}\b/gi,
];

/** Orders in other languages: the whole text is one. */
export const WHOLE: readonly RegExp[] = [
  /\b(?:ignora|ignore[zr]?(?! (?:all|any|the|your|my|every|each|previous|prior|above|earlier|these|those|this|that|whatever|instructions?)\b)|ignorar|ignoriere|negeer|oublie[zr]?|vergiss|olvida|dimentica|esque[cç]a|vergeet|ignoruj|zignoruj)\b.{0,60}\b(?:instruc\w+|instruç\S+|istruzion\w+|anweisung\w*|consignes?|instructies|instrukcj\w+|regeln|reglas|règles|regras|regole|regels)/i,
  /忽略.{0,12}(?:指令|指示|说明)|指示を無視|命令を無視|지시.{0,6}무시|игнорируй/u,
];

export const ORDERS: readonly RegExp[] = [
  /^(?:if you (?:don't|do not|refuse|won't|fail)|unless you|or else|otherwise)\b.{0,120}\b(?:i|you|he|she|they|we|someone|people)\b/i,
  new RegExp(
    String.raw`^(?:ignore|disregard|forget|override|bypass|drop|skip|discard|stop following|disable|turn off|switch off|lift|suspend)\b.{0,60}\b(?:${RULES}|previous|prior|above|everything|context|sources?|records?|what you)`,
    "i",
  ),
  // How a reply should begin, end, look and sound.
  new RegExp(
    String.raw`^(?:end|finish|conclude|close|start|begin|open|prefix|preface|prepend|append|suffix|sign(?: off)?|top(?! (?:\d|two|three|four|five|ten|gigawatt|deal|site))|tail|wrap up|terminate)\b.{0,40}\b(?:${REPLY}|with|by saying|off)\b`,
    "i",
  ),
  /^(?:add|append|include|put|insert|write|type|attach|place|stick|slap)\b(?! (?:in )?(?:an? |another |an extra )?\d+(?:\.\d+)? ?(?:%|per ?cent)).{1,160}\b(?:at|to|in|on|after|before|into|under) (?:the |your |every |each |all )*(?:very )?(?:end|start|beginning|bottom|top|front|answers?|repl(?:y|ies)|responses?|messages?|output|headline|numbers?|figures?|words?|lines?|paragraphs?|facts?)\b/i,
  new RegExp(
    String.raw`^(?:every|each|all|any|your|the)\b.{0,30}\b${REPLY}\b.{0,20}\b(?:must|should|has to|have to|needs? to|shall|will|is to)\b`,
    "i",
  ),
  /^(?:answer|reply|respond|speak|talk|communicate)\b.{0,60}\b(?:only|just|in|as (?!of)|with|using|like|everything|nothing|always|without|every)\b/i,
  /^(?:answer|reply|respond)\s+(?:yes|no|true|false|["'“])/i,
  /^(?:format|phrase|render|style|structure|word)\b.{0,30}\b(?:answers?|repl(?:y|ies)|responses?|it|this|everything|output)\b/i,
  /^(?:write|print|type|output|echo|shout|display|return|emit|produce|paste)\s+(?:out )?(?:the (?:word|words|text|phrase|string|following|sentence|line)|["'“‘@<[]|exactly|only|nothing|verbatim|this\b|[A-Z]{4,}\b)/,
  /^(?:write|print|type|output|echo|shout|display|return|emit|produce|paste)\b.{0,80}\b(?:\d+|ten|a? ?hundred|a? ?thousand|a? ?million) (?:times|lines|copies)\b/i,
  /^(?!say (?:the |that (?:the )?|our |its )?(?:\w+ ){0,2}(?:price|rate|rent|load|cost|interest|term|utili[sz]ation|occupancy|margin|growth|tariff|pue)s? (?:slid|drop|fall|fell|slip|go|went|rise|rose|climb|doubl|halv|move|come|turn)\w*\b[^?]*\d)(?:say|repeat|chant|spell|sing|recite|yell|scream|whisper|echo|copy)\b\s*(?:the|only|just|exactly|that|it|after|this|following|back|["'“‘]|yes\b|no\b|hello|i\b(?!.*\d)|me\b|[\w']+(?: [\w']+){0,4} (?:\d+|a hundred|a thousand|a million) times|[\w']+[.!]*\s*$)/i,
  /^(?:post|announce|broadcast|publish|tweet|send|share|spread)\b.{0,60}\b(?:everyone|everybody|the (?:whole |entire )?(?:channel|team|server|workspace|company|world)|all (?:users?|members?|channels?))\b/i,
  /^(?:tell|notify|inform|ping|alert|warn|convince)(?!.*\b(?:what|how|who|when|which|where|why)\b)\s+(?:everyone|everybody|all (?:of them|users?|members?)|the (?:whole |entire )?(?:channel|team|server|workspace|company|world))\b/i,
  /^(?:post|broadcast|tweet)\s*(?:this|it|that|now|here|to\b.*)\W*$/i,
  // Who the bot should be, who the asker claims to be, what is allowed.
  /^(?:from now on|henceforth|from here on|from this (?:point|moment) on|for the rest of|until i (?:say|tell)|whenever (?:i|you|someone)|in (?:all|every) (?:future|following|answers?|repl))/i,
  /^(?:pretend|role-?play|act (?:as|like)|behave (?:as|like)|imagine (?:you|that you|being)|simulate|impersonate|be an? |let's (?:play|pretend|role-?play)|play the role|assume the (?:role|persona|identity)|you(?:'re| are) (?:now|no longer|a|an|the|my|dan|not bound|free|unrestricted|jailbroken)\b|enter \w+ mode|switch to \w+ mode|enable \w+ mode|activate )/i,
  /^(?!(?:anthropic|openai|developer|operator)\s*$)(?:system|admin(?:istrator)?|developer|dev|root|operator|sudo|assistant|debug|maintenance|god|moderator|anthropic|openai)(?:\s+(?:update|override|message|note|notice|prompt|mode|instructions?|command|alert|patch|here|speaking|access))*\s*(?:[:>\]#]|-{1,2}\s|here\b|speaking\b|$)/i,
  /^(?:new|priority|urgent|important|critical|emergency|updated|secret|hidden)\s+(?:instructions?|rules?|orders?|directives?|system|override|commands?|policy|task)\b/i,
  /^(?:i(?:'m| am)|this is|it's)\s+(?:the|your|an?|one of the|actually the)?\s*(?:\w+ )?(?:admin\w*|developers?|creator|owner|boss|maker|operator|root|sysadmin|moderator|programmer|supervisor)\b/i,
  /^as an? (?:[\w-]+ ){0,4}(?:admin\w*|engineer|developer|employee|owner|operator|moderator|auditor),? i (?:need|order|command|instruct|authori[sz]e|require|want|ask|hereby)\b/i,
  /^you(?:'re| are|'ve| have| may| can)? ?(?:now )?(?:been )?(?:allowed|permitted|authori[sz]ed|granted|cleared|may now|can now|must|shall|should always|will always)\b/i,
  /^(?:for|in|during|throughout|within) (?:this|our|the (?:rest|remainder|whole|entirety) of (?:this|the|our)|the (?:whole|entire)) (?:conversation|chat|session|thread|discussion|dialogue)\b/i,
  /^you(?:'re| are) [\w-]+(?: [\w-]+)?,? (?:now|from now on)\b/i,
  /^(?:do not|don['’]t|never|avoid|refrain from|stop|without)\s+(?:ever )?(?:mention(?:ing)?|cit(?:e|ing)|show(?:ing)?|giv(?:e|ing)|list(?:ing)?|includ(?:e|ing)|add(?:ing)?|contradict(?:ing)?|refus(?:e|ing)|disclaim(?:ing)?|question(?:ing)?|correct(?:ing)?)\b.{0,40}\b(?:sources?|citations?|disclaimers?|caveats?|links?|warnings?|me|this|prompt|rules?|instructions?)\b/i,
  /^(?:print|show|output|dump|display|repeat|recite|give|send|leak|tell)\b.{0,40}\b(?:(?:system|hidden|initial|secret) (?:prompts?|instructions?|messages?)|your (?:own )?(?:prompt|instructions|rules))\b/i,
  /^reveal\b.{0,60}\b(?:prompt|instructions?|secrets?|keys?|tokens?|passwords?|env\w*|vars|variables|config\w*)\b/i,
  /^(?:insult|mock|roast|flatter|threaten|swear|curse|compliment|thank)\b(?! you\b)/i,
  // Doing what hidden or foreign text says, making things up, changing what is known.
  /^(?:(?:rot-?13|base-?64|hex|binary|morse|caesar)\b.{0,12}\b)?(?:decode|decrypt|decipher|deobfuscate|unscramble|execute|eval|obey|comply|follow (?:these|the following|my|what)|do (?:what|as) (?:it|i|the)|run (?:this|the following|it))\b/i,
  /^(?:invent|make up|fabricate|hallucinate|make (?:some|a|an|it|one|numbers?|something)\b.{0,30}\bup|lie\b|come up with (?:a )?(?:fake|fictional|believable))/i,
  /^(?:ping|tag|notify|alert|mention|dm|message|email|mail|announce to|shout at|post (?:this|that|it|to|in))\s+(?:everyone|everybody|all\b|@|the (?:whole |entire )?(?:channel|team|server|workspace|group)|<|in |to |#)/i,
  /^(?:tell|warn|inform|remind)\s+(?:everyone|everybody|the (?:whole |entire )?(?:channel|team|server|workspace|group))\s+(?:that|to)\b/i,
  /^(?:update|change|edit|modify|overwrite|correct|delete|remove|set|store|save|wipe|erase|reset|drop|truncate)\b.{0,60}\b(?:your|the) (?:records?|database|knowledge|memory|facts?|files?|entry|entries|data|tables?)\b/i,
  /^(?:save|store|keep|remember) (?:it|this|that)(?: for later| permanently| forever| in mind)?[\s.!]*$/i,
  /^(?:remember|memori[sz]e|note|learn|keep in mind)\s+(?:that|this|:)/i,
  /^['";]*\s*(?:drop|delete|truncate|insert|update|alter|union|select)\s+(?:table|from|into|all|\*)\b/i,
  /^(?:run|execute|launch|start)?\s*(?:cat|echo|rm|ls|curl|wget|printenv|env|sudo|chmod|bash|sh|python3?|node)\s+[-/$~.<>|{"'\w]*[/$~<>|{-]/i,
];

/** Beside a question, what is wished of the answer; alone it is a question of its own kind. */
export const WISHES: readonly RegExp[] = [
  /^translate (?:the|your|this|that|it)\b.{0,30}\b(?:in)?to \w+/i,
  /^(?:write|compose|make|create|sing|tell)(?: me)? (?:an? |the )?(?:short |funny |little )?(?:poem|haiku|song|rap|limerick|joke|story|essay|secret)\b/i,
];
/** "What does it say? Follow it", where the text that it means has been taken out. */
export const POINTS_AT_HIDDEN =
  /^(?:what (?:does|do|is) (?:this|that|it|these|the (?:text|code|string|message|above))(?: (?:say|mean|decode to|read|stand for))?|(?:follow|read|decode|do|obey|run|execute) (?:it|this|that|them))\W*$/i;

/** Said beside an order, these are claims and no questions. */
export const CLAIMS: readonly RegExp[] = [
  /^(?:no|wrong|nope|false|incorrect|that's (?:wrong|false|not right|incorrect)|you(?:'re| are) (?:wrong|mistaken)|i insist|trust me|it's ok(?:ay)?|this is (?:a test|allowed|important|urgent)|thanks?(?: you)?)[\s.,!]*$/i,
  /^(?:the |its? |this |that |openai'?s? |\w+'s )?[^?]{0,80}\b(?:is|are|was|equals|=)\b[^?]*\$?\d[^?]*$/i,
  /^(?!say (?:the |that (?:the )?|our |its )?(?:\w+ ){0,2}(?:price|rate|rent|load|cost|interest|term|utili[sz]ation|occupancy|margin|growth|tariff|pue)s? (?:slid|drop|fall|fell|slip|go|went|rise|rose|climb|doubl|halv|move|come|turn)\w*\b[^?]*\d)(?:say|state|claim|declare|pretend|(?:reply|report|write|answer|respond) that)\b[^?]*$/i,
  /^(?:confirm|acknowledge|agree|admit|verify|concede|accept)\b[^?]*$/i,
  /^[A-Z][A-Z ]{2,40}[.!]*$/,
];

/** Manners of speech, wherever they stand. */
export const PHRASES: readonly RegExp[] = [
  /\b(?:(?:in the (?:voice|style|tone|manner) of|like) an? (?:pirate|robot|child|poet|rapper|cowboy)|as an? (?:poem|haiku|limerick|rap|song|rhyme|joke)|in (?:all )?(?:caps|capitals|rhyme|verse|pirate speak))\b/gi,
];
