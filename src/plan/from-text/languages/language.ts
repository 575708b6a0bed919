/**
 * A language as far as questions need it: what their words are in English. Keys are words or phrases without capitals; several
 * are parted by "|". Words that only show the language, and say nothing, stand in `marks`.
 */
export type Language = {
  /** As BCP 47 names it. */
  code: string;
  /** Letters that no other of the languages has; without them its words tell it. */
  script?: RegExp;
  marks: string;
  words: Readonly<Record<string, string>>;
};
