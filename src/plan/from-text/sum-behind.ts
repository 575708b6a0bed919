/**
 * "Oracle's fy26 revenue, times 2", "half of the Hyperion money", "triple the size of the IREN contract": a figure that is asked for, and a sum with it.
 * The question in two: what asks for the figure alone, and the turn that goes on from it.
 */
import { digitsFor } from "../number-words.ts";

export type SumBehind = { subject: string; turn: string };

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const ASKED_AGAIN = String.raw`(?:[\s,;:=?.!]*(?:what(?:'s| is| does| would)? (?:that|it|this)|how much (?:is|would|does) (?:that|it|this)(?: be| make)?|equals?|please|pls|what do (?:i|we|you) get|is what|comes? to (?:what)?|makes? what)\b)?[\s?.!=]*$`;

/** Behind the figure: what is done with it. */
const BEHIND: readonly RegExp[] = [
  new RegExp(
    String.raw`^(.{6,120}?)[\s,;:]+((?:times|multiplied by|x|divided by)\s?${NUMBER}|[×*÷/]\s?${NUMBER})${ASKED_AGAIN}`,
    "i",
  ),
  new RegExp(String.raw`^(.{6,120}?)[\s,;:]+(doubled|tripled|trebled|quadrupled|halved)${ASKED_AGAIN}`, "i"),
  new RegExp(
    String.raw`^(.{6,120}?)[\s,;:]+((?:plus|minus|less|up|down|cut by|raised by|with)\s?(?:another |an extra )?${NUMBER}\s?(?:%|percent|per cent|pct)(?: (?:more|less|off|on top|extra|added))?)${ASKED_AGAIN}`,
    "i",
  ),
  /^(.{6,120}?)[\s,;:]+((?:converted )?(?:in|into|to) (?:us )?(?:dollars?|usd|euros?|eur|pounds?|gbp|sterling))[\s?.!]*$/i,
  new RegExp(
    String.raw`^(.{6,120}?)[\s,;:]+((?:when |if |once )?annuali[sz]ed|at an annual(?:i[sz]ed)? rate)${ASKED_AGAIN}`,
    "i",
  ),
];
/** Before it. */
const BEFORE =
  /^(?:so |and |ok |hey |quick |whats |what['’]s |what is |what would |what was |how much is |how much would |calculate |work out |compute |give me )*(?:be )?((?:a |one )?half(?= of | the | their )|(?:a |one )?(?:third|quarter|fifth|tenth)(?= of )|(?:two|2) thirds(?= of )|(?:three|3) quarters(?= of )|double|twice|triple|treble|quadruple|(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)\s?(?:x|×|times)|\d+(?:\.\d+)?\s?(?:%|percent|per cent|pct)(?= of ))(?: of)?\s+(.{6,120}?)(?: be| come to| is what)?[\s?.!]*$/i;
const WORDS: readonly (readonly [said: RegExp, turn: string])[] = [
  [/half/i, "half of that"],
  [/(?:two|2) thirds/i, "two thirds of that"],
  [/(?:three|3) quarters/i, "three quarters of that"],
  [/third/i, "a third of that"],
  [/quarter/i, "a quarter of that"],
  [/fifth/i, "a fifth of that"],
  [/tenth/i, "a tenth of that"],
  [/double|twice/i, "double that"],
  [/triple|treble/i, "triple that"],
  [/quadruple/i, "times 4"],
];

/** `like`: only amounts of one unit are meant: "over" is said of times and of layers as well. */
export type SumBetween = { first: string; second: string; does: "over" | "plus" | "minus"; like: boolean };

const BETWEEN = /^(.{6,90}?)\s+(divided by|over|plus|minus|less|[÷+−])\s+(?:the |its |their )?(.{4,70}?)[\s?.!]*$/i;

/** "The SpaceX IPO raise divided by shares sold": two figures and what is done with them; the second may leave out whose it is. */
export function sumBetween(question: string): SumBetween | null {
  const [, first = "", word = "", second = ""] = BETWEEN.exec(question.trim()) ?? [];
  if (
    first === "" ||
    !isFigure(first) ||
    !isFigure(second) ||
    /^\W*(?:\d|next|last|past|time|(?:\w+ )?(?:years?|months?|quarters?)|here|there|sofr|libor)\b/i.test(second)
  )
    return null;
  const does = /plus|\+/i.test(word) ? "plus" : /minus|less|−/i.test(word) ? "minus" : "over";
  return {
    first: first.replace(/^(?:what(?:['’]s| is)|how much is|calculate|work out|compute)\s+/i, ""),
    second,
    does,
    like: /^over$/i.test(word),
  };
}

/** Null where no sum stands behind or before what could be a figure on record. */
export function sumBehind(question: string): SumBehind | null {
  const text = question.trim();
  for (const pattern of BEHIND) {
    const [, subject = "", does = ""] = pattern.exec(digitsFor(text)) ?? [];
    if (subject !== "" && isFigure(subject)) return { subject, turn: turnOf(does) };
  }
  const [, part = "", subject = ""] = BEFORE.exec(text) ?? [];
  if (part === "" || !isFigure(subject)) return null;
  const share = /^(\d+(?:\.\d+)?)\s?(?:%|percent|per cent|pct)$/i.exec(part)?.[1];
  if (share) return { subject, turn: `${share}% of that` };
  const times = /^(\S+?)\s?(?:x|×|times)$/i.exec(digitsFor(part))?.[1];
  if (times) return { subject, turn: `times ${times}` };
  const turn = WORDS.find(([said]) => said.test(part))?.[1];
  return turn ? { subject, turn } : null;
}

const turnOf = (does: string): string =>
  does
    .replace(/^[×*]\s?/, "times ")
    .replace(/^[÷/]\s?/, "divided by ")
    .replace(/^x\s?/i, "times ")
    .replace(/^doubled$/i, "double that")
    .replace(/^(?:tripled|trebled)$/i, "triple that")
    .replace(/^quadrupled$/i, "times 4")
    .replace(/^halved$/i, "half of that")
    .replace(/^converted /i, "")
    .replace(/^(?:when |if |once )/i, "")
    .replace(/^at an annual(?:i[sz]ed)? rate$/i, "annualised");

/** One figure alone: no second amount, nobody's share, nothing that is set against it, and no question of who or when. */
const isFigure = (text: string): boolean =>
  !/\d[\d.,]*\s?(?:[gmk]wh?\b|%|bn?\b|billion|million|trillion|tn\b)|[$€£]\s?\d/i.test(text) &&
  !/\b(?:vs\.?|versus|compared|than|plus|minus|divided|over|per|each|share of|percent(?:age)? of|ratio|did|does|do|has|have|had|was|were|when|why|who|whose|which|where|if|would|will|belongs?|owned?|comes? from|goes|went)\b/i.test(
    text,
  ) &&
  // "The deal or the other one", "Oracle's and CoreWeave's": of several it is not said of which.
  !/\b(?:or|and|both|together|combined)\b/i.test(text);
