/** "And in May?" after a figure that has changed since: the same figure as it stood then. */
import { stateOn } from "../../../knowledge/as-of.ts";
import { findDates, lastDayOf } from "../../dates.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf, namesOnly } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const MAX_WORDS = 7;

export const atAnotherTime: ReadRule = {
  name: "at-another-time",
  read(reading) {
    const { question, conversation, names, library } = reading;
    const last = conversation.plan;
    const deal = dealOnTable(reading);
    if (!deal || (last?.kind !== "show-figure" && last?.kind !== "show-deal")) return null;
    const [shown] = conversation.shown?.[0] ?? [];
    if (shown?.record?.id !== deal.id || shown.figure === null || question.split(/\s+/).length > MAX_WORDS) return null;
    const { text } = bareOf(question);
    const { spans, mentioned, asOf, until } = findDates(text, library.completeTo);
    if (spans.length === 0 || names.mentions.length > 0 || !namesOnly(text, { ...names, mentions: [] }, spans))
      return null;
    const day = asOf ?? lastDayOf(until ?? mentioned[0] ?? "");
    if (day === null || day > library.completeTo) return null;
    const [then, now] = [stateOn(deal, day), stateOn(deal, library.completeTo)].map((state) =>
      state?.figures.find(({ figure }) => figure.id === shown.figure),
    );
    if (!then || !now || (then.figure.low === now.figure.low && then.figure.high === now.figure.high)) return null;
    const attribute = last.kind === "show-figure" ? last.attribute : "value";
    return { kind: "show-figure", subject: deal.id, attribute, topic: "", figure: shown.figure, asOf: day };
  },
};
