import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { Plan, type PlanInput } from "../../src/plan/plan.ts";
import { library } from "../fixtures/library.ts";

type Example = { n: number; title: string; expected: Record<string, { value: number; unit: string }> };
const examples = JSON.parse(readFileSync(join(import.meta.dirname, "worked-examples.json"), "utf8")) as Example[];

const power = (gw: number) => ({ low: gw, high: gw, unit: "GW" as const, text: `${gw} GW` });
const usd = (value: number) => ({ low: value, high: value, unit: "USD" as const, text: `$${value}` });
const sheet = (...expressions: string[]): PlanInput => ({
  kind: "evaluate",
  lines: expressions.map((expression) => ({ expression })),
  lead: expressions.length > 1 ? expressions.slice(0, 6).map((_line, index) => index + 1) : [],
});
type EstimateInput = Extract<PlanInput, { kind: "estimate" }>;
const chain = (quantity: EstimateInput["quantity"], rest: Partial<EstimateInput>): PlanInput => ({
  kind: "estimate",
  quantity,
  ...rest,
});
const chips = (chip: string, basis: "it" | "facility") => chain(power(1), { to: "accelerators", chip, basis });
const overhead = (expression: string) => [{ input: "overhead" as const, expression }];
const EPOCH = (life: number) =>
  `@epoch-fit-it-capex.mid * annuity(@epoch-fit-wacc.mid, ${life} years) + @epoch-fit-facility-capex.mid * annuity(@epoch-fit-wacc.mid, 14 years) + $0.9B/GW_it/year`;
const BOTH = (it: number, facility: number) =>
  `@epoch-fit-it-capex.mid / ${it} years + @epoch-fit-facility-capex.mid / ${facility} years`;
const CHIPS = "1 GW_it / (@tdp-gb200 * @ovh-server * @ovh-it)";

/** The plans of each example, by its number. */
const PLANS: Readonly<Record<number, readonly PlanInput[]>> = {
  1: [chain(power(1.2), { rate: { name: "capex-allin-default" } })],
  2: [
    sheet(
      "1 GW * @facility-only.mid",
      "1 GW * mid($30-35B/GW)",
      "1 GW * @nesov-alt-totals.mid",
      "1 GW * mid($55-65B/GW)",
      "#4 / #1",
    ),
  ],
  3: [chain(usd(50e9), { rate: { name: "capex-allin-default" } })],
  4: [
    sheet(
      "@epoch-it / @ovh-facility-peak",
      "@epoch-it / @pue-annual-ai.mid",
      "@epoch-it / @pue-annual-ai.low",
      "200 MW_it * @ovh-facility-peak in MW",
    ),
  ],
  5: [
    sheet(
      "1 GW * @bernstein-1gw * @share-gpu-bernstein",
      "1 GW * @bernstein-1gw * @share-network-bernstein.low",
      "1 GW * @bernstein-1gw * @share-cpu-bernstein",
      "1 GW * @bernstein-1gw * @share-storage-bernstein.mid",
      "1 GW * @bernstein-1gw * @share-me-bernstein.mid",
      "1 GW * @bernstein-1gw - #1 - #2 - #3 - #4 - #5",
    ),
    sheet("$50B * @share-mckinsey", "$50B * 25%", "$50B * 15%"),
  ],
  6: [
    sheet(
      "1 GW * @foxconn-racks",
      "#1 * @rack-price-vr.high",
      "1 GW * @foxconn-1gw - #2",
      "1 GW / #1",
      "#1 * @chips-per-rack",
      "1 GW * @foxconn-1gw / #5",
    ),
  ],
  7: ["H100", "GB200", "GB300"]
    .flatMap((chip) => [chips(chip, "facility"), chips(chip, "it")])
    .concat(
      sheet("1 GW_facility / (@tdp-vr.mid * @ovh-server * @ovh-it * @ovh-facility-peak)"),
      sheet("1 GW_it / (@tdp-vr.mid * @ovh-server * @ovh-it)"),
    ),
  8: [
    sheet("1 GW * @bernstein-1gw / $5.9M/rack"),
    chain(power(1), { to: "racks", chip: "GB200", basis: "facility" }),
    chain(power(1), { to: "racks", chip: "GB200", basis: "facility", assume: overhead("1.2") }),
    sheet("1 GW / (@rack-kw-vr.mid * @ovh-it * 1.2)"),
  ],
  9: [chain(power(1), { to: "energy" }), sheet("1 GW * 1 year in TWh"), chain(power(1), { to: "energy", basis: "it" })],
  10: [chain(power(1), { to: "bill" }), sheet("@foxconn-elec in $/MWh")],
  11: [chain(power(1), { to: "homes" }), sheet("8.76 TWh / (@home-kwh.mid * 1 year)"), sheet("25M homes / 30 GW")],
  12: [chain({ low: 6.57, high: 6.57, unit: "TWh", text: "6.57 TWh" }, { to: "co2" }), sheet("6.57 TWh * @co2-gas")],
  13: [
    chain(
      { low: 6.57, high: 6.57, unit: "TWh", text: "6.57 TWh" },
      { to: "water", assume: [{ input: "pue", expression: "1.2" }] },
    ),
    sheet("6.57 TWh / 1.2 * @wue.mid in gallons"),
  ],
  14: [sheet(BOTH(6, 25), BOTH(5, 14), BOTH(4, 10))],
  15: [sheet("$27B * 6.58%/year", "$27B * annuity(6.58%/year, 24 years)"), chain(usd(42e9), { to: "financing" })],
  16: [sheet(EPOCH(5), EPOCH(3), EPOCH(7), `${BOTH(5, 14)} + $0.9B/GW_it/year`)],
  17: [
    sheet(
      EPOCH(5),
      "#1 / (1 - 25%)",
      "(@rev-per-gwyr.low - #1) / @rev-per-gwyr.low in %",
      EPOCH(3),
      "(@rev-per-gwyr.low - #4) / @rev-per-gwyr.low in %",
    ),
  ],
  18: [sheet(EPOCH(5), CHIPS, "1 GW_it * #1 / (#2 * 95%)", "1 GW_it * #1 / (#2 * 80%)", "1 GW_it * #1 / (#2 * 60%)")],
  19: [
    sheet(
      CHIPS,
      "#1 * 70% * @b200-hr",
      "1 GW_it * @epoch-it / (#2 - $0.9B/year)",
      "#1 * 70% * @h100-hr.mid",
      "1 GW_it * @epoch-it / (#4 - $0.9B/year)",
    ),
  ],
  20: [
    sheet(
      "0.5 GW * $42B/GW",
      "1.5 GW * $44B/GW",
      "2.5 GW * $47B/GW",
      "3 GW * $52B/GW",
      "2.5 GW * $58B/GW",
      "#1 + #2 + #3 + #4 + #5",
      "#6 / 10 GW",
      "8.75 GW * @load-factor.mid * 1 year in TWh",
    ),
  ],
  21: [
    sheet(
      "@oracle-openai-4-5gw-300b.value / @oracle-openai-4-5gw-300b.capacity",
      "#1 / 5 years",
      "@anthropic-amazon-5gw-2026.value / @anthropic-amazon-5gw-2026.capacity",
      "#1 / #3",
      "#2 / (#3 / 10 years)",
    ),
  ],
  22: [
    sheet("4.5 GW / 30 GW in %", "$300B / $1400B in %", "@huang-nvidia-content / @huang-2025 in %"),
    sheet("$358B / @goldman-2031 in %", "5 GW / 16 GW in %"),
  ],
  23: [
    sheet(
      "@openai-compute-2030 / (@openai-rev-2025.mid * 1 year)",
      "@openai-compute-2030 / (@openai-rev-2030 * 1 year)",
      "$1.4T / (@openai-rev-2025.mid * 1 year)",
      "$2T / (@bain-2030 * 1 year)",
    ),
  ],
  24: [sheet("57 M/MW in $/GW", "€8B in USD", "#2 / 240 MW", "£10B in USD")],
  25: [
    sheet(
      "@amd-warrant-shares * (@amd-price-ref.low - $0.01)",
      "@amd-warrant-shares * (@amd-price-ref.mid - $0.01)",
      "@amd-warrant-shares * ($400 - $0.01)",
      "@amd-warrant-shares * (@amd-price-ref.high - $0.01)",
      "@amd-warrant-shares / (1630.6M shares + @amd-warrant-shares) in %",
    ),
  ],
  26: [
    sheet(
      "1 GW * @gas-ccgt-capex.mid",
      "1 GW * @gas-btm-capex.low",
      "1 GW * @gas-btm-capex.high",
      "#2 * 1.3",
      "1 GW * @nuclear-capex.mid",
      "#2 / (1 GW * @capex-allin-default.mid + #2) in %",
    ),
  ],
  27: [chain(power(10), { to: "on-time" }), sheet("10 GW * 5 / 16")],
  28: [
    sheet(
      "1 GW * @foxconn-1gw * @cost-debt.mid * 1 year",
      "1 GW * @epoch-fit-it-capex.mid / 5 years",
      "1 GW * @rev-per-gwyr.low",
    ),
  ],
};

/** How the expected values are written → how figures of an answer are kept. */
const FACTORS: readonly [pattern: RegExp, factor: number][] = [
  [/^USD B/, 1e9],
  [/^million US gal/, 1e6],
];
const factorOf = (unit: string): number => FACTORS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;

const numbersOf = (plans: readonly PlanInput[]): number[] =>
  plans.flatMap((input) => {
    const answer = execute(Plan.parse(input), library, []);
    expect(answer.status, answer.headline.map((span) => span.text).join("")).toBe("answered");
    return answer.figures
      .filter((figure) => figure.origin === "computed")
      .flatMap(({ low, high }) => [low ?? Number.NaN, high ?? Number.NaN]);
  });

describe("the worked examples hold from plans within 0.1 %", () => {
  test("there are 28, each with plans", () => {
    expect(examples.map(({ n }) => n)).toEqual(Object.keys(PLANS).map(Number));
    expect(examples).toHaveLength(28);
  });

  test.each(examples.map((example) => [example.n, example.title, example] as const))("%i %s", (n, _title, example) => {
    const found = numbersOf(PLANS[n] ?? []);
    const missing = Object.entries(example.expected).filter(([, { value, unit }]) => {
      const wanted = value * factorOf(unit);
      return !found.some((number) => Math.abs(number - wanted) <= Math.abs(wanted) * 1e-3);
    });
    expect(missing, `shown: ${found.join(" ")}`).toEqual([]);
  });
});
