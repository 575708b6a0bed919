/** The threads that the bot takes part in: there it answers without being named. */
import type { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Clock, Log } from "../adapter.ts";
import { codeOf } from "./deliver.ts";
import { readText } from "./read-text.ts";

export type Threads = {
  join(channel: string, threadTs: string): void;
  /** What people said in a thread before this message, oldest first; nothing where Slack may not be asked now. */
  saidBefore(channel: string, threadTs: string, ts: string): Promise<readonly string[]>;
  isJoined(thread: { channel: string; threadTs: string; parentUserId: string | undefined }): Promise<boolean>;
};

/**
 * Memory first. A thread under the bot's own message needs no memory: the event names that author. For a thread that is
 * unknown after a restart Slack is asked once, at most once a minute over all threads, because that is all that an app
 * outside the Marketplace may ask; the others stay unknown, and a mention joins them again.
 */
const LOOK_UP_EVERY_MS = 60_000;
/** As much as such an app gets at a time: the message that the thread hangs on, and the first replies. */
const PAGE = 15;

/** One memory for all workspaces, each with its own client. A channel that two share has two bots in it. */
export function createThreads({ clock, log }: { clock: Clock; log: Log }): (member: Member) => Threads {
  const known = new LRUCache<string, boolean>({ maxSize: 10_000, sizeCalculation: () => 1 });
  return (member) => threadsOf(member, known, clock, log);
}

type Member = {
  /** One that gives up when Slack says 429: nobody waits for this. */
  client: webApi.WebClient;
  botUserId: string;
  workspace: string;
};

function threadsOf(
  { client, botUserId, workspace }: Member,
  known: LRUCache<string, boolean>,
  clock: Clock,
  log: Log,
): Threads {
  const keyOf = (channel: string, threadTs: string): string => `${workspace}:${channel}:${threadTs}`;
  let nextLookUpAt = 0;

  async function read(channel: string, threadTs: string) {
    if (clock.now() < nextLookUpAt) return null;
    nextLookUpAt = clock.now() + LOOK_UP_EVERY_MS;
    try {
      const { messages = [] } = await client.conversations.replies({ channel, ts: threadTs, limit: PAGE });
      return messages;
    } catch (error) {
      log.info(
        { slackError: codeOf(error) },
        "Could not read a thread; what was said in it, and whether the bot was named, is not known",
      );
      return null;
    }
  }

  async function lookUp(channel: string, threadTs: string): Promise<boolean | null> {
    const messages = await read(channel, threadTs);
    if (messages === null) return null;
    return messages.some(
      (message) =>
        message.user === botUserId ||
        message.reply_users?.includes(botUserId) ||
        message.text?.includes(`<@${botUserId}>`),
    );
  }

  return {
    async saidBefore(channel, threadTs, ts) {
      const messages = (await read(channel, threadTs)) ?? [];
      const byPeople = messages.filter((message) => message.ts !== ts && !message.bot_id && message.user !== botUserId);
      return byPeople.flatMap(({ text }) => readText(text ?? "") || []);
    },
    join: (channel, threadTs) => void known.set(keyOf(channel, threadTs), true),
    async isJoined({ channel, threadTs, parentUserId }) {
      if (parentUserId === botUserId) return true;
      const key = keyOf(channel, threadTs);
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      const found = await lookUp(channel, threadTs);
      // A mention may have joined it in the meantime.
      if (found !== null && !known.has(key)) known.set(key, found);
      return known.get(key) ?? false;
    },
  };
}
