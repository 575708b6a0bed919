/** Two figures that a question sets against each other, each in its own words: "Amazon's ceiling as a share of OpenAI's $122B round". */
import { gated } from "../../knowledge/gated.ts";
import { patternTable } from "../../knowledge/pattern-table.ts";

export type SidesSaid = {
  /** What is set against the other, and the other: what it is a share or a multiple of. */
  a: string;
  b: string;
  does: "share" | "times" | "difference" | "change" | "larger" | "years" | "per" | "sum";
  /** Whether the first cannot be more than the second: a part of a whole. */
  isPart: boolean;
};

const SHARE = "(?:%|per ?cent(?:age)?|pct|fraction|proportion|share|part|portion|slice|chunk)";
const FROM =
  "(?:(?:is|was|are|were|has|have|had|did|does|do)(?: (?:just|only|really|actually))?|came? (?:just )?from|comes from|(?:landed|fell|arose) in|(?:was|were|is) (?:earned|booked|made|spent) in|goes? to|went to|sits? (?:in|at|with)|belongs? to|falls? (?:on|to)|stems? from)";
/** What is said again behind the two: that a share is asked for, or which of both. */
const IN_PERCENT =
  /(?:[\s,;:–—-]+|\s*\()(?:(?:roughly |about )?(?:in|as an?|as)? ?(?:%|percent(?:age)?(?:[- ]wise| terms)?|per cent|pct|share))\)?(?=[\s?.!]*$)/i;
const TIMES_SAID = gated(
  /(?:[\s,;:–—-]+|\s*\()(?:(?:as|in) (?:an? )?(?:multiples?|ratio|times)|what (?:multiple|ratio)|multiple|ratio|how many times|x times)\)?(?=[\s?.!]*$)/i,
);
const BY_HOW_MUCH = gated(
  /[\s,;:–—-]+(?:and )?(?:by how much|what(?:['’]s| is) the (?:difference|gap|delta|spread)|how (?:big|wide|large) is the (?:gap|difference))(?=[\s?.!]*$)/i,
);
const WHICH = gated(
  /[\s,;:–—-]+(?:and )?(?:which|who(?:se)?|what)(?: (?:one|of (?:them|the two|these)|is|was|are))* (?:the )?(?:larger|bigger|higher|greater|smaller|lower|more|most|less|dearer|cheaper|costlier|longer|shorter)(?: (?:one|of the two))?(?=[\s?.!]*$)/i,
);

type Form = readonly [does: SidesSaid["does"], pattern: RegExp, isPart?: boolean];
const COMPARED =
  "(?:bigger|larger|higher|greater|wider|steeper|richer|deeper|more|smaller|lower|less|narrower|cheaper|dearer|pricier|worse|better)";

const TOGETHER =
  "(?:(?:come to )?(?:together|combined|in total|in all|altogether|added (?:up|together)|all told|taken together)|come to)";

/** The most telling first. `a` and `b` as groups. */
const FORMS: readonly Form[] = [
  ["share", new RegExp(`^(?<a>.+?),? as (?:an? |the |what )?${SHARE} of (?<b>.+)$`, "i")],
  ["times", /^(?<a>.+?),? as (?:an? |what )?multiple of (?<b>.+)$/i],
  [
    "share",
    new RegExp(
      String.raw`^(?:of )?(?<b>.{6,}?)\s*[:,;–—-]+ (?:what|which|how (?:big|large) an?) ${SHARE}(?: of (?:it|that|this|them|which|the (?:total|whole)))? ${FROM} (?<a>.+)$`,
      "i",
    ),
    true,
  ],
  [
    "share",
    new RegExp(
      `^(?:roughly |about )?(?:what|which|how (?:big|large|much)(?: of)? an?)(?:['’]s)?(?: exact)? ${SHARE} of (?<b>.+?) (?:does|do|did|will|would|has|have|had) (?<a>.+?)(?: (?:account(?:ed)?(?: for)?|make (?:up)?|made up|represent(?:ed)?|take(?:n)?(?: up)?|cover(?:ed)?|come to|amount(?:ed)? to|contribut(?:e|ed)|put(?: in| up)?|provid(?:e|ed)))(?: for)?$`,
      "i",
    ),
    true,
  ],
  [
    "share",
    new RegExp(
      `^(?:roughly |about )?(?:what|which|how (?:big|large|much)(?: of)? an?)(?:['’]s)?(?: exact)? ${SHARE} of (?<b>.+?) ${FROM} (?<a>.+)$`,
      "i",
    ),
    true,
  ],
  ["share", new RegExp(`^how much of (?<b>.+?) ${FROM} (?<a>.+)$`, "i"), true],
  [
    "times",
    new RegExp(
      `^how many (?:times|multiples)(?: (?:over|of|as (?:big|large|much) as|${COMPARED} than))? (?<b>.+?) (?:is|was|are|were) (?<a>.+)$`,
      "i",
    ),
  ],
  [
    "share",
    new RegExp(
      `^(?<a>.+?) (?:is|was|are|were|makes?(?: up)?|represents?|comes? to|equals?) (?:what|which|how (?:big|large) an?) ${SHARE} of (?<b>.+)$`,
      "i",
    ),
  ],
  [
    "times",
    /^(?<a>.+?)(?: is|['’]s| are| was| were| equals?| comes? to) (?:how many|what) (?:times|multiples?)(?: of)? (?<b>.+)$/i,
  ],
  ["times", /^how many times (?:is|are|was|were) (?<a>\S+['’]s .+?) (?<b>\S+['’]s(?: .+)?)$/i],
  ["times", /^(?:what(?:['’]s| is) )?(?:the )?ratio (?:of |between )(?<a>.+?) (?:to|and) (?<b>.+)$/i],
  [
    "times",
    /^(?:so )?how (?:big|large|much) (?:is|was|are|were) (?<a>.+?),? (?:relative to|next to|compared (?:to|with)|against|beside|measured against) (?<b>.+)$/i,
  ],
  [
    "difference",
    new RegExp(
      `^how (?:much|far) ${COMPARED} (?:is|was|are|were) (?<a>.+?) (?:than|over|above|compared (?:to|with)) (?<b>.+)$`,
      "i",
    ),
  ],
  [
    "difference",
    new RegExp(
      `^how (?:much|far) (?:is|was|are|were) (?<a>.+?) (?:above|over|below|under|ahead of|short of|behind|${COMPARED} than) (?<b>.+)$`,
      "i",
    ),
  ],
  [
    "difference",
    /^how (?:much|far) (?:above|below|over|under|short of|ahead of|behind) (?<b>.+?) (?:is|was|are|were|sits?|lies) (?<a>.+)$/i,
  ],
  [
    "difference",
    /^by how much (?:does|did|do|will|would) (?<a>.+?) (?:exceed|top|beat|outstrip|surpass|outweigh|overshoot|trail|undershoot) (?<b>.+)$/i,
  ],
  ["difference", new RegExp(`^by how much (?:is|was|are|were) (?<a>.+?) ${COMPARED} than (?<b>.+)$`, "i")],
  [
    "difference",
    /^(?:what(?:['’]s| is| was) |how (?:big|wide|large) (?:is|was) )?(?:the )?(?:gap|difference|spread|delta|distance) between (?<a>.+?) and (?<b>.+)$/i,
  ],
  [
    "years",
    /^(?:at (?:that|this|the same) (?:(?:yearly|annual) )?(?:pace|rate|clip|run[- ]rate|speed),? )?(?:how long|how many years)(?: (?:would|does|will|did) it (?:take|be))?,? (?:until|till|before|to (?:use up|reach|hit|exhaust|get to|spend|fill|eat through|burn through)) (?<a>.+?)(?: (?:is|are|would be|gets?|will be) (?:used up|reached|hit|exhausted|gone|spent|full))?(?:,? at (?<b>that|this)(?: (?:yearly |annual )?(?:pace|rate|clip|speed))?)?$/i,
  ],
  ["larger", /^compare (?<a>.+?) (?:with|to|against|and) (?<b>.+)$/i],
  [
    "larger",
    new RegExp(
      String.raw`^(?:which|who|what)(?:['’]s| is| was| are| were)? (?:the )?(?:${COMPARED}|largest|biggest)(?: (?:one|of the two))?\s*[,:–—-]+ (?<a>.+?) or (?<b>.+)$`,
      "i",
    ),
  ],
  [
    "sum",
    new RegExp(
      `^(?:(?:how much|what) (?:(?:did|do|does|is|are|was|were) )?|(?:the )?(?:sum|total) of )?(?<a>.+?) (?:plus|and) (?<b>.+?),? ${TOGETHER}$`,
      "i",
    ),
  ],
  ["sum", /^(?:what(?:['’]s| is) )?(?:the )?(?:sum|total|combined total) of (?<a>.+?) (?:plus|and) (?<b>.+)$/i],
  ["sum", /^(?:(?:what|how much)(?:['’]s| is) )?(?<a>.+?) plus (?<b>.+)$/i],
  ["larger", new RegExp(`^(?:is|was|are|were) (?<a>.+?) ${COMPARED} than (?<b>.+)$`, "i")],
  [
    "larger",
    /^(?!.*\b(?:loans?|borrow\w*|bets?|lend\w*|lent|collateral|vote[ds]?|secured|seeking|sought)\b.*\bagainst\b)(?<a>.+?)\s*\b(?:vs\.?|v\.?|versus|against|compared (?:to|with)|next to|as against|relative to|side by side with)(?=\s)\s*(?<b>.+)$/i,
  ],
];

/** "SoftBank: its bridge loan vs …": what stands in front is said of both. */
const HEAD = /^(?<head>[^,:;?]{2,40}):\s+(?<rest>.+)$/;
const OWN = gated(/\b(?:its|their|his|her)\b/i);

const LEAD =
  /^\W*(?:(?:so|and|ok(?:ay)?|but|then|right|now|different (?:thing|topic|one)|another (?:thing|one)|next|also)\b[\s,:–—-]*)+/i;
/** What is asked besides. */
const SECOND = /[,;?]\s*(?:and )?(?:how|what|who|when|which|why)\b/i;
/** "The original pledge vs now" asks what changed. */
const ONLY_TIME =
  /^\W*(?:(?:in|at|by|the|its|as of|back in|for|from|end of|early|mid|late|today|now|then|currently|originally|before|previously|at first|start|beginning|launch|announcement|q[1-4]|h[12]|fy ?\d+|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|\d+)\b[\s'’,-]*)+$/i;

/** "In Q1 2026, how much wider …" */
const IN_TIME =
  /^\W*((?:in|during|for|at the end of|as of|by) (?:the )?(?:(?:first|second|third|fourth|last) (?:quarter|half) of |q[1-4] |h[12] |fiscal |calendar |(?:early|late|mid)[- ])?(?:20\d\d|fy ?\d\d)),\s+(?=\S)/i;

/** "How many dollars per GB300 is the contract", "the contract: cash price per gigawatt of projects": what is paid, and how many there are. */
const PER: readonly RegExp[] = [
  /^(?:roughly |about )?how (?:many dollars|much(?: money)?)(?: is (?:paid|spent))? per (?<unit>[\w-]+(?: [\w-]+)??)(?: (?:is|was|does|did|do|would))+ (?<of>.+?)(?: (?:come|work) (?:out )?(?:to|at)| (?:cost|pay|imply|mean|buy))?$/i,
  /^(?<of>[^:]{4,}?):\s+(?:the |an? )?(?<paid>[\w $-]{0,40}?) ?per (?<unit>[\w-]+(?: of [\w-]+)?)$/i,
  /^(?:what(?:['’]s| is| was) )?(?:the |an? )?(?<paid>[\w $-]{0,30}?) ?per (?<unit>[\w-]+) (?:for|of|in|at|under|on) (?<of>.+)$/i,
];

/** What is paid and what for, each as a question of its own: the second is asked behind the first. */
function perOne(text: string): SidesSaid | null {
  for (const pattern of PER) {
    const { of = "", paid = "", unit = "" } = pattern.exec(text)?.groups ?? {};
    if (of.length < 4 || !COUNTED.test(unit) || /\d/.test(paid)) continue;
    const money = paid.replace(/\b(?:dollars?|amount|planned|average)\b|[$€£]/gi, " ").trim();
    return {
      a: money === "" ? `how much is ${of}` : `${money} of ${of}`,
      b: `how many ${unit}`,
      does: "per",
      isPart: false,
    };
  }
  return null;
}
const COUNTED =
  /^(?!(?:year|month|quarter|day|hour|week|annum|cent|dollar|share|mwh|kwh|head|capita)s?\b)(?:planned |contracted )?[a-z][\w-]+(?: of [\w-]+)?$/i;

/** Characters: a longer text sets more than two things against each other. */
const LONGEST = 300;

/** Null where a question sets nothing against anything. */
const SIDES = patternTable(FORMS, ([, pattern]) => pattern);

export function sidesSaid(question: string): SidesSaid | null {
  if (question.length > LONGEST) return null;
  const [front = "", time = ""] = IN_TIME.exec(question) ?? [];
  let text = question
    .slice(front.length)
    .replace(LEAD, "")
    .trim()
    .replace(/[\s?.!]+$/, "");
  const inPercent = IN_PERCENT.test(text);
  if (inPercent) text = text.replace(IN_PERCENT, "");
  const inTimes = TIMES_SAID.test(text);
  if (inTimes) text = text.replace(TIMES_SAID, "");
  const byHowMuch = BY_HOW_MUCH.test(text);
  if (byHowMuch) text = text.replace(BY_HOW_MUCH, "");
  const which = WHICH.test(text);
  if (which) text = text.replace(WHICH, "");
  text = text.replace(/[\s?.!,]+$/, "");
  const { head: said = "", rest = "" } = HEAD.exec(text)?.groups ?? {};
  const readings: readonly (readonly [head: string, whole: string])[] = [
    ...(said === "" ? [] : [[said, rest] as const]),
    ["", text],
  ];
  for (const [head, whole] of readings) {
    for (const [form, pattern, isPart = false] of [
      ...SIDES.open(whole),
      ...(which ? [EITHER] : []),
      ...(inPercent ? [PART_IN] : []),
    ]) {
      const { a = "", b = form === "years" && pattern.test(whole) ? "that" : "" } = pattern.exec(whole)?.groups ?? {};
      if (
        a.length < 3 ||
        b.length < 3 ||
        SECOND.test(a) ||
        SECOND.test(b) ||
        (ONLY_TIME.test(a) && form !== "share") ||
        ONLY_TIME.test(b)
      )
        continue;
      // How much of something is asked in money, unless percent is said.
      if (form === "share" && pattern.source.startsWith("^how much of") && !inPercent) return null;
      const does = doneWith(form, { inPercent, inTimes, byHowMuch });
      const [mine, other] = [form === "sum" ? withNoun(a, b) : a, b].map(
        (side) => `${ofHead(head, side)}${time && ` ${time}`}`,
      );
      return { a: mine ?? a, b: other ?? b, does, isPart };
    }
  }
  return perOne(text);
}
/** What is said besides tells more: "…, in percent" of a difference is by how much of the second the first is more. */
function doneWith(
  form: SidesSaid["does"],
  said: { inPercent: boolean; inTimes: boolean; byHowMuch: boolean },
): SidesSaid["does"] {
  if (form === "share") return form;
  if (said.inPercent) return form === "difference" ? "change" : "share";
  if (said.inTimes) return "times";
  return said.byHowMuch && form === "larger" ? "difference" : form;
}
/** "AMD's part in the 26 GW tally, as a percent" */
const PART_IN: Form = [
  "share",
  /^(?<a>.+?\b(?:part|share|piece|bit|portion|slice|chunk|contribution|cut|money)) (?:in|of) (?<b>.+)$/i,
  true,
];
const EITHER: Form = ["larger", /^(?:(?:of|between) )?(?<a>.+?),? (?:or|and) (?<b>.+)$/i];

/** "Amazon's and Microsoft's India pledges": what both have stands behind the second. */
function withNoun(a: string, b: string): string {
  const [, noun = ""] = /^(?:\S+ )?\S+['’]s (.+)$/.exec(b) ?? [];
  return /['’]s$/.test(a) && noun !== "" ? `${a} ${noun}` : a;
}

const ofHead = (head: string, side: string): string =>
  head === "" ? side.trim() : OWN.test(side) ? side.replace(OWN, `${head}'s`) : `${head} ${side}`;
