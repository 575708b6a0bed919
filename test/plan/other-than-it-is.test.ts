/** Amounts that were once others, guidance and quarters, counterparties and first places, and what stands beside an amount. */
import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("whether an amount was ever another one is told by its versions, that way or not", () => {
  const loan = "softbank margin loan on its openai shares, latest size?";
  expect(last(loan, "wasn't it smaller at some point")).toMatch(/Yes.*\$6B/);
  expect(last(loan, "hasn't it been bigger?")).toMatch(/No: /);
  expect(last("coreweave backlog", "was it ever lower?")).toMatch(/\$55\.6B.*\$99\.4B/);
  expect(last("xai series e size?", "wasn't it lower at first")).toContain("$15B");
  expect(last("crusoe series e size", "was it ever smaller")).toMatch(/Not as far as recorded/);
  expect(last("wasn't meta's el paso commitment smaller at first?")).toMatch(/Yes.*\$1\.5B/);
  const mariner = "how much is the Google backstop at lake mariner?";
  expect(last(mariner, "before it was raised?")).toContain("$1.8B");
  expect(last("coreweave core scientific offer in 2025", "wasn't there an earlier, smaller one")).toContain("$1B");
  expect(last("what's the size of Meta's el paso financing", "what had meta first committed to the site?")).toContain(
    "$1.5B",
  );
});

test("a place that is named before the question is the one that is asked about", () => {
  const cipher = "google's backstop on Cipher's Barber Lake?";
  expect(last(cipher, "same for terawulf lake mariner, whats the backstop there")).toContain("$3.2B");
  expect(last(cipher, "same for terawulf abernathy, how big is the backstop?")).toContain("$1.3B");
});

test("counterparties are all the others, and the first so many places are places", () => {
  const package_ = last("Who are Meta's counterparties in the Jan 2026 nuclear package?");
  expect(package_).toMatch(/Vistra.*Oklo.*TerraPower/);
  expect(package_).not.toContain("Constellation");
  expect(last("Humain's counterparties in the JV with AMD?")).toMatch(/AMD.*Cisco/);
  expect(last("First two states for Anthropic's Fluidstack build?")).toMatch(/Texas.*New York/);
  expect(last("First three sites in SoftBank's french plan?")).toMatch(/Dunkirk.*Bosquel.*Bouchain/);
});

test("the power from one of several suppliers, and how much of the power is of a kind", () => {
  expect(last("vistra MW")).toContain("2.1 GW");
  expect(last("how many MW from terrapower in meta's nuclear package")).toContain("690 MW");
  expect(last("how big is SoftBank's Portsmouth campus", "how much of the power is gas")).toContain("9.2 GW");
  expect(last("Meta El Paso campus size", "how much of the power is gas")).toMatch(/^unknown/);
});

test("a quarter without its year is the latest on record, and no whole year", () => {
  expect(last("Amazon capex in Q1?")).toContain("$43.2–44.2B");
  expect(last("microsoft capex in Q3")).toContain("$30.9B");
  expect(last("amazon capex in Q3")).toMatch(/^unknown/);
  expect(last("alphabet capex guidance after Q1")).toContain("$180–190B");
});

test("guidance for a year that is over is not what came of it, and whether it was changed is yes or no", () => {
  expect(last("meta capex guidance for 2025")).toMatch(/\$70–72B/);
  expect(last("CoreWeave 2025 capex guide before the cut")).toMatch(/\$12–14B.*\$20–23 billion/);
  expect(last("coreweave 2025 capex")).toContain("$15.4B");
  expect(last("did amazon change its 2026 capex guide in april?")).toMatch(/No, it was kept/);
  expect(last("did meta raise its capex guidance in april")).toMatch(/Yes\. .*\$125–145B/);
  expect(last("has alphabet cut its 2026 capex guide?")).toMatch(/No\. /);
});

test("a contract beside a stake, and how long what was told runs", () => {
  expect(last("size of nvidia's contract with iren")).toContain("$3.4B");
  expect(
    last("iren microsoft contract value?", "and nvidia's contract with iren?", "how long does that one run"),
  ).toMatch(/\$3\.4B.*five years/);
  expect(last("hut 8 river bend lease with all renewals", "lease length")).toContain("15 years");
  expect(last("nvidia % of nokia and price per share")).toMatch(/2\.9%.*\$6\.01/);
});

test("which is bigger of two that have no money both is told by power, and valuations beside valuations", () => {
  expect(last("is Crane bigger than Duane Arnold?")).toMatch(/Yes.*835 MW.*615 MW/);
  expect(last("which is bigger, Jamnagar or El Paso")).toMatch(/El Paso.*1 GW/);
  const round = ["how much was raised in the Anthropic series H", "post money?", "so more than openai?"];
  expect(last(...round)).toMatch(/\$965B.*\$852B/);
});

test("orders, things counted, how far it has come and how large it will be", () => {
  expect(last("orders for oracle's february 2026 bond?")).toMatch(/\$125B.*\$129B/);
  expect(last("GPUs google rents from spacex")).toContain("110,000");
  expect(last("softbank/digitalbridge: done or pending?")).toContain("definitive");
  expect(last("When was Project Rainier declared fully up and running?")).toContain("29 October 2025");
  expect(last("Project rainier chip count at launch", "how big's the campus when done")).toContain("2.2 GW");
  expect(last("whats the most Anthropic's hut 8 partnership could grow to")).toContain("2.295 GW");
  expect(last("Crusoe's abilene lease to MSFT: how many MW")).toContain("900 MW");
  expect(last("who runs scale after wang left")).toContain("Droege");
});
