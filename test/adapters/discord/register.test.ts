import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Command } from "../../../commands/define-command.ts";
import { commandOverruns } from "../../../src/adapters/discord/command-overruns.ts";
import { discordCommands } from "../../../src/adapters/discord/discord-commands.ts";
import { registerDiscordCommands } from "../../../src/adapters/discord/register.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../../loopback/discord/start-loopback-discord.ts";
import { commands } from "./fixture-app.ts";

test("a command as Discord takes it", () => {
  expect(discordCommands(commands)).toMatchInlineSnapshot(`
    [
      {
        "contexts": [
          0,
          1,
          2,
        ],
        "description": "One deal",
        "integration_types": [
          0,
          1,
        ],
        "name": "deal",
        "options": [
          {
            "autocomplete": true,
            "description": "Its name",
            "name": "name",
            "required": true,
            "type": 3,
          },
          {
            "description": "A day",
            "name": "as-of",
            "required": false,
            "type": 3,
          },
        ],
        "type": 1,
      },
      {
        "contexts": [
          0,
          1,
          2,
        ],
        "description": "Many deals",
        "integration_types": [
          0,
          1,
        ],
        "name": "deals",
        "options": [
          {
            "autocomplete": true,
            "description": "A party",
            "name": "party",
            "required": false,
            "type": 3,
          },
          {
            "choices": [
              {
                "name": "value",
                "value": "value",
              },
              {
                "name": "date",
                "value": "date",
              },
            ],
            "description": "The order",
            "name": "sort",
            "required": false,
            "type": 3,
          },
        ],
        "type": 1,
      },
      {
        "contexts": [
          0,
          1,
          2,
        ],
        "description": "From gigawatts to dollars, chips, energy and back, with the working",
        "integration_types": [
          0,
          1,
        ],
        "name": "cost",
        "options": [
          {
            "description": "10GW, $300B, 100,000 GB200s, 65 TWh, or arithmetic: 6GW * $50-60B/GW",
            "name": "quantity",
            "required": false,
            "type": 3,
          },
          {
            "autocomplete": true,
            "description": "A named estimate, or your own: huang, bernstein, $45B/GW",
            "name": "rate",
            "required": false,
            "type": 3,
          },
          {
            "choices": [
              {
                "name": "power",
                "value": "power",
              },
              {
                "name": "it-power",
                "value": "it-power",
              },
              {
                "name": "cost",
                "value": "cost",
              },
              {
                "name": "accelerators",
                "value": "accelerators",
              },
              {
                "name": "racks",
                "value": "racks",
              },
              {
                "name": "energy",
                "value": "energy",
              },
              {
                "name": "it-energy",
                "value": "it-energy",
              },
              {
                "name": "bill",
                "value": "bill",
              },
              {
                "name": "homes",
                "value": "homes",
              },
              {
                "name": "co2",
                "value": "co2",
              },
              {
                "name": "water",
                "value": "water",
              },
              {
                "name": "depreciation",
                "value": "depreciation",
              },
              {
                "name": "financing",
                "value": "financing",
              },
              {
                "name": "running-cost",
                "value": "running-cost",
              },
              {
                "name": "yearly-cost",
                "value": "yearly-cost",
              },
              {
                "name": "gpu-hour",
                "value": "gpu-hour",
              },
              {
                "name": "break-even",
                "value": "break-even",
              },
              {
                "name": "revenue",
                "value": "revenue",
              },
              {
                "name": "payback",
                "value": "payback",
              },
              {
                "name": "generation",
                "value": "generation",
              },
              {
                "name": "on-time",
                "value": "on-time",
              },
              {
                "name": "breakdown",
                "value": "breakdown",
              },
            ],
            "description": "What to work out",
            "name": "to",
            "required": false,
            "type": 3,
          },
          {
            "autocomplete": true,
            "description": "GB300, Vera Rubin, H100, TPU v7",
            "name": "chip",
            "required": false,
            "type": 3,
          },
          {
            "choices": [
              {
                "name": "it",
                "value": "it",
              },
              {
                "name": "facility",
                "value": "facility",
              },
            ],
            "description": "Whose gigawatts: of the chips and servers, or of the site",
            "name": "basis",
            "required": false,
            "type": 3,
          },
          {
            "description": "Average draw over nameplate: 0.8",
            "name": "load",
            "required": false,
            "type": 3,
          },
          {
            "description": "Yearly energy of the site over that of the IT: 1.2",
            "name": "pue",
            "required": false,
            "type": 3,
          },
          {
            "description": "Electricity in dollars per MWh: 70",
            "name": "price",
            "required": false,
            "type": 3,
          },
          {
            "description": "Life of chips and servers in years: 5",
            "name": "life",
            "required": false,
            "type": 3,
          },
          {
            "description": "Interest a year: 6.5%",
            "name": "debt",
            "required": false,
            "type": 3,
          },
          {
            "description": "Share of GPU-hours sold: 80%",
            "name": "sold",
            "required": false,
            "type": 3,
          },
          {
            "description": "Price of a GPU-hour in dollars: 2.60",
            "name": "rent",
            "required": false,
            "type": 3,
          },
          {
            "description": "Margin that revenue must leave: 25%",
            "name": "margin",
            "required": false,
            "type": 3,
          },
          {
            "description": "A receipt of an earlier calculation: the same again",
            "name": "receipt",
            "required": false,
            "type": 3,
          },
        ],
        "type": 1,
      },
    ]
  `);
});

test("holds to Discord's rules", () => {
  expect(commandOverruns(discordCommands(commands))).toEqual([]);
});

test.each<[string, Partial<Command>, RegExp]>([
  ["capitals", { name: "Deal" }, /the name "Deal"/],
  ["a name too long", { name: "x".repeat(33) }, /the name/],
  ["no summary", { summary: "" }, /the description/],
  ["a summary too long", { summary: "x".repeat(101) }, /the description/],
  ["an option with a space", { options: [{ ...option("as of") }] }, /the name "as of"/],
  ["26 options", { options: Array.from({ length: 26 }, (_, index) => option(`o${index}`)) }, /26 options/],
  [
    "26 choices",
    { options: [{ ...option("a"), choices: Array.from({ length: 26 }, (_, index) => `c${index}`) }] },
    /26 choices/,
  ],
  [
    "too many characters",
    {
      options: Array.from({ length: 5 }, (_, o) => ({
        ...option(`o${o}`),
        choices: Array.from({ length: 25 }, (_, c) => `${c}${"x".repeat(40)}`),
      })),
    },
    /characters, at most 8000/,
  ],
])("finds %s", (_, change, problem) => {
  const [first] = commands;
  expect(commandOverruns(discordCommands([{ ...(first as Command), ...change }])).join("; ")).toMatch(problem);
});
function option(name: string) {
  return { name, summary: "An option", schema: commands[0]?.options[0]?.schema as never };
}

describe("registering", () => {
  let discord: LoopbackDiscord;
  beforeAll(async () => {
    discord = await startLoopbackDiscord();
  });
  afterAll(() => discord.stop());
  const register = (extra: { guildId?: string; token?: string } = {}) => {
    const { token, applicationId, restUrl } = discord;
    return registerDiscordCommands({ token, applicationId, restUrl, commands, ...extra });
  };

  test("everywhere", async () => {
    expect(await register()).toMatchObject([{ name: "deal" }, { name: "deals" }, { name: "cost" }]);
    expect(discord.registered.at(-1)?.path).toBe(`/applications/${discord.applicationId}/commands`);
    expect(discord.registered.at(-1)?.commands[0]).toHaveProperty("contexts", [0, 1, 2]);
  });
  test("in one server, without what only global commands have", async () => {
    await register({ guildId: "42" });
    expect(discord.registered.at(-1)?.path).toBe(`/applications/${discord.applicationId}/guilds/42/commands`);
    expect(discord.registered.at(-1)?.commands[0]).not.toHaveProperty("contexts");
  });
  test("a wrong token, a server without the bot, another's application, a refusal", async () => {
    await expect(register({ token: "wrong" })).rejects.toThrow(/DISCORD_TOKEN.*Reset Token/);
    discord.failNext({ path: /commands$/, status: 403, body: { code: 50001, message: "Missing Access" } });
    await expect(register({ guildId: "42" })).rejects.toThrow(/not in the server 42.*applications.commands/);
    discord.failNext({ path: /commands$/, status: 403, body: { code: 20012, message: "Not authorized" } });
    await expect(register()).rejects.toThrow(/DISCORD_APPLICATION_ID/);
    discord.failNext({ path: /commands$/, status: 400, body: { code: 50035, message: "Invalid Form Body" } });
    await expect(register()).rejects.toThrow(/Discord refused the commands.*Invalid Form Body/);
  });
});
