import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { problemsOf, Suggestions } from "../../loopback/slack/block-kit.ts";
import {
  click,
  DIRECT,
  directMessage,
  eventEnvelope,
  formSubmission,
  mention,
  message,
  newTs,
  slashCommand,
  suggestion,
  USER,
  viewSubmission,
} from "../../loopback/slack/payloads.ts";
import { BOT_TOKEN, type LoopbackSlack, startLoopbackSlack } from "../../loopback/slack/start-loopback-slack.ts";
import { row, settle, startBot, type TestBot } from "./fixture.ts";

type Button = { action_id: string; value: string; text: { text: string } };
type Shown = { body: Record<string, unknown> };
const blocksOf = (shown: Shown | undefined) => (shown?.body.blocks ?? []) as { type: string; elements?: Button[] }[];
const buttonsOf = (shown: Shown | undefined) =>
  blocksOf(shown).flatMap((block) => (block.type === "actions" ? (block.elements ?? []) : []));
function button(shown: Shown | undefined, label: string): Button {
  const found = buttonsOf(shown).find((one) => one.text.text.includes(label));
  if (!found) throw new Error(`no button ${label} among ${buttonsOf(shown).map((one) => one.text.text)}`);
  return found;
}

describe.each(["socket", "http"] as const)("Slack over %s", (mode) => {
  let slack: LoopbackSlack;
  let bot: TestBot;
  beforeAll(async () => {
    slack = await startLoopbackSlack();
    bot = await startBot(slack, mode);
  });
  beforeEach(() => {
    slack.clear();
    bot.app.requests.length = 0;
    bot.log.entries.length = 0;
  });
  afterAll(async () => {
    await bot.stop();
    await slack.close();
    expect(slack.problems).toEqual([]);
  });

  it("answers a slash command privately, with a Share button", async () => {
    const reply = await bot.send("slash_commands", slashCommand("/deal", "stargate &amp; co", slack.newResponseUrl()));
    expect(reply).toEqual({});
    const [shown] = await slack.untilShown(1);
    expect(shown?.body).toMatchObject({
      response_type: "ephemeral",
      replace_original: false,
      text: expect.stringContaining("up to $500B"),
    });
    expect(buttonsOf(shown).map((one) => one.text.text)).toEqual(["Share", "Sources", "Compare…"]);
    expect(bot.app.requests).toEqual([
      {
        type: "command",
        name: "deal",
        text: "stargate & co",
        asker: {
          platform: "slack",
          conversation: `slack:T0GIGA:C0DEALS:${USER}`,
          workspace: "slack:T0GIGA",
          at: { channel: "C0DEALS", user: USER },
          person: expect.any(Function),
        },
      },
    ]);
  });

  it("answers a mention once, in its thread, although two events tell of it and one comes again", async () => {
    const event = mention("what is stargate?");
    const twin = message(event.text, { ts: event.ts });
    const envelope = eventEnvelope(event);
    await Promise.all([bot.send("events_api", envelope), bot.send("events_api", eventEnvelope(twin))]);
    await bot.send("events_api", envelope, { attempt: 1, reason: "http_timeout" });
    await slack.untilShown(1);
    await settle();
    expect(slack.shown).toHaveLength(1);
    expect(slack.shown[0]).toMatchObject({
      via: "chat.postMessage",
      body: { channel: "C0DEALS", thread_ts: event.ts },
    });
    expect(bot.app.requests).toMatchObject([
      { type: "question", text: "what is stargate?", asker: { conversation: `slack:T0GIGA:C0DEALS:${event.ts}` } },
    ]);
  });

  it("answers a mention in a thread that it is in once, although either event alone would do", async () => {
    const first = mention("stargate?");
    await bot.send("events_api", eventEnvelope(first));
    await slack.untilShown(1);
    const event = mention("and hyperion?", { thread_ts: first.ts, parent_user_id: USER });
    const twin = message(event.text, { ts: event.ts, thread_ts: first.ts, parent_user_id: USER });
    await Promise.all([bot.send("events_api", eventEnvelope(twin)), bot.send("events_api", eventEnvelope(event))]);
    await slack.untilShown(2);
    await settle();
    expect(slack.shown).toHaveLength(2);
  });

  it("answers an event that carries only a retry", async () => {
    await bot.send("events_api", eventEnvelope(mention("lost at first")), { attempt: 2, reason: "http_error" });
    await slack.untilShown(1);
  });

  it("answers a direct message in place, and an empty mention with help", async () => {
    await bot.send("events_api", eventEnvelope(directMessage("stargate")));
    const [direct] = await slack.untilShown(1);
    expect(direct).toMatchObject({ via: "chat.postMessage", body: { channel: DIRECT } });
    expect(direct?.body.thread_ts).toBeUndefined();
    await bot.send("events_api", eventEnvelope(mention("")));
    await slack.untilShown(2);
    expect(bot.app.requests).toMatchObject([
      { asker: { conversation: `slack:T0GIGA:${DIRECT}:dm` } },
      { type: "command", name: "help" },
    ]);
  });

  it("answers replies in a thread that it is in, but not what people say to each other there", async () => {
    const first = mention("stargate?");
    await bot.send("events_api", eventEnvelope(first));
    await slack.untilShown(1);
    const inThread = (text: string) => eventEnvelope(message(text, { thread_ts: first.ts, parent_user_id: USER }));
    await bot.send("events_api", inThread("and its power"));
    await slack.untilShown(2);
    await bot.send("events_api", inThread("nonsense, lunch"));
    await bot.send("events_api", inThread("<@U0OTHER> what do you think?"));
    await settle();
    expect(slack.shown).toHaveLength(2);
    await bot.send("events_api", inThread("nonsense?"));
    await slack.untilShown(3);
    expect(slack.shown.every((shown) => shown.body.thread_ts === first.ts)).toBe(true);
  });

  it("keeps out of threads of others, but knows one under its own message", async () => {
    slack.threads.set("1.1", [{ user: USER, text: "unrelated" }]);
    await bot.send(
      "events_api",
      eventEnvelope(message("what is stargate?", { thread_ts: "1.1", parent_user_id: USER })),
    );
    await bot.send(
      "events_api",
      eventEnvelope(message("what is stargate?", { thread_ts: "2.2", parent_user_id: USER })),
    );
    await settle();
    expect(slack.shown).toHaveLength(0);
    // One look-up a minute, whatever the number of threads.
    expect(slack.calls.filter((call) => call.method === "conversations.replies").length).toBeLessThanOrEqual(1);
    await bot.send(
      "events_api",
      eventEnvelope(message("what is stargate?", { thread_ts: "3.3", parent_user_id: "U0GIGAWATT" })),
    );
    await slack.untilShown(1);
  });

  it("ignores bots, itself, edits, joins and the channel's talk", async () => {
    for (const event of [
      mention("stargate", { bot_id: "B0OTHER" }),
      directMessage("stargate", { bot_id: "B0OTHER", subtype: "bot_message" }),
      directMessage("stargate", { user: "U0GIGAWATT" }),
      directMessage("stargate", { subtype: "channel_join" }),
      {
        type: "message",
        subtype: "message_changed",
        channel: DIRECT,
        channel_type: "im",
        ts: newTs(),
        hidden: true,
        message: { text: "stargate" },
      },
      mention("stargate", { edited: { user: USER, ts: newTs() } }),
      message("what is stargate?"),
    ]) {
      await bot.send("events_api", eventEnvelope(event));
    }
    await settle();
    expect(slack.shown).toEqual([]);
    expect(bot.app.requests).toEqual([]);
  });

  it("runs a button's line: privately for a public message, in place in a direct one", async () => {
    const run = { action_id: "gw:run:0", value: "deal stargate view:sources" };
    await bot.send("interactive", click(run, { responseUrl: slack.newResponseUrl(), messageTs: "5.5" }));
    await bot.send("interactive", click(run, { responseUrl: slack.newResponseUrl(), channel: DIRECT }));
    await bot.send("interactive", click(run, { responseUrl: slack.newResponseUrl(), ephemeral: true }));
    const shown = await slack.untilShown(3);
    expect(shown.find((one) => one.via === "chat.postEphemeral")?.body).toMatchObject({ user: USER, thread_ts: "5.5" });
    expect(shown.find((one) => one.via === "chat.postMessage")?.body).toMatchObject({ channel: DIRECT });
    expect(shown.find((one) => one.via === "response_url")?.body).toMatchObject({ response_type: "ephemeral" });
    expect(bot.app.requests[0]).toMatchObject({ type: "click", line: run.value });
  });

  it("shares an answer once, and where it is no member through the click's address", async () => {
    await bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl()));
    const share = button((await slack.untilShown(1))[0], "Share");
    const at = { ephemeral: true, messageTs: "6.6" };
    await bot.send("interactive", click(share, { ...at, responseUrl: slack.newResponseUrl() }));
    await bot.send("interactive", click(share, { ...at, responseUrl: slack.newResponseUrl() }));
    await settle();
    expect(slack.shown).toHaveLength(2);
    expect(slack.shown[1]).toMatchObject({ via: "chat.postMessage", body: { channel: "C0DEALS" } });
    expect(JSON.stringify(slack.shown[1]?.body.blocks)).toContain("shared by ada");
    slack.fail("chat.postMessage", { error: "not_in_channel" });
    await bot.send(
      "interactive",
      click(share, { ephemeral: true, messageTs: "7.7", responseUrl: slack.newResponseUrl() }),
    );
    const shown = await slack.untilShown(3);
    expect(shown[2]).toMatchObject({ via: "response_url", body: { response_type: "in_channel" } });
  });

  it("asks for the second deal in a modal, with suggestions, and compares", async () => {
    await bot.send(
      "interactive",
      click(
        { action_id: "gw:ask:1", value: "compare stargate" },
        { ephemeral: true, responseUrl: slack.newResponseUrl() },
      ),
    );
    await expect.poll(() => slack.modals.length).toBe(1);
    const modal = slack.modals[0] ?? {};
    const [input] = modal.blocks as { block_id: string; element: { action_id: string } }[];
    const actionId = input?.element.action_id ?? "";
    const all = (await bot.send("interactive", suggestion(actionId, ""))) as {
      options: { text: { text: string }; value: string }[];
    };
    expect(problemsOf(Suggestions, all)).toEqual([]);
    expect(all.options.map((one) => one.value)).toEqual(["stargate", "hyperion"]);
    expect(all.options[1]?.text.text).toHaveLength(75);
    expect(await bot.send("interactive", suggestion(actionId, "hyp"))).toMatchObject({
      options: [{ value: "hyperion" }],
    });
    await bot.send(
      "interactive",
      viewSubmission(modal, { blockId: input?.block_id ?? "", actionId, value: "hyperion" }),
    );
    const [shown] = await slack.untilShown(1);
    expect(shown).toMatchObject({ via: "response_url", body: { response_type: "ephemeral" } });
    expect(bot.app.requests.at(-1)).toMatchObject({ type: "click", line: "compare stargate hyperion" });
  });

  it("shows the inputs of a calculation in a form, and works out what was filled in", async () => {
    const line = 'cost quantity:10GW rate:bernstein chip:"Vera Rubin" basis:it load:0.8';
    await bot.send(
      "interactive",
      click({ action_id: "gw:form:2", value: line }, { ephemeral: true, responseUrl: slack.newResponseUrl() }),
    );
    await expect.poll(() => slack.modals.length).toBe(1);
    const modal = slack.modals[0] ?? {};
    const fields = modal.blocks as { block_id: string; element: Record<string, unknown> }[];
    expect(fields.map(({ block_id, element }) => [block_id, element.initial_value])).toEqual([
      ["quantity", "10GW"],
      ["rate", "bernstein"],
      ["to", undefined],
      ["chip", "Vera Rubin"],
      ["more", "basis:it load:0.8"],
    ]);
    const wrong = await bot.send("interactive", formSubmission(modal, { quantity: "10GW", to: "nowhere" }));
    expect(wrong).toMatchObject({ response_action: "errors", errors: { to: expect.any(String) } });
    const filled = { quantity: "12 GW", rate: "$45B/GW", to: "bill", more: "load:0.9" };
    await bot.send("interactive", formSubmission(modal, filled));
    const [shown] = await slack.untilShown(1);
    expect(shown).toMatchObject({ via: "response_url", body: { response_type: "ephemeral" } });
    expect(bot.app.requests.at(-1)).toMatchObject({
      type: "click",
      line: 'cost quantity:"12 GW" rate:$45B/GW to:bill load:0.9',
    });
  });

  it("opens the form of a command that is given without options", async () => {
    await bot.send("slash_commands", slashCommand("/cost", "", slack.newResponseUrl()));
    await expect.poll(() => slack.modals.length).toBe(1);
    expect(slack.modals[0]).toMatchObject({ title: { text: "/cost" } });
    expect(slack.shown).toEqual([]);
    await bot.send("interactive", formSubmission(slack.modals[0] ?? {}, { quantity: "3 GW" }));
    await slack.untilShown(1);
    expect(bot.app.requests.at(-1)).toMatchObject({ type: "click", line: 'cost quantity:"3 GW"' });
  });

  it("turns the pages of a long answer in place until nothing is left", async () => {
    await bot.send("slash_commands", slashCommand("/deals", "all deals", slack.newResponseUrl()));
    let seen = "";
    for (let page = 1; ; page++) {
      const shown = (await slack.untilShown(page)).at(-1);
      seen += JSON.stringify(shown?.body.blocks);
      expect(shown?.body.replace_original).toBe(page > 1);
      const next = buttonsOf(shown).find((one) => one.text.text.startsWith("Next"));
      if (!next) break;
      await bot.send("interactive", click(next, { ephemeral: true, responseUrl: slack.newResponseUrl() }));
    }
    expect(slack.shown.length).toBeGreaterThan(1);
    for (let n = 0; n < 150; n++) expect(seen).toContain(row(n));
  });

  it("falls back from blocks to sections to text, and logs Slack's word for it", async () => {
    slack.fail("chat.postMessage", { error: "invalid_blocks" });
    await bot.send("events_api", eventEnvelope(mention("stargate")));
    const [simple] = await slack.untilShown(1);
    expect(new Set(blocksOf(simple).map((block) => block.type))).toEqual(new Set(["section"]));
    expect(bot.log.entries).toContainEqual(
      expect.objectContaining({
        level: "warn",
        fields: expect.objectContaining({ form: "rich", slackError: "invalid_blocks" }),
      }),
    );
    slack.fail("response_url", { error: "invalid_blocks", times: 2 });
    await bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl()));
    const plain = (await slack.untilShown(2))[1];
    expect(plain?.body.blocks).toBeUndefined();
    for (const part of [
      "up to $500B",
      "10 GW",
      "Announced at the White House",
      "https://example.com/2",
      "As of 1 August 2026",
    ])
      expect(plain?.body.text).toContain(part);
  });

  it("obeys Retry-After, and then answers once", async () => {
    slack.fail("chat.postMessage", { retryAfterSeconds: 1 });
    slack.fail("response_url", { retryAfterSeconds: 1 });
    await Promise.all([
      bot.send("events_api", eventEnvelope(mention("stargate"))),
      bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl())),
    ]);
    await slack.untilShown(2);
    for (const method of ["chat.postMessage", "response_url"]) {
      const [first, second, ...more] = slack.calls.filter((call) => call.method === method);
      expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(950);
      expect(more).toEqual([]);
    }
  });

  it("does not send again what may have arrived", async () => {
    slack.fail("chat.postMessage", { drop: true });
    await bot.send("events_api", eventEnvelope(mention("stargate")));
    await slack.untilShown(1);
    expect(slack.shown[0]?.body.text).toMatch(/^Sorry/);
    expect(slack.calls.filter((call) => call.method === "chat.postMessage")).toHaveLength(2);
  });

  it("reaches the reader when the response address has run out", async () => {
    slack.fail("response_url", { status: 404, error: "expired_url" });
    await bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl()));
    const [shown] = await slack.untilShown(1);
    expect(shown).toMatchObject({ via: "chat.postEphemeral", body: { channel: "C0DEALS", user: USER } });
    expect(bot.log.text()).toContain("expired_url");
  });

  it("says one sentence when an answer fails, and logs no secret", async () => {
    await bot.send("slash_commands", slashCommand("/deal", "explode", slack.newResponseUrl()));
    const [shown] = await slack.untilShown(1);
    expect(shown?.body.text).toMatch(/^Sorry, something went wrong on my side/);
    expect(shown?.body.text).not.toContain("kaboom");
    expect(bot.log.text()).toContain("kaboom [hidden]");
    expect(bot.log.text()).not.toContain(BOT_TOKEN);
  });
});
