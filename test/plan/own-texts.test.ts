/** Each of two figures is found by the text that says it. */
import { describe, expect, test } from "vitest";
import { newConversation } from "../../src/plan/from-text/conversation.ts";
import { ownTexts } from "../../src/plan/from-text/pairs/own-texts.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

function figuresOf(text: string): string[] {
  const { plan } = readQuestion(text, { library, today: "2026-07-10" }, newConversation());
  if (plan.kind === "compare-figures")
    return plan.sides.map(({ deal, metric, figure }) => `${deal ?? metric}:${figure}`);
  return plan.kind === "evaluate"
    ? plan.lines.map(({ expression }) => expression).flatMap((one) => (one.startsWith("@") ? [one.slice(1)] : []))
    : [plan.kind];
}

describe("the texts of the two", () => {
  test.each([
    ["the Groq licence vs the Intel stake", "larger", "groq", "intel", false],
    ["Blue Owl cash as a share of the Hyperion vehicle", "share", "cash", "hyperion", true],
    ["what share of the Hyperion vehicle is Blue Owl cash", "share", "cash", "hyperion", true],
    ["the gap between the bridge loan and the margin loan", "difference", "bridg", "margin", false],
    ["by how much did the sale beat the target", "difference", "sale", "target", false],
    ["R&D relative to revenue", "times", "r&d", "revenu", true],
  ] as const)("%s", (text, form, first, second, directed) => {
    const texts = ownTexts(text, form, "2026-07-10");
    expect(texts?.own.map(({ roots }) => [roots.has(first), roots.has(second)])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(texts?.directed).toBe(directed);
  });

  test("what stands before a colon is said of both", () => {
    const texts = ownTexts("Nvidia: the Groq licence or the Intel stake?", "larger", "2026-07-10");
    expect(texts?.own.some(({ roots }) => roots.has("nvidia"))).toBe(false);
  });

  test("none where nothing is set against anything", () => {
    expect(ownTexts("what did Nvidia pay for Groq", "larger", "2026-07-10")).toBeNull();
  });
});

describe("estimates of a gigawatt", () => {
  const linesOf = (text: string) => {
    const { plan } = readQuestion(text, { library, today: "2026-07-10" }, newConversation());
    return plan.kind === "evaluate" ? plan.lines.map(({ label }) => label) : [plan.kind];
  };
  test.each([
    "foxconn over bernstein for one gigawatt",
    "which is cheaper per gigawatt, Foxconn or Barclays?",
    "Morgan Stanley priced a gigawatt of H100s and a gigawatt of GB300s. How many billions apart?",
  ])("the difference and the ratio: %s", (text) => {
    expect(linesOf(text)).toEqual(expect.arrayContaining(["difference", "ratio"]));
  });
  test("one estimate alone is set against nothing", () => {
    expect(linesOf("what does Bernstein put on a gigawatt over its life")).not.toContain("difference");
  });
});

describe("each text is met by its own figure", () => {
  test.each([
    [
      "Nvidia: Groq licence versus the Intel stake – difference in dollars?",
      "nvidia-groq-licence:value",
      "nvidia-intel-2025:value",
    ],
    [
      "Oklo or TerraPower in Meta's nuclear package: who could supply more GW?",
      "meta-nuclear-2026:oklo",
      "meta-nuclear-2026:terrapower",
    ],
    [
      "openai credit line 2024 vs its oct 2024 equity round",
      "credit-facility-2024:facility",
      "round-oct-2024:new-money",
    ],
    [
      "Project Jupiter fuel cells or Abilene, which campus draws more power?",
      "project-jupiter-new-mexico:on-site-power",
      "stargate-abilene:capacity",
    ],
    ["Scale AI price for Meta vs Groq licence price for Nvidia", "meta-scale-ai:value", "nvidia-groq-licence:value"],
    [
      "Terawulf backstop at Abernathy vs at Lake Mariner",
      "terawulf-fluidstack-google:abernathy-backstop",
      "terawulf-fluidstack-google:google-backstop",
    ],
    ["openai capacity in use 2025 over 2024", "compute-in-use:capacity-2024", "compute-in-use:capacity-2025"],
    [
      "poolside horizon phase 1 as percent of the 2 GW",
      "poolside-coreweave-horizon:first-lease",
      "poolside-coreweave-horizon:capacity",
    ],
    [
      "Is Portsmouth at full build bigger than Stargate Abilene?",
      "ohio-10gw-portsmouth-lease:capacity",
      "stargate-abilene:capacity",
    ],
    [
      "Did Meta commit more money to CoreWeave or to Nebius in 2026?",
      "meta-coreweave-2026:value",
      "meta-nebius-2026:value",
    ],
    ["Argentina or Norway Stargate: which has more MW?", "stargate-argentina:capacity", "stargate-norway:capacity"],
    [
      "priced higher: Anthropic's series H or OpenAI's 122B round?",
      "anthropic-series-h:valuation",
      "round-2026-122b:post-money-valuation",
    ],
    ["share of OpenAI's 2025 costs that was R&D", "losses-2025:costs-2025", "losses-2025:research-2025"],
    ["operating loss / revenue for OpenAI in 2025", "losses-2025:operating-loss-2025", "revenue-2025:revenue-2025"],
    [
      "Lighthouse AI load as a share of the site's power",
      "vantage-lighthouse-port-washington:ai-capacity",
      "vantage-lighthouse-port-washington:site-power",
    ],
    [
      "SB energy: Ares preferred equity over the combined $1bn",
      "sb-energy-1b-investment:ares-preferred-equity",
      "sb-energy-1b-investment:value",
    ],
    ["Meta AMD $/GW on the 60bn estimate", "meta-amd-6gw:estimated-value", "meta-amd-6gw:capacity"],
    ["secondary sale: authorised vs sold", "secondary-oct-2025:shares-sold", "secondary-oct-2025:authorised"],
    ["Humain AMD: phase 1 over the 2030 target", "humain-amd-cisco:phase-one", "humain-amd-cisco:capacity"],
    ["2027 burn forecast over 2026 forecast, 2026 update", "burn-forecasts:burn-2026", "burn-forecasts:burn-2027"],
    [
      "Google Cloud backlog over Alphabet 2026 capex midpoint",
      "alphabet-capex-2026:capex-2026",
      "google-cloud-backlog-q1-2026:backlog-2026-03",
    ],
    ["Stargate Norway vs Stargate UAE, GW at first stage", "stargate-norway:capacity", "stargate-uae:first-phase"],
    ["xAI series E money over its valuation", "xai-series-e-20b:value", "xai-series-e-20b:valuation"],
    [
      "Nebius-Meta 2026: unsold capacity over dedicated capacity",
      "meta-nebius-2026:additional",
      "meta-nebius-2026:dedicated",
    ],
    [
      "Related Digital financing: debt vs equity portion",
      "related-digital-16b-financing:debt",
      "related-digital-16b-financing:equity",
    ],
    ["openai 2025 r&d to revenue", "losses-2025:research-2025", "revenue-2025:revenue-2025"],
    [
      "Nscale: Narvik part of the $23B Microsoft commitment, in percent",
      "microsoft-nscale-2025:narvik-contract",
      "microsoft-nscale-2025:value",
    ],
    [
      "of Google's up-to-40bn for Anthropic, what share depends on milestones",
      "google-anthropic-investment-2026:milestone-remainder",
      "google-anthropic-investment-2026:value",
    ],
    [
      "Lordstown: what Foxconn got as a share of SoftBank's conversion spend",
      "lordstown-ohio:plant-sale",
      "lordstown-ohio:conversion",
    ],
  ])("%s", (text, ...figures) => {
    expect(figuresOf(text).sort()).toEqual([...figures].sort());
  });

  test("what is set over something larger is less than one of it", () => {
    expect(figuresOf("HSBC's funding gap relative to its rent estimate through 2030")[0]).toContain("gap");
  });
});

describe("what is not meant", () => {
  test("two amounts that are said are those of the two deals", () => {
    expect(figuresOf("amazon in anthropic: new 25bn potential vs the earlier 8bn").join()).not.toContain("hut8");
  });
  test("a word that no figure has refuses a share where the two are of two records", () => {
    expect(figuresOf("Valor dividend as a share of the xAI series E")).toEqual(["decline"]);
  });
  test("what a company is worth is no revenue", () => {
    expect(figuresOf("OpenAI valuation: oct 2024 round to oct 2025 secondary, how many times").join()).not.toContain(
      "revenue",
    );
  });
  test("plants with a power each and a price for some are ranked by power", () => {
    const { plan } = readQuestion(
      "Of Clinton, Crane, Susquehanna and Duane Arnold, which is biggest?",
      { library, today: "2026-07-10" },
      newConversation(),
    );
    expect(plan).toMatchObject({ kind: "find-deals", sort: "capacity" });
    const { plan: priced } = readQuestion(
      "Of Clinton, Crane, Susquehanna and Duane Arnold, which is worth most?",
      { library, today: "2026-07-10" },
      newConversation(),
    );
    expect(priced).not.toMatchObject({ sort: "capacity" });
  });
});

test.each(["what share of the Vantage loan did JPMorgan take", "what share of the Hyperion debt did PIMCO buy"])(
  "a share of somebody who has none of the figures is on no record: %s",
  (question) => expect(readQuestion(question, { library, today: "2026-11-23" }).plan.kind).toBe("decline"),
);
