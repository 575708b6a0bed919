/** What money for a power comes to a gigawatt, set against another cost of a gigawatt: "is 3 GW for $100B cheaper than Huang's figure?" */
import { gated } from "../../../knowledge/gated.ts";
import { ratesNamed } from "../rates-named.ts";
import { currencyOf } from "./lending.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const BELOW = gated(/\b(?:cheap\w*|less|below|under|lower|bargain)\b/i);
const ABOVE = gated(/\b(?:dear\w*|expensive|pric(?:ey|ier)|more|above|over|higher)\b/i);
const BY_HOW_MUCH = gated(
  /\b(?:how (?:much|far|many \w+)|what) (?:more |less )?(?:over|above|below|under|more|less|higher|lower|beyond)\b/i,
);
const AGAINST = /\b(?:than|against|vs\.?|versus|compared|below|above|under|over|or)\b/i;

export const impliedRate: ReadSum = (sum) => {
  const claim = BELOW.test(sum.words) ? "below" : ABOVE.test(sum.words) ? "above" : null;
  if (!claim || !AGAINST.test(sum.words)) return null;
  const power = sum.one("power");
  const [whole, other, ...more] = [...sum.of("money", "rate")].sort((a, b) => a.start - b.start);
  if (!power || !whole || whole.kind !== "money" || more.length > 0) return null;
  const [named, ...others] = ratesNamed(sum.reading);
  if ((other ? 1 : 0) + (named ? 1 : 0) !== 1 || others.length > 0) return null;
  if (!sum.complete([power, whole, other]) || (other && currencyOf(other) !== currencyOf(whole))) return null;
  // Whoever is named beside a number of the asker's has it from there.
  const perGw = other && other.kind === "money" ? { ...other, unit: `${other.unit}/GW` } : other;
  const rate = perGw ? write(perGw) : `@${named}`;
  const label = other?.text ?? sum.reading.library.rates.get(named ?? "")?.name ?? "";
  if (BY_HOW_MUCH.test(sum.words))
    return evaluated(
      [
        { label: `${power.text} at ${label || "that"}`.slice(0, 80), expression: `${write(power)} * ${rate}` },
        {
          label: `difference from ${whole.text}`,
          expression: claim === "below" ? `${write(whole)} - #1` : `#1 - ${write(whole)}`,
        },
      ],
      { lead: [2, 1], title: `${power.text} against ${whole.text}`, asOf: sum.reading.dates.asOf },
    );
  return evaluated(
    [
      { label: `${whole.text} for ${power.text}`, expression: `${write(whole)} / (${write(power)})` },
      { label: label.slice(0, 80), expression: rate },
      { label: "difference", expression: "(#1 - #2) / #2 in %" },
    ],
    { lead: [1, 2, 3], claim, title: "For each gigawatt", asOf: sum.reading.dates.asOf },
  );
};
