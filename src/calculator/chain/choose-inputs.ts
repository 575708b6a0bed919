/** Which record an input stands for where the asker gives none: the default of its kind, by chip where there is one. */
import type { Rate } from "../../../knowledge/schema.ts";
import type { Library } from "../../knowledge/library.ts";
import { words } from "../../knowledge/words.ts";
import { CalculationError } from "../calculation-error.ts";
import type { Input } from "./names.ts";

const QUANTITIES: Readonly<Record<Exclude<Input, "rate" | "margin" | "it-share">, string>> = {
  load: "load-factor",
  pue: "pue",
  price: "electricity-price",
  life: "life-it",
  "facility-life": "life-facility",
  debt: "cost-of-debt",
  capital: "cost-of-capital",
  opex: "opex-share",
  sold: "sold-hours",
  rent: "gpu-hour-price",
  "chip-power": "accelerator-power",
  server: "overhead-server",
  network: "overhead-it",
  overhead: "overhead-facility",
  "rack-power": "rack-power",
  "chips-per-rack": "chips-per-rack",
  home: "home-energy",
  carbon: "co2-intensity",
  wue: "water-usage",
  generation: "generation-capex",
  late: "slip-rate",
};

/** The chip that is meant where none is named: the one that most published figures are for. */
const DEFAULT_CHIP = "GB200";

/** The record of an input as an expression. */
export function defaultInput(library: Library, input: Input, chip: string | null): string {
  if (input === "margin") return "0";
  // The split of the cost model that can be checked against three published points.
  if (input === "it-share")
    return "(@epoch-fit-it-capex.mid / (@epoch-fit-it-capex.mid + @epoch-fit-facility-capex.mid))";
  if (input === "rate") {
    const first = library.knowledge.rates.find((rate) => rate.quantity === "capex-per-gw" && rate.default);
    if (!first) throw new CalculationError("no-figure", input);
    return `@${first.id}`;
  }
  const rate = rateOf(library, QUANTITIES[input], chip);
  if (!rate) throw new CalculationError("no-figure", chip ? `${input.replace("-", " ")} of ${chip}` : input);
  return `@${rate.id}`;
}

function rateOf(library: Library, quantity: string, chip: string | null): Rate | undefined {
  const rates = library.knowledge.rates.filter(
    (rate) => rate.quantity === quantity && (rate.low ?? rate.mid ?? rate.high) !== null,
  );
  const forChips = rates.filter((rate) => rate.chip);
  if (forChips.length > 0 && forChips.length === rates.length) {
    const wanted = chip ?? DEFAULT_CHIP;
    return (
      rates.find((rate) => isChip(rate, wanted)) ??
      (chip === null || quantity === "gpu-hour-price" ? rates.find((rate) => isChip(rate, "B200")) : undefined)
    );
  }
  return rates.find((rate) => rate.default) ?? rates[0];
}

/** "gb300", "GB300 NVL72", "vera rubin", "vr200": the words that are left out never tell two chips apart. */
export function isChip(rate: Rate, chip: string): boolean {
  const said = chipWords(chip);
  const have = chipWords([rate.chip ?? "", rate.name, ...rate.aliases].join(" "));
  return said.length > 0 && said.every((word) => have.some((own) => own === word || own.replace(/\d$/, "") === word));
}

const SAME: Readonly<Record<string, string>> = {
  vr200: "rubin",
  vr: "rubin",
  b300: "gb300",
  ironwood: "tpu",
  mi450: "mi455x",
  tpu7x: "tpu",
  trn2: "trainium2",
  trn3: "trainium3",
};
/** "Trainium 3" is Trainium3. */
const GENERATION = /\b(trainium|trn)\s(\d)\b/gi;
const chipWords = (text: string): string[] =>
  words(text.replace(GENERATION, "$1$2"))
    .map((word) => word.replace(/s$/, ""))
    .filter((word) => !["nvidia", "amd", "aws", "google", "nvl72", "nvl144", "vera", "v7", "the"].includes(word))
    .map((word) => SAME[word] ?? word);

/** Chips that the records know, for suggestions. */
export const chipNames = (library: Library): string[] => [
  ...new Set(
    library.knowledge.rates
      .filter((rate) => rate.quantity === "accelerator-power" && rate.mid !== null)
      .flatMap((rate) => rate.chip ?? []),
  ),
];
