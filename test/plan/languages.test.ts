import { describe, expect, test } from "vitest";
import { toEnglish } from "../../src/plan/from-text/languages/to-english.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-28" });

describe("a question in another language, where names and numbers suffice", () => {
  test.each([
    ["German", "Wie viel ist der Cloud-Vertrag zwischen OpenAI und Oracle wert?", "oracle-openai-4-5gw-300b", "value"],
    ["German", "Wann wurde Stargate Norwegen angekündigt?", "stargate-norway", "announced"],
    ["German", "Wurde der Mietvertrag in Ohio schon unterzeichnet?", "ohio-10gw-portsmouth-lease", "status"],
    ["German", "Wie viele Gigawatt hat der AMD-Deal mit OpenAI?", "amd-6gw-warrant", "capacity"],
    ["German", "Was hat Meta für Scale AI bezahlt?", "meta-scale-ai", "value"],
    ["French", "Combien Microsoft paie-t-il à Nebius ?", "microsoft-nebius-2025", "value"],
    ["French", "Où se trouve Stargate UAE ?", "stargate-uae", "site"],
    ["Spanish", "¿Cuánto invertirá Google en Anthropic?", "google-anthropic-investment-2026", "value"],
    ["Spanish", "¿Cuándo se anunció Stargate Argentina?", "stargate-argentina", "announced"],
    ["Italian", "Quanto ha pagato SoftBank per Ampere?", "softbank-ampere", "value"],
    ["Portuguese", "Qual é o valor do contrato entre Microsoft e IREN?", "microsoft-iren-2025", "value"],
    ["Dutch", "Hoeveel is het contract van Microsoft met IREN waard?", "microsoft-iren-2025", "value"],
    ["Swedish", "Hur mycket är OpenAI:s avtal med Oracle värt?", "oracle-openai-4-5gw-300b", "value"],
    ["Polish", "Ile warta jest umowa OpenAI z Oracle?", "oracle-openai-4-5gw-300b", "value"],
    ["Russian", "Сколько стоит контракт OpenAI с Oracle?", "oracle-openai-4-5gw-300b", "value"],
    ["Japanese", "NvidiaはIntelにいくら投資しましたか？", "nvidia-intel-2025", "value"],
    ["Japanese", "スターゲート・ミシガンはいつ発表されましたか", "stargate-michigan-saline", "announced"],
    ["Chinese", "OpenAI和甲骨文的合同价值多少？", "oracle-openai-4-5gw-300b", "value"],
    ["Korean", "OpenAI와 AMD 계약은 몇 기가와트인가요?", "amd-6gw-warrant", "capacity"],
  ])("%s: %s", (language, text, subject, attribute) => {
    expect(read(text)).toMatchObject({ language, plan: { kind: "show-figure", subject, attribute } });
  });

  test.each([
    ["Wie groß ist der Vertrag zwischen Perplexity und CoreWeave?", "Perplexity"],
    ["パープレキシティとCoreWeaveの契約はいくらですか", "パープレキシティ"],
  ])("a name that no record knows stays one: %s", (text, about) => {
    expect(read(text).plan).toMatchObject({ kind: "decline", reason: "unknown-name", about });
  });

  test("a cost is calculated", () => {
    expect(read("Quanto custa 10 GW?").plan.kind).toBe("estimate");
  });
});

test("the answer is in English and says so", async () => {
  const app = realApp();
  const doc = await app.answer({
    type: "question",
    text: "Combien de gigawatts dans l'accord OpenAI Broadcom ?",
    asker: asker("french"),
  });
  expect(JSON.stringify(doc.headline)).toContain("10 GW");
  expect(JSON.stringify(doc.blocks[0])).toContain("Answered in English; the question was read as French");
});

test.each([
  "What's the ceiling on Masa's French data centre programme?",
  "list openai's data center sites in texas",
  "El Paso financing per gigawatt?",
  "stragate michgan annouced wen",
  "wat happend to stargte norwya",
  "oracle's 4.5 GW as a share of openai's 26 GW",
  "softbank la france plan total",
  "de-risking of the Oracle contract",
  "does mistral's paris debt include BNP",
])("English stays English: %s", (text) => {
  expect(toEnglish(text, library)).toBeNull();
});
