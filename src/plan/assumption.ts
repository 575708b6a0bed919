/** An assumption as somebody writes it ("80%", "70", "7 %") → the expression that takes its place in a calculation. */
import type { Input } from "../calculator/chain/names.ts";

type Kind = { unit: string; share?: true; least: number; most: number; example: string };
const KINDS: Readonly<Partial<Record<Input, Kind>>> = {
  load: { unit: "", share: true, least: 0.01, most: 1, example: "0.8 or 80%" },
  pue: { unit: "", least: 1, most: 3, example: "1.2" },
  overhead: { unit: "", least: 1, most: 3, example: "1.4" },
  server: { unit: "", least: 1, most: 5, example: "1.53" },
  network: { unit: "", least: 1, most: 5, example: "1.14" },
  price: { unit: "USD/MWh", least: 0.01, most: 10_000, example: "70 (dollars per MWh)" },
  life: { unit: "years", least: 0.5, most: 100, example: "5 (years)" },
  "facility-life": { unit: "years", least: 0.5, most: 100, example: "15 (years)" },
  debt: { unit: "/year", share: true, least: 0, most: 1, example: "6.5%" },
  capital: { unit: "/year", share: true, least: 0, most: 1, example: "6.75%" },
  sold: { unit: "", share: true, least: 0.01, most: 1, example: "80%" },
  margin: { unit: "", share: true, least: 0, most: 0.99, example: "25%" },
  late: { unit: "", share: true, least: 0, most: 1, example: "40%" },
  "it-share": { unit: "", share: true, least: 0, most: 1, example: "67%" },
  rent: { unit: "USD/gpu-hour", least: 0.01, most: 1_000, example: "2.60 (dollars per GPU-hour)" },
  "chip-power": { unit: "kW/chip", least: 0.01, most: 100, example: "1.2 (kW)" },
  "rack-power": { unit: "kW/rack", least: 0.1, most: 10_000, example: "132 (kW)" },
  home: { unit: "kWh/year/home", least: 100, most: 100_000, example: "10,715 (kWh a year)" },
};

export const exampleOf = (input: Input): string => KINDS[input]?.example ?? "a number";

/** Null where it is no number, or none that can be meant. */
export function parseAssumption(input: Input, text: string): string | null {
  const kind = KINDS[input];
  const match =
    /^\$?\s*(\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*[-–]\s*\$?(\d[\d,]*(?:\.\d+)?|\.\d+))?\s*(%)?\s*(?:years?|yrs?|usd|dollars?|kw|kwh)?(?:\s*(?:\/|per|an?)\s*[a-z-]+)?$/i.exec(
      text.trim(),
    );
  if (!kind || !match) return null;
  const numbers = [match[1], match[2] ?? match[1]].map((word) => Number((word ?? "").replaceAll(",", "")));
  // "80" for a share is 80 %.
  const factor = kind.share && (match[3] || Math.max(...numbers) > 1) ? 0.01 : 1;
  const [low = 0, high = 0] = numbers.map((value) => Number((value * factor).toPrecision(12))).sort((a, b) => a - b);
  if (low < kind.least || high > kind.most || (match[3] && !kind.share)) return null;
  const said = low === high ? `${low}` : `${low}-${high}`;
  if (kind.unit === "/year") return `(${low === high ? low * 100 : `${low * 100}-${high * 100}`} %/year)`;
  return kind.unit === "" ? said : `${said} ${kind.unit}`;
}
