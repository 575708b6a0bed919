import type { Reading } from "./reading.ts";

/** Whether there are numbers beside the amounts and dates: what they are for is not understood there. */
export function hasOtherNumbers({ question, quantities, dates }: Reading): boolean {
  let left = question;
  for (const { start, end } of [...quantities, ...dates.spans].sort((a, b) => b.start - a.start))
    left = left.slice(0, start) + left.slice(end);
  return /(?<![\w-])\d/.test(left);
}
