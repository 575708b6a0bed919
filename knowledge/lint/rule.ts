import type { Knowledge, SourceFile } from "../read.ts";

/** A rule reports with the path of the field; the runner finds file and line. */
export type Report = (file: string, path: readonly PropertyKey[], message: string) => void;

export type Rule = {
  name: string;
  /** What it holds, in one sentence. */
  holds: string;
  check(knowledge: Knowledge, report: Report, files: ReadonlyMap<string, SourceFile>): void;
};
