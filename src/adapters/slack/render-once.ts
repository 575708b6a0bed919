/** Rendered as often as it is asked for, but worked out once while its Doc is kept. */
import type { Doc } from "../../doc/doc.ts";
import type { Message } from "./limits.ts";
import { type Rendered, type RenderOptions, renderDoc } from "./render.ts";

const RENDERED = new WeakMap<Doc, Map<string, Rendered>>();
/** Pages of one Doc: the first is nearly always all. */
const MOST = 8;

export function renderOnce(doc: Doc, options: RenderOptions): Rendered {
  // With a name in it, it is not shown again.
  if (options.sharedBy !== undefined) return renderDoc(doc, options);
  const known = RENDERED.get(doc) ?? new Map<string, Rendered>();
  RENDERED.set(doc, known);
  const key = `${options.page ?? 1} ${options.share ?? false}`;
  let rendered = known.get(key);
  if (!rendered) {
    rendered = withMessagesKept(renderDoc(doc, options));
    if (known.size >= MOST) known.clear();
    known.set(key, rendered);
  }
  return rendered;
}

const withMessagesKept = (rendered: Rendered): Rendered => ({
  ...rendered,
  forms: rendered.forms.map(({ name, message }) => {
    let made: Message | undefined;
    return {
      name,
      message() {
        made ??= message();
        return made;
      },
    };
  }),
});
