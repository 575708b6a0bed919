/** "Plus Oracle's", "add AWS", "minus the Azure one" after an amount: the figure of the other is found as its own turn finds it, and the two are added or set against each other. */

import type { Answer } from "./answer/draft.ts";
import { stateOn } from "./knowledge/as-of.ts";
import { gated } from "./knowledge/gated.ts";
import { family, readNames } from "./knowledge/resolve.ts";
import { contentRoots } from "./knowledge/words.ts";
import type { Conversation, Shown } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import { type Attribute, Plan } from "./plan/plan.ts";
import { findQuantities } from "./plan/quantities.ts";
import { remembered } from "./remember.ts";

const ADDS = gated(
  /^(?:(?:and|then|now|ok(?:ay)?|so|but)\b[\s,]*)*(?:(plus|(?:if you |if we )?add(?:ing)?(?: in| on)?|together with|with(?= .*\b(?:that|it)(?:['’]?s| is| comes| makes| would))|(?:what(?:['’]s| is| does| do| would) )?(?:that|it) (?:plus|and|with)|on top of (?:that|it|this))|(?:minus|less|subtract(?:ing)?|take (?:off|away)))\s+(.{2,60}?)(?:,? (?:to (?:that|it|this)|too|as well|on top|(?:(?:that|it|this|and|which|what(?: does (?:that|it))?) )?(?:makes?|comes? to|gives?|is|totals|adds up to|brings (?:it|that|us) to|would be|come to)(?: what| how much)?|how much(?: (?:is that|in all|together|in total))?|(?:and )?what (?:do (?:i|we|you) (?:get|have)|have (?:i|we|you) got)|altogether|in total|in all|together))?[\s?.!]*$/i,
);
/** A number of the asker's own, or what points at what was shown already, is no other figure. */
const OWN =
  /\d|\b(?:that|this|it|those|these|both|them|all|the (?:two|three|first|second|last|other)|half|thirds?|quarters?|fifths?|tenths?)\b/i;
const SHOWS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-deal"]);

const notAdded = (read: Read): Read => ({
  ...read,
  plan: Plan.parse({ kind: "decline", reason: "undisclosed", about: read.said.slice(0, 200), near: [] }),
  rule: "added-in-turn",
});

/** Null where the turn adds nothing, or where either amount is not surely told. */
export function addedInTurn(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if (conversation.plan === null || read.plan.kind === "evaluate" || read.plan.kind === "estimate") return null;
  const [, plus, other = ""] = ADDS.exec(read.said.trim()) ?? [];
  const [amount, ...amounts] = findQuantities(other);
  const called = amount ? other.replace(amount.quantity.text, " ").replace(/\s+/g, " ").trim() : other;
  const isNamed = readNames(reader.library, called).mentions.length > 0;
  if (other === "" || amounts.length > 0 || (amount && !isNamed) || OWN.test(called)) return null;
  const [mine] = conversation.shown?.[0] ?? [];
  if (!mine) return null;
  const inTurn = readQuestion(`and ${called}?`, reader, conversation);
  const theirs = wholeOf(inTurn, called, reader, amount?.quantity) ?? inTurn;
  // A sentence that has the word "plus" adds nothing.
  const none =
    read.rule === "lookup" && /^\W*(?:and |then |now )*(?:plus|add|minus|subtract)\b/i.test(read.said)
      ? notAdded(read)
      : null;
  if (theirs.rule === "lookup" || theirs.alone || !SHOWS.has(theirs.plan.kind)) return none;
  const answer = answerTo(theirs.plan);
  if (answer.status !== "answered" || (answer.lead ?? []).length === 0) return null;
  const after = remembered(conversation, { plan: theirs.plan, answer, asked: theirs.asked }, reader.library);
  // What each of them led with; what stood behind it is not meant.
  const [first] = after?.shown?.[0] ?? [];
  // Of one record the one may be in the other.
  if (first?.record && first.record.id === mine.record?.id) return null;
  if (amount && first && !isAmount(first, amount.quantity, answer)) return null;
  if (!after || !first || (answer.lead ?? []).some(({ unit }) => unit.includes("/"))) return null;
  const shown = [[first], [mine], ...(after.shown ?? []).slice(2)];
  const sum = readQuestion(plus ? "both together" : "the difference", reader, { ...after, shown });
  // What each gigawatt or share costs adds up to nothing.
  const unit = sum.plan.kind === "evaluate" ? (answerTo(sum.plan).lead?.[0]?.unit ?? "") : "";
  if (/\/(?!year|month|quarter)/.test(unit)) return null;
  const isSum = sum.plan.kind === "evaluate" || (sum.plan.kind === "decline" && sum.plan.reason === "unlike");
  return isSum ? { ...read, plan: sum.plan, rule: `${sum.rule} after ${theirs.rule}`, sure: true, alone: true } : null;
}

/** "Cipher's Barber Lake lease": the record of whom or what is named and nothing else of it, as a whole. */
function wholeOf(read: Read, called: string, { library }: Reader, amount: Amount | undefined): Read | null {
  const { plan } = read;
  if (plan.kind === "show-figure" && (plan.figure !== null || !WHOLES.has(plan.attribute))) return null;
  const id = plan.kind === "show-figure" ? plan.subject : plan.kind === "show-deal" ? plan.deal : "";
  const deal = library.deals.get(id);
  const names = readNames(library, called);
  if (!deal || names.mentions.length === 0 || !names.deals.every((one) => one === id)) return null;
  const takesPart = (org: string) => deal.parties.some((party) => family(library, org).has(party.org));
  if (!names.orgs.every(takesPart)) return null;
  const title = new Set(contentRoots(`${deal.name} ${deal.aliases.join(" ")}`));
  const named = new Set(names.mentions.flatMap(({ start, end }) => contentRoots(called.slice(start, end))));
  const others = contentRoots(called).filter((word) => !named.has(word) && !title.has(word));
  if (!others.every((word) => RECORDS.has(word))) return null;
  const figures = amount ? (stateOn(deal, library.completeTo)?.figures ?? []) : [];
  const said = figures.find(({ figure, ended }) => ended === null && amount && isAbout(figure, amount));
  const figure = said?.figure.id ?? null;
  const whole = Plan.parse({ kind: "show-figure", subject: id, attribute: "value", topic: "", figure });
  return { ...read, plan: whole, rule: "named as a whole", alone: false };
}
/** Nouns for any record. */
const RECORDS: ReadonlySet<string> = new Set(
  contentRoots(
    "deal contract agreement lease commitment pledge plan investment hub site campus project order there one",
  ),
);

const WHOLES: ReadonlySet<Attribute> = new Set(["value", "fact"]);

type Amount = { low: number; high: number; unit: string };
const isAbout = (use: { low: number | null; high: number | null; unit: string }, said: Amount): boolean =>
  use.unit === said.unit &&
  [use.low, use.high].some((end) => end !== null && Math.abs(end - said.low) <= Math.abs(said.low) * 0.02);

/** Whether what was found is the amount that was said with the name. */
const isAmount = ({ figure }: Shown, said: Amount, { figures }: Answer): boolean =>
  figures.some((use) => use.figure === figure && isAbout(use, said));
