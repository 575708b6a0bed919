import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-28" }).plan;
const answer = (text: string) => execute(read(text), library, []);

describe("who holds an office", () => {
  test.each([
    ["who runs Crusoe", "Chase Lochmiller", null],
    ["who is the CEO of Oracle", "Clay Magouyrk", "Mike Sicilia"],
    ["openai's finance chief", "Sarah Friar", null],
    ["who chairs SoftBank", "Masayoshi Son", null],
    ["who's the head of compute at OpenAI", "Sachin Katti", null],
    ["who founded OpenAI", "Sam Altman", "Greg Brockman"],
  ])("%s", (text, term, other) => {
    expect(read(text)).toMatchObject({ kind: "define", term, other });
  });

  test("both are named, and sources are given beside", () => {
    const { headline, sources } = answer("who is the CEO of Oracle");
    expect(plain(headline)).toMatch(/Magouyrk.*Sicilia/);
    expect(plain(headline)).not.toMatch(/Catz/);
    expect(sources.length).toBeGreaterThan(0);
  });

  test.each(["who runs Vantage", "CFO of Lancium?"])("%s is on no record", (text) => {
    expect(answer(text).status).toBe("unknown");
  });

  test.each(["who runs the Abilene campus", "who leads the OpenAI round"])("%s asks for no office", (text) => {
    expect(read(text).kind).not.toBe("define");
  });
});

test.each(["what does Lisa Su run", "which company does Lisa Su run", "what is Lisa Su's job"])("%s", (text) => {
  expect(read(text)).toMatchObject({ kind: "define", term: "Lisa Su" });
});

describe("who owns a company", () => {
  test.each([
    ["who owns xAI", /SpaceX/],
    ["who does Ampere belong to", /SoftBank/],
    ["Crusoe's owners", /investor, buyer of Crusoe\): Valor/],
    ["who owns a stake in Nebius", /Nvidia/],
  ])("%s", (text, said) => {
    expect(plain(answer(text).headline)).toMatch(said);
  });

  // Who runs a site with it, or bought nothing of it in the end, is no owner.
  test.each(["who owns Vantage", "Lancium's parent company?", "who owns Core Scientific"])("%s", (text) => {
    expect(answer(text).status).toBe("unknown");
  });

  test("where a record tells it, that record does", () => {
    expect(read("who owns OpenAI")).toMatchObject({ kind: "show-topic", topic: "openai-shareholders" });
  });
});

describe("what a company is", () => {
  test.each(["what does Fluidstack do", "who is Fluidstack", "what kind of company is Fluidstack"])("%s", (text) => {
    const { headline, status, sources } = answer(text);
    expect(status).toBe("answered");
    expect(plain(headline)).toMatch(/^Fluidstack: Builder and operator/);
    expect(sources.length).toBeGreaterThan(0);
  });

  test("a deal is no company", () => {
    expect(read("what is Stargate").kind).not.toBe("define");
  });
});

describe("what a piece of hardware costs", () => {
  test.each(["how much does a Blackwell rack cost", "price of a GB200 rack"])("%s: its price, and no share", (text) => {
    expect(read(text)).toMatchObject({ kind: "show-rate", rates: ["rack-price-gb200"] });
  });
});

describe("what ties two together, and where somebody's sites are", () => {
  test.each([
    "how are Nvidia and CoreWeave connected",
    "what's the relationship between Nvidia and CoreWeave",
    "what ties Nvidia to CoreWeave",
  ])("%s: their deals", (text) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", alongside: ["coreweave"], parties: ["nvidia"] });
  });

  test.each(["where are the Stargate sites", "where are Stargate's data centers"])("%s: by place", (text) => {
    expect(plain(answer(text).headline)).toMatch(/^By state, most first .*: Texas/);
  });

  test("one site has its own place", () => {
    expect(plain(answer("where is Stargate UK").headline)).toMatch(/Tyneside/);
  });
});

describe("what a company spends", () => {
  test.each(["how much is Meta spending this year", "how much will Meta spend on AI in 2026"])("%s: capex", (text) => {
    expect(read(text)).toMatchObject({ kind: "show-metric", metric: "meta-capex-2026" });
  });

  test("the sum of four is none of one of them", () => {
    expect(plain(answer("how much did Microsoft spend on capex in 2025").headline)).not.toMatch(/410/);
    expect(plain(answer("what did the big four spend on capex in 2025").headline)).toMatch(/410/);
  });
});

describe("how a company's shares moved", () => {
  test.each([
    ["what did AMD's stock do on the news", /25%/],
    ["how did Broadcom's shares react to the OpenAI deal", /10%/],
    ["TeraWulf share reaction", /40%/],
    ["how did Microsoft's stock react to the recapitalisation", /4%/],
  ])("%s", (text, said) => {
    expect(plain(answer(text).headline)).toMatch(said);
  });

  test("where no record says it, none is told", () => {
    expect(answer("what did Nvidia's stock do").status).toBe("unknown");
  });

  test("how many were bought is no move", () => {
    expect(plain(answer("how many intel shares did nvidia buy").headline)).toMatch(/214/);
  });
});

describe("what was signed in a time", () => {
  test.each(["what was announced last week", "anything announced this month", "what did OpenAI sign last month"])(
    "%s: the records end before",
    (text) => {
      expect(answer(text).status).toBe("unknown");
      expect(plain(answer(text).headline)).toMatch(/the records end on/);
    },
  );

  test("one deal is a list too, and where there is none, the news of others is told", () => {
    expect(read("what did Anthropic announce in October 2025")).toMatchObject({ kind: "find-deals" });
    expect(read("what did Microsoft sign in May 2025")).toMatchObject({ kind: "show-changes", subject: "microsoft" });
  });
});

describe("power that is being built, and money in total", () => {
  test("of one party it is added up by how firm it is, of everybody it is listed", () => {
    expect(read("how many GW has OpenAI under construction")).toMatchObject({
      kind: "total-deals",
      parties: ["openai"],
      statuses: ["under-construction"],
    });
    expect(read("how many GW are under construction")).toMatchObject({ kind: "find-deals", sort: "capacity" });
  });

  test("invested in total names nothing in which it is invested", () => {
    expect(read("how much has Nvidia invested in total")).toMatchObject({ kind: "total-deals", side: "pays" });
  });
});

describe("on what a number rests", () => {
  test.each([
    ["what's the source for the $300B", /Oracle.*rests on \d+ sources; our confidence in it is high/],
    ["how reliable is the Broadcom $180B", /rests on 1 source; our confidence in it is medium.*The Information/],
    ["how solid is the $38B from AWS", /AWS.*rests on/],
  ])("%s", (text, said) => {
    expect(plain(answer(text).headline)).toMatch(said);
    expect(answer(text).sources.length).toBeGreaterThan(0);
  });

  test("where several have the amount, it is asked back", () => {
    expect(read("how solid is the $38B")).toMatchObject({ kind: "choose-deal" });
    expect(read("what's the source for the AMD deal")).toMatchObject({ kind: "choose-deal" });
  });

  test("a source of power is none", () => {
    expect(read("what are the power sources for Hyperion")).not.toMatchObject({ attribute: "sources" });
  });
});
