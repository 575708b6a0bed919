/** Items oldest first; those of one day stay in their order. Many items share few days, so days are sorted, not items. */
export function inOrder<T>(items: Iterable<T>, dateOf: (item: T) => string): T[] {
  const byDate = new Map<string, T[]>();
  for (const item of items) {
    const date = dateOf(item);
    const same = byDate.get(date);
    if (same) same.push(item);
    else byDate.set(date, [item]);
  }
  return [...byDate.keys()].sort().flatMap((date) => byDate.get(date) ?? []);
}
