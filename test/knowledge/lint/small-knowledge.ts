/** A few records that hold to every rule, as texts: a test changes a line and sees what the lint says. */
import type { RawFile } from "../../../knowledge/list-files.ts";

const texts: Readonly<Record<string, string>> = {
  "deals/maker-buyer-cloud.yaml": `id: maker-buyer-cloud
name: Maker–Buyer cloud contract
aliases: [maker cloud, buyer cloud]
kind: cloud-contract
summary: Buyer rents computing from Maker over seven years.
parties:
  - org: buyer
    role: customer
  - org: maker
    role: provider
same_campus: [maker-plains]
related: [maker-old-contract]
events:
  - date: 2025-03-10
    text: Maker and Buyer signed a contract for computing.
    status: definitive
    figures:
      - id: value
        of: contract
        label: Value over seven years
        low: 38e9
        high: 38e9
        unit: USD
        qualifier: about
        term: seven years
        printed: about $38 billion
        headline: true
        sources: [maker-release]
        disputes:
          - low: null
            high: 40e9
            unit: USD
            qualifier: up-to
            says: "The Post: up to 40 billion."
            sources: [post]
        preferred_because: It is what the party itself wrote.
    sources: [maker-release, post]
  - date: 2025-09
    text: The parties made the contract larger.
    figures:
      - id: value
        of: contract
        label: Value over seven years
        low: 60e9
        high: null
        unit: USD
        qualifier: at-least
        printed: more than $60 billion
        headline: true
        sources: [post-later]
      - id: capacity
        of: capacity
        label: Planned power
        low: 0.6
        high: 0.6
        unit: GW
        qualifier: exact
        basis: it
        printed: 600 MW
        headline: true
        sources: [post-later]
      - id: accelerators
        of: count
        label: Accelerators
        low: null
        high: 200e3
        unit: count
        qualifier: up-to
        counted: Maker accelerators
        sources: [post-later]
    sources: [post-later]
  - date: 2025-12-01
    text: Maker said that no number of accelerators had been agreed.
    ends: [accelerators]
    sources: [later-shared]
facts:
  - about: terms
    text: Buyer pays each month for what it has ordered.
    known: 2025-03-10
    sources: [maker-release]
flows:
  - from: buyer
    to: maker
    what: cash
    figure: value
    sources: [maker-release]
  - from: maker
    to: buyer
    what: compute
confidence: high
sources:
  - id: maker-release
    title: Maker and Buyer sign a contract
    publisher: Maker
    date: 2025-03-10
    url: https://maker.example/contract
    tier: primary
  - id: post
    title: Buyer signs with Maker
    publisher: The Post
    date: 2025-03-11
    url: https://post.example/contract
    tier: major
  - id: post-later
    title: Buyer and Maker enlarge their contract
    publisher: The Post
    date: 2025-09-20
    url: https://post.example/larger
    tier: major
`,
  "deals/maker-old-contract.yaml": `id: maker-old-contract
name: First contract of Maker and Buyer
kind: cloud-contract
summary: A smaller contract that another one has replaced.
parties:
  - org: buyer
    role: customer
  - org: maker
    role: provider
events:
  - date: 2025-03-10
    text: Maker and Buyer signed a first contract.
    status: definitive
    sources: [later-shared]
  - date: 2025-06
    text: A larger contract took its place.
    status: superseded
    sources: [later-shared]
contested:
  - text: The Post gave no amount, and Maker gives none.
    sources: [first-page]
    known: 2025-03-10
confidence: medium
sources:
  - id: first-page
    title: A first contract
    publisher: The Post
    date: 2025-03-10
    url: https://post.example/first
    tier: major
`,
  "deals/maker-plains.yaml": `id: maker-plains
name: Maker Plains campus
kind: site
summary: The campus on which Maker serves Buyer.
parties:
  - org: maker
    role: developer
part_of: []
supersedes: [maker-old-contract]
same_campus: [maker-buyer-cloud]
events:
  - date: 2025-03-10
    text: Maker announced the campus.
    status: announced
    sources: [later-shared]
facts:
  - about: site
    text: The campus stands on a former airfield.
    sources: [blog]
confidence: low
sources:
  - id: blog
    title: A campus on the plains
    publisher: Plains Blog
    date: null
    undated: day-not-found
    url: https://plains.example/campus
    tier: secondary
`,
  "metrics/buyer-revenue.yaml": `id: buyer-revenue
name: Buyer revenue
aliases: [buyer sales]
subjects: [buyer]
measure: revenue
points:
  - id: revenue-2024
    of: revenue
    label: Revenue in 2024
    low: 3.7e9
    high: 3.7e9
    unit: USD
    qualifier: exact
    measure: revenue
    period: "2024"
    as_of: 2025-01-20
    type: actual
    sources: [later-shared]
  - id: revenue-2025
    of: revenue
    label: Revenue in 2025
    low: 10e9
    high: 12e9
    unit: USD
    qualifier: about
    measure: revenue
    period: "2025"
    as_of: 2025-02-01
    type: forecast
    sources: [later-shared]
headline: revenue-2024
deals: [maker-buyer-cloud]
confidence: medium
sources: []
`,
  "topics/who-pays.yaml": `id: who-pays
name: Who pays for it
summary: The debate on who pays for the computing of Buyer.
orgs: [buyer, maker]
people: [ada-buyer]
deals: [maker-buyer-cloud]
facts:
  - about: criticism
    text: An analyst asked in public who would pay.
    known: 2025-04
    sources: [later-shared]
sources: []
`,
  "rates/capex-analyst.yaml": `id: capex-analyst
name: Analyst, March 2025
aliases: [analyst]
quantity: capex-per-gw
low: 30e9
mid: 40e9
high: 50e9
unit: USD/GW
includes: Everything on the campus.
org: maker
person: ada-buyer
as_of: 2025-03
default: true
cites: [later-shared]
confidence: medium
sources: []
`,
  "rates/capex-maker.yaml": `id: capex-maker
name: Maker, 2025
quantity: capex-per-gw
low: null
mid: null
high: null
unit: USD/GW
includes: The shell alone.
as_of: "2025"
confidence: low
note: No page gives the amount.
sources: []
`,
  "glossary/backlog.yaml": `id: backlog
term: Backlog
definition: Orders and contracts in hand that are still to be delivered.
said_by: Maker
see: [capex]
deals: [maker-buyer-cloud]
cites: [later-shared]
`,
  "glossary/capex.yaml": `id: capex
term: Capex
definition: Money spent on things that last for years.
`,
  "organisations.yaml": `- id: buyer
  name: Buyer
  aliases: [Buyer Inc]
  kind: ai-lab
- id: maker
  name: Maker
  parent: holding
  tickers: [MKR]
  kind: cloud
- id: holding
  name: Holding
  kind: investor
`,
  "people.yaml": `- id: ada-buyer
  name: Ada Buyer
  roles:
    - org: buyer
      title: Chief executive
`,
  "sources.yaml": `- id: later-shared
  title: A page that several records use
  publisher: The Wire
  date: 2026-01-02
  url: https://wire.example/shared
  tier: major
`,
  "model-prices.yaml": `- model: small-1
  input: 0.1
  cached_input: 0.01
  output: 0.5
  as_of: 2025-06
  sources:
    - id: maker-prices
      title: Prices
      publisher: Maker
      date: null
      undated: price-list
      url: https://maker.example/prices
      tier: primary
`,
  "meta.yaml": `complete_to: "2026-01-31"
`,
};

export const smallKnowledge = (): RawFile[] => Object.entries(texts).map(([file, text]) => ({ file, text }));

/** The same with one text in a file replaced, once; the text must stand there. */
export function smallKnowledgeWith(file: string, is: string, becomes: string): RawFile[] {
  const text = texts[file];
  if (!text?.includes(is)) throw new Error(`${file} has no “${is}”`);
  return smallKnowledge().map((raw) => (raw.file === file ? { file, text: text.replace(is, () => becomes) } : raw));
}

/** The line, from one, on which a text first stands. */
export function lineOf(raw: readonly RawFile[], file: string, text: string): number {
  const at = raw.find((entry) => entry.file === file)?.text.indexOf(text) ?? -1;
  if (at < 0) throw new Error(`${file} has no “${text}”`);
  return (
    (raw
      .find((entry) => entry.file === file)
      ?.text.slice(0, at)
      .match(/\n/g)?.length ?? 0) + 1
  );
}
