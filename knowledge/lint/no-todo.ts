import type { Rule } from "./rule.ts";

export const noTodo: Rule = {
  name: "no-todo",
  holds: "Nothing is left to be written.",
  check(_knowledge, report, files) {
    for (const { file, text } of files.values()) {
      if (!text.includes("TODO")) continue;
      text.split("\n").forEach((line, index) => {
        if (!/\bTODO\b/.test(line)) return;
        const field = /^[\s-]*(\w+):/.exec(line)?.[1] ?? "";
        report(file, { line: index + 1, field }, `write what is missing: “${line.trim()}”`);
      });
    }
  },
};
