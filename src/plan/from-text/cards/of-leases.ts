/** Leases and buildings: rents that rise, yields on cost, prices at a capitalisation rate, renting against buying. */
import { currencyOf } from "../sums/lending.ts";
import { write } from "../sums/write-term.ts";
import { card, part, yearsIn } from "./card.ts";

const rounded = (value: number): number => Number(value.toPrecision(12));

export const OF_LEASES = [
  // "Ten years of rent at $135 per kW-month on 24 MW, bumped 3% every anniversary"
  card({
    asks: /\b(?:rents?|landlord|lease[ds]?|escalat\w*|bumps?)\b/i,
    needs: {
      price: { of: ["rate", "unit-price", "other"], unit: /^(?:[A-Z]{3})?\/[kMG]W\/month$/ },
      power: { of: ["power"] },
      bump: { of: ["percent"] },
      time: { of: ["time"] },
    },
    lines({ price, power, bump, time }) {
      const years = yearsIn(time);
      if (years === null || !Number.isInteger(years) || years < 2 || years > 40) return null;
      const g = part(bump);
      const currency = /^[A-Z]{3}/.exec(price.unit)?.[0] ?? "USD";
      const all = rounded(((1 + g) ** years - 1) / g);
      return {
        title: `${power.text} at ${price.text}, ${bump.text} more each year`,
        lines: [
          {
            label: "first year",
            expression: `${price.high} ${currency}${price.unit.replace(/^[A-Z]{3}/, "")} * ${write(power)} * 12 months in ${currency}`,
          },
          { label: `last year, the ${years}th`, expression: `#1 * ${rounded((1 + g) ** (years - 1))}` },
          { label: `all ${years} years`, expression: `#1 * ${all}` },
        ],
        lead: [3, 1, 2],
      };
    },
  }),
  // "11.5m a MW to put up, 1.4m a MW a year of net rent: yield on cost"
  card({
    asks: /\byield on cost\b|\b(?:unlevered|development) yield\b/i,
    needs: {
      cost: {
        of: ["rate", "money", "unit-price"],
        near: /\b(?:put up|build\w*|costs?|develop\w*|construction|capex)\b/i,
      },
      rent: {
        of: ["rate", "money", "flow", "unit-price"],
        near: /\b(?:rents?|noi|income|net|earns?|a year|per year)\b/i,
      },
    },
    lines({ cost, rent }) {
      const isYearly = rent.unit.endsWith("/year");
      return {
        title: `${rent.text} on ${cost.text}`,
        lines: [
          {
            label: "yield on cost",
            expression: `${write(rent)}${isYearly ? " * 1 year" : ""} / (${write(cost)}) in %`,
          },
        ],
      };
    },
  }),
  // "Throws off 88m of NOI and somebody will pay a 6.25 cap: price"
  card({
    asks: /\bcap(?: rate)?\b.*\b(?:price|worth|value|pay)\b|\b(?:price|worth|value)\b.*\bcap(?: rate)?\b/i,
    needs: {
      noi: { of: ["money", "flow"], near: /\b(?:noi|net operating income|income|rent|throws? off|earns?)\b/i },
      cap: { of: ["percent", "number"], near: /\bcap\b/i },
    },
    lines({ noi, cap }) {
      const rate = cap.unit.startsWith("%") || cap.high > 1 ? rounded(cap.high / 100) : cap.high;
      return {
        title: `${noi.text} at a capitalisation rate of ${cap.text}`,
        lines: [
          {
            label: "price",
            expression: `${noi.unit.endsWith("/year") ? `${write(noi)} * 1 year` : write(noi)} / ${rate}`,
          },
        ],
      };
    },
  }),
  // "Rent the box for 9,200 a month, or buy it at 310k and pay 900 a month: how long until owning wins"
  card({
    asks: /\b(?:buy|own)\w*\b.*\b(?:how (?:long|many months)|until|till|break[- ]?even)\b/i,
    needs: {
      rent: { of: ["flow", "other", "number", "money"], unit: /\/month$/, near: /\b(?:rent\w*|lease|hire)\b/i },
      buy: { of: ["money", "number"], near: /\b(?:buy|bought|purchase|own)\b/i },
      upkeep: {
        of: ["flow", "other", "number", "money"],
        unit: /\/month$/,
        near: /\b(?:keep|upkeep|running|maintain\w*|maintenance|run it)\b/i,
        optional: true,
      },
    },
    lines({ rent, buy, upkeep }) {
      const saved = rent.high - (upkeep?.high ?? 0);
      if (saved <= 0) return null;
      return {
        title: `${buy.text} instead of ${rent.text}`,
        lines: [
          { label: "saved a month", expression: `${rent.high} USD - ${upkeep?.high ?? 0} USD` },
          { label: "until owning is cheaper", expression: `${buy.high} USD / #1 * 1 month in months` },
          { label: "in years", expression: "#2 in years" },
        ],
        lead: [2, 3, 1],
      };
    },
  }),
  // "What would 24 MW at $130 per kW-month yield on a build of 11M a megawatt" is asked by its two rates.
  card({
    asks: /\byield\b.*\bcost\b/i,
    needs: {
      rent: { of: ["rate", "unit-price", "other"], unit: /\/kW\/month$/ },
      cost: { of: ["rate"], unit: /^[A-Z]{3}\/[MG]W$/ },
    },
    lines: ({ rent, cost }) => ({
      title: `${rent.text} on ${cost.text}`,
      lines: [
        { label: "rent a year", expression: `${rent.high} USD/kW/month * 12 months in ${currencyOf(cost)}/MW` },
        { label: "yield on cost", expression: `#1 / (${write(cost)}) in %` },
      ],
      lead: [2, 1],
    }),
  }),
];
