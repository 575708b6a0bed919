/** "How much of it is Narvik", "how much of that goes to Texas": the part of the deal on the table that is called so, and no other deal there. */

import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const PART = gated(
  /^how (?:much|many (?:gws?|mws?|gigawatts?|megawatts?|gpus|chips|shares)) of (?:it|that|this|those|them|the (?:total|whole|money|capacity|power)) (?:is|are|was|were|goes to|go to|went to|is for|is in|is at|sits in|comes from) (?:for |in |at |the )*(.{3,40}?)[\s?.!]*$/i,
);

export const partCalled: ReadRule = {
  name: "part-called",
  read(reading) {
    const { question, names, conversation, dates, asOf } = reading;
    const deal = dealOnTable(reading);
    const [, called = ""] = PART.exec(bareOf(question).text) ?? [];
    if (!deal || called === "" || names.orgs.length + names.people.length > 0) return null;
    if (names.places.length + names.deals.length === 0 || names.deals.includes(deal.id)) return null;
    const roots = contentRoots(called);
    const shown = conversation.shown?.[0]?.[0]?.figure;
    const figures = (stateOn(deal, asOf)?.figures ?? []).filter(({ ended }) => ended === null);
    const last = figures.find(({ figure }) => figure.id === shown)?.figure.unit;
    // How much is no number of things.
    const unit = /^how much/i.test(bareOf(question).text) && (last === "count" || last === "shares") ? undefined : last;
    const [only] = figures
      .sort((a, b) => Number(isMoney(b.figure.unit)) - Number(isMoney(a.figure.unit)))
      .filter(
        ({ figure: { label, unit: own } }) =>
          (unit === undefined || own === unit) && roots.every((word) => contentRoots(label).includes(word)),
      );
    return only && roots.length > 0
      ? { kind: "show-figure", subject: deal.id, attribute: "value", figure: only.figure.id, asOf: dates.asOf }
      : null;
  },
};
