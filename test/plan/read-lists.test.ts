/** Which deals a question is over: who, in which role, with whom, where, how firm, when, by which order. */
import { describe, expect, test } from "vitest";
import { type Conversation, newConversation } from "../../src/plan/from-text/conversation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string, conversation?: Conversation): Plan =>
  readQuestion(text, { library, today: "2026-11-23" }, conversation).plan;

describe("what an organisation is in the deals", () => {
  test.each([
    ["campuses where Oracle is the tenant", { parties: ["oracle"], roles: ["tenant"], lists: "deals" }],
    ["deals where google guarantees somebody's lease", { parties: ["google"], roles: ["guarantor"] }],
    ["openai's chip suppliers", { parties: ["openai"], otherRoles: ["supplier", "provider"], lists: "others" }],
    ["who supplies Anthropic with compute?", { parties: ["anthropic"], lists: "others" }],
    ["who lends to SoftBank", { parties: ["softbank"], roles: ["borrower", "issuer"], otherRoles: ["lender"] }],
    ["which companies did NVDA take equity stakes in", { parties: ["nvidia"], roles: ["investor"], lists: "others" }],
    ["what has SoftBank acquired since 2025", { parties: ["softbank"], roles: ["buyer"], since: "2025" }],
    ["Meta's 2026 chip supply agreements - with whom?", { parties: ["meta"], roles: [], since: "2026" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });
});

describe("open questions: all that fit are meant", () => {
  test.each([
    ["On whose leases has Google stood as guarantor?", { parties: ["google"], roles: ["guarantor"], lists: "others" }],
    ["Whose debt has Nvidia guaranteed?", { parties: ["nvidia"], roles: ["guarantor"], lists: "others" }],
    ["Broadcom as chip supplier: customers?", { parties: ["broadcom"], otherKinds: [], lists: "others" }],
    ["CoreWeave as cloud provider: for whom?", { parties: ["coreweave"], lists: "others" }],
    ["Oracle as tenant - landlords?", { roles: ["tenant"], otherRoles: ["landlord", "developer"], lists: "others" }],
    ["Where does Blue Owl have equity?", { roles: ["investor"], otherRoles: [], lists: "deals" }],
    ["Where is Fluidstack the tenant?", { parties: ["fluidstack"], roles: ["tenant"], lists: "deals" }],
    ["Fluidstack is in how many of these arrangements and which?", { parties: ["fluidstack"], lists: "deals" }],
    ["In how many arrangements does Blue Owl appear?", { parties: ["blue-owl"], lists: "deals" }],
    ["MGX - which transactions is the Abu Dhabi fund in?", { parties: ["mgx"], places: [], lists: "deals" }],
    ["Constellation sells power to whom?", { parties: ["constellation"], lists: "others" }],
    ["whose chips does Meta use?", { parties: ["meta"], otherKinds: ["chips"], lists: "others" }],
    ["India: who has announced data-centre money there?", { country: "IN", parties: [], lists: "others" }],
    ["Who all invested in Crusoe?", { parties: ["crusoe"], otherRoles: ["investor"], lists: "others" }],
    ["only unconfirmed ones about SoftBank", { parties: ["softbank"], statuses: ["rumoured"], text: "" }],
    ["which of the deals are rumours?", { parties: [], statuses: ["rumoured"] }],
    ["In which companies did Nvidia invest $2B?", { minUsd: 2e9, maxUsd: 2e9, lists: "others" }],
    ["which banks lent to SoftBank?", { parties: ["softbank"], otherRoles: ["lender"], lists: "others" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test("a region beside a country of it is the whole region", () => {
    const plan = read("gulf / saudi projects?");
    expect(plan.kind === "find-deals" && plan.places).toEqual(
      expect.arrayContaining(["Saudi Arabia", "United Arab Emirates"]),
    );
  });
});

describe("one of several that are named, by size, age or length", () => {
  test.each([
    [
      "Which is smallest: Stargate Norway, Stargate UAE or Stargate India?",
      {
        kind: "find-deals",
        only: ["stargate-norway", "stargate-uae", "stargate-india-tcs"],
        sort: "capacity",
        ascending: true,
      },
    ],
    [
      "largest of Milam County, Abilene and Lordstown by GW?",
      { kind: "find-deals", only: ["milam-county-1-2gw", "stargate-abilene", "lordstown-ohio"], sort: "capacity" },
    ],
    [
      "Longest lease: Cipher Barber Lake, Hut 8 River Bend or TeraWulf Lake Mariner?",
      { kind: "compare", attribute: "term", deals: expect.arrayContaining(["hut8-anthropic-fluidstack"]) },
    ],
    [
      "Which of Oracle's two bond sales and Alphabet's was smallest?",
      { kind: "find-deals", parties: [], among: ["oracle", "google"], roles: ["issuer", "borrower"], ascending: true },
    ],
    [
      "Which came first with Meta: Nebius, CoreWeave, Google or Oracle?",
      { kind: "find-deals", parties: ["meta"], sort: "oldest", rank: true, only: [] },
    ],
    ["Who signed with OpenAI first: AMD, Broadcom or Cerebras?", { kind: "compare", attribute: "signed" }],
    ["What's the smallest of the Stargate sites?", { kind: "find-deals", rank: true, ascending: true }],
    [
      "Besides OpenAI, where did Nvidia commit the most equity in 2026?",
      { kind: "find-deals", parties: ["nvidia"], without: ["openai"], rank: true, text: "" },
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test("the level of a measure, of whoever has one", () => {
    expect(read("Three largest backlogs among the cloud companies?")).toMatchObject({
      kind: "compare-metrics",
      metrics: [{}, {}, {}],
      rank: "highest",
    });
    expect(read("Largest run-rate revenue of the AI labs?")).toMatchObject({ kind: "compare-metrics" });
    expect(read("Morgan Stanley's dearest gigawatt?")).toMatchObject({ kind: "show-rate", rank: "highest" });
  });
});

describe("who else, who not, where, how firm", () => {
  test.each([
    ["who has microsoft signed neocloud contracts with", { parties: ["microsoft"], otherKinds: ["neocloud"] }],
    ["which companies has NVDA taken equity in, leaving out openai", { parties: ["nvidia"], without: ["openai"] }],
    ["largest acquisition outside spacex/xai?", { parties: [], without: ["spacex", "xai"], rank: true }],
    ["stargate sites outside the US", { programme: "stargate-us-jv", outside: ["United States"] }],
    ["OpenAI's data centre sites in Texas?", { parties: ["openai"], places: ["Texas"] }],
    [
      "OpenAI deals not cancelled over $50 billion",
      { statuses: expect.not.arrayContaining(["cancelled"]), minUsd: 50e9 },
    ],
    ["most expensive cloud contract not involving OpenAI", { parties: [], without: ["openai"] }],
    ["what's the largest deal in India that isn't Reliance's", { country: "IN", without: ["reliance"] }],
    ["who besides Nvidia sells chips to OpenAI", { parties: ["openai"], otherKinds: ["chips"], without: ["nvidia"] }],
    ["which sites are under construction and above 1 GW", { statuses: ["under-construction"], minGw: 1, text: "" }],
    ["deals that involve both Nvidia and Microsoft", { parties: ["nvidia"], alongside: ["microsoft"], text: "" }],
    ["all deals with a capacity of at least 5 GW", { minGw: 5, rank: false, ascending: false }],
    [
      "which stargate sites are not yet under construction",
      { statuses: expect.not.arrayContaining(["under-construction"]) },
    ],
    ["the five biggest deals of 2026", { since: "2026", until: "2026", limit: 5 }],
    ["what's Blackstone involved in?", { parties: ["blackstone"] }],
    ["openai deals still unsigned", { statuses: ["rumoured", "announced", "letter-of-intent"] }],
    ["deals with OpenAI between $10 billion and $40 billion", { minUsd: 10e9, maxUsd: 40e9 }],
    ["which bond sales are there by Larry Ellison's company", { parties: ["oracle"], dealKinds: ["financing"] }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test("a region is its countries", () => {
    const plan = read("data centers in Europe");
    expect(plan).toMatchObject({ kind: "find-deals" });
    expect(plan.kind === "find-deals" && plan.places).toEqual(expect.arrayContaining(["France", "Norway"]));
  });
});

describe("the order, and the place in it", () => {
  test.each([
    ["second largest acquisition", { rank: true, place: 2, measure: ["acquisition"], ascending: false }],
    ["top 3 openai compute contracts by $", { rank: false, limit: 3, sort: "value" }],
    ["smallest openai deal by dollars", { rank: true, ascending: true }],
    ["longest power contract", { rank: true, measure: ["term"], dealKinds: ["energy"] }],
    ["largest campus in Texas", { rank: true, sort: "capacity", places: ["Texas"] }],
    [
      "which hyperscaler has pledged the least to India",
      { otherKinds: ["hyperscaler"], ascending: true, country: "IN" },
    ],
    ["largest loan", { rank: true, measure: ["debt"] }],
    ["most recent acquisition", { rank: true, sort: "newest" }],
    ["biggest site in Ohio by gigawatts", { rank: true, sort: "capacity", places: ["Ohio"] }],
    [
      "Of Intel, Nokia and CoreWeave, which got the biggest single cheque from Nvidia?",
      { only: ["nvidia-intel-2025", "nvidia-nokia-2025", "nvidia-coreweave-equity-2026"], rank: true },
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });
});

test("what is not understood is told, and alone makes no list", () => {
  expect(read("Meta contracts with more than 10 buildings")).toMatchObject({ kind: "decline", reason: "not-narrowed" });
  expect(read("Meta contracts longer than 10 years")).toMatchObject({ kind: "find-deals", minYears: 10, beyond: true });
  expect(read("deals over 10 years long")).toMatchObject({ kind: "find-deals", minYears: 10 });
});

test("one thing of one deal is no list", () => {
  for (const text of [
    "how much is OpenAI's Google Cloud deal worth?",
    "which investor led OpenAI's $6.6bn round back in 2024?",
    "which banks are in softbank's openai bridge",
    "when was the first CoreWeave contract with OpenAI signed",
  ])
    expect(read(text).kind, text).not.toBe("find-deals");
});

test("a list is narrowed, ordered and turned to another party by what follows", () => {
  let plan = read("which deals does Meta have with neoclouds");
  const next = (text: string) => {
    plan = read(text, { ...newConversation(), plan });
    return plan;
  };
  expect(plan).toMatchObject({ kind: "find-deals", parties: ["meta"], otherKinds: ["neocloud"] });
  expect(next("and microsoft?")).toMatchObject({ parties: ["microsoft"], otherKinds: ["neocloud"] });
  expect(next("only the ones signed in 2025")).toMatchObject({ since: "2025", until: "2025" });
  expect(next("which of those is the biggest?")).toMatchObject({ rank: true, place: 1, since: "2025" });
  expect(next("and the second largest?")).toMatchObject({ rank: true, place: 2 });
  expect(next("without nscale")).toMatchObject({ without: ["nscale"], place: 1 });
});
