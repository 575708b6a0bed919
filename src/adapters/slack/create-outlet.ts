/** Posts digests and news: one attempt a call, marked by metadata that Slack gives back with the history. */
import type { types, webApi } from "@slack/bolt";
import type { Doc } from "../../doc/doc.ts";
import { type Channel, type Outlet, PostError } from "../adapter.ts";
import { codeOf, isAboutContent, QUIET } from "./deliver.ts";
import { loadRendering } from "./load-rendering.ts";

const EVENT = "gigawatt_message";
/** Fifteen is all that Slack gives an app outside the Marketplace at a time. */
const PAGE = 15;
const MOST_PAGES = 20;

/**
 * Its clients give up at once: neither a 429 nor a failure may be tried again behind the caller's back. With a token for
 * each workspace, one that is revoked means that the bot was removed there; the only token may also be about to be replaced.
 */
export function createOutlet(
  clientOf: (workspace: string) => Promise<webApi.WebClient>,
  { tokens = "one" }: { tokens?: "one" | "many" } = {},
): Outlet {
  const toPostError = (error: unknown): PostError =>
    tokens === "many" && isRevoked(error) ? new PostError("gone", REMOVED, { cause: error }) : postErrorOf(error);

  async function post(
    client: webApi.WebClient,
    channel: string,
    doc: Doc,
    metadata?: object,
  ): Promise<{ channel: string; ts: string }> {
    const { renderOnce } = await loadRendering();
    const { forms } = renderOnce(doc, {});
    for (const [index, form] of forms.entries()) {
      const { text, blocks } = form.message();
      try {
        const posted = await client.chat.postMessage({
          channel,
          text,
          ...(blocks ? { blocks: [...blocks] } : {}),
          ...(metadata ? { metadata: metadata as types.MessageMetadata } : {}),
          ...QUIET,
        });
        return { channel: posted.channel ?? channel, ts: posted.ts ?? "" };
      } catch (error) {
        if (index < forms.length - 1 && isAboutContent(codeOf(error)) && codeOf(error) !== "internal_error") continue;
        throw toPostError(error);
      }
    }
    throw new PostError("later", "there is nothing to post");
  }

  return {
    async post({ workspace, channel }, doc, key) {
      return (await post(await clientOf(workspace), channel, doc, { event_type: EVENT, event_payload: { key } })).ts;
    },
    async findPosted({ workspace, channel }, key, sinceMs) {
      const client = await clientOf(workspace);
      const found: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const history = await client.conversations
          .history({
            channel,
            oldest: (sinceMs / 1_000).toFixed(6),
            include_all_metadata: true,
            limit: PAGE,
            ...(cursor ? { cursor } : {}),
          })
          .catch((error: unknown) => {
            throw toPostError(error);
          });
        for (const { ts, metadata } of history.messages ?? [])
          if (ts && metadata?.event_type === EVENT && keyOf(metadata.event_payload) === key) found.unshift(ts);
        cursor = history.response_metadata?.next_cursor;
        if (found.length > 0 || !cursor) return found;
      }
      return found;
    },
    async remove({ workspace, channel }: Channel, message) {
      const client = await clientOf(workspace);
      await client.chat.delete({ channel, ts: message }).catch((error: unknown) => {
        if (codeOf(error) !== "message_not_found") throw toPostError(error);
      });
    },
    async tell({ workspace, user }, doc) {
      return (await post(await clientOf(workspace), user, doc)).channel;
    },
  };
}

const keyOf = (payload: unknown): unknown =>
  typeof payload === "object" && payload !== null && "key" in payload ? payload.key : undefined;

/** Slack's codes after which the channel takes nothing until somebody there changes something, and what that is. */
const GONE: Readonly<Record<string, string>> = {
  channel_not_found: "I cannot see this channel: invite me with /invite, then switch it on again",
  not_in_channel: "I am not in this channel: invite me with /invite, then switch it on again",
  is_archived: "the channel is archived",
  user_is_restricted: "somebody who may not post here has asked for it",
  restricted_action: "the workspace does not let me post here",
  restricted_action_read_only_channel: "the channel is read-only",
  restricted_action_thread_only_channel: "the channel takes replies only",
  restricted_action_non_threadable_channel: "the workspace does not let me post here",
  messages_tab_disabled: "direct messages to me are switched off",
  cannot_dm_bot: "a bot gets no direct messages",
  team_access_not_granted: "the workspace has not let me in",
  ekm_access_denied: "the workspace's administrators have suspended posting",
};

export const REMOVED = "I was removed from this workspace";
const isRevoked = (error: unknown): boolean => /^(?:account_inactive|token_revoked)$/.test(codeOf(error) ?? "");

function postErrorOf(error: unknown): PostError {
  const code = codeOf(error);
  if (code && GONE[code]) return new PostError("gone", GONE[code], { cause: error });
  if (error instanceof Error && "retryAfter" in error && typeof error.retryAfter === "number")
    return new PostError("later", "Slack asks to wait", { waitMs: error.retryAfter * 1_000, cause: error });
  // An answer of Slack's that it refused: nothing was posted. "internal_error" and the like may come after the fact.
  const refused = code !== null && !/internal_error|fatal_error|service_unavailable|request_timeout/.test(code);
  const words = error instanceof Error ? error.message : String(error);
  return new PostError(refused ? "later" : "unsure", code ?? words, { cause: error });
}
