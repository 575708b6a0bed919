import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-07-05" }).plan;
const answer = (text: string) => execute(read(text), library, []);
const headline = (text: string): string => plain(answer(text).headline);

describe("who has a role towards a company", () => {
  test.each(["who lends to CoreWeave?", "Oracle's lenders", "who insures OpenAI's data centers", "Nebius's creditors"])(
    "%s: nobody is on record",
    (text) => {
      expect(read(text)).toMatchObject({ kind: "decline", reason: "unrecorded" });
    },
  );

  test.each([
    ["who supplies chips to Anthropic", /Google.*Amazon|Amazon.*Google/],
    ["who hosts Mistral", /EcoDataCenter/],
    ["who is Nscale's landlord", /Ionic Digital.*Start Campus/],
    ["who rents from Applied Digital", /CoreWeave/],
    ["who lends to Anthropic", /Apollo.*Blackstone/],
  ])("%s", (text, said) => {
    expect(headline(text)).toMatch(said);
  });

  test("what is only rumoured is said to be", () => {
    expect(headline("who guarantees OpenAI's debt")).toContain("only rumoured");
  });

  test("the largest is somebody, and nothing rumoured", () => {
    expect(headline("OpenAI's biggest supplier")).toMatch(/Oracle, in OpenAI–Oracle/);
    expect(headline("who is OpenAI's biggest landlord")).not.toContain("Ohio");
  });
});

describe("who has a role within a deal", () => {
  test.each([
    ["who finances Stargate", /SoftBank/],
    ["who bought the Hyperion bonds", /PIMCO/],
    ["which banks lent SoftBank the $40bn bridge", /Mizuho/],
    ["who is the hyperscaler behind Applied Digital's Polaris Forge 2 lease", /not named|unnamed/],
  ])("%s", (text, said) => {
    expect(headline(text)).toMatch(said);
  });
});

describe("what is expected of a time", () => {
  test.each([
    ["what comes online in 2027?", "opens", "2027", "2027"],
    ["what's expected in H2 2026", "any", "2026-07", "2026-12"],
    ["what expires in 2030", "ends", "2030", "2030"],
    ["what's on deck for Meta in 2027", "any", "2027", "2027"],
    ["what goes live next year", "opens", "2027", "2027"],
  ])("%s", (text, ahead, since, until) => {
    expect(read(text)).toMatchObject({ kind: "show-timeline", ahead, since, until });
  });

  test("what has lapsed is expected no more", () => {
    expect(JSON.stringify(answer("what's expected in H2 2026").blocks)).not.toContain("Stargate Norway");
  });

  test.each(["what revenue is expected in 2026", "what was announced in 2026", "when does Crane restart"])(
    "%s asks for something else",
    (text) => {
      expect(read(text)).not.toMatchObject({ kind: "show-timeline", ahead: "any" });
    },
  );
});

describe("an office at a time", () => {
  test.each([
    ["who was CEO of Oracle in 2024", "Safra Catz"],
    ["Oracle's former CEO?", "Safra Catz"],
    ["who ran Oracle in October 2025", "Clay Magouyrk"],
  ])("%s", (text, term) => {
    expect(read(text)).toMatchObject({ kind: "define", term });
  });
});

describe("what reports say, and where they differ", () => {
  test.each([
    ["who reported the Meta TPU rental first", /The Information/],
    ["who broke the Colossus story", /Bloomberg/],
    ["who reported Stargate's founding equity first", /The Information/],
  ])("%s", (text, said) => {
    expect(headline(text)).toMatch(said);
  });

  test("which deals are contested", () => {
    expect(read("which deals are contested?")).toMatchObject({ kind: "find-deals", contested: true });
    expect(headline("what do sources disagree on about the Talen contract")).toMatch(/17 or 20 years/);
  });
});

test.each([
  ["explain the AMD warrant", /160 million.*\$0\.01/],
  ["how does the Cipher backstop work", /\$1\.4B/],
  ["what does Google get for backstopping Cipher", /warrants/],
  ["what triggers the $35bn of Amazon's OpenAI money", /list its shares|listing/],
  ["how exposed is Oracle to OpenAI", /\$300B/],
  ["how leveraged is Oracle", /Long-term debt/],
])("%s", (text, said) => {
  expect(headline(text)).toMatch(said);
});
