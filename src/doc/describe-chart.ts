import type { Chart } from "./doc.ts";

/** A chart in words for those who do not see it, within a platform's limit for such texts: whole bars only. */
export function describeChart({ title, note, bars }: Chart, maxChars: number): string {
  const head = `${title}. ${note}`;
  let words = head.length > maxChars - MORE.length ? head.slice(0, maxChars - MORE.length) : head;
  for (const { label, said } of bars) {
    const next = `${words}\n${label}: ${said}.`;
    if (next.length > maxChars - MORE.length) return words + MORE;
    words = next;
  }
  return words;
}
const MORE = "\nThe others are in the text.";
