/** Deals that either side may leave: how people say it, and the words by which the records tell it. */
const EXIT = `(?:(?:early )?(?:exits?|outs?|terminations?|cancell?ations?|break|opt-?outs?|escape)(?: (?:clauses?|rights?|options?|windows?|periods?|hatch(?:es)?|terms?))?)`;
const NOTICE = String.raw`(?:(?:90|ninety)[\s-]?days?(?:['’]s?)?|(?:three|3)[\s-]months?(?:['’]s?)?)`;
const LEAVE = String.raw`(?:can|could|may|might|are able to|is able to)(?: \w+){0,3}? (?:end(?:ed)?|leave|left|cancel(?:l?ed)?|terminate[d]?|exit(?:ed)?|quit|walk(?: away| out)?|get out|pull out|bail)(?: \w+){0,2}?`;
const EXITS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:${LEAVE} )?(?:on|with|at|by|upon|giving|subject to|has|have|having|that have|a)?\s*(?:an? |only )?${NOTICE}(?: ${EXIT}| notice(?: ${EXIT}| periods?)?)`,
    "i",
  ),
  new RegExp(String.raw`\b(?:with|has|have|having|includ\w+|carr\w+|contain\w*)\s+(?:an? |any )?${EXIT}`, "i"),
  new RegExp(String.raw`\b${LEAVE} (?:early|on short notice|at short notice|before (?:the )?(?:end|term))`, "i"),
];

/** The words that the records of such deals have. */
export const EXIT_WORDS: readonly string[] = ["90", "notice"];

/** Where a way out is said; null where nobody asks for one. */
export function exitsSaid(question: string): { start: number; end: number } | null {
  const match = EXITS.map((pattern) => pattern.exec(question)).find(Boolean);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
