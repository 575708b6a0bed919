/**
 * `npm run knowledge:lint [-- file...]`: prints each problem and ends with status 1 where there is one.
 * `--fix` first writes the files in the one form; it changes no value.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { listFiles } from "../list-files.ts";
import { parseFiles, sayProblem } from "../read.ts";
import { toCanonical } from "./canonical.ts";
import { lint } from "./run.ts";
import { sayDated } from "./say-dated.ts";
import { strayFiles } from "./stray-files.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({ options: { fix: { type: "boolean" } }, allowPositionals: true });
const only = positionals.map((path) => path.replace(/^.*knowledge\//, ""));
const isMeant = (file: string) => only.length === 0 || only.includes(file);

if (values.fix) {
  let written = 0;
  for (const raw of listFiles(root).filter(({ file }) => isMeant(file))) {
    const text = toCanonical(raw);
    if (text === raw.text) continue;
    writeFileSync(join(root, raw.file), text);
    written++;
  }
  console.log(`${written} files written anew`);
}

const files = listFiles(root);
const exceptions = { file: "lint/exceptions.yaml", text: readFileSync(join(root, "lint/exceptions.yaml"), "utf8") };
const problems = [...strayFiles(root), ...lint(files, exceptions)].filter(({ file }) => isMeant(file));
for (const problem of problems) console.log(sayProblem(problem));
if (only.length === 0) console.log(sayDated(parseFiles(files).knowledge));
console.log(`${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
