import type { Knowledge } from "../read.ts";
import type { Source } from "../schema.ts";
import { withSources } from "./each-cite.ts";

/** Every source where it is written, those of the shared list first. */
export function everySource(knowledge: Knowledge): { file: string; path: PropertyKey[]; source: Source }[] {
  return [
    ...knowledge.sources.map((source, index) => ({ file: "sources.yaml", path: [index], source })),
    ...withSources(knowledge).flatMap(([folder, records]) =>
      records.flatMap(({ id, sources }) =>
        sources.map((source, index) => ({ file: `${folder}/${id}.yaml`, path: ["sources", index], source })),
      ),
    ),
    ...knowledge.modelPrices.flatMap(({ sources }, price) =>
      sources.map((source, index) => ({ file: "model-prices.yaml", path: [price, "sources", index], source })),
    ),
  ];
}
