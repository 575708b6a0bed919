/** Logs as JSON lines on standard error, so that standard output stays the answer's. Secrets never get in. */
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

const SECRET = /\b(?:xox[a-z]-[\w-]+|xapp-[\w-]+|sk-[\w-]{8,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})\b/g;

export function createLog(config: Pick<Config, "LOG_LEVEL">, secrets: readonly (string | undefined)[]): Logger {
  const hidden = secrets.filter((secret): secret is string => secret !== undefined && secret.length >= 8);
  return pino(
    {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        streamWrite: (line) =>
          hidden.reduce((text, secret) => text.replaceAll(secret, "[hidden]"), line.replace(SECRET, "[hidden]")),
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
