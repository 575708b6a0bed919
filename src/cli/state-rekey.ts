/** `npm run state:rekey [-- --drop]`: seals all tokens with the first of TOKEN_KEYS, so that the others can be taken out. */
import type { Config } from "../config.ts";
import { SetupError } from "../errors.ts";
import { openStore, type Whereabouts } from "../state/open-store.ts";
import { parseTokenKeys } from "../state/token-keys.ts";
import { readOptions } from "./read-options.ts";

/** While the bot runs, too: what it changes meanwhile is left as it is, and is sealed with the first key anyway. */
export async function rekeyState(args: readonly string[], config: Config, where: Whereabouts): Promise<void> {
  const { values } = readOptions(
    { args: [...args], options: { drop: { type: "boolean", default: false } } },
    "Write npm run state:rekey, with -- --drop to forget the workspaces whose tokens cannot be opened.",
  );
  const keys = parseTokenKeys(config.TOKEN_KEYS ?? "");
  const store = await openStore(where);
  try {
    let [sealed, dropped] = [0, 0];
    for (const { id, sealed: was, keyId } of await store.installations.all()) {
      if (keyId === keys.ids[0]) continue;
      try {
        if (await store.installations.replace({ id, was, ...keys.seal(keys.open(was, id), id) })) sealed++;
      } catch (error) {
        if (!(values.drop && error instanceof SetupError)) throw error;
        await store.forgetWorkspace(id);
        dropped++;
      }
    }
    console.log(`Sealed anew: ${sealed}. Forgotten: ${dropped}. Only the first key is needed now.`);
  } finally {
    await store.close();
  }
}
