/** Machines and power: how busy they are, what they lose to cooling, what a megawatt costs over several builds. */
import { gated } from "../../../knowledge/gated.ts";
import { write } from "../sums/write-term.ts";
import { card, yearsIn } from "./card.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");
/** Of a year without a leap day. */
const daysOf = (month: number): number => new Date(Date.UTC(2026, month + 1, 0)).getUTCDate();
/** Nothing but a word for what the amount is for stands between two that are added. */
const JOINED_AMOUNTS =
  /^(?:\s*(?:of|in|for|on)?(?: [a-z-]+){0,3})\s*(?:,|and|plus|\+|&)+\s*(?:and |plus |another )?(?:the |an? )?\W*$/i;
const PART_OF_HOUR = gated(/\b(quarter|half)(?: of)? an hour\b/i);
const HOUR_PARTS: Readonly<Record<string, number>> = { quarter: 0.25, half: 0.5 };
const KILOWATTS: Readonly<Record<string, number>> = { W: 0.001, kW: 1, MW: 1000, GW: 1_000_000 };
const kilowatts = ({ high, unit }: { high: number; unit: string }): number => high * (KILOWATTS[unit] ?? 1);

export const OF_PLANTS = [
  // "3,557 racks, 72 GPUs each, $9.1M a rack: how many GPUs and what do the racks cost"
  card({
    asks: /\b(?:how many|number of|total) (?:gpus?|chips?|accelerators?|cards?)\b/i,
    not: /\b(?:mw|gw|kw|megawatts?|gigawatts?|hours?|years?|months?)\b/i,
    needs: {
      racks: { of: ["racks"], unit: /^rack$/ },
      chips: { of: ["chips"], unit: /^chip$/, near: /#,? (?:each|apiece|a|per|to (?:a|each)|in (?:a|each))?/ },
      price: { of: ["unit-price"], unit: /^[A-Z]{3}\/rack$/, optional: true },
    },
    lines: ({ racks, chips, price }, { price: prices }) => ({
      title: `${racks.text}, ${chips.text}`,
      lines: [
        { label: "chips", expression: `${write(racks)} * ${chips.high} chip/rack` },
        ...(prices ? [{ label: "cost of the racks", expression: `${write(racks)} * ${write(price)}` }] : []),
      ],
      lead: prices ? [1, 2] : [1],
    }),
  }),
  // "Shell plus chips, $15B and $40B over 1.2 GW: what is that per gigawatt"
  card({
    asks: /^(?=.*(?:\b(?:plus|and|together|total)\b|[+&])).*\b(?:per|a|each|for (?:a|one|each)) (?:gw|gigawatt|mw|megawatt)\b/i,
    not: /\b(?:vs\.?|versus|against|compared?|difference|respectively|which|whose|than|higher|lower|each (?:phase|site)|year|month|share|percent)\b|%/i,
    needs: { amounts: { of: ["money"], unit: /^[A-Z]{3}$/, several: 2 }, power: { of: ["power"] } },
    lines(_first, { amounts, power: [power] }, { text }) {
      const [a, b] = amounts;
      if (!a || !b || !power || !JOINED_AMOUNTS.test(text.slice(a.end, b.start))) return null;
      return {
        title: `${a.text} and ${b.text} for ${power.text}`,
        lines: [
          { label: "both together", expression: `${write(a)} + ${write(b)}` },
          {
            label: "per GW",
            expression: `#1 / ${write(power)} in USD/${/\bm(?:w|egawatt)\b/i.test(text.slice(power.end)) ? "MW" : "GW"}`,
          },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "42B site plus 1 GW of gas plant at $2,157 per kW, total"
  card({
    asks: /^(?=.*(?:\b(?:plus|and|with|on top|alongside|including)\b|[+&]))(?=.*\b(?:total|together|altogether|in all|all in|all told|combined|sum|how much|what)\b)/i,
    not: /\b(?:per year|a year|annual\w*|yearly|share|percent)\b|%/i,
    needs: {
      site: { of: ["money"], unit: /^[A-Z]{3}$/ },
      power: { of: ["power"] },
      rate: { of: ["rate"], unit: /^[A-Z]{3}\/[kMG]W$/ },
    },
    lines: ({ site, power, rate }) => ({
      title: `${site.text} and ${power.text} at ${rate.text}`,
      lines: [
        { label: `${power.text} at ${rate.text}`, expression: `${write(power)} * ${write(rate)}` },
        { label: "in all", expression: `${write(site)} + #1` },
      ],
      lead: [2, 1],
    }),
  }),
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
  // "Utility feed reads 57 MW, the IT side reads 44: PUE", "112 GWh for the year and 91 of that reached the racks"
  card({
    asks: /\bpue\b/i,
    not: /\bpue (?:of|is|at|was|=) ?\d|\d(?:\.\d+)? pue\b/i,
    needs: {
      site: {
        of: ["power", "energy", "number"],
        near: /\b(?:utility|feed|meter|gate|facility|total|site|grid|incoming|building|drew|used|says)\b/i,
      },
      it: {
        of: ["power", "energy", "number"],
        near: /\b(?:it|servers?|critical|racks?|compute|reached|of (?:that|which|it))\b/i,
        not: /\b(?:utility|feed|meter|facility|total|site|grid)\b/i,
      },
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
      const megawatts = kilowatts(power) / 1000;
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
  // "3,072 GPUs, 1.62m GPU-hours invoiced for June: utilisation"
  card({
    asks: /\b(?:utili[sz]ation|utili[sz]ed|how busy|occupancy)\b/i,
    needs: {
      chips: { of: ["chips"] },
      hours: { of: ["other"], unit: /^gpu-hour$/ },
      time: { of: ["time"], unit: /^(?:day|week|month|quarter|year)$/, optional: true },
    },
    lines({ chips, hours, time }, _all, { text }) {
      const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`, "i").test(text));
      const named = month >= 0 ? daysOf(month) : 0;
      const days = time?.unit === "day" ? time.high : time ? (yearsIn(time) ?? 0) * 365 : named;
      return days > 0
        ? {
            title: `${hours.text} of ${chips.text} in ${days} days`,
            lines: [{ label: "utilisation", expression: `${hours.high} / (${chips.high} * ${days * 24}) in %` }],
          }
        : null;
    },
  }),
  // "14.50 per kW on our 28 MW peak and 4.7 cents a kWh; we used 15,400 MWh: the bill"
  card({
    asks: /\b(?:bill|charges?|pay|owe|comes? to)\b/i,
    needs: {
      demand: { of: ["other", "rate"], unit: /^(?:[A-Z]{3})?\/kW$/ },
      peak: { of: ["power"] },
      price: { of: ["price"] },
      energy: { of: ["energy"] },
    },
    lines: ({ demand, peak, price, energy }) => ({
      title: `${peak.text} of peak and ${energy.text}`,
      lines: [
        { label: "for the peak", expression: `${demand.high} USD/kW * ${write(peak)} in USD` },
        { label: "for the energy", expression: `${write(price)} * ${write(energy)} in USD` },
        { label: "bill", expression: "#1 + #2" },
      ],
      lead: [3, 1, 2],
    }),
  }),
  // "Tons of refrigeration to reject 5 MW of heat"
  card({
    asks: /\btons? of (?:refrigeration|cooling)\b|\bcooling tons?\b/i,
    needs: { heat: { of: ["power"] } },
    lines: ({ heat }) => ({
      title: `${heat.text} of heat`,
      lines: [{ label: "tons of refrigeration", expression: `${kilowatts(heat)} / 3.51685` }],
    }),
  }),
  // "36 MVA at a power factor of 0.95: real power"
  card({
    asks: /\bpower factor\b/i,
    needs: {
      rating: { of: ["number"], near: /# ?[mk]?va\b/i },
      factor: { of: ["number", "percent"], near: /\bpower factor\b/i },
    },
    lines({ rating, factor }) {
      const pf = factor.unit.startsWith("%") ? factor.high / 100 : factor.high;
      return pf > 0 && pf <= 1
        ? {
            title: `${rating.text} MVA at ${factor.text}`,
            lines: [{ label: "real power", expression: `${rating.high} * ${pf} MW` }],
          }
        : null;
    },
  }),
  // "A quarter of an hour of ride-through at 18 MW with 80% of the cells usable: battery in MWh"
  card({
    asks: /\b(?:battery|batteries|ride-?through|storage)\b/i,
    needs: {
      power: { of: ["power"] },
      usable: { of: ["percent"], near: /\b(?:usable|depth|discharge|cells|available)\b/i, optional: true },
      time: { of: ["time"], unit: /^(?:hour|day)$/, optional: true },
      minutes: { of: ["number"], near: /# ?(?:min(?:ute)?s?)\b/i, optional: true },
    },
    lines({ power, usable, time, minutes }, _all, { text }) {
      const hours = time
        ? time.high * (time.unit === "day" ? 24 : 1)
        : minutes
          ? minutes.high / 60
          : (HOUR_PARTS[PART_OF_HOUR.exec(text)?.[1]?.toLowerCase() ?? ""] ?? null);
      if (hours === null) return null;
      return {
        title: `${power.text} for ${hours} hours`,
        lines: [
          {
            label: "energy delivered",
            expression: `${write(power)} * ${Number(hours.toPrecision(10))} hours in MWh`,
          },
          { label: "battery", expression: `#1 / ${usable ? usable.high / 100 : 1}` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "48 hours at 30 MW, generators drink 0.27 litres for each kWh: litres"
  card({
    asks: /\b(?:diesel|gensets?|generators?|fuel)\b/i,
    needs: {
      time: { of: ["time"], unit: /^(?:hour|day)$/ },
      power: { of: ["power"] },
      use: { of: ["water", "other"], unit: /^L\/kWh$/ },
    },
    lines: ({ time, power, use }) => ({
      title: `${power.text} for ${time.text}`,
      lines: [
        { label: "energy", expression: `${write(power)} * ${write(time)} in MWh` },
        {
          label: "litres",
          expression: `${kilowatts(power)} * ${time.high * (time.unit === "day" ? 24 : 1)} * ${use.high} L`,
        },
      ],
      lead: [2, 1],
    }),
  }),
  // "A node of 8 cards makes 21,000 tokens a second and costs 24 dollars an hour: a million tokens"
  card({
    asks: /\b(?:node|server|box|rack|machine|system)\b.*\btokens?\b/i,
    needs: {
      cards: { of: ["chips"], optional: true },
      pace: { of: ["number"], near: /# ?tokens? (?:a|per|each|every) (?:second|sec|s)\b|# ?tok\/s/i },
      cost: { of: ["hourly"] },
      million: {
        of: ["number"],
        near: /# ?tokens? (?:costs?|is|runs?)\b|\b(?:per|for|a|each|so)\s*#/i,
        optional: true,
      },
    },
    lines({ pace, cost, million }) {
      if (million && million.high !== 1e6) return null;
      return {
        title: `${pace.text} tokens a second for ${cost.text}`,
        lines: [
          { label: "tokens an hour", expression: `${pace.high} * 3600` },
          { label: "for a million tokens", expression: `${cost.high} USD / #1 * 1000000` },
        ],
        lead: [2, 1],
      };
    },
  }),
];
