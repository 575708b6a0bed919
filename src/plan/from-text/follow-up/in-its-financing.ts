/** "The loan?", "how much is debt?" of a site whose own record has no such money: that of the financing that paid for it. */
import { stateOn } from "../../../knowledge/as-of.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, figuresWith } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 8;
const ASKS_OTHERWISE = /^(?:who|when|where|why|is|are|was|were|did|does|do|has|have|which)\b|\bper\b/i;

export const inItsFinancing: ReadRule = {
  name: "in-its-financing",
  read(reading) {
    const { question, conversation, library, asOf, dates, quantities } = reading;
    const last = conversation.plan?.kind;
    const deal = dealOnTable(reading);
    const [only, ...more] = deal?.financed_by ?? [];
    const financing = only && more.length === 0 ? library.deals.get(only) : undefined;
    if (!deal || !financing || (last !== "show-figure" && last !== "show-deal") || quantities.length > 0) return null;
    const { text } = bareOf(question);
    if (ASKS_OTHERWISE.test(text) || text.split(/\s+/).length > MAX_WORDS || !familyHasPart(reading, financing))
      return null;
    const kinds = kindsSaid(text).flat();
    const hasOne = (figures: readonly { figure: { of: string }; ended: string | null }[]) =>
      figures.some(({ figure, ended }) => ended === null && kinds.some((of) => of === figure.of));
    const [own, its] = [stateOn(deal, asOf)?.figures ?? [], stateOn(financing, asOf)?.figures ?? []];
    if (kinds.length === 0 || hasOne(own) || !hasOne(its)) return null;
    const said = contentRoots(text);
    const wordsOf = (label: string) => contentRoots(label).filter((word) => said.includes(word)).length;
    const named = figuresWith(reading, financing, text)
      .filter(({ figure }) => kinds.some((of) => of === figure.of))
      .sort((a, b) => wordsOf(b.figure.label) - wordsOf(a.figure.label));
    // Of a financing of several sites the part for this one.
    const places = new Set(
      contentRoots(deal.sites.map(({ place, region }) => `${place ?? ""} ${region ?? ""}`).join(" ")),
    );
    const here = its.find(
      ({ figure, ended }) =>
        ended === null &&
        kinds.some((of) => of === figure.of) &&
        contentRoots(`${figure.id} ${figure.label}`).some((word) => places.has(word)),
    );
    return {
      kind: "show-figure",
      subject: financing.id,
      attribute: "value",
      topic: text.slice(0, 400),
      figure: (here ?? named[0])?.figure.id ?? null,
      asOf: dates.asOf,
    };
  },
};
