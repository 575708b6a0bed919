import { type Problem, parseFiles, type RawFile } from "../read.ts";
import { rules } from "./rules.ts";

/** Every problem of these files, in order of file and line. Rules that need whole records run on those that parse. */
export function lint(raw: readonly RawFile[]): Problem[] {
  const { knowledge, files, problems } = parseFiles(raw);
  const found = [...problems];
  for (const rule of rules) {
    rule.check(
      knowledge,
      (file, path, message) =>
        found.push({ file, line: files.get(file)?.lineOf(path) ?? 1, field: path.join("."), message, rule: rule.name }),
      files,
    );
  }
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
