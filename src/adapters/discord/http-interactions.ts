import { setTimeout as sleep } from "node:timers/promises";
import { InteractionResponseType } from "discord.js";
import type { Clock, HttpReply, HttpRoute, Log } from "../adapter.ts";
import { quiet } from "./discord-api.ts";
import { Interaction } from "./interaction.ts";
import type { Acknowledge } from "./respond.ts";
import { isSigned, publicKeyFrom } from "./signature.ts";

/** Discord has to have the reply before the edit that follows it. */
const REPLY_FIRST_MS = 25;

const AN_EDIT_FOLLOWS = new Set([
  InteractionResponseType.DeferredChannelMessageWithSource,
  InteractionResponseType.DeferredMessageUpdate,
]);

export type HttpInteractionsOptions = {
  publicKey: string;
  clock: Clock;
  log: Log;
  /** False when the interaction is not taken: already seen, or the bot is stopping. */
  onInteraction(interaction: Interaction, acknowledge: Acknowledge): boolean;
  onRequest(): void;
};

/** The endpoint for those who run without a gateway: the first response is the HTTP reply, the rest goes by REST. */
export function httpInteractions({
  publicKey,
  clock,
  log,
  onInteraction,
  onRequest,
}: HttpInteractionsOptions): HttpRoute {
  const key = publicKeyFrom(publicKey);
  return {
    method: "POST",
    path: "/discord/interactions",
    async handle(request) {
      if (!(await isSigned(request, key, clock))) return { status: 401, body: "invalid request signature" };
      onRequest();
      const parsed = Interaction.safeParse(readJson(request.body));
      if (!parsed.success) {
        log.warn({ issues: parsed.error.issues.length }, "an interaction that cannot be read");
        return { status: 400, body: "unknown interaction" };
      }
      return new Promise<HttpReply>((resolve) => {
        const acknowledge: Acknowledge = async (response) => {
          resolve(json(quiet(response)));
          if (AN_EDIT_FOLLOWS.has(response.type)) await sleep(REPLY_FIRST_MS);
        };
        if (!onInteraction(parsed.data, acknowledge)) resolve({ status: 503, body: "not taken" });
      });
    },
  };
}

const json = (body: object): HttpReply => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
