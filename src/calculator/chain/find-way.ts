/** From one link to another as lines of a worksheet, by the fewest relations. */
import { CalculationError } from "../calculation-error.ts";
import type { Line } from "../worksheet.ts";
import type { Input, Link } from "./names.ts";
import { RATIOS, RELATIONS, type Relation } from "./relations.ts";

export type ChainQuestion = {
  from: Link;
  /** What is given, as an expression: "10 GW". */
  given: string;
  to: Link;
  /** Each input as an expression: a record or the asker's own number. */
  input(name: Input): string;
  label(link: Link): string;
  /** Whose gigawatts the rate counts: an IT rate is laid on IT power where the power's basis is known. */
  costBasis: "it" | "facility";
};

export function findWay(question: ChainQuestion): Line[] {
  const lines: Line[] = [{ label: question.label(question.from), expression: question.given }];
  const at = new Map<Link, number>([[question.from, 1]]);
  reach(question.to, question, lines, at);
  return lines;
}

function reach(to: Link, question: ChainQuestion, lines: Line[], at: Map<Link, number>): number {
  const known = at.get(to);
  if (known) return known;
  const ratio = RATIOS[to];
  if (ratio) {
    const refs = ratio.of.map((link) => `#${reach(link, question, lines, at)}`);
    return add(to, fill(ratio.expression(refs), question), question, lines, at);
  }
  let last = 0;
  let link = question.from;
  for (const step of shortest(question.from, to, relationsFor(question.costBasis))) {
    const sign = step.from === link ? "*" : "/";
    const next = step.from === link ? step.to : step.from;
    const expression = `#${at.get(link)} ${sign} (${fill(step.factor, question)})`;
    last = at.get(next) ?? add(next, expression, question, lines, at);
    link = next;
  }
  return last;
}

function add(link: Link, expression: string, question: ChainQuestion, lines: Line[], at: Map<Link, number>): number {
  const place = lines.push({ label: question.label(link), expression });
  at.set(link, place);
  return place;
}

const relationsFor = (basis: "it" | "facility"): readonly Relation[] =>
  basis === "facility"
    ? RELATIONS
    : RELATIONS.map((relation) =>
        relation.factor.includes("{rate}")
          ? // Energy is bought at the meter, also where the cost is counted by IT power.
            { ...relation, from: "it-power" as const, factor: relation.factor.replace("{load}", "{load} * {pue}") }
          : relation,
      );

function fill(template: string, { input }: ChainQuestion): string {
  return template.replace(/\{([a-z-]+)\}/g, (_whole, name: string) => input(name as Input));
}

function shortest(from: Link, to: Link, relations: readonly Relation[]): Relation[] {
  if (RATIOS[from]) throw new CalculationError("no-way", from, to);
  const came = new Map<Link, Relation | null>([[from, null]]);
  // A map is walked while it grows: nearer links first.
  for (const link of came.keys()) {
    if (link === to) break;
    for (const relation of relations) {
      const next = relation.from === link ? relation.to : relation.to === link ? relation.from : null;
      if (next && !came.has(next)) came.set(next, relation);
    }
  }
  const way: Relation[] = [];
  for (let link = to; link !== from; ) {
    const relation = came.get(link);
    if (!relation) throw new CalculationError("no-way", from, to);
    way.unshift(relation);
    link = relation.to === link ? relation.from : relation.to;
  }
  return way;
}
