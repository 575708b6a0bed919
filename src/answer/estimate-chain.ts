/** Any link of the chain from any other: worked out line by line, with assumptions that can be changed. */
import { defaultInput } from "../calculator/chain/choose-inputs.ts";
import { findWay } from "../calculator/chain/find-way.ts";
import { INPUTS, type Input, type Link } from "../calculator/chain/names.ts";
import { runWorksheet } from "../calculator/worksheet.ts";
import type { Action, Block, Rich } from "../doc/doc.ts";
import type { Given, PlanOf } from "../plan/plan.ts";
import { changeInputs, costLine } from "./cost-line.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import type { Applied } from "./estimate-rate.ts";
import { dealBlocks, fromRecord } from "./estimated-deals.ts";
import { receiptBlocks } from "./receipt-blocks.ts";
import { capital, compactGiven, keepGiven, sayGiven } from "./say-given.ts";
import { unusedBlocks } from "./unused-assumptions.ts";
import { dealWarnings, inputsBlock, moversBlock, resultSpans, type Sheet, workingBlock } from "./worksheet-blocks.ts";

const LABELS: Record<Link, string> = {
  power: "Power of the site",
  "it-power": "IT power",
  cost: "Capital cost",
  accelerators: "Accelerators",
  racks: "Racks",
  energy: "Energy a year",
  "it-energy": "Energy of the IT a year",
  bill: "Electricity bill",
  homes: "Homes",
  co2: "CO2 a year",
  water: "Water on site a year",
  depreciation: "Depreciation",
  financing: "Interest",
  "running-cost": "Running costs without energy",
  "yearly-cost": "Yearly cost of owning and running",
  "gpu-hour": "Cost of a GPU-hour sold",
  "break-even": "Break-even revenue",
  revenue: "Rental revenue",
  payback: "Time to pay back",
  generation: "Own generation",
  "on-time": "Power on time",
};

/** What the result is not, for links that are read wrongly most often. */
const WARNINGS: Partial<Record<Link, string>> = {
  energy: "Gigawatts are a rate, terawatt-hours an amount: the load factor is average draw over nameplate.",
  homes: "Press figures assume that the site runs flat out all year, and so count more homes.",
  co2: "Generation only, where the site is: no line losses, methane or construction.",
  water: "Water on site only; power plants use more. It goes with IT energy, not facility energy.",
  financing: "Interest on the whole sum, before any repayment.",
  generation: "Own generation is not in the usual estimates of a gigawatt: it comes on top.",
  "on-time": "Late is not cancelled: this is a haircut for timing.",
  revenue: "Spot prices would hardly hold for so many chips.",
  "gpu-hour": "The owner's cost: no software, sales or margin. Hours sold are not the electrical load.",
  payback: "Simple payback: revenue less running costs, at one price throughout.",
  accelerators: "Sized by peak power; the overheads were measured on sites of 2025.",
};

/** Results that are as large as the hours in which the power is used. */
const AT_FULL_LOAD: ReadonlySet<Link> = new Set(["energy", "bill", "homes"]);

const UNITS: Record<Given["unit"], string> = {
  GW: "GW",
  USD: "USD",
  EUR: "EUR",
  GBP: "GBP",
  count: "chips",
  TWh: "TWh",
  tCO2: "tonnes",
  L: "L",
};

export function estimateChain(plan: PlanOf<"estimate">, applied: Applied, context: Context): Answer {
  const { quantity } = plan;
  const from = fromOf(plan);
  const to = plan.to ?? (from === "cost" ? "power" : "cost");
  const own = new Map(plan.assume.map(({ input, expression }) => [input, expression]));
  const rate = applied.rate ? `@${applied.rate.id}` : `${applied.range.low}-${applied.range.high} ${applied.unit}/GW`;
  const used = new Set<Input>();
  const input = (name: Input): string => {
    used.add(name);
    // Whoever gives a PUE means it for the power of the site as well as for its energy.
    const meant = name === "overhead" && !own.has(name) && own.has("pue") ? "pue" : name;
    used.add(meant);
    const said = own.get(meant) ?? (name === "rate" ? rate : defaultInput(context.library, name, plan.chip));
    return said.startsWith("(") || /^[@\d.]\S*$/.test(said) ? said : `(${said})`;
  };
  const basisOfCost = costBasis(from, plan.basis, applied.rate?.basis ?? "unknown");
  const worksheetNow = () => {
    const lines = findWay({
      from,
      given: writeGiven(quantity, from),
      to,
      input,
      label: (link) => LABELS[link],
      costBasis: basisOfCost,
    });
    return runWorksheet(lines, context.library, context.asOf);
  };
  const worksheet = worksheetNow();
  /** What others mean who give no load: all hours of the year. */
  const flatOut = (): Rich => {
    own.set("load", "1");
    const full = { ...sheet, worksheet: worksheetNow() };
    const last = full.worksheet.lines.at(-1);
    return last ? [{ text: " Flat out, in all hours of the year: " }, ...resultSpans(full, last), { text: "." }] : [];
  };
  const draft = new Draft(context);
  keepGiven(draft, quantity, fromRecord(plan, context));
  const sheet: Sheet = { draft, context, worksheet };
  const answer = worksheet.lines.at(-1);
  if (!answer) throw new Error("a way without a line");
  const said = from === "cost" || quantity.unit === "GW" ? sayGiven(quantity) : `${sayGiven(quantity)}${thing(from)}`;
  const basis =
    from === "it-power"
      ? " of IT power"
      : plan.basis === "facility" && quantity.unit === "GW"
        ? " of facility power"
        : "";
  const warning = WARNINGS[to];
  const blocks: Block[] = [
    { type: "heading", text: "Working" },
    workingBlock(sheet),
    ...moversBlock(sheet, answer),
    ...inputsBlock(sheet),
    changeBlock(plan, [...used], to),
    ...unusedBlocks(plan, used),
    ...(warning ? [{ type: "note", tone: "info", text: [{ text: warning }] } as const] : []),
    ...dealBlocks(draft, plan, context),
    ...dealWarnings(sheet),
    ...receiptBlocks(plan, worksheet.records, context),
  ];
  const headline: Rich = [
    { text: `${LABELS[to]} for ${said}${basis}: ` },
    ...resultSpans(sheet, answer),
    { text: "." },
    ...(AT_FULL_LOAD.has(to) && used.has("load") && !own.has("load") ? flatOut() : []),
  ];
  return draft.done({
    status: "answered",
    kind: "estimate",
    title: capital(
      `${LABELS[to].toLowerCase().replace("gpu", "GPU").replace("co2", "CO2").replace("it ", "IT ")} for ${said}`,
    ),
    headline,
    blocks,
    actions: [...otherLinks(plan, to), changeInputs(plan)],
  });
}

/** Links that follow from the one that was asked for, one click away. */
const NEXT: Partial<Record<Link, readonly Link[]>> = {
  energy: ["bill", "homes", "co2", "water"],
  bill: ["yearly-cost", "energy"],
  accelerators: ["racks", "gpu-hour", "revenue"],
  depreciation: ["financing", "yearly-cost"],
  financing: ["depreciation", "yearly-cost"],
  "yearly-cost": ["break-even", "gpu-hour"],
  "gpu-hour": ["break-even", "payback"],
};

const otherLinks = (plan: PlanOf<"estimate">, to: Link): Action[] =>
  (NEXT[to] ?? []).map((link) => ({ label: LABELS[link], line: costLine({ ...plan, to: link }) }));

/** A gigawatt whose basis one side does not say is taken as the other side counts it; else the rate's own basis holds. */
function costBasis(from: Link, said: "it" | "facility" | null, rate: "it" | "facility" | "unknown") {
  if (rate === "unknown") return from === "it-power" ? "it" : "facility";
  return rate === "it" && from === "power" && said === null ? "facility" : rate;
}

function fromOf({ from, quantity, basis }: PlanOf<"estimate">): Link {
  const link = from ?? BY_UNIT[quantity.unit];
  return link === "power" && basis === "it" ? "it-power" : link;
}

const BY_UNIT: Record<Given["unit"], Link> = {
  GW: "power",
  USD: "cost",
  EUR: "cost",
  GBP: "cost",
  count: "accelerators",
  TWh: "energy",
  tCO2: "co2",
  L: "water",
};

const YEARLY: ReadonlySet<Link> = new Set([
  "bill",
  "depreciation",
  "financing",
  "running-cost",
  "yearly-cost",
  "break-even",
  "revenue",
]);

function writeGiven({ low, high, unit }: Given, from: Link): string {
  const word = unit === "count" ? (from === "racks" ? "racks" : from === "homes" ? "homes" : "chips") : UNITS[unit];
  const basis = from === "it-power" ? "_it" : "";
  const amount = low === high ? `${low} ${word}${basis}` : `${low}-${high} ${word}${basis}`;
  return YEARLY.has(from) ? `${amount} / 1 year` : amount;
}

const thing = (from: Link): string =>
  from === "racks" ? " racks" : from === "homes" ? " homes" : from === "accelerators" ? " chips" : "";

/** The assumptions that went in, and the line that changes them. */
function changeBlock(plan: PlanOf<"estimate">, used: readonly Input[], to: Link): Block {
  const options = INPUTS.filter((name) => used.includes(name) && EXAMPLES[name]).map((name) => EXAMPLES[name]);
  const line = `/cost ${compactGiven(plan.quantity)} to:${to} ${options.slice(0, 4).join(" ")}`;
  return { type: "text", text: [{ text: "Change an assumption: " }, { text: line.trim(), style: "code" }] };
}

const EXAMPLES: Partial<Record<Input, string>> = {
  rate: "rate:bernstein",
  load: "load:0.8",
  pue: "pue:1.15",
  price: "price:70",
  life: "life:6",
  debt: "debt:7%",
  sold: "sold:70%",
  margin: "margin:25%",
  "chip-power": "chip:GB300",
  rent: "chip:H100",
};
