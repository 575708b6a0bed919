/** Loads and indexes all knowledge once: "copy" by its parsed copy, made if need be; "files" by parsing all files. */
import { resolve } from "node:path";
import { toLibrary } from "../../../src/knowledge/library.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { reportResult } from "./report-result.ts";

const root = resolve(import.meta.dirname, "../../..");
const cacheDir = process.argv[2] === "copy" ? resolve(root, "node_modules/.cache/gigawatt") : null;
const before = performance.now();
const library = toLibrary(await loadKnowledge(resolve(root, "knowledge"), cacheDir));
const tookMs = performance.now() - before;
if (library.deals.size === 0) throw new Error("no deals");
reportResult(tookMs);
