/** `npm run knowledge:new -- deal <id> [--name "Maker–Buyer contract"]` writes a skeleton; the lint then says what to fill in. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { listFiles } from "../list-files.ts";
import { parseFiles } from "../read.ts";
import { newRecord } from "./new-record.ts";
import { type RecordKind, skeletons } from "./skeletons.ts";

process.exitCode = run();

function run(): number {
  const { values, positionals } = parseArgs({ options: { name: { type: "string" } }, allowPositionals: true });
  const [kind = "", id, ...more] = positionals;
  if (!(kind in skeletons) || id === undefined || more.length > 0) {
    console.error(
      `Write what it is and its id, for example: npm run knowledge:new -- deal maker-buyer-2026 --name "Maker–Buyer contract"\nKinds: ${Object.keys(skeletons).join(", ")}`,
    );
    return 2;
  }
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const files = listFiles(root);
  const made = newRecord(kind as RecordKind, { id, ...values }, parseFiles(files).knowledge, files);
  if ("refused" in made) {
    console.error(made.refused);
    return 1;
  }
  writeFileSync(join(root, made.file), made.text);
  console.log(`knowledge/${made.file} written. What to fill in: npm run knowledge:lint -- knowledge/${made.file}`);
  return 0;
}
