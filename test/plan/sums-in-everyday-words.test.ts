import { describe, expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

describe("one chip with its overheads", () => {
  test.each([
    ["1.4 kW chip, 1.53 server, 1.14 IT, 1.25 facility: all-in kW for one?", "3.052 kW"],
    ["all-in facility kW for one VR200: 1.8 kW chip, 1.53 server, 1.14 IT, 1.40 facility", "4.395 kW"],
    ["0.7kW * 1.53 * 1.14 * 1.40 = ?", "1.709 kW"],
    ["how many of a 2.3 kW rubin fit in 500 MW if overheads are 1.53, 1.14 and 1.3?", "95,874"],
    ["500 MW of IT at the usual PUE, facility power?", "550–700 MW"],
    ["if PUE drops from 1.4 to 1.2 on a 280MW facility how much IT do I gain", "33.333 MW"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});

describe("money in everyday words", () => {
  test.each([
    ["post money 250bn, round 20bn. pre?", "$230B"],
    ["round of 6bn, pre was 54bn. post money valuation?", "$60B"],
    ["sell 5% for 2.5bn. post-money?", "$50B"],
    ["debt to equity of 80:20 on a 15 billion campus, how much equity?", "$3B"],
    ["$9B revenue, 62% gross margin, what's gross profit", "$5.58B"],
    ["what price do I need for a 30% margin on a cost of 7.7 billion", "$11B"],
    ["120 billion backlog at 8 billion revenue a year, how many years of revenue is that", "15 years"],
    ["median of 35bn, 47bn, 57bn and 80bn", "$52B"],
    ["1.2 trillion minus 38, 250 and 300 billion", "$612B"],
    ["0.14 of the 965 billion valuation in dollars", "$135.1B"],
    ["€8bn for 240 MW, in dollars per GW at 1.13837", "$37.946B per GW"],
    ["1 GW needed, 1.25x redundancy, $2,800/kW gas: cost?", "$3.5B"],
    ["which is the better deal per MW: 2.1bn for 150 MW or 3.9bn for 290 MW?", "$13.448M per MW"],
    ["cost to build 300MW shell at $12M/MW and fill it w/ 900 racks at $4M", "$7.2B"],
    ["going from 300 MW to 1.2 GW by doubling every year takes how many years", "2 years"],
    ["CO2 of 3 TWh on gas", "1.311 million tonnes of CO2 (1.311 Mt)"],
    ["what does 1 TWh cost", "$60.4–130.1M"],
    ["number of US homes that 12 TWh would supply", "1.12 million homes"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});

describe("what is missing is asked for", () => {
  test.each([
    ["annual cost of a 6% loan", /^clarify.*loan/],
    ["what does it cost per GPU if the cluster is $4B?", /^clarify.*how many/],
  ])("%s", (question, answer) => expect(last(question)).toMatch(answer));

  test("a range is none of several numbers, and a pace is no average", () => {
    expect(last("12 GW by 2030 from 2 GW today, how much a year on average")).not.toContain("7 GW");
  });
});

describe("a turn changes the number of its kind", () => {
  test.each([
    [["H100s in 500 MW at 0.7 kW x 1.53 x 1.14 x 1.4", "and in 1 GW?"], "585,029"],
    [["GB200s in 1 GW at 1.2 kW, 1.53, 1.14, 1.40", "at 1.2 facility instead of 1.4?"], "398,145"],
    [["what would 6 GW cost at $45B per GW", "minus $20B", "per year over 5"], "$50B per year"],
    [["what would 6 GW cost at $45B per GW", "plus 3 GW"], "$405B"],
    [["what would 6 GW cost at $45B per GW", "minus 2 GW"], "$180B"],
    [["10 GW at 42B", "what if 30% slips"], "$294B"],
  ] as const)("%s", (questions, amount) => expect(last(...questions)).toContain(amount));

  test("a share that changes nothing is not passed over", () =>
    expect(last("10 GW at 42B", "and at 50%")).not.toContain("$420B"));
});

describe("several companies' figures", () => {
  test.each([
    ["meta + alphabet 2026 capex guidance", "$310–330B"],
    ["amazon + meta capex for 2026 if both hit the bottom of guidance", "$325B"],
    ["average of amazon and meta 2026 capex", "$162.5–172.5B"],
    ["median 2026 capex of amazon, alphabet, microsoft, meta", "$187.5B"],
    ["nvidia's Lumentum plus Coherent plus Corning in total", "$7.2B"],
    ["google's spacex fee per gpu per hour", "$11.46"],
    ["per-year spend of the AWS expansion, $100B over eight", "$12.5B per year"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});
