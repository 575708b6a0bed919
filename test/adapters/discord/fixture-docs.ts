import { type Doc, strong, text } from "../../../src/doc/doc.ts";

export const dealDoc: Doc = {
  status: "answered",
  kind: "show-deal",
  title: "Stargate (joint venture)",
  headline: [
    text("Up to "),
    strong("$500 billion"),
    { text: " of capital expenditure", cites: [1] },
    text(", 10 GW of IT power."),
  ],
  blocks: [
    {
      type: "fields",
      items: [
        { label: "Parties", value: [text("OpenAI, SoftBank, Oracle, MGX")] },
        { label: "Status", value: [{ text: "under construction", cites: [2] }] },
      ],
    },
    {
      type: "timeline",
      items: [
        { date: "2025-01-21", text: [{ text: "Announced at the White House.", cites: [1] }] },
        { date: "2025-09", text: [{ text: "Five more sites.", cites: [2] }] },
      ],
    },
    { type: "note", tone: "caution", text: [text("$500B is an intention, not money raised.")] },
  ],
  sources: [
    {
      title: "Announcing Stargate",
      publisher: "OpenAI",
      date: "2025-01-21",
      url: "https://openai.com/index/stargate",
      tier: "primary",
    },
    {
      title: "Five new sites",
      publisher: "Reuters",
      date: "2025-09-23",
      url: "https://www.reuters.com/a_(b) c",
      tier: "major",
    },
    { title: "Background", publisher: "The Register", date: null, url: "https://theregister.com/x", tier: "press" },
  ],
  figures: [],
  actions: [
    { label: "Sources", line: "deal stargate view:sources" },
    { label: "Timeline", line: "timeline stargate" },
    { label: "Compare…", line: "compare stargate", ask: "deal" },
    { label: "Cost", line: "cost 10GW", style: "primary" },
  ],
  line: "deal stargate",
  asOf: "2026-08-01",
  completeTo: "2026-07-30",
};

export const docWith = (changes: Partial<Doc>): Doc => ({ ...dealDoc, ...changes });

/** A list far beyond one message: every row has its own name and amount. */
export const longDoc = (rows: number): Doc =>
  docWith({
    kind: "find-deals",
    title: "All deals",
    headline: [text(`${rows} deals.`)],
    blocks: [
      { type: "heading", text: "By value" },
      {
        type: "table",
        caption: "Deals",
        columns: [{ label: "Deal" }, { label: "Value", align: "right" }, { label: "Status" }],
        rows: Array.from({ length: rows }, (_, index) => [
          [{ text: `Deal number ${index + 1} between a buyer and a seller of compute`, cites: [(index % 3) + 1] }],
          [text(`$${index + 1}.5B`)],
          [text("announced")],
        ]),
      },
    ],
    line: "deals",
  });

export const hostile =
  "@everyone <@123> <@&456> <#789> <t:1:R> **bold** _it_ ~~s~~ ||spoiler|| `code` [x](https://evil.example) \\ # head";
