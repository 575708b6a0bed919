/** Every command, in the order in which help lists them. */
import { ask } from "./ask.ts";
import { compare } from "./compare.ts";
import { cost } from "./cost.ts";
import { deal } from "./deal.ts";
import { deals } from "./deals.ts";
import { define } from "./define.ts";
import type { Command } from "./define-command.ts";
import { help } from "./help.ts";
import { timeline } from "./timeline.ts";

export const commands: readonly Command[] = [deal, deals, compare, cost, timeline, ask, define, help];
