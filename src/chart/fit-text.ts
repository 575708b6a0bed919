import type { Font } from "./font.ts";

export type Fitting = { font: Font; size: number; width: number };

/** The text if it fits, else as much of it as does, with an ellipsis. */
export function fitLine(text: string, { font, size, width }: Fitting): string {
  const fits = (line: string) => font.widthOf(line) * size <= width;
  if (fits(text)) return text;
  const letters = [...text];
  while (letters.length > 0 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** The text in lines that fit, broken between words; a word that is wider than a line is cut. */
export function fitLines(text: string, fitting: Fitting): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && fitting.font.widthOf(longer) * fitting.size > fitting.width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, ...(line === "" ? [] : [line])].map((one) => fitLine(one, fitting));
}
