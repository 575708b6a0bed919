/** What has been spent, by account. An account begins with its day: "2026-11-23" for all, "2026-11-23 slack:T012" for a workspace. */
export type Spending = {
  /** Adds to an account, at once for whoever else asks; gives its new total. A negative amount gives back. */
  add(account: string, usd: number): Promise<number>;
};

/** In memory: a restart begins the day anew. */
export function memorySpending(): Spending {
  const totals = new Map<string, number>();
  return {
    async add(account, usd) {
      const day = account.slice(0, 10);
      for (const other of totals.keys()) if (other.slice(0, 10) < day) totals.delete(other);
      const total = (totals.get(account) ?? 0) + usd;
      totals.set(account, total);
      return total;
    },
  };
}
