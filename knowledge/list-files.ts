/** The text of every record. Apart from read.ts, whose parser nobody needs who has a parsed copy. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folders, lists } from "./schema.ts";

export type RawFile = { file: string; text: string };

/** Of all files below `root`, in a stable order. */
export function listFiles(root: string): RawFile[] {
  const out: RawFile[] = [];
  for (const folder of Object.keys(folders)) {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".yaml"));
    for (const name of names.sort())
      out.push({ file: `${folder}/${name}`, text: readFileSync(join(root, folder, name), "utf8") });
  }
  for (const name of [...Object.keys(lists), "meta.yaml"])
    out.push({ file: name, text: readFileSync(join(root, name), "utf8") });
  return out;
}
