import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPseudoTerminal, type PseudoTerminal } from "../adapters/terminal/pseudo-terminal.ts";

/** A bot that listens, and needs nobody outside to start. */
const environment = { DISCORD_PUBLIC_KEY: "a".repeat(64), HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info" };

describe.each<[string, (bot: PseudoTerminal) => void]>([
  ["SIGTERM, as a supervisor sends it", (bot) => process.kill(bot.pid, "SIGTERM")],
  ["SIGINT", (bot) => process.kill(bot.pid, "SIGINT")],
  // npm passes it on, and the terminal sends it to all that run in it: the bot gets it twice.
  ["Ctrl-C in its terminal", (bot) => bot.type("\u0003")],
  ["Ctrl-C again and again", (bot) => bot.type("\u0003\u0003\u0003")],
])("`npm start`, ended by %s", (_name, end) => {
  let bot: PseudoTerminal;
  let log: string;
  beforeAll(async () => {
    bot = openPseudoTerminal("npm", ["start", "--silent"], { columns: 500, environment });
    await bot.until(/"adapter":"discord".*"started"/);
  });
  afterAll(() => bot.ended);

  test("stops in order, and npm ends with status 0", async () => {
    end(bot);
    log = await bot.until('"stopped"');
    expect(await bot.ended).toMatchObject({ exitCode: 0, signal: 0 });
    expect(log).not.toContain('"level":50');
  });
});
