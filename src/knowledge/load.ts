/** Reads the knowledge once. A parsed copy is kept by the hash of all files, so that YAML is parsed only when a file changed. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles, type RawFile } from "../../knowledge/list-files.ts";
import type { Knowledge } from "../../knowledge/read.ts";
import { SetupError } from "../errors.ts";

/** Throws a SetupError that names file, line and field of the first problems. `cacheDir` null parses each time. */
export async function loadKnowledge(root: string, cacheDir: string | null): Promise<Knowledge> {
  const raw = list(root);
  const hash = createHash("sha256");
  // The schema's text is part of the key: a new schema never reads records of an old one.
  for (const name of ["schema.ts", "read.ts", "parse-yaml.ts", "parse-plain.ts"])
    hash.update(readFileSync(new URL(`../../knowledge/${name}`, import.meta.url)));
  for (const { file, text } of raw) hash.update(file).update("\0").update(text).update("\0");
  const path = cacheDir && join(cacheDir, `knowledge-${hash.digest("hex").slice(0, 32)}.json`);
  if (path) {
    try {
      return JSON.parse(readFileSync(path, "utf8")) as Knowledge;
    } catch {
      // No copy yet, or one that was cut off: parse the files.
    }
  }
  const { parseKnowledge } = await import("./parse-knowledge.ts");
  const knowledge = await parseKnowledge(raw);
  if (path && cacheDir) keep(path, cacheDir, knowledge);
  return knowledge;
}

function list(root: string): RawFile[] {
  try {
    return listFiles(root);
  } catch (error) {
    throw new SetupError(`The knowledge cannot be read: ${error instanceof Error ? error.message : String(error)}.`, {
      hint: "KNOWLEDGE_DIR must be a folder like knowledge/, with every folder and list that is there; empty, it is that one.",
      cause: error,
    });
  }
}

function keep(path: string, cacheDir: string, knowledge: Knowledge): void {
  try {
    mkdirSync(cacheDir, { recursive: true });
    const part = `${path}.${process.pid}`;
    writeFileSync(part, JSON.stringify(knowledge));
    renameSync(part, path);
  } catch {
    // A read-only folder only costs the parsing at the next start.
  }
}
