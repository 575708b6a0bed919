import type { Knowledge, SourceFile } from "../read.ts";

/** A rule reports with the path of the field, and the runner finds the line; or with the line where there is no field. */
export type Report = (
  file: string,
  at: readonly PropertyKey[] | { line: number; field?: string },
  message: string,
) => void;

export type Rule = {
  name: string;
  /** What it holds, in one sentence. */
  holds: string;
  check(knowledge: Knowledge, report: Report, files: ReadonlyMap<string, SourceFile>): void;
};
