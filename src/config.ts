/** The only reader of the environment. Every variable is explained in .env.example. */
import { existsSync } from "node:fs";
import { z } from "zod";
import { SetupError } from "./errors.ts";

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const address = optional.pipe(
  z
    .url({
      protocol: /^https?$/,
      error: "must be an address such as https://example.com/api/: leave it empty for the platform's own",
    })
    .optional(),
);
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

const dollars = (usual: number) =>
  optional.transform((value, context) => {
    const usd = Number(value ?? usual);
    if (Number.isFinite(usd) && usd >= 0) return usd;
    context.addIssue({ code: "custom", message: "must be an amount in dollars such as 5 or 0.50" });
    return z.NEVER;
  });

const Environment = z.object({
  SLACK_BOT_TOKEN: optional.refine(
    (value) => value === undefined || value.startsWith("xoxb-"),
    "must begin with xoxb-: copy “Bot User OAuth Token” from OAuth & Permissions",
  ),
  SLACK_APP_TOKEN: optional.refine(
    (value) => value === undefined || value.startsWith("xapp-"),
    "must begin with xapp-: make one under Basic Information → App-Level Tokens, with connections:write",
  ),
  SLACK_SIGNING_SECRET: optional,
  SLACK_CLIENT_ID: optional,
  SLACK_CLIENT_SECRET: optional,
  TOKEN_KEYS: optional,
  SLACK_API_URL: address,
  DISCORD_TOKEN: optional,
  DISCORD_APPLICATION_ID: optional.refine(
    (value) => value === undefined || /^\d{15,21}$/.test(value),
    "must be the number under General Information → Application ID",
  ),
  DISCORD_PUBLIC_KEY: optional.refine(
    (value) => value === undefined || /^[0-9a-f]{64}$/i.test(value),
    "must be 64 hexadecimal digits: copy it from General Information → Public Key",
  ),
  DISCORD_GUILD_ID: optional,
  DISCORD_API_URL: address,
  DISCORD_GATEWAY: optional.pipe(oneOf(["on", "off"]).default("on")),
  PUBLIC_URL: optional.pipe(
    z.url({ protocol: /^https$/, message: "must be an address that begins with https://" }).optional(),
  ),
  HOST: optional.pipe(z.string().default("0.0.0.0")),
  PORT: optional.transform((value, context) => {
    const port = Number(value ?? 3000);
    if (/^\d+$/.test(value ?? "3000") && port <= 65_535) return port;
    context.addIssue({ code: "custom", message: "must be a port number from 1 to 65535, or 0 for any free one" });
    return z.NEVER;
  }),
  HEALTH: optional.pipe(oneOf(["on", "off"]).default("off")),
  LOG_LEVEL: optional.pipe(oneOf(["debug", "info", "warn", "error", "silent"]).default("info")),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: address,
  OPENAI_MODEL: optional.pipe(z.string().default("gpt-6-luna")),
  PLANNER: optional.pipe(oneOf(["rules", "auto", "model"]).optional()),
  MODEL_WORDING: optional.pipe(oneOf(["on", "off"]).default("off")),
  MODEL_DAILY_USD: dollars(5),
  MODEL_WORKSPACE_DAILY_USD: dollars(1),
  KEEP_QUESTIONS: optional.pipe(oneOf(["on", "off"]).default("on")),
  DATA_DIR: optional,
  DATABASE_URL: optional.pipe(
    z
      .url({
        protocol: /^postgres(?:ql)?$/,
        error:
          "must be an address such as postgres://user:password@host:5432/database: leave it empty for a file in DATA_DIR",
      })
      .optional(),
  ),
  KNOWLEDGE_DIR: optional,
  CACHE_DIR: optional,
});
export type Config = z.infer<typeof Environment>;
export const variables = Object.keys(Environment.shape) as readonly (keyof Config)[];

/** Reads .env beside package.json, where there is one; what is set in the environment wins. */
export function readConfig(root: string, environment: NodeJS.ProcessEnv = process.env): Config {
  const file = `${root}/.env`;
  if (environment === process.env && existsSync(file)) load(file);
  const result = Environment.safeParse(environment);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new SetupError(`${String(issue?.path[0])} ${issue?.message ?? "cannot be read"}.`, {
    hint: "Mend it in .env; .env.example explains each variable.",
  });
}

function load(file: string): void {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new SetupError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`, {
      hint: "Copy .env.example to .env, and let the bot's user read it.",
      cause: error,
    });
  }
}
