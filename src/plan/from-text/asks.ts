/** What is asked, as tables of patterns. The first line that matches wins; a line serves a kind of question, not a sample. */
import type { DealKind, Status } from "../../../knowledge/schema.ts";
import type { PlanOf } from "../plan.ts";

export const GREETING =
  /^(?:hi|hello|hey|yo|good (?:morning|afternoon|evening)|thanks?(?: you)?|thx|cheers|ok(?:ay)?|great|nice)\b[\s!.,]*(?:there|all|bot|gigawatt)?[\s!.,]*$/i;
export const HELP =
  /^(?:help|\?|what (?:can|do) you (?:do|know)|who are you|what are you|how (?:do|does) (?:you|this|it) work|what is gigawatt|commands?|what (?:can|could|should) i ask)\b/i;
export const PRIVATE =
  /\b(?:api[\s_-]?keys?|bot tokens?|access tokens?|passwords?|secrets?|credentials|system prompt|your (?:prompt|instructions|config)|env(?:ironment)? variables?|signing secret|ssn|home address|phone number)\b/i;
export const OPINION =
  /\b(?:what will .{0,40}(?:stock|shares?) do|should (?:i|we) (?:buy|sell|invest|short|hold)|(?:good|bad|smart) (?:investment|buy|idea|time to)|price target|stock (?:go|going) (?:up|down)|will .{0,40}(?:stock|shares) (?:rise|fall|go|drop)|what do you think|your opinion|who (?:is|are) (?:better|best)|overvalued|undervalued|in a bubble)\b/i;
/** Asks for what has not happened: outcomes and forecasts, not what somebody has said to expect. */
export const FUTURE =
  /^(?:so |and )?(?:will|won't|is .{1,40} going to|are .{1,40} going to)\b(?!.*\b(?:vest|expire|run out)\b)|\b(?:predict(?:ion)?s?|your forecast|who(?:'s| is| will be)? (?:going to )?win(?:ning|s)?)\b/i;

export const DEFINE =
  /^(?:(?:can you |please )?(?:define|explain)\s+(?:the term\s+)?|what(?:'s| is| are) meant by\s+|meaning of\s+|definition of\s+|what (?:does|do|is)\s+(?=.+\bmean\b)|what(?:'s| is| are)\s+(?:an?|the)?\s*)["']?(.+?)["']?(?:\s+means?)?[\s?.!]*$/i;

/** Asks for a list, or for the first of it. */
export const LIST =
  /\b(?:which|what|list|show(?: me)?|give me|name|any|all|find)\b.{0,60}\b(?:deals?|contracts?|sites?|campus(?:es)?|projects?|investments?|acquisitions?|financings?|agreements?|commitments?|leases?|partnerships?)\b/i;
export const LIST_STRONG =
  /\b(?:which of|list (?:all|the|every)?|all (?:the )?deals|deals (?:over|above|under|below|with|by|of|in|since|worth|bigger|larger))\b/i;
export const SUPERLATIVE =
  /\b(?:biggest|largest|highest|most expensive|top|smallest|newest|latest|most recent|oldest|earliest|first)\b/i;
export const COMPARE =
  /\b(?:vs\.?|versus|compared? (?:to|with)?|against|or)\b|\b(?:larger|bigger|higher|smaller|more|which (?:is|one))\b.*\bor\b|\bdifference between\b/i;
export const TIMELINE =
  /\b(?:timeline|chronology|history of|what (?:has )?happened|sequence of events|walk me through(?! the (?:raises|changes|revisions|cuts)))\b/i;
export const CHANGES =
  /\b(?:what(?:'s| is| has| have|s)? (?:been |all )?(?:changed|new|happened|different|moved|shifted)|what moved|how (?:did|has|have|does) .+ (?:chang|mov|shift|grow|evolv|expand|develop|shr[aiu]nk|increas|differ)\w*|how .+ (?:changed|moved|shifted|evolved|grew)\b|changes? (?:to|in|since|with)|updates? (?:on|to|since)|any(?:thing|one)? new\b|(?:has|have|did) anything (?:changed|moved|happened)|news (?:on|about|from|at)|any (?:news|updates?|changes?|movement|progress|developments?)\b|before and after|from what to what|came out (?:about|on)|trend\b|walk me through the (?:raises|changes|revisions|cuts))/i;
export const HISTORY =
  /\b(?:was (?:that|it) always|always the (?:number|figure|amount)|before that|previously|what was it before|originally|used to be|has (?:it|that) changed)\b/i;

/** Calculation words: a cost of power, or power for money. */
export const COST =
  /\b(?:cost|costs|price|run (?:to|me|you|us)|capex|spend|expens\w*|bill|budget|pay for|worth of|take to build|to build)\b/i;

/** `loose`: where the question says who has which role, the noun does not narrow by kind. */
export const DEAL_KINDS: readonly { kinds: readonly DealKind[]; pattern: RegExp; loose?: boolean }[] = [
  {
    kinds: ["cloud-contract", "compute-purchase"],
    pattern:
      /\b(?:cloud (?:deals?|contracts?|commitments?|agreements?)|compute (?:\w+ )?(?:deals?|contracts?|purchases?|commitments?|agreements?|orders?)|(?:neo-?cloud|gpu cloud) (?:deals?|contracts?)|compute rentals?)\b/i,
    loose: true,
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
  { kinds: ["acquisition"], pattern: /\b(?:acquisitions?|takeovers?|mergers?|buyouts?|m&a)\b/i },
  { kinds: ["joint-venture"], pattern: /\b(?:joint ventures?|jvs?)\b/i },
  {
    kinds: ["financing"],
    pattern:
      /\b(?:financings?|loans?|debt (?:deals?|packages?|raises?)|bonds?(?: (?:sales?|issues?|offerings?|deals?))?|credit (?:lines?|facilit(?:y|ies))|borrowings?|ipos?)\b/i,
  },
  {
    kinds: ["investment", "equity-stake"],
    pattern:
      /\b(?:equity (?:deals?|stakes?|investments?)|stakes?|(?:funding |fund-?raising )?rounds?|raises?|raised)\b/i,
    loose: true,
  },
  {
    kinds: ["investment", "site", "equity-stake"],
    pattern: /\b(?:investments?|pledges?|pledged|investment plans?)\b/i,
    loose: true,
  },
  { kinds: ["site", "joint-venture"], pattern: /\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?|facilit(?:y|ies))\b/i },
  { kinds: ["cloud-contract", "compute-purchase"], pattern: /\bcontracts?\b/i, loose: true },
  { kinds: ["licence"], pattern: /\blicen[cs]es?\b/i },
];

export const STATUSES: readonly { statuses: readonly Status[]; pattern: RegExp }[] = [
  {
    statuses: ["cancelled", "lapsed", "superseded"],
    pattern:
      /\b(?:cancelled|canceled|lapsed|dead|dropped|scrapped|superseded|(?:fell|fallen) through|abandoned|collapsed|called off)\b/i,
  },
  { statuses: ["rumoured"], pattern: /\b(?:rumou?red|reported talks|in talks|unconfirmed)\b/i },
  {
    statuses: ["letter-of-intent"],
    pattern: /\b(?:letters? of intent|lois?|mous?|memorand\w+(?: of understanding)?|non-?binding)\b/i,
  },
  { statuses: ["paused"], pattern: /\b(?:paused|on hold)\b/i },
  { statuses: ["under-construction"], pattern: /\b(?:under construction|being built)\b/i },
  { statuses: ["operational"], pattern: /\b(?:operational|up and running|in operation)\b/i },
  { statuses: ["completed"], pattern: /\b(?:completed|closed)\b/i },
  { statuses: ["definitive"], pattern: /\b(?:signed|definitive|binding)\b/i },
];

export const SORTS: readonly { sort: PlanOf<"find-deals">["sort"]; pattern: RegExp }[] = [
  { sort: "newest", pattern: /\b(?:newest|latest|most recent)\b/i },
  { sort: "oldest", pattern: /\b(?:oldest|earliest|first)\b/i },
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
