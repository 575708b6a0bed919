/** The deal that a look-up means where another record explains the words better: the round of a time, the one that is called after a place. */
import type { Deal } from "../../../knowledge/schema.ts";
import type { FoundStatement } from "../../knowledge/find-statements.ts";
import { family } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";
import type { Asked } from "./what-is-asked.ts";

/** "How much did Anthropic raise in May 2026, and at what valuation": the round of that time has both, its valuation alone only one. */
export function raiseMeant(
  { library, names, dates }: Reading,
  asked: Asked,
  found: readonly FoundStatement[],
): Deal | undefined {
  const [org, ...others] = names.orgs;
  const [time, ...times] = dates.mentioned;
  const both = [asked.attribute, ...asked.also.map(({ attribute }) => attribute)];
  if (!org || others.length + times.length > 0 || time === undefined) return undefined;
  if (!both.includes("value") || !both.includes("valuation")) return undefined;
  const group = family(library, org);
  return found
    .flatMap(({ statement: { record } }) => library.deals.get(record.id) ?? [])
    .find(
      ({ parties, events }) =>
        parties.some((party) => party.role === "issuer" && group.has(party.org)) &&
        events.some(({ date, figures = [] }) => date.startsWith(time) && figures.some(({ of }) => of === "valuation")),
    );
}

/** "What has Google pledged for Texas": of all that come near, the one of theirs that is called after the place. */
export function calledAfterPlace(
  { library, names, quantities, question }: Reading,
  found: readonly FoundStatement[],
  first: FoundStatement,
): Deal | undefined {
  const places = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "place"));
  if (places.length === 0 || names.orgs.length === 0 || names.deals.length + quantities.length > 0) return undefined;
  const words = places.flatMap(({ start, end }) => contentRoots(question.slice(start, end)));
  const near = found.flatMap(({ statement: { record }, score }) =>
    record.type === "deal" && score >= first.score * NEAR_PLACE ? [record.id] : [],
  );
  // The best of them comes first.
  return near
    .flatMap((id) => library.deals.get(id) ?? [])
    .find(({ name, parties }) => {
      const title = contentRoots(name);
      return (
        words.every((word) => title.includes(word)) &&
        names.orgs.every((org) => parties.some((party) => family(library, org).has(party.org)))
      );
    });
}
const NEAR_PLACE = 0.85;
