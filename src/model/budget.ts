/** A cap on money a day, in all and for each workspace. The most that a request can cost is set aside before it is sent. */
import type { Spending } from "./spending.ts";

export type Caps = { dayUsd: number; workspaceDayUsd: number };

type Reservation = {
  /** What it cost in the end; the rest is given back. Without a call all of it counts as spent. */
  settle(usd: number): Promise<void>;
};

export type Budget = {
  /** Null where it would go beyond a cap. */
  reserve(workspace: string, usd: number): Promise<Reservation | null>;
};

export function createBudget({
  caps,
  spending,
  clock,
}: {
  caps: Caps;
  spending: Spending;
  clock: { now(): number };
}): Budget {
  return {
    async reserve(workspace, usd) {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const accounts = [
        { account: day, cap: caps.dayUsd },
        { account: `${day} ${workspace}`, cap: caps.workspaceDayUsd },
      ];
      const taken: string[] = [];
      for (const { account, cap } of accounts) {
        // Added before it is compared: two questions at once cannot both take the last of it.
        const total = await spending.add(account, usd);
        taken.push(account);
        if (total > cap) {
          for (const one of taken) await spending.add(one, -usd);
          return null;
        }
      }
      return {
        async settle(actualUsd) {
          for (const { account } of accounts) await spending.add(account, actualUsd - usd);
        },
      };
    },
  };
}
