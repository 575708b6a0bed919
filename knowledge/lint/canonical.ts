/**
 * The one form in which a record is written, so that a diff shows facts only: fields in their order, a text on one line,
 * a list in brackets broken where it is too wide, double quotes. Brackets or dashes, quotes that are not needed, comments
 * and how a number is written stay the author's.
 */
import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isPair, isScalar, type Pair, visit, type YAMLMap } from "yaml";
import type { RawFile } from "../list-files.ts";
import { parseYaml } from "../parse-yaml.ts";
import { entryOrder, recordOrder } from "./key-order.ts";

/** The text itself where it is not YAML. Throws where writing it anew would change a value. Sorts the document given. */
export function toCanonical({ file, text }: RawFile, document: Document = parseYaml(text)): string {
  if (document.errors.length > 0) return text;
  keepHead(document);
  const order = recordOrder[file.split("/")[0] ?? ""] ?? [];
  visit(document, {
    Map(_key, map, path) {
      const list = path.findLast(isPair);
      sortKeys(map, list ? (entryOrder[nameOf(list)] ?? []) : order);
    },
  });
  const written = document.toString({
    lineWidth: 120,
    flowCollectionPadding: false,
    singleQuote: false,
    trailingComma: true,
  });
  if (written !== text && !isDeepStrictEqual(parseYaml(written).toJS(), parseYaml(text).toJS()))
    throw new Error(`${file} would change its values when written anew: mend it by hand`);
  return written;
}

/** A comment on the file, with an empty line behind it, does not move with the field that it happens to stand above. */
function keepHead(document: Document): void {
  const first = isMap(document.contents) ? document.contents.items[0]?.key : undefined;
  if (!isScalar(first) || !first.commentBefore) return;
  const end = first.commentBefore.lastIndexOf("\n\n");
  if (end < 0) return;
  document.commentBefore = first.commentBefore.slice(0, end);
  first.commentBefore = first.commentBefore.slice(end + 2);
}

const nameOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** Fields that the order does not know stay behind those that it does. */
function sortKeys(map: YAMLMap, order: readonly string[]): void {
  const place = (pair: Pair) => {
    const at = order.indexOf(nameOf(pair));
    return at < 0 ? order.length : at;
  };
  const sorted = map.items.toSorted((a, b) => place(a) - place(b));
  if (sorted.some((pair, index) => pair !== map.items[index])) map.items = sorted;
}
