import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("an amount is told as it was before it was raised", () => {
  expect(last("Google's backstop for TeraWulf before it got raised?")).toMatch(/\$1\.8B from 14 August 2025/);
  expect(last("Lake Mariner lease value before the CB-5 option")).toMatch(/\$3\.7B/);
  expect(last("old price range for Cerebras")).toMatch(/\$115–125/);
  expect(last("how many megawatts did CoreWeave lease at Polaris Forge at first")).toMatch(/250 MW/);
});

test("a figure that its label calls the earlier one is told alone", () => {
  expect(last("what did Oracle set out to sell in Sept 2025 before it upsized the bonds")).toMatch(/\$15B/);
  expect(last("google stake in anthropic before the 2026 investment")).toMatch(/14%/);
});

test("what is called the first of several is a part and no version", () => {
  expect(last("CoreWeave OpenAI first contract value")).toMatch(/\$11\.9B/);
  expect(last("the original $38B AWS contract per year")).toMatch(/\$5\.429B/);
});

test("the part of one of several is the figure that is called theirs", () => {
  expect(last("Microsoft's own share of the $15B Anthropic investment?")).toMatch(/up to \$5B/);
  expect(last("TerraPower's piece of the Meta nuclear package by 2032")).toMatch(/690 MW/);
  expect(last("Oklo share of meta nuclear")).toMatch(/18\.18%.*1\.2 GW/s);
});

test("what an outsider reckons, what was set in a month, and a level told the month after", () => {
  expect(last("press estimate of the Thinking Machines gigawatt")).toMatch(/\$50B/);
  expect(last("AMD Humain May 2025 deal size")).toMatch(/\$10B/);
  expect(last("how much borrowing does Morgan Stanley see for 2026")).toMatch(/\$400B/);
  expect(last("how did oracle's RPO go between sept 2025 and may 2026")).toMatch(/\$455B.*\$638B/s);
  expect(last("How many MW does AWS get from Susquehanna by 2029?")).toMatch(/840 MW/);
});

test("all in, what a lease is worth, and what stays when nobody wants it", () => {
  expect(last("what's CoreWeave's lease at Applied Digital's Polaris Forge 1 worth all in?")).toMatch(/\$11B/);
  expect(last("Nebius Meta 2026 deal value all told")).toMatch(/\$27B/);
  expect(last("What happens to the extra $15B of Nebius capacity if nobody else wants it?")).toMatch(/Meta buys/);
});
