/** What an action works with: the knowledge, the clock, and where things are kept and posted, if anywhere. */
import { type Clock, type Outlet, PostError } from "../adapters/adapter.ts";
import type { Asker, Person } from "../app.ts";
import type { Action as Button, Doc, Rich } from "../doc/doc.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../knowledge/library.ts";
import type { Platform, Store } from "../state/store.ts";
import { newKey } from "./deliver.ts";
import type { Outlets } from "./run-digests.ts";

export type Posting = { store: Store; outlets: Outlets };

export type Acting = { library: Library; clock: Clock; posting?: Posting };

/** Where somebody asked, with what is needed to keep and to post it. */
export type At = NonNullable<Asker["at"]> & { workspace: string; platform: Platform; store: Store; outlet: Outlet };

/** Null where nothing is posted and nothing kept: in the terminal. */
export function placeOf({ posting }: Acting, { platform, at, workspace = "" }: Asker): At | null {
  if (!posting || !at || (platform !== "slack" && platform !== "discord")) return null;
  const outlet = posting.outlets[platform];
  return outlet ? { ...at, workspace, platform, store: posting.store, outlet } : null;
}

export const personOf = async (asker: Asker): Promise<Person> =>
  (await asker.person?.()) ?? { zone: null, manages: null };

/** What cannot be posted now may be later; only where it never can, what was promised is taken back. */
export async function announce(at: At, said: Doc, takeBack: () => Promise<void>): Promise<void> {
  try {
    await at.outlet.post(at, said, newKey("announce"));
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    if (error.why !== "gone") return;
    await takeBack();
    throw new UserError("cannot-post", `I cannot post here: ${error.message}.`, { cause: error });
  }
}

type More = { items?: readonly Rich[]; actions?: readonly Button[]; line?: string };

/** One sentence, and perhaps a list. */
export const say = ({ library }: Acting, kind: string, title: string, headline: string, more: More = {}): Doc => ({
  status: "answered",
  kind,
  title,
  headline: [{ text: headline }],
  blocks: more.items && more.items.length > 0 ? [{ type: "list", items: more.items }] : [],
  sources: [],
  figures: [],
  actions: more.actions ?? [],
  // Without one there is no button that would do it once more.
  line: more.line ?? "",
  asOf: library.completeTo,
  completeTo: library.completeTo,
});
