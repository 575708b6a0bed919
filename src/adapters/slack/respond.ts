/** Posts to a response_url: good for 30 minutes and five messages, needs no membership and no token. */
import { setTimeout as sleep } from "node:timers/promises";

/** Slack's answer to a message that it did not take. `code` is Slack's word for it. */
export class RefusedError extends Error {
  override name = "RefusedError";
  readonly code: string;
  constructor(code: string) {
    super(`Slack refused the message: ${code}`);
    this.code = code;
  }
}

const TIMEOUT_MS = 10_000;
const MOST_WAIT_SECONDS = 60;

export async function respondTo(url: string, body: object): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const words = await response.text();
    const waitSeconds = Number(response.headers.get("retry-after") ?? "1");
    if (response.status === 429 && attempt <= 3 && waitSeconds <= MOST_WAIT_SECONDS) {
      await sleep(waitSeconds * 1000);
      continue;
    }
    const code = codeIn(words);
    if (!response.ok || code) throw new RefusedError(code ?? `http_${response.status}`);
    return;
  }
}

/** Slack answers "ok", or a code as text ("invalid_blocks"), or JSON with `ok: false`, also with status 200. */
function codeIn(words: string): string | null {
  const text = words.trim();
  if (text === "" || text === "ok") return null;
  if (/^[a-z][a-z0-9_]{2,60}$/.test(text)) return text;
  return /"ok"\s*:\s*false/.test(text) ? (/"error"\s*:\s*"([\w-]+)"/.exec(text)?.[1] ?? "unknown_error") : null;
}
