/** "Is the Saline site part of Stargate": whether one deal belongs to another, which is no share of its money. */
import { LEAD } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

const ASKED = new RegExp(
  String.raw`${LEAD}(?:is|are|was|were|isn't|does) (?:the )?§(?: site| campus| project| deal| lease| contract| financing)? (?:(?:a|one|also|really|actually|still|officially) )*(?:part of|in|inside|within|belong to|under) (?:the )?§(?: programme| program| project| deal| umbrella)?\W*$`,
  "iu",
);

export const partOfAsked: ReadRule = {
  name: "part-of",
  read({ question, library, names, dates }) {
    const isDeal = ({ refs }: (typeof names.mentions)[number]) => refs.some(({ type }) => type === "deal");
    // "Rainier" within "Project Rainier" is no other name.
    const isWithin = (one: { start: number; end: number }) =>
      names.mentions.some(
        ({ start, end }) => start <= one.start && end >= one.end && end - start > one.end - one.start,
      );
    const [first, second, ...others] = names.mentions.filter((one) => isDeal(one) && !isWithin(one));
    if (!first || !second || others.length > 0) return null;
    const [start, between, end] = [
      question.slice(0, first.start),
      question.slice(first.end, second.start),
      question.slice(second.end),
    ];
    if (!ASKED.test(`${start}§${between}§${end}`)) return null;
    const idsOf = ({ refs }: typeof first) => refs.flatMap(({ type, id }) => (type === "deal" ? [id] : []));
    const wholes = new Set(idsOf(second));
    // A nickname may mean several deals: one of them may be the part.
    const parts = idsOf(first);
    const within = parts.find((id) => library.deals.get(id)?.part_of.some((whole) => wholes.has(whole)));
    const subject = within ?? parts[0];
    const whole = library.deals.get(idsOf(second)[0] ?? "");
    if (subject === undefined || !whole) return null;
    if (within === undefined)
      return {
        kind: "correct-premise",
        claim: "within",
        deal: subject,
        place: whole.name.slice(0, 80),
        asOf: dates.asOf,
      };
    return {
      kind: "show-figure",
      subject,
      attribute: "fact",
      topic: `part of ${question.slice(second.start, second.end)}`,
      form: "yes-no",
      asOf: dates.asOf,
    };
  },
};
