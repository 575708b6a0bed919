/** Given to Node by --import: says on standard error that a file of the openai package is loaded. */
import { registerHooks } from "node:module";

let said = false;
registerHooks({
  load(url, context, next) {
    if (!said && url.includes("/node_modules/openai/")) {
      said = true;
      console.error("openai is loaded");
    }
    return next(url, context);
  },
});
