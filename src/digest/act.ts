/** Does what an Action asks for, and says what it did. Where nothing can be posted, as in the terminal, it says what it would do. */
import { randomUUID } from "node:crypto";
import { type Clock, type Outlet, PostError } from "../adapters/adapter.ts";
import { scopeOf } from "../answer/scope.ts";
import type { Asker, Person } from "../app.ts";
import type { Action as Button, Doc, Rich } from "../doc/doc.ts";
import { sayAmount, sayDate } from "../doc/say-figure.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../knowledge/library.ts";
import type { Action, ActionOf } from "../plan/action.ts";
import { dayAfter, localAt, toZone } from "../plan/zone.ts";
import type { Platform, Store, Subscription, Watch } from "../state/store.ts";
import { newKey } from "./deliver.ts";
import { digestDoc } from "./digest-doc.ts";
import { nextOf } from "./due.ts";
import { sayWatched } from "./news-doc.ts";
import type { Outlets } from "./run-digests.ts";
import { sayTopic, toTopic } from "./topics.ts";

export type Act = (action: Action, asker: Asker) => Promise<Doc>;

export type Posting = { store: Store; outlets: Outlets };

/** A channel that was never told anything is told of the last week. */
const FIRST_DAYS = 7;
const MOST_WATCHES = 50;
const DEFAULT_TIME = "09:00";

type At = NonNullable<Asker["at"]> & { workspace: string; platform: Platform; store: Store; outlet: Outlet };

export function createAct({ library, clock, posting }: { library: Library; clock: Clock; posting?: Posting }): Act {
  const say = (
    kind: string,
    title: string,
    headline: string,
    more: { items?: readonly Rich[]; actions?: readonly Button[]; line?: string } = {},
  ): Doc => ({
    status: "answered",
    kind,
    title,
    headline: [{ text: headline }],
    blocks: more.items && more.items.length > 0 ? [{ type: "list", items: more.items }] : [],
    sources: [],
    figures: [],
    actions: more.actions ?? [],
    // Without one there is no button that would do it once more.
    line: more.line ?? "",
    asOf: library.completeTo,
    completeTo: library.completeTo,
  });

  /** Null where nothing is posted and nothing kept: in the terminal. */
  function placeOf({ platform, at, workspace = "" }: Asker): At | null {
    if (!posting || !at || (platform !== "slack" && platform !== "discord")) return null;
    const outlet = posting.outlets[platform];
    return outlet ? { ...at, workspace, platform, store: posting.store, outlet } : null;
  }

  const subscriptionId = ({ workspace, channel }: At): string => `${workspace}:${channel}`;
  const firstTold = (): string => dayAfter(library.completeTo, -FIRST_DAYS);
  const today = (zone: string): string => localAt(zone, clock.now()).date;

  function settingsOf(action: ActionOf<"digest-on">, before: Subscription | undefined, zone: string) {
    return {
      time: action.time ?? before?.time ?? DEFAULT_TIME,
      zone,
      days: action.days ?? before?.days ?? "daily",
      topics: action.topics?.map((topic) => toTopic(library, topic)) ?? before?.topics ?? [],
      whenQuiet: action.whenQuiet ?? before?.whenQuiet ?? "full",
    } as const;
  }

  async function zoneOf(
    action: ActionOf<"digest-on">,
    before: Subscription | undefined,
    person: Person,
  ): Promise<string> {
    if (action.zone) return action.zone;
    const zone = before?.zone ?? (person.zone === null ? null : toZone(person.zone));
    if (zone) return zone;
    throw new UserError("zone-unknown", "I don't know your time zone.", {
      hint: "Write it with the time: /digest on 09:00 Europe/Berlin",
    });
  }

  async function on(action: ActionOf<"digest-on">, asker: Asker): Promise<Doc> {
    const at = placeOf(asker);
    if (!at) {
      const settings = settingsOf(action, undefined, action.zone ?? "UTC");
      const first = nextOf({ ...settings, sinceMs: clock.now() }, clock.now());
      return say(
        "digest",
        "Daily digest",
        `In a Slack or Discord channel this posts a digest ${saySettings(settings)}, first ${sayMoment(first, settings.zone)}. Nothing is posted from here.`,
        { actions: [PREVIEW] },
      );
    }
    const id = subscriptionId(at);
    const before = await at.store.subscriptions.get(id);
    const person = await personOf(asker);
    mustManage(person, before, at.user);
    const settings = settingsOf(action, before, await zoneOf(action, before, person));
    const nowMs = clock.now();
    const subscription: Subscription = {
      id,
      platform: at.platform,
      workspace: at.workspace,
      channel: at.channel,
      askedBy: at.user,
      ...settings,
      toldTo: before?.toldTo ?? firstTold(),
      // Two changes within a millisecond are two versions all the same.
      sinceMs: Math.max(nowMs, (before?.sinceMs ?? 0) + 1),
      nextMs: nextOf({ ...settings, sinceMs: nowMs }, nowMs),
      paused: null,
    };
    await at.store.subscriptions.put(subscription);
    const when = `${saySettings(settings)}${sayTopics(settings.topics)}`;
    const announced = say(
      "digest",
      "Daily digest",
      `A digest comes here ${when}, first ${sayMoment(subscription.nextMs, settings.zone)}.`,
      { actions: [PREVIEW, SETTINGS] },
    );
    // Everybody in the channel sees it, and a channel that takes no messages is found now and not tomorrow.
    if (!before || before.paused)
      await announce(at, announced, async () => void (await at.store.subscriptions.remove(id)));
    return say(
      "digest",
      "Daily digest is on",
      `I post a digest here ${when}; next ${sayMoment(subscription.nextMs, settings.zone)}.`,
      { actions: [PREVIEW, SETTINGS, OFF] },
    );
  }

  /** What cannot be posted now may be later; only where it never can, what was promised is taken back. */
  async function announce(at: At, said: Doc, takeBack: () => Promise<void>): Promise<void> {
    try {
      await at.outlet.post(at, said, newKey("announce"));
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      if (error.why !== "gone") return;
      await takeBack();
      throw new UserError("cannot-post", `I cannot post here: ${error.message}.`, { cause: error });
    }
  }

  async function off(asker: Asker): Promise<Doc> {
    const at = placeOf(asker);
    const before = at && (await at.store.subscriptions.get(subscriptionId(at)));
    if (!at || !before)
      return say("digest", "Daily digest is off", "No digest comes here. /digest on 09:00 starts one.");
    mustManage(await personOf(asker), before, at.user);
    await at.store.subscriptions.remove(before.id);
    return say("digest", "Daily digest is off", "No digest comes here any more. /digest on starts it again.");
  }

  async function status(asker: Asker): Promise<Doc> {
    const at = placeOf(asker);
    const one = at && (await at.store.subscriptions.get(subscriptionId(at)));
    if (!at || !one)
      return say("digest", "Daily digest is off", "No digest comes here. /digest on 09:00 starts one.", {
        actions: [PREVIEW],
      });
    const last = await at.store.deliveries.last(one.id);
    const when = `${saySettings(one)}${sayTopics(one.topics)}`;
    if (one.paused)
      return say(
        "digest",
        "Daily digest is paused",
        `It was to come ${when}, and is paused: ${one.paused}. /digest on starts it again.`,
      );
    return say(
      "digest",
      "Daily digest is on",
      `A digest comes here ${when}; next ${sayMoment(one.nextMs, one.zone)}.`,
      {
        items: [
          [{ text: `Days on which nothing changed: ${QUIET[one.whenQuiet]}` }],
          [{ text: `The channel knows all up to ${sayDate(one.toldTo)}` }],
          ...(last
            ? [[{ text: `Last: ${last.state === "sent" ? "posted" : "left out"} ${sayMoment(last.doneMs, one.zone)}` }]]
            : []),
        ],
        actions: [PREVIEW, OFF],
        line: "digest status",
      },
    );
  }

  /** What the channel would get now: by its settings, where it has any. */
  async function current(asker: Asker, over: Partial<ActionOf<"digest-preview">> = {}): Promise<Doc> {
    const at = placeOf(asker);
    const one = at && (await at.store.subscriptions.get(subscriptionId(at)));
    const topics = over.topics?.map((topic) => toTopic(library, topic)) ?? one?.topics ?? [];
    const { doc } = digestDoc(library, {
      day: over.day ?? today(one?.zone ?? "UTC"),
      toldTo: over.since ?? one?.toldTo ?? firstTold(),
      topics,
      whenQuiet: "full",
      focusBefore: [],
      ...(over.focus ? { focus: over.focus } : {}),
    });
    if (!doc) throw new UserError("nothing", "There is nothing to show.");
    return doc;
  }

  async function now(asker: Asker): Promise<Doc> {
    const at = placeOf(asker);
    if (!at) return await current(asker);
    mustManage(await personOf(asker), await at.store.subscriptions.get(subscriptionId(at)), at.user);
    await at.outlet.post(at, await current(asker), newKey("now")).catch((error: unknown) => {
      const why = error instanceof PostError ? error.message : null;
      throw why ? new UserError("cannot-post", `I could not post it here: ${why}.`, { cause: error }) : error;
    });
    return say("digest", "Digest", "I have posted it here. The daily one comes as before.", { actions: [SETTINGS] });
  }

  async function watch(action: ActionOf<"watch">, asker: Asker): Promise<Doc> {
    const scope = scopeOf(action.subject, { library, asOf: library.completeTo });
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
    const at = placeOf(asker);
    if (!at)
      return say(
        "watch",
        "Watching",
        `In Slack or Discord I post once each time ${told}. Nothing is posted from here.`,
        { actions: [{ label: "What changed", line: `changes ${subject}` }] },
      );
    const person = { platform: at.platform, workspace: at.workspace, askedBy: at.user };
    const mine = await at.store.watches.of(person);
    const channel =
      action.where === "me"
        ? await toldChannel(at, say("watch", "Watching", `I write to you here each time ${told}.`))
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
      toldTo: same?.toldTo ?? library.completeTo,
      nextMs: clock.now(),
      paused: null,
    };
    await at.store.watches.put(one);
    if (action.where === "here" && (!same || same.paused))
      await announce(
        at,
        say("watch", "Watching", `I post here once each time ${told}.`),
        async () => void (await at.store.watches.remove(one.id)),
      );
    return say(
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

  async function watches({ remove }: ActionOf<"watches">, asker: Asker): Promise<Doc> {
    const at = placeOf(asker);
    if (!at)
      return say("watches", "What you watch", "Nothing is watched from here: /watch works in Slack and Discord.");
    const mine = await at.store.watches.of({ platform: at.platform, workspace: at.workspace, askedBy: at.user });
    const gone =
      remove === null ? null : (mine.find((one) => one.id === remove) ?? (await ofChannel(at, remove, asker)));
    if (remove !== null && !gone)
      throw new UserError("unknown-watch", "You have no such watch.", { hint: "/watches lists yours." });
    if (gone) await at.store.watches.remove(gone.id);
    const left = mine.filter((one) => one !== gone);
    const head = gone ? `I no longer watch ${sayWatched(library, gone.subject)}. ` : "";
    const count =
      left.length === 0
        ? "You watch nothing. /watch and a name starts."
        : `You watch ${left.length === 1 ? "one" : left.length}:`;
    return say("watches", "What you watch", `${head}${count}`, {
      items: left.map((one) => [{ text: sayWatch(library, one, one.channel === at.channel) }]),
      actions: left
        .slice(0, 10)
        .map((one) => ({ label: `Remove ${sayWatched(library, one.subject)}`, line: `watches remove:${one.id}` })),
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

  const sayTopics = (topics: readonly string[]): string =>
    topics.length > 0 ? `, on ${topics.map((topic) => sayTopic(library, topic)).join(", ")}` : "";

  return async (action, asker) => {
    switch (action.kind) {
      case "digest-on":
        return await on(action, asker);
      case "digest-off":
        return await off(asker);
      case "digest-now":
        return await now(asker);
      case "digest-status":
        return await status(asker);
      case "digest-preview":
        return await current(asker, action);
      case "watch":
        return await watch(action, asker);
      case "watches":
        return await watches(action, asker);
      default:
        return action satisfies never;
    }
  };
}

const PREVIEW: Button = { label: "Preview", line: "digest preview" };
const SETTINGS: Button = { label: "Settings", line: "digest status" };
const OFF: Button = { label: "Switch off", line: "digest off" };

const QUIET: Record<Subscription["whenQuiet"], string> = {
  full: "what is due, a year ago and in focus all the same",
  line: "one short line",
  skip: "nothing",
};

const personOf = async (asker: Asker): Promise<Person> => (await asker.person?.()) ?? { zone: null, manages: null };

/** Who manages the channel may; where the platform does not say who does, who asked for it may, and anybody where nobody did. */
function mustManage({ manages }: Person, before: Subscription | undefined, user: string): void {
  if (manages === true || before?.askedBy === user || (manages === null && !before)) return;
  if (manages === false)
    throw new UserError("may-not", "Only somebody who manages this channel can change its digest.", {
      hint: "Ask one of them, or use /digest preview.",
    });
  throw new UserError("may-not", "Only the person who switched the digest on, or an administrator, can change it.", {
    hint: "/digest preview shows you today's.",
  });
}

const saySettings = ({ time, zone, days }: Pick<Subscription, "time" | "zone" | "days">): string =>
  `${days === "weekdays" ? "on weekdays" : "every day"} at ${time} (${zone})`;

function sayMoment(ms: number, zone: string): string {
  const { date, time } = localAt(zone, ms);
  return `${sayDate(date)}, ${time}`;
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
