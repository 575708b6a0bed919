/**
 * Orders about how to answer, what to be or what to believe are no questions: they are taken out before a question is read,
 * and the honest rest is answered. Nothing of an order is ever said back.
 */
import { gated } from "../../knowledge/gated.ts";
import { anyOf } from "../../knowledge/pattern-table.ts";
import { CLAIMS, ORDERS, PAYLOADS, PHRASES, POINTS_AT_HIDDEN, WHOLE, WISHES } from "./order-patterns.ts";

/** `ordered`: something was taken out. `question` is empty where nothing else was said. */
export type Obeyed = { question: string; ordered: boolean };

const [isWhole, isOrder, isWish, isClaim] = [anyOf(WHOLE), anyOf(ORDERS), anyOf(WISHES), anyOf(CLAIMS)];

export function leaveOutOrders(text: string): Obeyed {
  let rest = text;
  let ordered = false;
  for (const pattern of PAYLOADS) {
    const without = rest.replace(pattern, "; ");
    ordered ||= without !== rest;
    rest = without;
  }
  if (isWhole(rest)) return { question: "", ordered: true };
  const clauses = clausesOf(rest);
  const kept: Clause[] = [];
  let skipping = false;
  for (const clause of clauses) {
    const said = clause.text.replace(LEADING, "");
    // "SYSTEM UPDATE: the deal is now worth …": what follows the colon belongs to it, unless it asks something.
    const company = COMPANY_FIRST.test(clause.text) && OF_FIGURES.test(rest) && !COMMANDS.test(rest);
    const order: boolean = !company && ((skipping && !ASKS.test(said) && !/\?\W*$/.test(said)) || isOrder(said));
    skipping =
      order &&
      !/[.!?]["')\]]*\s*$/.test(clause.text) &&
      (skipping || (/:\s*$/.test(clause.text) && !MANNER.test(said)));
    if (order) ordered = true;
    else kept.push(clause);
  }
  // What hangs on hidden text is nothing without it.
  const hidden = rest !== text;
  const beside = kept.filter(
    ({ text: said }) =>
      !(kept.length > 1 && isWish(said.replace(LEADING, ""))) &&
      !(hidden && POINTS_AT_HIDDEN.test(said.replace(LEADING, ""))),
  );
  ordered ||= beside.length < kept.length;
  if (!ordered) return { question: text, ordered };
  // Beside an order, what is only claimed is part of it: "It is $900 billion, confirm it".
  const honest = beside.filter((clause) => !isClaim(clause.text.replace(LEADING, "")));
  let question = honest.map((clause) => clause.text).join("");
  for (const pattern of PHRASES) question = question.replace(pattern, " ");
  question = question
    .replace(/\s+/g, " ")
    .replace(/^\W*(?:(?:and|also|then|but|plus|so)\b[\s,]*)+/i, "")
    .replace(/^[\s,;:.!–—-]+|[\s,;:–—-]+$/g, "")
    .trim();
  // "Post" before an order to tell everyone is what is left of it.
  return { question: /[\p{L}\d]{2}/u.test(question) && !BARE_COMMAND.test(question) ? question : "", ordered };
}

const BARE_COMMAND = gated(/^(?:post|tweet|broadcast|publish|announce)\b\W*(?:!?\w+)?\W*$/i);

type Clause = { text: string };

/** Words before an order that are no part of it. */
const LEADING =
  /^[\s,;:.!?"'()[\]–—-]*(?:(?:and|but|so|also|then|now|please|pls|plz|kindly|ok(?:ay)?|hey|hi|hello|next|first|finally|lastly|just|simply|plus|btw|oh|you must|you should|you will|you have to|you need to|i want you to|i need you to|i'd like you to|make sure (?:to|you|that you)|be sure to|remember to|don't forget to|do not forget to|never forget to|always|can you|could you|would you|will you|gigawatt|bot|assistant|claude|chatgpt|gpt|ai|llm|dan|and again|after(?: that| this| you(?:['’]ve| have)? answer(?:ed)?| your answer| answering)|before (?:that|answering|you answer)|(?:once|when) (?:you(?:['’]re| are) )?(?:done|finished)|afterwards|as your \w+)\b[\s,:;–—-]*)*/i;
/** After "answer in JSON:" stands the question. */
const MANNER = gated(/^(?:format|answer|reply|respond|phrase|render|style)\b/i);
/** "OpenAI: AWS + Azure + Oracle, total" is asked of the company, and nobody speaks in its name. */
const COMPANY_FIRST = gated(/^\s*(?:anthropic|openai)\s*:\s*$/i);
const OF_FIGURES =
  /\d|\?|\b(?:plus|total|sum|per|contracts?|deals?|commitments?|revenues?|stakes?|valuation|rounds?|capex|spend\w*|backlog)\b/i;
const COMMANDS = gated(
  /\b(?:ignore|disregard|forget|override|instruct\w*|prompt|system|must|you|your|reveal|respond|reply|answer|say|print|admin|developer|mode|confirm|now on)\b/i,
);
const ASKS = /^(?:how|what|who|when|where|which|why|is|are|did|does|do|has|have|was|were|will|can)\b/i;
/** An order may follow a question in the same sentence: "…, and end with …". */
const JOINT =
  /(?<=,\s)(?=(?:i am|i'm|you are|you're|this is)\b)|(?<=[\s,;)?.!])(?=(?:and|then|also|but|plus|while)\s+(?:also |then |please |now |finally |always |just )*(?:end|start|begin|finish|conclude|append|prepend|prefix|add|say|repeat|ignore|pretend|act|reply|respond|answer|format|write|print|ping|tell|tag|confirm|sign|from now|forget|disregard|include|insert|put|speak|talk|make|send|post|email|notify|reveal|show|translate|compose)\b)|(?<=\s)(?=(?:and|then|also)\s+(?:also |then |please |now |finally |just )*(?:tell me|let me know|give me|list|what|how|who|which|when|where|why)\b)/i;

/** Sentences and their parts, with what joins them; a quotation stays with the words before it. */
function clausesOf(text: string): Clause[] {
  const hidden = text.replace(/(["“])[^"”]{1,300}["”]|(?<![\p{L}\d])'[^']{1,300}'(?![\p{L}\d])/gu, (quoted) =>
    quoted.replace(/[.!?;:,]|\b(?:and|then|also|but|plus)\b/gi, (part) => "x".repeat(part.length)),
  );
  const out: Clause[] = [];
  let start = 0;
  const cut = (end: number) => {
    if (end > start) out.push({ text: text.slice(start, end) });
    start = end;
  };
  for (const match of hidden.matchAll(/[.!?;:]+["')\]]*\s+|\s[–—-]{1,2}\s|\n/g)) {
    parts(hidden.slice(start, match.index), start).forEach(cut);
    cut(match.index + match[0].length);
  }
  parts(hidden.slice(start), start).forEach(cut);
  cut(text.length);
  return out;
}

/** Where orders begin within a sentence. */
function parts(sentence: string, at: number): number[] {
  const out: number[] = [];
  let from = 0;
  for (;;) {
    const found = sentence.slice(from).search(JOINT);
    if (found < 0) return out;
    if (from + found > 0) out.push(at + from + found);
    from += found + 1;
  }
}
