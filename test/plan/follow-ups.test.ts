import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { newConversation } from "../../src/plan/from-text/conversation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { remembered } from "../../src/remember.ts";
import { library } from "../fixtures/library.ts";

/** What is answered to each question of a conversation: status and headline. */
function thread(...questions: string[]): string[] {
  let conversation = newConversation();
  return questions.map((question) => {
    const { plan, asked } = readQuestion(question, { library, today: library.completeTo }, conversation);
    const answer = execute(plan, library, []);
    conversation = remembered(conversation, { plan, answer, asked }, library) ?? conversation;
    return `${answer.status}: ${plain(answer.headline)}`;
  });
}
const last = (...questions: string[]): string => thread(...questions).at(-1) ?? "";

test("one thing in the place of another: a party, a year, both", () => {
  expect(last("meta capex 2025", "no, 2026")).toContain("$125–145B");
  expect(last("meta capex 2025", "no, 2026", "and alphabet?", "amazon")).toContain("$200B");
  expect(last("how many GW in the AMD deal with OpenAI", "no i meant the broadcom one")).toContain("10 GW");
});

test("another figure of the same record, of the kind that was asked for", () => {
  expect(last("how big is stargate uae", "first phase?")).toContain("200 MW");
  expect(last("google's backstop at lake mariner", "and at abernathy?")).toContain("$1.3B");
  expect(last("how many megawatts is the crane restart", "and the government loan?")).toContain("$1B");
  expect(last("what stake does Blue Owl get in Hyperion", "and meta?")).toContain("20%");
  expect(last("how much of amazon's investment in openai is upfront", "and the rest?")).toContain("$35B");
});

test("arithmetic on what was shown, with its working", () => {
  expect(
    last("coreweave backlog at the end of 2025", "and end of march 2026?", "how much growth is that in percent"),
  ).toMatch(/48\.8%/);
  expect(last("what's 2.3 GW at $42B per GW", "and at 60?", "difference between the two?")).toContain("$41.4B");
  expect(last("how big is the SoftBank bridge loan", "and the margin loan?", "both together")).toContain("$50B");
  expect(last("vantage's debt for texas and wisconsin", "texas part", "what percentage is that")).toContain("61.18%");
  expect(last("openai operating loss q1 2026", "annualise that")).toContain("$37.2B");
});

test("a whole and its part, levels at two times and unlike kinds are not added", () => {
  expect(last("meta nebius agreement of 2026 value", "firm part?", "together")).toMatch(/^unknown: I don't add up/);
  expect(last("coreweave backlog at the end of 2025", "and end of march 2026?", "both together")).toMatch(
    /^unknown: I don't add up .*different times/,
  );
});

test("one of several that were asked back", () => {
  const openers = "how much is the meta coreweave deal";
  expect(last(openers, "the 2026 one")).toContain("$21B");
  expect(last(openers, "the first")).toMatch(/Meta–CoreWeave/);
});

test("a round behind a valuation", () => {
  const opener = "what valuation did openai's march 2026 round close at";
  expect(last(opener, "how much money was raised?")).toContain("$122B");
  expect(last(opener, "who put in the most?")).toContain("Amazon");
});

test("doubt and sources hold to the last answer", () => {
  const opener = "what valuation did openai's march 2026 round close at";
  expect(last(opener, "are you sure?")).toContain("$852B");
  expect(last("softbank bridge loan size", "source?")).toMatch(/^answered: /);
});

test("after a comparison: the same of each", () => {
  const opener = "which is bigger, Microsoft–Nebius or Meta–Nebius";
  expect(last(opener, "per year?")).toMatch(/\$5\.4B a year.*\$3\.48B a year/);
  expect(last(opener, "when was each signed")).toMatch(/^answered: Earlier: Microsoft–Nebius/);
});

test("the last amount beside the like of somebody else", () => {
  expect(last("how much did Amazon put into OpenAI", "how does that compare with nvidia's")).toMatch(/\$50B.*\$30B/);
  expect(last("oracle backlog", "vs microsoft?")).toMatch(/\$638B.*\$627B/);
});

test("the same of somebody of whom it is not on record is not another figure", () => {
  expect(last("what's OpenAI's annual burn", "and anthropic's?")).toMatch(/^unknown: .*cash burn of Anthropic/);
});

test("a name within a name, another currency, a unit in one word", () => {
  expect(last("amazon's india pledge", "google's?", "microsoft's?", "sum of the three")).toContain("$67.5B");
  expect(last("alphabet's purchase price for Intersect", "in euros?")).toContain("€");
  expect(last("what's the price of the Aligned takeover", "gw?")).toContain("5 GW");
  expect(last("when was the oracle 300B contract announced", "and the amd one")).toMatch(/AMD–OpenAI 6 GW deal/);
});

test("shares at a price, less what exercising costs", () => {
  const opener = "how many shares can OpenAI get from AMD";
  expect(last(opener, "what's that worth at $200 a share")).toContain("$32B");
  expect(last(opener, "what's that worth at $200 a share", "and at 600?")).toContain("$96B");
});

test("one end of two ranges", () => {
  const both = ["alphabet capex 2026", "meta"] as const;
  expect(last(...both, "difference at the high end")).toContain("about $45B");
  expect(last(...both, "difference at the high end", "and at the low end")).toContain("about $55B");
});

test("after a sum its operands, and what they were about, are still spoken of", () => {
  const stakes = ["how much did nvidia put into intel?", "and into nokia?", "together?"] as const;
  expect(last(...stakes)).toContain("$6B");
  expect(last(...stakes, "difference")).toContain("$4B");
  expect(last("openai operating loss q1 2026", "annualise that", "net loss?")).toContain("$21.3B");
});

test("what stands alone is not drawn into the thread", () => {
  expect(last("meta capex 2025", "how big is stargate uae")).toContain("1 GW");
  expect(last("how big is stargate uae", "meta nebius 2026")).toContain("$27B");
  expect(last("softbank bridge loan size", "what would 5 GW cost")).toContain("$250–300B");
});

test.each([
  "what does 6 GW cost?",
  "8 billion euros over 240 MW, euros per GW",
  "how much energy does 450 MW use over 30 days",
  "Who sold Aligned?",
  "is nvidia's $100B for openai still happening?",
  "openai 2024 revenue?",
  "difference between IT power and facility power",
  "What's the biggest nuclear power package in gigawatts?",
])("put in full it is answered as if nothing had been said before: %s", (question) => {
  expect(last("what is the openai amd deal?", question)).toBe(last(question));
});

test("as many amounts as are counted are added, each for every one that it is of", () => {
  const equity = ["Equity SoftBank pledged to Stargate at the start, as reported?", "openai?", "Oracle and MGX each"];
  expect(last(...equity, "all four added up")).toContain("$52B");
  const bought = ["EV SoftBank agreed for DigitalBridge?", "and Ampere?", "and the ABB robots"];
  expect(last(...bought, "sum of those three")).toMatch(/^answered: Together: about \$15\.88B/);
  // Two were shown, and three are spoken of.
  expect(last(...bought.slice(0, 2), "sum of those three")).not.toContain("Together");
});

test("one amount taken off another, and a share of another than itself", () => {
  expect(last("microsoft's uae programme to 2029 in total?", "by end of 2025?", "so still to come")).toContain("$7.9B");
  expect(
    last("OpenAI's 2026 funding round, size?", "amazon's conditional remainder in openai", "take that off the 122"),
  ).toContain("$87B");
  expect(last("Stargate UAE at full size?", "the campus around it", "so stargate is what share of the campus")).toMatch(
    /: about 20%/,
  );
  expect(last("meta nebius agreement of 2026 value", "firm bit as a share of the total")).toContain("44.44%");
});

test("differences by the month, and changes in dollars and percent", () => {
  const fees = ["what does google pay spacex a month for gpus", "and what does Anthropic pay them per month"];
  expect(last(...fees, "difference per month?")).toContain("$330M per month");
  expect(
    last("Oracle's RPO at the end of May 2026?", "as of the end of august 2025?", "change in dollars and percent"),
  ).toMatch(/40\.22%.*\$183B/);
});

test("another currency, also of what a sentence told", () => {
  expect(last("mistral's swedish site, budget?", "in USD")).toContain("$1.366B");
  expect(last("worth of Akamai's contract with Anthropic", "the total in euros")).toContain("€1.581B");
  expect(last("what does google pay spacex a month for gpus", "in euros")).toMatch(/€\d+(?:\.\d+)?M per month/);
});

test("a record of the conversation is returned to by who has a part in it", () => {
  const sides = "Crane against Duane Arnold, which has more megawatts?";
  expect(last(sides, "length of the google contract?")).toContain("25 years");
  expect(last(sides, "length of the google contract?", "and microsofts")).toMatch(/Crane restart: 20 years/);
  expect(last("microsoft iren contract value", "coreweave's backstop by nvidia", "back to iren: how long?")).toMatch(
    /Microsoft–IREN/,
  );
  expect(last("EV SoftBank agreed for DigitalBridge?", "and Ampere?", "the first one again: is it closed?")).toMatch(
    /^answered: No\. SoftBank's purchase of DigitalBridge/,
  );
});

test("a few words stand for a question of the deal on the table", () => {
  expect(last("Nvidia's stake in Nokia, value", "signed?")).toMatch(/^answered: Yes\./);
  expect(last("how big is the Hut 8 River Bend lease", "guarantor?")).toContain("Google (guarantees the lease)");
  expect(last("what does google pay spacex a month for gpus", "gpu count?")).toContain("110,000 Nvidia GPUs");
});

test("what the record does not say is no other amount of it", () => {
  expect(last("What's the capacity Reliance is building for Meta in Jamnagar?", "rent?")).not.toContain("168 MW");
});

test("an amount is that of what was asked for, and at the other site of the same", () => {
  const guarantee = ["Whose guarantee backs Fluidstack's rent at Lake Mariner?", "up to what amount"];
  expect(last(...guarantee)).toContain("$3.2B");
  expect(last(...guarantee, "Abernathy?", "both together")).toMatch(/Together: about \$4\.5B/);
  expect(last("xAI's GPU lease vehicle run by Valor: size?", "apollo's piece")).toContain("$3.5B");
});

test("the whole behind a stake, shares behind a price, and a right at a price of the stock", () => {
  const stake = "Microsoft's share of OpenAI was put at what value in the recapitalisation?";
  expect(last(stake, "so the whole was valued at roughly?")).toMatch(/implies it: about \$500B/);
  expect(last(stake, "as a percentage stake")).toContain("27%");
  expect(last("Nvidia's $2B stake in CoreWeave", "so how many shares is that")).toContain("22.94 million shares");
  expect(last("Nvidia's right to IREN shares, how many?", "what's it worth with the stock at 100?")).toContain("$900M");
});

test("a figure at an earlier time, and one of the same record that is called otherwise", () => {
  const loan = ["Is SoftBank's margin loan on its OpenAI stock done?", "amount being sought now?"];
  expect(last(...loan, "and in may?")).toContain("$6B");
  expect(last("operating loss of openai in 2025", "r&d spend")).toContain("$19.18B");
});

test("a calculation goes on with another chip of the same estimate, its bill and its homes, and with no record", () => {
  const cost = ["What would 1.5 GW of GB300 cost on Morgan Stanley's figures?", "vera rubin instead"];
  expect(last(...cost)).toContain("$61.5B");
  expect(last(...cost, "extra cost")).toContain("$12B");
  const energy = ["How many TWh a year does 500 MW use at a 75% load factor?", "bill at $86.1 per MWh"];
  expect(last(...energy)).toContain("$282.839M");
  expect(last(...energy, "homes equivalent")).toContain("306,600");
  expect(last("What would 1.5 GW cost at $40B per GW?", "the lawyers?")).toMatch(/^unknown/);
});

test("one amount over another of the same record, and a difference in another currency or in percent", () => {
  const talen = ["how much revenue does Talen expect from AWS for Susquehanna power", "megawatts at full volume"];
  expect(last(...talen, "per MW over the life of it")).toContain("$9.375M per MW");
  const commitments = ["OpenAI Microsoft azure commitment", "versus oracle's"];
  expect(last(...commitments, "gap in euros")).toMatch(/Difference: about €\d/);
  expect(last("microsoft nebius contract", "with options", "difference", "as a %")).toMatch(/: .*11\.49%/);
  expect(last("SoftBank bridge loan size", "the margin loan?", "combined", "minus the bridge")).toMatch(
    /What is left: about \$10B/,
  );
  expect(last("xAI Series E size", "by how much")).toMatch(/^clarify/);
});

test("what makes no sum is not added, and is looked up where the record has it", () => {
  const merger = ["When did SpaceX announce it was taking over xAI?", "valued at what"];
  expect(last(...merger, "and the two companies combined?")).toMatch(/^answered: .*\$1\.25T/);
  expect(last(...merger, "both of them together?")).not.toContain("$1.5T");
});

test("a share is of a figure of the same time, and of the deal that is named", () => {
  const loss = ["OpenAI revenue 2025", "2024", "change", "loss 2025?", "loss as a share of revenue"];
  expect(last(...loss)).toContain("Revenue in 2025: 294.8%");
  expect(last("Stargate Abilene GW", "Shackelford?", "both", "share of the total Stargate")).toMatch(/: about 26%/);
});

test("a few words are of the deal on the table, and of nothing else that has them", () => {
  expect(last("Constellation Crane", "power price?")).toContain("Jefferies");
  expect(last("what's the xAI series E size", "valuation", "nvidia's part?")).toContain("xAI Series E: up to $2B");
  const debt = "Vantage's Texas and Wisconsin debt";
  expect(last(debt, "rest for Wisconsin?")).toContain("$14.75B");
  expect(last(debt, "lead banks?")).toMatch(/JPMorgan.*MUFG/);
});

test("the estimate behind a cost, by its gigawatt", () => {
  const cost = ["What would 1.5 GW of GB300 cost on Morgan Stanley's figures?", "vera rubin instead", "extra cost"];
  expect(last(...cost, "Rubin case per GW?")).toContain("$41B per GW");
});
