import { expect, test } from "vitest";
import { answer } from "../fixtures/talk.ts";

test.each([
  ["what did alphabet say about 2027 capex?", /Alphabet said that capital spending in 2027/],
  ["what did Nvidia say of the OpenAI letter of intent?", /Nvidia–OpenAI letter of intent/],
  ["what did Oracle say about the Abilene reports?", /Oracle disputed the reports/],
])("%s is told of what it asks about", async (question, said) => expect(await answer(question)).toMatch(said));

test("a year alone is not what somebody spoke of", async () =>
  expect(await answer("what did Broadcom say about its revenue in fiscal 2026?")).not.toContain("10 GW of custom"));

test.each([
  "which hyperscaler raised its 2026 capex guide the most?",
  "who cut its capex guidance the most?",
  "biggest increase in 2026 capex guidance among hyperscalers",
])("%s: a level is no change", async (question) =>
  expect(await answer(question)).toMatch(/^\[unknown\] I can't list by “how much each has changed”/),
);

test("whose level is the highest, and who raised the most debt, are told as before", async () => {
  expect(await answer("which hyperscaler has the highest 2026 capex guide?")).toMatch(
    /The highest: Amazon, about \$200B/,
  );
  expect(await answer("who raised the most debt in 2025?")).toMatch(/^\[answered\]/);
});

test("of a year to come no amount is told that nothing ties to it", async () => {
  expect(await answer("how much of CoreWeave's debt comes due before 2028?")).toMatch(/^\[unknown\]/);
  expect(await answer("how many GW will Abilene have by 2028?")).toMatch(/1\.2 GW/);
});
