import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands as real } from "../../../commands/index.ts";
import { slackManifest } from "../../../src/adapters/slack/manifest.ts";

const url = z.url({ protocol: /^https$/ }).max(3000);
/** The published schema: https://github.com/slackapi/manifest-schema (schemas/manifest.schema.1.0.0.json). */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({
      display_name: z
        .string()
        .max(80)
        .regex(/^[a-z0-9._-]+$/),
      always_online: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .max(32)
            .regex(/^\/[a-z0-9_-]+$/),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().min(1).max(1000).optional(),
          should_escape: z.boolean(),
          url: url.optional(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(url).min(1).max(1000).optional(),
    scopes: z.strictObject({ bot: z.array(z.string().regex(/^[a-z_]+(:[a-z._]+)?$/)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: url.optional(),
      bot_events: z.array(z.string()).min(1).max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: url.optional(),
      message_menu_options_url: url.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const socket = slackManifest({ mode: "socket", commands: real });
const http = slackManifest({ mode: "http", url: "https://bot.example.com", commands: real });
const oauth = slackManifest({ mode: "http", url: "https://bot.example.com", oauth: true, commands: real });

describe.each([
  ["socket", socket],
  ["http", http],
  ["oauth", oauth],
])("the manifest for %s", (_, manifest) => {
  it("keeps Slack's rules", () => {
    expect(Manifest.safeParse(JSON.parse(JSON.stringify(manifest))).error?.issues).toBeUndefined();
    const names = manifest.features.slash_commands.map((one) => one.command);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(real.map((one) => `/${one.name}`));
  });

  it("asks for the scope that each event needs", () => {
    const needs: Record<string, string> = {
      app_mention: "app_mentions:read",
      "message.im": "im:history",
      "message.channels": "channels:history",
      "message.groups": "groups:history",
    };
    // These two need none.
    const free = ["app_uninstalled", "tokens_revoked"];
    for (const event of manifest.settings.event_subscriptions.bot_events.filter((one) => !free.includes(one)))
      expect(manifest.oauth_config.scopes.bot).toContain(needs[event]);
  });
});

it("has addresses over HTTP only, all the same", () => {
  expect(JSON.stringify(socket)).not.toContain("http");
  expect(socket.settings.socket_mode_enabled).toBe(true);
  const address = "https://bot.example.com/slack/events";
  expect(http.settings.event_subscriptions.request_url).toBe(address);
  expect(http.settings.interactivity).toMatchObject({ request_url: address, message_menu_options_url: address });
  expect(http.features.slash_commands.every((one) => one.url === address)).toBe(true);
});

it("lets many workspaces install it only when asked to", () => {
  expect(oauth.oauth_config).toMatchObject({ redirect_urls: ["https://bot.example.com/slack/oauth_redirect"] });
  expect(oauth.settings).toMatchObject({ token_rotation_enabled: true, org_deploy_enabled: true });
  expect(oauth.settings.event_subscriptions.bot_events).toEqual(
    expect.arrayContaining(["app_uninstalled", "tokens_revoked"]),
  );
  for (const one of [socket, http]) {
    expect(one.oauth_config).not.toHaveProperty("redirect_urls");
    expect(one.settings).toMatchObject({ token_rotation_enabled: false, org_deploy_enabled: false });
  }
  expect(() => slackManifest({ mode: "socket", oauth: true, commands: real })).toThrow("https://");
});

it.each([undefined, "http://bot.example.com", "bot.example.com"])("wants an https address, not %s", (bad) => {
  expect(() => slackManifest({ mode: "http", ...(bad ? { url: bad } : {}), commands: real })).toThrow("https://");
});
