/** A currency in which an amount is to be said: "in euros", "in US dollars", "in £". */
export type CurrencySaid = "USD" | "EUR" | "GBP";

export const CURRENCY = String.raw`(us dollars?|dollars?|usd|us\$|\$|euros?|eur|€|(?:british )?pounds?(?: sterling)?|sterling|gbp|£)`;
const SAID = new RegExp(String.raw`\b(?:in|into) ${CURRENCY}(?=[\s?.!]*$)`, "i");

export const currencyOf = (word: string): CurrencySaid =>
  /^(?:e|€)/i.test(word) ? "EUR" : /^(?:us|d|\$)/i.test(word) ? "USD" : "GBP";

/** The currency at the end of a question; null where none is said. */
export function currencySaid(text: string): CurrencySaid | null {
  const word = SAID.exec(text)?.[1];
  return word ? currencyOf(word) : null;
}

export const withoutCurrency = (text: string): string => text.replace(SAID, " ");
