/** "At Anthropic's multiple, what would OpenAI's $25B make it worth": the multiple on record of the one on the sales of the other. */
import { gated } from "../../../knowledge/gated.ts";
import { orgName, readNames } from "../../../knowledge/resolve.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const MULTIPLE = /\b(?:(?:revenue|sales|arr|run[- ]rate|valuation|price[- ]to[- ]sales|ev\/\w+) )?multiple\b|\bp\/s\b/i;
const WORTH = gated(/\b(?:worth|valu(?:ed?|ation|es)|market cap)\b/i);

export const multipleOfAnother: ReadSum = (sum) => {
  const { reading, text } = sum;
  const match = MULTIPLE.exec(text);
  if (!match || !WORTH.test(text) || reading.names.orgs.length === 0 || reading.names.orgs.length > 2) return null;
  const owner = readNames(reading.library, text.slice(Math.max(0, match.index - 30), match.index)).orgs.at(-1);
  const [sales, ...more] = sum.terms.filter(({ kind }) => kind !== "year");
  if (!owner || !sales || more.length > 0 || sales.kind !== "money") return null;
  const name = orgName(reading.library, owner);
  const plan = reading.reread(`${name}'s valuation as a multiple of its run-rate revenue`, true);
  if (plan.kind !== "evaluate" || !plan.lines.every(({ expression }) => /[@#]/.test(expression))) return null;
  const at = plan.lead[0] ?? plan.lines.length;
  return evaluated(
    [
      ...plan.lines.map((line, index) =>
        index === at - 1 ? { ...line, label: `multiple of ${name}`.slice(0, 80) } : line,
      ),
      { label: `${sales.text} at the multiple of ${name}`.slice(0, 80), expression: `${write(sales)} * #${at}` },
    ],
    { lead: [plan.lines.length + 1, at], title: `At the multiple of ${name}`.slice(0, 120), asOf: reading.dates.asOf },
  );
};
