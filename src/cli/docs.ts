/** `npm run docs [-- --check]`: writes the generated parts of README.md, or says that they are out of date. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { usageOf } from "../../commands/usage.ts";
import { SetupError } from "../errors.ts";

const PART = /(<!-- commands: made by npm run docs -->\n)[\s\S]*?(<!-- \/commands -->)/;

export function writeDocs(root: string, args: readonly string[]): void {
  const path = join(root, "README.md");
  const before = readFileSync(path, "utf8");
  const after = before.replace(PART, (_match, open: string, close: string) => `${open}${commandTable()}\n${close}`);
  if (before === after) return;
  if (args.includes("--check"))
    throw new SetupError("README.md's table of commands is out of date.", { hint: "Run npm run docs." });
  writeFileSync(path, after);
}

export function commandTable(): string {
  const inCell = (text: string) => text.replaceAll("|", "\\|");
  const rows = commands.map(
    (command) => `| \`${usageOf(command)}\` | ${inCell(command.summary)} | \`${command.examples[0]}\` |`,
  );
  return ["| Command | What it gives | For example |", "|---|---|---|", ...rows].join("\n");
}
