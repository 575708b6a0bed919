import { describe, expect, test } from "vitest";
import { root } from "../../src/knowledge/words.ts";
import { lastAnswer } from "../fixtures/last-answer.ts";

test("both spellings of a word are one", () => {
  for (const [one, other] of [
    ["centers", "centre"],
    ["annualized", "annualised"],
    ["labor", "labour"],
    ["licensed", "licence"],
    ["programmes", "program"],
  ] as const)
    expect(root(one), one).toBe(root(other));
  expect(root("raised")).not.toBe(root("rising"));
});

describe("a sentence that says more of the question goes before what another rule chose", () => {
  test.each([
    ["how many votes were against the core scientific deal?", /203\.5 million votes/],
    ["for which cluster is Meta's nuclear power meant?", /Prometheus/],
    ["how many Rubin GPUs are added at Narvik?", /30,000 Nvidia Rubin/],
    ["TD Cowen: how many GW did the big clouds lease in the US in Q3 2025", /7\.4 GW/],
    ["how much Vera Rubin capacity is OpenAI using for training?", /^answered: OpenAI Vera Rubin capacity/],
    ["what happened to akamai's share price after the anthropic contract", /27%/],
    ["who were the new backers in october 2024", /SoftBank \(new backer\)/],
  ])("%s", (question, said) => expect(lastAnswer(question)).toMatch(said));

  test("what the rule chose stays where it has the words itself", () => {
    expect(lastAnswer("difference between meta's 2025 capex and its 2026 guidance")).toContain("Difference: ");
    expect(lastAnswer("what happened to the Helion deal")).not.toMatch(/^unknown/);
    expect(lastAnswer("TD Cowen, how many GPU dies in a gigawatt")).toContain("1,000,000 per GW");
    expect(lastAnswer("how much did openai make in calendar 2025")).toContain("$13.07B");
  });
});

describe("one part of a deal", () => {
  test.each([
    ["ares money in SB Energy", "$800M"],
    ["what did nvidia put into coherent", "$2B (investment in Coherent"],
    ["openai's first coreweave contract", "$11.9B (first contract"],
    ["applied digital's third lease with coreweave", "150 MW (third lease)"],
    ["spacex first day close", "$161 a share"],
  ])("%s", (question, said) => expect(lastAnswer(question)).toContain(said));

  test("without any word for it the deal as a whole is meant", () => {
    expect(lastAnswer("SB energy investment")).toContain("$1B");
    expect(lastAnswer("openai coreweave contract")).toContain("$22.4B");
  });

  test("an amount in a question for a valuation tells which round", () => {
    expect(lastAnswer("valuation in the 6.6bn openai round")).toContain("$157B");
    expect(lastAnswer("what is openai's valuation")).toContain("$852B");
  });
});

describe("who does what", () => {
  test.each([
    ["what is crusoe's role at abilene", "Crusoe (builds and operates"],
    ["what does Celestica do in the broadcom programme", "Celestica (board and rack"],
    ["what part does Airtel play in Google's vizag hub", "Bharti Airtel (subsea"],
    ["what does google bring to the blackstone TPU venture", "Google supplies TPUs"],
    ["what does Nvidia help CoreWeave with besides cash", "land, power and shell"],
  ])("%s", (question, said) => expect(lastAnswer(question)).toContain(said));
});

describe("wholes and parts by a day", () => {
  test("parts that later make the whole are added", () => {
    expect(lastAnswer("As of July 2025 how much had OpenAI signed with CoreWeave in all?")).toContain("$15.9B");
    expect(lastAnswer("in June 2025, how much had openai signed with coreweave")).toContain("$15.9B");
    expect(lastAnswer("as of april 2025 openai coreweave total")).toContain("$11.9B (first contract");
  });

  test("a fee for each month is no total", () => {
    expect(lastAnswer("total google would pay SpaceX through june 2029")).toContain("$30.4B");
    expect(lastAnswer("what does google pay SpaceX")).toContain("$920M a month");
  });

  test("a price below a cent is not nothing", () => {
    expect(lastAnswer("exercise price of nvidia's prefunded corning warrants")).toContain("$0.0001 a share");
  });
});

describe("of a company's figures the one that the words tell", () => {
  test.each([
    ["G42's portion of cerebras revenue", "about 24%"],
    ["spacex's total capex in the first quarter of 2026", "$10.1B"],
    ["openai total costs 2025", "$34B"],
    ["openai's R&D bill in 2025", "$19.18B"],
    ["openai cash at the end of june 2025", "$17.5B"],
    ["openai compute budget in 2017", "$30M"],
    ["what's the cap on OpenAI's revenue share to Microsoft", "$38B"],
    ["openai annualised sales mid-2025 (july)?", "$12B"],
  ])("%s", (question, said) => expect(lastAnswer(question)).toContain(said));

  test("without such words it is the headline", () => {
    expect(lastAnswer("ORCL's order backlog at the end of its fiscal 2026?")).toContain("$638B");
    expect(lastAnswer("cerebras revenue 2025")).toContain("$510M");
  });
});
