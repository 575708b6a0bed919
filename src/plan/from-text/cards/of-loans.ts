/** Loans, projects and what capital costs. */
import { gated } from "../../../knowledge/gated.ts";
import { currencyOf } from "../sums/lending.ts";
import { write, writePercentPerYear } from "../sums/write-term.ts";
import { card, part, yearly, yearsIn } from "./card.ts";

const rounded = (value: number): number => Number(value.toPrecision(12));
const LEVEL = gated(
  /\b(?:level|equal|annuity|amorti[sz]\w*|instal?ments?|paid off|pay(?:s|ing)? (?:it )?off|repaid|mortgage)\b|\b(?:monthly|yearly|annual) (?:cheque|check|payments?|bill)\b/i,
);

export const OF_LOANS = [
  // "$850M, 8.25%, paid off monthly over 12 years: the monthly cheque"
  card({
    asks: LEVEL,
    not: /\b(?:interest[- ]only|npv|present value|depreciat\w*|discount\w*|margin|backlog|bonds?|lease|rent)\b/i,
    needs: { loan: { of: ["money"] }, rate: { of: ["percent"] }, term: { of: ["time"] } },
    lines({ loan, rate, term }, _all, { text }) {
      const years = yearsIn(term);
      if (years === null || years <= 0) return null;
      const monthly = /\bmonth(?:ly|s)?\b/i.test(text.replace(/\d+ months\b/gi, ""));
      const steps = rounded(monthly ? years * 12 : years);
      if (!Number.isInteger(steps)) return null;
      const each = rounded(part(rate) / (monthly ? 12 : 1));
      const per = monthly ? "month" : "year";
      const lines = [
        {
          label: `a ${per}`,
          expression: monthly
            ? `${write(loan)} * ${each} / (1 - (1 + ${each}) ^ (0 - ${steps})) / 1 month in ${currencyOf(loan)}/month`
            : `${write(loan)} * annuity(${writePercentPerYear(rate)}, ${steps} years) in ${currencyOf(loan)}/year`,
        },
        { label: "in all", expression: `#1 * ${steps} ${per}s` },
        { label: "interest in it", expression: `#2 - ${write(loan)}` },
      ];
      const lead = /\btotal interest|interest (?:in all|over the)\b/i.test(text)
        ? [3, 1]
        : /\b(?:total|in all|altogether)\b/i.test(text)
          ? [2, 1]
          : [1];
      return { title: `Level payments on ${loan.text} at ${rate.text} over ${term.text}`, lines, lead };
    },
  }),
  // "Pay 500M today, get back 140M at the end of each of five years, at 9%: is it worth it"
  card({
    asks: /\b(?:npv|net present|worth (?:it|doing)|present value|discount(?:ed|ing)?)\b/i,
    needs: {
      outlay: {
        of: ["money"],
        near: /\b(?:pay|spend|invest|put (?:in|down)|outlay|up ?front|today|cost(?:s|ing)?|buy)\b/i,
      },
      inflow: {
        of: ["money", "flow"],
        near: /\b(?:get|gets|back|receive\w*|returns?|returning|inflow|earns?|earning|cash flow|throws? off|bring\w*|each|a year|every year)\b/i,
      },
      rate: { of: ["percent"] },
      term: { of: ["time"] },
    },
    lines({ outlay, inflow, rate, term }) {
      const years = yearsIn(term);
      if (years === null || !Number.isInteger(years)) return null;
      const r = part(rate);
      const yearly = inflow.kind === "flow" ? `${write(inflow)} * 1 year` : write(inflow);
      return {
        title: `${inflow.text} a year over ${term.text} at ${rate.text}, for ${outlay.text}`,
        lines: [
          {
            label: "worth today",
            expression: `${yearly} * (1 - (1 + ${r}) ^ (0 - ${years})) / ${r} in ${currencyOf(outlay)}`,
          },
          { label: "net present value", expression: `#1 - ${write(outlay)}` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "WACC? 60/40 debt to equity, debt costs 7% before a 21% tax shield, shareholders want 12%"
  card({
    asks: /^(?=.*\btax\b).*\b(?:wacc|weighted (?:average )?cost of capital)\b/i,
    not: /\bafter[- ]tax\b/i,
    needs: {
      debt: {
        of: ["percent", "number"],
        near: /# ?(?:of )?debt\b|\bdebt (?:share|weight|is|makes up)\w*[^#]*#|\bgearing[^#]*#/i,
        not: /\bcosts?\b|\btax\b|\bdebt (?:at|costs?)\b/i,
        optional: true,
      },
      equity: {
        of: ["percent", "number"],
        near: /# ?(?:of )?(?:equity|(?:our|the|its) (?:funding|capital|total|money))\b/i,
        not: /\b(?:costs?|wants?|return)\b/i,
        optional: true,
      },
      tax: { of: ["percent", "number"], near: /\btax\b/i },
      costOfDebt: {
        of: ["percent", "number"],
        near: /\bdebt (?:at|costs?|is at)[^#]*#|\bcosts? of debt\b|\bborrow\w*[^#]*#|\bcosts?[^#]*#/i,
      },
      costOfEquity: {
        of: ["percent", "number"],
        near: /# (?:for|on) equity|\b(?:equity (?:at|costs?|wants?)|shareholders?|investors?|return|cost of equity)\b/i,
      },
    },
    lines({ debt, equity, tax, costOfDebt, costOfEquity }) {
      const [own, lent] = [equity && part(equity), debt && part(debt)];
      const d = lent ?? (own === undefined ? null : rounded(1 - own));
      if (d === null || (own !== undefined && lent !== undefined && Math.abs(own + lent - 1) > 0.01)) return null;
      return {
        title: "Weighted average cost of capital",
        lines: [
          { label: "debt after tax", expression: `${part(costOfDebt)} * (1 - ${part(tax)}) in %` },
          {
            label: "weighted average cost of capital",
            expression: `${d} * #1 + ${rounded(1 - d)} * ${part(costOfEquity)} in %`,
          },
        ],
      };
    },
  }),
  // "SOFR is at 4.31, we pay 275 over, balance 1.5bn: annual interest"
  card({
    asks: /\b(?:sofr|libor|euribor|base rate|benchmark|treasur(?:y|ies))\b.*\b(?:interest|coupon|pay|cost)\b|\binterest\b.*\b(?:sofr|libor|euribor|base rate)\b/i,
    needs: {
      loan: { of: ["money"] },
      base: { of: ["percent", "number"], near: /\b(?:sofr|libor|euribor|base rate|benchmark|treasur\w+)\b[^#]*#/i },
      over: {
        of: ["percent", "number"],
        near: /# ?(?:bps?|basis points?|over|above|spread|on top|margin)|\b(?:plus|spread|margin)\b[^#]*#/i,
      },
    },
    lines({ loan, base, over }) {
      const spread = over.unit.startsWith("%") ? over.high : over.high >= 20 ? over.high / 100 : over.high;
      const rate = rounded(base.high + spread);
      return {
        title: `Interest on ${loan.text} at ${base.text} and ${over.text} over`,
        lines: [
          { label: "rate a year", expression: `${rounded(rate / 100)} in %` },
          { label: "interest a year", expression: `${write(loan)} * #1 / 1 year in ${currencyOf(loan)}/year` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "Net operating income is 96M and we owe 72M of principal plus interest: coverage"
  card({
    asks: /\b(?:coverage|dscr|covered|cover)\b/i,
    needs: {
      income: {
        of: ["money", "flow"],
        near: /\b(?:noi|ebit|income|ebitda|cash flow|earnings|earns?|rent|revenue|takes? in)\b/i,
      },
      service: {
        of: ["money", "flow"],
        near: /\b(?:owe|principal|interest|debt service|service|payments?|repay\w*|instal?ments?)\b/i,
      },
    },
    lines: ({ income, service }) => ({
      title: "Debt service coverage",
      lines: [{ label: "coverage", expression: `${yearly(income)} / (${yearly(service)})` }],
    }),
  }),
  // "$14bn of debt inside a $16bn package: leverage in per cent"
  card({
    asks: /^(?=.*\b(?:leverage|gearing|geared|loan[- ]to[- ](?:cost|value)|lt[cv])\b)(?=.*(?:%|\bper ?cent|\bpct\b|\b(?:package|financing|capital|cost|project|total|value)\b))/i,
    not: /\bebitda\b|\bearnings\b|\b(?:times|turns|multiple)\b/i,
    needs: {
      debt: { of: ["money"], near: /\b(?:debt|borrow\w*|owe\w*|loans?|bonds?|lent|senior)\b/i },
      whole: {
        of: ["money"],
        near: /\b(?:package|financing|capital(?:isation|ization)?|cost|project|total|value|campus|site|build|raise|deal|in all)\b/i,
        not: /# (?:of )?(?:debt|loans?|bonds?|borrowings?|equity)\b/i,
      },
    },
    lines: ({ debt, whole }) =>
      debt.high > whole.low
        ? null
        : {
            title: "Debt as a share of the whole",
            lines: [{ label: "debt as a share of the whole", expression: `${write(debt)} / (${write(whole)}) in %` }],
          },
  }),
  // "Debt to EBITDA for 4.2B borrowed against 700M"
  card({
    asks: /\b(?:debt[- ](?:to|\/|over)[- ]ebitda|debt\/ebitda|leverage|turns)\b/i,
    not: /\bpackage\b|\bin (?:%|per ?cent|pct)/i,
    needs: {
      debt: {
        of: ["money"],
        near: /\b(?:debt|borrow\w*|owe\w*|loans?|bonds?|net debt)\b/i,
        not: /\bebitda(?: of| is|:| at)? #|# ?(?:of )?ebitda/i,
      },
      ebitda: { of: ["money", "flow"], near: /\b(?:ebitda|earnings|against)\b/i },
    },
    lines: ({ debt, ebitda }) => ({
      title: "Debt to EBITDA",
      lines: [{ label: "debt to EBITDA", expression: `${write(debt)} / (${yearly(ebitda)})` }],
    }),
  }),
  // "A bond with an 8% coupon trades at 97.5: running yield"
  card({
    asks: /\b(?:running|current|flat|income) yield\b|\byield\b.*\btrad(?:es?|ing)\b|\btrad(?:es?|ing)\b.*\byield\b/i,
    not: /\bto maturity\b|\bytm\b/i,
    needs: {
      coupon: { of: ["percent"], near: /\bcoupon\b/i },
      price: { of: ["number", "percent"], near: /\b(?:trad\w+|price\w*|at|quoted)\b/i },
    },
    lines: ({ coupon, price }) => ({
      title: `A coupon of ${coupon.text} at ${price.text}`,
      lines: [{ label: "running yield", expression: `${coupon.high} / ${price.high} in %` }],
    }),
  }),
  // "Project is 6.4B, lenders will go to 70%: equity cheque"
  card({
    asks: /\bequity (?:cheque|check|need(?:ed)?|contribution|portion|slice|part)\b|\bhow much equity\b/i,
    needs: {
      project: { of: ["money"] },
      debt: { of: ["percent"], near: /\b(?:lenders?|debt|banks?|loan|ltv|gearing|leverage|borrow\w*)\b/i },
    },
    lines: ({ project, debt }) => ({
      title: `${project.text} with ${debt.text} of debt`,
      lines: [
        { label: "equity", expression: `${write(project)} * (1 - ${part(debt)})` },
        { label: "debt", expression: `${write(project)} * ${part(debt)}` },
      ],
      lead: [1, 2],
    }),
  }),
  // "A partner takes 20% of our sales until it's had $38bn; sales hold at 14bn: how many years"
  card({
    asks: /\b(?:until|till|before|cap(?:ped)?)\b.*\b(?:how (?:many years|long)|years)\b|\bhow (?:many years|long)\b.*\b(?:until|till|before)\b/i,
    needs: {
      share: {
        of: ["percent"],
        near: /# ?(?:of|cut|share)|\b(?:takes?|share|gets?|pays?)\b[^#]*#/i,
        not: /\b(?:grow\w*|interest|rate|rises?|climbs?|increas\w*)\b/i,
      },
      cap: { of: ["money"], near: /\b(?:until|till|cap\w*|had|received|paid|total)\b[^#]*#/i },
      sales: { of: ["money", "flow"], near: /\b(?:sales|revenues?|turnover|takings)\b/i },
    },
    lines: ({ share, cap, sales }) => ({
      title: `${share.text} of ${sales.text} up to ${cap.text}`,
      lines: [
        { label: "a year", expression: `${yearly(sales)} * ${part(share)}` },
        { label: "years", expression: `${write(cap)} / #1 * 1 year in years` },
      ],
      lead: [2, 1],
    }),
  }),
  // "Lender insists on 1.35x cover, 54m a year of cash: how much debt service can that carry"
  card({
    asks: /\b(?:how much|what) (?:debt service|of debt service|debt)\b.*\b(?:carry|support|bear|allow|afford|can)\b/i,
    needs: {
      cover: { of: ["number"], near: /# ?(?:x|times)|\b(?:cover\w*|dscr)\b/i },
      cash: { of: ["money", "flow"], near: /\b(?:cash|noi|income|ebitda|earns?|have)\b/i },
    },
    lines: ({ cover, cash }) =>
      cover.high > 0.5 && cover.high < 20
        ? {
            title: `${cash.text} at ${cover.text} times cover`,
            lines: [{ label: "debt service a year", expression: `${yearly(cash)} / ${cover.high}` }],
          }
        : null,
  }),
  // "EBIT of 210m and 1.4bn of debt at 6.5%: how many times over is the interest covered"
  card({
    asks: /\binterest\b.*\bcover\w*\b|\bcover\w*\b.*\binterest\b/i,
    needs: {
      ebit: { of: ["money", "flow"], near: /\b(?:ebit(?:da)?|operating (?:income|profit)|earnings)\b/i },
      debt: { of: ["money"], near: /\b(?:debt|loans?|bonds?|borrow\w*)\b/i },
      rate: { of: ["percent"] },
    },
    lines: ({ ebit, debt, rate }) => ({
      title: `${ebit.text} against ${rate.text} on ${debt.text}`,
      lines: [
        { label: "interest a year", expression: `${write(debt)} * ${part(rate)}` },
        { label: "coverage", expression: `${yearly(ebit)} / #1` },
      ],
      lead: [2, 1],
    }),
  }),
  // "Gross borrowings 3.2bn, 450m of cash, last quarter's EBITDA was 140m: net leverage, annualised"
  card({
    asks: /\bnet (?:leverage|debt to ebitda|debt\/ebitda)\b/i,
    needs: {
      debt: { of: ["money"], near: /\b(?:borrow\w*|debt|loans?|bonds?|owe\w*)\b/i },
      cash: { of: ["money"], near: /\b(?:cash|in the bank)\b/i },
      ebitda: { of: ["money", "flow"], near: /\bebitda\b/i },
    },
    lines({ debt, cash, ebitda }, _all, { text }) {
      const times = /\bquarter\w*\b/i.test(text) && /\bannuali[sz]\w*\b/i.test(text) ? 4 : 1;
      return {
        title: "Net debt to EBITDA",
        lines: [
          { label: "net debt", expression: `${write(debt)} - ${write(cash)}` },
          { label: "EBITDA a year", expression: `${yearly(ebitda)} * ${times}` },
          { label: "net debt to EBITDA", expression: "#1 / #2" },
        ],
        lead: [3, 1, 2],
      };
    },
  }),
  // "90 days of interest on an 850m revolver, SOFR at 4.3% and a spread of 275 bps, act/360"
  card({
    asks: /\binterest\b.*\b(?:sofr|libor|euribor|base rate)\b|\b(?:sofr|libor|euribor|base rate)\b.*\binterest\b/i,
    needs: {
      loan: { of: ["money"] },
      base: { of: ["percent"], near: /\b(?:sofr|libor|euribor|base rate)\b/i },
      spread: { of: ["percent"], near: /\b(?:spread|margin|over|plus)\b/i },
      days: { of: ["time"], unit: /^day$/ },
      basis: { of: ["number"], near: /\b(?:act|actual|30)\s?\/?\s*#/i, optional: true },
    },
    lines({ loan, base, spread, days, basis }) {
      const year = basis?.high === 365 ? 365 : 360;
      const rate = rounded((base.high + spread.high) / 100);
      return {
        title: `Interest on ${loan.text} for ${days.text}, days over ${year}`,
        lines: [
          { label: "rate a year", expression: `${rate} in %` },
          { label: `interest for ${days.text}`, expression: `${write(loan)} * #1 * ${days.high} / ${year}` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "$60m note, 6% coupon, principal back at the end of year 4: all the cash that goes out"
  card({
    asks: /\b(?:bullet|lump|principal (?:back|included|at the end)|at maturity)\b/i,
    needs: {
      loan: { of: ["money"] },
      rate: { of: ["percent"] },
      term: { of: ["time", "number"], near: /\byears?\b/i },
    },
    lines({ loan, rate, term }) {
      const years = term.kind === "time" ? yearsIn(term) : term.high;
      if (years === null || years <= 0 || years > 60) return null;
      return {
        title: `${loan.text} at ${rate.text}, repaid at the end of year ${years}`,
        lines: [
          { label: "interest in all", expression: `${write(loan)} * ${part(rate)} * ${years}` },
          { label: "paid in all", expression: `${write(loan)} + #1` },
        ],
        lead: [2, 1],
      };
    },
  }),
];
