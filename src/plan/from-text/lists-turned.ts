/** Lists that are asked for by what somebody did, in the words of other lists: "which leases has Fluidstack signed". */
import { puttingInstead } from "../../knowledge/pattern-table.ts";

const DID =
  "(?:sign(?:ed)?|tak(?:e|en) part in|been (?:in|part of)|be in|have|done|strike|struck|join(?:ed)?|back(?:ed)?|enter(?:ed)? into|agree(?:d)?(?: to)?|close(?:d)?|make|made|arrange(?:d)?|got|get)";
const asked = (nouns: string): RegExp =>
  new RegExp(
    String.raw`^(\W*(?:(?:so|and|ok|hey),? )*)(?:what|which) ((?:[a-z]+ )?(?:${nouns})) (?:did|has|have|does|do) (.{2,40}?) ${DID}\W*$`,
    "i",
  );
/** Whom somebody stands behind: "who else does it backstop besides …". */
const STANDS = "(?:guarantee|backstop|stand behind|vouch for|underwrite)";
const BUT = "((?:,? (?:besides|apart from|other than|except(?: for)?|beyond|aside from|in addition to) .{2,40}?)?)";
const STATE =
  "(?:(?:still|currently|now|already|ever|yet|actually) )*(?:on hold|paused|halted|suspended|frozen|stalled|cancel(?:l?ed)|scrapped|dropped|abandoned|lapsed|expired|superseded|rumou?red|in talks|announced|signed|unsigned|binding|non-binding|closed|completed?|finished|operational|live|online|running|under construction|being built)";
const TURNED: readonly (readonly [RegExp, string])[] = [
  // Whether any of several is so is told by those that are.
  [
    new RegExp(
      String.raw`^(\W*(?:(?:so|and|ok|hey),? )*)(?:are|is|were|have|has) any(?: one)? ((?:of )?(?:[^?,;]{0,40} )?(?:deals|contracts|agreements|sites|campuses|projects|leases|loans|financings|data cent(?:er|re)s|acquisitions|partnerships)\b(?: (?!and\b)[^?,;]{2,40}?)?) (?:been )?(${STATE})\W*$`,
      "i",
    ),
    "$1which $2 are $3?",
  ],
  [
    new RegExp(
      String.raw`^(\W*(?:(?:so|and|ok|hey),? )*)(?:who(?:m)?|what|which (?:other )?(?:companies|firms|neo-?clouds|miners|landlords|tenants))(?: all| else)? (?:does|did|do|has|have|is) ([\w.&-]+(?: [\w.&-]+)?) (?:also )?${STANDS}(?:d|e?d|ing)?${BUT}\W*$`,
      "i",
    ),
    "$1which companies does $2 guarantee$3",
  ],
  [asked("leases|sites|campuses|acquisitions"), "$1list $3's $2"],
  [asked("financings|loans|bonds|debt deals"), "$1list $2 with $3"],
  [
    /^(\W*)(?:the |all (?:the )?)?(companies|firms|utilities|banks|funds) (?:that|which|who) (?=(?:suppl|lend|lent|sell|sold|fund|financ|back|power|build|rent)\w*\b)/i,
    "$1which $2 ",
  ],
  // "Which five sites were added to Stargate in September 2025".
  [
    /^(\W*(?:(?:so|and|ok|hey),? )*)(?:which|what)(?: are)? (?:the )?(two|three|four|five|six|seven|\d) (?:new )?sites (?:(?:that )?were )?(?:added to|named (?:for|by|as part of)|picked (?:for|by)|chosen (?:for|by)|announced (?:for|by)|joined) (.{3,30}?) in ((?:[a-z]+ )?20\d\d)\W*$/i,
    "$1list the $2 $3 sites from $4",
  ],
  // "The number of companies that it bought".
  [
    /^(\W*(?:(?:so|and|ok|hey),? )*)(?:what(?:['’]?s| is| was) )?(?:the )?(?:number|count) of ((?:[a-z]+ )?(?:companies|firms|banks|investors|lenders|funds|labs|neo-?clouds|hyperscalers))\b/i,
    "$1how many $2",
  ],
  // "How many times did it invest": so many investments.
  [
    /\bhow (?:many times|often) (?:did|has|have) (.{2,30}?) (?:invest(?:ed)?|put money|bought) (?:in(?:to)?) /i,
    "how many investments has $1 made in ",
  ],
  [
    /\bhow (?:many times|often) (?:did|has|have) (.{2,30}?) (?:sign(?:ed)?|contract(?:ed)?|struck|strike)(?: (?:up|a deal|deals))? with /i,
    "how many deals has $1 signed with ",
  ],
  // "How much of its backlog is that customer": which share of it.
  [
    /^(\W*(?:(?:so|and|ok|hey),? )*)how much of ([\w.&-]{2,30}['’]s? (?:[a-z]+ )?(?:backlog|rpo|remaining performance obligations)) (?:is|was|comes? from|belongs? to) /i,
    "$1what share of $2 comes from ",
  ],
];

/** Texts that ask for no such list come back as they are. */
export const listsTurned = puttingInstead(TURNED);
