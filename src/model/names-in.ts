import type { Library } from "../knowledge/library.ts";
import type { RefType } from "../knowledge/names.ts";
import type { NamesIn } from "./number-check.ts";

/** Names that say who or where; a term or a metric is made of ordinary words. */
const WHO: ReadonlySet<RefType> = new Set(["org", "person", "deal", "place"]);

export const namesIn =
  (library: Library): NamesIn =>
  (text) =>
    library.names
      .find(text)
      .filter((mention) => mention.refs.some((ref) => WHO.has(ref.type)))
      .map(({ start, end, exact }) => ({ written: text.slice(start, end), exact }));
