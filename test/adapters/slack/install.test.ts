/** From "Add to Slack" to removal, with the real Bolt over loopback sockets, on both engines. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PostError } from "../../../src/adapters/adapter.ts";
import { dump } from "../../../src/state/dump.ts";
import { StoreError } from "../../../src/state/store-error.ts";
import { type LoopbackSlack, startLoopbackSlack } from "../../loopback/slack/start-loopback-slack.ts";
import { type Opened, sharedEngines } from "../../state/engines.ts";
import { doc, settle } from "./fixture.ts";
import { acme, globex, type InstallableBot, initech, KEY, startInstallable } from "./install-fixture.ts";

const OTHER_KEY = Buffer.alloc(32, 9).toString("base64");

describe.each(sharedEngines)("on $name", (engine) => {
  let slack: LoopbackSlack;
  let opened: Opened;
  let bots: InstallableBot[];

  beforeEach(async () => {
    slack = await startLoopbackSlack();
    opened = await engine.open();
    bots = [];
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const bot of bots) await bot.stop();
    const said = bots.map(({ log }) => log.text()).join("\n");
    await slack.close();
    // Whatever a test was about: no secret in a log, and nothing that Slack would not like.
    expect(said).not.toMatch(/xox[a-z]|loopback0|code\d/);
    expect(slack.problems).toEqual([]);
    await opened.close();
  });

  const start = async (options?: Parameters<typeof startInstallable>[2], at = opened): Promise<InstallableBot> => {
    const bot = await startInstallable(slack, at.store, options);
    bots.push(bot);
    return bot;
  };
  /** A second process on the same state. */
  const startOther = async (options?: Parameters<typeof startInstallable>[2]): Promise<InstallableBot> => {
    const again = await opened.again?.();
    if (!again) throw new Error("this engine is for one process");
    return await start(options, again as unknown as Opened);
  };
  const posted = () => slack.shown.filter(({ via }) => via === "chat.postMessage");
  const answersBy = () => posted().map(({ by }) => by);

  test("two workspaces install it, and each is answered with its own token", async () => {
    const bot = await start();
    const page = await bot.browser().open("/slack/install");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.headers.get("set-cookie")).toMatch(
      /^__Host-gigawatt-install=\S+; Secure; HttpOnly; Path=\/; Max-Age=600$/,
    );
    const done = await bot.install(acme);
    expect(done.status).toBe(200);
    expect(done.text).toContain("<h1>Gigawatt is in Acme &lt;b&gt;&amp; Sons&lt;/b&gt;</h1>");
    expect(done.text).toContain('href="slack://app?team=T0ACME&amp;id=A0GIGA"');
    expect(done.headers.get("referrer-policy")).toBe("no-referrer");
    await bot.install(globex);

    await bot.mention(acme, "stargate");
    await bot.mention(globex, "stargate");
    await bot.mention(acme, "stargate again");
    await slack.untilShown(3);
    expect(answersBy().sort()).toEqual(["T0ACME", "T0ACME", "T0GLOBEX"]);
    expect(bot.app.requests.map(({ asker }) => asker.workspace).sort()).toEqual([
      "slack:T0ACME",
      "slack:T0ACME",
      "slack:T0GLOBEX",
    ]);
    // What nobody waits for goes out with the token of its workspace, too.
    await bot.adapter.outlet.post({ workspace: "slack:T0GLOBEX", channel: "C1" }, doc("deal x"), "digest:1");
    expect(
      await bot.adapter.outlet.findPosted({ workspace: "slack:T0GLOBEX", channel: "C1" }, "digest:1", 0),
    ).toHaveLength(1);
    await bot.adapter.outlet.tell({ workspace: "slack:T0ACME", user: "U0ASKER" }, doc("deal y"));
    expect(answersBy().slice(3)).toEqual(["T0GLOBEX", "T0ACME"]);
  });

  test("another instance knows at once, and after a restart it is still there", async () => {
    const bot = await start();
    const other = await startOther();
    await bot.install(acme);
    await other.mention(acme, "stargate");
    await slack.untilShown(1);
    await (await startOther()).mention(acme, "stargate again");
    await slack.untilShown(2);
    expect(answersBy()).toEqual(["T0ACME", "T0ACME"]);
  });

  test("an organisation installs it for all its workspaces, and counts as one", async () => {
    const bot = await start();
    expect((await bot.install(initech)).text).toContain("Gigawatt is in Initech Group");
    await bot.mention(initech, "stargate");
    await bot.mention({ ...initech, id: "T0OTHER" }, "stargate");
    // A payload that does not say that the installation is an organisation's.
    await bot.mention({ ...initech, id: "T0THIRD", orgWide: false }, "stargate");
    await bot.slash(initech, "/deal stargate");
    await slack.untilShown(4);
    expect(answersBy()).toEqual(["E0INI", "E0INI", "E0INI"]);
    expect(new Set(bot.app.requests.map(({ asker }) => asker.workspace))).toEqual(new Set(["slack:E0INI"]));
    await bot.adapter.outlet.post({ workspace: "slack:E0INI", channel: "C1" }, doc("deal x"), "digest:1");
    expect(answersBy()).toHaveLength(4);
  });

  describe("is refused, and nothing is kept", () => {
    const nothing = async () => expect(await opened.store.installations.all()).toEqual([]);

    test("when somebody cancels", async () => {
      const bot = await start();
      const browser = bot.browser();
      const page = await browser.open(slack.oauth.deny(await browser.authorizeUrl()));
      expect([page.status, page.text]).toEqual([
        200,
        expect.stringContaining("You cancelled, and nothing has changed."),
      ]);
      expect(bot.log.entries.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
      await nothing();
    });

    test("with the state of another browser, without one, and with one that is made up", async () => {
      const bot = await start();
      const [mine, theirs] = [bot.browser(), bot.browser()];
      const stolen = slack.oauth.allow(await theirs.authorizeUrl(), acme);
      await mine.authorizeUrl();
      const stateless = new URL(stolen);
      stateless.searchParams.delete("state");
      const forged = new URL(stolen);
      forged.searchParams.set("state", "eyJhbGciOiJub25lIn0.e30.");
      mine.cookies.set("__Host-gigawatt-install", "eyJhbGciOiJub25lIn0.e30.");
      for (const address of [stolen, stateless.href, forged.href, "/slack/oauth_redirect"]) {
        const page = await mine.open(address);
        expect([page.status, page.text], address).toEqual([400, expect.stringContaining("This link cannot be used")]);
      }
      // Not even with its own cookie once that was used up.
      expect((await bot.browser().open(stolen)).status).toBe(400);
      expect(slack.calls).toEqual([]);
      await nothing();
    });

    test("with a state that was used, also on another instance", async () => {
      const [bot, other] = [await start(), await startOther()];
      const browser = bot.browser();
      const authorizeUrl = await browser.authorizeUrl();
      const cookies = new Map(browser.cookies);
      expect((await browser.open(slack.oauth.allow(authorizeUrl, acme))).status).toBe(200);
      for (const again of [bot.browser(), other.browser()]) {
        for (const [name, value] of cookies) again.cookies.set(name, value);
        expect((await again.open(slack.oauth.allow(authorizeUrl, globex))).status).toBe(400);
      }
      expect((await opened.store.installations.all()).map(({ id }) => id)).toEqual(["slack:T0ACME"]);
    });

    test("after ten minutes", async () => {
      const bot = await start();
      const browser = bot.browser();
      const back = slack.oauth.allow(await browser.authorizeUrl(), acme);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 601_000 });
      expect((await browser.open(back)).status).toBe(400);
      await nothing();
    });

    test("when Slack does not know the code, and when the secret is wrong: the log says why", async () => {
      const bot = await start();
      const browser = bot.browser();
      const back = new URL(slack.oauth.allow(await browser.authorizeUrl(), acme));
      back.searchParams.set("code", "another");
      const page = await browser.open(back.href);
      expect([page.status, page.text]).toEqual([502, expect.stringContaining("Slack did not confirm it")]);
      const wrong = await start({ clientSecret: "not-the-secret" });
      expect((await wrong.install(acme)).status).toBe(502);
      const said = bots.flatMap(({ log }) => log.entries.map(({ fields }) => fields.slackError));
      expect(said).toEqual(expect.arrayContaining(["invalid_code", "bad_client_secret"]));
      await nothing();
    });

    test("when the state is away: it says so, and the next try works", async () => {
      const bot = await start();
      vi.spyOn(opened.store.installations, "put").mockRejectedValueOnce(new StoreError("The disk is full"));
      const page = await bot.install(acme);
      expect([page.status, page.text]).toEqual([503, expect.stringContaining("It could not be saved")]);
      expect(bot.log.text()).toContain("The disk is full");
      await nothing();
      expect((await bot.install(acme)).status).toBe(200);
    });
  });

  describe("tokens that rotate", () => {
    test("are refreshed once before they end, whoever asks at the same time", async () => {
      slack.oauth.rotation = { firstSeconds: 3_600, laterSeconds: 43_200 };
      const [bot, other] = [await start(), await startOther()];
      await bot.install(acme);
      const [first] = slack.oauth.tokensOf("T0ACME");
      await Promise.all(
        Array.from({ length: 12 }, (_, number) => (number % 2 ? bot : other).mention(acme, `stargate ${number}`)),
      );
      await slack.untilShown(12);
      expect(slack.oauth.refreshes).toBe(1);
      expect(answersBy()).toEqual(Array(12).fill("T0ACME"));
      const [, second] = slack.oauth.tokensOf("T0ACME");
      expect(second).toMatch(/^xoxe\.xoxb-/);
      // All go on with the new one; what was kept is no longer the old one.
      const kept = (await bot.installations.get("slack:T0ACME")) as { bot: { token: string } };
      expect(kept.bot.token).toBe(second);
      expect(second).not.toBe(first);
      await bot.mention(acme, "stargate once more");
      await slack.untilShown(13);
      expect(slack.oauth.refreshes).toBe(1);
    });

    test("that have ended are refreshed on the next request, also for a digest", async () => {
      slack.oauth.rotation = { firstSeconds: 43_200, laterSeconds: 43_200 };
      const bot = await start();
      await bot.install(acme);
      await bot.install(globex);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 50_000_000 });
      await bot.mention(acme, "stargate");
      await bot.adapter.outlet.post({ workspace: "slack:T0GLOBEX", channel: "C1" }, doc("deal x"), "digest:1");
      await slack.untilShown(2);
      expect(answersBy().sort()).toEqual(["T0ACME", "T0GLOBEX"]);
      expect(slack.oauth.refreshes).toBe(2);
    });

    test("go on while Slack does not refresh them, and are tried again", async () => {
      slack.oauth.rotation = { firstSeconds: 3_600, laterSeconds: 43_200 };
      const bot = await start();
      await bot.install(acme);
      slack.fail("oauth.v2.access", { error: "internal_error" });
      await bot.mention(acme, "stargate");
      await slack.untilShown(1);
      expect(slack.oauth.refreshes).toBe(0);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
      await bot.mention(acme, "stargate again");
      await slack.untilShown(2);
      expect(slack.oauth.refreshes).toBe(1);
    });
  });

  describe("a workspace that removes it", () => {
    const fill = async (team: string) => {
      const workspace = `slack:${team}`;
      const place = {
        platform: "slack",
        workspace,
        channel: "C1",
        askedBy: "U1",
        toldTo: "2026-07-01",
        nextMs: 0,
      } as const;
      await opened.store.subscriptions.put({
        ...place,
        id: `${workspace}:C1`,
        time: "09:00",
        zone: "UTC",
        days: "daily",
        topics: [],
        whenQuiet: "full",
        sinceMs: 1,
        paused: null,
      });
      await opened.store.watches.put({
        ...place,
        id: `w-${team}`,
        subject: "openai",
        statusOnly: false,
        minUsd: null,
        paused: null,
      });
      await opened.store.conversations.set(`${workspace}:C1:U1`, { plan: null, deal: "x", metric: null }, 9e15);
    };
    const kept = async (team: string) =>
      [
        await opened.store.installations.get(`slack:${team}`),
        await opened.store.subscriptions.get(`slack:${team}:C1`),
        await opened.store.watches.get(`w-${team}`),
        await opened.store.conversations.get(`slack:${team}:C1:U1`, 0),
      ].filter(Boolean).length;

    test.each([
      { type: "app_uninstalled" },
      { type: "tokens_revoked", tokens: { oauth: ["U1"], bot: ["UBOTT0ACME"] } },
    ])("is forgotten with all that was kept of it ($type), and no other", async (event) => {
      const [bot, other] = [await start(), await startOther()];
      for (const one of [acme, globex]) {
        await bot.install(one);
        await fill(one.id);
      }
      await other.mention(acme, "stargate");
      await slack.untilShown(1);
      slack.oauth.revoke("T0ACME");
      expect((await bot.event(acme, event)).status).toBe(200);
      await vi.waitFor(async () => expect(await kept("T0ACME")).toBe(0));
      expect(await kept("T0GLOBEX")).toBe(4);
      const gone = await bot.adapter.outlet
        .post({ workspace: "slack:T0ACME", channel: "C1" }, doc("deal x"), "digest:1")
        .catch((error: PostError) => error);
      expect(gone).toMatchObject({ why: "gone", message: "I was removed from this workspace" });
      // The other instance still has the token in memory for some seconds: it is of no use.
      const there = await other.adapter.outlet
        .post({ workspace: "slack:T0ACME", channel: "C1" }, doc("deal x"), "digest:1")
        .catch((error: PostError) => error);
      expect(there).toMatchObject({ why: "gone" });
      await bot.mention(globex, "stargate");
      await slack.untilShown(2);
      // It may come back.
      await bot.install(acme);
      await bot.mention(acme, "stargate");
      await slack.untilShown(3);
      expect(answersBy()).toEqual(["T0ACME", "T0GLOBEX", "T0ACME"]);
    });

    test("by the organisation", async () => {
      const bot = await start();
      await bot.install(initech);
      await fill("E0INI");
      slack.oauth.revoke("E0INI");
      await bot.event(initech, { type: "app_uninstalled" });
      await vi.waitFor(async () => expect(await kept("E0INI")).toBe(0));
    });

    test("keeps everything when the event is late, or only a person's token was revoked, or not the one in use", async () => {
      const bot = await start();
      await bot.install(acme);
      await fill("T0ACME");
      await bot.event(acme, { type: "app_uninstalled" });
      await bot.event(acme, { type: "tokens_revoked", tokens: { oauth: ["U1"] } });
      await bot.event(acme, { type: "tokens_revoked", tokens: { bot: ["UBOTT0ACME"] } });
      await settle();
      expect(await kept("T0ACME")).toBe(4);
      // Whether the token is good cannot be known: the one event is sure, the other is not.
      slack.fail("auth.test", { error: "fatal_error", times: 2 });
      await bot.event(acme, { type: "tokens_revoked", tokens: { bot: ["UBOTT0ACME"] } });
      await settle();
      expect(await kept("T0ACME")).toBe(4);
      await bot.event(acme, { type: "app_uninstalled" });
      await vi.waitFor(async () => expect(await kept("T0ACME")).toBe(0));
    });
  });

  test("a workspace that is not installed is told where to, and nothing is answered", async () => {
    const bot = await start();
    expect((await bot.slash(acme, "/deal stargate")).status).toBe(200);
    expect((await bot.mention(acme, "stargate")).status).toBe(200);
    const [told] = await slack.untilShown(1);
    expect(told?.body.text).toContain("https://bot.example/slack/install");
    await settle();
    expect([slack.shown.length, bot.app.requests.length]).toEqual([1, 0]);
  });

  test("with another key it says what is wrong, and a second key opens what the first sealed", async () => {
    const bot = await start();
    await bot.install(acme);
    const wrong = await startOther({ keys: OTHER_KEY });
    await wrong.slash(acme, "/deal stargate");
    const [told] = await slack.untilShown(1);
    expect(told?.body.text).toContain("Something is wrong with my installation");
    expect(wrong.log.text()).toMatch(
      /The tokens of slack:T0ACME are sealed with a key \([0-9a-f]{8}\) that TOKEN_KEYS does not have/,
    );
    const both = await startOther({ keys: `${OTHER_KEY},${KEY}` });
    await both.mention(acme, "stargate");
    await slack.untilShown(2);
    expect(answersBy()).toEqual(["T0ACME"]);
  });

  test("no token stands in the state in clear, and none opens for another workspace", async () => {
    slack.oauth.rotation = { firstSeconds: 3_600, laterSeconds: 43_200 };
    const bot = await start();
    await bot.install(acme);
    await bot.mention(acme, "stargate");
    await slack.untilShown(1);
    const lines: string[] = [];
    await dump(opened.engine, new Date(), (line) => void lines.push(line));
    expect(lines.join("\n")).toContain("slack:T0ACME");
    expect(lines.join("\n")).not.toMatch(/xox|U0INSTALLER|Acme/);
    const [row] = await opened.store.installations.all();
    if (!row) throw new Error("nothing is kept");
    await opened.store.installations.put({ ...row, id: "slack:T0EVIL" });
    await expect((await startOther()).installations.get("slack:T0EVIL")).rejects.toThrow("are of another workspace");
  });
});
