/** "Was Nvidia in it?", "did Humain join too?": whether somebody has a part in the deal on the table, or in a part of it. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const MAX_WORDS = 10;
const TOO = "(?:,? (?:too|also|as well|at all|then|again))*";
/** Who it is stands between the verb and what is done. */
const ASKS = new RegExp(
  String.raw`^(?:is|are|was|were|isn['’]?t|wasn['’]?t) .{2,40}? (?:also |even |ever )?(?:in (?:it|that|this|there|on (?:it|that|this)|the (?:round|deal|group|mix))|(?:a )?part of (?:it|that|this|the (?:round|deal|group))|involved(?: in (?:it|that|this|the (?:round|deal)))?|among them|one of them|on board|taking part)${TOO}[\s?.!]*$|^(?:did|does|do|has|have|had|will|is|didn['’]?t) .{2,40}? (?:also |even |ever )?(?:join(?:ed|ing)?(?: in)?(?: (?:it|them|that|the (?:round|deal)))?|t(?:ake|ook|aken|aking) part(?: in (?:it|that|this|the (?:round|deal)))?|participat(?:e|ed|ing)(?: in (?:it|that|this|the (?:round|deal)))?|c(?:o|a)me in(?: on (?:it|that|this))?)${TOO}[\s?.!]*$`,
  "i",
);

/** What may stand beside the name: "was Apple?", "also Intel?", "and Samsung". */
const BESIDE =
  /^\s*(?:(?:and|so|but|or|also|is|are|was|were|did|does|has|have)\b[\s,]*)*(?:too|also|as well)?[\s?.!,]*$/i;
const ASKS_WHETHER =
  /^(?:(?:and|so|but|or)\b[\s,]*)*(?:is|are|was|were|did|does|has|have|also)\b|\b(?:too|also|as well)[\s?.!]*$/i;

/** Nothing but a name, after who has a part: theirs is asked for, where they have one or another's was asked before. */
function isNameAfterParties({ question, names, library, conversation }: Reading, deal: Deal, org: string): boolean {
  const { plan } = conversation;
  if (plan?.kind !== "show-figure" || plan.attribute !== "parties") return false;
  const mention = names.mentions.find(({ refs }) => refs.some(({ id }) => id === org));
  if (!mention || !BESIDE.test(question.slice(0, mention.start) + question.slice(mention.end))) return false;
  const own = family(library, org);
  return ASKS_WHETHER.test(question) || plan.form === "yes-no" || deal.parties.some((party) => own.has(party.org));
}

export const tookPart: ReadRule = {
  name: "took-part",
  read(reading) {
    const { question, names, library, dates, conversation } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    const [org, ...others] = names.orgs;
    const { text } = bareOf(question);
    if (!deal || !org || others.length + names.people.length + names.places.length > 0) return null;
    if ((last !== "show-figure" && last !== "show-deal") || text.split(/\s+/).length > MAX_WORDS) return null;
    if ((!ASKS.test(text) && !isNameAfterParties(reading, deal, org)) || names.deals.some((id) => id !== deal.id))
      return null;
    const own = family(library, org);
    // Or in the round that it is a part of.
    const round = deal.part_of.flatMap((id) => library.deals.get(id) ?? []).filter(({ kind }) => kind === deal.kind);
    const its = [deal, ...(library.partsOf.get(deal.id) ?? []), ...round].find(({ parties }) =>
      parties.some((party) => own.has(party.org)),
    );
    if (its)
      return {
        kind: "show-figure",
        subject: its.id,
        attribute: "parties",
        topic: `is ${orgName(library, org)} part of it`,
        form: "yes-no",
        asOf: dates.asOf,
      };
    // What the record says of them is looked up.
    return library.textOf(deal).includes(` ${orgName(library, org).toLowerCase()} `)
      ? null
      : { kind: "correct-premise", claim: "part", deal: deal.id, orgs: [org], asOf: dates.asOf };
  },
};
