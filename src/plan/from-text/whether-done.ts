/** "Has the remaining $35bn been funded", "has Nvidia used its right yet": whether what was agreed has come about, of the deal that is meant. */
import type { Deal } from "../../../knowledge/schema.ts";
import { deedDoneAsked } from "../../knowledge/deed-done.ts";
import { family } from "../../knowledge/resolve.ts";
import { topicOf } from "./asked-of-deal.ts";
import { lookup } from "./lookup.ts";
import type { Reading, ReadRule } from "./reading.ts";

export const whetherDone: ReadRule = {
  name: "whether-done",
  read(reading) {
    const { names, question, conversation, library } = reading;
    if (!deedDoneAsked(question) || (names.orgs.length + names.deals.length === 0 && conversation.deal === null))
      return null;
    const plan = lookup.read(reading);
    const found = library.deals.get(
      plan?.kind === "show-figure" ? plan.subject : plan?.kind === "show-deal" ? plan.deal : "",
    );
    const deal = found && (ofAllNamed(reading, found) ?? found);
    return deal
      ? {
          kind: "show-figure",
          subject: deal.id,
          attribute: "status",
          form: "yes-no",
          topic: topicOf(reading),
          asOf: reading.dates.asOf,
        }
      : null;
  },
};

/** "Meta's AMD warrant", where "AMD warrant" names that of somebody else: the one deal of the kind that is of all who are named. */
function ofAllNamed({ names, library }: Reading, found: Deal): Deal | undefined {
  const has = (deal: Deal, org: string) => {
    const group = family(library, org);
    return deal.parties.some((party) => group.has(party.org));
  };
  const outsider = names.orgs.find((org) => !has(found, org));
  if (outsider === undefined) return undefined;
  const alike = (library.dealsOf.get(outsider) ?? []).filter(
    (deal) =>
      deal.kind === found.kind &&
      names.orgs.every((org) => has(deal, org)) &&
      found.parties.some((party) => has(deal, party.org)),
  );
  return alike.length === 1 ? alike[0] : undefined;
}
