/** A question in which names stand as "§", so that a pattern is of what is said of them and not of who they are. */
import type { Ref } from "../../knowledge/names.ts";
import type { Reading } from "./reading.ts";

export function masked({ names, question }: Pick<Reading, "names" | "question">, ...types: Ref["type"][]): string {
  const found = names.mentions.filter(({ refs }) => refs.some(({ type }) => types.includes(type)));
  // A shorter name within a longer one is the same.
  return found
    .filter((one) => !found.some((other) => other !== one && other.start <= one.start && other.end >= one.end))
    .reduceRight((text, { start, end }) => `${text.slice(0, start)}§${text.slice(end)}`, question);
}
