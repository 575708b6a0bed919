import type { Knowledge } from "../read.ts";
import type { Source } from "../schema.ts";

type WithSources = { id: string; sources: readonly Source[] };
export const withSources = (knowledge: Knowledge): [folder: string, readonly WithSources[]][] => [
  ["deals", knowledge.deals],
  ["metrics", knowledge.metrics],
  ["topics", knowledge.topics],
  ["rates", knowledge.rates],
  ["glossary", knowledge.glossary],
];

/** Calls `cite` for every id in a `sources` or `cites` list below `value`. */
export function eachCite(
  value: unknown,
  cite: (path: PropertyKey[], id: string) => void,
  path: readonly PropertyKey[] = [],
): void {
  if (Array.isArray(value)) value.forEach((item, index) => eachCite(item, cite, [...path, index]));
  else if (value && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) {
      if ((key === "sources" || key === "cites") && Array.isArray(item)) {
        item.forEach((id, index) => {
          if (typeof id === "string") cite([...path, key, index], id);
        });
      }
      eachCite(item, cite, [...path, key]);
    }
  }
}
