/** A receipt holds a calculation and what the records said: it is the plan itself in a short form, kept nowhere else. */
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type Plan, type PlanOf, Plan as PlanSchema, type Receipt } from "./plan.ts";

export type Calculation = PlanOf<"estimate"> | PlanOf<"evaluate">;
const MARK = "g1-";
/** Longer texts are no receipts: nothing larger is ever inflated. */
const MAX_RECEIPT = 4_000;
const MAX_PLAN = 20_000;

export function writeReceipt(plan: Calculation, receipt: Receipt): string {
  const body = JSON.stringify({
    plan: sparse({ ...plan, receipt: null }),
    inputs: receipt.inputs.map(({ id, low, mid, high }) => [id, low, mid, high]),
    rates: receipt.rates,
  });
  // A plan is short: a small window holds it, and is set up in a quarter of the time.
  const packed = deflateRawSync(body, { level: 9, windowBits: 12, memLevel: 5 }).toString("base64url");
  return `${MARK}${checksum(packed)}${packed}`;
}

/** Null where the text is no receipt, or one that was changed. */
export function readReceipt(text: string): Calculation | null {
  if (!text.startsWith(MARK) || text.length > MAX_RECEIPT) return null;
  const [sum, packed] = [text.slice(MARK.length, MARK.length + 4), text.slice(MARK.length + 4)];
  if (checksum(packed) !== sum) return null;
  try {
    const body = JSON.parse(
      inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: MAX_PLAN }).toString("utf8"),
    ) as { plan: object; inputs: [string, number, number, number][]; rates: string };
    const receipt: Receipt = {
      inputs: body.inputs.map(([id, low, mid, high]) => ({ id, low, mid, high })),
      rates: body.rates,
    };
    const plan: Plan = PlanSchema.parse({ ...body.plan, receipt });
    return plan.kind === "estimate" || plan.kind === "evaluate" ? plan : null;
  } catch {
    return null;
  }
}

const checksum = (packed: string): string => createHash("sha256").update(packed).digest("base64url").slice(0, 4);

/** What stands at its default is left out: the schema puts it back. */
const sparse = (plan: object): object =>
  Object.fromEntries(
    Object.entries(plan).filter(
      ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
