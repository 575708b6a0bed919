/** Mentions, direct messages, and replies in threads that the bot is in. */
import type { App as Bolt } from "@slack/bolt";
import type { Asker, Request } from "../../app.ts";
import type { Doc } from "../../doc/doc.ts";
import { attempt, type Bot, botOf, reply, teamOf } from "./bot.ts";
import type { Route } from "./deliver.ts";
import { askerOf } from "./origin.ts";
import { EventEnvelope, type MessageEvent } from "./payloads.ts";
import { readText } from "./read-text.ts";

export function listenForMessages(bolt: Bolt): void {
  // Bolt has acknowledged an event before it calls its listener.
  bolt.event("app_mention", ({ body, context }) => onMessage(botOf(context), body));
  bolt.event("message", ({ body, context }) => onMessage(botOf(context), body));
}

type Kind = "mention" | "direct" | "thread";

async function onMessage(bot: Bot, body: unknown): Promise<void> {
  // Edits, joins and the like have other shapes; none of them is a question.
  const envelope = EventEnvelope.safeParse(body);
  if (!envelope.success) return;
  const { event, event_id, team_id } = envelope.data;
  const kind = await kindOf(bot, event);
  // The message is claimed only by an event that will answer: otherwise one that is none of ours would silence the mention.
  if (
    !kind ||
    !(await bot.seen.claim(`slack:event:${event_id}`, `slack:message:${team_id}:${event.channel}:${event.ts}`))
  )
    return;
  const threadTs = kind === "direct" ? event.thread_ts : (event.thread_ts ?? event.ts);
  const routes: Route[] = [{ via: "post", channel: event.channel, ...(threadTs ? { threadTs } : {}) }];
  const asker = askerOf({
    team: teamOf(bot, team_id),
    channel: event.channel,
    user: event.user ?? "",
    ...(threadTs ? { threadTs } : {}),
  });
  await attempt(bot, kind, routes, async () => {
    if (kind === "thread") return answerInThread(bot, event, asker, routes);
    if (threadTs) bot.threads.join(event.channel, threadTs);
    return withStatus(bot, event.channel, threadTs, (onShown) =>
      reply(bot, requestOf(bot, event, asker), routes, {}, { onShown }),
    );
  });
}

async function kindOf(bot: Bot, event: MessageEvent): Promise<Kind | null> {
  if (event.bot_id !== undefined || event.user === undefined || event.user === bot.userId) return null;
  if (event.hidden || event.edited !== undefined || !isWritten(event.subtype)) return null;
  if (event.type === "app_mention") return "mention";
  if (event.channel_type === "im") return "direct";
  if (event.thread_ts === undefined || event.thread_ts === event.ts) return null;
  if (event.channel_type !== "channel" && event.channel_type !== "group") return null;
  if (event.text.includes(`<@${bot.userId}>`)) return "mention";
  // Addressed to somebody else.
  if (/<@[UW]/.test(event.text)) return null;
  const joined = await bot.threads.isJoined({
    channel: event.channel,
    threadTs: event.thread_ts,
    parentUserId: event.parent_user_id,
  });
  return joined ? "thread" : null;
}

/** A message that somebody wrote, also with a file or shown in the channel as well. */
const isWritten = (subtype: string | undefined): boolean =>
  subtype === undefined || subtype === "file_share" || subtype === "thread_broadcast";

function requestOf(bot: Bot, event: MessageEvent, asker: Asker): Request {
  const text = readText(event.text);
  if (text === "") return { type: "command", name: "help", text: "", asker };
  const { channel, thread_ts: threadTs, ts } = event;
  if (threadTs === undefined) return { type: "question", text, asker };
  return { type: "question", text, asker, before: () => bot.threads.saidBefore(channel, threadTs, ts) };
}

/** People in a thread also talk to each other: what is no question and has no answer gets none. */
async function answerInThread(bot: Bot, event: MessageEvent, asker: Asker, routes: readonly Route[]): Promise<void> {
  const text = readText(event.text);
  if (text === "") return;
  const shows = ({ status }: Doc) => status === "answered" || status === "partial" || text.endsWith("?");
  await reply(bot, { type: "question", text, asker, overheard: true }, routes, {}, { shows });
}

const PATIENCE_MS = 1_000;

/** Shows that it is at work when an answer takes its time. */
async function withStatus<T>(
  bot: Bot,
  channel: string,
  threadTs: string | undefined,
  work: (onShown: () => void) => Promise<T>,
): Promise<T> {
  if (!threadTs) return work(() => {});
  const timer = setTimeout(() => {
    bot.quietClient.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: threadTs, status: "is looking it up…" })
      .catch(() => bot.log.debug({}, "Slack did not show the status line"));
  }, PATIENCE_MS);
  try {
    return await work(() => clearTimeout(timer));
  } finally {
    clearTimeout(timer);
  }
}
