import { execFileSync } from "node:child_process";
import type { RawFile } from "../list-files.ts";
import { folders, lists } from "../schema.ts";

const isRecord = (file: string): boolean => {
  const [folder = "", name] = file.split("/");
  return name ? folder in folders && name.endsWith(".yaml") : file in lists || file === "meta.yaml";
};

/** The records below `root` as they were committed at `revision`. Throws where git knows no such revision. */
export function filesAtRevision(root: string, revision: string): RawFile[] {
  const git = (args: readonly string[], input = "") =>
    execFileSync("git", args, { cwd: root, input, maxBuffer: 2 ** 30, stdio: ["pipe", "pipe", "pipe"] });
  const commit = git(["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`])
    .toString()
    .trim();
  const files = git(["ls-tree", "-r", "-z", "--name-only", commit, "."]).toString().split("\0").filter(isRecord);
  const blobs = git(["cat-file", "--batch"], files.map((file) => `${commit}:./${file}\n`).join(""));
  let at = 0;
  return files.map((file) => {
    const [head, start] = [blobs.toString("utf8", at, blobs.indexOf("\n", at)), blobs.indexOf("\n", at) + 1];
    const size = Number(head.split(" ").at(-1));
    at = start + size + 1;
    return { file, text: blobs.toString("utf8", start, start + size) };
  });
}
