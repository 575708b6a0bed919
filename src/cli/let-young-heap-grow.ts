import { flushCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

/** V8's own way again, which engine-flags.mjs held back for the start: under load fewer collections are worth the memory. */
export function letYoungHeapGrow(): void {
  // Code that is kept is good for the flags under which it was kept: those of the start.
  flushCompileCache();
  setFlagsFromString("--semi-space-growth-factor=2");
}
