/** "How much of Amazon's money is upfront?" after the round that Amazon's investment is part of: the figure of that part. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, figuresWith } from "./figures-of-record.ts";

const MAX_WORDS = 12;
const AMOUNT = gated(/\bhow (?:much|big|large)\b|\b(?:part|share|piece|portion|cheque|check|money|amount|stake)\b/i);

export const partInAnother: ReadRule = {
  name: "part-in-another",
  read(reading) {
    const { question, conversation, names, quantities, dates } = reading;
    const last = conversation.plan?.kind;
    const deal = dealOnTable(reading);
    const [org, ...more] = names.orgs;
    if (!deal || (last !== "show-figure" && last !== "show-deal") || !org || more.length > 0) return null;
    if (names.deals.length + quantities.length > 0 || question.split(/\s+/).length > MAX_WORDS) return null;
    const { text } = bareOf(question);
    const part = AMOUNT.test(text) && !hasOwn(reading, deal, org) ? partOf(reading, deal, org) : null;
    if (!part) return null;
    const own = names.mentions.find(({ refs }) => refs.some(({ id }) => id === org));
    const words = own ? text.replace(question.slice(own.start, own.end), " ") : text;
    const [figure] = figuresWith(reading, part, words).filter((one) => isMoney(one.figure.unit));
    return {
      kind: "show-figure",
      subject: part.id,
      attribute: "value",
      topic: words.trim().slice(0, 400),
      figure: figure?.figure.id ?? null,
      asOf: dates.asOf,
    };
  },
};

/** Whether the record on the table has money of theirs itself. */
const hasOwn = (reading: Reading, deal: Deal, org: string): boolean =>
  (stateOn(deal, reading.asOf)?.figures ?? []).some(
    ({ figure, ended }) =>
      ended === null &&
      isMoney(figure.unit) &&
      figure.label.startsWith(`${orgName(reading.library, org).split(" ")[0]}`),
  );

/** The only deal that is part of this one, or of the same whole, and that the organisation puts something into. */
function partOf({ library }: Reading, deal: Deal, org: string): Deal | null {
  const parts = library.knowledge.deals.filter(
    (other) =>
      other.id !== deal.id &&
      other.part_of.some((id) => id === deal.id || deal.part_of.includes(id)) &&
      other.parties.some((party) => family(library, org).has(party.org)),
  );
  return parts.length === 1 ? (parts[0] ?? null) : null;
}
