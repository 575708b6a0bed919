const BREAK = "\u200b";

/** Text as Discord shows it letter by letter: nothing in it formats, links or pings. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~|`[\]()]/g, "\\$&")
    .replace(/^(\s*)([#>+-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, "$1\\$2")
    .replace(/@(?=everyone|here)/gi, `@${BREAK}`)
    .replace(/<(?=[@#:/]|(?:a|t|id):)/gi, `\\<${BREAK}`);
}

/** Text inside a code span or block: there only the end of the code and a ping matter. */
export const escapeCode = (text: string): string =>
  text
    .replace(/`/g, "ˋ")
    .replace(/@(?=everyone|here)/gi, `@${BREAK}`)
    .replace(/<(?=[@#:/]|(?:a|t|id):)/gi, `<${BREAK}`);

export const oneLine = (text: string): string => text.replace(/\s+/g, " ");
