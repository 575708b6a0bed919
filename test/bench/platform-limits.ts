/** What the platforms allow a bot, as far as digests come near it; and whether it waits as long as it is told to. */
import type { Reply } from "../loopback/discord/rest-routes.ts";

export type PlatformLimits = {
  slack(method: string, body: Record<string, unknown>): number | undefined;
  discord(method: string, path: string): Reply | undefined;
  /** How often it was told to wait. */
  told(): number;
  /** How often it called again before its time. */
  early(): number;
};

/** In Slack: a message a second a channel, and so many a minute a workspace. In Discord so many calls a second in all. */
const SLACK_A_MINUTE = 300;
const DISCORD_A_SECOND = 50;
const POST = /^\/channels\/\d+\/messages$/;

/** `oneIn`: this many posts to Slack it tells one workspace to wait although it has done nothing wrong, as Slack does when it is busy. */
export function createPlatformLimits({
  oneIn,
  workspaceOf,
}: {
  oneIn: number;
  workspaceOf(channel: string): string;
}): PlatformLimits {
  const waitUntil = new Map<string, number>();
  const posts = new Map<string, number[]>();
  const lastIn = new Map<string, number>();
  let [told, early, count] = [0, 0, 0];

  function hold(who: string, seconds: number): number {
    told++;
    waitUntil.set(who, Date.now() + seconds * 1_000);
    return seconds;
  }
  /** The moments of the last calls, with this one where it is allowed. */
  function allows(who: string, most: number, inMs: number): boolean {
    const now = Date.now();
    const recent = (posts.get(who) ?? []).filter((at) => now - at < inMs);
    const isAllowed = recent.length < most;
    posts.set(who, isAllowed ? [...recent, now] : recent);
    return isAllowed;
  }
  const isEarly = (who: string): boolean => Date.now() < (waitUntil.get(who) ?? 0);

  return {
    slack(method, body) {
      if (method !== "chat.postMessage") return undefined;
      const channel = String(body.channel);
      const workspace = workspaceOf(channel);
      if (isEarly(workspace)) early++;
      if (++count % oneIn === 0) return hold(workspace, 5);
      if (Date.now() - (lastIn.get(channel) ?? 0) < 1_000) return hold(workspace, 1);
      if (!allows(workspace, SLACK_A_MINUTE, 60_000)) return hold(workspace, 10);
      lastIn.set(channel, Date.now());
      return undefined;
    },
    discord(method, path) {
      if (method !== "POST" || !POST.test(path)) return undefined;
      if (isEarly("discord")) early++;
      if (allows("discord", DISCORD_A_SECOND, 1_000)) return undefined;
      const seconds = hold("discord", 1);
      return {
        status: 429,
        headers: { "retry-after": String(seconds), "x-ratelimit-global": "true" },
        body: { message: "You are being rate limited.", retry_after: seconds, global: true },
      };
    },
    told: () => told,
    early: () => early,
  };
}
