/** Slack by Bolt 5, over Socket Mode or over the bot's HTTP server. */
import { SocketModeReceiver, webApi } from "@slack/bolt";
import type { App } from "../../app.ts";
import type { Seen } from "../../state/seen.ts";
import { type Adapter, type Clock, type HttpRoute, type Log, type Outlet, PostError } from "../adapter.ts";
import { createInFlight } from "../in-flight.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import type { Bot } from "./bot.ts";
import { checkToken, socketError } from "./check-token.ts";
import { checkConfig, type SlackConfig } from "./config.ts";
import { connectSocket, type Socket } from "./connect-socket.ts";
import { createBolt } from "./create-bolt.ts";
import { createOutlet } from "./create-outlet.ts";
import { createDeliver } from "./deliver.ts";
import { createHttpReceiver } from "./http-receiver.ts";
import { createRedact } from "./redact.ts";
import { createThreads } from "./threads.ts";
import { clientOptions } from "./web-client.ts";

export type SlackAdapter = Adapter & {
  /** For the bot's HTTP server; none in Socket Mode. */
  routes: readonly HttpRoute[];
  outlet: Outlet;
};

export function createSlackAdapter(options: {
  config: SlackConfig;
  app: App;
  log: Log;
  clock: Clock;
  seen: Seen;
}): SlackAdapter {
  const { config, app, log, clock, seen } = options;
  const redact = createRedact([config.botToken, config.appToken, config.signingSecret]);
  const logger = createBoltLogger(log, redact);
  const inFlight = createInFlight();
  const http =
    config.mode === "http" ? createHttpReceiver({ signingSecret: config.signingSecret ?? "", clock, log }) : null;
  let socket: Socket | null = null;
  let [started, stopped] = [false, false];
  let outlet: Outlet | null = null;

  async function start(): Promise<void> {
    checkConfig(config);
    const client = new webApi.WebClient(config.botToken, clientOptions(config, logger));
    const quietClient = new webApi.WebClient(config.botToken, {
      ...clientOptions(config, logger),
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 0 },
    });
    const identity = await checkToken(client, log);
    // A socket that nobody closes any more would take work.
    if (stopped) return;
    outlet = createOutlet(quietClient);
    const bot: Bot = {
      app,
      log,
      redact,
      seen,
      client,
      quietClient,
      userId: identity.botUserId,
      threads: createThreads({ client: quietClient, botUserId: identity.botUserId, clock, log }),
      deliver: createDeliver(client, log, redact),
    };
    if (http) {
      createBolt({ receiver: http, config, logger, identity, bot, inFlight });
      await http.start();
    } else {
      const receiver = new SocketModeReceiver({
        appToken: config.appToken ?? "",
        logger,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions: clientOptions(config, logger) },
      });
      createBolt({ receiver, config, logger, identity, bot, inFlight });
      socket = connectSocket(receiver, { clock, log, redact });
      await socket.start().catch((error: unknown) => {
        throw socketError(error);
      });
    }
    started = true;
    log.info({ team: identity.team, mode: config.mode }, "Slack is connected");
  }

  return {
    name: "slack",
    routes: http ? [http.route] : [],
    outlet: later(() => outlet),
    start,
    async stop(deadlineMs) {
      [started, stopped] = [false, true];
      const until = clock.now() + deadlineMs;
      await http?.stop();
      await socket?.stop(deadlineMs);
      if (!(await inFlight.settle(until - clock.now())))
        log.warn({ unfinished: inFlight.count() }, "Slack stopped before all answers were out");
    },
    health() {
      const seenAt = http ? http.lastSeen() : (socket?.lastSeen() ?? null);
      const lastSeenMs = seenAt === null ? null : clock.now() - seenAt;
      if (http) return { ok: started, lastSeenMs, detail: started ? "takes requests over HTTP" : "not started" };
      const connected = socket?.isConnected() ?? false;
      const silent = lastSeenMs !== null && lastSeenMs > SILENT_AFTER_MS;
      return {
        ok: connected && !silent,
        lastSeenMs,
        detail: connected ? (silent ? "socket open but silent" : "socket open") : "no socket",
      };
    },
  };
}

/** Before the start nothing can be posted yet. */
function later(current: () => Outlet | null): Outlet {
  const ready = (): Outlet => {
    const outlet = current();
    if (!outlet) throw new PostError("later", "Slack is not connected yet");
    return outlet;
  };
  return {
    post: async (...args) => await ready().post(...args),
    findPosted: async (...args) => await ready().findPosted(...args),
    remove: async (...args) => await ready().remove(...args),
    tell: async (...args) => await ready().tell(...args),
  };
}

/** The socket is pinged every few seconds: a minute without a frame is a dead connection. */
const SILENT_AFTER_MS = 60_000;
