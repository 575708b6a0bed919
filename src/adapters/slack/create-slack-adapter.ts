/** Slack by Bolt 5, over Socket Mode or over the bot's HTTP server; for one workspace by its token, or for all that install it. */
import { type App as Bolt, SocketModeReceiver, webApi } from "@slack/bolt";
import type { App } from "../../app.ts";
import { InvariantError } from "../../errors.ts";
import type { Installations } from "../../state/installations.ts";
import type { Seen } from "../../state/seen.ts";
import { type Adapter, type Clock, type HttpRoute, type Log, type Outlet, PostError } from "../adapter.ts";
import { createInFlight } from "../in-flight.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import { checkToken, socketError } from "./check-token.ts";
import { checkConfig, type SlackConfig } from "./config.ts";
import { connectSocket, type Socket } from "./connect-socket.ts";
import { createBolt } from "./create-bolt.ts";
import { createBots } from "./create-bots.ts";
import { createOutlet, REMOVED } from "./create-outlet.ts";
import { createHttpReceiver } from "./http-receiver.ts";
import { createInstallRoutes } from "./install-routes.ts";
import { answerWithoutBot, authorizeBy } from "./on-not-installed.ts";
import { listenForUninstall } from "./on-uninstall.ts";
import { createRedact } from "./redact.ts";
import { INSTALL_PATH } from "./scopes.ts";
import { createThreads } from "./threads.ts";
import { clientOptions } from "./web-client.ts";
import { createWorkspaces } from "./workspaces.ts";

export type SlackAdapter = Adapter & {
  /** For the bot's HTTP server; none in Socket Mode. */
  routes: readonly HttpRoute[];
  outlet: Outlet;
};

/** What differs between one token and many. */
type Tenancy = {
  authorize: Parameters<typeof createBolt>[0]["authorize"];
  outlet: Outlet;
  first?(bolt: Bolt): void;
  /** For the log; rejects where the token is not good. */
  who: Promise<object>;
};

export function createSlackAdapter(options: {
  config: SlackConfig;
  app: App;
  log: Log;
  clock: Clock;
  seen: Seen;
  /** Needed where workspaces install the bot themselves. */
  installations?: Installations;
}): SlackAdapter {
  const { config, app, log, clock, seen, installations } = options;
  const { install } = config;
  const redact = createRedact([config.botToken, config.appToken, config.signingSecret, install?.clientSecret]);
  const logger = createBoltLogger(log, redact);
  const inFlight = createInFlight();
  const http =
    config.mode === "http" ? createHttpReceiver({ signingSecret: config.signingSecret ?? "", clock, log }) : null;
  const botOf = createBots({
    parts: { app, log, redact, seen },
    config,
    logger,
    threads: createThreads({ clock, log }),
  });
  let socket: Socket | null = null;
  let started = false;
  let outlet: Outlet | null = null;

  function one(): Tenancy {
    const token = config.botToken ?? "";
    const client = new webApi.WebClient(token, clientOptions(config, logger));
    const known = checkToken(client, log).then(({ botUserId, botId, team }) => {
      const bot = botOf({ token, userId: botUserId, workspace: null });
      return { me: { bot, botUserId, botId }, team };
    });
    return {
      // Bolt asks for it with each request, before it calls a listener.
      authorize: async () => (await known).me,
      outlet: createOutlet(async () => (await known).me.bot.quietClient),
      who: known.then(({ team }) => ({ team })),
    };
  }

  function many(): Tenancy {
    if (!install || !installations) throw new InvariantError("there is nowhere to keep installations");
    const workspaces = createWorkspaces({ config, install, installations, botOf, clock, logger });
    const installUrl = new URL(INSTALL_PATH, install.publicUrl).href;
    const clientAt = async (workspace: string) => {
      const bot = await workspaces.botAt(workspace).catch((error: unknown) => {
        throw new PostError("later", "the token of this workspace cannot be had", { cause: error });
      });
      if (!bot) throw new PostError("gone", REMOVED);
      return bot.quietClient;
    };
    return {
      authorize: authorizeBy(workspaces, installUrl, log, redact),
      outlet: createOutlet(clientAt, { tokens: "many" }),
      first(bolt) {
        answerWithoutBot(bolt, log, redact);
        listenForUninstall(bolt, { workspaces, installations, log, redact });
      },
      who: Promise.resolve({ installUrl }),
    };
  }

  async function start(): Promise<void> {
    checkConfig(config);
    const { who, outlet: made, ...tenancy } = install ? many() : one();
    outlet = made;
    const shared = { config, logger, log, redact, inFlight, ...tenancy };
    if (http) {
      createBolt({ receiver: http, ...shared });
      await who;
      await http.start();
    } else {
      const receiver = new SocketModeReceiver({
        appToken: config.appToken ?? "",
        logger,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions: clientOptions(config, logger) },
      });
      createBolt({ receiver, ...shared });
      socket = connectSocket(receiver, { clock, log, redact });
      await openWhileChecking(socket, who);
    }
    started = true;
    log.info({ ...(await who), mode: config.mode }, "Slack is connected");
  }

  const installRoutes =
    install && installations ? createInstallRoutes({ config, install, installations, seen, log, redact, logger }) : [];

  return {
    name: "slack",
    routes: http ? [http.route, ...installRoutes] : [],
    outlet: later(() => outlet),
    start,
    async stop(deadlineMs) {
      started = false;
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

/** Slack is asked who we are while the socket opens. What is wrong with the token is said first, and leaves no socket behind. */
async function openWhileChecking(socket: Socket, who: Promise<object>): Promise<void> {
  const opened = socket.start().catch(async (error: unknown) => {
    await who;
    throw socketError(error);
  });
  try {
    await Promise.all([who, opened]);
  } catch (error) {
    opened.catch(() => {});
    await socket.stop(CLOSE_WITHIN_MS);
    throw error;
  }
}
const CLOSE_WITHIN_MS = 1_000;

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
