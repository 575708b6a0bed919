/** What the power of a deal would mean in energy, homes, carbon, chips and so on: "how many homes could Stargate power". */

import type { Link } from "../../calculator/chain/names.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { CHIP_NAME } from "../given.ts";
import { assumptionsSaid } from "./assumptions-said.ts";
import { basisSaid } from "./basis-said.ts";
import { linkAsked } from "./link-asked.ts";
import { rateSaid } from "./rates-named.ts";
import type { ReadRule } from "./reading.ts";

/** Links whose question is about deals and companies as often as about a calculation. */
const OF_DEALS: ReadonlySet<Link> = new Set([
  "cost",
  "power",
  "revenue",
  "financing",
  "depreciation",
  "generation",
  "water",
  "racks",
]);

export const calculationChain: ReadRule = {
  name: "calculation-chain",
  read(reading) {
    const { question, names, library, asOf, quantities } = reading;
    const { assume } = assumptionsSaid(question);
    const to = linkAsked(question, null);
    if (!to || OF_DEALS.has(to) || names.deals.length !== 1 || quantities.some(({ perGw }) => !perGw)) return null;
    // With a price or a load given, nothing on record is asked for.
    const used = ENERGY_OF.test(question) && library.deals.get(names.deals[0] ?? "")?.kind !== "energy";
    if (assume.length === 0 && !used && !/\b(?:would|could|might|equals?|estimate)\b/i.test(question)) return null;
    const deal = library.deals.get(names.deals[0] ?? "");
    const size = deal ? stateOn(deal, asOf)?.size?.figure : undefined;
    if (!deal || size?.unit !== "GW") return null;
    const [low, high] = [size.low ?? size.high ?? 0, size.high ?? size.low ?? 0];
    return {
      kind: "estimate",
      quantity: { low, high, unit: "GW", qualifier: size.qualifier, text: deal.name },
      from: null,
      to,
      rate: rateSaid(reading),
      chip: CHIP_NAME.exec(question)?.[1]?.replace(/'?s$/i, "") ?? null,
      basis: basisSaid(question),
      assume,
      deals: [deal.id],
    };
  },
};

/** "Electricity for Colossus 1 per year": what a site uses or pays for power is worked out from its size. */
const ENERGY_OF = gated(
  /\b(?:electricity|energy|power (?:bill|use|usage|consumption)|homes|co2|carbon)\b.*\b(?:for|of|at)\b.*\b(?:per year|a year|yearly|annual(?:ly)?|us (?:price|rate|average)|(?:average|usual|industrial) (?:price|rate))\b/i,
);
