/** From the command to the message on the next morning, over loopback Slack and Discord, by a clock that is set. */
import { afterEach, describe, expect, test } from "vitest";
import { CHANNEL_ID } from "../loopback/discord/payloads.ts";
import { textOf } from "../loopback/discord/read-message.ts";
import { sharedEngines } from "../state/engines.ts";
import { type DigestBot, SLACK_CHANNEL, startDigestBot } from "./bot.ts";

const MANAGER = { permissions: "16" };
const [sqlite] = sharedEngines;
if (!sqlite) throw new Error("node:sqlite is always there");

let bot: DigestBot;
afterEach(async () => {
  await bot?.stop();
});

const titles = (): string[] => bot.inSlack().map(({ text }) => text);
const digestsInSlack = (): string[] => titles().filter((title) => title.startsWith("AI deals"));
const digestsInDiscord = (): string[] =>
  bot.discord
    .posted(CHANNEL_ID)
    .map(textOf)
    .filter((words) => words.includes("AI deals"));

/** Both instances look, at the same time, twice. */
async function look(): Promise<void> {
  for (let round = 0; round < 2; round++) await Promise.all([bot.digests.tick(), bot.other.tick()]);
}

describe.each(sharedEngines)("over $name", (engine) => {
  test("/digest on 09:00 Europe/Berlin delivers on the next local morning, once, on both platforms", async () => {
    bot = await startDigestBot(engine);
    expect(await bot.slash("/digest on 09:00 Europe/Berlin")).toContain("every day at 09:00 (Europe/Berlin)");
    const exchange = await bot.discord.slash("digest", { do: "on", time: "09:00", zone: "Europe/Berlin" }, MANAGER);
    expect(textOf(await exchange.message())).toContain("every day at 09:00");
    expect(titles()).toHaveLength(1);
    expect(titles()[0]).toContain("A digest comes here every day at 09:00");

    await look();
    bot.setClock("2026-07-07T06:59:59Z");
    await look();
    expect([digestsInSlack(), digestsInDiscord()]).toEqual([[], []]);
    bot.setClock("2026-07-07T07:00:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(1);
    expect(digestsInSlack()[0]).toContain("Tuesday 7 July 2026");
    expect(digestsInDiscord()).toHaveLength(1);
    expect(digestsInDiscord()[0]).toMatch(/What changed|Nothing new/);
    for (const moment of ["2026-07-07T07:00:30Z", "2026-07-07T20:00:00Z", "2026-07-08T06:59:00Z"]) {
      bot.setClock(moment);
      await look();
    }
    expect([digestsInSlack().length, digestsInDiscord().length]).toEqual([1, 1]);
    bot.setClock("2026-07-08T07:00:10Z");
    await look();
    expect([digestsInSlack().length, digestsInDiscord().length]).toEqual([2, 2]);
    // The second has nothing new to tell, because the first told it.
    expect(digestsInSlack()[1]).toContain("Nothing new in the records since 5 July 2026");
    expect(bot.slack.problems).toEqual([]);
    expect(bot.discord.violations).toEqual([]);
    expect(bot.log.filter(({ level }) => level === "error")).toEqual([]);
  }, 60_000);
});

describe("when", () => {
  test("after a downtime over night: one for the missed day; over two mornings: one", async () => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 23:00 Europe/Berlin");
    bot.setClock("2026-07-07T03:00:00Z");
    await look();
    expect(digestsInSlack()).toEqual([expect.stringContaining("6 July 2026")]);
    bot.setClock("2026-07-09T05:00:00Z");
    await look();
    expect(digestsInSlack().slice(1)).toEqual([expect.stringContaining("8 July 2026")]);
    // More than twelve hours late it is left out.
    bot.setClock("2026-07-10T19:00:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(2);
  });

  test("the clock set back does not send it again; nor does a zone changed in the middle of the day", async () => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 09:00 Europe/Berlin");
    bot.setClock("2026-07-07T07:00:00Z");
    await look();
    bot.setClock("2026-07-07T05:00:00Z");
    await look();
    bot.setClock("2026-07-07T07:30:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(1);
    bot.setClock("2026-07-07T10:00:00Z");
    expect(await bot.slash("/digest on zone:New_York")).toContain("every day at 09:00 (America/New_York)");
    bot.setClock("2026-07-07T13:00:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(1);
    bot.setClock("2026-07-08T13:00:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(2);
  });

  test("on the days on which the clocks change", async () => {
    bot = await startDigestBot(sqlite);
    bot.setClock("2026-10-23T10:00:00Z");
    await bot.slash("/digest on 02:30 Europe/Berlin");
    for (let ms = Date.parse("2026-10-24T00:00:00Z"); ms < Date.parse("2026-10-27T00:00:00Z"); ms += 600_000) {
      bot.setClock(ms);
      await bot.digests.tick();
    }
    expect(digestsInSlack().map((title) => /\d+ October/.exec(title)?.[0])).toEqual([
      "24 October",
      "25 October",
      "26 October",
    ]);
  }, 60_000);
});

describe("settings", () => {
  test("in Slack the asker's own zone; off, status, preview and now", async () => {
    bot = await startDigestBot(sqlite);
    bot.slack.users.set("U0ASKER", { tz: "Asia/Kolkata" });
    expect(await bot.slash("/digest on 8:15 topics:norway days:weekdays when-quiet:skip")).toContain(
      "on weekdays at 08:15 (Asia/Kolkata), on Norway",
    );
    expect(await bot.slash("/digest")).toContain("on weekdays at 08:15");
    expect(await bot.slash("/digest preview")).toContain("AI deals");
    const before = titles().length;
    expect(await bot.slash("/digest now")).toContain("I have posted it here");
    expect(titles().slice(before)).toEqual([expect.stringContaining("AI deals")]);
    expect(await bot.slash("/digest off")).toContain("No digest comes here any more");
    expect(await bot.slash("/digest status")).toContain("is off");
    bot.setClock("2026-07-08T12:00:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(1);
  });

  test("a day without news is skipped where the channel wants that", async () => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 09:00 Europe/Berlin when-quiet:skip");
    for (const day of ["07", "08", "09"]) {
      bot.setClock(`2026-07-${day}T07:00:00Z`);
      await look();
    }
    expect(digestsInSlack()).toHaveLength(1);
    expect(await bot.slash("/digest status")).toContain("Last: left out");
  });

  test("only those who may manage the channel: in Discord by its permissions", async () => {
    bot = await startDigestBot(sqlite);
    const options = { do: "on", time: "09:00", zone: "Europe/Berlin" };
    const refused = await bot.discord.slash("digest", options);
    expect(textOf(await refused.message())).toContain("Only somebody who manages this channel");
    const noZone = await bot.discord.slash("digest", { do: "on", time: "09:00" }, MANAGER);
    expect(textOf(await noZone.message())).toContain("I don't know your time zone");
    expect(await bot.discord.type("digest", "zone", "berl")).toEqual([
      { name: "Europe/Berlin", value: "Europe/Berlin" },
    ]);
    expect(bot.discord.posted(CHANNEL_ID).filter(({ flags }) => !(flags & 64))).toEqual([]);
  });

  test("in Slack who switched it on, and administrators; guests never", async () => {
    bot = await startDigestBot(sqlite);
    bot.slack.users.set("U0GUEST", { is_restricted: true });
    bot.slack.users.set("U0ADMIN", { is_admin: true });
    expect(await bot.slash("/digest on", { user_id: "U0GUEST" })).toContain("Only somebody who manages");
    expect(await bot.slash("/digest on")).toContain("every day at 09:00");
    expect(await bot.slash("/digest off", { user_id: "U0OTHER" })).toContain(
      "Only the person who switched the digest on",
    );
    expect(await bot.slash("/digest on 10:00", { user_id: "U0ADMIN" })).toContain("every day at 10:00");
  });

  test("a channel that the bot is not in is said at once, and nothing is kept", async () => {
    bot = await startDigestBot(sqlite);
    bot.slack.fail("chat.postMessage", { error: "not_in_channel" });
    expect(await bot.slash("/digest on 09:00")).toContain("invite me with /invite");
    expect(await bot.store.subscriptions.get(`slack:T0GIGA:${SLACK_CHANNEL}`)).toBeUndefined();
  });
});

describe("trouble", () => {
  test.each([
    ["is_archived", "the channel is archived"],
    ["restricted_action", "the workspace does not let me post here"],
    ["not_in_channel", "I am not in this channel"],
  ])("Slack says %s: who asked is told once, then it is paused until it is switched on again", async (error, said) => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 09:00 Europe/Berlin");
    bot.slack.fail("chat.postMessage", { error });
    for (const day of ["07", "08", "09"]) {
      bot.setClock(`2026-07-${day}T07:00:00Z`);
      await look();
    }
    expect(digestsInSlack()).toEqual([]);
    expect(bot.inSlack("D0ASKER").map(({ text }) => text)).toEqual([expect.stringContaining(said)]);
    expect(await bot.slash("/digest status")).toContain("is paused");
    expect(await bot.slash("/digest on")).toContain("every day at 09:00");
    bot.setClock("2026-07-10T07:00:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(1);
  });

  test.each([
    [50001, 403],
    [50013, 403],
    [10003, 404],
  ])("Discord says %i: the same", async (code, status) => {
    // Where permissions are missing, it is tried without the picture first.
    const times = code === 50013 ? 2 : 1;
    bot = await startDigestBot(sqlite);
    const on = await bot.discord.slash("digest", { do: "on", time: "09:00", zone: "Europe/Berlin" }, MANAGER);
    await on.message();
    const path = new RegExp(`^/channels/${CHANNEL_ID}/messages$`);
    bot.discord.failNext({ method: "POST", path, status, times, body: { code, message: "no" } });
    for (const day of ["07", "08"]) {
      bot.setClock(`2026-07-${day}T07:00:00Z`);
      await look();
    }
    expect(digestsInDiscord()).toEqual([]);
    const told = bot.discord.requests.filter(
      ({ method, path: at }) => method === "POST" && at === "/users/@me/channels",
    );
    expect(told).toHaveLength(1);
  });

  test("429 is obeyed: not a call before its time, then once", async () => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 09:00 Europe/Berlin");
    bot.setClock("2026-07-07T07:00:00Z");
    bot.slack.fail("chat.postMessage", { retryAfterSeconds: 120 });
    const posts = () => bot.slack.calls.filter(({ method }) => method === "chat.postMessage").length;
    const before = posts();
    await look();
    expect(posts()).toBe(before + 1);
    bot.setClock("2026-07-07T07:01:59Z");
    await look();
    expect(posts()).toBe(before + 1);
    bot.setClock("2026-07-07T07:02:01Z");
    await look();
    expect(digestsInSlack()).toHaveLength(1);
    // Slack had not taken it: nothing had to be looked for.
    expect(bot.slack.calls.filter(({ method }) => method === "conversations.history")).toEqual([]);
  });

  test("a reply that is lost after the message was taken: it is looked for, and not posted again", async () => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 09:00 Europe/Berlin");
    bot.setClock("2026-07-07T07:00:00Z");
    bot.slack.fail("chat.postMessage", { error: "internal_error" });
    const [posted] = bot.slack.shown.filter(({ via }) => via === "chat.postMessage");
    await look();
    // Slack has it all the same.
    const metadata = bot.slack.calls.findLast(({ method }) => method === "chat.postMessage")?.body;
    bot.slack.shown.push({
      via: "chat.postMessage",
      body: metadata ?? {},
      ts: `${posted?.ts}9`,
      atMs: bot.now(),
      by: "",
    });
    bot.setClock("2026-07-07T07:05:00Z");
    await look();
    expect(digestsInSlack()).toHaveLength(1);
    expect(bot.slack.calls.some(({ method }) => method === "conversations.history")).toBe(true);
    expect((await bot.store.deliveries.get(`digest:slack:T0GIGA:${SLACK_CHANNEL}:2026-07-07`))?.state).toBe("sent");
  });

  test("500 channels due in one minute go out in order of their time, all of them", async () => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 09:00 Europe/Berlin");
    const one = await bot.store.subscriptions.get(`slack:T0GIGA:${SLACK_CHANNEL}`);
    if (!one) throw new Error("not kept");
    await bot.store.subscriptions.remove(one.id);
    for (let number = 0; number < 500; number++) {
      const nextMs = one.nextMs - 500 + ((number * 7) % 500);
      await bot.store.subscriptions.put({ ...one, id: `s${number}`, channel: `C${number}`, nextMs });
    }
    bot.slack.clear();
    bot.setClock("2026-07-07T07:00:00Z");
    await bot.digests.tick();
    const channels = bot.slack.shown.map(({ body }) => String(body.channel));
    expect(new Set(channels).size).toBe(500);
    expect(channels).toHaveLength(500);
    const order = channels.map((channel) => (Number(channel.slice(1)) * 7) % 500);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }, 60_000);
});

describe("the picture", () => {
  const onInDiscord = async () => {
    bot = await startDigestBot(sqlite);
    const on = await bot.discord.slash("digest", { do: "on", time: "09:00", zone: "Europe/Berlin" }, MANAGER);
    await on.message();
    bot.setClock("2026-07-07T07:00:00Z");
  };
  const posted = () => bot.discord.posted(CHANNEL_ID).filter((message) => textOf(message).includes("AI deals"));
  const path = new RegExp(`^/channels/${CHANNEL_ID}/messages$`);

  test("comes with the digest, with words for those who do not see it; also with now and preview", async () => {
    await onInDiscord();
    await bot.slash("/digest on 09:00 Europe/Berlin");
    bot.setClock("2026-07-08T07:00:00Z");
    await look();
    const [message] = posted();
    expect(message?.body?.files?.[0]).toMatchObject({ name: "chart-1.png", type: "image/png" });
    expect(message?.body?.attachments).toEqual([
      expect.objectContaining({ description: expect.stringContaining("Contracts, signed: about $") }),
    ]);
    expect(await bot.slash("/digest preview")).toContain("data_visualization");
    expect(await bot.slash("/digest now")).toContain("I have posted it here");
    const shown = bot.slack.shown.filter(
      ({ via, body }) => via === "chat.postMessage" && String(body.text).startsWith("AI deals"),
    );
    expect(shown.map(({ body }) => JSON.stringify(body.blocks).match(/"data_visualization"/g))).toHaveLength(2);
    expect(shown.every(({ body }) => JSON.stringify(body.blocks).includes("data_visualization"))).toBe(true);
    const preview = await (await bot.discord.slash("digest", { do: "preview" }, MANAGER)).message();
    expect(preview.body?.files?.[0]?.bytes.subarray(1, 4).toString()).toBe("PNG");
  });

  test.each([
    [400, 50035],
    [403, 50013],
  ])("refused with %i, the digest goes out without it, once", async (status, code) => {
    await onInDiscord();
    bot.discord.failNext({ method: "POST", path, status, body: { code, message: "no" } });
    await look();
    expect(posted().map(({ body }) => body?.files)).toEqual([undefined]);
  });

  test("a reply that is lost after Discord took it: the next attempt gives the first message, and no second picture", async () => {
    await onInDiscord();
    // discord.js asks three times more by itself.
    bot.discord.failNext({ method: "POST", path, status: 503, times: 4, done: true });
    await look();
    bot.setClock("2026-07-07T07:02:00Z");
    await look();
    const attempts = bot.discord.requests.filter(({ method, path: at }) => method === "POST" && path.test(at));
    expect(attempts.length).toBeGreaterThan(4);
    expect(posted()).toHaveLength(1);
    expect(posted()[0]?.body?.files?.[0]?.name).toBe("chart-1.png");
  });

  test("refused by Slack, the digest goes out without it, once", async () => {
    bot = await startDigestBot(sqlite);
    await bot.slash("/digest on 09:00 Europe/Berlin");
    bot.setClock("2026-07-07T07:00:00Z");
    bot.slack.fail("chat.postMessage", { error: "invalid_blocks" });
    await look();
    expect(digestsInSlack()).toHaveLength(1);
    const body = JSON.stringify(bot.slack.shown.at(-1)?.body.blocks);
    expect(body).not.toContain("data_visualization");
    expect(body).toContain("Signed and not signed");
  });
});

describe("watches", () => {
  test("/watch posts once what has changed; /watches lists and removes", async () => {
    bot = await startDigestBot(sqlite);
    expect(await bot.slash("/watch openai")).toContain("post here once each time a fact of OpenAI changes");
    expect(await bot.slash("/watch stargate what:status where:me")).toContain("write to you once each time the status");
    await look();
    expect(titles().filter((title) => title.startsWith("News of"))).toEqual([]);
    const mine = await bot.store.watches.of({ platform: "slack", workspace: "slack:T0GIGA", askedBy: "U0ASKER" });
    expect(mine.map(({ channel, statusOnly }) => [channel, statusOnly])).toEqual(
      expect.arrayContaining([
        [SLACK_CHANNEL, false],
        ["D0ASKER", true],
      ]),
    );
    // As if the knowledge had been brought up to date since.
    for (const one of mine) await bot.store.watches.put({ ...one, toldTo: "2026-06-01" });
    for (let round = 0; round < 3; round++) {
      bot.setClock(bot.now() + 60_000);
      await look();
    }
    expect(titles().filter((title) => title.startsWith("News of"))).toEqual([
      expect.stringContaining("News of OpenAI"),
    ]);
    expect(await bot.slash("/watches")).toMatch(/OpenAI: every fact, posted here/);
    const id = mine.find(({ subject }) => subject === "openai")?.id;
    expect(await bot.slash(`/watches remove:${id}`)).toContain("I no longer watch OpenAI");
    expect(await bot.slash(`/watches remove:${id}`)).toContain("You have no such watch");
    expect(bot.slack.problems).toEqual([]);
  });
});
