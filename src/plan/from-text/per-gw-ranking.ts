/** "The most expensive site per GW", "which contract is cheapest for a gigawatt": deals in the order of their money for each gigawatt. */

import type { Deal, DealKind, FigureOf } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { moneyForPower } from "../../knowledge/money-for-power.ts";
import { findDeals } from "../../knowledge/query.ts";
import type { PlanInput } from "../plan.ts";
import { LIVE } from "./constraints/statuses-in.ts";
import { readConstraints } from "./constraints.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { sidesMeant } from "./side-meant.ts";
import { sidesOf } from "./sides.ts";
import { superlativeIn } from "./superlative.ts";

const PER_GW = /(?:\bper|\/|\b(?:an?|each|every)|\bfor (?:an?|each|every))[\s-]?(?:gws?|gigawatts?|mws?|megawatts?)\b/i;
const PER_MW = /\b(?:mws?|megawatts?)\b/i;
const MOST_OR_LEAST = gated(
  /\b(?:most|least|highest|lowest|priciest|dearest|costliest|cheapest|(?:most|least) expensive|rank\w*|top \w+|(?:gets?|pays?|paid|earns?|made|makes?|charges?) (?:\w+ )?(?:more|less))\b/i,
);
/** What an estimate, a chip or a maker gets for a gigawatt is no deal's money. */
const OF_OTHERS = gated(
  /\b(?:estimat\w*|analysts?|banks?|forecasts?|chips?|gpus?|racks?|generations?|vendors?|systems?|revenues?|earn\w*|rent|nvidia content|says?|said|claims?|rule of thumb|benchmarks?)\b/i,
);

type Asked = { said: RegExp; kinds: readonly DealKind[]; money: ReadonlySet<FigureOf>; noun: string };
/** What is put in order; money of one kind only. */
const ASKED: readonly Asked[] = [
  {
    said: /\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?|builds?|build-?outs?|facilit(?:y|ies)|projects?|locations?)\b/i,
    kinds: ["site", "joint-venture", "financing"],
    money: new Set(["capex", "investment"]),
    noun: "site",
  },
  {
    said: /\b(?:contracts?|cloud|compute|deals?|agreements?|leases?|who (?:is )?pay\w*|customers?|pays?)\b/i,
    kinds: ["cloud-contract", "compute-purchase", "chip-supply", "site"],
    money: new Set(["contract"]),
    noun: "contract",
  },
];
/** A record of so many sites is none of them. */
const OF_SEVERAL = 2;
const [SHOWN, MOST_SHOWN] = [4, 6];

export const perGwRanking: ReadRule = {
  name: "per-gw-ranking",
  read(reading) {
    const { question, names, quantities, library, asOf } = reading;
    if (!PER_GW.test(question) || !MOST_OR_LEAST.test(question) || OF_OTHERS.test(question)) return null;
    if (names.deals.length + names.people.length + quantities.length > 0) return null;
    if (names.orgs.length > 1) return comparedPerGw(reading);
    const superlative = superlativeIn(question);
    const asked = ASKED.find(({ said }) => said.test(question));
    if (!asked) return null;
    const ascending = superlative?.ascending || /\b(?:least|cheapest|lowest)\b/i.test(question);
    const found = readConstraints({ ...reading, question: question.replace(PER_GW, " ") });
    const { rest: _rest, measure: _measure, denied: _denied, dealKinds: _kinds, ...filter } = found;
    const statuses = filter.statuses.length > 0 ? filter.statuses : LIVE;
    const ranked = findDeals(
      library,
      { ...filter, orgs: found.parties, roles: [], otherRoles: [], statuses, dealKinds: asked.kinds, text: "" },
      "value",
      asOf,
    )
      .flatMap((outline) => {
        const pair = moneyForPower(outline, asked.money);
        return pair && pair.money.unit === "USD" && isOne(asked, outline.deal) ? [{ deal: outline.deal, ...pair }] : [];
      })
      .sort((a, b) => (ascending ? a.each - b.each : b.each - a.each));
    // One site has several records.
    const apart = ranked.filter(
      ({ deal }, at) => !ranked.slice(0, at).some((other) => areAtOnePlace(deal, other.deal)),
    );
    const place = superlative?.place ?? 1;
    const shown = apart.slice(place - 1).slice(0, Math.min(superlative?.limit ?? SHOWN, MOST_SHOWN));
    return shown.length < 2 ? null : planned(shown, asked.noun, ascending, place);
  },
};

/** "A or B: who gets more for a gigawatt": the deals that the names mean, side by side. */
function comparedPerGw(reading: Reading): PlanInput | null {
  const texts = sidesOf(reading);
  const sides = texts.length === 2 || texts.length === 3 ? sidesMeant(reading, texts, "record") : null;
  const deals = [...new Set(sides?.flatMap(({ deal }) => deal ?? []) ?? [])];
  return deals.length === texts.length && deals.length > 1
    ? {
        kind: "compare",
        deals,
        attribute: PER_MW.test(reading.question) ? "per-mw" : "per-gw",
        asOf: reading.dates.asOf,
      }
    : null;
}

const isOne = ({ noun }: Asked, { sites }: Deal): boolean =>
  noun !== "site" || (sites.length > 0 && sites.length <= OF_SEVERAL && sites.some(({ place }) => place !== undefined));
const areAtOnePlace = (a: Deal, b: Deal): boolean =>
  a.sites.some(({ place }) => place !== undefined && b.sites.some((other) => other.place === place));

type Ranked = { deal: { id: string; name: string }; money: { id: string }; size: { id: string } };
const PLACES = ["", "", "second ", "third ", "fourth ", "fifth "];

function planned(shown: readonly Ranked[], noun: string, ascending: boolean, place: number): PlanInput {
  const nth = PLACES[place] ?? `${place}th `;
  const lines = shown.map(({ deal, money, size }, at) => ({
    label: `${at === 0 ? `${nth}${ascending ? "least" : "most"} for a gigawatt: ` : ""}${deal.name}`.slice(0, 80),
    expression: `@${deal.id}:${money.id} / @${deal.id}:${size.id}`,
  }));
  return {
    kind: "evaluate",
    title: `Money for each gigawatt, by ${noun}`,
    lines,
    lead: lines.map((_line, at) => at + 1),
  };
}
