/**
 * Particulars that a question asks for and that few records have: a price for each token, what the lawyers were paid, the
 * second of several tranches, what one person owns. The deal's own amount is no answer to them; without the particular there is none.
 */

import { blanked } from "../../knowledge/blanked.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Ref } from "../../knowledge/names.ts";
import { predicateIn, recordHas } from "../../knowledge/predicate.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { keyOf, type Statement, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots, root } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { headAsked } from "./head-asked.ts";
import { lacksKind } from "./kind-of-flow.ts";
import { lacksGiver } from "./part-of-giver.ts";
import type { Reading } from "./reading.ts";
import { isOfRound, roundsIn } from "./same-owner.ts";

/** The record that lacks a particular which is asked for; null where none is, or the record has it. */
export function lacksParticular(reading: Reading, plan: PlanInput): Ref | null {
  const record = recordOf(plan);
  if (!record || reading.conversation.plan !== null) return null;
  const { question, library } = reading;
  const statements = statementsOf(library).byRecord.get(keyOf(record))?.statements;
  if (!statements) return null;
  const texts = statements.map(
    ({ text, amount }) => `${text} ${amount?.per ? `per ${amount.per}` : ""} ${amount?.term ?? ""}`,
  );
  const says = (words: RegExp): boolean => texts.some((text) => words.test(text));
  const unit = EACH.exec(question)?.[1];
  if (unit && !says(new RegExp(String.raw`(?:\b(?:per|an?|each|every)\s|\/\s?)${escaped(unit)}`, "i"))) return record;
  if (STRIKE.test(question) && !says(/\b(?:strike|exercis)/i)) return record;
  // What a guarantee comes to is no amount of what it guarantees.
  const guarantees = ({ text, amount }: Statement): boolean =>
    (amount !== null && "of" in amount && amount.of === "guarantee") ||
    (GUARANTEE.test(text) && /[$€£]\s?\d/.test(text));
  if (plan.kind === "show-figure" && plan.attribute === "value" && GUARANTEED.test(withoutDeals(reading)))
    if (!statements.some(guarantees)) return record;
  if (lacksRound(reading, record, says)) return record;
  if (record.type === "metric" && lacksKind(reading, record)) return record;
  if (plan.kind === "show-figure" && lacksGiver(reading, record)) return record;
  const thing = THING_OF.exec(question)?.[1]?.toLowerCase();
  if (thing && !PLACE_ITSELF.test(thing) && !recordHas(library, keyOf(record), root(thing))) return record;
  const payee = PAYEE.exec(question)?.[1];
  if (payee && !recordHas(library, keyOf(record), root(payee))) return record;
  if (
    MATURES.test(question) &&
    !texts.some((text) => /\bmatur|\brepa(?:y|id)/i.test(text) || (OWED.test(text) && TIME.test(text)))
  )
    return record;
  if (isOfSomebodyElse(reading, texts)) return record;
  const owner = OWNER.exec(question)?.[1];
  const holds = ({ text, amount }: Statement): boolean =>
    OWNS.test(`${text} ${amount?.unit ?? ""}`) &&
    (amount !== null || /\d/.test(text)) &&
    contentRoots(text).includes(root(owner?.toLowerCase() ?? ""));
  if (owner && !statements.some(holds)) return record;
  // A share of revenue or of a backlog is none of the company.
  if (owner && record.type === "metric" && !says(/\b(?:stakes?|owns?|ownership|shareholders?|holdings?)\b/i))
    return record;
  if (/\bmonthly\b|\b(?:per|a|each|every) month\b/i.test(question) && !says(/\bmonth/i)) return record;
  if (
    /^\W*(?:so |and )?who\b/i.test(question) &&
    !reading.names.people.every((person) => isSpokenOf(reading, record, person))
  )
    return record;
  const [, order, step] = STEP.exec(question) ?? [];
  const unitOf = step && /^gw$/i.test(step) ? "(?:gw|gigawatt)" : step && escaped(step);
  if (order && unitOf && !says(new RegExp(String.raw`\b(?:${ordinal(order)})\b.{0,24}\b${unitOf}`, "i"))) return record;
  return null;
}

/** "Who owns the turbines at Colossus": whoever owns the site need not own what stands on it. */
const THING_OF = gated(
  /^\W*(?:(?:so|and|ok),? )?who (?:owns?|owned|maintains?|installed|operates?|operated) (?:the|its|their) ([a-z][a-z-]{3,}) (?:at|of|in|on|for)\b/i,
);
const PLACE_ITSELF =
  /^(?:sites?|campus(?:es)?|plants?|facilit(?:y|ies)|data|buildings?|compan(?:y|ies)|projects?|deals?|leases?|contracts?|ventures?|cent(?:er|re)s?|places?|clusters?|land|majority|rest|shares?|stakes?|equity|other|whole|biggest|largest|most|part|remainder|capacity)$/;

/** "Who led Mistral's Series C": where no deal of the company is that round, what does not say it is of another. */
function lacksRound({ question, names, library }: Reading, record: Ref, says: (words: RegExp) => boolean): boolean {
  const deals = names.orgs.flatMap((org) => library.dealsOf.get(org) ?? []);
  return roundsIn(question).some(
    (round) =>
      !isOfRound(library, record, round) &&
      !deals.some(({ id }) => isOfRound(library, { type: "deal", id }, round)) &&
      !says(new RegExp(String.raw`\b${escaped(round)}\b`, "i")),
  );
}

/** "OpenAI's credit rating", where the record speaks of SoftBank's alone. */
function isOfSomebodyElse({ question, names, library }: Reading, texts: readonly string[]): boolean {
  const [only, ...more] = names.orgs;
  const asked = names.mentions.find(
    ({ refs, end }) => refs.some(({ id }) => id === only) && /^['’]s?\s/.test(question.slice(end)),
  );
  const noun = asked && HEAD_OF.exec(question.slice(asked.end))?.[1]?.toLowerCase();
  if (only === undefined || more.length > 0 || !noun) return false;
  const said = texts.filter((text) => text.toLowerCase().includes(noun));
  const owners = said.map(
    (text) => new RegExp(String.raw`([\p{Lu}][\w&.-]*)['’]s? (?:[a-z-]+ ){0,2}${escaped(noun)}`, "u").exec(text)?.[1],
  );
  const own = [orgName(library, only), ...(library.organisations.get(only)?.aliases ?? [])].join(" ");
  return said.length > 0 && owners.every((owner) => owner !== undefined && !own.includes(owner));
}
const HEAD_OF = gated(
  /^['’]s?\s(?:[a-z-]+\s){0,2}?(ratings?|headquarters|outlook|auditors?|lawyers?|dividends?|margins?|headcount|founders?)\b/i,
);

/** The record that has the noun for what is asked nowhere in its words: "which INSURER covers …". */
export function lacksHead(reading: Reading, plan: PlanInput): Ref | null {
  const record = reading.conversation.plan === null ? recordOf(plan) : null;
  const head = record && headAsked(reading);
  return record && head && !recordHas(reading.library, keyOf(record), head) ? record : null;
}

/** The record that has the deed nowhere in its words, of which the day or the reason is asked: "when did the plant EXPLODE". */
export function lacksDeed({ question, library, conversation }: Reading, plan: PlanInput): Ref | null {
  const record = conversation.plan === null ? recordOf(plan) : null;
  const begin = WHEN_OR_WHY.exec(question)?.[0];
  const which = WHICH_ONE.exec(question)?.[0];
  const rest =
    begin !== undefined
      ? question.slice(begin.length)
      : which !== undefined
        ? `who ${question.slice(which.length)}`
        : null;
  const deed = record && rest !== null ? predicateIn(library, rest) : null;
  return record &&
    deed &&
    /^[a-z]{3,}/.test(deed) &&
    !COMMON_DEEDS.has(deed) &&
    // Why something was given up is told in many words; when is told by nothing but its day.
    !(GIVEN_UP.has(deed) && /^\W*why\b/i.test(question) && saysGivenUp(library, record)) &&
    !recordHas(library, keyOf(record), deed)
    ? record
    : null;
}
const WHEN_OR_WHY = gated(
  /^(?:\W*(?:so|and|but|ok|hey|wait|well|then),? )*(?:why|when|how come|(?:since|until|by) when|(?:in|on|at )?\s?(?:which|what) (?:day|date|year|month|quarter|time|reason))\b,? (?:exactly )?/i,
);
const WHICH_ONE = gated(
  /^(?:\W*(?:so|and|but|ok|hey|wait|well|then),? )*which (?:[\w-]+ )?(?:banks?|firms?|compan(?:y|ies)|investors?|labs?|lenders?|insurers?|utilit(?:y|ies)|developers?) (?=\w)/i,
);
/** What a deal comes to by being made, known and ended: records say these in many words. */
const saysGivenUp = (library: Reading["library"], record: Ref): boolean =>
  statementsOf(library)
    .byRecord.get(keyOf(record))
    ?.statements.some(({ text }) =>
      /\b(?:g(?:a|i)ve(?:s|n)? up|drop\w*|abandon\w*|scrap\w*|walk\w* away|no longer)\b/i.test(text),
    ) === true;
const GIVEN_UP = new Set(contentRoots("drop abandon scrap shelve"));
const COMMON_DEEDS = new Set(
  contentRoots(
    "comment hint speak mention remark sign close complete announce unveil take start begin happen get run hard refuse agree decline join leave die end expire finish open launch settle conclude ink land strike secure reveal tell say report copy want need plan choose pick decide prefer pay hand wire transfer disburse",
  ),
);

/** Whether the record says anything of a person who is named, by the last word of the name. */
function isSpokenOf({ library }: Reading, record: Ref, person: string): boolean {
  const last = library.people.get(person)?.name.split(" ").at(-1) ?? "";
  return last === "" || recordHas(library, keyOf(record), root(last.toLowerCase()));
}

function recordOf(plan: PlanInput): Ref | null {
  if (plan.kind === "show-figure") return { type: "deal", id: plan.subject };
  if (plan.kind === "show-topic") return { type: "topic", id: plan.topic };
  return plan.kind === "show-metric" ? { type: "metric", id: plan.metric } : null;
}

const escaped = (words: string): string => words.toLowerCase().replace(/s$/, "").replace(/[- ]/g, "[- ]?");

/** A deal may be called a guarantee. */
const withoutDeals = ({ question, names }: Reading): string =>
  blanked(
    question,
    names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "deal")),
  );
/** How large a guarantee is, by itself. */
const GUARANTEED = gated(
  /\bhow (?:big|large|much)\b(?!.*\b(?:deals?|contracts?|rais\w+|fund\w*) (?:with|that|which)\b).{0,40}\b(?:backstop(?:s|ped)?|guarantee[sd]?)\b(?! (?:lease|rent|loan|bond)s?\b)|\b(?:size|value|amount) of .{0,30}\b(?:backstop|guarantee)\b/i,
);
const GUARANTEE = /\b(?:backstop|guarant)/i;
/** What somebody may pay for each of; power, things that are counted and times are worked out elsewhere. */
const EACH =
  /(?:\bper\s|\bfor (?:each|every)\s|\/\s?)((?:gpu|tpu|chip|accelerator|kilowatt|megawatt|server)[- ]?(?:hours?|hrs?)|[km]wh|(?:million )?tokens?|quer(?:y|ies)|prompts?|images?|users?|seats?|subscribers?|(?:square|sq\.?) (?:foot|feet|metres?|meters?)|customers?|wafers?|kilomet(?:re|er)s?|km|miles?|tons?|tonnes?|gallons?|lit(?:re|er)s?|employees?|workers?|homes?|households?)\b/i;
/** When a debt must be paid back. */
const MATURES = gated(/\bmatur(?:e[sd]?|ity|ing)\b/i);
const OWED = gated(/\b(?:loans?|bonds?|debt|notes?|facility|credit|borrow\w*)\b/i);
const TIME = /\b20\d\d\b|\b(?:years?|months?|days?)\b/i;
const STRIKE = gated(/\b(?:strike|exercise) price\b/i);
/** "Pay its lawyers". */
const PAYEE = gated(/\b(?:pay|pays|paid|owe|owes|owed)\s+(?:its|their|the|any|his|her)\s+([a-z]{4,}s)\b/i);
/** "How much stock does Larry Ellison own of Oracle": the last word of the owner's name. */
const OWNER = gated(
  /\b(?:how (?:much|many)|what|which)(?: (?:stock|equity|shares?|stake|percent(?:age)?|part|portion|slice))?(?: of [\w.&-]+(?: [\w.&-]+)?)? (?:does|do|did) (?:[\w.&'-]+ ){0,3}?([\p{L}.&'-]+) (?:own|hold|have)\b(?= (?:of|in)\b|\s*[?.!]*$)/iu,
);
const OWNS = /\b(?:own(?:s|ed|ership)?|holds?|held|stakes?|shares?|shareholders?|equity|percent|warrants?)\b|%/i;
const STEP = gated(
  /\b(first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th|final|last)\s+(tranche|gigawatt|gw|instal?ment|milestone)\b/i,
);
const ORDINALS: Readonly<Record<string, string>> = {
  first: "first|1st",
  second: "second|2nd",
  third: "third|3rd",
  fourth: "fourth|4th",
  fifth: "fifth|5th",
  sixth: "sixth|6th",
  final: "final|last|second|third|fourth|fifth|sixth",
  last: "final|last|second|third|fourth|fifth|sixth",
};
const ordinal = (said: string): string =>
  ORDINALS[said.toLowerCase()] ??
  Object.values(ORDINALS).find((words) => words.split("|").includes(said.toLowerCase())) ??
  said;
