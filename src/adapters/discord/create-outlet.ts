/** Posts digests and news: a nonce for the next minutes, and a mark in the message for when those are over. */
import { createHash, randomUUID } from "node:crypto";
import { ComponentType, type REST, Routes } from "discord.js";
import { z } from "zod";
import type { Doc } from "../../doc/doc.ts";
import { type Log, type Outlet, PostError } from "../adapter.ts";
import type { CustomIds } from "./custom-ids.ts";
import { noMentions, type Outgoing } from "./discord-api.ts";
import { codes, discordCode, errorFields, httpStatus, isRefusal } from "./error-fields.ts";
import type { MessageBody } from "./overruns.ts";
import { illustrated } from "./pictures.ts";
import { contentMessage } from "./plain-message.ts";
import { render } from "./render.ts";

/** A call that has not ended by then counts as unsure; discord.js waits inside it where Discord asks to. */
const WITHIN_MS = 25_000;
const PAGE = 100;
const MOST_PAGES = 10;

const Posted = z.object({ id: z.string() });
const History = z.array(
  z.object({
    id: z.string(),
    content: z.string().default(""),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);

export function createOutlet(rest: REST, ids: CustomIds, log: Log): Outlet {
  const call = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    try {
      return await work(AbortSignal.timeout(WITHIN_MS));
    } catch (error) {
      throw toPostError(error);
    }
  };

  async function create(channel: string, doc: Doc, key: string): Promise<string> {
    const rendered = render(doc, { ids });
    const { nonce, number, ref } = markOf(key);
    const cards = await illustrated(rendered, log);
    const forms: Outgoing[] = [
      ...cards.map((card) => ({ ...card, ...marked(card, number) })),
      contentMessage(`${rendered.line}\n-# ref ${ref}`),
    ];
    for (const [index, { files = [], ...form }] of forms.entries()) {
      try {
        const body = { ...form, ...noMentions, nonce, enforce_nonce: true };
        const signal = AbortSignal.timeout(WITHIN_MS);
        return Posted.parse(await rest.post(Routes.channelMessages(channel), { body, files, signal })).id;
      } catch (error) {
        // Refused, it is not there. A channel may take words and no files: whether it takes any is known by the next form.
        if (files.length > 0 && (isRefusal(error) || discordCode(error) === codes.missingPermissions)) continue;
        if (index < forms.length - 1 && isRefusal(error) && !toGone(error)) continue;
        throw toPostError(error);
      }
    }
    throw new PostError("later", "there is nothing to post");
  }

  return {
    post: ({ channel }, doc, key) => create(channel, doc, key),
    async findPosted({ channel }, key, sinceMs) {
      const { number, ref } = markOf(key);
      const found: string[] = [];
      let after = snowflakeAt(sinceMs);
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = new URLSearchParams({ after, limit: String(PAGE) });
        const read = await call((signal) => rest.get(Routes.channelMessages(channel), { query, signal }));
        const messages = History.parse(read).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
        for (const { id, content, components } of messages)
          if (components.some((component) => component.id === number) || content.endsWith(`-# ref ${ref}`))
            found.push(id);
        const last = messages.at(-1);
        if (found.length > 0 || messages.length < PAGE || !last) return found;
        after = last.id;
      }
      return found;
    },
    async remove({ channel }, message) {
      await call((signal) => rest.delete(Routes.channelMessage(channel, message), { signal })).catch(
        (error: unknown) => {
          if (!(error instanceof PostError && error.why === "gone")) throw error;
        },
      );
    },
    async tell({ user }, doc) {
      const body = { recipient_id: user };
      const { id } = Posted.parse(await call((signal) => rest.post(Routes.userChannels(), { body, signal })));
      await create(id, doc, `tell:${randomUUID()}`);
      return id;
    },
  };
}

/** A key as Discord takes it: 25 characters of nonce, a number for a component, a few characters to read. */
function markOf(key: string): { nonce: string; number: number; ref: string } {
  const hash = createHash("sha256").update(key).digest();
  // Discord numbers components itself from one: a large number is none of those.
  return {
    nonce: hash.toString("base64url").slice(0, 24),
    number: (hash.readUInt32BE(0) % 0x3fffffff) + 0x40000000,
    ref: hash.toString("hex").slice(0, 10),
  };
}

const marked = (card: MessageBody, id: number): MessageBody => ({
  ...card,
  components: (card.components ?? []).map((component) =>
    component.type === ComponentType.Container ? { ...component, id } : component,
  ),
});

const DISCORD_EPOCH_MS = 1_420_070_400_000;
const snowflakeAt = (ms: number): string => String(BigInt(Math.max(Math.floor(ms) - DISCORD_EPOCH_MS, 0)) << 22n);

/** Discord's codes after which the channel takes nothing until somebody there changes something. */
const GONE: Readonly<Record<number, string>> = {
  10003: "the channel is gone",
  10004: "I am no longer in this server",
  10013: "this person is gone",
  50001: "I cannot see this channel: add me to the server and let me view it, then switch it on again",
  50007: "this person takes no direct messages from me",
  50008: "this kind of channel takes no messages",
  50013: "I may not post here: give me Send Messages and Read Message History, then switch it on again",
  50083: "the thread is archived",
  10008: "the message is gone",
};
const toGone = (error: unknown): string | undefined => GONE[discordCode(error) ?? 0];

function toPostError(error: unknown): PostError {
  if (error instanceof PostError) return error;
  const { reason } = errorFields(error);
  const gone = toGone(error);
  if (gone) return new PostError("gone", gone, { cause: error });
  const status = httpStatus(error);
  return new PostError(status !== undefined && status < 500 ? "later" : "unsure", reason, { cause: error });
}
