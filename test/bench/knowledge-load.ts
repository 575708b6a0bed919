import type { Measurement } from "./measurement.ts";
import { TIME_LOAD } from "./scripts.ts";
import { resultOf } from "./start-process.ts";

const ROUNDS = 5;

const loadMs = (from: "copy" | "files") => resultOf<number>(TIME_LOAD, [from]);

export const knowledgeLoad: Measurement = {
  name: "knowledge-load",
  async rows() {
    await loadMs("copy");
    const [copies, files]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      copies.push(await loadMs("copy"));
      files.push(await loadMs("files"));
    }
    return [
      {
        what: "load and index all knowledge, from its parsed copy",
        unit: "ms",
        samples: copies,
        target: { most: 150 },
        decides: true,
      },
      { what: "the same from its files (the first start after a change)", unit: "ms", samples: files },
    ];
  },
};
