/** What an hour of a GPU comes to by a rental on record: "the price of a GPU-hour that Anthropic's Colossus fee implies". */
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";
import { dealMeant } from "./deal-meant.ts";
import { figuresOf, nameOf, termOf } from "./figure-sought.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";

const HOURLY = gated(
  /(?:\b(?:per|an?|each|for an?|of an?)|\/) ?(?:gpu|chip|accelerator|card)[- ](?:hour|hr)|\b(?:gpu|chip|accelerator|card)[- ]hours?\b|\bhourly\b.*\b(?:gpu|chip|accelerator|card)s?\b|\b(?:gpu|chip|accelerator|card)s?\b.*\b(?:hourly|an hour|per hour|each hour|every hour)/i,
);
const PRICED =
  /\b(?:prices?|costs?|rates?|fees?|dollars?|how much|pay(?:s|ing)?|paid|charged?|worth|impl(?:y|ies|ied))\b|\$/i;
const OTHERWISE = /\b(?:market|street|spot|list|average|typical|how many|which|cheapest|dearest|vs|versus)\b/i;

/** The fee on record over the GPUs on record; null where no rental is meant, and what is missing where it lacks one of them. */
export const hourlyOfRecord: ReadSum = (sum) => {
  const { reading, words } = sum;
  const { names, conversation } = reading;
  if (!HOURLY.test(words) || !PRICED.test(words) || OTHERWISE.test(words)) return null;
  if (sum.terms.some(({ kind }) => kind !== "year")) return null;
  const [named, ...more] = names.deals;
  const last = names.orgs.length === 0 ? conversation.deal : null;
  const id = named && more.length === 0 ? named : names.orgs.length > 1 ? rentalMeant(sum) : last;
  if (!id) return null;
  const record = { type: "deal", id } as const;
  const moneys = figuresOf(reading, record, "money");
  const fee = moneys.find(({ figure, headline }) => headline && figure.per) ?? moneys.find(({ figure }) => figure.per);
  const whole = fee ? null : moneys.find(({ headline }) => headline);
  const chips = figuresOf(reading, record, "chips");
  const count = chips.find(({ headline }) => headline) ?? [...chips].sort((a, b) => b.since.localeCompare(a.since))[0];
  const term = whole ? termOf(whole) : null;
  const money = fee ?? (term ? whole : null);
  if (!money || !count) {
    const about = `the ${money ? "number of chips" : "fee for a time"} of ${nameOf(reading, record)}`.slice(0, 200);
    return { kind: "decline", reason: "missing-number", about, near: [id] };
  }
  const lines = [
    { label: money.figure.label.slice(0, 80), expression: money.expression },
    { label: count.figure.label.slice(0, 80), expression: count.expression },
    {
      label: "an hour of one GPU",
      expression: `#1 / #2${term ? ` / (${term})` : ""} in ${money.figure.unit}/gpu-hour`,
    },
  ];
  return evaluated(lines, { title: nameOf(reading, record).slice(0, 120), lead: [3, 1, 2], asOf: reading.dates.asOf });
};

/** What is paid in every month is no sum that a deal is worth: its power tells it too. */
const rentalMeant = ({ reading, words }: Sum): string | undefined =>
  (dealMeant(reading, words, "money") ?? dealMeant(reading, words, "power"))?.id ?? onlyRental(reading);

/** The only deal of all who are named that has a fee for a time and a number of chips. */
function onlyRental(reading: Reading): string | undefined {
  const { library, names } = reading;
  const found = library.knowledge.deals.filter(({ id, parties }) => {
    const record = { type: "deal", id } as const;
    return (
      names.orgs.every((org) => parties.some((party) => family(library, org).has(party.org))) &&
      figuresOf(reading, record, "money").some(({ figure }) => figure.per) &&
      figuresOf(reading, record, "chips").length > 0
    );
  });
  return found.length === 1 ? found[0]?.id : undefined;
}
