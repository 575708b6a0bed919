/** "At Iowa's price", "AWS's rate", "Uptime's average PUE": a record that is named stands for the input of an estimate, and no other is used in its place. */
import type { Rate } from "../../../knowledge/schema.ts";
import type { Input, Link } from "../../calculator/chain/names.ts";
import { words } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** Which records may stand for an input, what must be said for one to be meant, and for which links it counts. */
const FAMILIES: readonly { input: Input; of: RegExp; said: RegExp; to: ReadonlySet<Link> }[] = [
  {
    input: "pue",
    of: /^pue$/,
    said: /\b(?:pue|cooling|overheads?|efficien\w*|building|survey|average)\b/i,
    to: new Set(["power", "it-power", "energy", "bill", "homes", "co2", "accelerators", "racks"]),
  },
  { input: "wue", of: /^water-usage/, said: /\bwater\b/i, to: new Set(["water"]) },
  { input: "carbon", of: /^co2-intensity/, said: /\b(?:co2|carbon|emissions?|footprint)\b/i, to: new Set(["co2"]) },
  {
    input: "life",
    of: /^life-it/,
    said: /\b(?:life|lives|depreciat\w*|schedule|years?)\b/i,
    to: new Set(["depreciation", "yearly-cost", "gpu-hour", "break-even"]),
  },
  {
    input: "rent",
    of: /^gpu-hour-price/,
    said: /\b(?:rent\w*|hour\w*|index|spot|on[- ]demand)\b/i,
    to: new Set(["revenue", "payback"]),
  },
  {
    input: "price",
    of: /^electricity-price/,
    said: /\b(?:electricity|power|energy|prices?|rates?|tariffs?|bill|tab)\b/i,
    to: new Set(["bill", "yearly-cost", "gpu-hour"]),
  },
];

/** The estimate with the records that the question names for its inputs. */
export function withRecordedAssumptions(reading: Reading, plan: PlanInput): PlanInput {
  if (plan.kind === "evaluate") return withRecordedInLines(reading, plan);
  if (plan.kind !== "estimate") return plan;
  const { assume = [] } = plan;
  const named = FAMILIES.flatMap(({ input, of, said, to }) => {
    if (!said.test(reading.question) || !to.has(plan.to ?? "cost") || assume.some((one) => one.input === input))
      return [];
    const rate = rateNamed(reading, of);
    return rate ? [{ input, expression: `@${rate.id}` }] : [];
  });
  return named.length > 0 ? { ...plan, assume: [...assume, ...named] } : plan;
}

/** The same in a worksheet that has the usual record. */
function withRecordedInLines(reading: Reading, plan: Extract<PlanInput, { kind: "evaluate" }>): PlanInput {
  let { lines } = plan;
  for (const { of, said } of FAMILIES) {
    const usual = reading.library.knowledge.rates.find((rate) => of.test(rate.quantity) && rate.default);
    const isUsed = usual && lines.some(({ expression }) => expression.includes(`@${usual.id}`));
    const named = isUsed && said.test(reading.question) ? rateNamed(reading, of) : null;
    if (usual && named)
      lines = lines.map((line) => ({
        ...line,
        expression: line.expression.replaceAll(`@${usual.id}`, `@${named.id}`),
      }));
  }
  return lines === plan.lines ? plan : { ...plan, lines };
}

/** The only record of these, besides the usual one, whose name, place or owner is said. */
function rateNamed({ question, names, library }: Reading, of: RegExp): Rate | null {
  const others = library.knowledge.rates.filter((rate) => of.test(rate.quantity) && !rate.default);
  const text = ` ${words(question).join(" ")} `;
  const isSaid = (name: string): boolean => text.includes(` ${words(name).join(" ")} `);
  const told = others.filter(
    ({ told_by, aliases, org }) =>
      (told_by ?? []).some(isSaid) || aliases.some(isSaid) || (org !== undefined && names.orgs.includes(org)),
  );
  const [only, ...more] = told;
  return only && more.length === 0 ? only : null;
}
