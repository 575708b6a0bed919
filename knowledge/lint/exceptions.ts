/** Problems that are let stand, each with its reason. One that no longer occurs is itself a problem, so the list only shrinks. */
import { z } from "zod";
import type { RawFile } from "../list-files.ts";
import { checkRecord, openFile, type Problem } from "../read.ts";
import { rules } from "./rules.ts";

const Exception = z.strictObject({
  rule: z.enum(rules.map((rule) => rule.name)),
  /** As the lint prints it, without “knowledge/”. */
  file: z.string(),
  /** As the lint prints it: “events.2.sources”. */
  field: z.string(),
  because: z.string().min(20).max(300),
});

export function exceptProblems(found: readonly Problem[], list: RawFile): Problem[] {
  const { source, value, broken } = openFile(list);
  const own = [...broken];
  const excepted = new Set<Problem>();
  (Array.isArray(value) ? value : []).forEach((item: unknown, index) => {
    const exception = checkRecord(Exception, item, source, own, [index]);
    if (!exception) return;
    const { rule, file, field } = exception;
    const meant = found.filter((problem) => problem.rule === rule && problem.file === file && problem.field === field);
    for (const problem of meant) excepted.add(problem);
    if (meant.length === 0)
      own.push({
        file: list.file,
        line: source.lineOf([index, "rule"]),
        field: `${index}`,
        message: `${file} ${field} holds to ${rule} now: remove the exception`,
        rule: "exceptions",
      });
  });
  if (broken.length === 0 && !Array.isArray(value))
    own.push({
      file: list.file,
      line: 1,
      field: "",
      message: "write a list: each exception begins with “- rule:”, and none is []",
      rule: "exceptions",
    });
  return [...found.filter((problem) => !excepted.has(problem)), ...own];
}
