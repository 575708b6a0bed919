/** The files themselves, where there is no parsed copy. A module of its own: the parser is loaded only where it is needed. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { referencesResolve } from "../../knowledge/lint/references-resolve.ts";
import { brokenRules } from "../../knowledge/lint/run.ts";
import { sourcesResolve } from "../../knowledge/lint/sources-resolve.ts";
import type { RawFile } from "../../knowledge/list-files.ts";
import { type Knowledge, parseInSteps, sayProblem } from "../../knowledge/read.ts";
import { SetupError } from "../errors.ts";

/** Rejects with a SetupError that names file, line and field of the first problems. Whoever asks meanwhile is acknowledged. */
export async function parseKnowledge(raw: readonly RawFile[]): Promise<Knowledge> {
  const steps = parseInSteps(raw);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await nextTurn();
  const result = step.value;
  // A name or a source that does not resolve would be an answer with a hole in it; the other rules can wait for the lint.
  const holes = result.problems.length > 0 ? [] : brokenRules([sourcesResolve, referencesResolve], result);
  const problems = [...result.problems, ...holes];
  if (problems.length === 0) return result.knowledge;
  const shown = problems.slice(0, 5).map(sayProblem);
  const more = problems.length > 5 ? `\n… and ${problems.length - 5} more: npm run knowledge:lint lists them.` : "";
  throw new SetupError(`The knowledge cannot be read:\n${shown.join("\n")}${more}`);
}
