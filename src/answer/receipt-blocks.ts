/** The receipt of a calculation, and what has changed in the records since one was made. */
import { createHash } from "node:crypto";
import { amountOfRate } from "../calculator/rate-amount.ts";
import { nameOf, type RecordUse } from "../calculator/worksheet.ts";
import type { Block } from "../doc/doc.ts";
import type { Library } from "../knowledge/library.ts";
import type { Receipt } from "../plan/plan.ts";
import { type Calculation, writeReceipt } from "../plan/receipt.ts";
import type { Context } from "./draft.ts";
import { sayResult } from "./say-result.ts";

type Input = Receipt["inputs"][number];

export function receiptBlocks(plan: Calculation, records: readonly RecordUse[], context: Context): Block[] {
  const now: Receipt = { inputs: records.map(inputOf), rates: markOfRates(context.library) };
  const changed = plan.receipt ? changes(plan.receipt, now, records, context.library) : [];
  const text = writeReceipt(plan, now);
  return [
    ...changed.map((words): Block => ({ type: "note", tone: "caution", text: [{ text: words }] })),
    {
      type: "note",
      tone: "info",
      text: [{ text: "The same again: " }, { text: `/cost receipt:${text}`, style: "code" }],
    },
  ];
}

const keyOf = (use: RecordUse): string => (use.part ? `${use.id}.${use.part}` : use.id);
const inputOf = (use: RecordUse): Input => {
  const { low, mid, high } = use.amount.range;
  return { id: keyOf(use), low, mid, high };
};

function changes(then: Receipt, now: Receipt, records: readonly RecordUse[], library: Library): string[] {
  const out: string[] = [];
  for (const [index, input] of now.inputs.entries()) {
    const before = then.inputs.find((entry) => entry.id === input.id);
    const use = records[index];
    if (!use) continue;
    const name = nameOf(use);
    if (!before) out.push(`Changed since this receipt: ${name} is a new input.`);
    else if (before.low !== input.low || before.mid !== input.mid || before.high !== input.high) {
      const said = (range: Input) => sayResult({ ...use.amount, range }).text;
      const was = said(before) === said(input) ? "its middle" : said(before);
      out.push(`Changed since this receipt: ${name} was ${was}, and is now ${said(input)}.`);
    }
  }
  for (const input of then.inputs)
    if (!now.inputs.some((entry) => entry.id === input.id))
      out.push(`Changed since this receipt: ${nameOfKey(library, input.id)} is no longer an input.`);
  if (out.length === 0 && then.rates !== now.rates)
    out.push("Since this receipt other estimates on record have changed; the inputs of this result have not.");
  return out;
}

const nameOfKey = ({ rates, deals, metrics }: Library, key: string): string => {
  const id = key.split(/[.:]/)[0] ?? key;
  return (rates.get(id) ?? deals.get(id) ?? metrics.get(id))?.name ?? id;
};

const MARKS = new WeakMap<Library, string>();
function markOfRates(library: Library): string {
  let mark = MARKS.get(library);
  if (mark === undefined) {
    const all = library.knowledge.rates.map(({ id, low, mid, high }) => [id, low, mid, high]);
    mark = createHash("sha256").update(JSON.stringify(all)).digest("base64url").slice(0, 8);
    MARKS.set(library, mark);
  }
  return mark;
}

/** A rate that an estimate names, as an input of its receipt. */
export const rateUse = (library: Library, id: string): RecordUse[] => {
  const rate = library.rates.get(id);
  return rate ? [{ type: "rate", id, part: null, rate, amount: amountOfRate(rate) }] : [];
};
