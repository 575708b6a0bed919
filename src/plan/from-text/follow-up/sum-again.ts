/** The last sum with one thing in it changed or added, put in full again: "plus Nokia", "and B200s?", "at 20% opex". */
import { gated } from "../../../knowledge/gated.ts";
import { CHIP_NAME } from "../../given.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { plainNumbers } from "../sums/plain-numbers.ts";
import { readSum } from "../sums/sum.ts";
import { readTerms } from "../sums/terms.ts";

const MAX_WORDS = 8;
const ONE_MORE = gated(
  /^(?:(?:and|so|ok|now)\b[\s,]*)*(?:plus|add(?: in)?|also|including|incl\.?|throw in|and with|with|together with)\s+(.+?)[\s?.!]*$/i,
);
const LEAD = /^(?:(?:and|or|so|what about|how about|for|with|in)\b[\s,]*)*(?:the |an? )?/i;

/** Null where the turn does not go on with a sum, or makes none with it. */
export function sumAgain(reading: Reading): Again | null {
  const { question, conversation } = reading;
  const { plan: last, asked } = conversation;
  if (last?.kind !== "evaluate" || !asked || question.split(/\s+/).length > MAX_WORDS) return null;
  const term = withOtherTerm(question, asked);
  if (term !== null) return sumOf(reading, term);
  const more = withOneMore(reading, asked);
  if (more !== null) return sumOf(reading, more);
  const other = sumOf(reading, withOtherParty(reading, asked));
  if (other && other.plan.lines.length === last.lines.length) return other;
  return sumOf(reading, withOtherChip(question, asked) ?? withOtherNumber(reading, asked));
}

/** "And over 8?" after a sum over four years: over eight of them. */
function withOtherTerm(question: string, asked: string): string | null {
  const [, number = "", unit = ""] = OVER.exec(question) ?? [];
  const [whole, lead = "", said = ""] = TERM.exec(asked) ?? [];
  if (number === "" || !whole || [...asked.matchAll(new RegExp(TERM, "gi"))].length !== 1) return null;
  return asked.replace(whole, `${lead}${number} ${unit === "" ? said : unit}`);
}
const OVER = gated(
  /^(?:(?:and|or|what about|how about|what if(?: it['’]?s)?)\b[\s,]*)*(?:over|for|across|spread over) (\d+(?:\.\d+)?)(?: ?(years?|yrs?|months?|quarters?))?(?: instead)?[\s?.!]*$/i,
);
const TERM = /\b((?:over|for|across|spread over) )\d+(?:\.\d+)? ?(years?|yrs?|months?|quarters?)\b/i;

type Again = { plan: Extract<PlanInput, { kind: "evaluate" }>; question: string };
function sumOf({ reread }: Reading, question: string | null): Again | null {
  const plan = question === null ? null : reread(question, true);
  return plan?.kind === "evaluate" && question !== null ? { plan, question } : null;
}

/** A company that is all the turn says, in the place of the first of the sum: "and Anthropic's?". */
function withOtherParty({ question, names, library }: Reading, asked: string): string | null {
  const [only, ...more] = names.mentions;
  const said = question.replace(LEAD, "").replace(/(?:['’]s?)?[\s?.!]+$/, "");
  if (!only || more.length > 0 || !only.refs.some(({ type }) => type === "org")) return null;
  if (question.slice(only.start, only.end).replace(/['’]s?$/, "") !== said) return null;
  const first = library.names.find(asked).find(({ refs }) => refs.some(({ type }) => type === "org"));
  if (!first) return null;
  const whose = /['’]s?$/.test(asked.slice(first.start, first.end)) ? "'s" : "";
  return `${asked.slice(0, first.start)}${said}${whose}${asked.slice(first.end)}`;
}

/** Somebody or something more in a sum of several. */
function withOneMore({ question, names, conversation: { plan } }: Reading, asked: string): string | null {
  const isSum = plan?.kind === "evaluate" && plan.lines.some(({ label }) => label === "together");
  const [, more] = ONE_MORE.exec(question) ?? [];
  return isSum && more && names.orgs.length + names.deals.length > 0 && !/\d/.test(more)
    ? `${asked.replace(/[\s?.!]+$/, "")} and ${more}`
    : null;
}

/** A chip that is all the turn says, in the place of the only one of the sum. */
function withOtherChip(question: string, asked: string): string | null {
  const said = question.replace(LEAD, "").replace(/[\s?.!]+$/, "");
  const chip = CHIP_NAME.exec(said);
  const chips = asked.match(new RegExp(CHIP_NAME.source, "gi")) ?? [];
  return chip && chip[0] === said && chips.length === 1 ? asked.replace(CHIP_NAME, said) : null;
}

/** A number that is called as one of the sum is: "at 20% opex" after "30% opex". */
function withOtherNumber(reading: Reading, asked: string): string | null {
  const [number, ...more] = readSum(reading).terms.filter(({ kind }) => kind !== "year");
  if (!number || more.length > 0) return null;
  const called =
    /^\s*(?:of |in )?([a-z][a-z-]{2,})/i.exec(number.after)?.[1] ??
    /([a-z][a-z-]{2,})(?: of| at| is)?\s*$/i.exec(number.before)?.[1];
  if (!called || NOT_CALLED.test(called)) return null;
  const behind = new RegExp(String.raw`^\s*(?:of |in )?(?:annual |yearly )?${called}\b`, "i");
  const ahead = new RegExp(String.raw`\b${called}(?: of| at| is)?\s*$`, "i");
  const alike = readTerms(asked).terms.filter(
    ({ kind, unit, before, after }) =>
      kind === number.kind && unit === number.unit && (behind.test(after) || ahead.test(before)),
  );
  const [old, ...others] = alike;
  if (!old || others.length > 0) return null;
  const plain = plainNumbers(asked);
  return `${plain.slice(0, old.start)}${number.text}${plain.slice(old.end)}`;
}
const NOT_CALLED = /^(?:and|with|what|about|how|for|the|per|over|instead|then|using|try|use|make|say|assuming|if)$/i;
