/** The rules, in the order in which they run. Each is a file of its own. */
import { amountsAgree } from "./amounts-agree.ts";
import { contestedHasSources } from "./contested-has-sources.ts";
import { eventsInOrder } from "./events-in-order.ts";
import { firmHasSource } from "./firm-has-source.ts";
import { idIsFileName } from "./id-is-file-name.ts";
import { namesAreUnique } from "./names-are-unique.ts";
import { notAfterCompleteTo } from "./not-after-complete-to.ts";
import { oneHeadline } from "./one-headline.ts";
import { referencesResolve } from "./references-resolve.ts";
import type { Rule } from "./rule.ts";
import { sourcesResolve } from "./sources-resolve.ts";
import { startsWithStatus } from "./starts-with-status.ts";

export const rules: readonly Rule[] = [
  idIsFileName,
  sourcesResolve,
  referencesResolve,
  namesAreUnique,
  eventsInOrder,
  startsWithStatus,
  amountsAgree,
  oneHeadline,
  firmHasSource,
  contestedHasSources,
  notAfterCompleteTo,
];
