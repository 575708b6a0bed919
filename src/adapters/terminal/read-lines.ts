/**
 * Lines of a stream as they come. They end at "\n" alone: node:readline also ends them at U+2028 and U+2029, which JSON
 * allows inside a string.
 */
import type { Readable } from "node:stream";

export type Line = {
  text: string;
  /** Longer than `maxLength`: the text is its beginning only. */
  cut: boolean;
};

export async function* readLines(input: Readable, maxLength: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let text = "";
  let cut = false;
  const add = (part: string) => {
    cut ||= text.length + part.length > maxLength;
    text += part.slice(0, maxLength - text.length);
  };
  for await (const chunk of input as AsyncIterable<Uint8Array>) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        yield { text, cut };
        [text, cut] = ["", false];
      }
      add(part);
    }
  }
  add(decoder.decode());
  if (text !== "") yield { text, cut };
}
