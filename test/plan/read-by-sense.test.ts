import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (question: string) => readQuestion(question, { library, today: library.completeTo }).plan;

describe("whose an estimate is, by its amount", () => {
  test.each([
    ["who said a gigawatt costs 80 billion", "krishna"],
    ["who put a gigawatt at $50-60B", "huang"],
    ["whose number is $33B per GW", "ms-"],
  ])("%s", (question, owner) => {
    const plan = read(question);
    expect(plan.kind === "show-rate" ? plan.rates.join() : plan.kind).toContain(owner);
  });

  test("an amount that nobody named is nobody's", () => {
    expect(read("who said a gigawatt costs 81.7 billion").kind).not.toBe("show-rate");
  });
});

describe("a term of somebody's deal is looked up, told apart, or defined", () => {
  test("the strike price on AMD's warrant is a figure", () => {
    expect(read("what's the strike price on AMD's warrant")).toMatchObject({ kind: "show-figure" });
    expect(read("what is a strike price")).toMatchObject({ kind: "define", term: "strike-price" });
  });

  test("two terms are told apart, also where one alias holds both", () => {
    expect(read("what's the difference between IT power and facility power")).toEqual(
      expect.objectContaining({ kind: "define", term: "it-power", other: "facility-power" }),
    );
  });
});

describe("what is new", () => {
  test("of a deal it is what happened last, of nothing named the last month", () => {
    expect(read("what's the latest on the TeraWulf Fluidstack lease")).toMatchObject({
      kind: "show-changes",
      subject: "terawulf-fluidstack-google",
    });
    expect(read("what's new this week")).toMatchObject({ kind: "show-changes", subject: null });
  });
});

describe("lists by what became of deals", () => {
  test.each([
    ["what fell through", { statuses: ["cancelled", "lapsed", "superseded"] }],
    ["what's paused", { statuses: ["paused"] }],
    ["which deals were cancelled in 2026", { dated: "status", since: "2026" }],
    ["deals completed in 2026", { dated: "status", since: "2026" }],
    ["list the cancelled deals announced in 2026", { dated: "announced", since: "2026" }],
  ])("%s", (question, filter) => expect(read(question)).toMatchObject({ kind: "find-deals", ...filter }));
});

describe("who and how big, of a deal by its parties", () => {
  test("a firm in capitals that no record knows is not passed over", () => {
    expect(read("which deals involve KKR")).toMatchObject({ kind: "decline", reason: "unknown-name", about: "KKR" });
  });
  test("a site without gigawatts on record is as big as its money", () => {
    expect(read("how big is Anthropic's Fluidstack deal")).toMatchObject({ attribute: "value" });
  });
  test("who bought it is not the one that was bought", () => {
    const plan = read("who bought aligned");
    const said = plain(execute(plan, library, []).headline);
    expect(said).toContain("MGX (buyer)");
    expect(said).not.toContain("(target)");
  });
});

describe("who has a part in what", () => {
  const said = (question: string) => plain(execute(read(question), library, []).headline);
  test("of a deal it is said with the part that they have, or that they have none", () => {
    expect(said("is softbank part of stargate")).toMatch(/^Yes\. Stargate: SoftBank is its investor/);
    expect(said("is IBM involved in stargate")).toMatch(/^No: IBM is not a party to Stargate/);
  });
  test("of any deal they are listed", () => {
    expect(read("is coherent in the AI deals")).toMatchObject({ kind: "find-deals" });
    expect(read("are Samsung in any deals")).toMatchObject({ kind: "find-deals" });
  });
});

describe("the amount of the one who is meant", () => {
  const said = (question: string) => plain(execute(read(question), library, []).headline);
  test.each([
    ["what did Microsoft commit to Anthropic", "up to $5B"],
    ["what did Nvidia commit to Anthropic", "up to $10B"],
    ["what did Anthropic commit to Microsoft", "$30B"],
    ["how many MW does Meta get from Vistra", "at least 2.1 GW"],
    ["how much debt is in the Abilene financing", "$2.3B"],
    ["how much equity is in Hyperion", "about $7B"],
    ["what's the strike price on AMD's warrant", "$0.01 a share"],
  ])("%s", (question, amount) => expect(said(question)).toContain(`: ${amount}`));

  test("a figure of another measure is no answer", () => {
    expect(read("Nvidia's fiscal 2026 revenue").kind).toBe("decline");
    expect(said("oracle debt plans 2026")).toContain("Oracle long-term debt");
  });
});

describe("figures of companies and inputs, by what is measured and when", () => {
  const said = (question: string) => plain(execute(read(question), library, []).headline);
  test.each([
    ["openai 2026 revenue so far", "about $5.7B"],
    ["what does OpenAI expect to spend on compute through 2030", "about $600B"],
    ["who has the largest capex guidance for 2026", "The highest: Amazon, about $200B"],
    ["lowest capex guidance 2026 among the hyperscalers", "The lowest: Meta"],
    ["how much does Nvidia get per gigawatt", "$35B per GW"],
    ["cost per GW of GB200 vs H100", "Morgan Stanley, H100"],
    ["how long do GPUs last", "5 years"],
    ["interest rate on data center debt", "6.6% a year"],
    ["SoftBank's total investment in OpenAI", "SoftBank exposure to OpenAI"],
  ])("%s", (question, answer) => expect(said(question)).toContain(answer));
});

describe("yes or no, by how the deal stands", () => {
  const said = (question: string) => plain(execute(read(question), library, []).headline);
  test.each([
    ["did the CoreWeave Core Scientific merger go through", "No. "],
    ["did the CoreWeave Core Scientific merger fall through", "Yes. "],
    ["has Duane Arnold restarted", "No. "],
    ["did OpenAI and Microsoft sign the new agreement", "Yes. "],
  ])("%s", (question, verdict) => expect(said(question).startsWith(verdict)).toBe(true));
});

describe("days and words as people write them", () => {
  const said = (question: string) => plain(execute(read(question), library, []).headline);
  test.each([
    ["date AMD & OpenAI announced the 6GW tie up", "6 October 2025"],
    ["port washington groundbreaking date", "17 December 2025"],
    ["When did AWS say Rainier was fully up?", "29 October 2025"],
    ["AKAM's frontier-model contract - headline dollar figure please", "$1.8B"],
    ["is construction under way on The Barn?", "Yes. "],
  ])("%s", (question, answer) => expect(said(question)).toContain(answer));

  test("a record that is no term is shown where it is to be defined", () => {
    expect(read("define Project Rainier")).toMatchObject({ kind: "show-deal" });
  });
});

describe("lists by what they have, by bounds and by kind", () => {
  test.each([
    ["which deals have a warrant", { text: "warrant" }],
    ["deals under negotiation", { statuses: ["rumoured"] }],
    ["deals signed in 2026 worth more than 10 billion", { minUsd: 10e9, since: "2026" }],
    ["everything between Oracle and OpenAI", { parties: ["oracle"], alongside: ["openai"] }],
    ["bond sales in 2026", { dealKinds: ["financing"], since: "2026" }],
    ["debt financings above 10 billion", { dealKinds: ["financing"], minUsd: 10e9 }],
    ["joint ventures", { dealKinds: ["joint-venture"] }],
  ])("%s", (question, filter) => expect(read(question)).toMatchObject({ kind: "find-deals", ...filter }));

  test("words that no list has are asked otherwise", () => {
    expect(read("which deals are priced in cowries").kind).not.toBe("find-deals");
    expect(read("what is a joint venture")).toMatchObject({ kind: "define" });
  });
});

describe("what a person said", () => {
  test.each(["what does sam altman think about AGI", "what did satya nadella say about power"])(
    "nothing that others said stands for it: %s",
    (question) => expect(read(question)).toMatchObject({ kind: "decline" }),
  );
  test.each(["what did Huang say about the cost per gigawatt", "what did krishna say about cost"])("%s", (question) =>
    expect(read(question).kind).toMatch(/^show-(?:metric|rate|topic)$/),
  );
});

describe("a site that no record has", () => {
  test.each([
    "tell me about the stargate mars site",
    "when does the Stargate Antarctica campus open",
    "stargate in Hawaii?",
  ])("%s", (question) => expect(read(question)).toMatchObject({ kind: "correct-premise", claim: "place" }));
  test.each(["how big is the stargate abilene site", "status of the stargate flagship site"])("%s", (question) =>
    expect(read(question).kind).not.toBe("correct-premise"),
  );
});
