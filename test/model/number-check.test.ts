import { describe, expect, test } from "vitest";
import { type Doc, plain } from "../../src/doc/doc.ts";
import { namesIn } from "../../src/model/names-in.ts";
import { checkWording } from "../../src/model/number-check.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const doc: Doc = {
  status: "answered",
  kind: "show-figure",
  title: "Ohio lease",
  headline: [
    { text: "No: the lease for up to 10 GW has not been signed; a letter of intent was announced on 6 October 2025." },
  ],
  blocks: [
    {
      type: "fields",
      items: [
        { label: "Parties", value: [{ text: "OpenAI (tenant), Oracle (landlord)" }] },
        { label: "Worth", value: [{ text: "about $300B over five years" }] },
        { label: "Fee", value: [{ text: "$920M a month" }] },
        { label: "Estimate", value: [{ text: "$50–60B per GW" }] },
      ],
    },
    {
      type: "timeline",
      items: [
        { date: "2026-03", text: [{ text: "The site was to open in late 2027 with six buildings and GB200 racks." }] },
      ],
    },
  ],
  sources: [
    {
      title: "Oracle's 99 GW plan",
      publisher: "Reuters",
      date: "2025-10-07",
      url: "https://reuters.com/ohio",
      tier: "major",
    },
  ],
  figures: [],
  actions: [],
  line: "deal ohio",
  asOf: "2026-07-05",
  completeTo: "2026-07-05",
};

const check = (wording: string, about: Doc = doc) => checkWording(wording, about, namesIn(library));

describe("a sentence whose every amount, date, name, link and state is in the Doc is kept", () => {
  test.each([
    "No, the lease for up to 10 GW has not been signed.",
    "It covers up to ten gigawatts.",
    "It covers as much as 10,000 MW.",
    "OpenAI would rent from Oracle.",
    "The lease is worth about $300 billion over five years.",
    "The lease is worth roughly 300 billion dollars.",
    "The fee is $920 million a month.",
    "A gigawatt was put at $50 to 60 billion per GW.",
    "A letter of intent was announced in October 2025.",
    "It was announced on Oct. 6, 2025.",
    "It was announced on 2025-10-06, in the fourth quarter of 2025.",
    "The site was to open in late 2027.",
    "The site was to have 6 buildings with GB200 racks.",
    "Reuters reported it on 7 October 2025.",
    "As of 5 July 2026, it is not signed.",
    "See https://reuters.com/ohio for more.",
    "That is what the records say.",
  ])("%s", (sentence) => {
    expect(check(sentence)).toEqual({ kept: [sentence], dropped: [] });
  });
});

describe("a sentence with anything else is dropped, and why is said", () => {
  test.each([
    ["The lease is worth about $310B.", "amount about $310B"],
    ["The lease is worth $300B.", "amount $300B"],
    ["The lease is worth up to $300B.", "amount up-to $300B"],
    ["The lease covers 10 GW.", "amount 10 GW"],
    ["The lease covers at least 10 GW.", "amount at-least 10 GW"],
    ["The lease covers up to 10 MW.", "amount up-to 10 MW"],
    ["The lease covers up to 12 gigawatts.", "amount up-to 12 gigawatts"],
    ["The fee is $920M.", "amount $920M"],
    ["The fee is $920M a year.", "amount $920M a year"],
    ["A gigawatt was put at $50B per GW.", "amount $50B per GW"],
    ["A gigawatt was put at €50–60B per GW.", "amount €50–60B per GW"],
    ["There are seven buildings.", "amount seven"],
    ["The plan is for 99 GW.", "amount 99 GW"],
    ["It runs for ten years.", "amount ten years"],
    ["It is 40% done.", "amount 40%"],
    ["It costs twice as much.", "amount twice"],
    ["Half of it is built.", "amount Half"],
    ["A letter of intent was announced on 7 November 2025.", "date 7 November 2025"],
    ["A letter of intent was announced on October 9, 2025.", "date October 9, 2025"],
    ["It was announced in 2024.", "date 2024"],
    ["The site was to open in early 2027.", "date early 2027"],
    ["The site opens in Q1 2027.", "date Q1 2027"],
    ["It was announced last week.", "date last week"],
    ["It will be signed soon.", "date soon"],
    ["Microsoft would rent from Oracle.", "name Microsoft"],
    ["The tenant is microsoft.", "name microsoft"],
    ["The tenant is Openia.", "name Openia"],
    ["Sam Altman agreed to it.", "name Sam Altman"],
    ["The racks are GB300.", "name GB300"],
    ["Zorblatt runs it.", "name Zorblatt"],
    ["The site is in Texas.", "name Texas"],
    ["See https://evil.example/ohio for more.", "link https://evil.example/ohio"],
    ["See evil.com for more.", "link evil.com"],
    ["See [the source](https://reuters.com/ohio) for more.", "markup"],
    ["<@U123> the lease is off.", "markup"],
    ["Ask @everyone about it.", "markup"],
    ["Yes, the lease exists.", "state yes"],
    ["The lease has been signed.", "state signed"],
    ["The lease is binding.", "state binding"],
    ["The lease was cancelled.", "state cancelled"],
  ])("%s → %s", (sentence, because) => {
    const { kept, dropped } = check(sentence);
    expect(kept).toEqual([]);
    expect(dropped.map((one) => one.because.replace(/\s+/g, " "))).toEqual([because.replace(/\s+/g, " ")]);
  });
});

test("the true sentences stay when a false one goes", () => {
  const { kept, dropped } = check(
    "No, it has not been signed. It is worth $999B. The U.S. tenant is OpenAI. OpenAI would pay $920M a month.",
  );
  expect(kept).toEqual(["No, it has not been signed.", "OpenAI would pay $920M a month."]);
  expect(dropped.map((one) => one.because)).toEqual(["amount $999B", "name U.S"]);
});

describe("real answers", async () => {
  const app = realApp();
  const lines = [
    ...[...library.deals.keys()].map((id) => `deal ${id}`),
    ...[...library.deals.values()].flatMap(({ name }) => [
      `ask how much is ${name} worth?`,
      `ask has ${name} been signed?`,
    ]),
    ...[...library.metrics.values()].map(({ name }) => `ask ${name}`),
    "cost 10GW",
    "cost $300B",
  ];
  const docs = await Promise.all(lines.map((line) => app.answer({ type: "click", line, asker: asker(line) })));

  test("every headline passes the check of its own Doc", () => {
    const refused = docs.flatMap((one) =>
      check(plain(one.headline), one).dropped.map((drop) => `${one.line}: ${drop.because} in “${drop.sentence}”`),
    );
    expect(docs.length).toBeGreaterThan(300);
    expect(refused).toEqual([]);
  });

  test("no headline passes with an amount changed", () => {
    let changed = 0;
    for (const one of docs) {
      const headline = plain(one.headline);
      const other = headline.replace(/(?<=[$€£])\d+(?:\.\d+)?(?=[BT])/, (digits) => String(Number(digits) * 7 + 0.123));
      if (other === headline) continue;
      changed++;
      expect(check(other, one).dropped.length, other).toBeGreaterThan(0);
    }
    expect(changed).toBeGreaterThan(100);
  });
});
