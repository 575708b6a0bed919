/** Arithmetic in signs or in words: "$300B / 4.5 GW", "convert 2.5 GW to MW", "4.5 GW as a share of 30 GW". */

import { CalculationError } from "../../calculator/calculation-error.ts";
import { type Expression, MAX_EXPRESSION } from "../../calculator/expression/expression.ts";
import { parseExpression } from "../../calculator/expression/parse-expression.ts";
import { gated } from "../../knowledge/gated.ts";
import type { ReadRule } from "./reading.ts";

export const calculationExpression: ReadRule = {
  name: "calculation-expression",
  read({ question }) {
    if (!LOOKS_LIKE_ARITHMETIC.test(question) || AMOUNT_OF_AMOUNT.test(question)) return null;
    const text = toExpression(question);
    try {
      const tree = parseExpression(text);
      return calculates(tree) ? { kind: "evaluate", lines: [{ expression: text.slice(0, MAX_EXPRESSION) }] } : null;
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      // Brackets and signs alone are arithmetic too, only none that can be read.
      return error.fault === "too-deep" && /^[\s\d.,()[\]{}+*/^$€£%-]+$/.test(question)
        ? { kind: "decline", reason: "bad-quantity", about: question.slice(0, 60) }
        : null;
    }
  },
};

/** "250m of 3.5bn" multiplies nothing. */
const AMOUNT_OF_AMOUNT = gated(
  /\d\s?(?:m|mn|mm|million|b|bn|billion|trillion|tn)(?: dollars)? of (?:the |a )?[$€£]?\d/i,
);

/** A number, and a sign or a word that does something with it. */
const LOOKS_LIKE_ARITHMETIC =
  /(?:^|\?)[^?\d]*\d[^?]*(?:[*×÷/+^±]|\s[-−]\s|\bx\b|\b(?:times|divided|plus|minus|over|in|to|into|as|of)\b)|\(\s*\(|\b(?:percent|percentage|share|how many)\b.*\d/i;

/** Words around the arithmetic, which say only that it is wanted. */
const BEFORE =
  /^(?:(?:please|can you|could you|hey|so|and)\s+|(?:what(?:'s| is| are| does| would)|how much (?:is|are)|calculate|compute|work out|evaluate|convert|tell me)\s+)+/i;
/** "Abilene: (15bn + 40bn) / 1.2 GW": what it is called changes nothing. */
const NAMED_BEFORE = /^[a-z][a-z' .&–-]{1,40}:\s*(?=[($€£\d])/i;
/** "($15B campus + $40B chips) / 1.2 GW": what an amount is for stands within the brackets. */
const NAMED_WITHIN =
  /([$€£]\d[\d.,]*\s?(?:bn?|m|mn|tn?|billion|million|trillion)) (?!(?:usd|eur|gbp|dollars?|euros?|pounds?|per|a|each|an|in|x|times|over)\b)[a-z]{3,20}(?: [a-z]{3,20})?(?=\s*[+)])/gi;
const AFTER =
  /[\s,;:]*(?:please|thanks?|(?:and )?give me (?:the|a) (?:range|result|answer|number)|what(?:'s| is) (?:that|the (?:range|result|total))|equals?(?: what)?|come to|make|be)?[\s?!.=]*$/i;

function toExpression(question: string): string {
  const text = question
    .replace(BEFORE, "")
    .replace(NAMED_BEFORE, "")
    .replace(NAMED_WITHIN, "$1")
    .replace(AFTER, "")
    .replace(/\bfor (?:an?|one) (?=(?:year|month|week|day)\b)/gi, "* 1 ")
    .replace(/\bfor (?=\d[\d.]* ?(?:years?|months?|weeks?|days?|hours?)\b)/gi, "* ")
    .replace(
      /\b(gigawatts?|megawatts?|[gm]w) of (?:critical )?(it|facility) (?:power|load)\b/gi,
      (_all, unit: string, basis: string) => `${short(unit)}_${basis.toLowerCase()}`,
    )
    .replace(/\bIT (gigawatts?|megawatts?|[gm]w)\b/gi, (_all, unit: string) => `${short(unit)}_it`)
    .replace(/\b([gm]w) (it|facility)\b/gi, (_all, unit: string, basis: string) => `${unit}_${basis.toLowerCase()}`)
    .replace(/,\s*(?=in\b)/gi, " ")
    .replace(/\s+(?:an?|each|for each|for every)\s+(?=(?:gw|gigawatt|mw|megawatt|share|year|month|mwh)\b)/gi, "/")
    .replace(/\beach\b/gi, "/GW")
    .trim();
  const share =
    /^(?:(?:what|which) )?(?:(?:percent(?:age)?|share) of )(.+?) (?:is|are) (.+)$/i.exec(text) ??
    /^how many percent of (.+?) (?:is|are) (.+)$/i.exec(text);
  if (share) return `(${share[2]}) / (${share[1]}) in %`;
  const part = /^(.+?),? as an? (?:share|percentage|percent|fraction|part) of (.+)$/i.exec(text);
  if (part) return `(${part[1]}) / (${part[2]}) in %`;
  const many = /^how (?:many|much) ([a-z€$£]+) (?:is|are|in) (.+)$/i.exec(text);
  if (many) return `${many[2]} in ${many[1]}`;
  const reversed = /^(.+) (?:is|are) how (?:many|much)(?: in)? ([a-z]+)$/i.exec(text);
  return reversed ? `${reversed[1]} in ${reversed[2]}` : text;
}

const short = (unit: string): string => (/^m/i.test(unit) ? "MW" : "GW");

/** A lone number is a quantity, and a minus before it a slip: neither calculates anything. */
function calculates(tree: Expression): boolean {
  return tree.type !== "literal" && tree.type !== "negate" && tree.type !== "step" && tree.type !== "record";
}
