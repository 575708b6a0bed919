import { type Problem, parseFiles, type RawFile, type ReadResult } from "../read.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/** Every problem of these files, in order of file and line. Rules that need whole records run on those that parse. */
export function lint(raw: readonly RawFile[]): Problem[] {
  const result = parseFiles(raw);
  const found = [...result.problems, ...brokenRules(rules, result)];
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

export function brokenRules(
  held: readonly Rule[],
  { knowledge, files }: Pick<ReadResult, "knowledge" | "files">,
): Problem[] {
  const found: Problem[] = [];
  for (const rule of held) {
    rule.check(
      knowledge,
      (file, path, message) =>
        found.push({ file, line: files.get(file)?.lineOf(path) ?? 1, field: path.join("."), message, rule: rule.name }),
      files,
    );
  }
  return found;
}
