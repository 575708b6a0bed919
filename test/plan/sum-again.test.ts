import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("the last sum goes on with one more, and with one more after that", () => {
  const opener = "sum of nvidia's stakes in CoreWeave, Nebius and Intel";
  expect(last(opener)).toContain("$9B");
  expect(last(opener, "plus Nokia")).toContain("$10B");
  expect(last("sum of OpenAI's Oracle and Azure contracts", "and with AWS?")).toContain("$688B");
});

test("a number that is called as one of the sum takes its place", () => {
  const opener = "payback of $35B per GW at 9.7B revenue and 30% opex";
  expect(last(opener, "at 20% opex")).toContain("4.51 years");
  expect(last(opener, "at 20% opex", "with 13.3B revenue")).toContain("3.289 years");
});

test("another chip, or another company, in the place of the one of the sum", () => {
  expect(last("What would 64,000 H200s cost?", "and B200s?")).toContain("$2.24–3.84B");
  expect(last("what is SoftBank's OpenAI stake worth at 852B", "Microsoft's?")).toContain("$230B");
  expect(last("dollar per GPU hour implied by the Google SpaceX rental's fee", "and Anthropic's?")).toContain("$5.27");
});

test("whoever sells a bond issues it, and lists are asked for by what somebody did", () => {
  expect(last("which tech companies sold bonds in 2026")).toMatch(/Google, Oracle/);
  expect(last("which leases has Fluidstack signed")).toContain("3 deals");
  expect(last("companies that supply power to xAI")).toMatch(/^unknown/);
});
