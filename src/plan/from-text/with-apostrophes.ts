/** "And microsofts?" is "and Microsoft's?": an organisation's name with an s behind it that is no word of its own. */
import { isEnglish } from "../../knowledge/english.ts";
import type { Library } from "../../knowledge/library.ts";

export function withApostrophes(question: string, library: Library): string {
  return question.replace(/(?<![\w'’-])([a-z]{3,})s(?![\w'’-])/gi, (word, name: string) =>
    !isEnglish(word.toLowerCase()) && isOrg(name, library) && !isName(word, library) ? `${name}'s` : word,
  );
}

const isOrg = (text: string, library: Library): boolean =>
  library.names
    .find(text)
    .some(
      ({ refs, start, end, exact }) => exact && end - start === text.length && refs.some(({ type }) => type === "org"),
    );
const isName = (text: string, library: Library): boolean => library.names.find(text).some(({ exact }) => exact);
