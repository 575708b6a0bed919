/** "Nvidia's part?" of a deal that Nvidia has a part in, and whose record has no figure of it: what its sentences say of them. */
import { gated } from "../../../knowledge/gated.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 6;
const PART = gated(/\b(?:part|piece|slice|portion|bit|contribution|chunk|cut|role)\b/i);

export const partOfParty: ReadRule = {
  name: "part-of-party",
  read(reading) {
    const { question, names, conversation, dates, library } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    const { text } = bareOf(question);
    if (!deal || (last !== "show-figure" && last !== "show-deal") || text.split(/\s+/).length > MAX_WORDS) return null;
    if (names.orgs.length !== 1 || !PART.test(text) || !familyHasPart(reading, deal)) return null;
    const name = orgName(library, names.orgs[0] ?? "");
    const figures = deal.events.flatMap((event) => event.figures ?? []);
    // An amount that is called theirs is found by the words.
    const isCalled = figures.some(({ label }) => label.startsWith(`${name}'s `));
    const own = isCalled
      ? undefined
      : deal.facts.find((fact) => fact.text.startsWith(`${name} `) || fact.text.startsWith(`${name}'s `));
    const topic = (own?.text ?? text).slice(0, 400);
    return { kind: "show-figure", subject: deal.id, attribute: "fact", topic, asOf: dates.asOf };
  },
};
