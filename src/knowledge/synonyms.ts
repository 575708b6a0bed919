/** Words that ask for the same thing. The first of each line stands for all. */
import { stem } from "./words.ts";

const LINES = [
  "upfront initial immediate immediately advance instalment installment first down",
  "loan debt lend lent borrow borrowing credit facility lender bank",
  "price strike exercise cost",
  "exit terminate termination quit leave cancel walk out break",
  "expire expiry expires lapse end run out",
  "guarantee guarantor backstop guaranteed guarantees credit-support",
  "latest recent newest last third",
  "total overall combined aggregate altogether together",
  "vest vesting tranche tranches milestone",
  "chip gpu accelerator processor",
  "stake share equity ownership shareholder own owned",
  "valuation valued",
  "invest investment money fund funding",
  "lease rent tenant landlord",
  "site campus location located where",
  "deliver delivery ship shipment start begin online live",
  "exclusive exclusivity refusal",
  "power electricity energy grid gas nuclear",
  "fee pay paid payment paying monthly",
  "react reaction respond response surprise surprised reply",
  "announce announced announcement unveil unveiled disclose disclosed reveal revealed",
  "sign signed signing agree agreed agreement",
  "take taking took over acquire acquired acquisition buy bought takeover merger",
  "criticism critic circular concern objection",
  "option expand expansion extend increase add added grow",
  "interest coupon rate percent",
  "build building construction built construct",
  "year annual annually yearly",
];

const GROUP = new Map<string, string>();
for (const line of LINES) {
  const [first = "", ...others] = line.split(" ").map(stem);
  for (const word of [first, ...others]) if (!GROUP.has(word)) GROUP.set(word, first);
}

/** A word, or the word that stands for its group. */
export const sense = (word: string): string => GROUP.get(stem(word)) ?? stem(word);
