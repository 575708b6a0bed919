/** The installations of Slack workspaces, where they are kept. Ends the start when one of them cannot be opened any more. */
import type { Config } from "../config.ts";
import { type Installations, sealedInstallations } from "../state/installations.ts";
import type { Store } from "../state/store.ts";
import { missingKey, parseTokenKeys } from "../state/token-keys.ts";
import type { WithFallback } from "../state/with-fallback.ts";

export async function openInstallations(
  config: Pick<Config, "TOKEN_KEYS">,
  store: Store,
  fallback: WithFallback,
): Promise<Installations> {
  const keys = parseTokenKeys(config.TOKEN_KEYS ?? "");
  for (const [keyId, count] of await store.installations.countByKey())
    if (!keys.ids.includes(keyId)) throw missingKey(`The tokens of ${sayCount(count)} are`, keyId);
  return sealedInstallations({
    stored: store.installations,
    forgetWorkspace: store.forgetWorkspace,
    keys,
    clock: Date,
    fallback,
  });
}

const sayCount = (count: number): string => (count === 1 ? "one workspace" : `${count} workspaces`);
