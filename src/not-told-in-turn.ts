/** What a turn asks for that an amount shown before must not stand in for: what it is worth now, how large a stake, what somebody gets. */

import type { Answer } from "./answer/draft.ts";
import { plain } from "./doc/doc.ts";
import { gated } from "./knowledge/gated.ts";
import type { Library } from "./knowledge/library.ts";
import { readNames } from "./knowledge/resolve.ts";
import type { Conversation } from "./plan/from-text/conversation.ts";
import { bareOf, namesOnly } from "./plan/from-text/follow-up/elliptic.ts";
import type { Plan } from "./plan/plan.ts";

type Turn = { plan: Plan; said: string };

/** What is said instead; null where the answer may stand. `again`: it leads with what was shown before. */
export function notTold(answer: Answer, { plan, said }: Turn, again: boolean, library: Library): string | null {
  if (WORTH_NOW.test(said) && !isValue(answer, library)) return "What that is worth by now is on no record.";
  if (STAKE_IN.test(said) && !/%/.test(plain(answer.headline)) && plan.kind === "show-figure")
    return "The records do not say how large that stake is.";
  if (BOTH.test(said) && (plan.kind === "show-deal" || again))
    return "I have not shown two amounts that can be added: ask for each of them first.";
  if (plan.kind === "show-metric" && AHEAD.test(said) && !isAhead(answer, library))
    return "The records have no forecast of that figure.";
  return GETS_IT.test(said) && again ? "The records do not say that in so many words." : null;
}

/** "2026 forecast?" after a loss is no figure of what has been. */
const AHEAD = gated(/\b(?:forecasts?|projections?|projected|outlook)\b/i);
const TYPES_AHEAD: ReadonlySet<string> = new Set(["forecast", "guidance", "target", "estimate"]);
function isAhead({ lead = [] }: Answer, library: Library): boolean {
  const [first] = lead;
  const point = library.metrics
    .get(first?.origin.split(":")[1] ?? "")
    ?.points.findLast(({ id }) => id === first?.figure);
  return point === undefined || TYPES_AHEAD.has(point.type);
}

/** Who has a part in it is not who has left it. */
export const saysNothingOfLeaving = ({ headline }: Answer, said: string): boolean =>
  WHO_LEFT.test(said) && !LEFT.test(plain(headline));

/** "Worth today?" after what was paid for it. */
const WORTH_NOW = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*(?:what(?:['’]s| is) (?:it|that) )?worth (?:today|now|nowadays|these days|at present|currently|by now)[\s?.!]*$/i,
);
function isValue({ lead = [] }: Answer, library: Library): boolean {
  const [first] = lead;
  const figures = library.deals.get(first?.origin.split(":")[1] ?? "")?.events.flatMap((event) => event.figures ?? []);
  return figures?.findLast(({ id }) => id === first?.figure)?.of === "valuation";
}

const BOTH = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*(?:both|the two(?: of them)?|together)(?: (?:together|combined|a (?:month|year)|per (?:month|year)|in total))*[\s?.!]*$/i,
);
const STAKE_IN = gated(/^(?:(?:and|so|but)\b[\s,]*)*[\w.& -]+['’]s (?:stake|holding) in [\w.& -]+[\s?.!]*$/i);
const GETS_IT = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*what (?:do|does|did|will|would) (?:they|it|he|she|[\w.&-]{2,20}) get[\s?.!]*$/i,
);
const WHO_LEFT = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*who(?:['’]s| has| have)? (?:all )?(left|quit|pulled out|withdrew|withdrawn|walked(?: away)?|dropped out|backed out|stepped (?:back|away))\b(?!.*\b(?:over|to|for|join))/i,
);
const LEFT = gated(
  /\b(?:left|leaves|leaving|quit|pulled|withdr\w+|walked|dropped|backed out|stepped|lost|ended|collapsed)\b/i,
);

/** Nothing but the name of a company. */
export function isNameAlone({ said }: Pick<Turn, "said">, library: Library): boolean {
  const { text } = bareOf(said);
  const names = readNames(library, text);
  return names.orgs.length > 0 && namesOnly(text, names, []);
}

/** "What does Google get" after a lease that it guarantees is of that lease, and of nothing else that Google has to do with. */
export function isGetOfParty({ said }: Pick<Turn, "said">, { deal }: Conversation, library: Library): boolean {
  const orgs = library.names
    .find(said)
    .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : [])));
  const parties = library.deals.get(deal ?? "")?.parties.map(({ org }) => org) ?? [];
  return GETS_IT.test(said) && orgs.length > 0 && orgs.every((org) => parties.includes(org));
}
