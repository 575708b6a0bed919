import { describe, expect, test } from "vitest";
import { parseFiles, sayProblem } from "../../knowledge/read.ts";
import { lineOf, smallKnowledge, smallKnowledgeWith } from "./lint/small-knowledge.ts";

const contract = "deals/maker-buyer-cloud.yaml";

type Mistake = {
  what: string;
  file?: string;
  is: string;
  becomes: string;
  /** A text on the line of the problem. */
  line: string;
  /** After “knowledge/file:line ”. */
  says: string;
};

const mistakes: readonly Mistake[] = [
  {
    what: "an unknown field",
    is: "    status: definitive",
    becomes: "    status: definitive\n    stauts: definitive",
    line: "stauts",
    says: "events.0.stauts: there is no such field here: remove it or mend its name [schema]",
  },
  {
    what: "a word that is none of the list",
    is: "tier: primary",
    becomes: "tier: first",
    line: "tier: first",
    says: "sources.0.tier: write one of primary, major, press, secondary, repost [schema]",
  },
  {
    what: "a missing word of a list",
    is: "    tier: primary\n",
    becomes: "",
    line: "- id: maker-release",
    says: "sources.0.tier: is missing: write one of primary, major, press, secondary, repost [schema]",
  },
  {
    what: "a missing field",
    is: "    text: The parties made the contract larger.\n",
    becomes: "",
    line: "  - date: 2025-09\n",
    says: "events.1.text: is missing: write text [schema]",
  },
  {
    what: "a missing list",
    is: "            sources: [post]\n",
    becomes: "",
    line: "          - low: null",
    says: "events.0.figures.0.disputes.0.sources: is missing: write a list [schema]",
  },
  {
    what: "an empty list of sources",
    is: "    sources: [maker-release, post]\n",
    becomes: "    sources: []\n",
    line: "sources: []",
    says: "events.0.sources: name at least one source id [schema]",
  },
  {
    what: "a year without quotes",
    file: "rates/capex-maker.yaml",
    is: 'as_of: "2025"',
    becomes: "as_of: 2025",
    line: "as_of: 2025",
    says: 'as_of: write it in quotes: "2025" [schema]',
  },
  {
    what: "a date in other order",
    is: "date: 2025-03-11",
    becomes: "date: 11-03-2025",
    line: "date: 11-03-2025",
    says: 'sources.1.date: write a date as "2025-10-06", "2025-10" or "2025", in quotes [schema]',
  },
  {
    what: "an amount in words",
    is: "low: 60e9",
    becomes: "low: 60 billion",
    line: "low: 60 billion",
    says: "events.1.figures.0.low: write a number [schema]",
  },
  {
    what: "an id with capitals",
    is: "  - org: buyer",
    becomes: "  - org: Buyer",
    line: "- org: Buyer",
    says: "parties.0.org: write an id in kebab-case, for example oracle-openai-300b [schema]",
  },
  {
    what: "an address that is none",
    is: "https://post.example/contract",
    becomes: "post.example",
    line: "url: post.example",
    says: "sources.1.url: write an address that begins with https:// or http:// [schema]",
  },
  {
    what: "a text that is too short",
    is: "summary: Buyer rents computing from Maker over seven years.",
    becomes: "summary: A contract.",
    line: "summary:",
    says: "summary: is too short: at least 20 characters [schema]",
  },
  {
    what: "a text that is too long",
    is: "name: Maker–Buyer cloud contract",
    becomes: `name: ${"Contract ".repeat(20)}`,
    line: "name: Contract",
    says: "name: is too long: at most 120 characters [schema]",
  },
  {
    what: "a negative price",
    file: "model-prices.yaml",
    is: "input: 0.1",
    becomes: "input: -0.1",
    line: "input:",
    says: "0.input: write 0 or more [schema]",
  },
  {
    what: "an entry that is a word",
    is: "  - org: maker\n    role: provider",
    becomes: "  - maker",
    line: "  - maker\n",
    says: "parties.1: write a record of fields, as in schema.ts [schema]",
  },
  {
    what: "a list that is a record",
    file: "people.yaml",
    is: "- id: ada-buyer\n  name: Ada Buyer\n  roles:\n    - org: buyer\n      title: Chief executive",
    becomes: "id: ada-buyer",
    line: "id: ada-buyer",
    says: "(file): write a list: each record begins with “- id:” [schema]",
  },
];

describe("the sentence about", () => {
  test.each(mistakes)("$what", ({ file = contract, is, becomes, line, says }) => {
    const raw = smallKnowledgeWith(file, is, becomes);
    expect(parseFiles(raw).problems.map(sayProblem)).toEqual([`knowledge/${file}:${lineOf(raw, file, line)} ${says}`]);
  });

  test.each([
    ["an open quote", "id: capex", 'id: "capex', 4, /Missing closing "quote/],
    ["a field twice", "term: Capex", "term: Capex\nterm: Capital", 3, /Map keys must be unique: mend the YAML here/],
    ["a tab", "term: Capex", "term:\n\tCapex: 1", 3, /[Tt]ab/],
  ])("%s", (_what, is, becomes, line, says) => {
    const file = "glossary/capex.yaml";
    const { problems, knowledge } = parseFiles(smallKnowledgeWith(file, is, becomes));
    expect(problems[0]).toMatchObject({
      file,
      line,
      field: "(yaml)",
      rule: "yaml",
      message: expect.stringMatching(says),
    });
    expect(knowledge.glossary.map((term) => term.id)).toEqual(["backlog"]);
  });

  test("an empty file", () => {
    const file = "glossary/capex.yaml";
    const raw = [...smallKnowledge().filter((entry) => entry.file !== file), { file, text: "" }];
    expect(parseFiles(raw).problems.map(sayProblem)).toEqual([
      "knowledge/glossary/capex.yaml:1 (file): write a record of fields, as in schema.ts [schema]",
    ]);
  });
});
