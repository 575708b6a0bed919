import { describe, expect, test } from "vitest";
import { inputsChanged } from "../../src/plan/from-text/follow-up/inputs-changed.ts";
import { talk } from "../fixtures/talk.ts";

describe("a number of a calculation is changed turns later", () => {
  test.each([
    [["1.1 GW of gas turbines at $2,200 per kW", "at 1,600/kW?"], "$1.76B"],
    [["$2B compounding at 12% annually for 5 years becomes?", "for 7", "15% instead of 12"], "$5.32B"],
    [["net debt 18bn, ebitda 3.6bn, leverage multiple?", "debt goes up to 25.2bn", "what if ebitda is 4.5bn"], "5.6×"],
    [["revenue $13B, spend $34B, what's the shortfall", "if revenue doubles?"], "$8B"],
    [
      [
        "20,000 H100s rented at $2.40 an hour, 24/7 for a year: revenue?",
        "only 70% occupied",
        "$1.90 an hour, same occupancy",
      ],
      "$233.016M",
    ],
    [
      [
        "land $0.4bn + shell $3.1bn + power $1.5bn + chips $15bn, add it up",
        "what share of it is chips",
        "total if the chips come down 20%",
      ],
      "$17B",
    ],
    [["3 GW at Krishna's number", "one year's interest on that if money costs 10%", "too punchy, try 6.6"], "$15.84B"],
    [
      ["Borrowing $1.2bn at 9%, seven level annual instalments. how much is each?", "bank says they could do 7.5%"],
      "$226.56M",
    ],
  ])("%s", async (turns, amount) => expect(await talk(turns)).toContain(amount));

  test.each([
    ["at 6%?", ["$5bn over 10 years at 8%", "and 3% of fees"]],
    ["how much more is that than 6%", ["$5bn over 10 years at 8%"]],
    ["what does Oracle pay at 6%", ["$5bn over 10 years at 8%"]],
    ["from 240 to 1 billion", ["240 million growing 9% a month for 12 months"]],
  ])("%s changes nothing, or not surely", (said, turns) =>
    expect(inputsChanged(said, turns)?.surely ?? false).toBe(false),
  );
});

describe("what else a running sum tells", () => {
  test.each([
    [["land $0.4bn + shell $3.1bn + power $1.5bn + chips $15bn, add it up", "what share of it is chips"], "75%"],
    [["$5bn in year 1, $10bn in year 2, $21bn in year 3. sum?", "average a year"], "$12B"],
    [
      [
        "One rack is $3.9m and holds 72 GPUs. What's that per GPU?",
        "how many racks for 50,400 GPUs",
        "price of all those racks",
      ],
      "$2.73B",
    ],
    [["$5bn at 8% over 10 equal annual payments, how much each", "so total interest"], "$2.451B"],
    [["3,000,000 chips at 1.2 kW each, how many GW", "with a PUE of 1.3 on top"], "4.68 GW"],
  ])("%s", async (turns, amount) => expect(await talk(turns)).toContain(amount));
});

test("behind a sum of one's own numbers no record tells a turn that names nothing", async () => {
  const said = await talk([
    "Startup raises $750M at a 6.75bn pre-money. percent going to the new money?",
    "the founder holds 18M. her stake afterwards?",
  ]);
  expect(said).toMatch(/^\[unknown\]/);
});
