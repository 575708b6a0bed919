/** "The price per employee, at $5.375B for 7,000": money for each of what has no unit of its own. */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const PER = gated(/\b(?:per|for each|for every) (?<thing>[a-z]{3,})\b/i);
/** What has a unit, or is no thing. */
const OTHER =
  /^(?:year|quarter|month|week|day|hour|minute|second|gws?|mws?|kws?|gigawatts?|megawatts?|kilowatts?|mwh|kwh|twh|gpus?|chips?|racks?|shares?|cent|annum|unit|token|million|billion|share|dollar|home|rack|gpu|chip|the|capita)$/i;

export const perThing: ReadSum = (sum) => {
  const thing = PER.exec(sum.words)?.groups?.thing;
  if (!thing || OTHER.test(thing)) return null;
  const [money, count] = [sum.one("money"), sum.one("number", "sites", "other")];
  if (
    !money ||
    !count ||
    count.low <= 1 ||
    (count.unit !== "" && count.unit !== "site") ||
    !sum.complete([money, count])
  )
    return null;
  return evaluated([{ label: `for each ${thing}`, expression: `${write(money)} / ${write(count, "")}` }], {
    title: `${money.text} for ${count.text}`.slice(0, 120),
  });
};
