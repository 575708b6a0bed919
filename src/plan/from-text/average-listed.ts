/** "The mean size of Oracle's bonds", "average value of SoftBank's acquisitions": of all deals that a list would have. */

import type { Status } from "../../../knowledge/schema.ts";
import { isOver } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { figureFor, findDeals } from "../../knowledge/query.ts";
import { readConstraints } from "./constraints.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { evaluated } from "./sums/sum.ts";

const AVERAGE = gated(
  /\b(?:(?:what(?:['’]?s| is| was) )?(?:the )?(?:average|avg|mean|median)(?: (?:deal|ticket|contract|bond|loan|cheque|check))?(?: (?:sizes?|values?|amounts?|prices?|worth))?(?: (?:of|for|across|in))?(?: all)?(?: the)?|on average)\b/i,
);
const PLURAL = gated(
  /\b(?:bonds|bond sales|loans|acquisitions|takeovers|stakes|investments|bets|contracts|deals|financings|rounds|pledges|guarantees|backstops)\b/i,
);
const OTHER =
  /\b(?:per|a (?:year|month|gw)|annual\w*|yearly|monthly|gws?|gigawatts?|mws?|megawatts?|power|capacity|years?|term|length|rate|interest|revenue|capex|valuation|share|%)\b/i;
const FIRM: ReadonlySet<Status> = new Set(["definitive", "under-construction", "operational", "completed"]);
const [FEWEST, MOST] = [2, 12];

export const averageListed: ReadRule = {
  name: "average-listed",
  read(reading) {
    const { question, names, quantities, dates, library, asOf } = reading;
    if (names.orgs.length !== 1 || names.deals.length + names.people.length + names.places.length > 0) return null;
    if (quantities.length > 0 || !AVERAGE.test(question) || !PLURAL.test(question) || OTHER.test(question)) return null;
    const rest: Reading = { ...reading, question: question.replace(AVERAGE, (said) => " ".repeat(said.length)) };
    const { parties, rest: left, denied, measure, ...found } = readConstraints(rest);
    if (left.length > 0 || denied !== "" || found.among.length > 0) return null;
    const deals = findDeals(library, { ...found, orgs: parties, text: "" }, "value", asOf).filter(
      ({ status }) => !isOver(status),
    );
    // Of what is not agreed nobody knows what it comes to.
    if (!deals.every(({ status }) => FIRM.has(status))) return null;
    const sized = deals.flatMap((state) => {
      const standing = figureFor(state, "value", measure);
      return standing && !standing.figure.per ? [{ deal: state.deal, figure: standing.figure }] : [];
    });
    const [first] = sized;
    if (!first || sized.length < FEWEST || sized.length > MOST) return null;
    // Unlike money has no average.
    if (sized.some(({ figure }) => figure.unit !== first.figure.unit || figure.of !== first.figure.of)) return null;
    const lines = sized.map(({ deal, figure }) => ({
      label: deal.name.slice(0, 80),
      expression: `@${deal.id}:${figure.id}`,
    }));
    const all = lines.map((_line, at) => `#${at + 1}`).join(" + ");
    return evaluated([...lines, { label: `average of ${lines.length}`, expression: `(${all}) / ${lines.length}` }], {
      title: "Average",
      lead: [lines.length + 1, ...lines.slice(0, 5).map((_line, at) => at + 1)],
      asOf: dates.asOf,
    });
  },
};
