/** Every command, in the order in which help lists them. */
import { ask } from "./ask.ts";
import { changes } from "./changes.ts";
import { compare } from "./compare.ts";
import { cost } from "./cost.ts";
import { deal } from "./deal.ts";
import { deals } from "./deals.ts";
import { define } from "./define.ts";
import type { Command } from "./define-command.ts";
import { digest } from "./digest.ts";
import { feedback } from "./feedback.ts";
import { flows } from "./flows.ts";
import { help } from "./help.ts";
import { metric } from "./metric.ts";
import { timeline } from "./timeline.ts";
import { total } from "./total.ts";
import { watch } from "./watch.ts";
import { watches } from "./watches.ts";

export const commands: readonly Command[] = [
  deal,
  deals,
  compare,
  total,
  changes,
  flows,
  metric,
  cost,
  timeline,
  ask,
  define,
  digest,
  watch,
  watches,
  feedback,
  help,
];
