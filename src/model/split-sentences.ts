const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** A full stop behind these ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:[A-Z]|Inc|Corp|Ltd|Co|Mr|Ms|Dr|vs|No|St|approx|est|e\.g|i\.e|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\.\s*$/;

/** The sentences of a text, in order, each on its own line of plain words. */
export function splitSentences(text: string): string[] {
  const out: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    let held = "";
    for (const { segment } of segmenter.segment(line)) {
      held += segment;
      if (ABBREVIATION.test(segment)) continue;
      out.push(held);
      held = "";
    }
    out.push(held);
  }
  return out.map((sentence) => sentence.replace(/\s+/g, " ").trim()).filter(Boolean);
}
