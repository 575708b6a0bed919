/** /watch and /watches. */
import { randomUUID } from "node:crypto";
import { PostError } from "../adapters/adapter.ts";
import { scopeOf } from "../answer/scope.ts";
import type { Asker } from "../app.ts";
import type { Doc } from "../doc/doc.ts";
import { sayAmount } from "../doc/say-figure.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../knowledge/library.ts";
import type { ActionOf } from "../plan/action.ts";
import type { Watch } from "../state/store.ts";
import { type Acting, type At, announce, personOf, placeOf, say } from "./acting.ts";
import { sayWatched } from "./news-doc.ts";

const MOST_WATCHES = 50;

export async function startWatch(acting: Acting, action: ActionOf<"watch">, asker: Asker): Promise<Doc> {
  const scope = scopeOf(action.subject, { library: acting.library, asOf: acting.library.completeTo });
  if ("unclear" in scope)
    throw new UserError(
      "unclear",
      `“${action.subject}” may be ${scope.unclear
        .slice(0, 4)
        .map((deal) => deal.name)
        .join(" or ")}.`,
      { hint: "Write one of these names." },
    );
  if ("near" in scope)
    throw new UserError("unknown", `I know no deal or party “${action.subject}”.`, {
      hint:
        scope.near.length > 0
          ? `The nearest: ${scope.near
              .slice(0, 3)
              .map((deal) => deal.name)
              .join(", ")}.`
          : "/deals lists all.",
    });
  const subject = scope.org ?? scope.deals[0]?.id ?? action.subject;
  const told = `${action.statusOnly ? "the status" : "a fact"} of ${scope.name} changes${action.minUsd === null ? "" : ` (deals of ${sayUsd(action.minUsd)} or more)`}`;
  const at = placeOf(acting, asker);
  if (!at)
    return say(
      acting,
      "watch",
      "Watching",
      `In Slack or Discord I post once each time ${told}. Nothing is posted from here.`,
      { actions: [{ label: "What changed", line: `changes ${subject}` }] },
    );
  const person = { platform: at.platform, workspace: at.workspace, askedBy: at.user };
  const mine = await at.store.watches.of(person);
  const channel =
    action.where === "me"
      ? await toldChannel(at, say(acting, "watch", "Watching", `I write to you here each time ${told}.`))
      : at.channel;
  const same = mine.find((one) => one.subject === subject && one.channel === channel);
  if (!same && mine.length >= MOST_WATCHES)
    throw new UserError("too-many", `You watch ${MOST_WATCHES} already.`, {
      hint: "/watches lists them; remove one.",
    });
  const one: Watch = {
    ...person,
    id: same?.id ?? `w${randomUUID().slice(0, 8)}`,
    channel,
    subject,
    statusOnly: action.statusOnly,
    minUsd: action.minUsd,
    toldTo: same?.toldTo ?? acting.library.completeTo,
    nextMs: acting.clock.now(),
    paused: null,
  };
  await at.store.watches.put(one);
  if (action.where === "here" && (!same || same.paused))
    await announce(
      at,
      say(acting, "watch", "Watching", `I post here once each time ${told}.`),
      async () => void (await at.store.watches.remove(one.id)),
    );
  return say(
    acting,
    "watch",
    "Watching",
    `I ${action.where === "me" ? "write to you" : "post here"} once each time ${told}.`,
    {
      actions: [
        { label: "All I watch", line: "watches" },
        { label: "Stop", line: `watches remove:${one.id}` },
      ],
    },
  );
}

async function toldChannel(at: At, said: Doc): Promise<string> {
  try {
    return await at.outlet.tell(at, said);
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    throw new UserError("cannot-tell", `I cannot write to you directly: ${error.message}.`, { cause: error });
  }
}

export async function listWatches(acting: Acting, { remove }: ActionOf<"watches">, asker: Asker): Promise<Doc> {
  const at = placeOf(acting, asker);
  if (!at)
    return say(acting, "watches", "What you watch", "Nothing is watched from here: /watch works in Slack and Discord.");
  const mine = await at.store.watches.of({ platform: at.platform, workspace: at.workspace, askedBy: at.user });
  const gone = remove === null ? null : (mine.find((one) => one.id === remove) ?? (await ofChannel(at, remove, asker)));
  if (remove !== null && !gone)
    throw new UserError("unknown-watch", "You have no such watch.", { hint: "/watches lists yours." });
  if (gone) await at.store.watches.remove(gone.id);
  const left = mine.filter((one) => one !== gone);
  const head = gone ? `I no longer watch ${sayWatched(acting.library, gone.subject)}. ` : "";
  const count =
    left.length === 0
      ? "You watch nothing. /watch and a name starts."
      : `You watch ${left.length === 1 ? "one" : left.length}:`;
  return say(acting, "watches", "What you watch", `${head}${count}`, {
    items: left.map((one) => [{ text: sayWatch(acting.library, one, one.channel === at.channel) }]),
    actions: left
      .slice(0, 10)
      .map((one) => ({ label: `Remove ${sayWatched(acting.library, one.subject)}`, line: `watches remove:${one.id}` })),
    line: "watches",
  });
}

/** Under a message in a channel whoever manages it may stop it, too. */
async function ofChannel(at: At, id: string, asker: Asker): Promise<Watch | undefined> {
  const one = await at.store.watches.get(id);
  if (!one || one.channel !== at.channel || one.workspace !== at.workspace || one.platform !== at.platform)
    return undefined;
  return (await personOf(asker)).manages === true ? one : undefined;
}

const sayUsd = (usd: number): string => sayAmount({ low: usd, high: usd, unit: "USD" });

const sayWatch = (library: Library, one: Watch, here: boolean): string =>
  [
    `${sayWatched(library, one.subject)}: ${one.statusOnly ? "status" : "every fact"}`,
    one.minUsd === null ? "" : `deals of ${sayUsd(one.minUsd)} or more`,
    here ? "posted here" : "posted elsewhere",
    one.paused ? `paused: ${one.paused}` : "",
  ]
    .filter(Boolean)
    .join(", ");
