/** A text of the same length with some of its places blanked: what stands in the others keeps where it stands. */
export function blanked(
  text: string,
  spans: Iterable<{ readonly start: number; readonly end: number }>,
  fill = " ",
): string {
  let out = text;
  for (const { start, end } of spans) out = out.slice(0, start) + fill.repeat(end - start) + out.slice(end);
  return out;
}
