import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { meant } from "../../src/plan/from-text/sums/meant.ts";
import { readTerms } from "../../src/plan/from-text/sums/terms.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const ask = (question: string) =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, []);
const headlineOf = (question: string): string =>
  ask(question)
    .headline.map((span) => span.text)
    .join("");
const termsOf = (question: string) => {
  const { text, terms } = readTerms(question);
  return meant(text, terms).map(({ kind, low, high, unit }) => [kind, ...(low === high ? [low] : [low, high]), unit]);
};

describe("prices without a sign, cents and things named by their chip", () => {
  test.each<[string, (string | number)[][]]>([
    [
      "10,000 GPUs at 40k each",
      [
        ["chips", 10_000, "chip"],
        ["unit-price", 40_000, "USD/chip"],
      ],
    ],
    [
      "$3B for GB300 racks at four million",
      [
        ["money", 3e9, "USD"],
        ["unit-price", 4e6, "USD/rack"],
      ],
    ],
    [
      "stock bought at 87.20 for 2bn",
      [
        ["unit-price", 87.2, "USD/share"],
        ["money", 2e9, "USD"],
      ],
    ],
    ["250 VR200 NVL72 racks", [["racks", 250, "rack"]]],
    ["one extra cent per kilowatt hour", [["price", 0.01, "USD/kWh"]]],
    [
      "100 MW, 7c",
      [
        ["power", 100, "MW"],
        ["price", 0.07, "USD/kWh"],
      ],
    ],
    [
      "$100B to spend, how many GW at Huang's $50-60B",
      [
        ["money", 100e9, "USD"],
        ["rate", 50e9, 60e9, "USD/GW"],
      ],
    ],
    [
      "0.3 GW in 2026, 0.6 in 2027",
      [
        ["power", 0.3, "GW"],
        ["year", 2026, ""],
        ["number", 0.6, ""],
        ["year", 2027, ""],
      ].map((term) => (term[1] === 0.6 ? ["power", 0.6, "GW"] : term)),
    ],
    // A time, a load and a gigawatt are no price.
    [
      "2 GW at 8,760 hours",
      [
        ["power", 2, "GW"],
        ["time", 8760, "hour"],
      ],
    ],
    [
      "10 H100s at 700 W each",
      [
        ["chips", 10, "chip"],
        ["unit-power", 700, "W/chip"],
      ],
    ],
  ])("%s", (question, terms) => expect(termsOf(question)).toEqual(terms));
});

describe("chips, racks, what they cost and draw", () => {
  test.each([
    ["20,000 GB300s: how many NVL72 racks is that and what do the racks draw at 130 kW each?", /278 racks.*36\.11 MW/],
    [
      "100,000 GB300 at 72 to a rack and $4M the rack: how many racks and what are they worth?",
      /1,389 racks.*\$5\.556B/,
    ],
    ["quote me 100 GB300 NVL72 racks, low and high", /\$350–400M/],
    ["chip power alone of 250k H100", /175 MW/],
    ["got $3B. a quarter is reserved for buildings, rest goes to GB300 racks at four million. racks?", /563 racks/],
    ["how many GPUs does $2B buy at 40k", /50,000 chips/],
    ["40k a GPU, 25,000 of them", /\$1B/],
    ["Racks cost $4M each and the gigawatt $30B. How many racks in 3 GW?", /22,500 racks/],
    ["five thousand H100 rented around the clock for 7 days at $2.50", /\$2\.1M/],
    ["If a B200 rents for $4 an hour, what is that for a full year of one card?", /\$35,040/],
    [
      "$8.5B a year per GW IT, 477,774 GB200s per GW, 90% of hours sold: owner cost per gpu-hour",
      /\$2\.26 per gpu-hour/,
    ],
  ])("%s", (question, said) => expect(headlineOf(question)).toMatch(said));

  test("what somebody paid is on record or not known: a price list is no answer to it", () => {
    expect(headlineOf("what did Oracle pay for 400,000 GB200 GPUs")).toContain("reported");
    expect(headlineOf("what does an NVL72 rack cost")).toContain("per rack");
  });
});

describe("money over time", () => {
  test.each([
    ["A contract pays 10B over five years, evenly. Present value at 8%?", /\$7\.985B/],
    ["NPV of $2B a year for 6 years at 9%", /\$8\.972B/],
    ["present value of $10B due in 5 years at 8%", /\$6\.806B/],
    ["blended cost of capital: 3bn equity wants 15%, 9bn debt costs 7%", /9%; a year: \$1\.08B/],
    ["WACC of 40% equity at 12% and 60% debt at 6%", /8\.4%/],
    [
      "If capex of 100B climbs 20% every year, what's the fourth year's spend and the four-year sum?",
      /\$172\.8B.*\$536\.8B/,
    ],
    [
      "straight-line on $20B of chips: four-year life versus six, yearly charge each",
      /\$5B per year.*\$3\.333B per year/,
    ],
    [
      "0.3 GW in 2026, 0.6 in 2027 and 1.1 in 2028, costing 35, 38, then 42 billion per gigawatt. Whole programme?",
      /\$79\.5B/,
    ],
    ["I have 100 billion to deploy. Give me GW at 25, 40 and 50 billion apiece.", /4 GW.*2\.5 GW.*2 GW/],
    ["if 2 GW cost $70B, what would 5 GW cost?", /\$175B/],
    ["8 trillion tokens at 30 cents per million = ?", /\$2\.4M/],
    ["bought stock at $50 for $1bn. share count, and value at 80?", /20 million shares.*\$1\.6B/],
  ])("%s", (question, said) => expect(headlineOf(question)).toMatch(said));
});

describe("energy and its price", () => {
  test.each([
    ["1.5 GW IT load, PUE 1.15, 85% load, 5.5 c/kWh, annual cost?", /\$706\.4\d*M per year/],
    ["two extra cents per kilowatt hour across five gigawatts at full load, annually?", /\$876M per year/],
    ["200 MW, 80 pct load, 6c - monthly bill", /\$7\.008M per month/],
    ["If $5B over 3 GW running flat out for 10 years, what price per MWh does that imply?", /\$19\.03 per MWh/],
    ["A rack pulls 120 kW. Kilowatt-hours a day?", /2,880 kWh/],
  ])("%s", (question, said) => expect(headlineOf(question)).toMatch(said));

  test("a bill goes on at another price and another PUE", async () => {
    const app = realApp();
    const say = async (text: string) =>
      (await app.answer({ type: "question", text, asker: asker("bill") })).headline.map((span) => span.text).join("");
    await say("1.5 GW of IT load, PUE 1.15, 85% load, 5.5 c/kWh. Annual cost?");
    expect(await say("make it 9 cents")).toContain("$1.156B");
    expect(await say("And with PUE down to 1.1?")).toContain("$1.106B");
  });
});

describe("one thing in another", () => {
  test.each([
    ["EUR 500M plus EUR 250M, in dollars", /\$85\d\.?\d*M/],
    ["20B EUR for 2 GW: dollars per megawatt", /\$11\.\d+M per MW/],
    ["40 million a megawatt is what per watt, and per GW?", /\$40 per W.*\$40B per GW/],
    ["1.25 billion/month, hourly equivalent", /\$1\.712M per hour/],
    ["What FX rate is implied by ¥1.5 trillion being $10B?", /150/],
  ])("%s", (question, said) => expect(headlineOf(question)).toMatch(said));
});

test("a number of the question that is on record stands beside the result with its source", () => {
  const doc = ask(
    "Talen expects about $18B from AWS by 2042. If 1.92 GW ran flat out for 17 years, what price per MWh does that imply?",
  );
  expect(doc.headline.map((span) => span.text).join("")).toContain("$62.95 per MWh");
  expect(doc.sources.length).toBeGreaterThan(0);
});

describe("published figures for a gigawatt", () => {
  test.each([
    ["cheapest per-GW estimate", /^The lowest: Morgan Stanley, Trainium3/],
    ["what's the lowest anyone has put on a gigawatt?", /^The lowest: Morgan Stanley, Trainium3/],
    ["the most expensive estimate for 1 GW", /^The highest: Arvind Krishna/],
    ["2 GW at Foxconn's racks per gigawatt: how many racks", /7,114 racks/],
    ["half a gigawatt vera rubin, foxconn rack count: racks? gpus?", /1,779 racks.*128,100 chips/],
    [
      "Huang says 400 to 500 thousand accelerators in a gigawatt, so what should I expect in 2.5?",
      /1–1\.25 million chips/,
    ],
    ["GB300s that fit inside a 150 MW facility, with Epoch's overhead chain", /43,880 chips/],
    ["If Jensen's split holds, what does Nvidia itself pocket on five gigawatts?", /\$175B/],
  ])("%s", (question, said) => expect(headlineOf(question)).toMatch(said));
});

describe("what the units alone make of a question", () => {
  test.each([
    ["Meta spends $145B all on Foxconn-priced Rubin capacity. GW?", /3\.085 GW/],
    ["480 MW hall, 3.4 kW per chip and 72 chips a rack: how many racks?", /1,960\.784 racks/],
    ["$4M a rack, 72 GPUs a rack: what per GPU?", /\$55,555\.56 per chip/],
    ["how long does $10B last at $500M a month", /1\.667 years/],
  ])("%s", (question, said) => expect(headlineOf(question)).toMatch(said));

  test.each(["5 cents a year for 1 GW", "If Nvidia trades at $200 with 24 billion shares and Meta at 5x, what then"])(
    "no sense in it, no number: %s",
    (question) => expect(ask(question).status).toBe("unknown"),
  );
});
