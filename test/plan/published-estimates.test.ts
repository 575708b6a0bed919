import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const headlineOf = (question: string): string =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, [])
    .headline.map((span) => span.text)
    .join("");

describe("published costs of a gigawatt together", () => {
  test.each([
    ["how far is barclays above bernstein per GW", "difference: $22B per GW"],
    ["by what percentage is Foxconn below Barclays per GW", "Lower by: 17.54%"],
    ["extra cost of 10 GW if Krishna is right instead of Bernstein", "difference: $450B"],
    ["how much more does 10 GW cost under Krishna than under Bernstein", "higher by: 128.6%"],
    ["average of bernstein, foxconn and barclays per GW", "Mean: $46.33B per GW"],
    ["5 GW by Huang, Krishna and Bernstein", "Arvind Krishna (IBM), December 2025: $400B"],
    ["what would 10 GW cost by the lowest and highest estimates", "$800B"],
    ["Epoch: IT basis vs facility basis", "The difference is $8B per GW"],
    ["electricity per GW: foxconn vs epoch", "The difference is $700M per GW-year"],
    ["Nvidia's share of a gigawatt", "58.33–70%"],
    ["how much of Huang's $50bn per GW goes to nvidia", "Nvidia's share: 70%"],
    ["Huang: share of a $50B gigawatt that is not Nvidia", "30%"],
  ])("%s", (question, said) => expect(headlineOf(question)).toContain(said));
});

describe("what one owner says of a gigawatt, in few words", () => {
  test.each([
    ["foxconn per GW", "$47B per GW"],
    ["epoch per IT GW", "$38B per GW"],
    ["morgan stanley per GW", "Morgan Stanley, TPU v7, May 2026: $27B per GW;"],
    ["goldman data center cost per MW", "$15M per MW"],
    ["bernstien cots per gw", "$35B per GW"],
    ["foxconn depreciation per GW per year", "$7.8B"],
    ["annual TCO per GW in Epoch's model", "$8.5B"],
    ["what does Foxconn say electricity costs per gigawatt-year?", "$1.3B"],
  ])("%s", (question, said) => expect(headlineOf(question)).toContain(said));
});

describe("inputs by their names", () => {
  test.each([
    ["how much is an H100", "$30,000"],
    ["what's a B200 go for", "$40,000"],
    ["how many kilowatts does an NVL72 GB200 rack pull?", "132 kW"],
    ["b200 per hour", "$5.3 per GPU-hour"],
    ["load factor for AI data centers", "75%"],
    ["whats a typical WUE", "0.27 L per kWh"],
    ["H100 hourly price in 2023", "$8 per GPU-hour to $12"],
    ["H100 rental price", "$2.6 per GPU-hour"],
    ["gas turbine cost", "$600 per kW"],
    ["gas plant per kW", "$2,157 per kW"],
    ["coal co2 per kWh", "1,048 gCO2"],
    ["what depreciation life does Oracle use", "6 years"],
    ["share for energy in McKinsey's capex forecast", "25%"],
  ])("%s", (question, said) => expect(headlineOf(question)).toContain(said));
});

describe("parts of a build at given shares", () => {
  test.each([
    ["GPU share 39% of a $35bn gigawatt in dollars", "$13.65B"],
    ["one third of a $35B gigawatt", "$11.667B"],
    ["split a $50bn gigawatt 60/25/15", "25%: $12.5B"],
    ["apply mckinsey's 60/25/15 split to $50B", "15%: $7.5B"],
    ["CPU 3%, storage 1.25%, networking 13% of a $35B GW in dollars", "networking 13%: $4.55B"],
    ["bernstein gpu share", "share of the cost: 39%"],
    ["what fraction of data center capex is networking", "13%"],
  ])("%s", (question, said) => expect(headlineOf(question)).toContain(said));
});

describe("power, racks and chips by factors that are given", () => {
  test.each([
    ["GB300s per facility GW: 1.4 kW, server 1.53, IT 1.14, facility 1.40", "292,515 chips"],
    ["racks per GW at 132 kW per rack with IT 1.14 and facility 1.4", "4,747 racks"],
    ["whats the facility power for 200 MW of critical IT at 1.4", "280 MW"],
    ["it power of a 1.2 GW facility at pue 1.25", "960 MW"],
    ["critical IT in 300 MW at pue 1.2", "250 MW"],
    ["pue for 130 MW total over 100 MW IT", "1.3"],
    ["savings from PUE 1.4 to 1.2 on 500 MW IT at $60/MWh", "$52.56M per year"],
    ["foxconn racks per GW x 72 gpus a rack", "256,1"],
    ["how many gpus per GW does huang say", "450,000 per GW"],
    ["litres of water a year for 100MW IT, load 80%, WUE 0.3 L/kWh", "0.2102 billion L"],
    ["epoch price tag for 3 GW of facility power", "$87–96B"],
    ["capex per kW for 1 GW at $47B", "$47,000 per kW"],
    ["turbines 600 $/kw for 1 GW", "$600M"],
    ["AP1000 for 4 GW", "$27.83–63.06B"],
    ["gas vs nuclear for 2 GW", "$4.314B"],
    ["hourly cost of a $40k GPU over 5 years", "$0.91 per gpu-hour"],
  ])("%s", (question, said) => expect(headlineOf(question)).toContain(said));
});

describe("what is read of it besides", () => {
  test.each([
    ["rubin ultra cost per GW", "Next chip generations"],
    ["margin if revenue is 9.7bn and cost 8.486bn per GW", "12.515%"],
    ["what share of Foxconn's gigawatt is racks", "68.87%"],
    ["cost of the racks in 1 GW by foxconn", "$27.74–32.37B"],
    ["depreciation at 4 vs 6 years on $25.5B", "$6.375B per year"],
    ["difference in yearly depreciation between 5 and 6 years on 40bn", "Difference: $1.333B"],
    ["power bill of a 1.2GW campus at 80% load and $70 MWh per month", "$49.056M"],
    ["how much does the electricity for a 5 GW site cost", "$2.828B per year"],
    ["cost without chips for 1 GW", "$10–20B"],
    ["servers only for 2 GW per epoch", "$50–52B"],
    ["opex of 1.5% on $42B capex", "$630M"],
    ["IT share of a 1 GW site at PUE 1.54", "649.351 MW"],
    ["homes for 3 GW at 100% load and 10,715 kWh", "2.453 million homes"],
    ["gpus in 2 GW at huang's ratio", "0.8–1 million chips"],
  ])("%s", (question, said) => expect(headlineOf(question)).toContain(said));
});
