/** Starts every adapter that is configured; with none, a chat in the terminal. Stops on SIGTERM and SIGINT within ten seconds. */
import type { Config } from "../config.ts";
import type { Outlets } from "../digest/run-digests.ts";
import { SetupError } from "../errors.ts";
import { createLog } from "../log.ts";
import type { Store } from "../state/store.ts";
import { createAdapters } from "./create-adapters.ts";
import { endOnSignal, STOP_MS } from "./end-on-signal.ts";
import { letYoungHeapGrow } from "./let-young-heap-grow.ts";
import type { Core } from "./load-core.ts";
import type { Places } from "./places.ts";
import { slackConfig } from "./slack-config.ts";
import { waitForCore } from "./wait-for-core.ts";

/** For those who were acknowledged before the start failed: they are told that something went wrong. */
const FAILED_STOP_MS = 1_000;

export async function start(config: Config, places: Places): Promise<void> {
  const forSlack = slackConfig(config);
  checkPairs(config);
  if (!forSlack && !config.DISCORD_TOKEN && !config.DISCORD_PUBLIC_KEY)
    return await (await import("./chat.ts")).chat(config, places);
  const log = createLog(config, [
    config.SLACK_BOT_TOKEN,
    config.SLACK_APP_TOKEN,
    config.SLACK_SIGNING_SECRET,
    config.SLACK_CLIENT_SECRET,
    ...(config.TOKEN_KEYS?.split(",") ?? []),
    config.DISCORD_TOKEN,
    config.DATABASE_URL,
    config.OPENAI_API_KEY,
  ]);
  const outlets: Outlets = {};
  let opening: Promise<Store> | undefined;
  let loading: Promise<Core> | undefined;
  let loaded: Core | undefined;
  let stopping = false;
  const open = async (): Promise<Store> => {
    const { openStore } = await import("../state/open-store.ts");
    const opened = await openStore(places.state);
    log.info({ where: opened.where }, "the state is open");
    return opened;
  };
  const store = (): Promise<Store> => {
    opening ??= open();
    return opening;
  };
  const load = async (): Promise<Core> => {
    const { loadInPieces } = await import("./load-in-pieces.ts");
    await loadInPieces();
    const { loadCore } = await import("./load-core.ts");
    loaded = await loadCore(config, places, { log, outlets, store: store() });
    return loaded;
  };
  const core = (): Promise<Core> => {
    loading ??= load();
    return loading;
  };
  const adapters = await createAdapters(config, forSlack, {
    ...waitForCore(core, store),
    log,
    clock: Date,
    outlets,
    isReady: () => loaded !== undefined,
  });

  async function stop(deadlineMs: number): Promise<void> {
    stopping = true;
    const running = [...(loaded ? [{ name: "digests", stop: loaded.digests.stop }] : []), ...adapters];
    await Promise.all(
      running.map(({ name, stop }) =>
        stop(deadlineMs).catch((error: unknown) => log.error({ err: error, adapter: name }, "stopping failed")),
      ),
    );
    // Also where it came during the stop, for those who waited for it. Why it did not come is said elsewhere.
    await loading?.catch(() => {});
    await opening?.then((opened) => opened.close()).catch(() => {});
  }
  endOnSignal(async () => {
    await stop(STOP_MS - 500);
    log.info({}, "stopped");
  });

  try {
    for (const adapter of adapters) {
      if (stopping) return;
      await adapter.start();
      log.info({ adapter: adapter.name, detail: adapter.health().detail }, "started");
    }
    const { digests, library, warmUp } = await core();
    if (stopping) return;
    log.info({ deals: library.deals.size }, "ready to answer");
    digests.start();
    void warmUp(() => stopping).then(letYoungHeapGrow);
    sweepHourly(await store(), (error) =>
      log.error({ err: error }, "what has ended could not be dropped from the state"),
    );
  } catch (error) {
    // What a stop cuts off is no fault of the set-up.
    if (stopping) return;
    await stop(FAILED_STOP_MS);
    throw error;
  }
}

const HOUR_MS = 3_600_000;

function sweepHourly(store: Store, onFault: (error: unknown) => void): void {
  const sweep = () => void store.sweep(Date.now()).catch(onFault);
  sweep();
  setInterval(sweep, HOUR_MS).unref();
}

/** Half of a platform's variables would open the chat in the terminal, and nobody would know why. */
function checkPairs(config: Config): void {
  if (config.DISCORD_APPLICATION_ID && !config.DISCORD_TOKEN && !config.DISCORD_PUBLIC_KEY)
    throw new SetupError("DISCORD_APPLICATION_ID is set, but neither DISCORD_TOKEN nor DISCORD_PUBLIC_KEY is.", {
      hint: "Copy the token from Bot → Reset Token to .env, or empty all three.",
    });
}
