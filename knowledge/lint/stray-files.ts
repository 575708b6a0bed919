import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../read.ts";
import { folders, lists } from "../schema.ts";

/** Files that nothing reads: a record in a wrong place, or with a wrong ending, would be missed in silence. */
export function strayFiles(root: string): Problem[] {
  const problems: Problem[] = [];
  const stray = (file: string, message: string) =>
    problems.push({ file, line: 1, field: "", message, rule: "stray-files" });
  for (const folder of Object.keys(folders)) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.isDirectory() || !entry.name.endsWith(".yaml"))
        stray(`${folder}/${entry.name}`, "is not read: a record is one file here that ends in .yaml");
    }
  }
  const known = [...Object.keys(lists), "meta.yaml"];
  for (const name of readdirSync(root)) {
    if (/\.ya?ml$/.test(name) && !known.includes(name))
      stray(
        name,
        `is not read: a record stands in ${Object.keys(folders).join("/, ")}/, a list in ${known.join(", ")}`,
      );
  }
  return problems;
}
