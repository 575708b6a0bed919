import { expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

test.each([
  ["what's the payment on a $5B loan at 7%?", "the length of the loan"],
  ["monthly payment, 10-year loan at 6.5%", "the amount of the loan"],
  ["how many GPUs can I run at PUE 1.3?", "the power of the site"],
  ["what is the CAGR from 13 to 280?", "the number of years"],
  ["power bill at $60/MWh?", "the power"],
])("the input that is missing is named: %s", (question, missing) => {
  expect(lastAnswer(question)).toMatch(new RegExp(`^clarify: .*${missing}`));
});

test.each([
  ["from $9B run rate in December 2025 to $47B in May 2026, what multiple and monthly growth", ["5.222×", "39.178%"]],
  ["500 MW at $60/MWh, 90% load: TWh and annual bill?", ["3.942 TWh", "$236.52M per year"]],
  ["$14B loan at 6.5% over 20 years: monthly payment and total interest", ["$104.38M per month", "$11.051B"]],
  ["$122B at $852B post: stake and pre-money?", ["14.319%", "$730B"]],
])("two things are asked of the same numbers: %s", (question, parts) => {
  const answer = lastAnswer(question);
  for (const part of parts) expect(answer).toContain(part);
});

test.each([
  ["how much do the chips in 1 GW cost", /Jensen Huang: \$35B.*Bernstein: \$13\.65B/],
  ["what share of a gigawatt's cost is chips", /Bernstein: 39%/],
  ["Given a $2.6B annual power bill at 7 cents/kWh running flat out, how many GW is that?", /4\.24 GW/],
  ["cost of electricity per GPU-hour: 1.4kW chip, 1.5x overhead, PUE 1.2, $80/MWh", /\$0\.2/],
  ["payback years on $50B/GW if a GW brings 10B revenue a year with 60% margin", /8\.33/],
  ["interest on $18B at SOFR 4.3% + 250bp", /\$1\.224B/],
  ["what's OpenAI's runway at the Q1 burn rate?", /4\.932 years/],
  ["What would OpenAI's revenue need to grow at per year from 2025 to hit $280B in 2030?", /84\.\d+%/],
  ["how much interest a year on SoftBank's bridge loan", /\$2\.24–4B per year/],
  ["At $50B a GW, how many GW does Meta's 2026 capex buy", /2\.5–2\.9 GW/],
])("a part of a build, a sum turned about, figures on record in it: %s", (question, answer) => {
  expect(lastAnswer(question)).toMatch(answer);
});

test.each([
  ["$50B, 5-yr life, revenue 12B, opex 2B: annual profit after depreciation", /\$0/],
  ["85% LTC on a $4B project: loan and equity", /\$600M.*\$3\.4B/],
  ["36B package, 31B senior: junior slice and its percent", /\$5B.*13\.889%/],
  ["$16B financing with 2B equity; debt to equity ratio?", /7×/],
  ["price per job: $7B for 1,700 jobs", /\$4\.118M/],
  ["double in 18 months is what annual growth", /58\.74%/],
  ["tokens: 100k GPUs at 2,000 tok/s each, how many tokens a day", /17\.28/],
  ["rev per GW-year 9.7B, opex 2.1B, capex 35B: simple payback", /4\.605 years/],
  ["I own 1.2M options struck at $4, last round price 31: pretax gain", /\$32\.4M/],
])("profit, loans, packages, doubling, options: %s", (question, answer) => {
  expect(lastAnswer(question)).toMatch(answer);
});

test("a sum goes on with all hours, with a month of a level payment, with another amount below the line", () => {
  expect(lastAnswer("power bill for 650 MW, 78% load, 5.8c/kWh", "and flat out?")).toContain("$330.252M");
  expect(lastAnswer("$8B loan, 7.2%, 12 years: annual payment", "monthly?")).toMatch(/\$83\.\d+M per month/);
  expect(lastAnswer("OpenAI at $852B on $25B run rate, multiple?", "on 30B?")).toContain("28.4");
});
