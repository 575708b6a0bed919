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
    ["annual rent Meta pays at Hyperion", "The records do not say"],
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
