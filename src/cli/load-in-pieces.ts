/**
 * Loads the code of what answers piece by piece, from what others need to what needs others. At once it would hold
 * everything up for a fifth of a second; in between, whoever writes is acknowledged.
 */
import { setImmediate as nextTurn } from "node:timers/promises";

const PIECES: readonly (() => Promise<unknown>)[] = [
  () => import("../knowledge/load.ts"),
  () => import("../knowledge/library.ts"),
  () => import("../plan/dates.ts"),
  () => import("../plan/plan.ts"),
  () => import("../../commands/index.ts"),
  () => import("../knowledge/find-statements.ts"),
  () => import("../calculator/worksheet.ts"),
  () => import("../plan/from-text/languages/to-english.ts"),
  () => import("../plan/from-text/calculation.ts"),
  () => import("../plan/from-text/read-question.ts"),
  () => import("../answer/show-deal.ts"),
  () => import("../execute.ts"),
  () => import("../digest/digest-contents.ts"),
];

export async function loadInPieces(): Promise<void> {
  for (const load of PIECES) {
    await load();
    await nextTurn();
  }
}
