import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { newConversation } from "../../src/plan/from-text/conversation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { Plan } from "../../src/plan/plan.ts";
import { library } from "../fixtures/library.ts";

/** The plans of a conversation, question by question. */
function read(...questions: readonly string[]): Plan[] {
  let conversation = newConversation();
  return questions.map((question) => {
    const { plan } = readQuestion(question, { library, today: "2026-11-23" }, conversation);
    conversation = { ...conversation, plan };
    return plan;
  });
}

describe("totals", () => {
  test.each([
    ["how much has openai committed in total", { parties: ["openai"], side: "pays", signed: false }],
    ["How much has Anthropic promised to pay altogether?", { parties: ["anthropic"], side: "pays" }],
    ["how much debt has oracle borrowed in total", { parties: ["oracle"], side: "receives", money: ["debt"] }],
    [
      "how much has nvidia invested altogether?",
      { parties: ["nvidia"], side: "pays", money: ["equity", "investment"] },
    ],
    ["how much has anthropic raised so far", { parties: ["anthropic"], side: "receives", money: ["equity"] }],
    ["what do all of Meta's deals add up to?", { parties: ["meta"], side: null }],
    ["how many gigawatts has OpenAI signed up for in total?", { parties: ["openai"], lead: "power", money: [] }],
    ["how much has meta committed as of december 2025", { parties: ["meta"], asOf: "2025-12-31" }],
    ["total value of all energy deals", { parties: [], dealKinds: ["energy"] }],
    ["sum of all acquisitions by year", { by: "year", dealKinds: ["acquisition"] }],
  ])("%s", (question, expected) => {
    expect(read(question)[0]).toMatchObject({ kind: "total-deals", ...expected });
  });

  test.each([
    ["How much is OpenAI's CoreWeave arrangement worth in total?", "show-figure"],
    ["what is the total value of the oracle contract with openai", "show-figure"],
    ["how much did altman say openai committed in total", "show-metric"],
    ["what was OpenAI's total revenue in 2025", "show-metric"],
    ["how much has meta committed to nebius", "choose-deal"],
  ])("%s is not a total of deals", (question, kind) => {
    expect(read(question)[0]?.kind).toBe(kind);
  });

  test("what of it is signed, for another party, as of a day", () => {
    expect(
      read(
        "how much has openai committed in total",
        "how much of that is actually signed?",
        "and anthropic?",
        "as of october 2025?",
      ),
    ).toMatchObject([
      { parties: ["openai"], signed: false },
      { parties: ["openai"], signed: true },
      { parties: ["anthropic"], signed: true, asOf: null },
      { parties: ["anthropic"], signed: true, asOf: "2025-10-31" },
    ]);
  });

  test("what of a list is signed", () => {
    expect(read("list all openai deals", "how much of those are signed?")).toMatchObject([
      { kind: "find-deals", parties: ["openai"] },
      { kind: "total-deals", parties: ["openai"], signed: true },
    ]);
  });

  test("one commitment that dwarfs the others is meant, else all of them", () => {
    expect(read("as of october 2025, how big was nvidia's commitment?")).toMatchObject([
      { kind: "show-figure", subject: "nvidia-100b-loi", attribute: "value", asOf: "2025-10-31" },
    ]);
    expect(read("how big is openai's commitment?")).toMatchObject([
      { kind: "total-deals", parties: ["openai"], side: "pays" },
    ]);
  });
});

describe("flows and changes", () => {
  test.each([
    [
      "show me the circular money between nvidia, openai and oracle",
      { kind: "trace-flows", parties: ["nvidia", "openai", "oracle"] },
    ],
    ["who pays whom between microsoft and anthropic", { kind: "trace-flows", parties: ["microsoft", "anthropic"] }],
    ["what is the largest loop of money?", { kind: "trace-flows", parties: [] }],
    ["does money flow in a circle between amd and openai?", { kind: "trace-flows", parties: ["amd", "openai"] }],
    ["what changed with stargate since january", { kind: "show-changes", subject: "stargate-us-jv", since: "2026-01" }],
    ["what's new with nvidia since march 2026", { kind: "show-changes", subject: "nvidia", since: "2026-03" }],
    ["what's new since june 2026", { kind: "show-changes", subject: null, since: "2026-06" }],
    ["How did OpenAI's AWS contract change in February 2026?", { kind: "show-changes", subject: "aws-38b" }],
  ])("%s", (question, expected) => {
    expect(read(question)[0]).toMatchObject(expected);
  });

  test.each([
    ["why do critics call the deals circular", "show-topic"],
    ["what happened with stargate since january", "show-timeline"],
  ])("%s is neither", (question, kind) => {
    expect(read(question)[0]?.kind).toBe(kind);
  });
});

describe("lists by role, chip and size", () => {
  test.each([
    ["which deals is google a guarantor in?", { parties: ["google"], roles: ["guarantor"] }],
    ["Which deals use Trainium?", { chip: "trainium" }],
    ["which deals have lapsed?", { statuses: ["cancelled", "lapsed", "superseded"] }],
    ["which deals are under 1 GW", { maxGw: 1, minGw: null }],
  ])("%s", (question, expected) => {
    expect(read(question)[0]).toMatchObject({ kind: "find-deals", ...expected });
  });
});

test("only the deals that are named are added up", () => {
  const answer = (only: string[]) => {
    const said = execute(Plan.parse({ kind: "total-deals", only }), library, []);
    return plain(said.headline);
  };
  expect(answer(["coreweave-openai"])).toContain("$22.4B");
  expect(answer(["meta-nebius-2026"])).toContain("$27B");
  expect(answer(["meta-nebius-2026"])).not.toContain("$22.4B");
});
