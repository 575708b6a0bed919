/** "100 MW at $11M per MW for the shell plus $35M per MW for chips": what each part costs, and all of them. */
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

export const ratesTogether: ReadSum = (sum) => {
  const power = sum.one("power");
  const rates = sum.of("rate");
  if (!power || rates.length < 2 || rates.length > 4 || !sum.complete([power, ...rates])) return null;
  const joined = rates.slice(1).every(({ before }) => /\b(?:plus|and|with|on top)\b|\+|,/i.test(before));
  if (!joined || /\b(?:or|vs\.?|versus|against|instead|low|mid|high|difference|respectively)\b/i.test(sum.words))
    return null;
  const lines = rates.map((rate) => ({ label: rate.text, expression: `${write(power)} * ${write(rate)}` }));
  const all = lines.map((_line, index) => `#${index + 1}`).join(" + ");
  return evaluated([...lines, { label: "in all", expression: all }], {
    title: `${power.text} at ${rates.map(({ text }) => text).join(" and ")}`.slice(0, 120),
    lead: [lines.length + 1],
  });
};
