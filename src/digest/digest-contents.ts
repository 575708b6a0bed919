import type { Library } from "../knowledge/library.ts";
import { digestDoc } from "./digest-doc.ts";
import { newsDoc, pausedDoc } from "./news-doc.ts";
import type { Contents } from "./run-digests.ts";

export const digestContents = (library: Library): Contents => ({
  completeTo: library.completeTo,
  digest: (subscription, day, focusBefore) => digestDoc(library, { ...subscription, day, focusBefore }),
  news: (watch) => newsDoc(library, watch),
  paused: (what, why) => pausedDoc(library, what, why),
});
