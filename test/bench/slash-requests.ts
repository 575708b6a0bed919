/** Signed slash commands without end: `/deal stargate`, then 50 other deals, in turn. */
import { resolve } from "node:path";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { slashCommand } from "../loopback/slack/payloads.ts";
import { bodyFor, signedHeaders } from "../loopback/slack/sign.ts";
import { SIGNING_SECRET } from "../loopback/slack/start-loopback-slack.ts";

export type SlashRequest = { body: string; headers: Record<string, string> };

export async function createSlashRequests(newResponseUrl: () => string): Promise<() => SlashRequest> {
  const { deals } = await loadKnowledge(resolve(import.meta.dirname, "../../knowledge"), null);
  const others = deals.filter((deal) => deal.id !== "stargate");
  const spread = Array.from({ length: 50 }, (_, index) => others[Math.floor((index * others.length) / 50)]?.name ?? "");
  const texts = ["stargate", ...spread];
  let next = 0;
  return () => {
    const payload = slashCommand("/deal", texts[next++ % texts.length] ?? "", newResponseUrl());
    const { body, contentType } = bodyFor("slash_commands", payload);
    return { body, headers: signedHeaders(SIGNING_SECRET, body, contentType) };
  };
}
