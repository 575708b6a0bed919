import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const ask = (question: string) => {
  const { plan } = readQuestion(question, { library, today: library.completeTo });
  return { plan, answer: execute(plan, library, []) };
};
const headlineOf = (question: string): string =>
  ask(question)
    .answer.headline.map((span) => span.text)
    .join("");

/** All numbers that the answer worked out. */
const computedBy = (question: string): number[] =>
  ask(question)
    .answer.figures.filter((figure) => figure.origin === "computed")
    .flatMap(({ low, high }) => [low ?? Number.NaN, high ?? Number.NaN]);

describe("the worked examples that can be asked hold from words within 0.1 %", () => {
  test.each<[number, string, readonly number[]]>([
    [1, "what would 1.2 GW cost at the all-in range", [36e9, 50.4e9, 72e9]],
    [2, "how many times 14 billion is 60 billion", [4.2857]],
    [2, "facility only cost of 1 GW", [14e9]],
    [3, "how many GW does $50B buy at the all-in range", [0.83333, 1.19048, 1.66667]],
    [4, "200 MW of critical IT load to facility power", [0.28]],
    [5, "break down 1 GW by Bernstein", [13.65e9, 4.55e9, 11.6667e9, 3.6458e9]],
    [5, "breakdown of $50B according to McKinsey", [30e9, 12.5e9, 7.5e9]],
    [6, "3,557 racks at $9.1M each", [32.3687e9]],
    [6, "3,557 racks of 72 GPUs: how many GPUs in all", [256_104]],
    [6, "cost per GPU if $47B buys 256,104 of them", [183_519]],
    [6, "47B minus 32.3687B", [14.6313e9]],
    [7, "how many VR200s fit in 1 GW of facility power? use 1.8 kW, 1.53, 1.14 and 1.40", [227_511]],
    [7, "how many H100s fit in 1 GW of facility power", [585_029]],
    [7, "GB300s per GW of IT power", [409_521]],
    [8, "how many GB200 racks fit in 1 GW", [4747]],
    [8, "how many GB200 racks fit in 1 GW with a facility factor of 1.2", [5538]],
    [9, "how much energy does 1 GW use in a year", [4.38, 6.57, 7.884]],
    [9, "energy use a year of 1 GW of IT power", [7.884]],
    [10, "electricity bill for 1 GW", [0.396828e9, 0.565677e9, 0.854757e9, 0.264552e9, 1.02571e9]],
    [11, "how many homes could 1 GW power", [408_773, 613_159, 735_791]],
    [12, "CO2 of 6.57 TWh", [2.41119]],
    [13, "how much water goes with 6.57 TWh at PUE 1.2", [0.657, 1.47825, 4.599]],
    [8, "how many racks for $35B at $5.9M each", [5932]],
    [8, "racks in 1 GW at 210 kW a rack x 1.14 x 1.20", [3481]],
    [9, "energy of 1 GW at 75% load for a year", [6.57]],
    [10, "bill for 6.57 TWh at $86.1 per MWh", [0.565677e9]],
    [14, "depreciation of 25.5bn of servers over 6 years and 12.5bn of buildings over 25 years", [4.75e9]],
    [14, "depreciation of 25.5bn of servers over 5 years and 12.5bn of buildings over 14 years", [5.99286e9]],
    [14, "depreciation of 25.5bn of servers over 4 years and 12.5bn of buildings over 10 years", [7.625e9]],
    [15, "level annual payment on $27B at 6.58% over 24 years", [2.26805e9]],
    [16, "level annual payment on $25.5B at 6.75% over 5 years", [6.17763e9]],
    [16, "level annual payment on $12.5B at 6.75% over 14 years", [1.408e9]],
    [17, "break-even revenue on costs of $8.4856B a year with a 25% margin", [11.3141e9]],
    [17, "margin on revenue of 9.7B with costs of 8.4856B", [12.5196]],
    [17, "margin on revenue of 9.7B with costs of 11.9804B", [-23.5093]],
    [18, "cost per GPU-hour of $8.4856B a year over 477,774 GPUs, 95% sold", [2.13422]],
    [18, "cost per GPU-hour of $8.4856B a year over 477,774 GPUs, 80% sold", [2.53438]],
    [18, "cost per GPU-hour of $8.4856B a year over 477,774 GPUs, 60% sold", [3.37918]],
    [19, "rent from 477,774 GPUs at $5.30 an hour, 70% sold, per year", [15.5275e9]],
    [19, "payback of capex 38B with revenue 15.5275B a year and opex 0.9B a year", [2.59788]],
    [15, "interest on $42B", [2.352e9, 2.772e9, 4.2e9]],
    [15, "interest on $27B at 6.58%", [1.7766e9]],
    [
      20,
      "0.5 GW in 2026 at $42B/GW, 1.5 GW in 2027 at $44B/GW, 2.5 GW in 2028 at $47B/GW, 3 GW in 2029 at $52B/GW, 2.5 GW in 2030 at $58B/GW",
      [505.5e9, 50.55e9, 156e9],
    ],
    [21, "$300B / 4.5 GW", [66.6667e9]],
    [22, "4.5 GW as a share of 30 GW", [15]],
    [22, "what percentage of $1.4T is $300B", [21.4286]],
    [23, "$600B / $13.1B", [45.8015]],
    [23, "how many times 280 billion is 600 billion", [2.14286]],
    [23, "how many times OpenAI's 2025 revenue is $1.4T", [107.115]],
    [24, "what is 57M/MW in $/GW", [57e9]],
    [24, "convert €8B to dollars", [9.10696e9]],
    [24, "£10B in USD", [13.197e9]],
    [25, "what is the AMD warrant worth at $203.71 a share", [32.592e9]],
    [25, "value of the AMD warrant if the share is at $600", [95.9984e9]],
    [26, "add own nuclear generation to 1 GW", [9.009e9]],
    [27, "how much of 10 GW will be on time", [5, 6, 7]],
    [28, "cost of a 12 month delay of 1 GW at $47B/GW", [3.102e9, 5.1e9, 9.7e9]],
  ])("%i: %s", (_n, question, wanted) => {
    const found = computedBy(question);
    const missing = wanted.filter(
      (value) => !found.some((number) => Math.abs(number - value) <= Math.abs(value) * 1e-3),
    );
    expect(missing, `${headlineOf(question)} shown: ${found.join(" ")}`).toEqual([]);
  });
});

describe("kinds of questions, each by a rule for all of its kind", () => {
  test.each<[string, RegExp]>([
    ["10 GW at $42B/GW plus or minus 10%, give me the range", /\$378–462B/],
    ["5 GW at $40B/GW ± 25%", /\$150–250B/],
    ["160M shares * ($250 - $0.01)", /\$39\.998B/],
    ["6GW*$50-60B/GW", /\$300–360B/],
    ["convert 2.5 GW to MW", /2,500 MW/],
    ["how many MW is 3.3 GW", /3,300 MW/],
    ["$600B over 5 years is how much per year and per month", /\$120B.*\$10B/],
    ["€30 billion over 3 years, how much is that a quarter", /€2\.5B/],
    ["2 GW in 2027 and 3 GW in 2028 at 50B/GW, spend per year and in total", /\$100B.*\$150B.*\$250B/],
    ["1 GW in 2026, 2 GW in 2027 and 4 GW in 2028 at bernstein's number", /\$35B.*\$70B.*\$140B.*\$245B/],
    ["one GW a week for 52 weeks at 50-60B each", /\$2\.6–3\.12T/],
    ["500 MW per month for 12 months at $40B/GW", /\$240B/],
    ["$920M a month for 36 months", /\$33\.12B/],
    ["how much higher is the IBM CEO's per-GW figure than bernstein's", /\$45B.*128\.6%/],
    ["difference between foxconn's number and barclays'", /Barclays.*\$57B.*Foxconn.*\$47B.*\$10B/],
    ["morgan stanley numbers: 2 GW of TPU v7 vs 2 GW of Trainium3", /\$54B.*\$30B/],
    ["morgan stanley numbers for H100 vs GB300", /\$23B.*\$33B/],
    ["what would 4 GW cost according to the IBM CEO", /\$320B/],
    ["stargate at bernstein's number", /at least \$350B/],
    ["what would AMD's 6 GW cost", /\$300–360B/],
    ["oracle per gw", /Oracle.*at least \$66\.67B per GW/],
    ["what share of 30 GW is the AMD deal", /up to 20%/],
    ["cost of 5 GW facility only", /The facility alone for 5 GW would cost about \$50–100B/],
    ["what share of 26 GW is the AMD 6 GW deal", /23\.08%/],
    ["GB200s per GW of IT power at 1.2 kW x 1.53 server overhead x 1.14 IT overhead?", /477,774/],
    ["what is 1 million GPUs in GW", /2\.93 GW/],
    ["epoch vs barclays estimate", /50%/],
    ["what does it cost to refresh the servers of 1 GW at $38B/GW over 15 years", /\$51B.*\$89B/],
  ])("%s", (question, headline) => {
    expect(headlineOf(question)).toMatch(headline);
    expect(ask(question).answer.status).toBe("answered");
  });

  test.each<[string, RegExp]>([
    ["10 gw + $5", /unlike units/],
    ["convert 10 GW to TWh", /hours/],
    ["€8B + $5B", /different currencies/],
    ["200 MW IT + 300 MW facility", /overhead/],
    ["$300B / 0 GW", /divides by zero/],
    ["5 / 0", /divides by zero/],
    ["-5 GW", /can't read/],
    ["banana GW", /can't read/],
    ["1e400 GW", /can't read/],
    ["10^400", /too large/],
    ["(".repeat(10_000), /can't read/],
    [`${"(".repeat(5_000)}1${")".repeat(5_000)}`, /can't read/],
  ])("refuses in a sentence: %.40s", (question, sentence) => {
    const { answer } = ask(question);
    expect(answer.status).toBe("clarify");
    expect(headlineOf(question)).toMatch(sentence);
    expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/);
  });
});

test("a calculation goes on: another rate, another link, another quantity, another assumption", async () => {
  const app = realApp();
  const say = async (text: string) => {
    const doc = await app.answer({ type: "question", text, asker: asker("goes-on") });
    return doc.headline.map((span) => span.text).join("");
  };
  expect(await say("what does 10 GW cost?")).toMatch(/\$500–600B/);
  expect(await say("and at bernstein's number?")).toMatch(/10 GW would cost about \$350B/);
  expect(await say("how much electricity would that use a year?")).toMatch(/43\.8–78\.84 TWh/);
  expect(await say("what about 5 GW?")).toMatch(/for 5 GW: 21\.9–39\.42 TWh/);
  expect(await say("with 80% load?")).toMatch(/for 5 GW: 35\.04 TWh/);
  expect(await say("how many homes is that?")).toMatch(/homes/i);
  expect(await say("What is Stargate?")).toMatch(/Stargate/);
  expect(await say("what would it cost at the IBM CEO's number?")).toMatch(/at least \$800B/);
  expect(await say("its share of 26 GW?")).toMatch(/at least 38\.46%/);
});

test.each([
  "is the 1.2 GW Abilene site on schedule?",
  "how many GPUs in the 10 GW Nvidia OpenAI deal",
  "what did Meta pay for 600 MW",
  "interest rate on the Hyperion bonds",
  "how many GB200s will Oracle buy for Abilene?",
])("a question about what is on record is no calculation: %s", (question) => {
  expect(["estimate", "evaluate"]).not.toContain(ask(question).plan.kind);
});

test("a power of zero costs nothing, and the answer says so", () => {
  expect(headlineOf("cost of 0 GW")).toMatch(/\$0/);
});

test("the deals behind a power stand beside what building it would cost", () => {
  const { plan, answer } = ask("what would AMD's 6 GW cost");
  expect(plan).toMatchObject({ kind: "estimate", deals: expect.arrayContaining(["amd-6gw-warrant"]) });
  expect(JSON.stringify(answer.blocks)).toContain("not what anybody agreed to pay");
});

test("synthetic ranges stand behind the estimates that somebody made", () => {
  const { answer } = ask("what does 10 GW cost?");
  const table = answer.blocks.find((block) => block.type === "table");
  const names = table?.type === "table" ? table.rows.map((row) => row[0]?.map((span) => span.text).join("") ?? "") : [];
  const firstRange = names.findIndex((name) => name.startsWith("All-in range"));
  expect(firstRange).toBeGreaterThan(10);
  expect(names.slice(firstRange).every((name) => name.startsWith("All-in range"))).toBe(true);
});
