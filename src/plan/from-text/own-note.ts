/** "I had $10B in my notes", "my deck says 35": what the asker has noted of the answer is no part of what is asked. */

const NUMBER = String.raw`(?:about |around |over |roughly |some |like |only |just |it at |it as |down as |[~≈><≥≤]\s?)*[$€£]?\d[\d.,]*\s?(?:k|m|mm|mn|bn?|tn?|trn|million|billion|trillion|%|gw|mw|percent|gigawatts?|megawatts?|years?)?(?:\+|ish)?`;
const KEPT = "(?:notes?|deck|slides?|sheet|spreadsheet|model|draft|memo|table|tracker|file|records?|doc|book|list)";
const OLD = "(?:(?:the|an?|my|our|some|last|old(?:er)?|earlier|previous|prior|original) )*";
/** It stands by itself, without a name of anything. */
const NOTE = `(?:(?:i|we)(?:['’]ve| have| had|['’]d)? (?:got |had |noted |written |wrote |jotted |saved |put |seen |saw |read |heard |down )*${NUMBER}(?: (?:(?:in|on|from) ${OLD}${KEPT}|written down|noted(?: down)?|down|jotted down|somewhere|before|on file|for (?:it|that|this)))+|${OLD}${KEPT} (?:still )?(?:says?|said|has|had|have|shows?|showed|reads?|lists?) ${NUMBER})`;
const BEHIND = new RegExp(
  String.raw`^(.{12,}?)\s*[,.;:?!–—(-]+\s*(?:(?:and|but|because|since|cos) )?${NOTE}\s*[).!?]*$`,
  "i",
);
const BEFORE = new RegExp(
  String.raw`^${NOTE}\s*[,.;:–—-]+\s*(?:(?:so|but|and) )?((?:what|how|when|who|which|where)\b.{8,})$`,
  "i",
);
const ASKS_OF_IT = /\b(?:is|was|are|does|isn['’]?t|wasn['’]?t) (?:that|it|this)\b/i;

export function withoutNote(text: string): string {
  const asked = BEHIND.exec(text)?.[1] ?? BEFORE.exec(text)?.[1];
  return asked === undefined || ASKS_OF_IT.test(asked) ? text : asked.replace(/\?*$/, "?");
}
