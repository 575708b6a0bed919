/** Bolt with our listeners, told who it is instead of asking Slack itself. */
import { App as Bolt, type Logger, type Receiver } from "@slack/bolt";
import type { InFlight } from "../in-flight.ts";
import type { Bot } from "./bot.ts";
import type { Identity } from "./check-token.ts";
import type { SlackConfig } from "./config.ts";
import { listenForClicks } from "./on-click.ts";
import { listenForCommands } from "./on-command.ts";
import { listenForCompare } from "./on-compare.ts";
import { listenForMessages } from "./on-message.ts";
import { describeError } from "./redact.ts";
import { clientOptions } from "./web-client.ts";

export function createBolt(options: {
  receiver: Receiver;
  config: SlackConfig;
  logger: Logger;
  identity: Identity;
  bot: Bot;
  inFlight: InFlight;
}): Bolt {
  const { receiver, config, logger, identity, bot, inFlight } = options;
  const { botUserId, botId } = identity;
  const bolt = new Bolt({
    receiver,
    logger,
    clientOptions: clientOptions(config, logger),
    authorize: async () => ({ botToken: config.botToken, botUserId, botId }),
    // Own messages are told apart in on-message.ts; Bolt's memory of conversations would grow for ever.
    ignoreSelf: false,
    convoStore: false,
  });
  bolt.error(async (error) => bot.log.error(describeError(error, bot.redact), "A Slack listener failed"));
  listenForCommands(bolt, bot);
  listenForMessages(bolt, bot);
  listenForClicks(bolt, bot);
  listenForCompare(bolt, bot);
  // Both receivers hand work over here, and only here a stop can see what is still under way.
  const process = bolt.processEvent.bind(bolt);
  bolt.processEvent = (event) => inFlight.track(process(event));
  return bolt;
}
