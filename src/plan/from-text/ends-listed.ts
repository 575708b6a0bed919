/** "Deals that run until 2032 or later", "contracts that expire before 2030", "deals with a 90-day exit": a list by when each ends or may be left. */
import { blanked } from "../../knowledge/blanked.ts";
import type { PlanInput } from "../plan.ts";
import { EXIT_WORDS, exitsSaid } from "./constraints/exits.ts";
import { kindsThatLast } from "./constraints/kinds-in.ts";
import { LIVE } from "./constraints/statuses-in.ts";
import { readConstraints } from "./constraints.ts";
import { listHead } from "./list-head.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

type Ends = { endsFrom: number | null; endsTo: number | null };
const RUN = `(?:(?:that|which) )?(?:still |will |would |are |is )*(?:runs?|running|lasts?|lasting|go(?:es)?|going|stretch(?:es|ing)?|extend(?:s|ing)?|reach(?:es|ing)?)(?: on| out)?`;
const END = `(?:(?:that|which) )?(?:will |would |are |is |set to |due to )*(?:expir(?:e|es|ing)|ends?|ending|matur(?:e|es|ing)|runs? out|running out|laps(?:e|es|ing)|up|due)`;
const YEAR = String.raw`(?:the )?(?:end of |year )?(20\d\d)`;
const MORE = String.raw`(?:,? (?:or|and) (?:later|beyond|after|longer|past)|\+)?`;
/** The first that fits says what the year bounds. */
const FORMS: readonly (readonly [RegExp, (year: number, next: number) => Ends])[] = [
  [
    new RegExp(String.raw`\b(?:${RUN}|${END}) (?:between|from) ${YEAR} (?:and|to) ${YEAR}`, "i"),
    (from, to) => ({ endsFrom: from, endsTo: to }),
  ],
  [
    new RegExp(String.raw`\b(?:${RUN}|${END}) (?:past|beyond|after|later than) ${YEAR}`, "i"),
    (year) => ({ endsFrom: year + 1, endsTo: null }),
  ],
  [
    new RegExp(String.raw`\b${RUN} (?:until|till|to|through|into)(?: at least)? ${YEAR}${MORE}`, "i"),
    (year) => ({ endsFrom: year, endsTo: null }),
  ],
  [
    new RegExp(String.raw`\b${END} (?:in )?${YEAR},? (?:or|and) (?:later|beyond|after)`, "i"),
    (year) => ({ endsFrom: year, endsTo: null }),
  ],
  [new RegExp(String.raw`\b(?:${RUN}|${END}) before ${YEAR}`, "i"), (year) => ({ endsFrom: null, endsTo: year - 1 })],
  [
    new RegExp(String.raw`\b${END} (?:by|no later than|in ${YEAR} or (?:earlier|before)) ?${YEAR}`, "i"),
    (year) => ({ endsFrom: null, endsTo: year }),
  ],
  [new RegExp(String.raw`\b${END} (?:in|during) ${YEAR}`, "i"), (year) => ({ endsFrom: year, endsTo: year })],
];

export const endsListed: ReadRule = {
  name: "ends-listed",
  read(reading) {
    const { question, conversation } = reading;
    if (conversation.plan !== null || listHead(reading)?.head !== "deals" || superlativeIn(question)) return null;
    for (const [pattern, boundsOf] of FORMS) {
      const match = pattern.exec(question);
      const years = match?.slice(1).filter(Boolean).map(Number) ?? [];
      if (match && years[0] !== undefined)
        return planFor(reading, match.index, match.index + match[0].length, boundsOf(years[0], years[1] ?? 0));
    }
    const exits = exitsSaid(question);
    return exits
      ? planFor(reading, exits.start, exits.end, { endsFrom: null, endsTo: null }, EXIT_WORDS.join(" "))
      : null;
  },
};

/** The rest of the question is read as any other list; the year is of the end and of no announcement. */
function planFor(reading: Reading, start: number, end: number, ends: Ends, text = ""): PlanInput | null {
  const question = blanked(reading.question, [{ start, end }]);
  const dates = { ...reading.dates, mentioned: [], spans: [], since: null, until: null, asOf: null, lately: null };
  const found = readConstraints({ ...reading, question, dates });
  if (found.rest.length > 0 || found.denied !== "") return null;
  const { rest: _rest, measure: _measure, denied: _denied, ...filter } = found;
  const lasting = kindsThatLast(question);
  return {
    kind: "find-deals",
    ...filter,
    dealKinds: filter.dealKinds.includes("energy") || !lasting ? filter.dealKinds : [...lasting],
    // What is only talked about ends nowhere.
    statuses:
      filter.statuses.length > 0 || text !== "" ? filter.statuses : LIVE.filter((status) => status !== "rumoured"),
    ...ends,
    text,
    sort: "value",
    asOf: null,
  };
}
