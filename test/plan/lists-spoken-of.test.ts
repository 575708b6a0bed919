import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("one of a list by its place or by whom it is called after, and the list again", () => {
  const opener = "which deals lapsed?";
  expect(last(opener, "when was the second one called off")).toMatch(/Core Scientific: 30 October 2025/);
  expect(last(opener, "what happened to the nvidia one")).toMatch(/events of Nvidia–OpenAI letter of intent/);
  expect(last(opener, "when did the norwegian one lapse")).toMatch(/15 April 2026/);
  expect(last(opener, "who was in the second one", "how big was the last one", "which of them is the biggest")).toMatch(
    /Nvidia–OpenAI letter of intent.*\$100B/,
  );
  expect(last("list anthropic's deals", "without the rumoured ones")).toMatch(/^answered: 14 deals .*not rumoured/);
});

test("a total narrowed, and the deals that it is made of", () => {
  const opener = "total value of Meta's cloud contracts";
  expect(last(opener, "without nebius")).toMatch(/Meta without Nebius, signed: up to \$35\.2B/);
  expect(last(opener, "just 2025")).toContain("$17.1B");
  expect(last(opener, "which is the largest")).toMatch(/Meta–Nebius agreement of 2026, up to \$27B/);
});

test("how the figure that was shown came to what it is", () => {
  expect(last("how big was the cerebras IPO", "what was the original target?")).toMatch(/it was about \$2B from/);
  expect(last("terawulf: google's stake", "was it always that")).toMatch(/^answered: No .*8%.*14%/);
  expect(last("how much is the openai aws contract", "how much did it go up by")).toContain("difference: about $100B");
  expect(last("What is Meta's capex guide for this year", "how much did the midpoint go up")).toContain("about $10B");
});

test("how a figure of a company changed since the time before", () => {
  expect(last("what's coreweave's backlog", "how much has it grown")).toContain("48.8%");
  expect(last("what's coreweave's backlog", "and at year-end", "up by what percent since")).toContain("48.8%");
  expect(last("oracle's backlog now?", "august 2025", "in percent?")).toContain("40.22%");
  expect(last("OpenAI revenue 2025", "and the year before that?")).toContain("$3.7B");
});

test("shares at what is paid for each, a fee for each chip, and a part of what is counted", () => {
  expect(last("shares under AMD's warrant with OpenAI", "exercising all of it costs what")).toContain("$1.6M");
  expect(last("google spacex compute rental", "per gpu per month?")).toContain("$8,364");
  const nscale = "microsoft's deal with nscale, dollar amount";
  expect(last(nscale, "gpus?", "how many of those in texas")).toContain("104,000");
  expect(last(nscale, "gpus?", "norway?", "that's what share of the total")).toContain("26%");
});

test("another thing of the same deal is no other deal", () => {
  expect(last("is the google spacex compute deal signed?", "can google get out")).toContain("90 days");
  expect(last("who's the target in aip's 40B purchase", "seller?")).toContain("Macquarie");
});

test("what was shown so many times, its average, and what a share of it comes to", () => {
  expect(last("what's the Barclays cost per GW", "for 10 GW then")).toContain("$570B");
  expect(last("cost of a gigawatt according to Jensen", "times 7")).toContain("$350–420B");
  const spends = ["how much is OpenAI to spend on Azure", "on AWS?", "Oracle?", "coreweave"];
  expect(last(...spends, "sum")).toContain("$710.4B");
  expect(last(...spends, "sum", "average of those")).toContain("$177.6B");
  expect(last("cerebras loan from openai", "so yearly interest in dollars")).toContain("$60M");
  expect(last("Ampere acquisition price", "oracle's stake was?", "so oracle got roughly how much")).toContain(
    "$2.098B",
  );
});

test("a site in another country, and a question that is answered by yes or no", () => {
  expect(last("is Stargate Argentina signed", "and the Indian one")).toContain("HyperVault");
  expect(last("gpus of stargate uk", "how many was it meant to have", "and the norway one")).toContain("100,000");
  expect(last("coreweave core scientific price", "did shareholders approve")).toContain("voted it down");
  expect(last("what's Amazon committed with Talen in dollars", "over how long")).toContain("through 2042");
  expect(last("Lambda microsoft contract size?", "how many gpus")).toContain("tens of thousands");
});

test("the figure that the words name, and none beside it", () => {
  expect(last("Mistral paris debt, in total", "the euro tranche")).toContain("€94M");
  const valor = ["Valor compute vehicle, how much", "of which apollo"];
  expect(last(...valor, "second vehicle")).toContain("$5.4B");
  expect(last(...valor, "second vehicle", "apollo in that")).toContain("$3.4B");
  const nuclear = ["Helion talks: share of output", "hm how about the Oklo one for meta"];
  expect(last(...nuclear, "and TerraPower's")).toContain("2.8 GW");
  expect(last(...nuclear, "vistra?")).toContain("2.1 GW");
  expect(last("hut8 anthropic lease, base value", "with renewals?", "noi per year")).not.toContain("2.213");
});

test("what a word stands for, whose amount goes with whom, and a level in another record", () => {
  expect(last("what's a letter of intent", "which deals have one")).toMatch(/^answered: \d deals/);
  expect(last("Who are the investors in Anthropic's 65B round?", "no I meant xAI's")).toContain("Cisco");
  expect(
    last("what is Microsoft's commercial backlog at the end of 2025", "and in september", "what was the jump"),
  ).toContain("$233B");
  expect(last("oracle meta cloud deal", "who reported it")).toContain("Bloomberg");
});

test("money of a site in its financing, and money after power", () => {
  const site = ["who is building stargate abilene", "the loan", "phase 2 loan"];
  expect(last(...site)).toContain("$7.1B");
  expect(last(...site, "combined?")).toContain("$9.4B");
  expect(last("who is building stargate michigan", "how much is debt", "pimco's slice?")).toContain("$10B");
  expect(last("Adani's plan in GW", "dollars")).toContain("$100B");
  expect(last("microsoft commercial backlog", "september")).toContain("$392B");
});

test("after a figure of a company: its other figures by their labels, and nothing that it is not", () => {
  expect(last("SoftBank's total in OpenAI", "stake?")).toContain("13%");
  expect(last("SoftBank's total in OpenAI", "how many employees")).toMatch(/^unknown/);
  expect(last("what's the big four total for 2026", "2025?")).toContain("$410B");
  expect(last("Amazon capex this year", "microsoft's", "who spends more", "by what percentage")).toContain("5.263%");
  expect(last("oracle 18B bond of 2025", "target before that", "how much above target is that")).toContain("about $3B");
});

test("what a list comes to, and a price of a gigawatt for the power of a deal", () => {
  const neoclouds = ["what is a neocloud", "which ones has microsoft signed with"];
  expect(last(...neoclouds, "how much in total")).toContain("$50.1B");
  expect(last(...neoclouds, "largest of them")).toContain("Nscale");
  expect(last("cost of a GW per Bernstein", "apply that to hyperion's 2 GW")).toContain("$70B");
  expect(last("what did Meta pay for the Scale stake", "rumoured earlier at?")).toContain("$14.8B");
  expect(last("rent of 1.25B a month for 3 years, total", "at 920M instead")).toContain("$33.12B");
});

test("a month at the end, a share that is not on record, and what has been delivered", () => {
  expect(last("oracle backlog", "what did it stand at in feb")).toContain("$553B");
  expect(last("oracle backlog", "share of it from OpenAI?")).toContain("largest single driver");
  expect(last("Vineland deal value", "delivered yet?")).toContain("first tranche");
  expect(last("which sites are in Texas", "the largest?", "only those under construction")).toMatch(/: \d deals fit/);
});
