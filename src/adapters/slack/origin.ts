/** Where a click came from, and so where its answer belongs. */
import { z } from "zod";
import type { Asker } from "../../app.ts";
import type { Route } from "./deliver.ts";
import type { BlockAction } from "./payloads.ts";

/** Also kept in a modal's private_metadata, and read back from there. */
export const Origin = z.object({
  team: z.string(),
  channel: z.string(),
  user: z.string(),
  /** Only this person sees the message that was clicked; or it stands in a direct message; or all see it. */
  place: z.enum(["private", "direct", "public"]),
  threadTs: z.string().optional(),
  responseUrl: z.string().optional(),
});
export type Origin = z.infer<typeof Origin>;

export function originOf(click: BlockAction): Origin {
  const { container, channel, message, user, team, response_url } = click;
  const direct = channel.id.startsWith("D");
  const place = container.is_ephemeral ? "private" : direct ? "direct" : "public";
  // In a channel the answer to a click belongs under the message that was clicked.
  const thread = container.thread_ts ?? message?.thread_ts ?? (place === "public" ? container.message_ts : undefined);
  return {
    team: team?.id ?? user.team_id ?? "unknown",
    channel: channel.id,
    user: user.id,
    place,
    ...(thread ? { threadTs: thread } : {}),
    ...(response_url ? { responseUrl: response_url } : {}),
  };
}

export function askerOf(
  origin: Pick<Origin, "team" | "channel" | "user" | "threadTs"> & { place?: Origin["place"] },
): Asker {
  const last = origin.threadTs ?? (origin.place === "direct" || origin.channel.startsWith("D") ? "dm" : origin.user);
  const workspace = `slack:${origin.team}`;
  const conversation = `${workspace}:${origin.channel}:${last}`;
  return { platform: "slack", conversation, workspace, at: { channel: origin.channel, user: origin.user } };
}

/** A look-up is private, also one that starts from a public message; in a direct message it stays in the conversation. */
export function routesFor(origin: Origin): Route[] {
  const { channel, user, threadTs, responseUrl } = origin;
  const thread = threadTs ? { threadTs } : {};
  if (origin.place === "direct") return [{ via: "post", channel, ...thread }];
  const respond: Route[] = responseUrl ? [{ via: "respond", url: responseUrl, type: "ephemeral" }] : [];
  const ephemeral: Route = { via: "ephemeral", channel, user, ...thread };
  return threadTs ? [ephemeral, ...respond] : [...respond, ephemeral];
}

/** Pages turn in place, except in public: there every reader would lose the page that they are on. */
export function pageRoutesFor(origin: Origin): Route[] {
  if (origin.place === "public" || !origin.responseUrl) return routesFor(origin);
  const type = origin.place === "private" ? "ephemeral" : "in_channel";
  return [{ via: "respond", url: origin.responseUrl, type, replace: true }, ...routesFor(origin)];
}

export function shareRoutesFor(origin: Origin): Route[] {
  const { channel, threadTs, responseUrl } = origin;
  return [
    { via: "post", channel, ...(threadTs ? { threadTs } : {}) },
    // Where the bot is not a member, only the address that came with the click may post.
    ...(responseUrl ? [{ via: "respond", url: responseUrl, type: "in_channel" } as const] : []),
  ];
}
