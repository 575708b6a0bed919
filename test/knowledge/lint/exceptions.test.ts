import { expect, test } from "vitest";
import { lint } from "../../../knowledge/lint/run.ts";
import { smallKnowledge, smallKnowledgeWith } from "./small-knowledge.ts";

const file = "lint/exceptions.yaml";
const broken = smallKnowledgeWith("metrics/buyer-revenue.yaml", "high: 12e9", "high: 9e9");
const exception = `- rule: amounts-agree
  file: metrics/buyer-revenue.yaml
  field: points.1.low
  because: The page prints the bounds in this order.
`;

test("an exception lets one problem stand, and no other", () => {
  expect(lint(broken, { file, text: "[]\n" }).map((problem) => problem.field)).toEqual(["points.1.low"]);
  expect(lint(broken, { file, text: exception })).toEqual([]);
  const elsewhere = exception.replace("points.1", "points.0");
  expect(lint(broken, { file, text: elsewhere }).map((problem) => problem.file)).toEqual([
    file,
    "metrics/buyer-revenue.yaml",
  ]);
});

test("an exception that no longer fails is a problem", () => {
  expect(lint(smallKnowledge(), { file, text: `# why\n${exception}` })).toEqual([
    {
      file,
      line: 2,
      field: "0",
      message: "metrics/buyer-revenue.yaml points.1.low holds to amounts-agree now: remove the exception",
      rule: "exceptions",
    },
  ]);
});

test("an exception needs a rule that there is, and a reason", () => {
  const told = (text: string) =>
    lint(smallKnowledge(), { file, text }).map((problem) => `${problem.line} ${problem.field} ${problem.message}`);
  expect(told(exception.replace("amounts-agree", "schema"))).toEqual([
    expect.stringMatching(/^1 0\.rule write one of id-is-file-name, /),
  ]);
  expect(told(exception.replace(/because: .*/, "because: No."))).toEqual([
    "4 0.because is too short: at least 20 characters",
  ]);
  expect(told("rule: amounts-agree\n")).toEqual([expect.stringMatching(/^1 {2}write a list/)]);
  expect(told("- rule: [\n")[0]).toMatch(/mend the YAML here/);
});
