import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where programs are looked for, without those that npm puts first for its scripts. */
export const systemPath = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !/node_modules[\\/]\.bin|node-gyp-bin/.test(folder))
  .join(delimiter);

/** The Node that this machine has without the one among the dependencies. */
export function systemNode(): { path: string; version: string; isNewEnough: boolean } {
  const path = systemPath
    .split(delimiter)
    .map((folder) => join(folder, process.platform === "win32" ? "node.exe" : "node"))
    .find((file) => existsSync(file));
  if (!path) return { path: process.execPath, version: process.versions.node, isNewEnough: true };
  const version = execFileSync(path, ["--version"], { encoding: "utf8" }).trim().slice(1);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { path, version, isNewEnough: major > 22 || (major === 22 && minor >= 18) };
}
