/** Turns that change a number of the last sum, go on in time, or ask of the thing that was just told. */
import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("what went into a sum, as many times over, at another bare price, or as far as the chips", () => {
  expect(last("0.9 GW at $57M per MW comes to?", "and double the capacity?")).toContain("$102.6B");
  expect(last("40 racks at $3.9M each", "with twice as many racks?", "at 4.2?")).toContain("$336M");
  const energy = ["yearly energy of 300 MW at 80% load", "cost at $70 per MWh"];
  expect(last(...energy, "and at 95")).toContain("$199.7");
  expect(last("220,000 H100s, how many megawatts is that at the facility?", "and if you stop at IT power")).toContain(
    "268.6 MW",
  );
  expect(last("what would 2 GW cost at Foxconn's number", "racks in that?", "gpus")).toContain("512,2");
});

test("a company's figure a quarter or a year later, and the growth between the two", () => {
  const backlog = ["coreweave backlog at 31 dec 2025", "and a quarter later?"];
  expect(last(...backlog)).toContain("$99.4B");
  expect(last(...backlog, "growth")).toContain("48.8%");
  expect(last("OpenAI compute in use in 2024, GW?", "a year on", "factor")).toContain("3.167");
  expect(last("openai revenue 2024", "the year after?", "and a year later")).toMatch(/^unknown/);
});

test("the amount of the deed, and none where no record has it", () => {
  const leases = ["who's backstopping TeraWulf's Lake Mariner leases?", "to the tune of?"];
  expect(last(...leases)).toContain("$3.2B");
  expect(last(...leases, "and in Abernathy?")).toContain("$1.3B");
  expect(last("hut 8 river bend lease value", "who guarantees", "up to how much?")).toMatch(/^unknown/);
  expect(last("Per-share price Nvidia paid Intel?", "for how many")).toContain("214.777 million");
});

test("what two shown figures make: cents for each dollar, a discount, what is still to go, bonds together", () => {
  const quarter = ["OpenAI Q1 2026 revenue?", "and how much cash did it burn that quarter"];
  expect(last(...quarter, "so cents of burn per dollar of sales?")).toContain("64.9");
  expect(last("What did Nvidia pay per CoreWeave share in January 2026?", "so what's the discount in %")).toContain(
    "6.216%",
  );
  const raise = ["How much does Larry's company plan to raise in 2026?", "how much of that was done by March?"];
  expect(last(...raise, "leaving how much to go?")).toContain("$15–20B");
  const bonds = ["How much did Oracle plan to raise in calendar 2026?", "the february bond?"];
  expect(last(...bonds, "and the september 2025 one", "so bonds in total")).toContain("$43B");
});

test("whoever took what others dropped, and how large theirs is", () => {
  const dropped = "did oracle and openai go ahead with the 600 MW add-on at abilene";
  expect(last(dropped, "who took the space instead")).toContain("Microsoft");
  expect(last(dropped, "who took the space instead", "how big is theirs")).toContain("900 MW");
  expect(last("Meta El Paso campus size", "confirmed by meta?")).toContain("had not confirmed");
});

test("the year that a half is part of, a share in dollars, and what a company burnt for each dollar", () => {
  const burn = ["OpenAI burn in H1 2025", "and for the full year"];
  expect(last(...burn)).toContain("about $8B");
  expect(last(...burn, "so burn per dollar of revenue in 2025?")).toContain("61.2");
  expect(last("Microsoft commercial RPO", "share from openai", "in dollars")).toContain("$281.3B");
  expect(last("Oracle RPO end of fiscal 2026?", "up how much in a year")).toMatch(/^unknown/);
});

test("a part of a deal by its kind, what it could grow to, and the stake that money buys", () => {
  expect(last("Hyperion financing size", "debt part")).toMatch(/^unknown/);
  expect(last("Nvidia's IREN deal", "the shares part?")).toContain("30 million");
  expect(last("AMD OpenAI: GW?", "first phase?")).toContain("1 GW");
  const nebius = ["Nebius Microsoft contract", "could it go higher"];
  expect(last(...nebius)).toContain("$19.4B");
  expect(last(...nebius, "by how much")).toContain("about $2B");
  const google = ["How much is Google investing in Anthropic in 2026", "upfront", "at what valuation"];
  expect(last(...google, "so what stake for the upfront money")).toContain("2.857%");
  const two = ["How big is Microsoft's contract with Nebius?", "and Meta's first one?"];
  expect(last(...two)).toContain("$2.9B");
  expect(last(...two, "combined?")).toContain("$20.3B");
});

test("the value before the money, a fee for one thing by the hour, and a party's own part", () => {
  const round = ["Anthropic Series H raised how much", "post-money"];
  expect(last(...round, "so pre-money?")).toContain("about $900B");
  expect(last(...round, "up from which valuation")).toContain("$350B");
  const rent = ["What will Google pay SpaceX a month for compute", "for how many GPUs", "per GPU per month"];
  expect(last(...rent, "per hour")).toContain("$11.46");
  expect(last("Valor compute vehicle size", "nvidia's part?")).toContain("anchor investor");
  expect(last("Oracle FY26 capex")).toContain("about $50B");
});

test("a version that was revised since stays its own amount, and what it grew to over the time between", () => {
  const guided = ["Where did Alphabet's 2025 capex guidance end up?", "and in february 2025?"];
  expect(last(...guided, "double that")).toContain("$150B");
  expect(last(...guided, "so it went up by how much over the year")).toContain("$16–18B");
  expect(last(...guided, "and the difference?")).toContain("$16–18B");
  expect(last("openai revenue 2024", "and 2025?", "so the total goes up by what factor")).toContain("3.532");
});

test("money spread over years, divided, halved, and a share taken off or put on", () => {
  const contract = "OpenAI Oracle contract value";
  expect(last(contract, "divide it by the five years")).toContain("$60B per year");
  expect(last("hut 8 river bend lease value", "spread over fifteen years")).toContain("$466.7M per year");
  expect(last("OpenAI run rate revenue", "divide that by 12")).toContain("$2.083B");
  expect(last(contract, "halve it")).toContain("$150B");
  expect(last(contract, "take 20% off")).toContain("$240B");
  expect(last(contract, "what if it were 10% higher")).toContain("$330B");
  expect(last("what is 30 GW at krishna's price", "now knock 20% off that")).toContain("$1.92T");
});

test("what is in racks, at another power of each, and the other parts of a published split", () => {
  const racks = ["how many GB300 NVL72 racks fit into 100 MW, 132 kW each?", "gpus?"];
  expect(last(...racks)).toContain("54,545");
  expect(last(...racks, "at 142?")).toContain("50,704");
  const split = ["at bernstein's number, how many dollars of 1 GW are GPUs"];
  expect(last(...split)).toContain("$13.65B");
  expect(last(...split, "and cpus")).toContain("$1.05B");
  expect(last(...split, "and cpus", "mechanical + electrical?")).toContain("$11.67B");
});

test("what was guided before, and what came of it held against that", () => {
  const came = "Meta's actual 2025 capex?";
  expect(last(came, "was that inside what it had guided in october")).toContain("Above what was guided by: $220M");
  expect(last(came, "did that beat guidance")).toContain("$220M");
  expect(last("Amazon 2025 capex actual", "was that in line with what it had guided")).toContain("$5–6B");
  expect(last(came, "what had they guided to the October before?")).toContain("$70–72B");
  expect(last(came, "what have they guided for 2026")).toContain("$125–145B");
  expect(last("OpenAI revenue 2025", "was that above what it forecast?")).toMatch(/^unknown/);
});

test("so long after a day that was spoken of, the size in terms of something, and the latest of another company", () => {
  const backstop = ["google backstop of TeraWulf as of 15 August 2025?", "and a week later?"];
  expect(last(...backstop)).toContain("up to $3.2B");
  expect(last("what is Stargate Michigan", "how big is it power-wise")).toContain("at least 1 GW");
  expect(last("what is Stargate Michigan", "how big is it power-wise", "and money-wise")).toContain("$16B");
  const guided = ["Meta capex in 2025?", "what had it guided in october 2025"];
  expect(last(...guided, "latest commercial RPO at microsoft?")).toContain("$627B");
});

test("which is larger, that or another record, and in which parts money is put in", () => {
  const debt = "Vantage's 38bn debt for Texas and Wisconsin";
  expect(last(debt, "which is bigger, that or Oracle's own bond sale of September 2025?")).toMatch(
    /\$38B of debt; Oracle's \$18B bond sale/,
  );
  expect(last("Hut 8 River Bend lease value", "is that or cipher's barber lake lease bigger?")).toContain("about $3B");
  const exposure = ["SoftBank's stake in OpenAI after all 2026 tranches?", "how is the latest 30bn being paid in?"];
  expect(last(...exposure)).toContain("three tranches of $10B");
  expect(last(...exposure, "has the last one gone out?")).toContain("Not known");
  expect(last("Amazon investment in OpenAI", "how is it being paid in")).toContain("$15B upfront");
  expect(last("how much would 200 MW of GB300 be in chips?", "gpus?")).not.toContain("72 in each");
});
