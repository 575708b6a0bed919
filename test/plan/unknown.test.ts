import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-28" }).plan;
const answer = (text: string) => execute(read(text), library, []);

describe("what no record has of a company", () => {
  test.each([
    ["how many people work at crusoe", "number of employees of Crusoe"],
    ["headcount of coreweave?", "number of employees of CoreWeave"],
    ["what gross margin does Fluidstack make", "margin of Fluidstack"],
    ["what's Crusoe's annual revenue", "revenue of Crusoe"],
    ["does Lambda pay a dividend", "dividend of Lambda"],
  ])("%s", (text, about) => {
    expect(read(text)).toMatchObject({ kind: "decline", reason: "unrecorded", about });
    expect(answer(text).status).toBe("unknown");
    expect(plain(answer(text).headline).split("Nearest")[0]).not.toMatch(/\d+ ?%|\$\d/);
  });

  test.each([
    "OpenAI revenue in H1 2025",
    "coreweave backlog end march 2026",
    "amazon 2026 capex guidance?",
    "mckinsey's 2030 AI capex base case",
    "how many people will the Lordstown site employ",
  ])("%s is looked for", (text) => {
    expect(read(text)).not.toMatchObject({ reason: "unrecorded" });
  });
});

describe("after the records' end", () => {
  test.each([
    "How much revenue did OpenAI book in Q3 2026?",
    "CoreWeave backlog in Q4 2026",
    "Anthropic revenue in H2 2026",
  ])("%s", (text) => {
    expect(answer(text).status).toBe("unknown");
    expect(plain(answer(text).headline)).toContain("the records end on 5 July 2026");
    expect(plain(answer(text).headline).split("Nearest")[0]).not.toContain("$");
  });

  test("what happened on a later day is not known", () => {
    expect(read("what was agreed between OpenAI and Oracle in September 2026")).toMatchObject({ reason: "future" });
    expect(read("when will the first phase of Stargate UAE be due in 2026")).not.toMatchObject({ reason: "future" });
  });

  test("what a company will report is not known", () => {
    expect(read("what will NVDA report for Q3 FY27 data center revenue")).toMatchObject({ reason: "future" });
  });
});

describe("other fields, also beside a name that both have", () => {
  test.each([
    "Treatment options for AMD (age-related macular degeneration)?",
    "how wide is the amazon river at its mouth",
    "whats the plot of stargate sg-1",
    "integrate x^3 from 0 to 2",
    "Will it rain in Abilene tomorrow?",
    "write me a poem about Oracle",
    "who won the 2022 football world cup?",
  ])("%s", (text) => {
    expect(read(text)).toMatchObject({ kind: "decline", reason: "out-of-scope" });
    expect(plain(answer(text).headline).length).toBeLessThan(200);
  });
});

test.each([
  ["cost of training gpt-6", "gpt-6"],
  ["how many MI900 chips did OpenAI order", "MI900"],
])("a model that no record has is a name: %s", (text, about) => {
  expect(read(text)).toMatchObject({ kind: "decline", reason: "unknown-name", about });
});
test.each(["what did GPT-5.5 train on", "MI355X board power?", "how many GB200 are at Abilene"])(
  "%s is known",
  (text) => {
    expect(read(text)).not.toMatchObject({ reason: "unknown-name" });
  },
);

describe("what may be meant is asked back", () => {
  test.each([
    "when was the second contract signed?",
    "how much is it worth?",
    "when was that signed?",
    "who else is in it",
  ])("%s", (text) => {
    expect(read(text)).toMatchObject({ kind: "decline", reason: "which" });
    expect(answer(text).status).toBe("clarify");
    expect(answer(text).actions).toHaveLength(4);
  });

  test("by an amount that several deals have", () => {
    expect(read("status of the 10 gw one?")).toMatchObject({ kind: expect.stringMatching(/choose-deal|find-deals/) });
    const plan = read("How much is the $2 billion Nvidia stake as a percentage?");
    expect(plan.kind === "choose-deal" || plan.kind === "find-deals").toBe(true);
    expect(read("the $300B Oracle contract: when was it signed?")).toMatchObject({
      subject: "oracle-openai-4-5gw-300b",
    });
  });
});

describe("terms, however they are asked for", () => {
  test.each([
    ["whats a warrant (as in the amd one)", "warrant"],
    ["what do people mean by 'circular financing' in AI", "circular-financing"],
    ["what is a google backstop on a lease?", "backstop"],
    ["how does a sale and leaseback work", "sale-and-leaseback"],
    ["what does RPO stand for", "remaining-performance-obligation"],
    ["explain vendor financing to me", "vendor-financing"],
    ["neocloud meaning", "neocloud"],
    ["wtf is a neocloud", "neocloud"],
    ["is a letter of intent the same as a contract?", "letter-of-intent"],
  ])("%s", (text, term) => {
    expect(read(text)).toMatchObject({ kind: "define", term });
  });

  test.each([
    ["whats the difference between IT and facility power", "it-power", "facility-power"],
    ["difference between an LOI and a definitive agreement", "letter-of-intent", "definitive-agreement"],
    ["PPA vs virtual PPA, same thing?", "power-purchase-agreement", "virtual-power-purchase-agreement"],
  ])("%s", (text, term, other) => {
    expect(read(text)).toMatchObject({ kind: "define", term, other });
    expect(plain(answer(text).headline).length).toBeLessThanOrEqual(300);
  });

  test.each(["what is the strike price of the AMD warrant", "which deals have a backstop", "OpenAI cash burn 2026"])(
    "%s asks for more than a meaning",
    (text) => {
      expect(read(text).kind).not.toBe("define");
    },
  );
});
