/** The process that `npm start` runs, for many workspaces: installed, backed up, its key changed, moved to the other engine. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { acme, createBrowser, PUBLIC_URL } from "../adapters/slack/install-fixture.ts";
import { runTask } from "../cli/run-task.ts";
import { type BotProcess, startBotProcess } from "../fixtures/bot-process.ts";
import { CLIENT_ID, CLIENT_SECRET } from "../loopback/slack/oauth.ts";
import { eventEnvelope, mention } from "../loopback/slack/payloads.ts";
import { postSigned } from "../loopback/slack/sign.ts";
import { type LoopbackSlack, SIGNING_SECRET, startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import { type Opened, sharedEngines, type TestEngine } from "../state/engines.ts";

const [OLD, NEW] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString("base64")) as [string, string];
const pairs = sharedEngines.map((from, index) => {
  const to = sharedEngines[(index + 1) % sharedEngines.length] ?? from;
  return { from, to, title: `${from.name} → ${to.name}` };
});

const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0).reverse()) await one();
});

async function open(engine: TestEngine): Promise<Opened> {
  const one = await engine.open();
  clean.push(one.close);
  return one;
}

/** Answers a mention with the workspace's own token. */
async function answers(slack: LoopbackSlack, address: string): Promise<void> {
  slack.clear();
  const envelope = eventEnvelope(mention("what is stargate"), undefined, { team_id: acme.id, authorizations: [] });
  expect((await postSigned(`${address}/slack/events`, SIGNING_SECRET, "events_api", envelope)).status).toBe(200);
  const [shown] = await slack.untilShown(1);
  expect(shown).toMatchObject({ via: "chat.postMessage", by: acme.id });
  expect(JSON.stringify(shown?.body)).toContain("$500B");
}

test.each(pairs)("$title", { timeout: 90_000 }, async ({ from, to }) => {
  const slack = await startLoopbackSlack();
  const folder = mkdtempSync(join(tmpdir(), "gigawatt-installs-"));
  clean.push(slack.close, () => rmSync(folder, { recursive: true }));
  const [source, target] = [await open(from), await open(to)];
  const logs: BotProcess[] = [];
  const environment = ({ where }: Opened, keys: string) => ({
    SLACK_CLIENT_ID: CLIENT_ID,
    SLACK_CLIENT_SECRET: CLIENT_SECRET,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    PUBLIC_URL,
    PORT: "0",
    HOST: "127.0.0.1",
    TOKEN_KEYS: keys,
    DATA_DIR: where.dataDir,
    ...(where.databaseUrl ? { DATABASE_URL: where.databaseUrl } : {}),
  });
  const start = async (at: Opened, keys: string) => {
    const bot = startBotProcess(environment(at, keys));
    logs.push(bot);
    clean.push(bot.stop);
    await bot.logged("Slack is connected");
    return { bot, address: `http://${/listening on ([\d.:]+)/.exec(bot.log())?.[1]}` };
  };

  const first = await start(source, OLD);
  const browser = createBrowser(first.address);
  expect((await browser.open(slack.oauth.allow(await browser.authorizeUrl(), acme))).status).toBe(200);
  await answers(slack, first.address);
  const file = join(folder, "state.jsonl");
  expect(await runTask(["state-backup", file], { environment: environment(source, OLD) })).toMatchObject({ status: 0 });
  expect(readFileSync(file, "utf8")).toContain('"table":"installations"');
  expect(readFileSync(file, "utf8")).not.toMatch(/xox|Acme/);
  await first.bot.stop();

  const wrong = await runTask([], { environment: environment(source, NEW) });
  expect(wrong.status).toBe(2);
  expect(wrong.err).toMatch(
    /^The tokens of one workspace are sealed with a key \(\w{8}\) that TOKEN_KEYS does not have\./m,
  );
  const tooEarly = await runTask(["state-rekey"], { environment: environment(source, NEW) });
  expect([tooEarly.status, tooEarly.err]).toEqual([
    2,
    expect.stringContaining("The tokens of slack:T0ACME are sealed"),
  ]);
  const rekeyed = await runTask(["state-rekey"], { environment: environment(source, `${NEW},${OLD}`) });
  expect(rekeyed).toMatchObject({
    status: 0,
    out: "Sealed anew: 1. Forgotten: 0. Only the first key is needed now.\n",
  });
  await answers(slack, (await start(source, NEW)).address);

  const restored = await runTask(["state-restore", file], { environment: environment(target, OLD) });
  expect(restored).toMatchObject({ status: 0, out: expect.stringMatching(/^Restored \d+ rows/) });
  await answers(slack, (await start(target, OLD)).address);
  const dropped = await runTask(["state-rekey", "--drop"], { environment: environment(target, NEW) });
  expect(dropped.out).toContain("Forgotten: 1.");
  expect(await target.store.installations.all()).toEqual([]);

  for (const bot of logs) expect(bot.log()).not.toMatch(/xox[a-z]|loopback0/);
  expect(slack.problems).toEqual([]);
});
