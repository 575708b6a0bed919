/** "How big is theirs?" after a sentence that names somebody: the amount of the record that is called theirs. */

import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const ASKS = gated(
  /^(?:how (big|large|much|many \w+) (?:is|are|was|were) theirs|(?:the )?(size|capacity|power|value|cost) of theirs|theirs)[\s?.!]*$/i,
);

export const theirs: ReadRule = {
  name: "theirs",
  read(reading) {
    const { question, conversation, library, asOf, dates } = reading;
    const found = ASKS.exec(bareOf(question).text);
    const last = conversation.plan;
    const deal = dealOnTable(reading);
    if (!found || !deal || last?.kind !== "show-figure" || last.subject !== deal.id) return null;
    const named = library.names
      .find(last.topic)
      .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [orgName(library, id)] : [])));
    const inMoney = /much|value|cost/i.test(found[0]);
    const called = (stateOn(deal, asOf)?.figures ?? []).filter(
      ({ figure, ended }) =>
        ended === null &&
        named.some((name) => figure.label.startsWith(`${name}'s`)) &&
        (inMoney ? isMoney(figure.unit) : figure.unit === "GW"),
    );
    const [only, ...more] = called;
    if (!only || more.length > 0) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: inMoney ? "value" : "capacity",
      topic: only.figure.label,
      figure: only.figure.id,
      asOf: dates.asOf,
    };
  },
};
