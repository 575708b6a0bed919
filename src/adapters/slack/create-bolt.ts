/** Bolt with our listeners, told who it is instead of asking Slack itself. */
import { type AuthorizeSourceData, App as Bolt, type Logger, type Receiver } from "@slack/bolt";
import type { Log } from "../adapter.ts";
import type { InFlight } from "../in-flight.ts";
import type { Bot } from "./bot.ts";
import type { SlackConfig } from "./config.ts";
import { listenForClicks } from "./on-click.ts";
import { listenForCommands } from "./on-command.ts";
import { listenForCompare } from "./on-compare.ts";
import { listenForFeedback } from "./on-feedback.ts";
import { listenForForms } from "./on-form.ts";
import { listenForMessages } from "./on-message.ts";
import { describeError, type Redact } from "./redact.ts";
import { clientOptions } from "./web-client.ts";

export function createBolt(options: {
  receiver: Receiver;
  config: SlackConfig;
  logger: Logger;
  log: Log;
  redact: Redact;
  inFlight: InFlight;
  /** Without its token: by that, Bolt would keep a client of its own for each token that there ever was. */
  authorize(source: AuthorizeSourceData<boolean>): Promise<{ bot?: Bot; botUserId?: string; botId?: string }>;
  /** Called before the listeners of all bots are there. */
  first?(bolt: Bolt): void;
}): Bolt {
  const { receiver, config, logger, log, redact, inFlight, authorize, first } = options;
  const bolt = new Bolt({
    receiver,
    logger,
    clientOptions: clientOptions(config, logger),
    authorize,
    // Own messages are told apart in on-message.ts; Bolt's memory of conversations would grow for ever.
    ignoreSelf: false,
    convoStore: false,
  });
  bolt.error(async (error) => log.error(describeError(error, redact), "A Slack listener failed"));
  first?.(bolt);
  listenForCommands(bolt);
  listenForMessages(bolt);
  listenForClicks(bolt);
  listenForCompare(bolt);
  listenForFeedback(bolt);
  listenForForms(bolt);
  // Both receivers hand work over here, and only here a stop can see what is still under way.
  const process = bolt.processEvent.bind(bolt);
  bolt.processEvent = (event) => inFlight.track(process(event));
  return bolt;
}
