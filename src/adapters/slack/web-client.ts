/** How the Web API is called. */
import type { Logger, webApi } from "@slack/bolt";
import type { SlackConfig } from "./config.ts";

/** A new object each time: the clients write into theirs. */
export function clientOptions(config: SlackConfig, logger: Logger): webApi.WebClientOptions {
  return {
    ...(config.apiUrl ? { slackApiUrl: config.apiUrl } : {}),
    logger,
    timeout: 10_000,
    rejectRateLimitedCalls: false,
    retryConfig: RETRIES,
  };
}

/**
 * A 429 is obeyed and tried again. A request that may have arrived is not: it would answer twice. The option is p-retry's,
 * which the client hands it to; the client's own type does not name it.
 */
const RETRIES: webApi.RetryOptions & { onFailedAttempt(error: Error): void } = {
  retries: 4,
  minTimeout: 100,
  maxTimeout: 5_000,
  onFailedAttempt(error) {
    if (!isRateLimit(error) && !isUnsent(error)) throw error;
  },
};

const isRateLimit = (error: Error): boolean => error.message.startsWith("A rate limit was exceeded");

function isUnsent(error: Error): boolean {
  let cause: unknown = error;
  for (let depth = 0; cause instanceof Error && depth < 5; depth++, cause = cause.cause) {
    if ("code" in cause && UNSENT.has(String(cause.code))) return true;
  }
  return false;
}
/** Errors from before the first byte. */
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);
