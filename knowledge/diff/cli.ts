/** `npm run knowledge:diff -- <rev>`: what changed in facts between a git revision and the files as they are now. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { listFiles } from "../list-files.ts";
import { parseFiles, sayProblem } from "../read.ts";
import { diffKnowledge } from "./diff-knowledge.ts";
import { filesAtRevision } from "./files-at-revision.ts";
import { sayChange } from "./say-change.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.exitCode = run();

function run(): number {
  const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
  const [revision] = positionals;
  if (revision === undefined || positionals.length > 1) {
    console.error("Write one revision: npm run knowledge:diff -- HEAD~1 (with --json for the changes as data)");
    return 2;
  }
  let old: ReturnType<typeof filesAtRevision>;
  try {
    old = filesAtRevision(root, revision);
  } catch {
    console.error(`git knows no revision “${revision}” here.`);
    return 2;
  }
  const before = parseFiles(old);
  const after = parseFiles(listFiles(root));
  if (after.problems.length > 0) {
    for (const problem of after.problems) console.error(sayProblem(problem));
    return 1;
  }
  // A record that today's schema cannot read would look new.
  const unread = new Set(before.problems.map((problem) => problem.file));
  const changes = diffKnowledge(before.knowledge, after.knowledge).filter(
    ({ kind, folder, id }) => kind !== "new-record" || !unread.has(`${folder}/${id}.yaml`),
  );
  if (values.json) console.log(JSON.stringify(changes, null, 2));
  else for (const change of changes) console.log(sayChange(change));
  if (unread.size > 0)
    console.error(`Left out, because today's schema cannot read them at ${revision}: ${[...unread].join(", ")}`);
  return 0;
}
