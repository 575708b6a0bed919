import type { SourceRef } from "./doc.ts";

type Day = Pick<SourceRef, "date" | "undated">;

/** The day of a page as `said`, or in its place why there is none: "undated page", "day not known". */
export function saySourceDay({ date, undated }: Day, said: (date: string) => string): string {
  if (date) return said(date);
  return undated === "day-not-found" ? "day not known" : "undated page";
}
