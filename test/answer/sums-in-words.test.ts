import { describe, expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const headline = async (text: string): Promise<string> =>
  plain((await app.answer({ type: "question", text, asker: asker(text) })).headline);

/** What is asked, and what its direct answer holds. */
const SUMS: Readonly<Record<string, readonly (readonly [question: string, holds: RegExp])[]>> = {
  "arithmetic said in words and signs": [
    ["10GW build at 60B minus 10GW at 50B", /\$100B/],
    ["3 GW plus 4 GW minus 1 GW", /6 GW/],
    ["0.5 GW at 42, 1.5 at 44, total", /\$87B/],
    ["phase 1: 0.5 GW at 42, phase 2: 1.5 at 44, total", /\$87B/],
    ["10 nvidia + 6 amd + 10 broadcom at 50B each GW", /\$1\.3T/],
    ["1 million GB300 at 1.4kW x 1.53 x 1.14 x 1.4", /3\.419 GW/],
    ["100 times 72 times $50,000", /\$360M/],
    ["10 GW * $50B/GW + 5%", /\$525B/],
    ["double 4.5 GW", /9 GW/],
    ["half of $47B", /\$23\.5B/],
    ["what's left of 26 GW after 6", /20 GW/],
    ["what's left of $500B after spending 400B", /\$100B/],
  ],
  "a price without its unit": [
    ["a hundred GW at 50", /\$5T/],
    ["3 GW at 40-45", /\$120–135B/],
    ["huang's 50 to 60: what's that for 25 gw", /\$1\.25–1\.5T/],
    ["1.2 GW at $$40B", /\$48B/],
    ["10 GW at $500B", /\$50B per GW/],
  ],
  "a pace, phases and sites": [
    ["one gw every month for a year at $50B", /\$600B/],
    ["2 GW per year from 2026 to 2030 at 45B, total", /\$450B/],
    ["ramp 1, 2, 3, 4 GW over four years at 50B per GW", /Total: \$500B/],
    ["1.5 GW in 2026 and twice that in 2027 at 40B", /2027: \$120B; total: \$180B/],
    ["twelve 100 MW buildings at 12M per MW", /\$14\.4B/],
    ["8 buildings of 150 MW in GW", /1\.2 GW/],
    ["20 GW in 10 years, per year", /2 GW/],
  ],
  "parts of a build": [
    ["mckinsey split of $200B", /\$120B.*\$50B/],
    ["mechanical and electrical cost in 4 GW, bernstein split", /Power and cooling: \$46\.66B/],
    ["how much of 10 GW at 50B goes to nvidia if it takes 35B per GW", /\$350B.*70%/],
    ["1 GW costs 50B. gpu is 60%. 5 GW gpu bill?", /\$150B/],
    ["cost of 16 GW if only 70% gets built, 50B/GW", /\$560B/],
  ],
  "power plants": [
    ["gas generation for 1 GW", /\$2\.157B.*\$2\.667–4B/],
    ["adding 2 GW of nuclear to a campus, cost", /\$18\.02B/],
    ["cost of gas plants for 3 GW with 1.3x redundancy", /\$8\.412B/],
  ],
  "one against another": [
    ["how does 300B/4.5GW compare with 100B/10GW", /\$66\.667B per GW.*\$10B per GW.*6\.667/],
    ["is 10 GW at $500B consistent with 50B per GW", /ratio: 1×/],
    ["is 400B for 10GW cheap compared to jensen", /\$40B per GW.*\$50–60B/],
    ["difference between 30B and 60B per GW for 7 GW", /Difference: \$210B/],
    ["how much cheaper is a gigawatt of Trainium3 than GB300", /difference: \$18B/],
    ["MS numbers: GB300 gigawatt against H100 gigawatt", /1 GW of GB300: \$33B; 1 GW of H100: \$23B/],
    ["4.5 of 30 gw in percent", /15%/],
    ["how much of 7.6 trillion is 358 billion", /4\.711%/],
    ["ratio 300B to 38B", /7\.895/],
    ["what multiple is 852 of 13.1", /65\.038/],
  ],
  "IT and facility power": [
    ["200 MW IT at 1.4 overhead", /280 MW/],
    ["epoch cost per IT GW in facility GW at 1.4", /\$27\.14B per facility GW/],
    ["IT power of 100,000 H100", /122\.1 MW/],
    ["accelerators in 1.2 GW according to Huang", /480,000–600,000/],
    ["gb300 count for 1 GW of facility power with epoch overheads", /292,500/],
    ["racks for 100k GB200s", /1,389 racks/],
    ["power of 1,000 GB300 racks", /132 MW/],
    ["price per MW at jensen's figures", /\$50M per MW/],
  ],
  "energy and what it emits": [
    ["TWh for 8 GW over a year flat out", /70\.08 TWh/],
    ["cost of power for 10 GW a year at 7 cents and 85% load", /\$5\.212B/],
    ["tons of CO2 for 6.57 TWh at 367 g", /2\.411 Mt/],
    ["homes for 30 GW", /18\.39 million homes/],
    ["cents per kWh for $86.1/MWh", /8\.61 cents/],
  ],
  "money over time": [
    ["how fast would 20B have to grow to reach 280B in 5 years", /69\.522%/],
    ["13.1B growing 3x a year for two years", /\$117\.9B/],
    ["$13B tripling every year for 2 years", /\$117B/],
    ["total cost of ownership of 1 GW over 5 years", /Over 5 years: about \$56\.48B/],
    ["payback on 38B capex, 477,774 GPUs at 5.30 an hour 70% sold, 0.9B opex", /2\.598 years/],
    ["$27B at 6.58%", /\$1\.777B/],
    ["42B financed at 6.6, annual interest", /\$2\.772B/],
    ["8% on $5.4B for 3 years simple", /\$1\.296B/],
    ["split 500B equally over 4 years", /\$125B/],
    ["gross margin at 9.7 revenue and 8.4856 cost", /12\.52%/],
  ],
  shares: [
    ["dilution if AMD issues 160M shares on 1.63B", /8\.939%/],
    ["30 million shares x (95-70)", /\$750M/],
    ["20% of 13.1B revenue share", /\$2\.62B/],
  ],
  "an amount in another unit says what was given": [
    ["convert 3300 MW to GW", /^3300 MW = 3\.3 GW/],
    ["how many megawatts in 0.35 GW", /^0\.35 GW = 350 MW/],
  ],
};

describe.each(Object.entries(SUMS))("%s", (_kind, rows) => {
  it.each(rows)("%s", async (question, holds) => expect(await headline(question)).toMatch(holds));
});

describe("what is no such sum", () => {
  it.each([
    ["600/13.1 multiple", /don't understand/],
    ["break even price per gpu hour for a 30k gpu over 4 years at 60%", /don't understand/],
    ["divide 4.5 GW by $300B", /don't understand/],
    ["500 MW at 70% load", /don't understand/],
  ])("%s", async (question, holds) => expect(await headline(question)).toMatch(holds));

  it.each(["What did Microsoft sign for nuclear power?", "how much gas power does Meta get for Hyperion"])(
    "%s is asked of the records",
    async (question) => expect(await headline(question)).not.toMatch(/nuclear plant|combined-cycle gas plant/),
  );
});
