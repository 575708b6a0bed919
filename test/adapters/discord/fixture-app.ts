import { z } from "zod";
import { cost } from "../../../commands/cost.ts";
import { defineCommand } from "../../../commands/define-command.ts";
import type { App, Request } from "../../../src/app.ts";
import { type Doc, text } from "../../../src/doc/doc.ts";
import { docWith, hostile, longDoc } from "./fixture-docs.ts";

const optional = z.string().optional();
const toPlan = () => ({ kind: "about" }) as never;

export const commands = [
  defineCommand({
    name: "deal",
    summary: "One deal",
    options: [
      { name: "as-of", summary: "A day", schema: optional },
      { name: "name", summary: "Its name", schema: z.string(), required: true, complete: "deal" },
    ],
    examples: ["/deal stargate"],
    toPlan,
  }),
  defineCommand({
    name: "deals",
    summary: "Many deals",
    options: [
      { name: "party", summary: "A party", schema: optional, complete: "party" },
      { name: "sort", summary: "The order", schema: optional, choices: ["value", "date"] },
    ],
    examples: ["/deals"],
    toPlan,
  }),
  cost,
];

export type FixtureApp = App & { requests: Request[]; docs: Map<string, Doc | (() => Promise<Doc>)> };

/** Answers by the words after the command; what a test puts into `docs` goes first. */
export function createFixtureApp(): FixtureApp {
  const requests: Request[] = [];
  const docs: FixtureApp["docs"] = new Map();
  return {
    requests,
    docs,
    async answer(request) {
      requests.push(request);
      const line = lineOf(request);
      const given = docs.get(line);
      if (given) return typeof given === "function" ? given() : given;
      if (line === "deals") return longDoc(150);
      if (line.includes("hostile")) return docWith({ title: hostile, headline: [text(hostile)], line });
      if (line.includes("boom")) throw new Error("a bug");
      if (line.includes("nothing")) return docWith({ status: "unknown", title: "Unknown", line, actions: [] });
      return docWith({ line, ...(request.type === "question" ? { readAs: "/deal stargate" } : {}) });
    },
    async complete(kind, typed, limit) {
      if (typed === "boom") throw new Error("a bug");
      if (kind === "party") return [{ label: `${"A long name ".repeat(12)}Inc.`, value: "long" }];
      const deals = Array.from({ length: 40 }, (_, index) => ({
        label: `Deal ${index + 1}`,
        value: `deal-${index + 1}`,
      }));
      return [{ label: "Stargate", value: "stargate" }, { label: "Colossus", value: "colossus" }, ...deals]
        .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))
        .slice(0, limit);
    },
  };
}

function lineOf(request: Request): string {
  switch (request.type) {
    case "options":
      return [request.name, ...Object.values(request.options)].join(" ");
    case "click":
      return request.line;
    case "question":
      return request.text;
    case "feedback":
      return `feedback on ${request.about}: ${request.words}`;
    case "command":
      return `${request.name} ${request.text}`.trim();
  }
}
