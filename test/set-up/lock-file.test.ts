import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../cli/run-task.ts";

type Package = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> };
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, Package>;
};

/** Where Node would look for it, from the folder of the package that asks for it upwards. */
function isLocked(name: string, from: string): boolean {
  const own = `${from && `${from}/`}node_modules/${name}`;
  if (own in packages) return true;
  return from !== "" && isLocked(name, from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))));
}

// A registry that lacks a platform's package leaves it out of the lock file, and “npm ci” then refuses on every machine.
test("package-lock.json has every package that another names, those for other platforms too", () => {
  const asked = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => ({ name, from })),
  );
  expect(asked.length).toBeGreaterThan(200);
  expect(asked.filter(({ name, from }) => !isLocked(name, from))).toEqual([]);
});
