/** "Binding?", "lead banks?", "chips?", "GPU count?": a few words after a deal as the question that they stand for. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { isOver, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { lastRecord } from "../conversation.ts";
import type { Reading } from "../reading.ts";
import { readTerms } from "../sums/terms.ts";
import { bareOf } from "./elliptic.ts";
import { lastAlike } from "./on-the-table.ts";
import { partOfEstimate } from "./part-of-estimate.ts";
import { shareInWords } from "./share-in-words.ts";

const STATE =
  "(?:legally )?(?:binding|signed|closed|completed?|done|final(?:i[sz]ed)?|live|firm|operational|approved|definitive|built|cancelled|funded|committed|delivered|shipped|commissioned|energi[sz]ed)";
const PARTIES =
  "(?:banks?|lenders?|investors?|partners?|backers?|arrangers?|bookrunners?|underwriters?|developers?|landlords?|tenants?|suppliers?|customers?|operators?|guarantors?|utilit(?:y|ies)|sellers?|buyers?)";

const SINCE = gated(/^since (?:when|what date)(?: (?:is|was|has) (?:that|it|this)(?: been)?)?$/i);

/** "Apply that to Hyperion's 2 GW" after a price of a gigawatt is for as much power, whosever it is. */
const APPLIED = gated(
  /^(?:(?:and|so|now|ok)\b[\s,]*)*(?:apply|use|put|scale) (?:that|it|this|the same)(?: (?:number|price|cost|figure|rate))? (?:to|for|on|up to)\b/i,
);
const SPLIT = gated(/^(?:what(?:['’]s| is| was) )?(?:the |its )?split(?: (?:between|of) (?:them|it))?$/i);
const PRICE = gated(/^(?:(?:at|for) )?(?:(?:what|which|what(?:['’]s| is)) )?(?:the )?price$/i);
const RESULTS: ReadonlySet<string> = new Set(["estimate", "show-rate"]);

/** "How did it grow?": what changed in the deal, and no amount of it. */
const GREW = gated(
  /^(how (?:did|has|have)) (?:it|that|this|they|things|the (?:deal|contract|agreement)) (grow|grown|change|changed|evolve|evolved|develop|developed)(?: since(?: then)?| over time| so far)?$/i,
);

const ORDER_BOOK = gated(/\border ?books?\b/i);

/** The whole of the words, and the question. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  // A right that may be exercised until a day expires then.
  [
    /^(?:(?:(?:until|till|up to|by) when|how long) (?:can|may|must|could|do|does|will) (?:they|it|[\w.&-]+) (?:still )?(?:have to |be able to )?exercise (?:it|them|that|(?:the |its |their )?(warrants?|options?))|(?:until|till) when (?:is|are) (?:it|they|(?:the |its )?(?:warrants?|options?)) (?:valid|good|exercisable)|how long (?:is|are) (?:the |its )?warrants? (?:valid|good|exercisable)(?: for)?)$/i,
    "when does the warrant expire?",
  ],
  [new RegExp(`^(${STATE}(?:,? (?:yet|already|by .{3,25}|or .{3,25}))?)$`, "i"), "is it $1?"],
  [
    new RegExp(`^((?:(?:lead(?:ing)?|main|other|financing|lending|arranging) )?${PARTIES})$`, "i"),
    "which $1 are in it?",
  ],
  [/^(?:the )?(?:chips?|accelerators?|hardware|gpu)(?: type| used)?$/i, "which chips?"],
  [
    /^(?:which |what )?(?:chips|accelerators|gpu type) (?:for|in|of) (?:the )?(?:first|initial|second|next) (?:phase|stage|building|hall)$|^(?:which |what )?(?:chips|accelerators) (?:for|in|of) phase \w+$/i,
    "which chips?",
  ],
  [/^(?:the )?gpus$/i, "how many gpus?"],
  [
    /^(?:has|have|did|was|is) (?:the |its )?(first|second|third|fourth|next|last|final) (?:one|tranche|instal?ment|payment|slice|part)(?: of (?:it|them|those))? (?:been |already |yet |now )*(?:gone (?:out|in)|go (?:out|in)|paid(?: (?:in|out|over))?|landed|land|completed?|made|funded|cleared|come (?:through|in)|went out|happen(?:ed)?|closed?)(?: yet| already| by now| so far)?$/i,
    "have they paid the $1 tranche?",
  ],
  // "How big is it power-wise", "in megawatt terms".
  [
    /^(?:(?:how (?:big|large|much)(?: (?:is|was) (?:it|that|this|the (?:site|campus|deal|contract|lease)))?|what(?:['’]s| is) (?:it|that)|size)[\s,]+)?(?:(?:power|capacity|megawatts?|gigawatts?|mw|gw)[- ]?wise|in (?:terms of (?:power|capacity|megawatts?|gigawatts?|mw|gw)|(?:power|capacity|megawatt|gigawatt|mw|gw) terms))$/i,
    "what is its capacity?",
  ],
  [
    /^(?:(?:how (?:big|large|much)(?: (?:is|was) (?:it|that|this|the (?:site|campus|deal|contract|lease)))?|what(?:['’]s| is) (?:it|that)|size)[\s,]+)?(?:(?:money|dollars?|cost|price|value|usd)[- ]?wise|in (?:terms of (?:money|dollars|cost|value)|(?:money|dollar|cost) terms))$/i,
    "how much is it?",
  ],
  [
    /^(?:how (?:big|large|many)(?: (?:is|was) (?:it|that|this|the (?:site|campus)))?[\s,]+)?(?:gpu|chip)s?[- ]?wise$/i,
    "how many gpus?",
  ],
  [
    /^(?:what )?(?:%|percent|pct) of ((?!it\b|that\b|this\b|them\b|.* is that$)[\w .&'’-]{2,30})$/i,
    "what percent of $1 is that?",
  ],
  [
    /^when(?:['’]s| is| are)? (?:the )?(first|second|next|last|full) (building|phase|stage|unit|hall|reactor|tranche|site)s?(?: due| ready| up| live)?$/i,
    "when is the $1 $2 expected?",
  ],
  [
    /^(?:(?:power|energy|electricity) (?:source|supply)|powered by(?: what)?|what(?:['’]s| is) powering it|what powers it|(?:what(?:['’]s| is| will| does) (?:it|that) (?:be )?)?(?:runn?(?:ing)?|powered) on(?: what)?|where(?:['’]s| is| does| will) (?:the|its) (?:power|energy|electricity) (?:from|come from|coming from))$/i,
    "what is it powered by?",
  ],
  [
    /^(?:(?:is|was) (?:that|it|this) )?(?:with|including|incl\.?|inclusive of) (?:the )?(chips|servers|gpus|hardware|equipment)$/i,
    "does it include the $1?",
  ],
  [
    /^(?:the )?(debt|equity|loan|cash|upfront|prepaid|bond)(?: part)?['’]?s? share(?: of (?:it|that|the total))?$/i,
    "$1 as a share",
  ],
  [
    /^how (much|many) of (?:that|it|this|those|them) ((?!(?:is|are|was|were|will|would|did|does|do|has|have|went|goes|go|came|comes)\b)(?:through|in|as|for|on|from|by)? ?[\w-]+)$/i,
    "how $1 of that is $2?",
  ],
  [/^(?:the )?shares$/i, "how many shares?"],
  [
    /^(?:the (?:whole|entire|full) (?:thing|lot|deal|contract|lease|term)|all of (?:it|that)|everything|it all|(?:over|for) the (?:whole |full |entire )?(?:term|life|run))(?: then)?(?: (?:comes?|amounts?|adds? up|works? out|totals?) (?:up )?(?:to|at)(?: (?:what|how much|about))?| is (?:what|how much))$/i,
    "in total?",
  ],
  [
    /^(?:the )?(gpu|chip|share|job|site|building|vote|rack) (?:count|number|total)$|^number of (gpu|chip|share|job|site|building|vote|rack)s$/i,
    "how many $1$2s?",
  ],
  [
    /^(?:what(?:['’]s| is| was) )?(?:the )?(?:interest|(?:interest |coupon )?rate|coupon|yield|pricing)$/i,
    "which interest rate?",
  ],
  [/^(?:(?:falls? )?(?:due|payable|repayable)(?: (?:when|date))?|when (?:due|payable|repayable))$/i, "when is it due?"],
  [/^what for$/i, "what is it for?"],
  [
    /^(?:due|expected|coming|planned)(?: (?:back|to be))? ?(?:online|on line|live|up|open|running|ready)(?: by)? when$/i,
    "when is it expected?",
  ],
  [
    /^(?:which|what) (?:month|year|day|date|quarter) (?:was|is) (the (?:first|last|latest|newest|second|third) .{3,25})$/i,
    "when was $1?",
  ],
  [
    /^(?:the |its )?(?:chips|gpus|site|capacity|power|space|racks|buildings?|units)?(?:(?: are| is| being) )? ?(rented|leased|sold|let|lent|supplied|delivered)(?: out)? to whom$/i,
    "who is it $1 to?",
  ],
  [
    /^(?:is |was |has |have )?(?:there )?(?:anything|something|any of (?:it|that|this)) (?:been )?(signed|binding|agreed|final|definitive|firm)(?: yet| already)?$/i,
    "is it $1?",
  ],
  [
    /^(?:the )?(?:chips|gpus|power|capacity|site|compute|plant|output)? ?for (?:whom|which (?:customers?|compan(?:y|ies)|users?))$/i,
    "who are the customers?",
  ],
  [/^(?:years|months)$/i, "how long is it?"],
  [
    /^(?:what(?:['’]s| is| was) )?(?:the |its )?(?:length|duration|term|(?:lease|contract) (?:term|length)|tenor)$/i,
    "how long is it?",
  ],
  [
    /^(?:(?:with|on) )?(?:how much|what|how long a|how many days['’]?) notice(?: period)?(?: is (?:that|it|needed|required))?$|^notice(?: period)?$|^(?:cancel(?:lation)?|exit(?: clause| right)?|terminat(?:ion|e)|break clause|way out)$/i,
    "can either side terminate it?",
  ],
  [
    /^((?:per|a|each) (?:gw|mw|gigawatt|megawatt|gpu|chip)),? (?:over|for|across) the (?:whole |full )?(?:life|term|lifetime)(?: of (?:it|the (?:deal|contract|lease)))?$/i,
    "$1",
  ],
  [/^(?:the )?(rent|fee|budget|price tag|rental)$/i, "how much is the $1?"],
  [/^(?:(?:it )?(?:was )?priced?|pricing) at(?: what)?$/i, "what was the price per share?"],
  [/^(?:what(?:['’]s| is) (?:that|it) )?(?:annuali[sz]ed|on an annual basis|yearly|annually|p\.?a\.?)$/i, "per year"],
  [
    /^(?:for|at|in|on) (?:which|what) (?:sites?|campus(?:es)?|data cent(?:er|re)s?|locations?|places?)(?: (?:is|are) (?:that|it|they))?$/i,
    "where is it?",
  ],
  [
    /^(?:the )?(?:location|site|place|state|country|county|town)$|^(?:which|what) (?:sites|campus(?:es)?|locations?|places)$/i,
    "where is it?",
  ],
  [/^(?:the )?(?:start(?:s|ing)?(?: date)?|from when|starting when)$/i, "when does it start?"],
  [/^(?:the )?(?:end(?:s|ing)?(?: date)?|expiry|expires?|maturity)$/i, "until when does it run?"],
  [
    /^(?:until|till(?: when)?|(?:through|up to|to) when(?: (?:does|will|is) (?:it|that|this)(?: (?:run|last|go|for))?)?|(?:runs?|running|going|lasts?) (?:till|until|through|to)(?: when)?|when (?:it )?(?:ends|runs out))$/i,
    "until when?",
  ],
  [
    /^(?:the )?(opening|launch|completion|closing|delivery|groundbreaking)(?: date| when)?$/i,
    "when is the $1 expected?",
  ],
  [
    /^(?:back |fully )?(open|opens|online|live|ready|done|finished|operational|running|complete|back)(?: by)? when$/i,
    "when will it be $1?",
  ],
  [
    /^(?:have they |has it )?(?:started|begun|broken|broke)(?: ground| building| construction| work(?:s)?)?(?: on it)?(?: (?:yet|already))?$|^(?:construction|building|work(?:s)?) (?:started|begun|under ?way)(?: (?:yet|already))?$/i,
    "has construction started?",
  ],
];

/** "And OpenAI's, bigger or smaller?" */
const WHICH_WAY = gated(
  /^(.{2,30}?),? (?:is (?:that|it|theirs) )?(?:bigger|larger|more|higher|smaller|less|lower) or (?:bigger|larger|more|higher|smaller|less|lower)$/i,
);
/** "And Nokia, same question". */
const SAME_ASKED = gated(/^(.{2,40}?),? (?:the )?same (?:question|thing)(?: again)?$/i);

/** "Is OpenAI still in?" after what has ended. */
const STILL_IN = gated(
  /^(?:is|are) ([\w.& '’-]{2,30}?) still (?:in(?: it)?|a? ?part of it|involved|on board|there|taking part|committed)$/i,
);
/** "And Meta's first one?" after "how big is Microsoft's contract with Nebius". */
const IN_ORDER = gated(
  /^(.{2,30}?)['’]s (first|second|earlier|later|latest|newer|older|second) (?:one|deal|contract)$/i,
);
const OF_WHOM = /(?<![\w.&-])[\w.&-]+['’]s (contract|deal|lease|agreement|order|investment)\b/i;
function inOrder(text: string, asked: string, library: Reading["library"]): string | null {
  const [, name = "", order = ""] = IN_ORDER.exec(text) ?? [];
  const [whole, noun = ""] = OF_WHOM.exec(asked) ?? [];
  const isOrg = name !== "" && library.names.exact(name).some(({ type }) => type === "org");
  return whole && isOrg ? asked.replace(whole, `${name}'s ${order} ${noun}`) : null;
}

/** What stands beside the last answer by its name alone. */
function namedBeside(text: string, library: Reading["library"]): string | null {
  const [, other = ""] = WHICH_WAY.exec(text) ?? [];
  const [, again = ""] = SAME_ASKED.exec(text) ?? [];
  const name = (other || again).replace(/['’]s$/i, "");
  const [found, ...more] = name === "" ? [] : library.names.find(name);
  if (!found || found.start > 0 || found.end < name.length || more.length > 0) return null;
  return other === "" ? `and ${name}?` : `compared with ${name}'s?`;
}

const POWERED =
  /^(?:and )?(?:how is (?:it|that|this|the (?:site|campus)) powered|what powers (?:it|that|this|the (?:site|campus)))$/i;

/** Null where nothing is left out, or no deal is on the table. */
export function spelledOut(reading: Reading): string | null {
  const { question, conversation, quantities, library } = reading;
  const applied = APPLIED.exec(question);
  const [power] = quantities;
  if (applied && power && quantities.length === 1 && RESULTS.has(conversation.plan?.kind ?? ""))
    return `for ${power.quantity.text}`;
  const part = partOfEstimate(reading);
  if (part) return part;
  const flat = atBareRate(reading);
  if (flat) return flat;
  const going = countOfRacks(reading) ?? energyOfPower(reading) ?? levelPayment(reading);
  if (going) return going;
  if (conversation.plan?.kind === "define")
    return withPerson(question, conversation.plan.term, library) ?? withTerm(question, conversation.plan.term);
  const text = bareOf(question).text.replace(/[\s?.!]+$/, "");
  const share = shareInWords(reading, text);
  if (share) return share;
  const beside = conversation.plan ? namedBeside(text, library) : null;
  if (beside) return beside;
  const ordered = inOrder(text, conversation.asked ?? "", library);
  if (ordered) return ordered;
  if (lastRecord(conversation)?.type !== "deal") return null;
  // What stands since a day was asked for before.
  if (SINCE.test(text) && conversation.plan?.kind === "show-figure" && conversation.plan.attribute === "status")
    return "what is its status?";
  // What is sold under a contract for power is the power.
  const figures = library.deals.get(conversation.deal ?? "")?.events.flatMap((event) => event.figures ?? []) ?? [];
  if (PRICE.test(text) && figures.some(({ label }) => /\b(?:power price|price of the power)\b/i.test(label)))
    return "what is the price of the power?";
  if (SPLIT.test(text) && figures.some(({ unit, label }) => unit === "percent" && /\bventure\b/i.test(label)))
    return "what is the ownership split?";
  const still = STILL_IN.exec(text)?.[1];
  const over = isOver(
    stateOn(library.deals.get(conversation.deal ?? "") as Deal, library.completeTo)?.status ?? "announced",
  );
  if (still && over && library.names.find(still).length > 0) return "is it still live?";
  const deal = library.deals.get(conversation.deal ?? "");
  // How it is powered is another question than how much power it has.
  if (deal && POWERED.test(text)) return text.replace(POWERED, `how is ${deal.name} powered`);
  if (deal && GREW.test(text)) return text.replace(GREW, `$1 ${deal.name} $2`);
  // Of securities that are sold it is who wants them, and no backlog.
  if (deal && ORDER_BOOK.test(question) && (deal.kind === "financing" || /\bIPO\b/.test(deal.name)))
    return question.replace(ORDER_BOOK, "book of orders");
  const found = MEANT.find(([pattern]) => pattern.test(text));
  return found ? text.replace(found[0], found[1]) : null;
}

/** "At 132 flat, how many racks in 100 MW" after the power of a rack: as many kilowatts for each. */
function atBareRate({ question, conversation: { plan }, library }: Reading): string | null {
  const [id, ...more] = plan?.kind === "show-rate" ? plan.rates : [];
  const unit = /^(kW|MW|W)(?:\/(rack|GPU|chip))?$/.exec(library.rates.get(id ?? "")?.unit ?? "");
  const said = AT_BARE.exec(question);
  if (!unit || !said || more.length > 0) return null;
  const each = unit[2] ?? (/^rack/.test(library.rates.get(id ?? "")?.quantity ?? "") ? "rack" : null);
  if (each === null) return null;
  return question.replace(said[0], `${said[1]} ${said[2]} ${unit[1]} per ${each},`).replace(/,[\s,]+/g, ", ");
}
const AT_BARE = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*(at|with|using|taking|say) (\d+(?:\.\d+)?)(?: (?:flat|each|apiece|exactly|a piece|even))?(?:,? (?:no|without(?: any)?|ignoring|excluding|before) (?:the )?(?:overheads?|cooling|pue))?\s*,?\s+(?=(?:how many|what|how much)\b)/i,
);

/** "How many of them in a GW?" after the price or the power of a rack. */
function countOfRacks({ question, conversation: { plan }, library }: Reading): string | null {
  const [id, ...more] = plan?.kind === "show-rate" ? plan.rates : [];
  if (more.length > 0 || !/^rack/.test(library.rates.get(id ?? "")?.quantity ?? "")) return null;
  const said = question.replace(
    /\bhow many(?: of (?:them|those|these))?(?= (?:in|are in|fit|go into|per|to|for|make|would)\b)/i,
    "how many racks",
  );
  return said === question ? null : said;
}

/** "And as a level payment over 24 years?" after the interest on a loan: of the same loan at the same rate. */
function levelPayment({ question, conversation: { turns = [] } }: Reading): string | null {
  const rest = LEVEL.exec(question)?.[1];
  const before = turns.at(-1);
  if (rest === undefined || before === undefined) return null;
  const { terms } = readTerms(before);
  const [[loan, ...loans], [rate, ...rates]] = [
    terms.filter(({ kind }) => kind === "money"),
    terms.filter(({ kind }) => kind === "percent"),
  ];
  return loan && rate && loans.length + rates.length === 0
    ? `level annual payment on ${loan.text} at ${rate.text} ${rest}`
    : null;
}
const LEVEL = gated(
  /^(?:(?:and|so|or|what(?:['’]s| is) (?:that|it))\b[\s,]*)*as an? (?:level|equal|annuity|amortis\w+|amortiz\w+) (?:annual |yearly )?(?:payments?|instal?ments?|annuity)? ?(over .{3,20}?)[\s?.!]*$/i,
);

/** "What is that in TWh a year?" after a power: as much of it. */
function energyOfPower(reading: Reading): string | null {
  const { question, names, quantities } = reading;
  const unit = IN_UNIT.exec(question)?.[1];
  if (!(IN_ENERGY.test(question) || unit) || names.deals.length + names.orgs.length + quantities.length > 0)
    return null;
  const [last] = lastAlike(reading, 1);
  const power = last?.dimension.GW ?? last?.dimension.GW_it ?? last?.dimension.GW_facility;
  if (!last || power !== 1 || Object.keys(last.dimension).length !== 1 || !(last.size > 0)) return null;
  const said =
    last.size < 1 ? `${Number((last.size * 1000).toPrecision(6))} MW` : `${Number(last.size.toPrecision(6))} GW`;
  if (unit) return `convert ${said} to ${unit}`;
  const text = bareOf(question).text.replace(/[\s?.!]+$/, "");
  const pointed = text.replace(POINTED, said);
  if (pointed !== text) return pointed;
  return LEADS.test(text) ? `${said} ${text.replace(/^(?:and )?/i, "")}` : null;
}
/** "In MW please". */
const IN_UNIT =
  /^(?:(?:and|so|ok|what(?:['’]s| is) that)\b[\s,]*)*(?:in|as|convert(?: (?:it|that))? (?:in)?to) ([gmk]w|(?:giga|mega|kilo)watts?)(?: please| then)?[\s?.!]*$/i;
const IN_ENERGY = /\b[tgm]wh\b/i;
const POINTED = /\b(?:that|it|this)\b/i;
/** Nothing but the unit and how long or how hard it runs. */
const LEADS =
  /^(?:(?:and|so) )?(?:(?:what(?:['’]s| is) )?(?:it )?(?:in|as) )?(?:[tgm]wh|energy in [tgm]wh)\b(?: (?:a|per|over a|each|for a) (?:year|month|day))?(?:,? (?:flat out|at .{2,20}|running .{2,20}))?$/i;

/** "What did he say about Abilene" after who somebody is. */
function withPerson(question: string, name: string, { people }: Reading["library"]): string | null {
  const isPerson = [...people.values()].some((person) => person.name === name);
  const said = question.replace(/\b(?:his|her)\b(?! [,.?]|$)/i, `${name}'s`).replace(/\b(?:he|she|him)\b/i, name);
  return isPerson && said !== question ? said : null;
}

/** "Which deals have one?" after what a letter of intent is. */
function withTerm(question: string, term: string): string | null {
  if (ONES.test(question) && /^[a-z][a-z -]{2,40}$/i.test(term)) return question.replace(ONES, `$1 ${term}s`);
  const found = /\b(?:deals?|contracts?|sites?|who|which|whose|any|list)\b/i.test(question)
    ? HAS_ONE.exec(question)
    : null;
  if (found) return question.replace(found[0], `${found[1]} ${term}`);
  return GIVES_ONE.test(question) && /^[a-z][a-z -]{2,40}$/i.test(term)
    ? question.replace(GIVES_ONE, `$1 a ${term}`)
    : null;
}
/** "Who gave one to Fluidstack?" */
const GIVES_ONE =
  /^((?:and |so |but )?(?:who|which \w+|what \w+|did|does|has|have|is|was)\b.{0,40}?\b(?:gave|gives?|given|giving|provid\w+|offer\w*|granted|got|gets?|signed|issu\w+|holds?|held|made|put up|pay\w*|paid|us(?:es|ed|ing))) (?:such )?(?:an? )?(?:one|ones|it|that|such a thing)\b/i;
const ONES = gated(/^(which|what) (?:ones|of (?:them|those|these))\b/i);
const HAS_ONE = gated(
  /\b(have|has|with|got|includ(?:e|es|ing)|carr(?:y|ies)|signed|under) (?:an? )?(?:ones?|it|that|them|those|such)\b/i,
);
