/** What somebody wrote, as it may be kept: one line, without addresses, numbers and handles of people, not too long. */
import { normalise } from "./from-text/normalise.ts";

const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "(e-mail)"],
  // Tokens and keys, should somebody paste one.
  [/\b(?:xox[a-z]|xapp|sk|gh[pousr])[-_.][\w.-]{8,}/gi, "(secret)"],
  [/(?<![\w@])@[\w.-]{2,}/g, "(name)"],
  [/\b[UWTCDGEB]0[A-Z0-9]{6,}\b/g, "(id)"],
  // Nine digits and more, with what stands between those of a telephone number: more than any date has; amounts have commas.
  [/(?<![$€£\d.,])\+?\d(?:[ ()/-]{0,2}\d){8,}(?![\d.,]*\d)/g, "(number)"],
];

export function withoutIds(text: string, most: number): string {
  const left = HIDDEN.reduce((words, [pattern, instead]) => words.replace(pattern, instead), normalise(text));
  return left.length > most ? `${left.slice(0, most - 1)}…` : left;
}

/** A question, so that the same one counts as the same. Links tell of people, too. */
export const toKeptQuestion = (text: string): string =>
  withoutIds(
    text.replace(/<?https?:\/\/[^\s|>]+(?:\|([^>]*)>)?/gi, (_, label?: string) => label ?? "(link)"),
    200,
  )
    .toLowerCase()
    .replace(/[\s?!.,;:…]+$/, "");
