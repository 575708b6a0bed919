/** The deals in which all who are named have a part. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";

/** Of a year, where one is said; none where nobody is named. */
export function dealsBetween({ names, library, dates, question }: Reading): Deal[] {
  if (names.orgs.length === 0) return [];
  const all = library.knowledge.deals.filter(({ parties }) =>
    names.orgs.every((org) => parties.some((party) => family(library, org).has(party.org))),
  );
  const years = dates.mentioned.map((date) => date.slice(0, 4));
  const [year] = years.length > 0 ? years : (/\b20\d\d\b/.exec(question) ?? []);
  return year ? all.filter(({ events }) => events[0]?.date.startsWith(year)) : all;
}
