/** "A 300 MW shell at $12M a megawatt and 900 racks at $4M": what the power costs and what the things in it cost, together. */
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const TOGETHER = /\b(?:and|plus|with|fill\w*|then)\b|\+|,/i;

export const buildAndFill: ReadSum = (sum) => {
  const [power, rate] = [sum.one("power"), sum.one("rate")];
  const [things, price] = [sum.one("racks", "chips"), sum.one("unit-price")];
  if (!power || !rate || !things || !price || !sum.complete([power, rate, things, price])) return null;
  const thing = things.kind === "racks" ? "rack" : "chip";
  if (!price.unit.endsWith(`/${thing}`) || !/^[A-Z]{3}\/[kMG]W$/.test(rate.unit) || !TOGETHER.test(sum.words))
    return null;
  if (/\b(?:per|how many|which|vs\.?|versus|or|share|percent)\b|%/i.test(sum.words)) return null;
  return evaluated(
    [
      { label: power.text, expression: `${write(power)} * ${write(rate)}` },
      { label: things.text, expression: `${write(things)} * ${write(price)}` },
      { label: "together", expression: "#1 + #2" },
    ],
    { title: `${power.text} and ${things.text}`.slice(0, 120), lead: [3, 1, 2] },
  );
};
