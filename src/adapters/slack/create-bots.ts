/** The bot as it is in each workspace: the same, with that workspace's token. */
import { type Logger, webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Bot } from "./bot.ts";
import type { SlackConfig } from "./config.ts";
import { createDeliver, createRevise } from "./deliver.ts";
import type { createThreads } from "./threads.ts";
import { clientOptions } from "./web-client.ts";

/** As Slack knows it there. `workspace` is null where one token serves all: then each request says where it is from. */
type Member = { token: string; userId: string; workspace: string | null };
export type BotOf = (member: Member) => Bot;

/** A client of Slack's is 26 KB. Tokens that were rotated away are the first to go. */
const MOST = 500;

export function createBots(options: {
  parts: Pick<Bot, "app" | "log" | "redact" | "seen">;
  config: SlackConfig;
  logger: Logger;
  threads: ReturnType<typeof createThreads>;
}): BotOf {
  const { parts, config, logger, threads } = options;
  const bots = new LRUCache<string, Bot>({ max: MOST });

  function create({ token, userId, workspace }: Member): Bot {
    const client = new webApi.WebClient(token, clientOptions(config, logger));
    const quietClient = new webApi.WebClient(token, {
      ...clientOptions(config, logger),
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 0 },
    });
    return {
      ...parts,
      client,
      quietClient,
      userId,
      workspace,
      threads: threads({ client: quietClient, botUserId: userId, workspace: workspace ?? "" }),
      deliver: createDeliver(client, parts.log, parts.redact),
      revise: createRevise(quietClient, parts.log, parts.redact),
    };
  }

  return (member) => {
    const known = bots.get(member.token);
    if (known) return known;
    const bot = create(member);
    bots.set(member.token, bot);
    return bot;
  };
}
