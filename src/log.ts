/** Logs as JSON lines on standard error, so that standard output stays the answer's. Secrets never get in. */
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

/** What a secret of each kind looks like, for those that come in an error or a reply and not from the environment. */
const SECRETS: readonly RegExp[] = [
  // Slack: tokens, and addresses that let whoever has them post.
  /\bxox[a-z](?:\.xox[a-z])?-[\w-]+|\bxapp-[\w-]+/g,
  /(?<=\bhooks\.slack\.com\/)[^\s"'\\)<>]+/g,
  // Discord: tokens, and the tokens in the addresses of interactions and webhooks.
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  /(?<=\b(?:interactions|webhooks)\/\d+\/)[\w-]{20,}/g,
  // Keys of model services, the header that carries any of them, and passwords in addresses.
  /\bsk-[\w-]{8,}/g,
  /(?<=\bBearer )[\w.~+/=-]{8,}/g,
  /(?<=\b[a-z][a-z+]+:\/\/[^\s/:@"]*:)[^\s/@"]+(?=@)/g,
];
const HIDDEN = "[hidden]";

export function createLog(config: Pick<Config, "LOG_LEVEL">, secrets: readonly (string | undefined)[]): Logger {
  const known = secrets
    .filter((secret): secret is string => secret !== undefined && secret.length >= 8)
    // As it stands in a line of JSON.
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  const hide = (line: string): string => {
    const left = known.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
    return SECRETS.reduce((text, secret) => text.replace(secret, HIDDEN), left);
  };
  return pino(
    {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: hide },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
