/** "Lordstown and Milam combined capacity": one figure on record that is of all the deals that are named together. */

import { isMoney, stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { attributeAsked } from "./what-is-asked.ts";

const TOGETHER = gated(
  /\b(?:combined|together|jointly|joint|both|in (?:all|total)|total|between them|sum|add(?:s|ed)? up)\b/i,
);
/** Set against each other they are two. */
const APART = /\b(?:vs\.?|versus|than|difference|gap|each|respectively|larger|bigger|which|share|percent\w*)\b|%/i;

export const figureOfBoth: ReadRule = {
  name: "figure-of-both",
  read(reading: Reading) {
    const { question, names, library, conversation, quantities, asOf, dates } = reading;
    if (conversation.plan !== null || quantities.length > 0 || names.deals.length < 2) return null;
    if (!TOGETHER.test(question) || APART.test(question)) return null;
    const attribute = attributeAsked(question);
    const found = names.deals.flatMap((id) => {
      const deal = library.deals.get(id);
      return (deal ? (stateOn(deal, asOf)?.figures ?? []) : []).flatMap(({ figure, ended }) => {
        const said = library.names.find(figure.label).flatMap(({ refs }) => refs.map((ref) => ref.id));
        const kind =
          attribute === "capacity" ? figure.unit === "GW" : attribute === "value" ? isMoney(figure.unit) : true;
        return ended === null && kind && names.deals.every((one) => said.includes(one)) ? [{ id, figure }] : [];
      });
    });
    const [only, ...more] = found;
    if (!only || more.some(({ figure }) => figure.high !== only.figure.high)) return null;
    return {
      kind: "show-figure",
      subject: only.id,
      attribute: only.figure.unit === "GW" ? "capacity" : "value",
      topic: "",
      figure: only.figure.id,
      asOf: dates.asOf,
    };
  },
};
