import { expect, test } from "vitest";
import { answer, talk } from "../fixtures/talk.ts";

test.each([
  ["budget was $18.4bn, it ran 23% over. what did it end up costing", "$22.632B"],
  ["A project pencilled in at 9 billion dollars closed out at 11.7 billion. Overrun in percent?", "30%"],
  ["after a 15% rebate the invoice was $731m. whats the sticker price", "$860M"],
  ["gross margin if revenue's 5.2bn and cost of sales 3.38bn", "35%"],
  ["to earn $2bn of ebitda at a 40% margin how much revenue do i need", "$5B"],
  ["what did we make last year if this year's $15.6B is 30% higher", "$12B"],
  ["A quarter of $4.35bn in sales implies which annual run rate?", "$17.4B"],
  ["Debt 27bn, equity cheque 3bn: loan-to-cost %?", "90%"],
  ["A lender wants SOFR, now 4.3%, plus 225 basis points on a $2.4bn draw. First-year simple interest?", "$157.2M"],
  ["refinance 10bn from 9% to 6.75%: what do we save every year", "$225M"],
  ["shares fell 37.5% from $144, so they trade at ...", "$90"],
  ["capacity factor of a 600 MW plant that produced 4.2048 TWh in a year of 8,760 hours", "80%"],
  ["spare capacity: 85 MW hall, 410 racks at 145 kW. how many MW are left over?", "25.55 MW"],
  ["250 MW a year in 2026, 2027 and 2028 at $27bn per GW: spend each year and altogether", "$20.25B"],
  ["cost of 4 GW if the price per GW drops from $50B to $45B after the second gigawatt", "$190B"],
  ["split 600B in the ratio 3:2", "$360B"],
  ["split $40bn in the ratio 5:3 please", "$25B"],
  ["split $40bn 62.5%/37.5%", "$15B"],
  ["average price: 38bn for 1.2 GW and 100bn for 2 GW", "$43.125B per GW"],
  ["if 25bn grows 40% per year, when does it pass 100bn", "4.12 years"],
  ["£3bn at 1.31 dollars to the pound", "$3.93B"],
  ["$57B into euros if a euro buys $1.14", "€50B"],
])("%s", async (question, amount) => expect(await answer(question)).toContain(amount));

test("a rate of exchange in words goes on with what was told", async () =>
  expect(await talk(["softbank france first phase cost", "in dollars, at 1.14 to the euro?"])).toContain("$51.3B"));

test.each([
  ["simple payback: capex $38B, revenue $15.5275B a year, opex 0.9B a year", "2.598 years"],
  ["0.5 GW at 42B/GW, then 1.5 GW at 44B/GW. each and total", "$87B"],
  ["Suppose 40% of a $22B campus is equity and the rest is debt at 7.25%. interest per year?", "$957M"],
])("%s is no shorter story", async (question, amount) => expect(await answer(question)).toContain(amount));

test.each([
  ["OpenAI's burn forecast for 2027, the September 2025 version vs the 2026 update: how much worse?", ["$35B", "$57B"]],
  ["CRWV 2026 capex guide, Feb vs now: what moved?", ["$30–35B", "$31–35B"]],
])("%s asks how it changed", async (question, amounts) => {
  const said = await answer(question);
  for (const amount of amounts) expect(said).toContain(amount);
});
