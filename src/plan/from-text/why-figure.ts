/** "Why was OpenAI's net loss so big": the sentence of a company's record that says what made the figure what it was. */
import { gated } from "../../knowledge/gated.ts";
import { fitsPeriod } from "../../knowledge/metrics.ts";
import { family } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { measuresIn } from "./measures.ts";
import type { ReadRule } from "./reading.ts";

const WHY = gated(
  /^(?:\W*(?:so|and|but|ok|wait),? )*(?:why|how come|what (?:explains|explained|caused|drove|drives|pushed|inflated|dragged|made|(?:is|was|lies|lay) behind)|what(?:['’]s| is| was) (?:the reason|behind)|reasons? (?:for|behind))\b/i,
);
/** What is said of where an amount came from. */
const CAUSE = gated(
  /\b(?:swollen|inflated|non-cash|one-?off|came from|comes from|because|due to|owing to|driven|revalu\w+|dragged|as (?:\w+ ){1,3}(?:rose|fell|doubled|tripled|quadrupled|grew|climbed))\b/i,
);

export const whyFigure: ReadRule = {
  name: "why-figure",
  read({ question, names, library, dates, conversation, asOf }) {
    const [org, ...others] = names.orgs;
    const measures = measuresIn(question);
    if (!WHY.test(question) || conversation.plan !== null || names.deals.length > 0) return null;
    if (others.length > 0 || measures.length === 0) return null;
    const named = names.mentions.flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "metric" ? [id] : [])));
    const group = org ? family(library, org) : null;
    const words = contentRoots(question);
    const found = library.knowledge.metrics
      .filter(
        ({ id, subjects, points }) =>
          (named.includes(id) || subjects.some((subject) => group?.has(subject))) &&
          points.some(
            ({ measure, period }) =>
              measures.includes(measure) && (dates.period === null || fitsPeriod(period, dates.period)),
          ),
      )
      .flatMap(({ id, facts }) =>
        facts
          .filter(({ text, known }) => CAUSE.test(text) && (known === undefined || known <= asOf))
          .map(({ text }) => ({ id, text, like: contentRoots(text).filter((word) => words.includes(word)).length })),
      )
      .filter(({ like }) => like > 0)
      .sort((a, b) => b.like - a.like);
    const [best] = found;
    return best
      ? { kind: "show-metric", metric: best.id, period: dates.period, words: best.text.slice(0, 400), asOf: dates.asOf }
      : null;
  },
};
