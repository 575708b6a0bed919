/** How firm a text says that something is: "signed" and "not signed" are two things, and so are yes and no. */

const STATE =
  "(signed|binding|definitive|finali[sz]ed|final|completed?|closed|cancell?ed|paused|lapsed|superseded|rumou?red|operational|confirmed|official|abandoned|scrapped|delayed|terminated|expired|dropped|approved|agreed|guaranteed|disclosed|contested|under construction|in talks|letters? of intent)";
const NOT = String.raw`(?:\b(?:not|never|no longer|nor|without|no|yet to(?: be)?|neither)\b|n't\b|\b(?:non|un)-?)`;
const PATTERN = new RegExp(String.raw`(${NOT}(?:\W+\w+){0,3}?\W*)?\b${STATE}\b`, "gi");
const JOINED = new RegExp(String.raw`\b(?:un|non-?)${STATE}\b`, "gi");

export function statesSaid(text: string): string[] {
  const split = text.replace(JOINED, "not $1");
  return [...split.matchAll(PATTERN)].map(
    ([, not, state = ""]) => `${not ? "not " : ""}${oneForm(state.toLowerCase())}`,
  );
}

const oneForm = (state: string): string =>
  state
    .replace(/^letters/, "letter")
    .replace(/^complete$/, "completed")
    .replace("canceled", "cancelled")
    .replace("rumored", "rumoured")
    .replace("finalized", "finalised");

/** "yes", "no", or null where a text does not begin with either. */
export function answersWith(text: string): "yes" | "no" | null {
  const word = /^\W*(yes|no)(?:\s*[:,.;–—-]|\s+(?:it|they|the|that|there|he|she|this)\b|$)/i
    .exec(text)?.[1]
    ?.toLowerCase();
  return word === "yes" || word === "no" ? word : null;
}

/** What an answer must not leave out when it is said anew. */
const WARNING =
  /^(?:not .*|cancelled|paused|lapsed|superseded|rumoured|abandoned|scrapped|delayed|terminated|expired|dropped|contested|in talks|letter of intent)$/;
export const warningsSaid = (text: string): string[] => [
  ...new Set(statesSaid(text).filter((state) => WARNING.test(state))),
];
