/** "What percentage did it get, and at what price a share": two figures of one purchase of shares, neither of them part of the other. */

import { stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { ReadRule } from "./reading.ts";

const STAKE = /%|\b(?:percent(?:age)?|stake|share of|how much of)\b/i;
const PRICE = gated(/\bprices?\b|\b(?:per|a|each) share\b/i);
const BOTH = /\b(?:and|plus|as well as)\b|&|\+|,|\//i;
const WORKED_OUT = /\b(?:worth|now|today|premium|discount|vs\.?|versus|than|gain|times|higher|lower|more|less)\b/i;

export const stakeAndPrice: ReadRule = {
  name: "stake-and-price",
  read({ question, names, library, asOf, dates, conversation, quantities }) {
    if (conversation.plan !== null || quantities.length > 0 || names.deals.length > 1 || WORKED_OUT.test(question))
      return null;
    if (!STAKE.test(question) || !PRICE.test(question) || !BOTH.test(question)) return null;
    const [first, second, ...others] = names.orgs;
    const named = library.deals.get(names.deals[0] ?? "");
    if (!named && (first === undefined || second === undefined || others.length > 0)) return null;
    const between = (library.dealsOf.get(first ?? "") ?? []).filter(({ parties }) =>
      parties.some(({ org }) => org === second),
    );
    const found = (named ? [named] : between).filter((one) => {
      const own = (stateOn(one, asOf)?.figures ?? []).filter(({ ended }) => ended === null);
      return (
        own.some(({ figure }) => figure.unit === "percent" && figure.of === "stake") &&
        own.some(({ figure }) => figure.of === "price")
      );
    });
    const [deal, ...more] = found;
    if (!deal || more.length > 0) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "stake",
      topic: "what stake",
      also: [{ attribute: "value", topic: "price per share" }],
      asOf: dates.asOf,
    };
  },
};
