/** A recorded amount in the currency that is asked for: "Mistral's Swedish investment in US dollars". */

import { runWorksheet } from "../calculator/worksheet.ts";
import type { Span } from "../doc/doc.ts";
import { isMoney, type StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import type { Asked } from "./show-figure.ts";
import { resultSpans } from "./worksheet-blocks.ts";

const INTO =
  /\b(?:in|into|to|as|terms of) (?:us |american )?(dollars?|usd|\$|euros?|eur|pounds?(?: sterling)?|sterling|gbp)(?![a-z])|\bhow many (?:us |american )?(dollars?|euros?|pounds?)\b|\b(dollar|euro|sterling) (?:value|equivalent|amount|terms)\b/i;
const AS_GIVEN = gated(/\bin (?:US )?(?:dollars|euros|pounds)\b/i);
const CURRENCIES: readonly (readonly [code: string, name: string, words: RegExp])[] = [
  ["USD", "dollars", /dollar|usd|\$/i],
  ["EUR", "euros", /eur/i],
  ["GBP", "pounds", /pound|sterling|gbp/i],
];

/** Empty where no other currency is asked for; says so where no exchange rate of it is on record. */
export function inOtherCurrency({ draft, context, state, topic }: Asked, { figure }: StandingFigure): Span[] {
  const said = INTO.exec(topic);
  const target = CURRENCIES.find(([, , words]) => said && words.test(said[1] ?? said[2] ?? said[3] ?? ""));
  if (!target || !isMoney(figure.unit) || figure.unit === target[0] || figure.per !== undefined) return [];
  const [code, name] = target;
  // As somebody gave it, before anything is worked out.
  const given = state.figures.find(
    (one) =>
      one.ended === null && one.figure.unit === code && one.figure.of === figure.of && AS_GIVEN.test(one.figure.label),
  );
  if (given)
    return [{ text: ` In ${name}: ` }, draft.amount(given.figure, `deal:${state.deal.id}`, state.deal), { text: "." }];
  if (!CURRENCIES.some(([known]) => known === figure.unit))
    return [{ text: ` No exchange rate for ${figure.unit} is on record.` }];
  const own = `@${state.deal.id}:${figure.id}`;
  // Between euros and pounds by way of dollars: each has a rate to them.
  const steps = figure.unit === "USD" || code === "USD" ? [`${own} in ${code}`] : [`${own} in USD`, `#1 in ${code}`];
  const worksheet = runWorksheet(
    steps.map((expression) => ({ label: "", expression })),
    context.library,
    context.asOf,
  );
  const line = worksheet.lines.at(-1);
  if (!line) return [];
  const rates = worksheet.records.flatMap((use) => (use.type === "rate" ? [use.rate] : []));
  const cites = rates.flatMap((rate) => draft.cite(rate, [...rate.sources.map(({ id }) => id), ...rate.cites], 1));
  return [
    { text: ` In ${name} that is ` },
    ...resultSpans({ draft, context, worksheet }, line),
    {
      text: ` at ${rates.map((rate) => `${rate.mid} ${rate.unit}`).join(" and ")}`,
      ...(cites.length > 0 && { cites }),
    },
    { text: "." },
  ];
}
