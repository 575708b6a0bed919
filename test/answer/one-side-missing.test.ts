import { describe, expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = async (text: string): Promise<{ status: string; said: string }> => {
  const doc = await app.answer({ type: "question", text, asker: asker(text) });
  return { status: doc.status, said: plain(doc.headline) };
};

describe("of two sides one is on no record: it is named, the other is told, and nothing else stands in for it", () => {
  it.each([
    ["openai revenue 2024 vs 2027", /\$3\.7B.*OpenAI for 2027/],
    ["openai 2025 net loss vs anthropic 2025 net loss", /\$38\.53B.*Anthropic/],
    ["how does Apple's capex compare with Meta's", /\$125–145B.*Apple/],
    ["oracle backlog dec 2025 vs feb 2026", /\$553B.*December 2025/],
    ["is OpenAI's Google Cloud contract bigger than its CoreWeave contracts", /\$22\.4B.*Google Cloud.*no amount/],
    ["meta nvidia 2026 deal vs meta amd deal dollars", /\$60B.*Nvidia.*no amount/],
    ["which runs longer, the Anthropic-CoreWeave deal or the Akamai one", /no term on record.*seven years/],
  ])("%s", async (question, holds) => {
    const { status, said } = await ask(question);
    expect(status).toBe("partial");
    expect(said).toMatch(holds);
  });
});

it("a figure of neither company stands in for what no record has", async () =>
  expect((await ask("OpenAI headcount vs Anthropic headcount")).status).toBe("unknown"));

describe("two sides on record", () => {
  it.each([
    ["OpenAI cash burn 2025 vs Q1 2026", /unlike times: 2025 and 2026-Q1/],
    ["how does Oracle's backlog stack up against CoreWeave's", /31 May 2026.*31 March 2026/],
    ["length of the Meta-Google cloud deal compared with the OpenAI-AWS one", /7 years.*six years/],
    ["Is Nvidia's Nokia stake bigger than its Intel stake in % terms?", /4–4\.4%.*2\.9%/],
    ["TeraWulf vs Cipher: in which does google hold the bigger stake", /14%.*5\.4%/],
    ["microsoft nscale vs microsoft coreweave commitment", /\$23B.*\$10B/],
    ["Crane vs Duane Arnold: which restarts first?", /Crane.*2027.*2029/],
    ["Hut 8 vs Cipher: who gets more per MW from Fluidstack", /\$28\.6M per MW.*\$17\.9M per MW/],
    ["did the CoreWeave-OpenAI deal come before the Oracle $300B one?", /Earlier: CoreWeave/],
    ["google's share of Anthropic vs its share of TeraWulf", /The same:.*14%.*14%/],
    ["first closing of SoftBank's 2025 investment vs the second", /\$22\.5B.*\$10B/],
    ["does openai have more compute than anthropic will have in 2027", /1\.9 GW \(2025\).*7–8 GW \(2027\)/],
    ["OpenAI's loss in H1 2025 and Q1 2026, side by side", /\$7\.8B.*\$9\.3B/],
    ["Difference between Nebius's two Meta contracts", /\$27B.*\$2\.9B/],
  ])("%s", async (question, holds) => {
    const { status, said } = await ask(question);
    expect(status).toBe("answered");
    expect(said).toMatch(holds);
  });
});

it.each([
  ["what share of Softbank's $64.6B is the follow-on?", /46\.44%/],
  ["what portion of Microsoft's $13bn had been paid by Sept 2025", /89\.23%/],
  ["How many times oversubscribed was Oracle's bond?", /5–5\.16×/],
  ["ABB Robotics price to sales", /2\.337×/],
  ["of Nvidia's $40B+ equity pledges of 2026 how much is OpenAI in percent", /about 75%/],
  ["OpenAI valuation step-up from the March 2025 SoftBank round to the March 2026 close, as a multiple", /2\.84×/],
])("a share of an amount that is said, and how many times: %s", async (question, holds) =>
  expect((await ask(question)).said).toMatch(holds),
);

describe("lists by their end, by a way out, and by what is somebody's own", () => {
  it.each([
    ["which deals run until 2032 or later?", /^\d\d deals fit/],
    ["cloud contracts that end in 2031", /Nebius.*2031/],
    ["deals that can be ended on 90 days' notice", /^2 deals fit.*Anthropic–SpaceX.*Google–SpaceX/],
    ["top 5 equity investments by Nvidia", /\$30B.*Anthropic.*up to \$10B/],
    ["all leases above 200 MW signed in 2025", /^9 deals fit/],
    ["openai's longest contract", /AWS contract expansion.*8 years/],
  ])("%s", async (question, holds) => expect((await ask(question)).said).toMatch(holds));
});
