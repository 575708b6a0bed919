/** What a question takes for granted about how far a deal has come, as a table: the words of the claim, and when it is false. */

import type { Deal, Status } from "../../../knowledge/schema.ts";
import { isOver, stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { PlanOf } from "../plan.ts";

type Claim = PlanOf<"correct-premise">["claim"];

/** Whoever asks when, why or how much takes it for granted that it happened. */
const GRANTED = gated(/\b(?:when|why|who|how|what|which|where|whose|exact(?:ly)?|date|day)\b/i);
/** "Now that work resumed, when …": only the clause is taken for granted. */
const NOW_THAT =
  /\b(?:now(?: that)?|since|given(?: that)?|seeing(?: that)?|because|once|as)\b ((?:[^,?]|,(?=\d)){4,120}?)(?:,|\?|$|\b(?:when|what|how|who|where|which)\b)/i;
/** A plan or a condition takes nothing for granted; a yes-no question asks whether it is so. */
const OPEN =
  /^(?:so |and |but |wait,? |hey,? )*(?:is|are|was|were|has|have|had|did|does|do|will|would|could|can)\b|\b(?:will|would|could|might|may|should|if|whether|going to|expected|supposed|planned|due|scheduled|status|what happened|how (?:firm|far along))\b|\b(?:when|how|where)(?:['’]s| is| are| does| do| can)\b|\bwho (?:can|could|may|might)\b/i;

type Entry = {
  claim: Claim;
  pattern: RegExp;
  /** What else a question says that asks of an offer, a plan or a part, and takes nothing of the kind for granted. */
  unless?: RegExp;
  /** Only of such deals. */
  kind?: Deal["kind"];
  /** Words of a record that show the claim to be true after all, where the status does not. */
  shown: RegExp | null;
  isFalse(statuses: readonly Status[]): boolean;
};
const had = (statuses: readonly Status[], wanted: readonly Status[]): boolean =>
  statuses.some((status) => wanted.includes(status));
const has = (statuses: readonly Status[], wanted: readonly Status[]): boolean => had(statuses.slice(-1), wanted);
const BOUND: readonly Status[] = ["definitive", "under-construction", "operational", "completed"];

const CLAIMS: readonly Entry[] = [
  {
    claim: "resumed",
    pattern:
      /\b(?:resum(?:e|ed|ing|ption)|re-?start(?:ed|ing)?|re-?open(?:ed|ing)?|reviv(?:ed?|al)|back on (?:track|again)|un-?paused?|reinstat\w*|re-?launch(?:ed)?)\b/i,
    shown: /\b(?:resum\w+|restarted|reopened|revived|relaunched)\b/i,
    isFalse: (statuses) => has(statuses, ["paused", "lapsed", "cancelled"]),
  },
  {
    claim: "cancelled",
    pattern:
      /\b(?:cancel(?:l?ed|l?ing|lation)?|scrap(?:ped|ping)?|ax(?:ed?|ing)|kill(?:ed|ing)?|terminat(?:e[ds]?|ing|ion)|abandon(?:ed|ing)?|call(?:ed|ing)? off|pull(?:ed)? the plug|fell through|fall through|collaps(?:ed?|ing)|tore up|tear(?:ing)? up|ripp?(?:ed|ing)? up|sh[uo]t(?:ting)? down|w(?:i|ou)nd(?:ing)? down|rescind(?:ed|ing)?|annul(?:led|ling)?|revok(?:ed?|ing)|ditch(?:ed|ing)?|walk(?:ed|ing)? away from|back(?:ed|ing)? out of|drop(?:ped|ping)?(?= (?:the|its|their|that|this)\b.{0,40}\b(?:deal|contract|agreement|plan|project|lease|order|campus|site)\b))\b/i,
    // Who left is told by its parties.
    unless: /\bwho (?:has |have )?(?:walk|back|drop|pull)ed\b/i,
    shown:
      /\b(?:cancel\w*|scrap\w*|terminat\w*|abandon\w*|dropp\w*|called off|fell through|walk\w* away|lapse[ds]?|exclud\w+)\b/i,
    isFalse: (statuses) => !had(statuses, ["cancelled", "lapsed", "superseded", "paused"]),
  },
  {
    // That it is expected to close shows no purchase that has been done.
    claim: "completed",
    kind: "acquisition",
    pattern:
      /\b(?:ha[sd]|have|having|after|once|since)\b.{0,40}\b(?:finished|completed|closed|finali[sz]ed|consummated)\b(?! when)/i,
    shown: /(?<!\b(?:be|yet|not|never) )\b(?:completed|closed|finali[sz]ed|finished)\b/i,
    isFalse: (statuses) => !had(statuses, ["completed", "operational"]),
  },
  {
    // What nobody sold was not bought, whatever was offered.
    claim: "completed",
    kind: "acquisition",
    pattern:
      /\b(?:pa(?:y|id|ys|ying)|spen[dt]|spending|b(?:uy|uys|uying|ought)|acquir(?:e[sd]?|ing)|purchas(?:ed|ing)|t(?:ook|aken?|aking) over|own(?:s|ed)?|merged?|merging)\b/i,
    unless:
      /\b(?:offer\w*|bid|bidding|propos\w+|agree[ds]?|agreement|plan\w*|tr(?:y|ied|ying)|attempt\w*|want\w*|hop(?:e|ed|ing)|aim\w*|fail\w*|reject\w*|vot\w+|approach\w*|intend\w*|break-?up|walk\w*|announc\w+|sign\w*|unveil\w*|terms|ratio|each share|per share|have (?:paid|bought|owned)|stop\w*|block\w*|prevent\w*)\b/i,
    shown: null,
    isFalse: (statuses) => has(statuses, ["cancelled", "lapsed"]),
  },
  {
    claim: "paid-in-full",
    pattern:
      /(?<!\b(?:do|does|will|would|to|must|has to|have to) (?:[\w&-]+ ){0,2})\b(?:wired?|paid|pay|transfer(?:red)?|sent|hand(?:ed)? over|disburse[ds]?|receive[ds]?|got)\b.{0,30}\b(?:full|entire|whole|all (?:of )?(?:the|its|that))\b/i,
    shown: /\b(?:paid in full|fully paid|full amount)\b/i,
    isFalse: (statuses) => !had(statuses, ["completed"]),
  },
  {
    claim: "completed",
    pattern:
      /\b(?:complet(?:(?<!(?:['’]s|\bthe|\ba|\bits|\btheir|\bfor) complet)e|ed|ing|ion)|close[ds]?(?! (?:price|at|on its first)\b)|closing(?! price)|finali[sz](?:e|ed|ing)|finish(?:ed)?|consummated?|go(?:ne)? through|went through)\b/i,
    shown: /\b(?:complet\w+|closed|closing|finali[sz]ed|finished)\b/i,
    isFalse: (statuses) => !had(statuses, ["completed", "operational"]),
  },
  {
    claim: "signed",
    pattern:
      /\b(?:definitive|binding|inked|executed|final contract|in (?:force|effect)(?! (?:until|till|for)\b)|(?:came|entered|went) into (?:force|effect)|(?:made|became|turned) (?:definitive|final|binding))\b/i,
    shown: null,
    isFalse: (statuses) => !had(statuses, BOUND),
  },
  {
    claim: "signed",
    pattern: /\b(?:sign(?:ed|ing)?|agreed to (?:buy|pay|take|lease))\b/i,
    shown: null,
    isFalse: (statuses) => !had(statuses, BOUND) && has(statuses, ["rumoured", "lapsed", "cancelled"]),
  },
  {
    claim: "opened",
    pattern:
      /\b(?:open(?:ed)?|go(?:es)? live|went live|c[oa]me online|start(?:ed)? (?:operating|running|operations)|switched on|operational)\b/i,
    shown: /\b(?:operational|online|opened|running|live|energi[sz]ed|began operat\w+)\b/i,
    isFalse: (statuses) =>
      has(statuses, ["paused", "lapsed", "cancelled", "superseded", "rumoured", "letter-of-intent", "announced"]),
  },
];

/** The claim of a question that the record of the deal denies. */
export function falseClaim(question: string, deal: Deal, asOf: string): Claim | null {
  const state = stateOn(deal, asOf);
  const said = grantedIn(question);
  if (!state || !said || DENIED.test(said) || /\b(?:letters? of intent|lois?|mous?|term sheet|draft)\b/i.test(said))
    return null;
  const statuses = state.events.flatMap((event) => event.status ?? []);
  const beside: readonly string[] = said.match(BESIDE) ?? [];
  const told = [...state.events, ...state.facts]
    .filter(({ text }) => !ASIDE.test(text) || beside.some((word) => text.toLowerCase().includes(word.toLowerCase())))
    .map(({ text }) => text)
    .join(" ");
  // Of what is over, or only talked of, the status speaks: "the bid was never completed" shows nothing.
  const over = isOver(state.status) || state.status === "paused" || state.status === "rumoured";
  const found = CLAIMS.find(
    ({ pattern, unless, kind, shown, isFalse }) =>
      (kind === undefined || kind === deal.kind) &&
      pattern.test(said) &&
      !unless?.test(said) &&
      isFalse(statuses) &&
      (over || !shown?.test(told)),
  );
  return found?.claim ?? null;
}

/** What became of something beside the deal says nothing of the deal. */
const ASIDE = /\b(?:separate|expansion|add-on|earlier (?:filing|plan)|rights?|dropped out)\b/i;
/** Words of a question that mean that other thing. */
const BESIDE =
  /\b(?:expansion|add-on|filing|plan|rights?|option|20\d\d)\b|(?<=\b)\p{Lu}\w+(?= (?:drop|left|leave|pull))/giu;

/** What a question itself denies it does not take for granted. */
const DENIED = /\bnot\b|n['’]t\b/i;

/** "The cancelled contract": whatever is asked of it. */
const CALLED = gated(
  /\b(?:the|its|their|that|this|['’]s) (?:now[- ]|recently |since )?(?:cancell?ed|scrapped|abandoned|terminated|axed|rescinded|collapsed)\b/i,
);

/** The part of a question that is taken for granted. */
function grantedIn(question: string): string | null {
  if (CALLED.test(question)) return question;
  const clause = NOW_THAT.exec(question)?.[1];
  if (clause && /\b\w+(?:ed|en)\b|\b(?:is|was|has|went|came|took|got)\b/i.test(clause)) return clause;
  return GRANTED.test(question) && !OPEN.test(question) ? question : null;
}
