/** "What share of the loan did JPMorgan take": one of the two figures has to be JPMorgan's own, and not that of all the lenders. */
import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import type { FigurePair } from "../../../knowledge/figure-pairs.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";

const ACTS = /\b(?:did|does|do|has|have|had|will|would|can|could)\s+(?:the\s+)?$/i;

/** Whether the one who is said to act has one of the two figures; where nobody is said to, any two will do. */
export function hasActorsOwn(reading: Reading, { first, second }: FigurePair): boolean {
  const actors = reading.names.mentions
    .filter(({ start }) => ACTS.test(reading.question.slice(0, start)))
    .flatMap(({ refs }) => refs.filter(({ type }) => type === "org").map(({ id }) => id));
  return actors.length === 0 || actors.some((org) => isTheirs(reading, org, first) || isTheirs(reading, org, second));
}

function isTheirs({ library }: Reading, org: string, { record, figure }: FigureCandidate): boolean {
  const group = family(library, org);
  const { name = org, aliases = [] } = library.organisations.get(org) ?? {};
  const says = (text: string): boolean => {
    const roots = new Set(contentRoots(text));
    return [name, orgName(library, org), ...aliases].some((one) => {
      const words = contentRoots(one);
      return words.length > 0 && words.every((word) => roots.has(word));
    });
  };
  if (says(`${figure.label} ${figure.id.replaceAll("-", " ")}`)) return true;
  const metric = record.type === "metric" ? library.metrics.get(record.id) : undefined;
  if (metric) return metric.subjects.some((subject) => group.has(subject)) || says(metric.name);
  const deal = library.deals.get(record.id);
  if (!deal) return true;
  const givers = deal.flows.filter((flow) => flow.figure === figure.id).map(({ from }) => from);
  return says(deal.name) || (givers.length > 0 && givers.every((from) => group.has(from)));
}
