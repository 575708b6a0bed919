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

/** The last `most` of them, oldest first: of thousands only these are put in order. */
export function lastInOrder<T>(items: readonly T[], dateOf: (item: T) => string, most: number): T[] {
  if (items.length <= most) return inOrder(items, dateOf);
  const from = nthLatest(items.map(dateOf), most);
  return inOrder(
    items.filter((item) => dateOf(item) >= from),
    dateOf,
  ).slice(-most);
}

/** The date from which on there are `count`, at least. */
export function nthLatest(dates: Iterable<string>, count: number): string {
  const latest: string[] = [];
  for (const date of dates) {
    if (latest.length === count && date <= (latest[0] ?? "")) continue;
    let at = latest.length;
    while (at > 0 && date < (latest[at - 1] ?? "")) at--;
    latest.splice(at, 0, date);
    if (latest.length > count) latest.shift();
  }
  return latest[0] ?? "";
}

/** The last of them; of several of one day the last. */
export function latestOf<T>(items: readonly T[], dateOf: (item: T) => string): T | undefined {
  let [latest, last]: [T | undefined, string] = [undefined, ""];
  for (const item of items) {
    const date = dateOf(item);
    if (date >= last) [latest, last] = [item, date];
  }
  return latest;
}
