/** What no record holds, what is nobody's business here and what says too little: each kind in several wordings, with true twins. */
import { describe, expect, it } from "vitest";
import { toReading } from "../../src/plan/from-text/read-question.ts";
import { strangersIn } from "../../src/plan/from-text/strangers.ts";
import { lastAnswer } from "../fixtures/last-answer.ts";
import { library } from "../fixtures/library.ts";

const NOT_KNOWN = /I don't know “|No: no record/;

describe("companies of no record", () => {
  it.each([
    "Value of the Voltage Park – Meta deal?",
    "galaxy digital coreweave lease, how many MW",
    "What did Applied Materials lease to CoreWeave?",
    "how much is constellation software paying microsoft",
    "Vantage Towers' contract with Oracle?",
    "How much has Berkshire put into OpenAI?",
  ])("knows none in %s", (question) => expect(lastAnswer(question)).toMatch(NOT_KNOWN));

  it("takes none for a stranger that is on record", () => {
    for (const { name, aliases } of library.knowledge.organisations)
      for (const one of [name, ...aliases]) {
        const { reading } = toReading(`what is ${one} worth`, { library, today: "2026-11-23" });
        expect(strangersIn(reading), one).toEqual([]);
      }
  });
});

describe("two that have no deal with each other", () => {
  it.each([
    "value of the xAI - Nscale contract?",
    "xAI x Nscale, how much?",
    "xAI–Nscale compute deal: how many MW?",
    "nscale xai agreement value",
    "Value of the OpenAI - Lambda contract",
  ])("have none in %s", (question) => expect(lastAnswer(question)).toMatch(NOT_KNOWN));

  it.each([
    ["value of the Meta - Nebius contract of 2026?", /\$27B/],
    ["microsoft/iren contract value", /\$9\.7B/],
    ["Anthropic's Azure commitment", /\$30B/],
  ])("but have one in %s", (question, said) => expect(lastAnswer(question)).toMatch(said));
});

describe("what is a person's own, and what markets show", () => {
  it.each(["sam altmans personal cell?", "where does Larry Ellison live?", "what's Musk's private jet tail number"])(
    "is not public: %s",
    (question) => expect(lastAnswer(question)).toContain("no keys, tokens or private data"),
  );
  it.each(["10y treasury yield right now?", "bitcoin at?", "brent crude this morning", "where's SOFR today"])(
    "is of another field: %s",
    (question) => expect(lastAnswer(question)).toContain("I can't help with that"),
  );
  it.each(["NVDA price right now", "crwv premarket?", "oracle cds spread today"])("is no record: %s", (question) =>
    expect(lastAnswer(question)).toContain("no quote of the day"),
  );
  it("leaves what is on record alone", () => {
    expect(lastAnswer("where did CBRS open")).toContain("$350");
    expect(lastAnswer("where's Ampere based")).toMatch(
      /^answered: SoftBank's purchase of Ampere Computing: Ampere stays in/,
    );
    expect(lastAnswer("What did Jensen Huang put a gigawatt at in October 2025?")).toContain("$50–60B");
  });
});

describe("amounts without a subject, and words about nothing", () => {
  it.each(["72 gpus?", "3 GW when?", "5 GW where?"])("asks back: %s", (question) =>
    expect(lastAnswer(question)).toMatch(/^clarify: /),
  );
  it.each(["3 gw of apples cost", "gw gw per banana stargate qqq??", "megawatt megawatt oracle oracle why"])(
    "understands nothing: %s",
    (question) => expect(lastAnswer(question)).toContain("I don't understand"),
  );
  it("still works out what is meant", () => {
    expect(lastAnswer("3 gw cost")).toContain("$150–180B");
    expect(lastAnswer("total stargate equity reported: 19+19+7+7 billion")).toContain("$52B");
  });
});

describe("what is taken for granted", () => {
  it.each([
    ["Where in Texas is Hyperion?", /: No: .*Louisiana/s],
    ["what did SoftBank sell ABB its robotics unit for?", /: No: no record has a sale by SoftBank/],
    ["how much did Broadcom pay for its OpenAI stake", /: No: no record gives Broadcom a stake/],
  ])("is put right: %s", (question, said) => expect(lastAnswer(question)).toMatch(said));

  it.each([
    ["where in louisiana is hyperion", /Richland Parish/],
    ["who sold Aligned to AIP", /Macquarie/],
    ["how much did Foxconn sell Lordstown for", /\$375M/],
    ["what did Nvidia pay for its Intel stake", /\$5B/],
  ])("stands where it is so: %s", (question, said) => {
    expect(lastAnswer(question)).toMatch(said);
    expect(lastAnswer(question)).not.toMatch(/: No\b/);
  });
});

describe("whom somebody has put money in or stands behind", () => {
  it("lists those and not who invested beside it", () => {
    expect(lastAnswer("which startups has Amazon put money in")).toMatch(/: 3 on record.*OpenAI.*Anthropic.*X-energy/s);
    expect(lastAnswer("which companies has Google invested in")).toMatch(/: 1 on record.*Anthropic/s);
    expect(lastAnswer("who else has Nvidia backed besides OpenAI")).not.toMatch(/OpenAI \(/);
    expect(lastAnswer("who has AMD invested in")).toContain("no investment of AMD is recorded");
  });
  it("leaves out whoever is named", () =>
    expect(lastAnswer("who else does Google backstop besides TeraWulf?")).toMatch(/: 3 on record.*Hut 8.*Cipher/s));
});
