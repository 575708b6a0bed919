/** Ratios that have a name: debt to equity, loan to value, coverage, leverage. What is above and below the line is told by the words beside each amount. */
import { gated, type Pattern } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

type Named = { name: string; asked: Pattern; above: Pattern; below: Pattern; percent: boolean };

const DEBT = gated(/\b(?:debt|loans?|borrow\w*|lent|notes?|bonds?)\b/i);
const NAMED: readonly Named[] = [
  {
    name: "debt to equity",
    asked: /\bdebt[- ](?:to|over|\/)[- ]equity\b|\bd\/e\b|\bgearing\b|\bleverage\b/i,
    above: DEBT,
    below: /\bequity\b/i,
    percent: false,
  },
  {
    name: "loan to value",
    asked: /\bloan[- ]to[- ]value\b|\bltv\b/i,
    above: DEBT,
    below: /\b(?:value[ds]?|worth|collateral|assets?|chips?|gpus?|campus|build\w*|cost|price|capex)\b/i,
    percent: true,
  },
  {
    name: "loan to cost",
    asked: /\bloan[- ]to[- ]cost\b|\bltc\b/i,
    above: DEBT,
    below: /\b(?:cost|capex|budget|build|project)\b/i,
    percent: true,
  },
  {
    name: "coverage",
    asked: /\b(?:dscr|coverage|covers?)\b/i,
    above: /\b(?:rent|revenue|ebitda|income|cash ?flow|noi|earnings)\b/i,
    below: /\b(?:debt service|interest|payments?|service)\b/i,
    percent: false,
  },
  {
    name: "cap rate",
    asked: /\bcap(?:itali[sz]ation)?[- ]rate\b|\byield on cost\b/i,
    above: /\b(?:noi|(?:net )?(?:operating )?income|rent|ebitda|earnings)\b/i,
    below: /\b(?:assets?|value[ds]?|price|worth|cost|campus|build\w*|portfolio|property|paid)\b/i,
    percent: true,
  },
  {
    name: "debt to EBITDA",
    asked: /\bdebt[- ](?:to|over|\/)[- ]ebitda\b|\bleverage\b/i,
    above: DEBT,
    below: /\bebitda\b/i,
    percent: false,
  },
];

export const namedRatios: ReadSum = (sum) => {
  const amounts = sum.of("money", "flow");
  const [first, second, ...more] = amounts;
  if (!first || !second || more.length > 0 || !sum.complete(amounts)) return null;
  for (const { name, asked, above, below, percent } of NAMED) {
    if (!asked.test(sum.words)) continue;
    const near = (term: Term): string => `${beside(term.before).at(-1)} ${beside(term.after)[0]}`;
    const is = (term: Term, words: Pattern): boolean => words.test(near(term).replace(asked, " "));
    const [a, b] = is(first, above) || is(second, below) ? [first, second] : [second, first];
    if (!(is(a, above) || is(b, below)) || (is(b, above) && !is(b, below))) continue;
    // "$16B of financing with 2B of equity": the debt is the rest of it.
    const rest = name === "debt to equity" && WHOLE.test(near(a)) && !DEBT.test(near(a).replace(asked, " "));
    if (rest)
      return evaluated([{ label: name, expression: `(${write(a)} - ${write(b)}) / (${write(b)})` }], {
        title: `${a.text} with ${b.text} of equity`.slice(0, 120),
      });
    // "14 of the 16 billion is debt": what is lent against a value is a part of it.
    const turned = percent && a.high > b.high && PART_OF.test(b.after);
    const [top, bottom] = (turned ? [b, a] : [a, b]).map((term) =>
      write({ ...term, unit: term.unit.split("/")[0] ?? "USD" }),
    );
    return evaluated([{ label: name, expression: `${top} / (${bottom})${percent ? " in %" : ""}` }], {
      title: (turned ? `${b.text} over ${a.text}` : `${a.text} over ${b.text}`).slice(0, 120),
    });
  }
  return null;
};

const PART_OF = /^\s*(?:out )?of(?: the| its| a)*\s*$/i;
const WHOLE = gated(/\b(?:financing|package|project|deal|raise[sd]?|total|altogether|in all|capital|funding)\b/i);

/** What stands in the same part of the sentence. */
const beside = (text: string): string[] => text.split(/[,;:?]|\b(?:and|against|vs\.?|versus|on|over|with|to)\b/i);
