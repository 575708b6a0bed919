import { describe, expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

describe("who led it", () => {
  test.each([
    ["who led anthropic's most recent raise", "Altimeter Capital (led the round), Dragoneer"],
    ["which firms led the most recent round at Anthropic", "Greenoaks (led the round)"],
    ["which banks took Cerebras public?", "Morgan Stanley (led the offering)"],
    ["Which bank ran the equity side of Oracle's 2026 raise?", "Citi (leads the equity sales)."],
    ["which bank ran the bond sale for Oracle in 2026?", "Goldman Sachs (leads the bond sale)."],
    ["which bank leads OpenAI's credit facility", "JPMorgan (leads a group of banks)."],
    ["who were the joint leads on OpenAI's big 2026 round?", "SoftBank ($30B; co-lead)"],
    ["lead arrangers for the Oracle-linked $38bn?", "JPMorgan (co-lead arranger), MUFG"],
    ["who led xAI's series E", "who led it is not on record; named in it: Nvidia"],
  ])("%s", (question, says) => {
    expect(lastAnswer(question)).toContain(says);
  });
});

describe("whether what was agreed has come about", () => {
  test.each([
    [
      "has the remaining $35bn of Amazon's OpenAI cheque been funded?",
      /No, not as far as is on record.*any of the \$35B/,
    ],
    ["has Nvidia used its right to buy IREN shares yet?", /^unknown: .*no record says that it has been exercised/],
    ["has OpenAI used its full Azure commitment?", /^unknown: .*no record says that it has been used up/],
    ["has SoftBank repaid its bridge loan?", /^unknown: .*no record says that it has been repaid/],
    ["has Meta exercised its AMD warrant?", /^unknown: Meta–AMD/],
    ["has Nvidia's $30B in OpenAI been fully paid in?", /Not known\. How much had been paid/],
  ])("%s", (question, says) => {
    expect(lastAnswer(question)).toMatch(says);
  });
});

describe("traders' words", () => {
  test.each([
    ["where did $CBRS price?", "$185 a share (offer price)"],
    ["as of 15 jan 2026 what was xAI marked at?", "about $230B"],
    ["tenor of the SoftBank bridge loan?", "12 months"],
    ["Hut 8 river bend: gross or NNN, and what's the initial tenor?", "triple net and runs for 15 years"],
    ["Remind me what a greenshoe is?", "greenshoe: An option of the banks"],
    ["refresher: what's a bridge loan", "bridge loan: A short loan"],
  ])("%s", (question, says) => {
    expect(lastAnswer(question)).toContain(says);
  });
});

describe("whose part it is", () => {
  test.each([
    ["apollo's ticket in the first Valor Compute vehicle?", "$3.5B (Apollo's part"],
    ["apollo's check in the second xAI chip vehicle", "$3.4B (Reported Apollo loan"],
    ["MGX's cheque in OpenAI's 2026 round", "The records do not say"],
    ["Apart from OpenAI, whose share of Nvidia's 2026 equity commitments is the biggest?", "Corning part: about $3.2B"],
    ["which neocloud has Microsoft's largest commitment?", "Nscale part"],
    ["What exact % of Oracle's RPO is OpenAI?", "Oracle has not published the share"],
    ["which director did Meta put on Scale AI's board with its voting stake?", "gets no board seat"],
    ["annual rent Meta pays at Hyperion", "is not on record"],
  ])("%s", (question, says) => {
    expect(lastAnswer(question)).toContain(says);
  });
});

describe("lists of firms", () => {
  test.each([
    [
      "Which nuclear developers or operators has Meta signed with?",
      "Constellation (about 1.1 GW), Vistra, Oklo, TerraPower",
    ],
    ["who does Microsoft buy nuclear power from?", "1 on record (with Microsoft): Constellation"],
    ["which businesses has Nvidia acquired?", "No deal in the records fits with Nvidia as buyer"],
    [
      "list the companies or units softbank agreed to acquire in 2025 (whole businesses, not stakes)",
      "Ampere Computing, ABB ($5.375B), DigitalBridge",
    ],
    [
      "Which bitcoin-miner / AI landlord leases has Google guaranteed or backstopped?",
      "3 deals fit with Google as guarantor",
    ],
  ])("%s", (question, says) => {
    expect(lastAnswer(question)).toContain(says);
  });
});

describe("an amount as it was and as it became", () => {
  test.each([
    [
      "how did meta's budget for the El Paso campus move between october 2025 and march 2026?",
      "about $1.5B from October 2025",
    ],
    [
      "Port Washington: how does Vantage's investment compare with what it had planned there originally?",
      "earlier plan, before the link with Stargate: about $8B",
    ],
    ["is Hermes 2 bigger than originally planned?", "up to 50 MW; hermes 2 before it was made larger: 28 MW"],
    ["what was Mistral's Sweden budget originally", "No earlier amount is on record"],
  ])("%s", (question, says) => {
    expect(lastAnswer(question)).toContain(says);
  });
});

describe("what goes on with it", () => {
  test.each([
    [["what did Google get for backing Cipher", "and what is that in % terms?"], "about 5.4%"],
    [
      ["how big is google's backstop on WULF's lake mariner leases", "what equity did it get in return?"],
      "73 million TeraWulf shares",
    ],
    [
      ["how big is google's backstop on WULF's lake mariner leases", "and the backstop before it got upsized"],
      "about $1.8B from 14 August 2025",
    ],
    [["where did $CBRS price?", "what was the first range?"], "$115–125 a share from 4 May 2026"],
    [["did nvda pay more per share for nebius or for coreweave in 2026?", "total cheque in each?"], "The same: "],
    [["how big was Crusoe's series E", "step-up on the previous round?"], "Multiple: about 3.571"],
    [
      [
        "who led anthropic's most recent raise",
        "what's the valuation step-up vs the price of google's april cheque, as a multiple?",
      ],
      "about 2.757×",
    ],
    [
      [
        "ORCL mandatory convert, feb 2026: dividend and conversion premium?",
        "where was talk?",
        "and how much of it did they sell",
      ],
      "$5B (mandatory convertible preferred stock",
    ],
  ])("%j", (questions, says) => {
    expect(lastAnswer(...questions)).toContain(says);
  });
});
