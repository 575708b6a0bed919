/** "Who said a gigawatt costs $80 billion": the estimates of a gigawatt that name that amount. */

import type { Rate } from "../../../knowledge/schema.ts";
import { capexEstimates } from "../../calculator/named-estimate.ts";
import { gated } from "../../knowledge/gated.ts";
import type { ReadRule } from "./reading.ts";
import { readSum } from "./sums/sum.ts";

const WHO_SAID = gated(
  /\b(?:who(?:'s| is| was|se)?\b.{0,40}\b(?:said|says?|puts?|estimate[sd]?|reckon(?:s|ed)?|claim(?:s|ed)?|thinks?|thought|came up with|quote[sd]?|number|figure|came from|behind)|(?:where|whom) (?:does|did|is|was)\b.{0,60}\b(?:come from|from))\b/i,
);
/** As many as an answer shows. */
const MOST = 6;

export const whoSaid: ReadRule = {
  name: "who-said",
  read(reading) {
    const { question, library, names } = reading;
    if (!WHO_SAID.test(question) || names.deals.length > 0 || names.orgs.length > 0) return null;
    const [said, ...more] = readSum(reading).terms.filter(({ kind }) => kind === "rate");
    if (!said || more.length > 0 || !/^USD\/[GM]W$/.test(said.unit)) return null;
    const factor = said.unit.endsWith("/MW") ? 1_000 : 1;
    const isIt = (entry: Rate): boolean => {
      const [low, high] = [entry.low ?? entry.mid ?? entry.high, entry.high ?? entry.mid ?? entry.low];
      return low !== null && high !== null && low === said.low * factor && high === said.high * factor;
    };
    const found = capexEstimates(library)
      .filter(isIt)
      .map(({ id }) => id);
    return found.length > 0 ? { kind: "show-rate", rates: found.slice(0, MOST), rank: null } : null;
  },
};
