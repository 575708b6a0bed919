/** Turns of phrase, slips of spelling, and amounts at their least, without their options, in their order and by their place. */
import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("what was put on ice, got stuck or is paid by somebody is found in the plain words of its record", () => {
  expect(last("what date did openai put stargate uk on ice")).toContain("9 April 2026");
  expect(last("when was stargate uk mothballed?")).toContain("9 April 2026");
  expect(last("date the WSJ said the Nvidia plan was on ice")).toContain("30 January 2026");
  const loan = "Did SoftBank ever get that margin loan against its OpenAI shares done?";
  expect(last(loan, "why did it get stuck")).toMatch(/could not put a value/);
  const uae = "How much power is Stargate UAE meant to draw?";
  expect(last(uae, "whos footing the bill?")).toContain("G42");
  expect(last("which executive stepped back from helion because of the openai power talks?")).toContain("Sam Altman");
  expect(last("who took over Narvik after OpenAI stepped back?")).toContain("Microsoft");
});

test("when something is back or ready is told by what is expected, and by no day that has come", () => {
  const plant = "How big is the Duane Arnold reactor Google is helping bring back, in MW?";
  expect(last(plant, "back online when?")).toContain("first quarter of 2029");
  expect(last(plant, "when will it be back online")).toContain("first quarter of 2029");
  expect(last("when is crane back in service?")).toContain("2027");
  expect(last("Microsoft Crane restart: back on the grid when?")).toContain("2027");
});

test("slips in the words of the field are mended, and names are left alone", () => {
  expect(last("wen did akamia dislcose the antropic contrct")).toContain("8 May 2026");
  expect(last("how mcuh has meta pleged to spned in the us thru 2028")).toContain("$600B");
  expect(last("is it true that Pledgr bought Groq")).not.toContain("pledge ");
});

test("the least and the most that an amount has been is one of its versions", () => {
  const loan = "Did SoftBank ever get that margin loan against its OpenAI shares done?";
  expect(last(loan, "how low did the target go in between?")).toMatch(/lowest about \$6B/);
  expect(last(loan, "what's the lowest it ever got")).toMatch(/lowest about \$6B/);
  expect(last("what was the softbank margin loan at its smallest?")).toMatch(/lowest about \$6B/);
});

test("what a deal comes to without its options, however they are left out, and with them again", () => {
  const base = "Base value of the Microsoft-Nebius contract for Vineland, options excluded?";
  expect(last(base)).toContain("$17.4B");
  expect(last("Base value of the Microsoft / Nebius contract, leaving the options out?")).toContain("$17.4B");
  expect(last("Hut 8 lease, renewal options aside")).toContain("$7B");
  expect(last(base, "with them included?")).toContain("$19.4B");
  expect(last("Hut 8 lease without the renewal options", "including them")).toContain("$17.7B");
});

test("the parts of one deal are ranked, and who put in the most is told by the parts", () => {
  expect(last("rank OpenAI's CoreWeave contracts, largest first")).toMatch(/\$11\.9B.*\$6\.5B.*\$4B/);
  expect(last("rank the three CoreWeave OpenAI contracts smallest to largest")).toMatch(/\$4B.*\$6\.5B.*\$11\.9B/);
  for (const asked of [
    "Among the founding equity backers of Stargate, who reportedly put up the most?",
    "Which of Stargate's founding equity funders put up the most?",
    "which investor put the most in Stargate",
  ])
    expect(last(asked)).toMatch(/OpenAI.*\$19B.*SoftBank.*\$19B/);
});

test("one amount into each of several, what was sunk by a day, and a pledge for a place", () => {
  expect(last("Which companies has Nvidia put exactly $2 billion each into during 2026?")).toMatch(
    /Lumentum.*Coherent.*Nebius.*CoreWeave/,
  );
  expect(last("By the end of December 2025, what had SoftBank sunk into OpenAI altogether?")).toContain("$34.6B");
  expect(last("what has Nvidia sunk into CoreWeave")).toContain("$2B");
  expect(last("what sum has Google pledged for Texas, and by what year it is to be spent?")).toMatch(/\$40B.*2027/);
  expect(last("how much has meta committed to spend through 2028")).toContain("$600B");
  expect(last("how much has Microsoft spent in the UAE so far?")).toContain("$7.3B");
});

test("money that hangs on gigawatts, new equity beside a contract, and sites of somebody's own", () => {
  expect(
    last("Is the $30bn Nvidia put into OpenAI tied to gigawatts being switched on, the way the old LOI was?"),
  ).toContain("not tied to milestones");
  const aws = "what spending did Anthropic commit to on AWS in April 2026?";
  expect(last(aws, "how much new equity is amazon putting in alongside")).toContain("$5B");
  expect(last("Does Anthropic spend more under the AWS commitment of 2026 or on its own Fluidstack sites?")).toMatch(
    /\$100B.*\$50B/,
  );
});

test("how far something has come, its bill with all that goes in, and a round with its valuation", () => {
  const barn = "Whats happening with The Barn, the Stargate site in Saline Township?";
  expect(last(barn)).toContain("under construction");
  expect(last(barn, "total bill once it's all kitted out?")).toContain("$45B");
  expect(last("how's hyperion coming along")).toContain("under construction");
  expect(last("anthropic's may 2026 raise: how much, and at what valuation")).toMatch(/\$65B.*\$965B/);
  expect(last("how much did openai raise in october 2024, and at what valuation?")).toMatch(/\$6\.6B.*\$157B/);
});

test("how large it can get, what building it costs, and what a loan pays for", () => {
  expect(last("how far can the openai hypervault capacity grow")).toContain("up to 1 GW");
  expect(last("how big is hypervault")).toContain("100 MW");
  expect(last("how much does tcs plan to spend on hypervault")).toMatch(/not disclosed.*\$2B/);
  expect(last("how much is hypervault worth")).not.toContain("$2B");
  expect(last("what does the mistral debt pay for")).toContain("13,800");
});

test("a piece of a deal, who signs off, who joined whom, where power comes from, and who got none of the money", () => {
  expect(last("Apollo's piece of Valor")).toContain("$3.5B");
  expect(last("who has to sign off on the abb robotics deal")).toContain("European Union");
  expect(last("who from groq went to nvidia")).toMatch(/Jonathan Ross.*Sunny Madra/);
  expect(last("what is horizon powered by")).toContain("gas");
  expect(last("how much did openai itself get from the employee share sale")).toContain("no money");
  expect(last("how much did the employees get in the employee share sale")).toContain("$6.6B");
  expect(last("top 3 openai contracts by value")).toMatch(/Oracle.*Azure.*AWS/);
});
