/** What people say is wrong, and what they ask without an answer: from Slack and Discord to the report, on both engines. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { runTask } from "../cli/run-task.ts";
import { realApp } from "../fixtures/app.ts";
import { textOf } from "../loopback/discord/read-message.ts";
import { click, directMessage, eventEnvelope, message, USER, viewSubmission } from "../loopback/slack/payloads.ts";
import { type Opened, sharedEngines } from "../state/engines.ts";
import { type DigestBot, startDigestBot } from "./bot.ts";

let bot: DigestBot;
afterEach(async () => {
  await bot?.stop();
});

type Button = { action_id: string; value: string; text: { text: string } };
const kept = () => bot.store.feedback.latest(50);
const asked = () => bot.store.questions.most(50);

/** The last message's button. */
function slackButton(label: string): Button {
  const blocks = (bot.slack.shown.at(-1)?.body.blocks ?? []) as { type: string; elements?: Button[] }[];
  const found = blocks.flatMap(({ elements }) => elements ?? []).find(({ text }) => text?.text === label);
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

async function tellInSlack(words: string, at: { ephemeral?: boolean } = { ephemeral: true }): Promise<string> {
  const before = [bot.slack.modals.length, bot.slack.shown.length] as const;
  const url = bot.slack.newResponseUrl();
  await bot.slack.socket.send("interactive", click(slackButton("Wrong?"), { responseUrl: url, ...at }));
  await vi.waitFor(() => expect(bot.slack.modals.length).toBe(before[0] + 1));
  const modal = bot.slack.modals.at(-1) ?? {};
  expect(JSON.stringify(modal)).toContain("without your name");
  const [input] = modal.blocks as { block_id: string; element: { action_id: string } }[];
  const field = { blockId: input?.block_id ?? "", actionId: input?.element.action_id ?? "" };
  await bot.slack.socket.send("interactive", viewSubmission(modal, { ...field, value: words, written: true }));
  const shown = await bot.slack.untilShown(before[1] + 1);
  return JSON.stringify(shown.at(-1));
}

describe.each(sharedEngines)("over $name", (engine) => {
  test("“Wrong?” under an answer in Slack keeps what was said, privately and without who said it", async () => {
    bot = await startDigestBot(engine);
    await bot.slash("/deal stargate as-of:2025-10-31");
    const thanks = await tellInSlack(
      'the value is wrong: "source: https://example.com/x",\nsays <@U0ADA> at ada@example.com',
    );
    expect(thanks).toContain("without your name");
    expect(thanks).toMatch(/"response_type":"ephemeral"|chat\.postEphemeral/);
    expect(await kept()).toEqual([
      {
        line: "deal stargate as-of:2025-10-31",
        verdict: "wrong",
        words: 'the value is wrong: "source: https://example.com/x", says at (e-mail)',
        madeMs: bot.now(),
      },
    ]);
    expect(JSON.stringify(await kept())).not.toContain(USER);
    // The same under a private answer's own thanks there is nothing to be wrong.
    expect(() => slackButton("Wrong?")).toThrow("no button");
    expect(bot.slack.problems).toEqual([]);
  });

  test("in Discord it does the same, and /feedback takes words alone", async () => {
    bot = await startDigestBot(engine);
    const card = await (await bot.discord.slash("deal", { name: "stargate" })).message();
    const modal = (await (await bot.discord.click(card, "Wrong?")).acknowledged()).data ?? { type: 0 };
    const field = modal.components?.[0]?.component?.custom_id ?? "";
    const told = await bot.discord.submit({ ...modal, type: 9 }, { [field]: "it is 9 GW" });
    expect(textOf(await told.message())).toContain("without your name");
    const typed = await bot.discord.slash("feedback", { words: "value: the Ohio site is missing" });
    expect(textOf(await typed.message())).toContain("Thank you");
    expect((await kept()).map(({ line, verdict, words }) => [line, verdict, words]).sort()).toEqual([
      ["", "said", "value: the Ohio site is missing"],
      ["deal name:stargate", "wrong", "it is 9 GW"],
    ]);
    expect(bot.discord.violations).toEqual([]);
  });

  test("one person cannot fill the list, and another still can", async () => {
    bot = await startDigestBot(engine);
    for (let number = 1; number <= 10; number++)
      expect(await bot.slash(`/feedback wrong ${number}`)).toContain("Thank you");
    expect(await bot.slash("/feedback wrong 11")).toContain("within an hour");
    expect(await bot.slash("/feedback wrong 12", { user_id: "U0OTHER" })).toContain("Thank you");
    bot.setClock(bot.now() + 3_600_001);
    expect(await bot.slash("/feedback wrong 13")).toContain("Thank you");
    expect(await kept()).toHaveLength(12);
  });

  test("a question without an answer is kept as words alone; what people say among themselves is not", async () => {
    bot = await startDigestBot(engine);
    const say = async (event: Record<string, unknown>) => {
      const before = bot.slack.shown.length;
      await bot.slack.socket.send("events_api", eventEnvelope(event));
      await bot.slack.untilShown(before + 1);
    };
    await say(directMessage("How big is the Blubberbutt Compute contract, <@U0ADA>?"));
    await say(directMessage("how big is the Blubberbutt  compute contract"));
    await bot.slash("/ask what does Fnordcorp pay for its campus? mail bob@example.com");
    // They are kept beside the answer, which does not wait for it.
    await vi.waitFor(
      async () =>
        expect((await asked()).map(({ text, times }) => [text, times])).toEqual([
          ["how big is the blubberbutt compute contract", 2],
          ["what does fnordcorp pay for its campus? mail (e-mail)", 1],
        ]),
      { timeout: 5_000 },
    );
    // Answered; outside the field; in a thread that it only listens to.
    await say(directMessage("what is stargate"));
    await say(directMessage("who won the world cup?", { channel: "D0NEW" }));
    const parent = { thread_ts: "17600.1", parent_user_id: "U0GIGAWATT" };
    await say(message("do you know what Quuxdata pays for its site?", parent));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await asked()).toHaveLength(2);
  });

  test("the report shows both, and lets nothing steer the terminal; after ninety days they are gone", async () => {
    bot = await startDigestBot(engine);
    const opened = await engine.open();
    try {
      const madeMs = Date.parse("2026-07-06T10:00:00Z");
      await opened.store.questions.add("what does fnordcorp pay", madeMs);
      await opened.store.questions.add("what does fnordcorp pay", madeMs);
      await opened.store.feedback.add({
        line: "deal stargate",
        verdict: "wrong",
        words: "it is\u001b[2J 9 GW",
        madeMs,
      });
      await opened.store.feedback.add({ line: "", verdict: "said", words: "more sites", madeMs: madeMs + 1 });
      const { out, err, status } = await report(opened);
      expect([status, err]).toEqual([0, ""]);
      expect(out).toBe(
        [
          "Questions without an answer, the most asked first:",
          "    2 ×  2026-07-06  what does fnordcorp pay",
          "",
          "Feedback, the latest first:",
          "  2026-07-06  (of no answer in particular)",
          "              more sites",
          "  2026-07-06  /deal stargate",
          "              it is�[2J 9 GW",
          "",
        ].join("\n"),
      );
      expect((await report(opened, "--most", "x")).err).toContain("--most x is no number. Write npm run state:report");
      await opened.store.sweep(madeMs + 90 * 86_400_000 - 1);
      expect(await opened.store.feedback.latest(5)).toHaveLength(2);
      await opened.store.sweep(madeMs + 90 * 86_400_000 + 2);
      expect((await report(opened)).out.match(/ {2}none/g)).toHaveLength(2);
    } finally {
      await opened.close();
    }
  });
});

const report = ({ where }: Opened, ...args: string[]) =>
  runTask(["state-report", ...args], {
    environment: { DATA_DIR: where.dataDir, ...(where.databaseUrl ? { DATABASE_URL: where.databaseUrl } : {}) },
  });

test("in the terminal nothing is kept, and it says where facts are mended", async () => {
  bot = undefined as unknown as DigestBot;
  const asker = { platform: "terminal", conversation: "t" } as const;
  const doc = await realApp().answer({ type: "question", text: "/feedback it is 9 GW", asker });
  expect(doc.headline[0]?.text).toContain("CONTRIBUTING.md says how to mend one");
  const card = await realApp().answer({ type: "question", text: "/deal stargate", asker });
  expect(card.actions.map(({ label }) => label)).not.toContain("Wrong?");
});

test("no question gives feedback, whatever it says", async () => {
  for (const text of ["feedback the value is wrong", "that is wrong, please correct it", "give feedback: wrong"]) {
    const doc = await realApp().answer({ type: "question", text, asker: { platform: "terminal", conversation: text } });
    expect(doc.kind, text).not.toBe("feedback");
  }
});
