import { UpstreamError } from "../errors.ts";

/** The store cannot be read or written just now. `message` is for whoever runs the bot: what is wrong and what helps. */
export class StoreError extends UpstreamError {
  override name = "StoreError";
}
