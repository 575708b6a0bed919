/** "What percentage of Goldman's $7.6T goes on the data centres": a part of somebody's total by the parts that they have published. */

import type { Rate } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { isNear } from "./divided-by.ts";
import { evaluated, type ReadSum } from "./sum.ts";

const SHARE = /\b(?:shares?|percent\w*|fraction|portion|proportion|part|slice|how much of|split)\b|%/i;
/** What it is told apart from is not what is asked for. */
const NOT_THAT = gated(/\b(?:rather than|instead of|not|excluding|as opposed to|leaving out|without)\b.*$/i);

export const partOfForecast: ReadSum = (sum) => {
  const { reading, words } = sum;
  const { names, library, conversation } = reading;
  const [owner, ...more] = names.orgs;
  if (owner === undefined || more.length > 0 || names.deals.length > 0 || conversation.plan !== null) return null;
  if (!SHARE.test(words)) return null;
  const asked = words.replace(NOT_THAT, " ");
  const theirs = library.knowledge.rates.filter(({ org }) => org === owner);
  for (const whole of theirs) {
    const parts = theirs.filter(
      (rate) =>
        rate.quantity.startsWith(`${whole.quantity}-`) && rate.unit === whole.unit && (rate.told_by?.length ?? 0) > 0,
    );
    const told = parts.filter((part) => isTold(part, asked));
    const [part, ...others] = told;
    if (!part || others.length > 0) continue;
    // An amount of the question may only be the total itself.
    const given = sum.terms.filter(({ kind }) => kind !== "year");
    const isWhole = given.every(({ kind, high }) => kind === "money" && whole.mid !== null && isNear(whole.mid, high));
    if (!isWhole) continue;
    return evaluated(
      [
        { label: part.name.slice(0, 80), expression: `@${part.id}` },
        { label: whole.name.slice(0, 80), expression: `@${whole.id}` },
        { label: "share", expression: "#1 / #2 in %" },
      ],
      { title: `${part.name}, of all`.slice(0, 120), lead: [3, 1, 2], asOf: reading.dates.asOf },
    );
  }
  return null;
};

const isTold = ({ told_by = [] }: Rate, asked: string): boolean =>
  told_by.some((word) => new RegExp(String.raw`\b${word}\b`, "i").test(asked));
