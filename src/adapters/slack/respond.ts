/** Posts to a response_url: good for 30 minutes and five messages, needs no membership and no token. */
import { setTimeout as sleep } from "node:timers/promises";
import { postJson } from "./post-json.ts";

/** Slack's answer to a message that it did not take. `code` is Slack's word for it. */
class RefusedError extends Error {
  override name = "RefusedError";
  readonly code: string;
  constructor(code: string) {
    super(`Slack refused the message: ${code}`);
    this.code = code;
  }
}

const TIMEOUT_MS = 10_000;
const MOST_WAIT_SECONDS = 60;

/** `body`: the message, or its JSON. */
export async function respondTo(url: string, body: object | Buffer): Promise<void> {
  const json = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  for (let attempt = 1; ; attempt++) {
    const { status, retryAfter, text } = await postJson(url, json, TIMEOUT_MS);
    const waitSeconds = Number(retryAfter ?? "1");
    if (status === 429 && attempt <= 3 && waitSeconds <= MOST_WAIT_SECONDS) {
      await sleep(waitSeconds * 1000);
      continue;
    }
    const code = codeIn(text);
    if (status >= 300 || code) throw new RefusedError(code ?? `http_${status}`);
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
