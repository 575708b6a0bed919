import type { App, Request } from "../../app.ts";
import type { Doc } from "../../doc/doc.ts";
import type { Log } from "../adapter.ts";
import { deliver, type Form, revise, type Target } from "./deliver.ts";
import type { Outgoing } from "./discord-api.ts";
import { errorFields } from "./error-fields.ts";
import { notice, notices } from "./notice.ts";
import type { Rendered } from "./render.ts";

export type Place = Target & {
  /** Changes what was sent. */
  edit(body: Outgoing): Promise<void>;
};

/** Answers a request there: at once, where a model words the answer, and then by its wording in the same message. */
export async function showAnswer(
  app: App,
  request: Request,
  toRendered: (doc: Doc) => Rendered,
  place: Place,
  { log, onShown }: { log: Log; onShown?: () => void },
): Promise<void> {
  const early: { doc?: Doc; shown?: Promise<Form | null> } = {};
  const showPlain = (doc: Doc) => {
    early.doc = doc;
    early.shown = deliver(toRendered(doc), place, log);
    onShown?.();
  };
  let rendered: Rendered;
  try {
    const doc = await app.answer(request, showPlain);
    if (early.shown) {
      const form = await early.shown;
      if (doc !== early.doc) await revise(toRendered(doc), form, place.edit, log);
      return;
    }
    rendered = toRendered(doc);
  } catch (error) {
    log.error({ request: request.type, ...errorFields(error) }, "an answer failed");
    if (early.shown) return;
    rendered = notice(notices.failed);
  }
  await deliver(rendered, place, log);
}
