/** Machines and power: how busy they are, what they lose to cooling, what a megawatt costs over several builds. */
import { write } from "../sums/write-term.ts";
import { card, yearsIn } from "./card.ts";

export const OF_PLANTS = [
  // "12,000 cards billed 71 million hours over 365 days: utilisation"
  card({
    asks: /\b(?:utili[sz]ation|utili[sz]ed|how busy|occupancy|load factor)\b/i,
    not: /\b(?:cost|price|revenue|at \d+ ?%|at (?:a )?\d+ percent)\b/i,
    needs: {
      chips: { of: ["chips", "racks"] },
      hours: { of: ["time"], unit: /^hour$/ },
      time: { of: ["time"], unit: /^(?:day|week|month|quarter|year)$/, optional: true },
    },
    lines({ chips, hours, time }) {
      const days = time?.unit === "day" ? time.high : time ? (yearsIn(time) ?? 0) * 365 : 365;
      if (days <= 0) return null;
      return {
        title: `${hours.text} of ${chips.text}`,
        lines: [{ label: "utilisation", expression: `${hours.high} / (${chips.high} * ${days * 24}) in %` }],
      };
    },
  }),
  // "Utility feed reads 57 MW, the IT side reads 44: PUE"
  card({
    asks: /\bpue\b/i,
    not: /\bpue (?:of|is|at|was|=) ?\d|\d(?:\.\d+)? pue\b/i,
    needs: {
      it: {
        of: ["power", "number"],
        near: /\b(?:it|servers?|critical|racks?|compute)\b/i,
        not: /\b(?:utility|feed|meter|facility|total|site|grid)\b/i,
      },
      site: { of: ["power", "number"], near: /\b(?:utility|feed|meter|facility|total|site|grid|incoming|building)\b/i },
    },
    lines: ({ it, site }) =>
      // A PUE that is given is no power.
      site.high > it.high && site.high < it.high * 3 && it.high > 3
        ? {
            title: `${site.text} for ${it.text} of IT`,
            lines: [{ label: "PUE", expression: `${site.high} / ${it.high}` }],
          }
        : null,
  }),
  // "At sixty cents per million, tokens per dollar"
  card({
    asks: /\btokens? (?:per|for (?:a|one|each)|a) dollar\b|\bhow many tokens\b.*\bdollar\b/i,
    needs: { price: { of: ["money", "unit-price", "rate", "other", "number"], near: /\bmillion\b/i } },
    lines({ price }) {
      return {
        title: `Tokens at ${price.text} per million`,
        lines: [{ label: "tokens for a dollar", expression: `1000000 / ${price.high}` }],
      };
    },
  }),
  // "Phase one was 200 MW at $11M per MW and phase two 350 MW at 13.5M: average per MW"
  card({
    asks: /\baverage\b.*\b(?:per|a|each) (?:mw|megawatt|gw|gigawatt)\b|\b(?:per|a) (?:mw|megawatt|gw|gigawatt)\b.*\b(?:average|across both|blended)\b/i,
    needs: { powers: { of: ["power"], several: 2 }, prices: { of: ["rate", "money"], several: 2 } },
    lines(_first, { powers, prices }, { text }) {
      const [p, q] = powers;
      const [a, b] = prices;
      const rate = prices.find(({ kind }) => kind === "rate");
      if (!p || !q || !a || !b || !rate || !/^[A-Z]{3}\/[MG]W$/.test(rate.unit)) return null;
      // "13.5M" behind dollars per megawatt is as many for one.
      const each = (one: typeof a): string =>
        /\/|\bper\b|\ba\b/i.test(one.text) ? write(one) : `${one.high} ${rate.unit}`;
      const unit = /\b(?:mw|megawatt)\b/i.test(text) ? rate.unit.replace("GW", "MW") : rate.unit;
      return {
        title: `${p.text} and ${q.text} together`,
        lines: [
          { label: "both together", expression: `${write(p)} * ${each(a)} + ${write(q)} * ${each(b)}` },
          { label: "on average", expression: `#1 / (${write(p)} + ${write(q)}) in ${unit}` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "PJM capacity cleared at 269.92 per MW-day: 150 MW over 365 days"
  card({
    asks: /\bmw[- ]days?\b|\bmegawatt[- ]days?\b/i,
    needs: {
      power: { of: ["power"] },
      price: { of: ["number", "money", "rate", "other", "unit-price"] },
      time: { of: ["time"], optional: true },
    },
    lines({ power, price, time }) {
      const days = time?.unit === "day" ? time.high : time ? (yearsIn(time) ?? 1) * 365 : 365;
      const megawatts = power.unit === "GW" ? power.high * 1000 : power.high;
      return {
        title: `${power.text} at ${price.high} dollars per MW and day`,
        lines: [
          { label: "a day", expression: `${megawatts} * ${price.high} USD` },
          { label: `over ${days} days`, expression: `#1 * ${days}` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "Gas at 3.50 per MMBtu through a heat rate of 9,000 Btu/kWh: fuel cost of a megawatt-hour"
  card({
    asks: /\bheat rate\b/i,
    needs: {
      gas: { of: ["number", "money", "other", "unit-price", "rate"], near: /\b(?:gas|mmbtu|fuel)\b/i, not: /\bkwh\b/i },
      rate: { of: ["number", "other"], near: /\b(?:btu ?(?:\/|per) ?kwh|heat rate)\b/i },
      one: { of: ["energy"], optional: true },
    },
    lines: ({ gas, rate }) => ({
      title: `Gas at ${gas.high} dollars per MMBtu with ${rate.high} Btu per kWh`,
      lines: [{ label: "fuel for a MWh", expression: `${gas.high} * ${rate.high} / 1000 * 1 USD/MWh` }],
    }),
  }),
  // "5 million gallons of water a day in litres a year"
  card({
    asks: /\bgallons?\b.*\b(?:a|per|each|every) day\b.*\b(?:litres?|liters?)\b|\bgallons?\b.*\bdaily\b.*\b(?:litres?|liters?)\b/i,
    needs: { water: { of: ["volume", "water", "flow", "other", "pace", "number"] } },
    lines({ water }, _all, { text }) {
      const perDay = /\b(?:a|per|each|every) day|daily\b/i.test(text);
      const perYear = /\b(?:a|per|each) year|annual\w*|yearly\b/i.test(text);
      const times = perDay && perYear ? 365 : 1;
      return {
        title: `${water.text} in litres`,
        lines: [
          { label: perYear ? "litres a year" : "litres", expression: `${water.high} * 3.785411784 * ${times} L` },
        ],
      };
    },
  }),
] as const;
