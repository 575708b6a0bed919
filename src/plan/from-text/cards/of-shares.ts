/** Shares that are sold, bought back, converted or bought by right, and what is earned on each. */
import { write } from "../sums/write-term.ts";
import { card, part } from "./card.ts";

const EACH = ["unit-price", "money", "number"] as const;

export const OF_SHARES = [
  // "248m shares, sells new ones worth 300m at $18.75 apiece: what slice do the buyers end up with"
  card({
    asks: /\b(?:sells?|issu\w+|new (?:ones|shares|stock))\b.*\b(?:slice|share|percent\w*|%|own|stake)\b/i,
    not: /\bpre[- ]?money\b|\bconvert\w*\b/i,
    needs: {
      old: { of: ["shares"] },
      raised: { of: ["money"], near: /\b(?:worth|raise\w*|sells?|new)\b/i },
      price: { of: ["unit-price"] },
    },
    lines: ({ old, raised, price }) => ({
      title: `${raised.text} at ${price.text} beside ${old.text}`,
      lines: [
        { label: "new shares", expression: `${raised.high} / ${price.high} * 1 shares` },
        { label: "their share", expression: `#1 / (${old.high} shares + #1) in %` },
      ],
      lead: [2, 1],
    }),
  }),
  // "575m convertible at $46 a share, 190m shares today: how many new, and how big"
  card({
    asks: /\bconvert\w*\b/i,
    needs: { debt: { of: ["money"] }, price: { of: ["unit-price"] }, old: { of: ["shares"] } },
    lines: ({ debt, price, old }) => ({
      title: `${debt.text} converted at ${price.text}`,
      lines: [
        { label: "new shares", expression: `${debt.high} / ${price.high} * 1 shares` },
        { label: "share of the enlarged count", expression: `#1 / (${old.high} shares + #1) in %` },
      ],
      lead: [1, 2],
    }),
  }),
  // "Treasury stock method: 9 million options with a $12 strike and the stock at $30"
  card({
    asks: /\btreasury (?:stock|share)\b|\b(?:options|warrants)\b.*\bnet (?:shares|new)\b|\bhow many (?:net )?shares\b.*\b(?:options|strike)\b/i,
    needs: {
      options: { of: ["number", "shares"], near: /\b(?:options|warrants)\b|^#$/i },
      strike: { of: EACH, near: /\b(?:strike|exercise)\b/i },
      stock: { of: EACH, near: /\b(?:stock|share price|trad\w+|shares? at|price)\b/i },
    },
    lines: ({ options, strike, stock }) =>
      strike.high < stock.high
        ? {
            title: `${options.text} options at ${strike.text} with the stock at ${stock.text}`,
            lines: [
              {
                label: "bought back with what they pay",
                expression: `${options.high} * ${strike.high} / ${stock.high} * 1 shares`,
              },
              { label: "net new shares", expression: `${options.high} shares - #1` },
            ],
            lead: [2, 1],
          }
        : null,
  }),
  // "Earnings per share: 412m net income less a 3% dividend on 500m of prefs, over 655m common"
  card({
    asks: /\bearnings per share\b|\beps\b/i,
    needs: {
      income: { of: ["money"], near: /\b(?:net income|earnings|profit)\b/i },
      rate: { of: ["percent"], near: /\b(?:dividend|pref\w*)\b/i, optional: true },
      prefs: { of: ["money"], near: /\b(?:prefs?|preferred|preference)\b/i, optional: true },
      shares: { of: ["shares", "money"], near: /\b(?:common|shares?|over|outstanding)\b/i },
    },
    lines({ income, rate, prefs, shares }) {
      if ((rate === undefined) !== (prefs === undefined)) return null;
      const due = rate && prefs ? ` - ${write(prefs)} * ${part(rate)}` : "";
      return {
        title: `Earnings of ${income.text}`,
        lines: [
          { label: "for the common shares", expression: `${write(income)}${due}` },
          { label: "earnings per share", expression: `#1 / (${shares.high} shares)` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "410m shares out, 1.2bn of buybacks at an average of $80: share count when done"
  card({
    asks: /\b(?:buy-?backs?|buys? back|repurchas\w+)\b/i,
    needs: {
      shares: { of: ["shares"] },
      spent: { of: ["money"] },
      price: { of: EACH, near: /\b(?:average|at|price|share)\b/i },
    },
    lines: ({ shares, spent, price }) =>
      price.high < 1e5
        ? {
            title: `${spent.text} of buybacks at ${price.text}`,
            lines: [
              { label: "bought back", expression: `${spent.high} / ${price.high} * 1 shares` },
              { label: "shares afterwards", expression: `${shares.high} shares - #1` },
            ],
            lead: [2, 1],
          }
        : null,
  }),
  // "Writing a 350m cheque into a 2.2bn pre: my ownership"
  card({
    asks: /\bpre\b.*\b(?:own\w*|stake|share|slice|percent\w*|%)|\b(?:own\w*|stake|share|slice|percent\w*)\b.*\bpre\b/i,
    not: /\bpost\b/i,
    needs: {
      pre: { of: ["money"], near: /\bpre\b/i },
      paid: { of: ["money"], near: /\b(?:cheque|check|invest\w*|puts?|writ\w+|rais\w+|new money)\b/i },
    },
    lines: ({ pre, paid }) => ({
      title: `${paid.text} at ${pre.text} before the money`,
      lines: [
        { label: "valuation after the money", expression: `${write(pre)} + ${write(paid)}` },
        { label: "share of the new money", expression: `${write(paid)} / #1 in %` },
      ],
      lead: [2, 1],
    }),
  }),
];
