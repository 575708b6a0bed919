/** Keeps tokens, secrets and response addresses (whoever has one can post) out of logs. */
export type Redact = (text: string) => string;

const SECRETS = /\bx(?:ox[a-z]|app)-[\w-]+|https:\/\/hooks\.slack\.com\/[^\s"')]+|(\bBearer )\S+/g;

export function createRedact(secrets: readonly (string | undefined)[]): Redact {
  const known = secrets.filter((secret): secret is string => secret !== undefined && secret.length >= 8);
  return (text) =>
    known.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text.replace(SECRETS, `$1${HIDDEN}`));
}
const HIDDEN = "[hidden]";

/** An error as fields for a log. */
export function describeError(error: unknown, redact: Redact): { error: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { error: redact(String(error)) };
  return {
    error: redact(error.message),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    ...(error.stack ? { stack: redact(error.stack) } : {}),
  };
}
