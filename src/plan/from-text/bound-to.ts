/** "Is Microsoft bound to anything at Monarch": where a deal is not signed, or a record says so, nobody is bound by it. */

import type { Deal, Status } from "../../../knowledge/schema.ts";
import { outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { placesOf } from "../../knowledge/names.ts";
import { family } from "../../knowledge/resolve.ts";
import { topicOf } from "./asked-of-deal.ts";
import type { Reading, ReadRule } from "./reading.ts";

const BOUND = gated(
  /^(?:\W*(?:so|and|but|ok|hey)\b)*\W*(?:is|are|was|were)\b.{2,60}\b(?:(?:legally |contractually |actually |really |yet |already )*(?:bound|obliged|obligated|committed|contracted|on the hook|locked in|tied (?:in|up|down|to))|under (?:any |an? )?(?:legal )?obligation)\b|^(?:\W*(?:so|and|but|ok|hey)\b)*\W*(?:has|have|did|does|do)\b.{2,40}\b(?:bound|bind|commit(?:ted)?|tied?|obliged?) (?:itself|themselves)\b/i,
);
const LETTER = gated(/\b(?:letter|loi|mou|memorandum)\b/i);
/** Without a signature nobody is bound. */
const UNSIGNED: ReadonlySet<Status> = new Set<Status>(["letter-of-intent", "rumoured", "lapsed"]);

export const boundTo: ReadRule = {
  name: "bound-to",
  read(reading) {
    const { question, dates, asOf } = reading;
    if (!BOUND.test(question)) return null;
    const amounts = reading.quantities.flatMap(({ quantity: { high } }) => (high === null ? [] : [high]));
    const isOfAmount = ({ events }: Deal) =>
      events.some(({ figures = [] }) =>
        figures.some(({ low, high, headline }) => headline === true && amounts.includes((high ?? low) as number)),
      );
    const all = dealsMeant(reading);
    const statusOf = (one: Deal) => outlineOn(one, dates.asOf ?? asOf)?.status;
    const isLetter = ({ events }: Deal) => events.some((event) => event.status === "letter-of-intent");
    const [deal, ...others] =
      amounts.length > 0
        ? all.filter(isOfAmount)
        : all.length > 1 && LETTER.test(question)
          ? all.filter(isLetter)
          : all;
    const status = deal && statusOf(deal);
    if (!deal || others.length > 0 || !status || !UNSIGNED.has(status)) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "status",
      form: "yes-no",
      topic: `${topicOf(reading)} binding`.slice(0, 400),
      asOf: dates.asOf,
    };
  },
};

function dealsMeant({ names, library, conversation }: Reading): readonly Deal[] {
  const [first, ...rest] = names.orgs;
  const isOf = ({ parties }: Deal) =>
    names.orgs.every((org) => parties.some((party) => family(library, org).has(party.org)));
  if (names.deals.length > 0) return names.deals.flatMap((id) => library.deals.get(id) ?? []).filter(isOf);
  const isAt = ({ sites }: Deal) =>
    names.places.length === 0 || sites.some((site) => placesOf(site).some((place) => names.places.includes(place)));
  if (first === undefined || rest.length + names.places.length === 0) {
    const last = library.deals.get(conversation.deal ?? "");
    return last && isOf(last) ? [last] : [];
  }
  return (library.dealsOf.get(first) ?? []).filter((deal) => isOf(deal) && isAt(deal));
}
