/** How long it is from one day or year of a term to another. */
const MONTHS = "january february march april may june july august september october november december".split(" ");
const DAY = String.raw`(?:(late|early|mid|the end of|end of|\d{1,2})[- ])?(?:(${MONTHS.join("|")}) )?(20\d\d)`;
const SPAN = new RegExp(`^(?:from )?${DAY} to ${DAY}(?=$|[,;])`, "i");

/** "From late July 2025 to 31 December 2033", "2026 to 2029": each month of it counts, and years are whole. */
export function monthsSpanned(term: string): string | null {
  const [, part, month, year, , until, last] = SPAN.exec(term) ?? [];
  if (!year || !last) return null;
  const at = (name: string | undefined, otherwise: number) => (name ? MONTHS.indexOf(name.toLowerCase()) : otherwise);
  const starts = at(month, 0) + (month && /^late$/i.test(part ?? "") ? 1 : 0);
  const months = (Number(last) - Number(year)) * 12 + at(until, 11) - starts + 1;
  if (months < 2) return null;
  return months % 12 === 0 ? `${months / 12} years` : `${months} months`;
}
