import type { Reading } from "./reading.ts";

/** Whether the question asks for deals on record rather than for a calculation. */
export const asksForRecords = ({ question, names }: Reading): boolean =>
  names.deals.length > 0 || /\b(?:which|list|deals?|contracts?|sites?|campus|announced|signed)\b/i.test(question);
