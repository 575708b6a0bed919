/** What answers: the knowledge, the state and the app over both. Loaded behind the connections, which people wait for first. */
import type { App } from "../app.ts";
import type { Config } from "../config.ts";
import { createDeliver } from "../digest/deliver.ts";
import { digestContents } from "../digest/digest-contents.ts";
import { createRunDigests, type Outlets, type RunDigests } from "../digest/run-digests.ts";
import type { Library } from "../knowledge/library.ts";
import type { createLog } from "../log.ts";
import { sharedConversations } from "../state/conversations.ts";
import type { Installations } from "../state/installations.ts";
import { type Seen, sharedSeen } from "../state/seen.ts";
import type { Store } from "../state/store.ts";
import { createFallback } from "../state/with-fallback.ts";
import { openInstallations } from "./open-installations.ts";
import type { Places } from "./places.ts";
import { loadLibrary, warmUpApp, wireApp } from "./wire-app.ts";

export type Core = {
  app: App;
  seen: Seen;
  store: Store;
  library: Library;
  digests: RunDigests;
  /** Where workspaces install the bot themselves. */
  installations?: Installations;
  /** Never rejects; resolves also where it was cut short. */
  warmUp(isOver: () => boolean): Promise<void>;
};

/** `outlets` may be filled later: only what is posted needs them. Rejects with a SetupError that says what to change. */
export async function loadCore(
  config: Config,
  places: Places,
  { log, outlets, store: opening }: { log: ReturnType<typeof createLog>; outlets: Outlets; store: Promise<Store> },
): Promise<Core> {
  const store = await opening;
  const library = await loadLibrary(places);
  const fallback = createFallback({
    clock: Date,
    onFault: (error) => log.error({ err: error }, "the state is away: going on from memory"),
  });
  const onFault = (error: unknown) => log.error({ err: error }, "answering failed");
  const app = wireApp(config, library, {
    onFault,
    log,
    conversations: sharedConversations({ stored: store.conversations, clock: Date, fallback }),
    spending: store.spending,
    posting: { store, outlets },
    ...(config.KEEP_QUESTIONS === "on" && {
      onUnanswered: (question) =>
        void fallback(
          () => store.questions.add(question, Date.now()),
          () => undefined,
        ),
    }),
  });
  const installations = config.SLACK_CLIENT_ID && (await openInstallations(config, store, fallback));
  const deliver = createDeliver({ deliveries: store.deliveries, clock: Date, log });
  const contents = digestContents(library);
  return {
    app,
    seen: sharedSeen({ events: store.events, clock: Date, fallback }),
    store,
    library,
    ...(installations && { installations }),
    warmUp: (isOver) => warmUpApp(library, { onFault, isOver }),
    digests: createRunDigests({ store, outlets, contents, deliver, clock: Date, log }),
  };
}
