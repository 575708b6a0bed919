/** The one font of the pictures, and how wide its letters are. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Font = {
  /** For the renderer: nothing but this file is loaded, so that a picture is the same on every machine. */
  file: string;
  /** A text's width, at a size of one. */
  widthOf(text: string): number;
  /** Whether there is a letter for each character: one without is not drawn. */
  hasAll(text: string): boolean;
};

export const FAMILY = "Inter";

export const regular = lazily(() =>
  readFont(import.meta.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf")),
);
export const semiBold = lazily(() =>
  readFont(import.meta.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf")),
);

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Advances without kerning: a text is at most a trifle narrower than this. */
function readFont(address: string): Font {
  const file = fileURLToPath(address);
  const bytes = readFileSync(file);
  const table = tablesOf(bytes);
  const unitsPerEm = table("head").readUInt16BE(18);
  const wide = table("hhea").readUInt16BE(34);
  const advances = table("hmtx");
  const glyphOf = glyphsOf(table("cmap"));
  // Glyphs behind the last with a width of its own are as wide as that one.
  const advanceOf = (glyph: number) => advances.readUInt16BE(Math.min(glyph, wide - 1) * 4) / unitsPerEm;
  const points = (text: string) => [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return {
    file,
    widthOf: (text) => points(text).reduce((sum, point) => sum + advanceOf(glyphOf(point)), 0),
    hasAll: (text) => points(text).every((point) => glyphOf(point) !== 0),
  };
}

function tablesOf(bytes: Buffer): (tag: string) => Buffer {
  const places = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    const [start, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)];
    places.set(bytes.toString("latin1", entry, entry + 4), bytes.subarray(start, start + length));
  }
  return (tag) => {
    const found = places.get(tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found;
  };
}

/** Character → glyph, from a table of format 4, which each font for Unicode has; 0 where there is none. */
function glyphsOf(cmap: Buffer): (point: number) => number {
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4));
  const start = starts.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error("the font has no map of characters of format 4");
  const bytes = cmap.subarray(start);
  const doubled = bytes.readUInt16BE(6);
  const [ends, begins, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled];
  return (point) => {
    for (let at = 0; at < doubled; at += 2) {
      if (point > bytes.readUInt16BE(ends + at)) continue;
      const begin = bytes.readUInt16BE(begins + at);
      if (point < begin) return 0;
      const [delta, range] = [bytes.readUInt16BE(deltas + at), bytes.readUInt16BE(ranges + at)];
      if (range === 0) return (point + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(ranges + at + range + (point - begin) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
