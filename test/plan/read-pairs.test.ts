import { describe, expect, test } from "vitest";
import { newConversation } from "../../src/plan/from-text/conversation.ts";
import { countedIn, operationIn } from "../../src/plan/from-text/pairs/operation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-07-10" }, newConversation());
/** The figures of a plan, as expressions or sides. */
function figuresOf(text: string): string[] {
  const { plan } = read(text);
  if (plan.kind === "compare-figures")
    return plan.sides.map(({ deal, metric, figure }) => `@${deal ?? metric}:${figure}`).sort();
  return plan.kind === "evaluate"
    ? plan.lines.map(({ expression }) => expression).filter((one) => one.startsWith("@"))
    : [plan.kind];
}

describe("what is done with two amounts", () => {
  test.each([
    ["Google's guarantee covers what part of Cipher's revenue?", "share"],
    ["stock they got, as a percentage of the contract", "share"],
    ["how many times its revenue is the valuation", "times"],
    ["by what margin is A larger than B", "difference"],
    ["how far short of the pledge is the cheque", "difference"],
    ["Is A's plan bigger than B's?", "larger"],
    ["Norway's GPU target and the UK's, which is higher", "larger"],
    ["First-phase megawatts: the site in Abu Dhabi or the one with Tata?", "larger"],
    ["what is it per gigawatt", "per-power"],
  ])("%s", (text, form) => {
    expect(operationIn(text)?.form).toBe(form);
  });

  test.each([
    "what did Nvidia pay per share of Intel",
    "why did SoftBank's margin loan stall",
    "what has to happen before Amazon pays the second slice",
    "exchange ratio for xAI holders",
    "by what vote was it approved",
    "what's the expansion for: training or inference?",
  ])("nothing: %s", (text) => {
    expect(operationIn(text)).toBeNull();
  });

  test("what they count, where the words say it", () => {
    expect(countedIn("whose GPU target is higher")).toBe("count");
    expect(countedIn("which rents more GPUs from SpaceX, per month")).toBe("count");
    expect(countedIn("who pays the bigger bill for GPUs")).toBeNull();
    expect(countedIn("whose term runs longer")).toBe("time");
  });
});

describe("the two figures are found together", () => {
  test.each([
    [
      "Google's guarantee covers what part of Cipher's contract revenue?",
      ["@cipher-fluidstack-google:google-backstop", "@cipher-fluidstack-google:value"],
    ],
    ["Crusoe Series E money as percent of its valuation?", ["@crusoe-series-e:value", "@crusoe-series-e:valuation"]],
    [
      "whats 600bn compute plan as a multiple of the 2030 sales target",
      ["@total-600b-2030:compute-spend-to-2030", "@revenue-2030-target:revenue-2030"],
    ],
    [
      "Tender last october: sold vs authorised, %",
      ["@secondary-oct-2025:shares-sold", "@secondary-oct-2025:authorised"],
    ],
    [
      "Zuckerberg's capex: 2025 actual against the 2026 guide. How big a step up?",
      ["@meta-capex-2026:capex-2026", "@meta-capex-2025:capex-2025"],
    ],
    [
      "How much richer was OpenAI's price tag at the March 2026 close than in October 2024?",
      ["@openai-valuation:valuation-2026-03", "@openai-valuation:valuation-2024-10"],
    ],
    [
      "Both Google and Anthropic rent GPUs off SpaceX. Who pays the bigger monthly bill, and by how many dollars?",
      ["@anthropic-spacex-colossus:monthly-fee", "@google-spacex-compute-2026:monthly-fee"],
    ],
  ])("%s", (text, figures) => {
    expect(figuresOf(text)).toEqual(figures);
  });

  test("a comparison names one figure of each", () => {
    expect(figuresOf("Ambani vs Adani: whose AI data centre plan has the bigger number?")).toEqual([
      "@adani-100b:value",
      "@reliance-110b:value",
    ]);
  });
});

describe("what is not set against anything", () => {
  test.each([
    ["what part of Meta's Hyperion financing is debt?", "@meta-el-paso-financing:value"],
    ["What share of xAI's Series E did Nvidia put in?", "@xai-valor-compute-54b:value"],
  ])("another deal of a party is no part of one: %s", (text, other) => {
    expect(figuresOf(text)).not.toContain(other);
  });

  test("a valuation and somebody's debt", () => {
    expect(figuresOf("how many times bigger is Anthropic's valuation than Mistral's").join()).not.toContain("debt");
  });

  test("a share that is on record", () => {
    expect(read("what percentage of Scale AI did Meta take?").plan).toMatchObject({
      kind: "show-figure",
      subject: "meta-scale-ai",
    });
  });

  test("two figures that a rule has found and the words fit", () => {
    expect(figuresOf("amazon's openai investment as a share of the 2026 round")).toEqual([
      "@amazon-50b-investment:value",
      "@round-2026-122b:committed",
    ]);
  });

  test("what goes on with something before", () => {
    const conversation = { ...newConversation(), plan: read("what is the Oracle contract worth").plan };
    const { rule } = readQuestion("as a share of that round?", { library, today: "2026-07-10" }, conversation);
    expect(rule).not.toBe("set-against");
  });

  test("a name that is on no record", () => {
    expect(read("is Cohere's cloud deal with Oracle larger than OpenAI's?").plan.kind).not.toBe("compare-figures");
  });
});

describe("which of several a side means", () => {
  test.each([
    [
      "CoreWeave-OpenAI: by how much is the first bigger than the third",
      ["@coreweave-openai:first-contract", "@coreweave-openai:third-contract"],
    ],
    [
      "the stock OpenAI got from CoreWeave as % of the opening contract",
      ["@coreweave-openai:coreweave-stock", "@coreweave-openai:first-contract"],
    ],
    [
      "TeraWulf: how much of the lease value does Google backstop, in percent",
      ["@terawulf-fluidstack-google:google-backstop", "@terawulf-fluidstack-google:contract-revenue"],
    ],
    [
      "Nvidia's $30B as a slice of OpenAI's post-money?",
      ["@nvidia-30b-equity-2026:value", "@round-2026-122b:post-money-valuation"],
    ],
    [
      "Nvidia's investment vs Microsoft's in Anthropic",
      ["@anthropic-microsoft-nvidia-2025:microsoft-investment", "@anthropic-microsoft-nvidia-2025:nvidia-investment"],
    ],
    [
      "cost per kilowatt of restarting three mile island",
      ["@microsoft-constellation-crane:restart-cost", "@microsoft-constellation-crane:generation"],
    ],
    [
      "stargate norway's first investment per MW",
      ["@stargate-norway:initial-investment", "@stargate-norway:initial-capacity"],
    ],
  ])("%s", (text, figures) => {
    expect(figuresOf(text)).toEqual(figures);
  });

  test("two contracts told by their order are no parts of one", () => {
    expect(figuresOf("How did Meta's second Nebius contract compare with its first in size?").join()).not.toContain(
      "coreweave",
    );
  });
});

describe("nothing is set against a figure that is not meant", () => {
  test.each([
    ["Which is bigger, Anthropic's Azure commitment or its AWS commitment?", "azure-250b"],
    ["Which round was bigger, Anthropic's Series F or Mistral's Series C?", "debt"],
    ["Nvidia's $5B in Intel as a share of Intel", "brookfield"],
    ["ratio of OpenAI's compute commitments to its 2025 revenue", "run-rate"],
    ["Amazon vs Google investments in Anthropic", "anthropic-amazon-5gw-2026:value"],
  ])("%s", (text, other) => {
    expect(JSON.stringify(read(text).plan)).not.toContain(`${other}"`);
    expect(figuresOf(text).join()).not.toContain(other);
  });

  test("a year of the contract as it was first signed", () => {
    expect(read("What does the original OpenAI AWS contract come to per year?").plan).toMatchObject({
      kind: "evaluate",
      asOf: "2025-11-03",
    });
  });

  test("which deals run for so long is no list of all", () => {
    expect(read("which deals have a term of ten years or more").plan).toMatchObject({
      kind: "find-deals",
      minYears: 10,
    });
  });
});
