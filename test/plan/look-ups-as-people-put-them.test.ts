/** Look-ups with slips of the pen and in words of the trade or the street, and which of two ends first. */
import { describe, expect, it } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

describe("slips", () => {
  it.each([
    ["another word of the language", "wats micrsofts steak in opnai wroth", /^answered: .*\$135B/],
    ["a last letter left out", "nvdia stak in noika, wat percnt", /^answered: .*2\.9%/],
    ["whose it is, without the apostrophe", "amazns steak in anthropc", /^answered: Anthropic–Amazon/],
    ["a country", "how much is sofbanks frnech datacenter programe in total", /^answered: .*€75B/],
    ["a verb and its price", "whats the purchas pric of digitalbridge", /^answered: .*\$4B/],
    ["a verb is no owner", "if Oracle refinances 18B from 5.9% to 5.1%, annual saving", /\$144M per year/],
  ])("%s", (_kind, question, told) => expect(last(question)).toMatch(told));
});

describe("in other words than the record's", () => {
  it.each([
    ["a ministry", "how much did the Energy Department lend for Crane", /^answered: .*\$1B/],
    ["a hyphenated stage", "Which OpenAI deals are still at the letter-of-intent stage?", /^answered: 3 deals.*NEXTDC/],
    [
      "what is got through is spent",
      "how much money did openai get through in 2025",
      /^answered: OpenAI cash burn, 2025/,
    ],
    ["a period", "Over what period is the extra $100 billion OpenAI promised AWS to be spent?", /eight years/],
    ["what is stuck in a firm", "who stuck $3bn in xAI just before SpaceX swallowed it?", /^answered: .*Humain/],
    ["who is put in charge", "Who's been put in charge of the Blackstone/Google TPU venture?", /Treynor Sloss/],
    [
      "what it is linked to",
      "Is the $30 billion Nvidia put down for OpenAI stock linked to gigawatts being switched on?",
      /^answered: .*not tied to milestones/,
    ],
    [
      "a day beside another site",
      "On what date was Microsoft confirmed as taking Crusoe's 900 MW next to Stargate Abilene?",
      /^answered: .*27 March 2026/,
    ],
    [
      "what support for leases is",
      "Did Google promise more support for TeraWulf's Lake Mariner leases or Cipher's Barber Lake lease?",
      /\$3\.2B of guarantee.*\$1\.4B of guarantee/,
    ],
    ["what critics mean", 'what do critics mean when they call nvidia/openai "circular"?', /receive OpenAI shares/],
    ["who called it so", "who on wall street called nvidia openai vendor financing", /Goldman Sachs and JPMorgan/],
    ["a milestone that was missed", "which user target did ChatGPT miss", /one billion weekly users/],
    ["how a vote went", "what was the vote count on coreweave core scientific", /20\.8M.*203\.5M/],
  ])("%s", (_kind, question, told) => expect(last(question)).toMatch(told));
});

it("what two have together is no size of one of them", () => {
  for (const question of [
    "MW at Lordstown alone, without Milam?",
    "capacity of Lordstown by itself",
    "how much power does Lordstown have without Milam",
  ])
    expect(last(question)).toMatch(/^unknown|Lordstown site alone has not been given/);
  expect(last("how many GW is Milam County excluding Lordstown")).toContain("1.2 GW");
  expect(last("how much did OpenAI alone put into SB Energy")).toContain("$500M");
});

it("what is guaranteed is not what the guarantee comes to", () => {
  expect(last("how big is Google's backstop for the Hut 8 lease")).toMatch(/^unknown/);
  expect(last("how big is meta's residual value guarantee on hyperion")).toMatch(/^unknown/);
  expect(last("how big is Google's guarantee for Cipher's Barber Lake lease")).toContain("$1.4B");
});

describe("which of two ends first", () => {
  const warrants = /^answered: Ends first: AMD–OpenAI.*October 2030.*Meta–AMD.*February 2031/;
  it.each([
    ["Meta and OpenAI both hold AMD warrants. Whose stays exercisable longer?", warrants],
    ["which expires later, Meta's AMD warrant or OpenAI's?", warrants],
    ["which runs out sooner: Meta-CoreWeave 2025 or Nvidia's CoreWeave backstop", /December 2031.*April 2032/],
    ["which matures later, Oracle's 2025 bond or its 2026 bond?", /^unknown/],
  ])("%s", (question, told) => expect(last(question)).toMatch(told));
});

describe("turns that go on with a deal", () => {
  const backstop = "How big a backstop is Google giving TeraWulf for Lake Mariner?";
  const tender = "how much stock did openai staff actually sell in the oct 2025 tender";
  const valor = ["Size of the Valor vehicle that buys GPUs and leases them to xAI?", "apollo's piece of that?"];
  it.each([
    ["the same at another place", [backstop, "and for the Abernathy JV?"], "$1.3B"],
    ["whether that was all", [tender, "was that all they were cleared to sell?"], "$10.3B"],
    ["whether it could have been more", [tender, "could they have sold more"], "$10.3B"],
    ["what it was valued at", [tender, "what did that price the company at"], "$500B"],
    ["what the others put in", [...valor, "so how much came from everyone else?"], "$1.9B"],
    ["how a vote went", ["Did CoreWeave end up buying Core Scientific?", "how lopsided was the vote?"], "203.5M"],
  ])("%s", (_kind, questions, told) => expect(last(...questions)).toContain(told));
});

describe("figures of companies, and what two deals come to", () => {
  it.each([
    ["beside the year before", "did openai's gross margin fall in 2025", /40%.*33%/],
    ["as it was foreseen then and is now", "openai burn 2027 forecast now vs sept 2025", /2027: about \$35B.*\$57B/],
    ["what somebody put in, by a day", "softbank total put into openai by dec 2025", /^answered: .*\$34\.6B/],
    ["what somebody put in, and not what others did", "how much did microsoft put into openai in total", /\$13B/],
    ["each of two years that are said", "Anthropic's revenue 2024 vs 2025", /^partial: No figure for 2024/],
    ["a deal without a price", "Is Meta's TPU rental worth more than its Google Cloud contract?", /^unknown/],
    [
      "not what has lapsed",
      "Is Nvidia's stake in Anthropic worth more than its stake in OpenAI?",
      /\$30B of equity.*\$10B/,
    ],
    [
      "the term of what is called so",
      "what's the term of the IREN cloud contract with nvidia",
      /five years \(AI cloud/,
    ],
    ["everybody who is involved", "who's involved in adani's india plan", /Adani Group.*Google.*Microsoft/],
    ["a slice that is a part", "equity slice of the saline financing", /12\.5%.*\$2B/],
    ["letters that changed places, and a last one left out", "wich bnaks are leadin the opanai ipo", /Goldman.*Morgan/],
    ["a listing that is only mentioned", "which banks lead the Anthropic IPO", /^unknown/],
    ["what such a listing raises", "how much will anthropic's IPO raise", /^unknown/],
    ["one site, and not its programme", "the abilene stargate site: how many MW", /^answered: Stargate Abilene/],
    [
      "a site without its twin",
      "how many MW is the lordstown stargate site on its own",
      /Lordstown site alone has not been given/,
    ],
    ["what somebody is after", "what sum is SoftBank after?", /margin loan.*\$10B/],
    ["what burns gas is no customer", "which sites use gas power", /^answered: 7 deals fit kind site/],
  ])("%s", (_kind, question, told) => expect(last(question)).toMatch(told));
});
