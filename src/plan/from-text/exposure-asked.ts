/** "Oracle's exposure to OpenAI", "how dependent is CoreWeave on OpenAI": the company's figure for it, else the deals between the two. */

import type { DealKind } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { LEAD } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

const OPEN = "(?:exposed|dependent|reliant|tied|beholden|vulnerable|leveraged)";
/** The names stand as "§". */
const ASKED: readonly RegExp[] = [
  `(?:(?:what(?:['’]?s| is)|how (?:big|large|much) is) )?(?:the )?§(?:['’]s?)? (?:total |overall |financial )?(?:exposure|dependen(?:ce|cy)|reliance) (?:to|on) §`,
  `(?:(?:what(?:['’]?s| is)|how (?:big|large|much) is) )?(?:the )?(?:exposure|dependen(?:ce|cy)|reliance) of § (?:to|on) §`,
  `how (?:much )?(?:${OPEN} is|heavily ${OPEN} is) § (?:to|on) §`,
  `how (?:much |heavily )(?:is|does|do) § (?:${OPEN}|depend|rely|hinge|hang)(?: up)? ?(?:to|on) §`,
  `how much (?:exposure )(?:does|has) § (?:have|got)? ?to §`,
  `(?:does|is) § (?:heavily |really |very |so )?(?:${OPEN}|depend|rely|hinge|hang)(?: heavily| a lot| much)?(?: up)? ?(?:to|on) §`,
  `what(?:['’]?s| is) § exposed to (?:with|at) §`,
].map(
  (pattern) =>
    new RegExp(String.raw`${LEAD}${pattern}(?: now| today| currently| a lot| much| heavily| that much)?\W*$`, "iu"),
);
/** In which the one is owed something by the other; a programme of both is neither's exposure. */
const OWED: readonly DealKind[] = [
  "cloud-contract",
  "compute-purchase",
  "chip-supply",
  "supply",
  "energy",
  "investment",
  "equity-stake",
  "financing",
];
const SAYS = gated(/\b(?:expos|depend|relian|reliant|rely|tied|beholden|vulnerab|leverag|hinge|hang)/i);

export const exposureAsked: ReadRule = {
  name: "exposure",
  read({ question, names, library, dates, reread }) {
    if (!SAYS.test(question)) return null;
    const named = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
    const orgs = named.flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : [])));
    if (named.length !== 2 || names.deals.length > 0) return null;
    const asked = named.reduceRight((text, { start, end }) => `${text.slice(0, start)}§${text.slice(end)}`, question);
    if (!ASKED.some((pattern) => pattern.test(asked))) return null;
    const [metric] = [...library.metrics.values()].filter(
      ({ measure, subjects }) =>
        (measure === "exposure" || measure === "customer-share") && orgs.every((org) => subjects.includes(org)),
    );
    if (metric) return { kind: "show-metric", metric: metric.id, words: question, asOf: dates.asOf };
    const [first, second] = named.map(({ start, end }) => question.slice(start, end));
    const plan = reread(`deals between ${first} and ${second}`, true);
    if (plan.kind === "decline") return plan;
    return plan.kind === "find-deals" ? { ...plan, dealKinds: [...OWED] } : null;
  },
};
