import type { RawFile } from "../list-files.ts";
import { type Problem, parseFiles, type ReadResult } from "../read.ts";
import { exceptProblems } from "./exceptions.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/**
 * Every problem of these files, in order of file and line, without those that `exceptions` names. Rules that need whole
 * records run on those that parse.
 */
export function lint(raw: readonly RawFile[], exceptions: RawFile | null = null): Problem[] {
  const result = parseFiles(raw);
  const found = [...result.problems, ...brokenRules(rules, result)];
  const held = exceptions ? exceptProblems(found, exceptions) : found;
  return held.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

export function brokenRules(
  held: readonly Rule[],
  { knowledge, files }: Pick<ReadResult, "knowledge" | "files">,
): Problem[] {
  const found: Problem[] = [];
  for (const rule of held) {
    rule.check(
      knowledge,
      (file, at, message) => {
        const problem = { file, message, rule: rule.name };
        if ("line" in at) found.push({ ...problem, line: at.line, field: at.field ?? "" });
        else found.push({ ...problem, line: files.get(file)?.lineOf(at) ?? 1, field: at.join(".") });
      },
      files,
    );
  }
  return found;
}
