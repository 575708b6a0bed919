/** Words of questions: those that tell what is asked little, and those that tell nothing. */

import type { Sought, SoughtWord } from "./find-statements.ts";
import { gated } from "./gated.ts";
import type { Want } from "./kind-asked.ts";
import { puttingInstead } from "./pattern-table.ts";
import { perText } from "./per-text.ts";
import { contentRoots } from "./words.ts";

/** What an attribute is asked by, and nouns for any deal: they choose nothing and need not be explained. */
const ASKING_WORDS =
  "percent portion proportion fraction pact project programme program scheme initiative pledge deal deals transaction transactions agreement contract contracts worth value size amount figure number dollar dollars usd money pay paying paid cost price big large bigger biggest largest gw gigawatt gigawatts mw kw kilowatt kilowatts megawatt capacity date detail details compare compared difference between happen happened happens become became becomes company thing stuff plan planned come name named involved side role party parties participant participants counterparty counterparties report reported reportedly exact exactly roughly approximately around today currently actual actually real really supposed meant expect expected buy contracted does finished finish done still happening status stand stands month day year years time put called officially official bill tab headline outlay price-tag spend spending bn mn b m k billion billions million millions trillion buck bucks";
const ASKING = new Set(contentRoots(ASKING_WORDS));
/** Words that tell one statement from another where one has them, and need not be explained where none has. */
const MODIFIER_WORDS =
  "declare declared declares declaring fiscal calendar before total overall euro euros pound pounds promise promised promises pledge pledged max maximum minimum announce announced announcement unveil unveiled disclose disclosed first second third latest last recent initial original originally initially new newest main other extra additional final finally start started begin began going end long term change changed commit committed commitment part take taken taking took over sign signed built building open opened close closed complete completed live running operational alive dead paused hold cancelled canceled cancel dropped binding firm confirmed public publicly go went get back join joined give gave hand set agreed agree run business relationship dealings";
const MODIFIER = new Set(contentRoots(MODIFIER_WORDS));
/** Both as they are written. */
export const QUESTION_WORDS: readonly string[] = `${ASKING_WORDS} ${MODIFIER_WORDS}`.split(" ");

/** Everyday words, by which people say anything: what they are about stands beside them. */
const EVERYDAY = new Set(
  contentRoots(
    "near comment comments commented hint hints hinted speak speaks spoke spoken remark remarked upside downside bid offer make makes made use uses used need needs needed put putting get getting stand standing behind want wants try trying most least at-most end ending tear send sends sent see sees seen bring brings brought keep keeps kept let lets leave leaves left lose lost turn turns turned pull pulls pulled push pushes pushed pick picks picked drop land lands landed hit hits reach reaches reached move moves moved stay stays stayed fall falls fell rise rises rose seem seems seemed show shows shown bear bears hold holds held sit sits sat cover covers covered include includes including contain contains attached attach come comes onto away down across along around within without inside toward towards during whether while because since until ago later earlier early late soon yet already once twice together apart alone else besides beside instead anyway though although however therefore good bad best better worse worst fine great nice huge massive giant tiny small smaller smallest little less few fewer several various certain particular special different same similar full half entire whole single both either neither every each such kind type sort way ways place point part parts piece bit lot side top bottom front middle number amount level rate figure case fact matter reason result problem issue question answer idea word words story guy guys folk firm firms group team outfit player players giant giants maker makers shop house name names call calls called known famous so-called rumored popular major key important serious big-ticket mega huge whopping record breaking record-breaking handle handling serve serves serving happen done do doing did able manage manages managed allow allows allowed let help helps helped try fund keep ready set due fresh straight spot exactly precisely specifically especially mainly mostly largely partly fully totally completely nearly almost about almost ballpark order magnitude ceiling headline straightaway immediately quickly slowly finally eventually ultimately long short high low high-end top-end end-to-end wide deep line lining lined seek seeking aim aiming eye eyeing fork forking cough shell shelling pony splash splashing plow plough pour pouring pump pumping sink sinking stump dish chipping itself themselves himself total-cost ballpark hefty service services whack chunk slice tune floated float attach",
  ),
);

/** Words around a question that ask for nothing. */
const FILLER = new Set(
  contentRoots(
    "quote quotes quoted explain say said says saying cannot hey hi hello thanks please kindly roughly current know tell sort kind quick question info information slide deck min minute someone anyone somebody anybody gonna want wants get gets got work out around look looking check checking remind reminder curious wondering wonder call meeting memo friend boss colleague story article draft footnote sanity asking ask wait man dude lol btw fyi eod asap meanwhile whos whats wheres hows wen wat ur u r yo bro ppl tho anyways anyway kinda lemme gimme until till after right christmas january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday spring summer autumn winter basically simply exactly again ever even only else another one ones something anything let's lets see hear heard read keep keeps seeing think thinking thought believe guess sure maybe possibly perhaps remember recall mind help helpful appreciate sorry urgent urgently pretty quite rather very much many lot lots bit whole entire given based regarding concerning",
  ),
);

export const isFiller = (root: string): boolean => FILLER.has(root);
/** Whether a word is one by which people say anything. */
export const isEveryday = (root: string): boolean => EVERYDAY.has(root) || ASKING.has(root);
/** Whether a word tells little of what is asked. */
export const isWeak = (root: string): boolean => ASKING.has(root) || MODIFIER.has(root) || EVERYDAY.has(root);

/** Turns of speech whose words would mean something else. */
const CHATTER = gated(
  /\b(?:good (?:morning|afternoon|evening|day)\b|(?:would|could|will) you be (?:so|as) (?:kind|good) (?:as to|to)(?: (?:confirm|tell me|say))?|(?:are|is|were|was) (?:we|it|that|they) talking(?: about)?|(?:can|could|will|would) (?:you|someone|somebody|anyone|anybody) (?:please )?confirm|(?:please|pls|just|quickly|to|^) ?confirm(?:ing)?(?! (?:by|from|in)\b)|(?:everything|anything|all) (?:there is |you (?:have|know) |known )?(?:about|on)|what about|how about|by the way|alongside(?: (?:it|that|this))?(?=[\s?.!]*$)|at the same time(?=[\s?.!]*$)|,? (?:the way|just like|like|as) (?:the|its) (?:old|earlier|original|previous|first) [\w ]{2,30}? (?:was|were|did|had been)(?=[\s?.!]*$)|in the end|at the end of the day|as far as (?:you|we) know|to the tune of|when it comes to|in terms of|on the table|so far|how far(?: short)?(?! (?:above|below|off|ahead|behind))|to date|(?:at|by|since) (?:the )?end of (?:the )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|year|quarter|fiscal|q[1-4]\b|20\d\d))\w*\b/gi,
);

/** Idioms of the field, and the plain words by which records say the same. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:stand(?:s|ing)? behind|vouch(?:es|ing)? for|co-?sign(?:s|ed)?)\b/gi, "guarantee"],
  [/\bon the hook for\b/gi, "committed"],
  [/\b(?:caught off guard|taken aback|blindsided)\b/gi, "surprised"],
  [/\b(?:sat|sit|bow(?:ed)?|pulled|dropped|backed) out(?: of)?\b/gi, "dropped out"],
  [
    /\b(?:break|broke|broken|breaking) ground\b|\bground-?breaking\b/gi,
    "ground broken groundbreaking construction started",
  ],
  [/\b(?:top(?:ped)?-? ?up|upsize[ds]?|enlarge[ds]?)\b/gi, "expansion added"],
  [
    /\b(?:switched on|up and running|(?<=\b(?:fully|now|is|was|were|been) )up(?=\s*[?.!,]|\s*$)|go(?:es|ing)? live|come(?:s)? online|lit up)\b/gi,
    "operating",
  ],
  [/\bback (?:on-?line|in (?:service|operation)|on the grid|up and running)\b/gi, "back"],
  [/\b(?:go(?:es|ing)?|gone|went) public\b|\b(?:float(?:ing)? (?:its|their) shares)\b/gi, "listing"],
  [/\b(?:chip(?:ped)? in|pony up|pitch(?:ed)? in|put(?:s|ting)? up)\b/gi, "funded"],
  [/\b(?:team(?:ed)? up|tied up)\b/gi, "partnership"],
  [/\btie[ -]?ups?\b/gi, "deal"],
  [/\b(?:wr(?:ote|ite|iting) .{0,20}che(?:ck|que))\b/gi, "invested"],
  [/\broll(?:s|ed|ing)?[- ]?outs?\b/gi, "rollout"],
  [/(?<=\bhow much (?:money )?(?:does|do|did)\b.{2,40})\bowe\b(?!.*\b(?:revenue|fees?)\b)/gi, "loan"],
  [/\bright of first\b/gi, "first"],
  [
    /\b(?:left )?in (?:the|its|their) (?:bank|kitty|coffers|till)\b|\bcash (?:pile|on hand|cushion|left|remaining|reserves?|balance|position)\b|\bhow much cash (?:is|do they have|does it have|have they)(?: left)?/gi,
    "cash securities",
  ],
  [/\b(?:went|gone|going|goes|go) up in smoke\b/gi, "burned"],
  [/\bguides?\b(?! (?:to|for)\b)/gi, "guidance"],
  // Of a person it is a chair or a vote that is given up.
  [
    /(?<=\b(?:who|(?:which|what) (?:executives?|boss|founder|ceo|person|chief|director|chair\w*|backer))\b.{0,12})\bstep(?:s|ped|ping)? (?:back|down|aside)\b/gi,
    "recused gave up",
  ],
  [/\bstep(?:s|ped|ping)? (?:down|aside)\b/gi, "gave up"],
  [/\bon the (?:back ?-?burner|shelf)\b/gi, "paused"],
  [
    /\b(?:it|that|they|the (?:money|sum|cash)) (?:is|was|are|were) (?:due |supposed |meant )?to be (?:spent|invested|paid)(?=[\s?.!]*$)/gi,
    " ",
  ],
  [
    /\b(?:foot(?:s|ed|ing)?|pick(?:s|ed|ing)? up) (?:the|that|this|its|their) (?:(?:whole|entire|full) )?(?:bill|tab)\b/gi,
    "pays funds",
  ],
  // A mark of credit is no rate of interest.
  [/\b(?:un)?rated\b(?! at)|\b(?:credit |debt |bond )?ratings?\b/gi, "graded agency"],
  [/\bsquare (?:footage|met(?:re|er)age)\b|\bfloor ?space\b|\bsq\.? ?(?:ft|feet|foot)\b/gi, "square feet"],
  // Records call it an exchange.
  [
    /\b(g(?:i|a)ve(?:s|n)? up|giving up|surrender(?:ed)?|waived?|conceded?) in (?:return|exchange)(?: for)?\b/gi,
    "$1 in exchange for",
  ],
  [/\bfund-?rais(?:e|es|ing|er|ers)\b/gi, "round"],
  [
    /\b(?:fil(?:e[ds]?|ing)|submit(?:s|ted)?|publish(?:ed|es)?) (?:(?:for|its|their|the|an?|confidential|draft|first) )*(?:s-1|prospectus)\b|\b(?:s-1|prospectus) (?:was |been |got )?(?:filed|submitted|published)\b/gi,
    "filed published registration statement listing",
  ],
  [/\bppas?\b/gi, "power purchase agreement"],
  [/\bnoi\b/gi, "net operating income"],
  [/\b(?:gross )?proceeds\b/gi, "proceeds raised"],
  [/\bt(?:ook|akes?|aken|aking) part\b/gi, "participants"],
  [/(?<!\b(?:lowest|least|minimum) )\bmarket[- ]?cap(?:itali[sz]ation)?\b(?! of\b)/gi, "market value"],
  [
    /\b(?:eats?|ate|swallows?|foots?)\b(?=.*\b(?:loss\w*|costs?|bill|risks?|overruns?|shortfall)\b)/gi,
    "bear share pays",
  ],
  [/\bf(?:all|ell|alls|allen) through\b|\bc(?:ome|ame) to nothing\b/gi, "dropped"],
  [/\bchurn(?:s|ing|ed)? out\b/gi, "manufacture"],
  // What is paid on a debt is no holding.
  [/\binterest\b(?=.*\b(?:pay(?:s|ing)?|paid|loans?|debts?|notes|bonds?|borrow\w*)\b)(?! rates?\b)/gi, "coupon"],
  [/\bcharg(?:e|es|ed|ing)\b(?=.*\b(?:loans?|credit|debt|borrow\w*)\b)/gi, "interest"],
  [/\bwhat(?:['’]s| has)? bec[ao]me of\b(?=.*\b(?:shares?|stakes?|stock|holdings?)\b)/gi, "converted"],
  [/(?<=\bhow (?:do|does|did|will|would|is|are)\b.{2,40})\bpay(?:ing)? for\b/gi, "fund"],
  [
    /\b(?:stock ?market|market|share(?: price)?|stock) reaction\b|\b(?:shares?|stock|market|investors) (?:react(?:ed)?|t[ao]ke? it|respond(?:ed)?)\b/gi,
    "shares rose fell",
  ],
  [/\b(?:ceremonial )?shovels?(?: in the ground)?\b/gi, "groundbreaking ground broken"],
  [/\b(?:dependen(?:ce|cy)|dependent) (?:up)?on\b/gi, "share of"],
  [/\bkick(?:s|ed|ing)? in\b/gi, "start"],
  [/\barrangements?\b/gi, "deal"],
  [/\bleft out\b/gi, "excluded"],
  [/\b(?:did|has|have|was|were|is|are) (.{2,30}) ever\b/gi, "did $1"],
  [/\baccordion(?: feature| option)?\b/gi, "option increase"],
  [/\btake[- ]or[- ]pay\b/gi, "take-or-pay binding firm committed"],
  [/\b(?:hundred|100)[- ]years?\b/gi, "100-year century"],
  [/\bphase (?:1|one|i)\b/gi, "first phase"],
  [/\b(?:trading |stock market |market )?debut\b(?=[\s?.!]*$)/gi, "first day"],
  [/\b(?:go|goes|gone|went|shoot|shot|jump(?:ed)?) up\b/gi, "rise"],
  [/\bco-?located?\b|\bco-?location\b/gi, "co-location"],
  [/\bphase (?:2|two|ii)\b/gi, "second phase"],
  [/\bphase (?:3|three|iii)\b/gi, "third phase"],
  [
    /\b(?:get|gets|got|getting) (?:it |them |things |that )?(?:going|moving|started|back on track)(?: again)?\b/gi,
    "restarted",
  ],
  // How long it is, and not its terms.
  [/\bthe (?:contract |lease |loan |deal )?term (?=of|on|for)\b/gi, " "],
  [/\b(?:bought|purchased|acquired|sold) for (?=how much\b|what\b)/gi, "price "],
  [/\b(?:tak(?:e|es|ing)|rak(?:e|es|ing)|t[ao]ok) in\b(?=.*\b(?:ipo|listing|offering|round|sale of)\b)/gi, "raise"],
  [/\b(?:tak(?:e|es|ing)|rak(?:e|es|ing)) in\b/gi, "revenue earn"],
  [/\block-?ups?\b/gi, "lock-up"],
  [/\bhow many places\b/gi, "how many locations"],
  [/\bfabs?\b/gi, "plant"],
  [/\bfabbed\b/gi, "made plant"],
  [/(?<=\b(?:the|its|these|those|them)\b.{0,12})\b(?:boxes|kit)\b/gi, "servers equipment"],
  [/\b(?:sell|sold|go|went|fetche?d?|change hands) for\b(?=\s*[?.!]*$)/gi, "price"],
  [/(?<!\b(?:in|up) )\bfront(?:s|ed|ing)\b/gi, "prepay"],
  [/\bhow did (.{2,30}?) (?:trade|fare)\b/gi, "$1 shares rose fell"],
  [/\bor (?:is it |the )?(?:the )?(?:other way (?:a?round)|vice versa|reverse)\b/gi, "reverse"],
  [/\bearn(?:s|ed|ing)? (?=(?:its |their |the )?(?:[\w.&-]+ )?(?:shares|stock|warrants?|stake)\b)/gi, "vest "],
  [/\bpay(?:s|ing)? off\b/gi, "confident"],
  [/\blump sums?\b/gi, "distribution"],
  [/\b(?:includes?|comprises?|contains?)\s*[?.!]*$/gi, "cover"],
  [
    /\b(?=[cgsram])(?<=\b(?:do|will|should)\b.{0,30})(chips|gpus|systems|racks|accelerators|servers|machines) (?:arrive|turn up|show up|come|land|get (?:there|delivered))\b/gi,
    "$1 be deployed",
  ],
  [/\bfirst[- ]day (?:of trading )?(?:moves?|gains?|performance|returns?)\b/gi, "rise of the shares on the first day"],
  [/\b(?:anything |something |money |any of it )?in advance\b(?! of\b)/gi, "prepay prepayment upfront"],
  [/\border books?\b(?!.*\bbonds?\b)(?<!\bbonds?\b.*)/gi, "backlog"],
  [/\b(?:in|across|inside) (?:the usa|america)\b/gi, "United States"],
  [/(?<!\bof )\b(its|their|his|her|our) own\b/gi, "$1"],
  [/(?<=\w['’]s) own\b(?! (?:tally|count|numbers?|words|figures?|estimates?|forecasts?|account)\b)/gi, " "],
  [/\bdays? (?:one|1)\b/gi, "first day"],
  [/\bdays? (?:two|2)\b/gi, "second day"],
  [/\b(?:br(?:oke|eaks?|eaking) (?:the )?(?:[\w-]+ )?(?:story|news)|scoop(?:ed)?)\b/gi, "first reported"],
  [/\bon schedule\b/gi, "on track"],
  [/\bahead of time\b/gi, "beforehand"],
  [/\bvcs?\b/gi, "investors"],
  [/\bbump(?:s|ed|ing)?(?: up)?\b/gi, "raise"],
  [/\b(?:soak|snap|gobble|hoover|mop)(?:s|ed|ing|ped)? up\b/gi, "take"],
  [/\bused to (?:stand|be|run|operate)(?: (?:on|at|there))?\b/gi, "former"],
  [/\bloan[- ]to[- ]cost\b|\bltc\b/gi, "part of the cost that loans cover"],
  [/\b(?:first|initial|opening|early) cut of\b|\bcut of\b/gi, "share of"],
  [/\bopening (?=phase|stage|step)/gi, "first "],
  [/\bhow (?:costly|expensive|pricey)\b/gi, "how much cost"],
  [/\bwhere(?:['’]s| is| are| was) (.{2,40}?) based\b/gi, "$1 headquartered"],
  [/(?<=\b(?:lowest|smallest|minimum|least)\b.{0,12})\bmarket cap(?:itali[sz]ation)?s?\b/gi, "valuation"],
  [/\b(?:any|no)where near\b|\bnowhere close to\b/gi, "far below"],
  [/\b(?:fall|falls|fell|fallen|falling) (?:through|apart|over)\b/gi, "drop"],
  [
    /\b(?:call(?:s|ed|ing)? (?:it )?off|pull(?:s|ed|ing)? the plug(?: on)?|c[ao]me to nothing|walk(?:s|ed|ing)? away from)\b/gi,
    "drop",
  ],
  [
    /\ball[- ]told\b|(?<!\d[\w ]{0,12})\ball[- ]in\b(?=\s*(?:[?.!,;]|value|worth|total|cost|price|figure|number|amount|$))|\beverything included\b/gi,
    "in all",
  ],
  [
    /\b(?:(?:nobody|no[- ]?one|none|no other (?:customer|buyer|client|taker)s?)(?: else)? (?:(?:wants?|buys?|takes?|rents?|needs?|bites?|picks?|snaps?|shows?|comes?|signs?)\b(?: up)?)|(?:(?:can|could)(?:not|['’]?t)?|fails? to|struggles? to|unable to) (?:sell|find (?:an? )?(?:other )?(?:buyers?|takers?|customers?)(?: for)?)|(?:goes|sits|is|are|be|remains?|stays?|left) (?:unwanted|unsold|empty|idle|unused))/gi,
    "unsold others",
  ],
  [/\baum\b|\bassets under management\b/gi, "assets managed manages"],
  [
    /\b(?:could|can|might|may) (.{2,30}? )?(?:get|be made|become|go|grow) (?:any |even |much )?(?:bigger|larger)\b/gi,
    "$1 could reach",
  ],
  [
    /\bhow much of (.{2,40}?) costs?\b(?=.{0,24}\b(?:debt|loans?|borrow\w*|lenders?)\b)/gi,
    "$1 part of the cost that loans cover",
  ],
  [/\b(?:capped|max(?:es|ed)? out|top(?:s|ped)? out) at\b/gi, " "],
  [
    /\b(?:hinge|hang|rest)(?:e?s|e?d|ing)? on (?=(?:the )?(?:conditions?|triggers?|milestones?|certain)\b)/gi,
    "depends on ",
  ],
  [/\bhing(?:e|es|ed|ing) on\b/gi, "depends on condition"],
  [
    /\b(?:once|when|after) (?:it|that|this|everything)(?:['’]s| is) (?:(?:all|fully|completely) )?(?:kitted|fitted|decked) out\b|\b(?:all |fully )?(?:kitted|fitted) out\b/gi,
    "including equipment",
  ],
  [
    /\b(?:add(?:s|ed)? up|com(?:e|es|ing)|amount(?:s|ed)?) to (?:in (?:all|total)|altogether|together)\b|\badd(?:s|ed)? up to\b/gi,
    "together",
  ],
];
const inPlainWords = puttingInstead(IDIOMS);
export const plainly = perText((text): string => inPlainWords(text.replace(CHATTER, " ").replace(/n['’]t\b/g, "")));

/** The words of a question that help to find a statement, each once, with how much they tell. */
export const soughtWords = perText((text): readonly SoughtWord[] => {
  const words = contentRoots(plainly(text)).filter((word) => !isFiller(word) && (word.length > 1 || /\d/.test(word)));
  return [...new Set(words)].map((word) => ({
    word,
    // Chips and models have numbers in their names; amounts and days are read apart.
    weak: isWeak(word) || /^\D?\d[\d.,]*[a-z]?$/.test(word),
    tells: !ASKING.has(word),
  }));
});

/** What they do stands behind them. */
const VERBS = new Set(
  contentRoots("hit hits work works sit sits stand run use uses need needs create creates bring brings face faces"),
);
const NONE: ReadonlySet<string> = new Set();
/** The root of what is counted: "how many permanent JOBS does it bring"; null where nothing is, or gigawatts and the like. */
export function countedIn(text: string, without: ReadonlySet<string> = NONE): string | null {
  const [, things = ""] = COUNTED.exec(text) ?? NUMBER_OF.exec(text)?.filter(Boolean) ?? [];
  const noun = contentRoots(things).findLast((word) => !isFiller(word) && !VERBS.has(word) && !without.has(word));
  return noun === undefined || ASKING.has(noun) ? null : noun;
}
const NUMBER_OF = gated(
  /\b(?:number|count) of (?:the |its |their )?((?:[\w-]+ )?[\w-]+?)(?=\s+(?:of|in|at|on|for|to|by|from|with|under|is|are|was|were)\b|\s*[?.!,]|$)|\b([\w-]+) count\b/i,
);
const COUNTED = gated(
  /\bhow many ((?:[\w-]+ ){0,3}?[\w-]+?)(?=\s+(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|of|in|at|per|on|for|to|by|from|with|under|the|a|that|there|it|they|come|came|go|went|get|got|be|would)\b|\s*[?.!,]|$)/i,
);

/** Whether the latest or the first of several is asked for. */
export const orderIn = (text: string): Sought["order"] =>
  /\b(?:latest|most recent|newest|current|last(?! day\b))\b/i.test(text)
    ? "latest"
    : /\b(?:first(?! (?:day|half|quarter|month|year|time|gigawatt|gw|megawatts?)\b)|original(?:ly)?|initial(?:ly)?|earliest|(?:at|to) (?:the )?(?:start|outset|beginning)|to begin with|to start with|for starters)\b/i.test(
          text,
        )
      ? "first"
      : null;

/** The kind of thing, told more exactly by the words: a price for each share, a length of time. */
export function wantIn(text: string, want: Want | null): Want | null {
  if ((want === "money" || want === null || want === "count" || want === "percent") && PRICE.test(text))
    return SHARES_FOR_ONE.test(text) ? "count" : "price";
  if ((want === "money" || want === null) && INTEREST.test(text)) return "percent";
  if (want === "money" && /\bby how much\b/i.test(text)) return "manner";
  if (want === "money" && MOVED.test(text)) return "percent";
  const day = want === "date" || want === "happened" || want === "due";
  if (day && UNTIL.test(text)) return "end";
  if (day && FROM.test(text)) return "start";
  if (want === "date" && /\bwhen (?:did|was|were|has|had)\b/i.test(text)) return "happened";
  if (want !== null) return want;
  return WHY.test(text)
    ? "reason"
    : LENGTH.test(text)
      ? "length"
      : HOW.test(text)
        ? "manner"
        : WHETHER.test(text)
          ? "whether"
          : null;
}
const WHY = gated(
  /\b(?:why|how come|what(?:'s| is| was| were)? (?:the|its|their|[\w.&-]+['’]s?) (?:reasons?|purpose|aim|rationale|point|excuse|justification|explanation|argument|logic|complaint)(?! of no return)|for what (?:reason|purpose)|what (?:led|prompted|caused|motivated)|what made .{1,40}\b(?:change|drop|leave|quit|sell|buy|sign|pause|cancel))\b|\bwhat(?:'s| is| was| are| were| will| does| did| do| would)\b(?!.*\b(?:sell|sold|selling|go|going|gone|bought|buy|trade|change hands|settle)\b).{1,60}\bfor\s*\?*$/i,
);
const HOW = gated(
  /\bhow (?:is|are|was|were|will|would|does|do|did|has|have)\b.{1,80}\b(?:powered|paid|pay|financed|funded|cooled|structured|secured|built|shared|split|divided|priced|work|repaid|decided|made|set|calculated|supplied|connected|raised|guaranteed|protected|treated|explain\w*)\b/i,
);
const INTEREST = gated(
  /\b(?:(?:what|which|how much|how high an?) (?:interest|coupon|yield)|interest rate|at what (?:interest )?rate|coupon)\b/i,
);
const MOVED = gated(
  /\bhow (?:much|far) (?:did|has|have|do|does) .{1,60}\b(?:go(?:ne)? (?:up|down)|rise|risen|rose|jump\w*|fall|fallen|fell|drop(?:ped)?|gain(?:ed)?|climb\w*|surge\w*|slid|slide|move[d]?)\b(?! (?:up )?to\b)/i,
);
const WHETHER =
  /^(?:\W*(?:so|and|but|ok|hey|wait|well),? )*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|must|should|may)(?:n['’]?t)?\b(?! you\b)/i;
/** A question to be answered by yes or no. */
export const asksWhether = (text: string): boolean =>
  WHETHER.test(text) && !/\b(?:how|what|which|who|whose|when|where|why)\b/i.test(text);
const UNTIL = gated(
  /\b(?:until|till|expir\w*|run(?:s|ning)? out|end(?:s|ing)?|matur\w*|deadline|by when|(?:last|final|closing) (?:date|day|month|year|quarter)|how late)\b/i,
);
const FROM = gated(
  /\b(?:from when|starting when|since when|when (?:does|do|will|would|is|are) .{0,60}\b(?:start|begin|kick off|come online|go live|land|arrive|deliver\w*|due))\b/i,
);
/** Shares are counted against a share where one firm's are swapped for another's. */
const SHARES_FOR_ONE = gated(/\bhow many (?:[\w.&'-]+ ){0,3}shares\b/i);
const PRICE = gated(
  /\b(?:(?:per|each|for every) (?:[\w.&-]+ )?share|a share(?! of)|share price|price range|(?:offer|issue|listing|ipo) price|at what price|strike|exercise price|price (?:per|of the shares?)|(?:what|which) price\b.{0,60}\bshares?)\b/i,
);
const LENGTH = gated(
  /\b(?:how long|how many (?:years|months|days)|(?:what|which) (?:period|time ?frame|time ?span|horizon)|lease term|length|duration|(?:in|of) years|for years|(?:what|which|the) term)\b/i,
);
