/** A bot that workspaces install themselves: real Bolt and store, a Slack on loopback, and somebody with a browser. */
import { createHttpServer } from "../../../src/adapters/http-server.ts";
import { createSlackAdapter } from "../../../src/adapters/slack/create-slack-adapter.ts";
import { sealedInstallations } from "../../../src/state/installations.ts";
import { sharedSeen } from "../../../src/state/seen.ts";
import type { Store } from "../../../src/state/store.ts";
import { parseTokenKeys } from "../../../src/state/token-keys.ts";
import { createFallback } from "../../../src/state/with-fallback.ts";
import { CLIENT_ID, CLIENT_SECRET, type Installer } from "../../loopback/slack/oauth.ts";
import { eventEnvelope, mention, newTs, slashCommand } from "../../loopback/slack/payloads.ts";
import { postSigned } from "../../loopback/slack/sign.ts";
import { type LoopbackSlack, SIGNING_SECRET } from "../../loopback/slack/start-loopback-slack.ts";
import { createFakeApp, createTestLog } from "./fixture.ts";

export const PUBLIC_URL = "https://bot.example";
export const KEY = Buffer.alloc(32, 7).toString("base64");

export const acme: Installer = { id: "T0ACME", name: "Acme <b>& Sons</b>" };
export const globex: Installer = { id: "T0GLOBEX", name: "Globex" };
export const initech: Installer = {
  id: "T0INITECH",
  name: "Initech",
  enterprise: { id: "E0INI", name: "Initech Group" },
  orgWide: true,
};

type Page = { status: number; text: string; headers: Headers };

/** `PUBLIC_URL` leads to the bot, as behind a proxy; cookies are kept as a browser keeps them. */
export function createBrowser(address: string) {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async open(url: string): Promise<Page> {
      const target = new URL(url, PUBLIC_URL);
      const response = await fetch(`${address}${target.pathname}${target.search}`, {
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
        redirect: "manual",
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    /** The address behind the page's one button. */
    async authorizeUrl(): Promise<string> {
      const { text } = await this.open("/slack/install");
      return (/<a href="([^"]+)">Add to Slack</.exec(text)?.[1] ?? "").replaceAll("&amp;", "&");
    },
  };
}

export async function startInstallable(
  slack: LoopbackSlack,
  store: Store,
  options: { keys?: string; clientSecret?: string } = {},
) {
  const app = createFakeApp();
  const log = createTestLog();
  const clock = { now: () => Date.now() };
  const faults: unknown[] = [];
  const fallback = createFallback({ clock, onFault: (error) => void faults.push(error) });
  const installations = sealedInstallations({
    stored: store.installations,
    forgetWorkspace: store.forgetWorkspace,
    keys: parseTokenKeys(options.keys ?? KEY),
    clock,
    fallback,
  });
  const adapter = createSlackAdapter({
    config: {
      mode: "http",
      install: { clientId: CLIENT_ID, clientSecret: options.clientSecret ?? CLIENT_SECRET, publicUrl: PUBLIC_URL },
      signingSecret: SIGNING_SECRET,
      apiUrl: slack.apiUrl,
    },
    app,
    log,
    clock,
    seen: sharedSeen({ events: store.events, clock, fallback }),
    installations,
  });
  const health = () => ({ slack: adapter.health() });
  const server = createHttpServer({ port: 0, host: "127.0.0.1", routes: adapter.routes, log, health });
  await server.start();
  await adapter.start();
  const address = `http://127.0.0.1:${server.port()}`;
  const post = (...args: [type: "slash_commands" | "events_api", payload: object]) =>
    postSigned(`${address}/slack/events`, SIGNING_SECRET, ...args);
  const envelopeOf = ({ id, enterprise, orgWide = false }: Installer) => ({
    team_id: id,
    enterprise_id: enterprise?.id ?? null,
    authorizations: [
      {
        enterprise_id: enterprise?.id ?? null,
        team_id: id,
        user_id: `UBOT${id}`,
        is_bot: true,
        is_enterprise_install: orgWide,
      },
    ],
  });
  return {
    app,
    log,
    adapter,
    installations,
    faults,
    browser: () => createBrowser(address),
    /** All the way, in a browser of its own. */
    async install(installer: Installer): Promise<Page> {
      const browser = createBrowser(address);
      return await browser.open(slack.oauth.allow(await browser.authorizeUrl(), installer));
    },
    mention: (installer: Installer, text: string) =>
      post("events_api", eventEnvelope(mention(text, { ts: newTs() }), undefined, envelopeOf(installer))),
    event: (installer: Installer, event: Record<string, unknown>, more: Record<string, unknown> = {}) =>
      post("events_api", eventEnvelope(event, undefined, { ...envelopeOf(installer), ...more })),
    slash: ({ id, enterprise, orgWide = false }: Installer, line: string) => {
      const [command = "", ...words] = line.split(" ");
      return post(
        "slash_commands",
        slashCommand(command, words.join(" "), slack.newResponseUrl(), {
          team_id: id,
          is_enterprise_install: String(orgWide),
          ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
        }),
      );
    },
    async stop() {
      await adapter.stop(1_000);
      await server.stop(1_000);
    },
  };
}
export type InstallableBot = Awaited<ReturnType<typeof startInstallable>>;
