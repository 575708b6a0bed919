import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EPHEMERAL, IS_COMPONENTS_V2 } from "../../loopback/discord/message-rules.ts";
import {
  BOT_ID,
  botUser,
  CHANNEL_ID,
  DM_CHANNEL_ID,
  GUILD_ID,
  messagePayload,
  USER_ID,
  user,
} from "../../loopback/discord/payloads.ts";
import { buttonsOf, textOf } from "../../loopback/discord/read-message.ts";
import { eventually } from "../../loopback/discord/state.ts";
import { docWith } from "./fixture-docs.ts";
import { type Bot, startBot } from "./start-bot.ts";

/** Long enough for an answer that should not come: one takes about 10 ms. */
const QUIET_MS = 120;

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());
beforeEach(() => {
  expect(bot.discord.violations).toEqual([]);
  bot.app.requests.length = 0;
  bot.discord.requests.length = 0;
  bot.log.entries.length = 0;
});

describe("slash commands", () => {
  test("acknowledged privately first, then answered by a card", async () => {
    const exchange = await bot.discord.slash("deal", { name: "stargate" });
    const message = await exchange.message();
    expect(exchange.responses).toEqual([{ type: 5, data: { flags: EPHEMERAL } }]);
    expect(message.flags & IS_COMPONENTS_V2).toBeTruthy();
    expect(message.flags & EPHEMERAL).toBeTruthy();
    expect(textOf(message)).toContain(
      "## Stargate \\(joint venture\\)\n**Up to $500 billion of capital expenditure[1]",
    );
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Sources", "Timeline", "Compare…", "Cost", "Share"]);
    expect(bot.app.requests).toEqual([
      {
        type: "options",
        name: "deal",
        options: { name: "stargate" },
        asker: {
          platform: "discord",
          conversation: `discord:${CHANNEL_ID}:${USER_ID}`,
          workspace: `discord:${GUILD_ID}`,
          at: { channel: CHANNEL_ID, user: USER_ID },
          person: expect.any(Function),
        },
      },
    ]);
    const [callback, edit] = bot.discord.requests;
    expect(callback?.path).toMatch(/callback$/);
    expect(edit?.method).toBe("PATCH");
    expect(callback?.authorization).toBeUndefined();
  });

  test("in a direct message nothing is hidden and nothing to share", async () => {
    const message = await (await bot.discord.slash("deal", { name: "stargate" }, { dm: true })).message();
    expect(message.flags & EPHEMERAL).toBe(0);
    expect(buttonsOf(message).map(({ label }) => label)).not.toContain("Share");
  });

  test("an answer that is none has no Share button", async () => {
    const message = await (await bot.discord.slash("deal", { name: "nothing" })).message();
    expect(buttonsOf(message)).toEqual([]);
  });

  test("one event that comes twice is answered once", async () => {
    const exchange = await bot.discord.slash("deal", { name: "stargate" });
    await exchange.message();
    bot.discord.gateway.dispatch("INTERACTION_CREATE", exchange.payload);
    await sleep(QUIET_MS);
    expect(bot.app.requests).toHaveLength(1);
  });

  test("a fact that looks like a ping", async () => {
    const message = await (await bot.discord.slash("deal", { name: "hostile" })).message();
    expect(textOf(message)).not.toMatch(/@everyone|<@|<#|<t:/);
    expect(message.body?.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  test("a failing handler: one plain sentence, and no stack in the log", async () => {
    const message = await (await bot.discord.slash("deal", { name: "boom" })).message();
    expect(textOf(message)).toBe("Something went wrong on my side, and it is logged. Please try again in a minute.");
    expect(bot.log.entries.map(({ message: words }) => words)).toEqual(["an answer failed"]);
    expect(JSON.stringify(bot.log.entries)).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

describe("autocomplete", () => {
  test("at most 25 choices, at once, from memory", async () => {
    const choices = await bot.discord.type("deal", "name", "");
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: "Stargate", value: "stargate" });
    expect(await bot.discord.type("deal", "name", "colo")).toEqual([{ name: "Colossus", value: "colossus" }]);
    expect(bot.discord.requests.every(({ path }) => path.endsWith("callback"))).toBe(true);
  });
  test("a long name is shortened, its value is not", async () => {
    const [choice] = await bot.discord.type("deals", "party", "");
    expect(choice?.name).toHaveLength(100);
    expect(choice?.value).toBe("long");
  });
  test("an error, an unknown command or option: no choices", async () => {
    expect(await bot.discord.type("deal", "name", "boom")).toEqual([]);
    expect(await bot.discord.type("deal", "as-of", "2025")).toEqual([]);
    expect(await bot.discord.type("other", "name", "x")).toEqual([]);
  });
});

describe("messages", () => {
  test("a mention is answered for all, as a reply that pings nobody", async () => {
    const id = bot.discord.say(
      `<@${BOT_ID}> what is <@700000000000000099> worth to <#5> <:chip:123> since <t:1735689600:D>?`,
    );
    const message = await bot.discord.replyTo(id);
    expect(message.repliesTo).toBe(id);
    expect(message.flags & EPHEMERAL).toBe(0);
    expect(textOf(message)).toContain("Read as: /deal stargate");
    expect(bot.app.requests).toMatchObject([{ type: "question", text: "what is User 99 worth to since 2025-01-01?" }]);
    expect(message.body?.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  test("a bare mention asks for help", async () => {
    await bot.discord.replyTo(bot.discord.say(`<@!${BOT_ID}>`));
    expect(bot.app.requests).toMatchObject([{ text: "help" }]);
  });

  test("a direct message is answered plainly", async () => {
    const message = await bot.discord.replyTo(bot.discord.say("stargate?", { dm: true }));
    expect(message.channelId).toBe(DM_CHANNEL_ID);
    expect(message.repliesTo).toBeUndefined();
    expect(bot.app.requests).toMatchObject([
      { text: "stargate?", asker: { conversation: `discord:${DM_CHANNEL_ID}:${USER_ID}` } },
    ]);
  });

  test("a reply to the bot's own message needs no mention in words", async () => {
    const extra = { type: 19, referenced_message: { id: "1", author: botUser }, mentions: [botUser] };
    await bot.discord.replyTo(bot.discord.say("and Colossus?", {}, extra));
    expect(bot.app.requests).toMatchObject([{ text: "and Colossus?" }]);
  });

  test("nobody else is answered: bots, webhooks, itself, everyone, roles, talk, notices", async () => {
    const mention = `<@${BOT_ID}> stargate?`;
    for (const event of [
      messagePayload(mention, {}, user("700000000000000030", { bot: true })),
      messagePayload(mention, {}, user(USER_ID), { webhook_id: "700000000000000031" }),
      messagePayload(mention, {}, botUser),
      messagePayload("@everyone what is stargate?", {}),
      messagePayload("<@&700000000000000032> what is stargate?", {}),
      messagePayload("what is stargate?", {}),
      messagePayload(mention, {}, user(USER_ID), { type: 6 }),
      messagePayload("", {}, user(USER_ID), { type: 19, referenced_message: { id: "1", author: botUser } }),
    ])
      bot.discord.dispatchMessage(event);
    await sleep(QUIET_MS);
    expect(bot.app.requests).toEqual([]);
    expect(bot.discord.requests).toEqual([]);
  });

  test("without the permission to read the history it speaks without replying", async () => {
    bot.discord.failNext({
      method: "POST",
      path: /\/channels\/\d+\/messages/,
      status: 400,
      body: { code: 160002, message: "Cannot reply without permission to read message history" },
    });
    const message = await bot.discord.replyTo(bot.discord.say(`<@${BOT_ID}> stargate`));
    expect(message.repliesTo).toBeUndefined();
    expect(message.flags & IS_COMPONENTS_V2).toBeTruthy();
  });

  test("an answer that takes its time shows that it is coming", async () => {
    bot.app.docs.set("slow", async () => {
      await sleep(800);
      return docWith({});
    });
    await bot.discord.replyTo(bot.discord.say("slow", { dm: true }));
    expect(bot.discord.requests.map(({ path }) => path.split("/").at(-1))).toEqual(["typing", "messages"]);
  });
});

describe("buttons", () => {
  const card = async () => (await bot.discord.slash("deal", { name: "stargate" })).message();

  test("an action runs its line and answers privately", async () => {
    const exchange = await bot.discord.click(await card(), "Timeline");
    await exchange.message();
    expect(exchange.responses).toEqual([{ type: 5, data: { flags: EPHEMERAL } }]);
    expect(bot.app.requests.at(-1)).toMatchObject({ type: "click", line: "timeline stargate" });
  });

  test("Share posts for all, with who shared it, and no further Share", async () => {
    const exchange = await bot.discord.click(await card(), "Share");
    const message = await exchange.message();
    expect(message.flags & EPHEMERAL).toBe(0);
    expect(textOf(message)).toContain(`shared by <@${USER_ID}>`);
    expect(buttonsOf(message).map(({ label }) => label)).not.toContain("Share");
    expect(message.body?.allowed_mentions?.parse).toEqual([]);
  });

  test("Compare asks for the other deal: picked or typed", async () => {
    const modal = (await (await bot.discord.click(await card(), "Compare…")).acknowledged()).data ?? { type: 0 };
    expect(modal.components).toHaveLength(2);
    expect(modal.components?.[0]?.component?.options).toHaveLength(25);
    for (const [values, line] of [
      [{ picked: ["deal-3"] }, "compare stargate deal-3"],
      [{ typed: "Colossus" }, "compare stargate colossus"],
      [{ typed: "Something Else" }, "compare stargate Something Else"],
    ] as const) {
      const message = await (await bot.discord.submit({ ...modal, type: 9 }, values as never)).message();
      expect(message.flags & EPHEMERAL).toBeTruthy();
      expect(bot.app.requests.at(-1)).toMatchObject({ type: "click", line });
    }
    const empty = await (await bot.discord.submit({ ...modal, type: 9 }, {})).message();
    expect(textOf(empty)).toContain("Nothing was chosen");
  });

  test("a form shows the inputs of a calculation, and works out what was filled in", async () => {
    const line = 'cost quantity:10GW rate:bernstein chip:"Vera Rubin" basis:it load:0.8';
    bot.app.docs.set(
      "deal inputs",
      docWith({ line: "deal inputs", actions: [{ label: "Change inputs…", line, ask: "form" }] }),
    );
    const shown = await (await bot.discord.slash("deal", { name: "inputs" })).message();
    const modal = (await (await bot.discord.click(shown, "Change inputs…")).acknowledged()).data ?? { type: 0 };
    expect(modal.title?.length).toBeLessThanOrEqual(45);
    expect(
      modal.components?.map(({ component }) => [component?.custom_id, (component as { value?: string }).value]),
    ).toEqual([
      ["quantity", "10GW"],
      ["rate", "bernstein"],
      ["to", undefined],
      ["chip", "Vera Rubin"],
      ["more", "basis:it load:0.8"],
    ]);
    const values = { quantity: "12 GW", rate: "$45B/GW", to: ["bill"], more: "load:0.9" };
    const message = await (await bot.discord.submit({ ...modal, type: 9 }, values)).message();
    expect(message.flags & EPHEMERAL).toBeTruthy();
    expect(bot.app.requests.at(-1)).toMatchObject({
      type: "click",
      line: 'cost quantity:"12 GW" rate:$45B/GW to:bill load:0.9',
    });
  });

  test("a command that is given without options opens its form", async () => {
    const modal = (await (await bot.discord.slash("cost")).acknowledged()).data ?? { type: 0 };
    expect(modal.components).toHaveLength(5);
    await (await bot.discord.submit({ ...modal, type: 9 }, { quantity: "3 GW" })).message();
    expect(bot.app.requests.at(-1)).toMatchObject({ type: "click", line: 'cost quantity:"3 GW"' });
  });

  test("150 rows: each page in place, within limits, nothing lost", async () => {
    let message = await (await bot.discord.slash("deals")).message();
    const first = message;
    const rows: number[] = [];
    for (;;) {
      rows.push(...[...textOf(message).matchAll(/Deal number (\d+) /g)].map((match) => Number(match[1])));
      if (!buttonsOf(message).some(({ label }) => label.endsWith("▶"))) break;
      const exchange = await bot.discord.click(message, /▶$/);
      message = await exchange.message();
      expect(exchange.responses).toEqual([{ type: 6 }]);
      expect(message).toBe(first);
    }
    expect(rows).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    expect(buttonsOf(message).some(({ label }) => label.startsWith("◀"))).toBe(true);
  });

  test("a page of a public answer turns for the one who asks", async () => {
    const message = await bot.discord.replyTo(bot.discord.say(`<@${BOT_ID}> deals`));
    const exchange = await bot.discord.click(message, /▶$/);
    expect(textOf(await exchange.message())).toContain("page 2");
    expect(exchange.responses).toEqual([{ type: 5, data: { flags: EPHEMERAL } }]);
  });

  test("a button from before a restart whose line was too long", async () => {
    const message = await card();
    const old = {
      ...message,
      components: [{ type: 1, components: [{ type: 2, label: "Old", custom_id: "run#forgotten" }] }],
    };
    expect(textOf(await (await bot.discord.click(old, "Old")).message())).toBe("This button is too old: ask again.");
  });
});

describe("refusals", () => {
  test("a lost interaction is counted, logged, and told in the channel", async () => {
    bot.discord.failNext({ path: /callback$/, status: 404, body: { code: 10062, message: "Unknown interaction" } });
    await bot.discord.slash("deal", { name: "stargate" }, { channelId: "700000000000000055" });
    const [told] = await eventually(() => {
      const posted = bot.discord.posted("700000000000000055");
      return posted.length > 0 && posted;
    }, "a word in the channel");
    expect(told?.content).toContain("in time");
    expect(bot.app.requests).toEqual([]);
    expect(bot.adapter.health().detail).toContain("interactions lost: 1");
    expect(bot.log.entries).toMatchObject([{ level: "warn", fields: { code: 10062 } }]);
    expect(JSON.stringify(bot.log.entries)).not.toContain("interaction-token");
  });

  test("429: waits as long as Discord says, then succeeds", async () => {
    const edit = /messages\/@original$/;
    bot.discord.failNext({
      path: edit,
      status: 429,
      headers: { "retry-after": "0.4" },
      body: { message: "You are being rate limited.", retry_after: 0.4, global: false },
    });
    await (await bot.discord.slash("deal", { name: "stargate" })).message();
    const [first, second, ...more] = bot.discord.requests.filter(({ path }) => edit.test(path));
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(390);
  });

  test("50035 on the card: the plain page; again: one line", async () => {
    const refused = { path: /messages\/@original$/, status: 400, body: { code: 50035, message: "Invalid Form Body" } };
    bot.discord.failNext(refused);
    const plain = await (await bot.discord.slash("deal", { name: "stargate" })).message();
    expect(plain.components).toEqual([]);
    expect(plain.content).toContain("**Parties** OpenAI");
    expect(plain.flags & IS_COMPONENTS_V2).toBe(0);
    expect(bot.log.entries).toMatchObject([{ level: "warn", fields: { code: 50035, form: "card", next: "plain" } }]);
    bot.discord.failNext({ ...refused, times: 2 });
    const line = await (await bot.discord.slash("deal", { name: "stargate" })).message();
    expect(line.content).toBe(
      "Stargate \\(joint venture\\): Up to $500 billion of capital expenditure, 10 GW of IT power.",
    );
  });

  test("a page turned in place stays Components V2, also when it is refused", async () => {
    const message = await (await bot.discord.slash("deals")).message();
    bot.discord.failNext({ path: /@original$/, status: 400, body: { code: 50035, message: "Invalid Form Body" } });
    const turned = await (await bot.discord.click(message, /▶$/)).message();
    expect(turned.components).toHaveLength(1);
    expect(turned.components[0]?.type).toBe(10);
  });
});

describe("pictures", () => {
  const chart = {
    type: "chart" as const,
    title: "Cost of 10 GW",
    note: "US dollars",
    source: "Example",
    unit: "USD" as const,
    bars: [{ label: "Huang", said: "$500–600B", low: 5e11, high: 6e11, tone: "lead" as const }],
  };
  const gallery = (body: object | undefined) =>
    /"type":12,"items":\[(.*?)\]/.exec(JSON.stringify(body ?? {}))?.[1] ?? "";

  test("a chart comes as a file that the card shows, with its words for those who do not see it", async () => {
    bot.app.docs.set("deal chart", docWith({ blocks: [chart, { type: "text", text: [{ text: "$500–600B" }] }] }));
    const message = await (await bot.discord.slash("deal", { name: "chart" })).message();
    expect(gallery(message.body)).toContain("attachment://chart-1.png");
    expect(gallery(message.body)).toContain("Huang: $500–600B.");
    const file = message.body?.files?.[0];
    expect(file).toMatchObject({ name: "chart-1.png", type: "image/png" });
    expect(file?.bytes.subarray(1, 4).toString()).toBe("PNG");
  });

  test.each([
    { status: 400, body: { code: 50035, message: "Invalid Form Body" } },
    { status: 403, body: { code: 50013, message: "Missing Permissions" } },
  ])("refused with $status, the same card goes out without it", async (refusal) => {
    bot.app.docs.set("deal chart", docWith({ blocks: [chart, { type: "text", text: [{ text: "$500–600B" }] }] }));
    bot.discord.failNext({
      method: "PATCH",
      path: /@original$/,
      ...refusal,
    });
    const message = await (await bot.discord.slash("deal", { name: "chart" })).message();
    expect(gallery(message.body)).toBe("");
    expect(message.body?.files).toBeUndefined();
    expect(message.body?.attachments).toEqual([]);
    expect(textOf(message)).toContain("$500–600B");
    expect(bot.log.entries.filter(({ level }) => level === "warn").map(({ fields }) => fields.form)).toEqual(["card"]);
  });
});
