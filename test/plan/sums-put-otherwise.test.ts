import { describe, expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

describe("sums with the asker's own numbers", () => {
  test.each([
    ["we write off $12bn of servers over 5 years. what's the charge a year", "$2.4B per year"],
    ["$5B bought about 4% of a firm. What's all of it worth on that?", "$125B"],
    ["If $2bn got a fund 8% of a startup, what does that imply for the whole company", "$25B"],
    ["at 20% of revenue, how much revenue does it take to use up a $38B cap?", "$190B"],
    ["if i pay 10% of sales until I've paid $3bn, how big must sales be?", "$30B"],
    ["divide $830m by 13,800 gpus", "$60,144.93 per chip"],
    ["divide a 25bn debt by 1.4 GW", "$17.857B per GW"],
    ["$25B for 1.4 GW, what is that a gigawatt", "$17.857B per GW"],
    ["co2 from 5 TWh of average US grid power", "1.835 million tonnes"],
    ["CO2 a year of a steady 150 MW on the US grid", "0.4822 million tonnes"],
    ["AMD at $250, a 160-million-share warrant net of the penny strike", "$39.998B"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));

  test.each(["cost of 200 MWh of data center", "what would 1 GWh of compute capacity set us back"])("%s", (question) =>
    expect(last(question)).toMatch(/^clarify.*MW or GW/),
  );
  test("energy as such has its price", () => {
    expect(last("cost of 500 MWh of electricity")).toContain("bill");
  });
});

describe("turns that go on with a sum", () => {
  test.each([
    [["What would 3 GW cost on Bernstein's number?", "how much of that would be GPUs?", "and CPUs?"], "$3.15B"],
    [["Google's SpaceX compute contract per GPU per month?", "per hour?"], "$11.46 per gpu-hour"],
    [
      ["Google's SpaceX compute contract per GPU per month?", "and per gpu-hour, at 720 hours a month"],
      "$11.62 per gpu-hour",
    ],
    [["400 MW at $12M per MW?", "and at 15?", "how much more is that, percentage wise"], "25%"],
    [["cost of 2 GW at $40B per GW", "and at 50?", "what's the difference in percent"], "25%"],
    [["bigger monthly bill at SpaceX, google or anthropic?", "and over a year what's the gap?"], "$3.96B a year"],
    [["Microsoft / Nebius contract?", "with options included?", "and the base contract per year"], "$3.48B per year"],
  ] as const)("%s", (turns, amount) => expect(last(...turns)).toContain(amount));
});

describe("prices that are cut first, and changes of each year", () => {
  test.each([
    ["Start at $40bn per GW and take 15% off each year. Where is it after three years?", "$24.565B per GW"],
    ["begin with $50B/GW and cut it 20% a year for 4 years. where does it end up?", "$20.48B per GW"],
    ["start with $100B and add 10% each year. where is it after 5 years?", "$161.051B"],
    ["$40B per GW dropping 15% annually. Where does it stand after three years?", "$24.565B per GW"],
    ["Reuters says $40bn a gigawatt, and Altman thinks that could halve. At half, what would 30 GW be?", "$600B"],
    ["Bernstein says $35B per GW. at double that, 4 GW?", "$280B"],
    ["what would 10 GW cost at half of Huang's figure", "$250–300B"],
    ["what would 10 GW cost at Huang's figure", "$500–600B"],
    ["Alphabet's £1bn hundred-year bond: what is that in US dollars?", "$1.32B"],
    ["what's a €830M 7-year loan in dollars", "$944.8M"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});
