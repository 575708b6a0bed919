/** "How much was raised?", "who put in the most?" after a valuation: asked of the round that set it. */
import { stateOn } from "../../../knowledge/as-of.ts";
import { lookup } from "../lookup.ts";
import { measuresIn } from "../measures.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { attributeAsked } from "../what-is-asked.ts";

const MAX_WORDS = 10;

export const behindValuation: ReadRule = {
  name: "behind-valuation",
  read(reading) {
    const { question, conversation, names } = reading;
    if (conversation.plan?.kind !== "show-metric" || names.deals.length > 0) return null;
    if (question.split(/\s+/).length > MAX_WORDS || measuresIn(question).length > 0) return null;
    const attribute = attributeAsked(question);
    if (attribute === null || attribute === "history" || attribute === "valuation" || attribute === "sources")
      return null;
    const deal = roundBehind(reading);
    if (!deal) return null;
    const plan = {
      kind: "show-figure",
      subject: deal,
      attribute: "valuation",
      topic: "",
      figure: null,
      also: [],
      form: "open",
      asOf: conversation.plan.asOf,
    } as const;
    return lookup.read({
      ...reading,
      conversation: { ...conversation, plan: { ...plan, also: [] }, deal, metric: null },
    });
  },
};

/** The deal whose valuation is the point that was shown. */
function roundBehind({ library, conversation, asOf }: Reading): string | null {
  const shown = conversation.shown?.[0]?.[0];
  const point =
    shown?.record?.type === "metric"
      ? library.metrics.get(shown.record.id)?.points.findLast(({ id }) => id === shown.figure)
      : undefined;
  if (point?.measure !== "valuation") return null;
  const found = library.knowledge.deals.filter((deal) =>
    stateOn(deal, asOf)?.figures.some(
      ({ figure }) =>
        figure.of === "valuation" &&
        figure.unit === point.unit &&
        figure.high === point.high &&
        deal.parties.length > 0,
    ),
  );
  // Of several the one is meant that brought the company money.
  const owner = library.metrics.get(shown?.record?.id ?? "")?.subjects[0];
  const raised = found.filter((deal) => deal.parties.some(({ org, role }) => org === owner && RAISES.has(role)));
  return raised.length === 1 ? (raised[0]?.id ?? null) : null;
}
const RAISES: ReadonlySet<string> = new Set(["issuer", "target", "borrower"]);
