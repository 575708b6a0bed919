import { expect, test } from "vitest";
import { answer } from "../fixtures/talk.ts";

test.each([
  ["$300B, split over five years?", /\$60B per year/],
  ["100 billion, spread across 4 years", /\$25B per year/],
  ["2 GW at 40B a GW, phased in over 4 years", /\$20B per year/],
  ["3 GW at $48B per GW, spread evenly over five years?", /\$28\.8B per year/],
  ["what is 3 GW at $48B per GW, over 5 years", /\$28\.8B per year/],
])("%s: so much a year", async (question, said) => expect(await answer(question)).toMatch(said));

test("where interest is spoken of it is still a loan", async () =>
  expect(await answer("$10B at 6%, paid over 5 years")).toMatch(/\$600M per year/));

test.each(["$300B, spread over -5 years", "loan of $10B at 6% for minus 5 years", "$300B over -5 years"])(
  "%s: no time is shorter than none",
  async (question) => expect(await answer(question)).toMatch(/^\[clarify\] I can't read “-5 years”/),
);
