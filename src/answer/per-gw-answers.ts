/** What a gigawatt of a deal comes to: as it was worked out in a company's figures, and by the deal's own money over its own power. */

import type { Deal, Figure, Point } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { OF, STATUS, sayAmount, sayNumber } from "../doc/say-figure.ts";
import { isMoney, isOver, pointsOn, type StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import { contentRoots } from "../knowledge/words.ts";
import { reportedSum } from "./figure-answers.ts";
import type { Asked, Direct } from "./show-figure.ts";

export function sayPerGw(asked: Asked): Direct {
  // "Shares per GW" are no money.
  if (THINGS.test(asked.topic)) return null;
  const worked = workedOut(asked);
  const own = ownPerGw(asked);
  if (!worked || (own && sameAmount(own.each, worked.point))) return own;
  const { deal } = asked.state;
  const { metric, point } = worked;
  return {
    headline: [
      { text: `${deal.name}: ` },
      asked.draft.amount(point, `metric:${metric.id}`, metric, "strong"),
      { text: ` (${point.label}; ${workedBy(point)}).` },
      ...(own ? [{ text: " By its own main sum: " }, ...own.headline.slice(1)] : []),
    ],
  };
}
/** "$45 billion / just over 1 GW", and none of what stands behind it. */
const workedBy = ({ note = "" }: Point): string => note.replace(/^Worked out: /, "").replace(/\.(?: .*)?$/, "");
const sameAmount = (each: number, { low, high }: Point): boolean => Math.abs(each / (high ?? low ?? 1) - 1) < 0.02;

/** The point of a figure for a gigawatt that is worked out from this deal: it names it, and divides by its power. */
function workedOut({ state: { deal, figures }, context: { library, asOf } }: Asked) {
  const own = new Set(contentRoots([deal.name, ...deal.aliases].join(" ")));
  const powers = figures.flatMap(({ figure, ended }) =>
    ended === null && figure.unit === "GW" ? [figure.high ?? figure.low] : [],
  );
  for (const metric of library.knowledge.metrics) {
    if (metric.measure !== "cost-per-gw") continue;
    const ofDeal =
      metric.deals.includes(deal.id) || metric.deals.some((id) => isSameProject(deal, library.deals.get(id)));
    if (!ofDeal) continue;
    for (const { point } of pointsOn(metric, asOf)) {
      const [, gw] = WORKED.exec(point.note ?? "") ?? [];
      const [name = ""] = contentRoots(point.label.replace(/^First phase of /, ""));
      if (gw !== undefined && own.has(name) && powers.includes(Number(gw))) return { metric, point };
    }
  }
  return null;
}
/** The campus and the lease on it are records of their own, and the same parties stand in both. */
const isSameProject = (deal: Deal, other: Deal | undefined): boolean =>
  (other?.parties.filter(({ org }) => deal.parties.some((party) => party.org === org)).length ?? 0) >= SHARED;
const SHARED = 3;
const WORKED = /^Worked out:.* \/ (?:just over )?(\d+(?:\.\d+)?) GW\b/;

const THINGS = gated(
  /(?<!(?:\bplus|\band|[+&]) )\b(?:shares?|warrants?|gpus?|chips|racks|buildings|jobs|people|acres|homes)\b(?: \w+){0,2} (?:per|for each|a|each) (?:gw|gigawatt)\b/i,
);

type Own = { headline: Rich; each: number };

function ownPerGw({ draft, state, topic }: Asked): Own | null {
  const money = moneyOfPart(state, topic) ?? state.money?.figure ?? (reportedSum(state) ?? worthTold(state))?.figure;
  const size = sizeSaid(state, topic) ?? sizeOfMoney(state, money);
  const [amount, gw] = [money && (money.high ?? money.low), size?.unit === "GW" ? (size.high ?? size.low) : null];
  if (!money || !size || !amount || !gw || money.per) return null;
  // What makes the electricity pays for no data centre.
  if (PLANT.test(money.label) && state.deal.kind !== "energy" && size.of !== "generation") return null;
  const value = amount / gw;
  const unit = `${money.unit}/GW`;
  draft.use({
    low: value,
    high: value,
    unit: money.unit === "EUR" ? "EUR/GW" : money.unit === "GBP" ? "GBP/GW" : "USD/GW",
    qualifier: "exact",
    origin: "computed",
  });
  const said = sayAmount({
    low: Number(value.toPrecision(3)),
    high: Number(value.toPrecision(3)),
    unit,
    qualifier: "about",
  });
  return {
    each: value,
    headline: [
      { text: `${state.deal.name}: ` },
      { text: said, style: "strong" },
      { text: ", from " },
      draft.amount(money, `deal:${state.deal.id}`, state.deal),
      { text: money.of === "estimate" ? ` (${OF[money.of]}) for ` : ` of ${OF[money.of]} for ` },
      draft.amount(size, `deal:${state.deal.id}`, state.deal),
      { text: "." },
      ...otherPerGw(money, gw),
      { text: COSTS.has(money.of) ? "" : ` This is ${OF[money.of]}, not the cost of building.` },
      { text: isOver(state.status) || state.status === "letter-of-intent" ? ` Status: ${STATUS[state.status]}.` : "" },
    ],
  };
}

const COSTS: ReadonlySet<Figure["of"]> = new Set(["capex", "estimate"]);

/** What somebody else says that a deal without a value of its own is worth. */
const worthTold = ({ figures }: Asked["state"]): StandingFigure | undefined =>
  figures.find(
    ({ figure: { of, unit, per, label }, ended }) =>
      of === "estimate" && isMoney(unit) && !per && ended === null && /\bworth of the deal\b/i.test(label),
  );

/** Where it is disputed what the whole comes to, so is what a gigawatt of it does. */
function otherPerGw({ disputes = [], unit }: Figure, gw: number): Rich {
  const [dispute] = disputes.filter(({ low, high }) => (high ?? low) !== null);
  const amount = dispute && (dispute.high ?? dispute.low);
  if (!dispute || !amount) return [];
  const value = Number((amount / gw).toPrecision(3));
  const said = sayAmount({ low: value, high: value, unit: `${unit}/GW`, qualifier: "about" });
  return [{ text: ` By another version, ${sayAmount({ ...dispute, unit })}: ${said}.` }];
}

/** The money whose label says the size of the part that is spoken of; where a deal has no sum of its own, that of a part. */
function moneyOfPart({ figures, money }: Asked["state"], topic: string): Figure | undefined {
  const [, size] = PART.exec(topic) ?? [];
  const parts = figures.flatMap(({ figure, ended }) =>
    ended === null && isMoney(figure.unit) && PART.test(figure.label) ? [figure] : [],
  );
  const said = size ? parts.find(({ label }) => PART.exec(label)?.[1] === size) : undefined;
  return said ?? (money ? undefined : parts[0]);
}
const PART = /(\d+(?:\.\d+)?)[ -]?(?:MW|GW|gigawatts?|megawatts?)\b/i;

/** "Per gigawatt of total site power": the power that is called so, where the deal has several. */
function sizeSaid({ figures }: Asked["state"], topic: string): Figure | undefined {
  const said = contentRoots(SIZE_SAID.exec(topic)?.[0] ?? "").filter((root) => !WHOLE.has(root));
  if (said.length === 0) return undefined;
  return figures.find(({ figure, ended }) => {
    const own = contentRoots(figure.label);
    return ended === null && figure.unit === "GW" && said.every((root) => own.includes(root));
  })?.figure;
}
const WHOLE = new Set(contentRoots("total whole full entire"));
const SIZE_SAID =
  /\b(?:(?:total |whole |full |entire )?site(?:['’]s)? (?:total |whole |full )?power|power of the (?:whole |full |entire |total )?site|gross (?:power|capacity)|critical IT|IT (?:load|power|capacity)|AI load|contracted power|facility power)\b/i;

/** The power that the money is for: that of a part where the money names its size, else the deal's own. */
function sizeOfMoney({ figures, size }: Asked["state"], money: Figure | undefined): Figure | undefined {
  const part = /\b\d+(?:\.\d+)? (?:MW|GW)\b/.exec(money?.label ?? "")?.[0];
  if (!part) return size?.figure;
  return figures.find(({ figure }) => figure.unit === "GW" && sayNumber(figure.high ?? figure.low ?? 0, "GW") === part)
    ?.figure;
}
const PLANT = /\b(?:gas|generation|transmission|fuel[- ]cells?|power plants?)\b/i;
