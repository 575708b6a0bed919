import type { Knowledge } from "../read.ts";
import { Undated } from "../schema.ts";
import { everySource } from "./every-source.ts";

/** "1390 sources: 985 with a date, 120 reference, …": how many bear none, by the reason, in the schema's order. */
export function sayDated(knowledge: Knowledge): string {
  const sources = everySource(knowledge).map(({ source }) => source);
  const parts = Undated.options.flatMap((reason) => {
    const count = sources.filter(({ undated }) => undated === reason).length;
    return count > 0 ? [`${count} ${reason}`] : [];
  });
  const dated = sources.filter(({ date }) => date !== null).length;
  return `${sources.length} sources: ${[`${dated} with a date`, ...parts].join(", ")}`;
}
