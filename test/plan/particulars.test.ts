import { describe, expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = async (text: string) => {
  const doc = await app.answer({ type: "question", text, asker: asker(text) });
  return { status: doc.status, headline: plain(doc.headline) };
};

describe("a particular that no record has is not answered with the deal's own amount", () => {
  it.each([
    "what does OpenAI pay Oracle per GPU hour",
    "what does Meta pay Google Cloud per TPU hour",
    "how much does Microsoft pay Nebius per megawatt hour",
    "price per token in the OpenAI AWS contract",
    "how much electricity does ChatGPT use per query",
    "what did Amazon pay its lawyers for the OpenAI deal",
    "how much does Larry Ellison own of Oracle",
    "how many chips has Broadcom delivered to OpenAI so far",
    "who replaced Sam Altman as CEO of OpenAI",
    "OpenAI's monthly bill at Oracle right now",
    "strike price of OpenAI's Cerebras warrant",
    "whats the collateral on the openai credit line",
  ])("%s", async (question) =>
    expect((await ask(question)).headline).toMatch(
      /[Rr]ecords.*do not say|^I don't know: no|^I can't work that out: .*not on record/,
    ),
  );
});

describe("the noun or the deed that is asked for must be in the record, and in who-questions the person", () => {
  it.each([
    "which insurer covers the Hyperion residual value guarantee",
    "which mayor opened the Stargate Saline site",
    "what wage do Abilene construction workers get",
    "utilization of OpenAI's GPUs at CoreWeave",
    "how many engineers work on OpenAI's Titan chip",
    "how much stock does Sam Altman hold in OpenAI",
    "what does Greg Brockman think of AMD's warrant",
    "anthropic's opening share price",
    "loan-to-value on SoftBank's margin loan",
    "how much did SoftBank lose on its sale of OpenAI shares",
    "will Oracle's debt be downgraded",
    "value of Oracle's cloud contract with TikTok?",
    "ByteDance chip spending 2026",
  ])("%s", async (question) => expect((await ask(question)).status).toBe("unknown"));

  it.each([
    ["which utility feeds Project Rainier", /Indiana Michigan Power/],
    ["spread over SOFR on OpenAI's credit line", /1%/],
    ["floor space of vantage frontier", /3\.7 million square feet/],
    ["what stake did zuck buy in Scale AI", /49%/],
    ["how much did Google lose", /do not say|don't know|Nearest/],
    ["SoftBank's bridge loan for its OpenAI bet - how large was it?", /\$40B|OpenAI bet/],
  ])("%s", async (question, holds) => expect((await ask(question)).headline).toMatch(holds));
});

describe("a day or a reason is told only of a deed that the record speaks of", () => {
  it.each([
    "when did the Crane plant explode",
    "why was Stargate Michigan rejected by the township",
    "when was Oracle founded",
    "openai's hq address",
  ])("%s", async (question) => expect((await ask(question)).status).toBe("unknown"));

  it.each([
    ["until when does Microsoft's licence to OpenAI's IP run?", /2032/],
    ["why were vantage's loans hard to sell", /slow in January 2026/],
    ["when did the abilene expansion die", /6 March 2026/],
  ])("%s", async (question, holds) => expect((await ask(question)).headline).toMatch(holds));
});

it.each([
  ["why did SoftBank pull out of Stargate", /^No: no record has an exit of SoftBank from Stargate\./],
  ["what did AMD pay for its Anthropic stake", /^No: no record gives AMD a stake in Anthropic\./],
])("%s", async (question, says) => expect((await ask(question)).headline).toMatch(says));

it.each(["is Sam Altman a good CEO", "can I buy Anthropic shares", "is AMD or NVIDIA a better buy"])(
  "no opinion and no advice: %s",
  async (question) => expect((await ask(question)).headline).toMatch(/^I give no advice/),
);

describe("a price for one, what is earned, and how old or thick, are told by no other amount", () => {
  it.each([
    "how old is the Susquehanna nuclear plant",
    "how thick are the fibre cables Corning makes for Meta",
    "how much did google earn from anthropic stake",
    "what does TeraWulf pay for power at Abernathy",
    "price of a Trainium2 chip",
    "what does a gigawatt of wind cost",
  ])("%s", async (question) => expect((await ask(question)).status).toBe("unknown"));

  it.each([
    ["what did Bernstein think broadcom could earn from the OpenAI programme", /\$100B/],
    ["how much does a Vera Rubin rack cost", /\$8\.5M per rack/],
    ["2 GW of wind at $1M per MW, total cost?", /\$2B/],
    ["what does a gigawatt of solar cost", /solar with batteries/],
    ["what does a gigawatt of nuclear cost", /\$/],
  ])("%s", async (question, holds) => expect((await ask(question)).headline).toMatch(holds));
});

describe("who said, who uses, who owns and what was paid for, where no record has it", () => {
  it.each([
    "what did the Pope say about AI data centres",
    "how much electricity did ChatGPT use in 2025",
    "what share of Stargate does Microsoft own",
    "how much is Nvidia's fee for backing CoreWeave",
    "how much did Microsoft pay for the OpenAI board seat",
    "AMD's deal with Anthropic",
    "what happens if OpenAI fails",
    "how much of CoreWeave does OpenAI own",
    "size of the Character.ai Google contract",
    "which bank went bankrupt financing Abilene",
    "how much do the Entergy gas plants for Hyperion cost",
    "should regulators stop the Nvidia OpenAI deal",
  ])("%s", async (question) => expect((await ask(question)).status).toBe("unknown"));

  it.each([
    ["what did analysts say about Stargate", /analysts/],
    ["foxconn's lordstown sale price", /\$375M/],
    ["AWS water use effectiveness?", /L per kWh/],
    ["how much of OpenAI does Microsoft own", /27%/],
    ["Anthropic's deal with Broadcom", /Broadcom/],
  ])("%s", async (question, holds) => expect((await ask(question)).headline).toMatch(holds));
});

it.each(["what happens if Fluidstack defaults", "what happens if Broadcom fails to find financing"])(
  "%s: the records are asked, whatever they say",
  async (question) => {
    const { headline } = await ask(question);
    expect(headline).not.toMatch(/no forecasts/);
    expect(headline).toMatch(/Fluidstack|Broadcom/);
  },
);

it("where a site is, is no question for a head office", async () => {
  expect((await ask("where is Crusoe's campus based")).headline).toMatch(/Abilene, Texas/);
  expect((await ask("where is Nscale based")).headline).toMatch(/no founding or head office of Nscale/);
});

describe("what is taken for granted of owners, buyers and leavers is held to the records", () => {
  it.each([
    ["Google's stake in OpenAI", /^No: no record gives Google a stake in OpenAI/],
    ["Oracle's acquisition of Crusoe - price?", /^No: no record has a purchase of Crusoe by Oracle/],
    ["when did xAI merge with OpenAI", /^No: no record has a merger of xAI and OpenAI/],
    ["why did Anthropic leave AWS", /^No: no record has an exit of Anthropic from/],
    ["Google's stake in TeraWulf", /14%/],
    ["what stake does SoftBank hold in OpenAI", /13% \(SoftBank's stake/],
    ["What percentage of the Blue Owl venture does Meta own?", /^Meta–Blue Owl joint venture for Hyperion: 20%/],
    ["what share of the Hyperion JV does Blue Owl hold", /^Meta–Blue Owl joint venture for Hyperion: 80%/],
    ["when did Microsoft sell its OpenAI shares", /^No: no record has a sale of OpenAI shares by Microsoft/],
    ["when did Oracle sell its Ampere stake", /^SoftBank's purchase of Ampere/],
    ["what did Oracle get for its Ampere stake", /32\.27%/],
    ["what did SoftBank pay to acquire Ampere", /\$6\.5B/],
  ])("%s", async (question, says) => expect((await ask(question)).headline).toMatch(says));
});

it("the next of what is on record is a name of no record", async () => {
  expect((await ask("what's the capacity of Hyperion 2")).headline).toContain("“Hyperion 2”");
  expect((await ask("Colossus 2 power capacity")).status).toBe("unknown");
  expect((await ask("Colossus 1 power capacity")).headline).toMatch(/MW/);
});

it("a lease that is only talked of is in force since no day", async () =>
  expect((await ask("since when is the Ohio 10 GW lease in force")).headline).toMatch(/^No: .*not recorded as signed/));

it("a sentence that has no room in the headline leaves no half of one", async () => {
  const { status, headline } = await ask("will nvidia invest in Anthropic again in 2027");
  expect(status).toBe("unknown");
  expect(headline).toMatch(/\.$/);
});

describe("a name made of a word of the language is not known", () => {
  it.each([
    ["what's the deal between Reflection AI and Oracle", "Reflection AI"],
    ["what does Reflection AI pay SpaceX", "Reflection AI"],
    ["how much did Character AI pay for Google TPUs", "Character AI"],
  ])("%s", async (question, name) => {
    const { status, headline } = await ask(question);
    expect(status).toBe("unknown");
    expect(headline).toContain(`“${name}”`);
  });
});

it.each(["what will Nvidia's stock be next year", "where will CoreWeave shares trade in december"])(
  "no forecast of a price: %s",
  async (question) => expect((await ask(question)).status).toBe("unknown"),
);

it("a site of a name that is a word of the language is on no record", async () =>
  expect((await ask("what is the Stargate Moon campus")).headline).toMatch(
    /^No: no record has a Stargate site in Moon/,
  ));

describe("what a record does have stays an answer", () => {
  it.each([
    ["power price per MWh Jefferies put on Crane", /\$110 to \$115/],
    ["price per share nvidia paid for the intel stake", /\$23\.28/],
    ["how much does Microsoft own of OpenAI", /27%/],
    ["when does the first gigawatt of the AMD deal start", /2026/],
    ["What is Sovereign AI capacity at Stargate UAE", /GW|MW/],
  ])("%s", async (question, holds) => expect((await ask(question)).headline).toMatch(holds));
});

describe("a share is of the one whose it is said to be, a level of its own day", () => {
  it.each([
    ["what share of CoreWeave's backlog is OpenAI", /OpenAI share of CoreWeave contracted revenue: about 33%/],
    ["what share of Microsoft's backlog is OpenAI", /about 45%/],
    ["as of december 2025 how much stargate capacity was planned", /at least 8 GW/],
    ["as of january 2026 what was stargate's planned capacity", /at least 8 GW/],
  ])("%s", async (question, holds) => expect((await ask(question)).headline).toMatch(holds));
});
