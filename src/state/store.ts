/** What the bot keeps: small, by concern, the same over a file and over PostgreSQL. Times are milliseconds since 1970. */
import type { Conversation } from "../plan/from-text/conversation.ts";

export type Store = {
  events: EventsSeen;
  conversations: StoredConversations;
  subscriptions: Subscriptions;
  watches: Watches;
  deliveries: Deliveries;
  installations: StoredInstallations;
  feedback: FeedbackGiven;
  questions: QuestionsUnanswered;
  spending: Spending;
  /** Drops all that is kept of a Slack workspace or organisation ("slack:T012"): it has removed the bot. */
  forgetWorkspace(workspace: string): Promise<void>;
  gateway: GatewayShards;
  /** Drops what has ended: events, conversations, deliveries and questions past their time. */
  sweep(nowMs: number): Promise<void>;
  close(): Promise<void>;
};

export type Platform = "slack" | "discord";

export type EventsSeen = {
  /** True when none of these keys is held by anybody yet: they are held from now until then. */
  claim(keys: readonly string[], nowMs: number, untilMs: number): Promise<boolean>;
};

export type StoredConversations = {
  get(id: string, nowMs: number): Promise<Conversation | undefined>;
  set(id: string, conversation: Conversation, untilMs: number): Promise<void>;
};

/** Where something is posted, and who is told when that is no longer possible. */
type Place = { platform: Platform; workspace: string; channel: string; askedBy: string };

export type Subscription = Place & {
  /** One a channel. */
  id: string;
  /** Local, "09:00". */
  time: string;
  /** IANA, "Europe/Berlin". */
  zone: string;
  days: "daily" | "weekdays";
  topics: readonly string[];
  whenQuiet: "full" | "line" | "skip";
  /** The day of the knowledge up to which the channel has been told. */
  toldTo: string;
  /** When these settings were made: nothing that was due earlier goes out. Tells one version from the next. */
  sinceMs: number;
  /** When to look at it next; a digest is never due earlier. */
  nextMs: number;
  /** Why nothing goes out any more, until it is switched on again. */
  paused: string | null;
};

export type Subscriptions = {
  get(id: string): Promise<Subscription | undefined>;
  put(subscription: Subscription): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** Those to look at, the longest due first. */
  due(platforms: readonly Platform[], nowMs: number, most: number): Promise<Subscription[]>;
  /** Moves `nextMs` of this very version. */
  plan(subscription: Pick<Subscription, "id" | "sinceMs">, nextMs: number): Promise<void>;
  /** True for the one who paused it: they tell the person who asked for it. */
  pause(subscription: Pick<Subscription, "id" | "sinceMs">, why: string): Promise<boolean>;
};

export type Watch = Place & {
  id: string;
  /** A deal's or an organisation's id. */
  subject: string;
  /** Only changes of status. */
  statusOnly: boolean;
  /** Only deals whose headline amount is at least this. */
  minUsd: number | null;
  toldTo: string;
  nextMs: number;
  paused: string | null;
};

export type Watches = {
  put(watch: Watch): Promise<void>;
  get(id: string): Promise<Watch | undefined>;
  /** Of one person, the oldest first. */
  of(person: { platform: Platform; workspace: string; askedBy: string }): Promise<Watch[]>;
  remove(id: string): Promise<boolean>;
  /** Those that have not been told all up to this day. */
  behind(platforms: readonly Platform[], completeTo: string, nowMs: number, most: number): Promise<Watch[]>;
  plan(id: string, nextMs: number): Promise<void>;
  /** Nothing there was to tell up to this day. */
  toldTo(id: string, day: string): Promise<void>;
  pause(id: string, why: string): Promise<boolean>;
};

/** One message that must go out once. `fence` counts the claims: whoever holds an older one has lost it. */
export type Claim = {
  id: string;
  fence: number;
  /** When it was claimed first: a posted message cannot be older. */
  firstClaimMs: number;
  /** Somebody set out to post it and did not say how that went: look before posting again. */
  mayBePosted: boolean;
};
export type DeliveryState = "open" | "sent" | "skipped";
export type Delivery = Claim & {
  /** The subscription or watch that it is for. */
  owner: string;
  state: DeliveryState;
  leaseMs: number;
  /** The platform's name for the message. */
  message: string | null;
  /** The deal in focus. */
  focus: string | null;
};

export type Deliveries = {
  /** Null where it is done, or somebody holds it. */
  claim(delivery: { id: string; owner: string; nowMs: number; leaseUntilMs: number }): Promise<Claim | null>;
  /** Holds it longer, to post now; false when it was lost. */
  setOut(claim: Claim, leaseUntilMs: number): Promise<boolean>;
  /** Gives it up until then. `posted: "no"` where it certainly was not. */
  release(claim: Claim, untilMs: number, posted: "no" | "unsure"): Promise<void>;
  /** False when it was lost. With it the owner has been told up to `toldTo`. */
  finish(
    claim: Claim,
    how: {
      state: Exclude<DeliveryState, "open">;
      nowMs: number;
      message?: string;
      focus?: string | undefined;
      toldTo?: string;
    },
  ): Promise<boolean>;
  get(id: string): Promise<Delivery | undefined>;
  /** The last one of an owner that is done. */
  last(owner: string): Promise<(Delivery & { doneMs: number }) | undefined>;
  /** The deals that were in focus since then. */
  focusSince(owner: string, sinceMs: number): Promise<string[]>;
};

/** What a workspace or organisation has let the bot do, under the name of it that is kept everywhere ("slack:T012"). */
export type StoredInstallations = {
  get(id: string): Promise<{ sealed: string } | undefined>;
  /** In place of one that is there. `sealed` can be opened with the key of that id only. */
  put(installation: { id: string; sealed: string; keyId: string }): Promise<void>;
  /** True for the one who may refresh its tokens until then: it is as it was read, and nobody else is at it. */
  claimRefresh(claim: { id: string; sealed: string; nowMs: number; untilMs: number }): Promise<boolean>;
  /** False when it is no longer as it was. */
  replace(change: { id: string; was: string; sealed: string; keyId: string }): Promise<boolean>;
  all(): Promise<{ id: string; sealed: string; keyId: string }[]>;
  countByKey(): Promise<ReadonlyMap<string, number>>;
};

/** `line` gives the answer that is said to be wrong; empty where nothing but words was said. */
export type Feedback = { line: string; verdict: "wrong" | "said"; words: string; madeMs: number };
export type FeedbackGiven = {
  add(feedback: Feedback): Promise<void>;
  /** The latest first. */
  latest(most: number): Promise<Feedback[]>;
};

type UnansweredQuestion = { text: string; times: number; lastMs: number };
export type QuestionsUnanswered = {
  add(text: string, nowMs: number): Promise<void>;
  /** The most asked first. */
  most(most: number): Promise<UnansweredQuestion[]>;
};

export type Spending = {
  /** Adds to what a day has cost; gives the day's total. */
  add(day: string, usd: number): Promise<number>;
  on(day: string): Promise<number>;
};

/** A part of Discord's gateway. `beat` counts the signs of life of who holds it, `fence` the claims. */
type GatewayShard = { shard: number; of: number; fence: number; beat: number; holder: string | null };
/** One's own; `session` is what resumes the connection of who held it before. */
type HeldGatewayShard = { shard: number; of: number; fence: number; session: string | null };

/**
 * Who holds which shard. No times are compared: an instance may claim one whose holder it has seen give no sign of life
 * for longer than a lease, by its own clock; whoever holds one stops by its own clock before that.
 */
export type GatewayShards = {
  /** How many there are: agreed by all instances, never fewer again. With another number no session can be resumed. */
  agree(atLeast: number): Promise<number>;
  look(): Promise<{ shards: GatewayShard[]; instances: { id: string; beat: number }[] }>;
  /** Null where it is not any more as it was when it was looked at. */
  claim(seen: Omit<GatewayShard, "holder">, instance: string): Promise<HeldGatewayShard | null>;
  /** A sign of life, with the sessions that have gone on; gives what the instance holds. */
  beat(instance: string, sessions: readonly HeldGatewayShard[], nowMs: number): Promise<HeldGatewayShard[]>;
  /** Gives it up, for anybody to take at once. */
  release(instance: string, held: HeldGatewayShard): Promise<void>;
  leave(instance: string): Promise<void>;
  /** Logging in, one at a time a bucket: false while somebody else's turn lasts. */
  takeTurn(bucket: number, nowMs: number, untilMs: number): Promise<boolean>;
};
