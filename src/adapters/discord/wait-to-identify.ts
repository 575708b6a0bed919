/** Logging in to the gateway: one a bucket in five seconds over all instances, and as often a day as Discord allows. */
import { setTimeout as sleep } from "node:timers/promises";
import type { APIGatewayBotInfo } from "discord.js";
import type { Log } from "../adapter.ts";
import { errorFields } from "./error-fields.ts";
import type { ShardLeases } from "./shard-leases.ts";

/** Discord's five seconds, and what a busy instance may take from its turn to its login. */
const TURN_MS = 6_000;
const ASK_AGAIN_MS = 300;
/** A day's logins are few: the last ones are for a person who has to start it again. */
const LEFT_FOR_PEOPLE = 5;

export async function waitToIdentify(options: {
  shard: number;
  leases: Pick<ShardLeases, "takeTurn">;
  /** As Discord says: a little while ago, or now. */
  info: { (): Promise<APIGatewayBotInfo>; anew(): Promise<APIGatewayBotInfo> };
  log: Log;
  signal: AbortSignal;
}): Promise<void> {
  const { shard, leases, info, log, signal } = options;
  const wait = (ms: number) => sleep(ms, undefined, { signal });
  let { session_start_limit: limit } = await info();
  while (limit.remaining <= LEFT_FOR_PEOPLE && limit.reset_after > 0) {
    log.error({ shard, waitMs: limit.reset_after }, "Discord takes no more logins today: waiting");
    await wait(limit.reset_after);
    limit = (await info.anew()).session_start_limit;
  }
  const bucket = shard % Math.max(1, limit.max_concurrency);
  try {
    while (!(await leases.takeTurn(bucket, Date.now(), Date.now() + TURN_MS))) await wait(ASK_AGAIN_MS);
  } catch (error) {
    if (signal.aborted) throw error;
    log.warn(errorFields(error), "whose turn it is to log in to Discord cannot be asked");
    await wait(TURN_MS);
  }
}
