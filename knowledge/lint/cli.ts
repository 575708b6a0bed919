/** `npm run knowledge:lint [-- file...]`: prints each problem and ends with status 1 where there is one. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles, sayProblem } from "../read.ts";
import { lint } from "./run.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const only = process.argv.slice(2).map((path) => path.replace(/^.*knowledge\//, ""));
const files = listFiles(root);
const problems = lint(files).filter((problem) => only.length === 0 || only.includes(problem.file));
for (const problem of problems) console.log(sayProblem(problem));
console.log(`${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
