/** "How does the big four's 2026 capex compare with 2025": a tally of several companies in two years, and not each of them in one. */
import type { Measure } from "../../../knowledge/schema.ts";
import { pointsOn } from "../../knowledge/as-of.ts";
import { fitsPeriod } from "../../knowledge/metrics.ts";
import { findPeriods } from "../dates.ts";
import { measuresIn } from "./measures.ts";
import { GROUPS } from "./org-roles.ts";
import type { ReadRule } from "./reading.ts";

/** So many companies are a group. */
const LEAST = 3;
/** What is planned for a year to come is set beside what was spent in one that is over. */
const CAPEX: ReadonlySet<Measure> = new Set(["capex", "capex-guidance"]);

export const groupOverTime: ReadRule = {
  name: "group-over-time",
  read({ question, library, names, asOf, dates }) {
    if (names.orgs.length > 0 || !GROUPS.some(({ pattern }) => pattern.test(question))) return null;
    const years = [...new Set(findPeriods(question))].filter((period) => /^20\d\d$/.test(period)).sort();
    const [earlier, later, ...more] = years;
    if (!earlier || !later || more.length > 0 || !measuresIn(question).some((measure) => CAPEX.has(measure)))
      return null;
    for (const metric of library.knowledge.metrics) {
      if (metric.subjects.length < LEAST || !CAPEX.has(metric.measure)) continue;
      const [after, before] = [later, earlier].map((year) =>
        pointsOn(metric, asOf).find(({ point }) => CAPEX.has(point.measure) && fitsPeriod(point.period, year)),
      );
      if (after && before)
        return {
          kind: "compare-figures",
          sides: [after, before].map(({ point }) => ({ deal: null, metric: metric.id, figure: point.id })),
          of: "money",
          asOf: dates.asOf,
        };
    }
    return null;
  },
};
