/** How a site is powered, and by what. */
import type { Rich } from "../doc/doc.ts";
import { gated } from "../knowledge/gated.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** How a site is powered: by what its facts on power say, or a sentence that names a source. How much power it has is another matter. */
export function sayPowered(asked: Asked): Direct {
  const { draft, state } = asked;
  const told = [...state.facts.filter(({ about }) => about === "power"), ...state.facts, ...state.events].filter(
    ({ text }) => POWER_SOURCES.test(text),
  );
  const [first, ...more] = [...new Set(told)].map((one): Rich => [draft.sourced(one.text, state.deal, one.sources)]);
  return first ? { headline: [{ text: `${state.deal.name}: ` }, ...first], lead: more.slice(0, 2) } : null;
}
export const POWERED = gated(/\bhow (?:is|are|was|were|will) .{2,60}?\bpowered\b|^\W*what powers\b/i);
const POWER_SOURCES = gated(
  /\b(?:(?:natural )?gas(?:-fired)? (?:plants?|turbines?|generation|power)|turbines?|fuel[- ]cells?|solar|wind (?:farm|power)|renewables?|renewable (?:power|energy)|nuclear|reactors?|batter(?:y|ies)|hydro\w*|geothermal|coal|generators?|(?:power|electricity) from|powered by|the grid|grid (?:power|connection)|power connection|utility)\b/i,
);
