/** Signed slash commands without end. */
import { resolve } from "node:path";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { slashCommand } from "../loopback/slack/payloads.ts";
import { bodyFor, signedHeaders } from "../loopback/slack/sign.ts";
import { SIGNING_SECRET } from "../loopback/slack/start-loopback-slack.ts";

export type SlashRequest = { body: string; headers: Record<string, string> };

export type SlashRequests = {
  /** `/deal stargate`, then 50 other deals, in turn: as people ask, who ask for the same again. */
  asPeopleAsk(): SlashRequest;
  /** `/deal` of every deal, each time as of another day: a line that nobody has asked before. */
  neverTwice(): SlashRequest;
};

const DAY_MS = 86_400_000;

export async function createSlashRequests(newResponseUrl: () => string): Promise<SlashRequests> {
  const { deals, meta } = await loadKnowledge(resolve(import.meta.dirname, "../../knowledge"), null);
  const others = deals.filter((deal) => deal.id !== "stargate");
  const spread = Array.from({ length: 50 }, (_, index) => others[Math.floor((index * others.length) / 50)]?.name ?? "");
  const texts = ["stargate", ...spread];
  let [next, nextNew] = [0, 0];
  const command = (text: string): SlashRequest => {
    const { body, contentType } = bodyFor("slash_commands", slashCommand("/deal", text, newResponseUrl()));
    return { body, headers: signedHeaders(SIGNING_SECRET, body, contentType) };
  };
  return {
    asPeopleAsk: () => command(texts[next++ % texts.length] ?? ""),
    neverTwice() {
      const [deal, daysBefore] = [deals[nextNew % deals.length], Math.floor(nextNew / deals.length)];
      nextNew++;
      const day = new Date(Date.parse(meta.complete_to) - daysBefore * DAY_MS).toISOString().slice(0, 10);
      return command(`${deal?.id} as-of:${day}`);
    },
  };
}
