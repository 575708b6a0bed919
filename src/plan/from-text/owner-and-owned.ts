/** Who is said to own or to pay whom: by the words between two names. */
import { gated } from "../../knowledge/gated.ts";
import type { Reading } from "./reading.ts";

/** An organisation in the question, and where it stands. */
export type Named = { org: string; start: number; end: number };

/** The organisations of the question by where they stand, each mention that means one. */
export const orgsNamed = ({ names }: Pick<Reading, "names">): Named[] =>
  names.mentions.flatMap(({ refs, start, end }) => {
    const org = refs.find((ref) => ref.type === "org");
    return org ? [{ org: org.id, start, end }] : [];
  });

/** Who is said to own, and whom: by the words between the two names. */
export function ownerAndOwned(question: string, named: readonly Named[]): [owner: string, other: string] | null {
  const [first, second] = named;
  if (!first || !second || named.length > 2) return null;
  const before = question.slice(0, first.start);
  const between = question.slice(first.end, second.start);
  const after = question.slice(second.end);
  // "How much of B does A own", "what share of B is held by A".
  if (
    /\b(?:of|in)\s+(?:the\s+)?$/i.test(before) &&
    /^\s*(?:stock |shares? |equity )?(?:does|do|did|will|is|are)\b/i.test(between) &&
    /^\s*(?:actually |really |now |currently )*(?:own|hold|have|get)/i.test(after)
  )
    return [second.org, first.org];
  // "A's $5B stake in B", "A owns 10% of B", "A shareholder in B".
  if (
    /^(?:'s|'|\s)?\s*(?:[\w$€£%.,-]+ ){0,4}?(?:stakes?|shares?|holding|equity|shareholder|owns?|owned|holds?|ownership)\b.{0,24}\b(?:in|of)\s+(?:the\s+)?$/i.test(
      between,
    ) &&
    !/\bshares? (?:does|do|will|are)\b|\bas an? \w+/i.test(between) &&
    // "A share of B's spending" is no part of B.
    !/^['’]s\s+(?!stock|shares|equity|common)\w/i.test(after) &&
    // "A share of B nuclear" is of a deal that is called so.
    !(/\bshare of\s+(?:the\s+)?$/i.test(between) && NOUN_BEHIND.test(after))
  )
    return [first.org, second.org];
  // "What did A pay for its B stake".
  if (/\bits (?:own |whole |entire )?$/i.test(between) && /^\s+(?:stakes?|shares?|stock|equity|holding)\b/i.test(after))
    return [first.org, second.org];
  // "How much did A invest in B".
  if (/^\s*(?:has |have |really |actually )*invest(?:s|ed|ing)?\s+(?:in|into)\s+(?:the\s+)?$/i.test(between))
    return [first.org, second.org];
  // "How many A shares are under B's warrant": B would own A.
  if (/^\s*(?:shares?|stock|equity)\b.*$/i.test(between) && /^(?:'s|'|\s)?\s*(?:warrants?|own|hold)/i.test(after))
    return [second.org, first.org];
  // "Does A own B", "does A still own all of B".
  if (
    /^\s*(?:still |actually |really |now |currently |even |fully |wholly |outright |also )*(?:own|control)s?\s+(?:(?:all|most|half|any|some|part|a (?:piece|slice|chunk|bit|part)) )?(?:of )?(?:the )?$/i.test(
      between,
    )
  )
    return [first.org, second.org];
  // "Is A a shareholder of B" has its noun before the second name, "is B owned by A" behind the first.
  if (/^\s*(?:\w+ ){0,2}owned (?:\w+ )?by\s+$/i.test(between)) return [second.org, first.org];
  return null;
}

const NOUN_BEHIND =
  /^\s+(?!(?:is|are|was|were|does|do|did|has|have|had|will|would|and|or|but|in|on|at|by|as|of|for|from|to|with|after|before|since|following|once|if|when|now|today|currently|worth|inc|corp|itself|stock|shares|equity|common|that|which|who|pre|post|fully|diluted)\b)[a-z]/i;

/** Who is said to pay whom, for what it gets: interest, a fee or a share may go either way beside the price. */
export function payerAndPayee(reading: Pick<Reading, "question" | "names">): [payer: string, payee: string] | null {
  const { question } = reading;
  const [payer, payee] = orgsNamed(reading);
  if (!payer || !payee || BESIDE_PRICE.test(question)) return null;
  return PAYS.test(question.slice(payer.end, payee.start)) ? [payer.org, payee.org] : null;
}
const BESIDE_PRICE = gated(/\b(?:interest|coupon|share|cut|dividends?|royalt\w+|rent|fees?|penalt\w+)\b/i);
const PAYS =
  /^\s*(?:actually |now |really |currently |be |will |have to )*\b(?:pay(?:s|ing)?|paid|owes?|owed)\b\s*(?:to\s+)?$/i;
