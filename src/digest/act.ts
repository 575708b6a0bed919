/** Does what an Action asks for, and says what it did. Where nothing can be posted, as in the terminal, it says what it would do. */
import type { Asker } from "../app.ts";
import type { Doc } from "../doc/doc.ts";
import type { Action } from "../plan/action.ts";
import type { Acting } from "./acting.ts";
import { digestNow, digestOff, digestOn, digestPreview, digestStatus } from "./digest-actions.ts";
import { giveFeedback } from "./feedback-action.ts";
import { listWatches, startWatch } from "./watch-actions.ts";

export async function act(acting: Acting, action: Action, asker: Asker): Promise<Doc> {
  switch (action.kind) {
    case "digest-on":
      return await digestOn(acting, action, asker);
    case "digest-off":
      return await digestOff(acting, asker);
    case "digest-now":
      return await digestNow(acting, asker);
    case "digest-status":
      return await digestStatus(acting, asker);
    case "digest-preview":
      return await digestPreview(acting, asker, action);
    case "watch":
      return await startWatch(acting, action, asker);
    case "watches":
      return await listWatches(acting, action, asker);
    case "feedback":
      return await giveFeedback(acting, action, asker);
    default:
      return action satisfies never;
  }
}
