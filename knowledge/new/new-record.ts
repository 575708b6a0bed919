import { toCanonical } from "../lint/canonical.ts";
import type { RawFile } from "../list-files.ts";
import type { Knowledge } from "../read.ts";
import { type RecordKind, skeletons } from "./skeletons.ts";

/** The file as it is to be written, or why it cannot be. A list gets the record at its end. */
export function newRecord(
  kind: RecordKind,
  { id, name = "TODO the name" }: { id: string; name?: string },
  knowledge: Knowledge,
  files: readonly RawFile[],
): RawFile | { refused: string } {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return { refused: `“${id}” is no id: write it in kebab-case` };
  const skeleton = skeletons[kind];
  const given = { id, name: JSON.stringify(name), day: knowledge.meta.complete_to };
  const file = skeleton.file(given);
  const before = files.find((raw) => raw.file === file)?.text;
  const isList = !file.includes("/");
  if (!isList && before !== undefined) return { refused: `knowledge/${file} exists already` };
  if (isList && before?.split("\n").includes(`- id: ${id}`)) return { refused: `${file} has the id “${id}” already` };
  return { file, text: toCanonical({ file, text: `${isList ? (before ?? "") : ""}${skeleton.text(given)}` }) };
}
