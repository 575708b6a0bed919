/** "The first?", "and the latest", "the biggest one" after several amounts of one deal side by side: the one that is meant by its time or its size. */
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { onTable } from "./on-the-table.ts";

const ONE = gated(
  /^(?:(?:how (?:much|big) (?:is|was)|what about) )?(?:the )?(first|earliest|second|third|fourth|last|latest|newest|most recent|biggest|largest|smallest)(?: (?:one|contract|deal|order|tranche|loan))?[\s?.!]*$/i,
);
const PLACES: Readonly<Record<string, number>> = { first: 0, earliest: 0, second: 1, third: 2, fourth: 3 };

export const oneInOrder: ReadRule = {
  name: "one-in-order",
  read(reading) {
    const { question, conversation, dates } = reading;
    const deal = dealOnTable(reading);
    const said = ONE.exec(bareOf(question).text)?.[1]?.toLowerCase();
    if (!deal || said === undefined) return null;
    // One of them may have been asked for already.
    const latest = (conversation.shown ?? []).find((turn) => turn.length > 1) ?? [];
    if (latest.length < 2 || latest.some(({ record, figure }) => record?.id !== deal.id || figure === null))
      return null;
    const all = latest.flatMap((one) => onTable(reading, one) ?? []);
    const units = new Set(all.map(({ dimension }) => JSON.stringify(dimension)));
    if (all.length !== latest.length || units.size > 1) return null;
    const dayOf = (id: string | null) =>
      deal.events.find(({ figures = [] }) => figures.some((one) => one.id === id))?.date;
    const bySize = [...all].sort((a, b) => b.size - a.size);
    const byDay = [...all].sort((a, b) => ((dayOf(a.figure) ?? "") < (dayOf(b.figure) ?? "") ? -1 : 1));
    const meant = /^(?:big|larg)/.test(said)
      ? bySize[0]
      : said === "smallest"
        ? bySize.at(-1)
        : PLACES[said] === undefined
          ? byDay.at(-1)
          : byDay[PLACES[said]];
    return meant
      ? { kind: "show-figure", subject: deal.id, attribute: "value", figure: meant.figure, asOf: dates.asOf }
      : null;
  },
};
