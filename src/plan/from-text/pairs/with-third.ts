/** "Whose deal with Corning is larger, Meta's or Nvidia's": each figure is of one of the two and of the third whom both deal with. */
import type { Library } from "../../../knowledge/library.ts";
import type { Mention } from "../../../knowledge/names.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";
import type { Operand } from "./operands.ts";

/** False where one of the two figures has nothing to do with the third, or both are of the same of the two. */
export function areWithThird({ names, library, question }: Reading, operands: readonly Operand[]): boolean {
  const [a, b, ...others] = operands;
  const named = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
  const either = named.flatMap((one, at) => {
    const next = named[at + 1];
    return next && /^['’]s\s+or\s+$/i.test(question.slice(one.end, next.start)) && ITS.test(question.slice(next.end))
      ? [[one, next] as const]
      : [];
  });
  const [pair, ...more] = either;
  if (!a || !b || !pair || others.length + more.length > 0) return true;
  const told = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org" || type === "deal"));
  const thirds = told.filter((one) => one !== pair[0] && one !== pair[1]);
  const [third] = thirds;
  if (!third || thirds.length > 1) return true;
  const isOf = (operand: Operand, mention: Mention) => involves(library, operand, orgsOf(mention));
  const [first, second] = pair;
  const ones = (x: Operand, y: Operand) => isOf(x, first) && isOf(y, second);
  if (a.record.id !== b.record.id)
    return (
      (ones(a, b) || ones(b, a)) &&
      [a, b].every((one) => one.record.type !== "deal" || isOf(one, third) || isWithin(library, one, third))
    );
  // Of one record the figures are told apart by whose they are.
  const says = ({ figure }: Operand, mention: Mention) =>
    orgsOf(mention).some((org) => figure.label.includes(orgName(library, org)));
  return (says(a, first) && says(b, second)) || (says(a, second) && says(b, first));
}
/** Nothing is owned behind the second: "Meta's or Nvidia's stake" leaves out the noun of the first as well. */
const ITS = /^['’]s\b/i;

const orgsOf = ({ refs }: Mention): string[] => refs.flatMap(({ type, id }) => (type === "org" ? [id] : []));

/** "In OpenAI's 2026 round": it, or a part of it. */
const isWithin = (library: Library, { record }: Operand, { refs }: Mention): boolean =>
  refs.some(
    ({ type, id }) =>
      type === "deal" && (record.id === id || (library.deals.get(record.id)?.part_of.includes(id) ?? false)),
  );

const involves = (library: Library, { record }: Operand, orgs: readonly string[]): boolean => {
  const bearers =
    record.type === "metric"
      ? (library.metrics.get(record.id)?.subjects ?? [])
      : (library.deals.get(record.id)?.parties.map(({ org }) => org) ?? []);
  return orgs.some((org) => bearers.some((one) => family(library, org).has(one) || family(library, one).has(org)));
};
