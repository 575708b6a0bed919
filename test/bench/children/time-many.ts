/**
 * Loads a knowledge folder from its files, warms up as a bot does after its start, and asks one plan of each kind on several
 * days: the first asking of a kind builds what all use.
 */
import { commands } from "../../../commands/index.ts";
import type { Request } from "../../../src/app.ts";
import { createApp } from "../../../src/create-app.ts";
import { toLibrary } from "../../../src/knowledge/library.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { memoryConversations } from "../../../src/state/conversations.ts";
import { warmUp } from "../../../src/warm-up.ts";
import { asker } from "../../fixtures/app.ts";
import { median } from "../quantile.ts";
import { reportResult } from "./report-result.ts";

export type ManyTimes = { loadMs: number; plans: { line: string; ms: number }[] };

const [, , folder = ""] = process.argv;
const before = performance.now();
const library = toLibrary(await loadKnowledge(folder, null));
const loadMs = performance.now() - before;

const onFault = (error: unknown) => {
  throw error;
};
const app = createApp({ library, commands, clock: Date, onFault, conversations: memoryConversations() });
await warmUp({ library, commands, clock: Date, onFault });
const [first, second] = library.knowledge.deals;
const org = library.knowledge.organisations.find(({ id }) => library.dealsOf.has(id))?.id;
// Each on several days, so that no answer is one that was kept.
const LINES = [
  ...["deals as-of:DAY", `deals ${org} as-of:DAY`, "deals sort:newest as-of:DAY", "deals sort:name as-of:DAY"],
  ...["deals kind:energy since:2025-06 as-of:DAY", "deals min-value:$1B as-of:DAY", "deals country:US as-of:DAY"],
  ...[`deal ${first?.id} as-of:DAY`, `compare ${first?.id} ${second?.id} as-of:DAY`, "total as-of:DAY"],
  ...[`total ${org} as-of:DAY`, "total by:year as-of:DAY", "flows as-of:DAY", `flows ${org} as-of:DAY`],
  ...["changes since:2020-01-01 until:DAY", "changes since:2025-07-01 until:DAY", `changes ${org} until:DAY`],
  ...["timeline as-of:DAY", `timeline ${org} as-of:DAY`, "digest preview since:DAY"],
];
const DAYS = [
  "2025-10-08",
  "2025-11-09",
  "2025-12-10",
  "2026-01-10",
  "2026-02-11",
  "2026-03-12",
  "2026-04-13",
  "2026-05-14",
  "2026-06-15",
];

async function took(line: string): Promise<number> {
  const request: Request = { type: "click", line, asker: asker("many") };
  const startedAt = performance.now();
  await app.answer(request);
  return performance.now() - startedAt;
}

const plans: ManyTimes["plans"] = [];
for (const line of LINES) {
  const samples: number[] = [];
  for (const day of DAYS) samples.push(await took(line.replace("DAY", day)));
  plans.push({ line: line.replace(/ (?:as-of|until|since):DAY/, ""), ms: median(samples) });
}
reportResult({ loadMs, plans } satisfies ManyTimes);
