/** A few dollars that are the price of an hour of a chip: "a GPU-hour at $2.60", "$2.60 on 100,000 GPUs, 80% sold". */
import { gated } from "../../../knowledge/gated.ts";
import { as, type Step } from "./among.ts";
import type { Term } from "./terms.ts";

const AN_HOUR_AT =
  /(?:¤|\b(?:gpus?|chips?|accelerators?))[- ]hours?(?: (?:at|is|costs?|sells? (?:for|at)|goes for|priced at|of|for|=|that (?:costs?|sells? (?:for|at))))*\s*[:=@]?\s*$/i;
const CHIP_HOURS = gated(/(?:¤|\b(?:gpus?|chips?|accelerators?))[- ]hours\b/i);
const RENTS_CHIPS = gated(
  /\brent(?:s|ed|ing|al)?\b.*(?:¤|\b(?:gpus?|chips?|accelerators?|cards?)\b)|(?:¤|\b(?:gpus?|chips?|accelerators?|cards?)\b).*\brent(?:s|ed|ing|al)?\b/i,
);

/** Dollars that nobody but a whole fleet pays for an hour. */
const MOST_AN_HOUR = 1_000;
const isFew = ({ kind, scaled, high }: Term): boolean => kind === "money" && !scaled && high < MOST_AN_HOUR;

/** "Renting one at 5.30 an hour": dollars, where chips are rented. */
export const rentedByTheHour: Step = (term, { text, terms }) => {
  if (term.unit !== "/hour" || term.high >= MOST_AN_HOUR) return;
  if (RENTS_CHIPS.test(text) || terms.some(({ kind }) => kind === "chips"))
    Object.assign(term, { kind: "hourly", unit: "USD/gpu-hour", assumed: true });
};

/** "$2.60 on 100,000 GPUs, 80% sold". */
export const soldByTheHour: Step = (term, { text, terms }) => {
  if (
    isFew(term) &&
    term.high < 50 &&
    terms.some(({ unit }) => unit === "chip") &&
    /\b(?:rent\w*|sold|utili[sz]\w*|occup\w*|booked|hours?)\b/i.test(text) &&
    !terms.some(({ kind }) => kind === "hourly" || kind === "energy" || kind === "power")
  )
    as(term, "hourly", "gpu-hour");
};

/** "How many GPU-hours does $50M buy at $2.60". */
export const boughtByTheHour: Step = (term, { text, terms }) => {
  if (isFew(term) && CHIP_HOURS.test(text) && terms.some(({ kind, low }) => kind === "money" && low >= 1e4))
    as(term, "hourly", "gpu-hour");
};

/** "A GPU-hour at $2.60". */
export const anHourAt: Step = (term) => {
  if (isFew(term) && AN_HOUR_AT.test(term.before)) as(term, "hourly", "gpu-hour");
};
