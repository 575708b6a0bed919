/** Turns that begin another subject, doubt what was told, or set it against something that was said before. */
import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("another subject is begun, and what is asked of it stands behind", () => {
  expect(last("meta capex 2026", "Switching to Meta's El Paso site: how big is the financing?")).toContain("$13B");
  expect(last("how big is the openai aws deal", "last one: who is behind Stargate UK?")).toContain("Nscale");
  expect(last("another deal with Oracle?")).toContain("Oracle");
  expect(last("how big is the financing for Meta's El Paso site?")).toContain("$13B");
});

test("an amount that was only reported, and what it comes to for a gigawatt by each version", () => {
  expect(last("what's the reported value of Anthropic's TPU agreement with Google and Broadcom?")).toContain("$200B");
  const meta = last("does meta have a warrant with AMD", "Meta's GPU order itself: what does it come to per GW?");
  expect(meta).toContain("$10B per GW");
  expect(meta).toContain("$16.7B per GW");
});

test("whether the sources agree, of a deal and of a company's figure", () => {
  expect(last("how big is the Meta AMD deal", "do the reports agree?")).toContain("up to $60B");
  expect(last("Meta El Paso financing", "does everyone agree on that")).toContain("one point is contested");
  expect(last("openai cash burn in 2025?", "is that contested?")).toContain("another version");
});

test("a claimed amount is told by the sentence that says what it is", () => {
  expect(last("saw someone claim openai lost 34 billion in 2025, is that right??")).toContain("spent in total");
  expect(last("did openai burn $17B in 2025")).toContain("about $8B");
  expect(last("Does the AWS backlog number include Anthropic's 100 billion?")).toContain("No:");
});

test("parts by their labels: the larger of two, and a price for a part", () => {
  const loans = ["how much have JPMorgan's construction loans for Abilene come to, both phases?"];
  expect(last(...loans, "which phase got the bigger one")).toContain("$7.1B");
  expect(last(...loans, "and phase one was how many MW?", "so $ per MW, using the first JV")).toContain("$16.5");
  expect(
    last("AMD at 600, what are openai's 160M warrant shares worth", "per gigawatt if all six are bought?"),
  ).toContain("$16B");
});

test("a fee for as long as is said", () => {
  const fee = "What is Google paying SpaceX for compute?";
  expect(last(fee, "twelve months at full rate comes to?")).toContain("$11.04B");
  expect(last(fee, "how much over six months?")).toContain("$5.52B");
  expect(last(fee, "total for 18 months")).toContain("$16.56B");
  expect(last("openai aws deal size", "for 3 years?")).not.toContain("For 3 years");
});

test("of a purchase each of those that were valued in it, and a partner's like deal", () => {
  const merger = "Is SpaceX's takeover of xAI done, or only agreed?";
  expect(last(merger, "and that put xai at what value?")).toContain("$250B");
  expect(last(merger, "what was SpaceX valued at")).toContain("$1T");
  const warrant = ["amd openai warrant shares", "does meta have one too"];
  expect(last(...warrant)).toContain("160 million");
  expect(last(...warrant, "until when can they exercise it")).toContain("February 2031");
  expect(last("amd openai warrant shares", "and does oracle have one")).toMatch(/^unknown/);
});

test("a company's figure at two times, against another year, and as a share of several companies'", () => {
  const losses = "openai net loss 2025";
  expect(last(losses, "revenue that year, and the year before?")).toContain("$3.7B");
  expect(last(losses, "revenue that year, and the year before?", "growth in percent")).toContain("253");
  const four = "combined 2026 capex plan of google, amazon, microsoft and meta?";
  expect(last(four, "up how much on 2025")).toContain("$410B");
  expect(last(four, "which of the four is the biggest spender?")).toContain("The highest: Amazon");
  expect(last(four, "which of the four is the biggest spender?", "what did it actually spend in q1")).toContain(
    "first quarter of 2026",
  );
  expect(last(four, "meta's guidance?", "top end as a share of the combined figure")).toContain("about 20%");
});

test("an amount that is said as a share of what was shown", () => {
  expect(last("HSBC's estimate of OpenAI's funding gap", "nvidia's $30bn would fill what % of it?")).toContain(
    "14.49%",
  );
  const deal = "what's the reported value of Anthropic's Broadcom deal";
  expect(last(deal, "and the full 200 against google cloud's whole backlog, in %?")).toContain("43.29%");
});

test("what changed then, a company's figure after a deal's, and the deal with somebody else who is named", () => {
  const azure = "What did OpenAI commit to buy from Azure in the October 2025 agreement?";
  expect(last(azure, "what changed in April 2026?")).toContain("any cloud");
  expect(last(azure, "microsoft's commercial backlog, end of 2025?", "total backlog by march 2026?")).toContain(
    "$627B",
  );
  const tpu = "whats the price tag reported for Anthropic's TPU agreement with Google and Broadcom?";
  const amazon = "How does the Amazon deal compare, in dollars per GW?";
  expect(last(tpu, amazon)).toContain("Anthropic–Amazon expanded agreement: about $20B per GW");
  expect(last(tpu, amazon, "how much equity is amazon adding alongside")).toMatch(/\$5B|up to \$20B/);
});

test("whether any of several is so, and what goes on with the one that is", () => {
  const held = "Are any of OpenAI's Stargate sites outside the US on hold?";
  expect(last(held)).toContain("Stargate UK");
  expect(last(held, "why's that?")).toContain("regulation");
  expect(last(held, "how many gpus were they talking about there", "and in the German project?")).toContain("4,000");
  expect(last("have any of Meta's deals lapsed?")).toContain("Abilene 600 MW expansion");
  const tata = "For India: what capacity does OpenAI start with at Tata?";
  expect(last(tata, "and adani's plan in the same country: how much money and by which year?")).toContain("2035");
  expect(last("Stargate UAE", "who else builds in the same country")).toContain("Khazna");
});

test("an estimate by what its owner called it, a rack's power by a bare number, and chips at a published rent", () => {
  expect(last("build cost for 2 GW on the future per-GW figure Huang gave at Computex 2026")).toContain("$160–200B");
  expect(last("2 GW on Huang's number")).toContain("$100–120B");
  const racks = ["GB300 NVL72 rack, how many kW?", "at 132 flat, no overheads, how many racks in 100 MW?"];
  expect(last(...racks)).toContain("758 racks");
  expect(last(...racks, "times 72 gpus")).toContain("54,545");
  const rent = "if those were B200s rented at the index price, what's that per hour?";
  expect(last(...racks, "times 72 gpus", rent)).toContain("$289,100");
  expect(last(...racks, "times 72 gpus", rent, "double it")).toContain("$578,200");
});
