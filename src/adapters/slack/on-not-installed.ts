/** Requests from a workspace whose token is not there, or cannot be had just now: one sentence, where it needs no token. */
import type { AuthorizeSourceData, App as Bolt } from "@slack/bolt";
import { UpstreamError } from "../../errors.ts";
import type { Log } from "../adapter.ts";
import { describeError, type Redact } from "./redact.ts";
import { respondTo } from "./respond.ts";
import { UNINSTALL_EVENTS } from "./scopes.ts";
import type { Workspaces } from "./workspaces.ts";

/** What Bolt hands on to the listeners. */
type Authorized = { bot?: import("./bot.ts").Bot; botUserId?: string; trouble?: string };

export const authorizeBy =
  (workspaces: Workspaces, installUrl: string, log: Log, redact: Redact) =>
  async (source: AuthorizeSourceData<boolean>): Promise<Authorized> => {
    const { teamId, enterpriseId } = source;
    try {
      const bot = await workspaces.botFor(source);
      if (bot) return { bot, botUserId: bot.userId };
      log.warn({ teamId, enterpriseId }, "A request came from a workspace that has not installed the bot");
      return {
        trouble: `I am not fully installed in this workspace any more. Whoever may add apps can mend it: ${installUrl}`,
      };
    } catch (error) {
      log.error({ teamId, enterpriseId, ...describeError(error, redact) }, "The token of a workspace cannot be had");
      const away = error instanceof UpstreamError || (error instanceof Error && error.cause instanceof UpstreamError);
      return {
        trouble: away
          ? "I cannot read what I keep just now. Please try again in a few minutes."
          : "Something is wrong with my installation in this workspace, and it is logged. Please tell whoever runs me.",
      };
    }
  };

/** Before all listeners, which count on a bot. */
export function answerWithoutBot(bolt: Bolt, log: Log, redact: Redact): void {
  bolt.use(async ({ context, body, next, ...rest }) => {
    if (context.bot || isUninstall(body)) return await next();
    if ("ack" in rest && typeof rest.ack === "function") await rest.ack();
    if (!("response_url" in body) || typeof body.response_url !== "string") return;
    await respondTo(body.response_url, { response_type: "ephemeral", text: String(context.trouble) }).catch(
      (error: unknown) => log.warn(describeError(error, redact), "Could not say that the bot is not installed"),
    );
  });
}

const isUninstall = (body: object): boolean =>
  "event" in body &&
  typeof body.event === "object" &&
  body.event !== null &&
  "type" in body.event &&
  UNINSTALL_EVENTS.some((type) => type === (body.event as { type: unknown }).type);
