/** What things come to at a price each, beside a sum of money: their share of it, what is left of it, how many the rest of it buys. */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const SHARE = /\b(?:shares?|percent\w*|per ?cent|fraction|proportion|part|portion|slice|how much of)\b|%/i;
const LEFT = gated(/\b(?:left|rest|remain\w*|balance|residual|everything else|minus|less|without|after)\b/i);
const COUNT = gated(/\b(?:how many|number of|count)\b|\b(?:racks?|gpus?|chips?|accelerators?)\s*\?/i);
const KINDS: Readonly<Record<string, Term["kind"]>> = { rack: "racks", chip: "chips" };

export const restOfMoney: ReadSum = (sum) => {
  const each = sum.one("unit-price");
  const thing = each?.unit.split("/")[1] ?? "";
  const kind = KINDS[thing];
  if (!each || !kind) return null;
  return ofThings(sum, each, kind) ?? afterOthers(sum, each, `${thing}s`);
};

/** "3,557 racks at $9.1M: share of the $47B", "what is left of it". */
function ofThings(sum: Sum, each: Term, kind: Term["kind"]) {
  const [things, money] = [sum.one(kind), sum.one("money")];
  if (!things || !money || things.unit.includes("/") || !sum.complete([things, each, money])) return null;
  const [share, left] = [SHARE.test(sum.words), LEFT.test(sum.words)];
  if (!share && !left) return null;
  return evaluated(
    [
      { label: `${things.text} at ${each.text}`.slice(0, 80), expression: `${write(things)} * ${write(each)}` },
      { label: `share of ${money.text}`, expression: `#1 / (${write(money)}) in %` },
      { label: `left of ${money.text}`, expression: `${write(money)} - #1` },
    ],
    { title: `${things.text} in ${money.text}`, lead: share && !left ? [2, 1] : [3, 1, 2] },
  );
}

/** "A budget of $7B; land and shell 1.9B; racks 3.7M each: racks?" */
function afterOthers(sum: Sum, each: Term, what: string) {
  const [first, second, ...more] = sum.of("money");
  if (!first || !second || more.length > 0 || first.unit !== second.unit || !COUNT.test(sum.words)) return null;
  if (!sum.complete([first, second, each])) return null;
  const [whole, other] = first.high >= second.high ? [first, second] : [second, first];
  return evaluated(
    [
      { label: `left of ${whole.text}`, expression: `${write(whole)} - ${write(other)}` },
      { label: what, expression: `#1 / (${write(each)})` },
    ],
    { title: `${what} for the rest of ${whole.text}`, lead: [2, 1] },
  );
}
