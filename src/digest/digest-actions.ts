/** /digest: on, off, now, status, preview. */
import { PostError } from "../adapters/adapter.ts";
import type { Asker, Person } from "../app.ts";
import type { Action as Button, Doc } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../knowledge/library.ts";
import type { ActionOf } from "../plan/action.ts";
import { dayAfter, localAt, toZone } from "../plan/zone.ts";
import type { Subscription } from "../state/store.ts";
import { type Acting, type At, announce, personOf, placeOf, say } from "./acting.ts";
import { newKey } from "./deliver.ts";
import { digestDoc } from "./digest-doc.ts";
import { nextOf } from "./due.ts";
import { sayTopic, toTopic } from "./topics.ts";

/** A channel that was never told anything is told of the last week. */
const FIRST_DAYS = 7;
const DEFAULT_TIME = "09:00";

export async function digestOn(acting: Acting, action: ActionOf<"digest-on">, asker: Asker): Promise<Doc> {
  const at = placeOf(acting, asker);
  if (!at) {
    const settings = settingsOf(acting, action, undefined, action.zone ?? "UTC");
    const first = nextOf({ ...settings, sinceMs: acting.clock.now() }, acting.clock.now());
    return say(
      acting,
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
  const settings = settingsOf(acting, action, before, await zoneOf(action, before, person));
  const nowMs = acting.clock.now();
  const subscription: Subscription = {
    id,
    platform: at.platform,
    workspace: at.workspace,
    channel: at.channel,
    askedBy: at.user,
    ...settings,
    toldTo: before?.toldTo ?? firstTold(acting),
    // Two changes within a millisecond are two versions all the same.
    sinceMs: Math.max(nowMs, (before?.sinceMs ?? 0) + 1),
    nextMs: nextOf({ ...settings, sinceMs: nowMs }, nowMs),
    paused: null,
  };
  await at.store.subscriptions.put(subscription);
  const when = `${saySettings(settings)}${sayTopics(acting, settings.topics)}`;
  const announced = say(
    acting,
    "digest",
    "Daily digest",
    `A digest comes here ${when}, first ${sayMoment(subscription.nextMs, settings.zone)}.`,
    { actions: [PREVIEW, SETTINGS] },
  );
  // Everybody in the channel sees it, and a channel that takes no messages is found now and not tomorrow.
  if (!before || before.paused)
    await announce(at, announced, async () => void (await at.store.subscriptions.remove(id)));
  return say(
    acting,
    "digest",
    "Daily digest is on",
    `I post a digest here ${when}; next ${sayMoment(subscription.nextMs, settings.zone)}.`,
    { actions: [PREVIEW, SETTINGS, OFF] },
  );
}

function settingsOf(acting: Acting, action: ActionOf<"digest-on">, before: Subscription | undefined, zone: string) {
  return {
    time: action.time ?? before?.time ?? DEFAULT_TIME,
    zone,
    days: action.days ?? before?.days ?? "daily",
    topics: action.topics?.map((topic) => toTopic(acting.library, topic)) ?? before?.topics ?? [],
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

export async function digestOff(acting: Acting, asker: Asker): Promise<Doc> {
  const at = placeOf(acting, asker);
  const before = at && (await at.store.subscriptions.get(subscriptionId(at)));
  if (!at || !before)
    return say(acting, "digest", "Daily digest is off", "No digest comes here. /digest on 09:00 starts one.");
  mustManage(await personOf(asker), before, at.user);
  await at.store.subscriptions.remove(before.id);
  return say(acting, "digest", "Daily digest is off", "No digest comes here any more. /digest on starts it again.");
}

export async function digestStatus(acting: Acting, asker: Asker): Promise<Doc> {
  const at = placeOf(acting, asker);
  const one = at && (await at.store.subscriptions.get(subscriptionId(at)));
  if (!at || !one)
    return say(acting, "digest", "Daily digest is off", "No digest comes here. /digest on 09:00 starts one.", {
      actions: [PREVIEW],
    });
  const last = await at.store.deliveries.last(one.id);
  const when = `${saySettings(one)}${sayTopics(acting, one.topics)}`;
  if (one.paused)
    return say(
      acting,
      "digest",
      "Daily digest is paused",
      `It was to come ${when}, and is paused: ${one.paused}. /digest on starts it again.`,
    );
  return say(
    acting,
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
export async function digestPreview(
  acting: Acting,
  asker: Asker,
  over: Partial<ActionOf<"digest-preview">> = {},
): Promise<Doc> {
  const at = placeOf(acting, asker);
  const one = at && (await at.store.subscriptions.get(subscriptionId(at)));
  const topics = over.topics?.map((topic) => toTopic(acting.library, topic)) ?? one?.topics ?? [];
  const { doc } = digestDoc(acting.library, {
    day: over.day ?? localAt(one?.zone ?? "UTC", acting.clock.now()).date,
    toldTo: over.since ?? one?.toldTo ?? firstTold(acting),
    topics,
    whenQuiet: "full",
    focusBefore: [],
    ...(over.focus ? { focus: over.focus } : {}),
  });
  if (!doc) throw new UserError("nothing", "There is nothing to show.");
  return doc;
}

export async function digestNow(acting: Acting, asker: Asker): Promise<Doc> {
  const at = placeOf(acting, asker);
  if (!at) return await digestPreview(acting, asker);
  mustManage(await personOf(asker), await at.store.subscriptions.get(subscriptionId(at)), at.user);
  await at.outlet.post(at, await digestPreview(acting, asker), newKey("now")).catch((error: unknown) => {
    const why = error instanceof PostError ? error.message : null;
    throw why ? new UserError("cannot-post", `I could not post it here: ${why}.`, { cause: error }) : error;
  });
  return say(acting, "digest", "Digest", "I have posted it here. The daily one comes as before.", {
    actions: [SETTINGS],
  });
}

const PREVIEW: Button = { label: "Preview", line: "digest preview" };
const SETTINGS: Button = { label: "Settings", line: "digest status" };
const OFF: Button = { label: "Switch off", line: "digest off" };

const QUIET: Record<Subscription["whenQuiet"], string> = {
  full: "what is due, a year ago and in focus all the same",
  line: "one short line",
  skip: "nothing",
};

const subscriptionId = ({ workspace, channel }: At): string => `${workspace}:${channel}`;
const firstTold = ({ library }: Acting): string => dayAfter(library.completeTo, -FIRST_DAYS);

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

const sayTopics = ({ library }: { library: Library }, topics: readonly string[]): string =>
  topics.length > 0 ? `, on ${topics.map((topic) => sayTopic(library, topic)).join(", ")}` : "";
