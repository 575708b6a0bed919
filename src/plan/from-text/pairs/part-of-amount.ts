/** "What share of SoftBank's $64.6B is the follow-on": the whole is said by its amount, and the part stands in the same record. */
import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { isMoney, pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { dealsBetween } from "./deals-between.ts";
import { withoutNames } from "./demands.ts";
import { operationIn } from "./operation.ts";

type Amount = Figure | Point;
type Found = { id: string; name: string; whole: Amount; part: Amount; said: number };

/** Null where no record of those named has the amount, or none of its smaller figures is told by the words alone. */
export function partOfAmount(reading: Reading): PlanInput | null {
  const { question, quantities, names, conversation } = reading;
  const [only, ...more] = quantities;
  if (conversation.plan !== null || !only || more.length > 0 || names.orgs.length === 0) return null;
  if (
    !isMoney(only.quantity.unit) ||
    operationIn(question)?.form !== "share" ||
    !OF.test(question.slice(0, only.start))
  )
    return null;
  const words = new Set(contentRoots(withoutNames(reading)));
  const found = recordsOf(reading)
    .flatMap((record) => partsIn(record, only.quantity.high, words))
    .sort((a, b) => b.said - a.said);
  const [best, next] = found;
  if (!best || best.said === 0 || (next && next.said === best.said && size(next.part) !== size(best.part))) return null;
  const lines = [best.part, best.whole].map((figure) => ({
    label: `${best.name}, ${figure.label}`.slice(0, 80),
    expression: `@${best.id}:${figure.id}`,
  }));
  return evaluated([...lines, { label: "share", expression: "#1 / #2 in %" }], {
    title: `${best.name}: ${best.part.label} of ${best.whole.label}`.slice(0, 120),
    lead: [3, 1, 2],
  });
}
/** The amount is what something is a share of. */
const OF = /\bof\b[^,;?]{0,40}$/i;

type Owned = { id: string; name: string; figures: readonly Amount[] };

function recordsOf(reading: Reading): Owned[] {
  const { library, names } = reading;
  const today = library.completeTo;
  const deals = dealsBetween({ ...reading, question: "", dates: { ...reading.dates, mentioned: [] } });
  const metrics = library.knowledge.metrics.filter(({ subjects }) => names.orgs.some((org) => subjects[0] === org));
  return [
    ...deals.map(({ id, name }) => {
      const deal = library.deals.get(id);
      const state = deal ? stateOn(deal, today) : null;
      return { id, name, figures: state?.figures.flatMap(({ figure, ended }) => (ended ? [] : [figure])) ?? [] };
    }),
    ...metrics.map((metric) => ({
      id: metric.id,
      name: metric.name,
      figures: pointsOn(metric, today).map(({ point }) => point),
    })),
  ];
}

const size = ({ low, high }: Amount): number => high ?? low ?? 0;

/** With how many of the words the label of a part has that the label of the whole has not. */
function partsIn({ id, name, figures }: Owned, amount: number, words: ReadonlySet<string>): Found[] {
  const whole = figures.find((one) => isMoney(one.unit) && !one.per && Math.abs(size(one) - amount) <= amount * 0.01);
  if (!whole) return [];
  const known = new Set(contentRoots(whole.label));
  return figures
    .filter((one) => one.unit === whole.unit && !one.per && size(one) < size(whole) && one.of === whole.of)
    .map((part) => {
      const own = new Set(contentRoots(`${part.label} ${part.id.replace(/-/g, " ")}`));
      const said = [...own].filter((root) => words.has(root) && !known.has(root)).length;
      // Of two that have as many words the one that has few others.
      return { id, name, whole, part, said: said + said / own.size };
    });
}
