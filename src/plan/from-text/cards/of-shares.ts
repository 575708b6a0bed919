/** Shares that are sold, bought back, converted or bought by right, what is earned on each, and what a company is worth by them. */
import { write } from "../sums/write-term.ts";
import { card, part } from "./card.ts";

const SHARES = ["shares", "money", "number"] as const;
/** "480M shares" may read as money. */
const count = (term: { high: number }): number => term.high;
const EACH = ["unit-price", "money", "number"] as const;

export const OF_SHARES = [
  // "I own 10% of a company with 480M shares out and they issued 60M more without me"
  card({
    asks: /\b(?:own|hold|stake|have)\b.*\b(?:issu\w+|new|more|print\w*|dilut\w*)\b/i,
    not: /\b(?:raise[sd]?|pre-?money|post-?money|valuation|warrants?|strike)\b/i,
    needs: {
      stake: { of: ["percent"], near: /\b(?:own|hold|stake|have|had|mine|my)\b/i },
      fresh: { of: SHARES, near: /\b(?:issu\w+|new|more|print\w*|extra|additional|sell\w*|sold)\b/i },
      old: { of: SHARES, near: /\b(?:out|outstanding|existing|shares|in issue|total)\b/i },
    },
    lines: ({ stake, fresh, old }) => ({
      title: `${stake.text} after ${fresh.text} more`,
      lines: [
        {
          label: "share afterwards",
          expression: `${part(stake)} * ${count(old)} / (${count(old)} + ${count(fresh)}) in %`,
        },
      ],
    }),
  }),
  // "They sold 8% of the company for $400M: pre and post"
  card({
    asks: /\b(?:pre|post)(?:[- ]?money)?\b.*\b(?:and|\/|,) ?(?:pre|post)\b/i,
    needs: {
      stake: { of: ["percent"], near: /\b(?:sold|sell\w*|gave|give|bought|for|took|stake)\b/i },
      paid: { of: ["money"] },
    },
    lines: ({ stake, paid }) => ({
      title: `${stake.text} for ${paid.text}`,
      lines: [
        { label: "post-money", expression: `${write(paid)} / ${part(stake)}` },
        { label: "pre-money", expression: `#1 - ${write(paid)}` },
      ],
      lead: [2, 1],
    }),
  }),
  // "342M shares, 61.50 a share, 8.5bn of borrowings, 1.3bn in the bank: enterprise value"
  card({
    asks: /\benterprise value\b|\bev (?:of|is|=)|\bev\?/i,
    needs: {
      shares: { of: ["shares"] },
      price: {
        of: ["unit-price", "number", "money"],
        near: /# ?(?:a|per|each|\/) ?share|\bat\b[^#]*#|\bprice\w*[^#]*#/i,
      },
      debt: { of: ["money"], near: /\b(?:debt|borrow\w*|loans?|bonds?|owe\w*)\b/i, not: /\bcash\b|\bbank\b/i },
      cash: { of: ["money"], near: /\b(?:cash|in the bank|bank)\b/i, optional: true },
    },
    lines: ({ shares, price, debt, cash }) => ({
      title: "Enterprise value",
      lines: [
        { label: "market value of the shares", expression: `${count(shares)} * ${price.high} USD` },
        { label: "enterprise value", expression: `#1 + ${write(debt)}${cash ? ` - ${write(cash)}` : ""}` },
      ],
      lead: [2, 1],
    }),
  }),
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
  // "Writing a 350m cheque into a 2.2bn pre: my ownership", "raises $750M at a 6.75bn pre-money: percent to the new money"
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
