/** How many racks or chips somebody counts in a gigawatt, for the power that is given: "2 GW at Foxconn's rack count". */

import type { Rate } from "../../../../knowledge/schema.ts";
import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { gated } from "../../../knowledge/gated.ts";
import { CHIP_NAME } from "../../given.ts";
import type { PlanInput } from "../../plan.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import { write } from "./write-term.ts";

const RACKS = gated(/\bracks?\b/i);
const CHIPS = /\b(?:chips?|gpus?|accelerators?|packages)\b|¤s\b|\bhow many ¤/i;
const ASKS =
  /\b(?:how many|number of|count|counts|what|how much|according to)\b|\?|^\s*(?:racks|gpus|chips|accelerators)\b|\b(?:racks?|gpus?|chips?|accelerators?) (?:per|in an?) (?:gw|gigawatt)\b/i;
const ONE_GW = /\b(?:an?|one|per|each|the)\s(?:gw|gigawatt)\b/i;
/** The racks themselves are to be paid for, and not all of a site. */
const RACKS_PRICED = gated(
  /\bracks? (?:alone|only|themselves)\b.*\b(?:costs?|run|worth|price|bill)\b|\b(?:costs?|price|bill|worth|budget|spend)\b.*\b(?:of|for|on) (?:all |just |only )?(?:the |its |those )?(?:\w+ ){0,3}racks?\b|\bracks?\b.*\brack price\b|\bracks? .*\bcosts?\b/i,
);
const MONEY = /\b(?:costs?|prices?|\$|dollars?|worth|spend|bill|budget)\b/i;

export const countsOnRecord: ReadSum = (sum) => {
  const { words } = sum;
  const multiplied = racksTimes(sum) ?? racksInCost(sum);
  if (multiplied) return multiplied;
  const power = sum.one("power");
  const held = sum.of("chips").find(({ unit }) => unit === "chip/rack") ?? null;
  const priced = RACKS_PRICED.test(words);
  if (
    (!ASKS.test(words) && !priced) ||
    (MONEY.test(words) && !priced) ||
    !sum.complete([power, held]) ||
    (!power && !ONE_GW.test(words))
  )
    return null;
  const [racks, chips] = [theirs(sum, "racks-per-gw"), theirs(sum, "accelerators-per-gw")];
  const wantsRacks = RACKS.test(words);
  const wantsChips = CHIPS.test(words.replace(/\b(?:gpu|chip)s? per rack\b/gi, " "));
  const perRack = sum.reading.library.knowledge.rates.find(({ quantity }) => quantity === "chips-per-rack");
  const size = power ? write(power) : "1 GW";
  const said = power?.text ?? "1 GW";
  const lines: SumLine[] = [];
  if (DIES.test(words)) return diesIn(sum, size, said);
  if (wantsRacks) {
    if (!racks) return null;
    lines.push({ label: `racks in ${said}`, expression: `${size} * @${racks.id}` });
  }
  if (wantsChips) {
    if (chips) lines.push({ label: `chips in ${said}`, expression: `${size} * @${chips.id}` });
    else if (racks && held)
      lines.push(...(wantsRacks ? [] : [{ label: `racks in ${said}`, expression: `${size} * @${racks.id}` }]), {
        label: `chips in ${said}`,
        expression: `#1 * ${write(held)}`,
      });
    else if (wantsRacks && perRack) lines.push({ label: `chips in ${said}`, expression: `#1 * @${perRack.id}` });
    else return null;
  }
  if (priced && racks) {
    const price = sum.reading.library.knowledge.rates.find(
      (rate) => rate.quantity === "rack-price" && rate.chip === racks.chip,
    );
    if (!price || !power) return null;
    lines.push({ label: `cost of the racks in ${said}`, expression: `#1 * @${price.id}` });
    return evaluated(lines, { lead: [lines.length, 1] });
  }
  // What one gigawatt holds is on record, and shown as it is.
  if (lines.length === 0 || !power) return null;
  return evaluated(lines, { lead: lines.map((_line, index) => index + 1) });
};

/** A package has more than one die: the count of dies is its own. */
function diesIn(sum: Sum, size: string, said: string): PlanInput | null {
  const all = sum.reading.library.knowledge.rates.filter(({ quantity }) => quantity === "dies-per-gw");
  const nobody = sum.reading.names.orgs.every((org) => org === "nvidia") && sum.reading.names.people.length === 0;
  const dies = theirs(sum, "dies-per-gw") ?? (nobody && all.length === 1 ? (all[0] ?? null) : null);
  const owner = dies && (sum.reading.library.organisations.get(dies.org ?? "")?.name ?? null);
  const power = sum.one("power");
  if (!dies || !owner || power === null) return null;
  if (power.high === 1 && power.unit === "GW") return { kind: "show-rate", rates: [dies.id] };
  const least = dies.mid === null && dies.high === null ? "at least, " : "";
  return evaluated([
    { label: `GPU dies in ${said}, ${least}by ${owner}`.slice(0, 80), expression: `${size} * @${dies.id}` },
  ]);
}
const DIES = gated(/\bdies?\b/i);

/** "Foxconn's racks per GW x 72 GPUs a rack": what stands in all of them. */
function racksTimes(sum: Sum) {
  const held = sum.one("chips");
  const racks = TIMES_RACKS.test(sum.words) ? theirs(sum, "racks-per-gw") : null;
  if (!held || !racks || !sum.complete([held])) return null;
  return evaluated(
    [
      { label: "racks in 1 GW", expression: `1 GW * @${racks.id}` },
      { label: "chips in 1 GW", expression: `#1 * ${write({ ...held, unit: "chip/rack" })}` },
    ],
    { lead: [2, 1] },
  );
}
/** "What share of Foxconn's gigawatt is racks", "the rest of Foxconn's $47B after racks": its racks at their price in its cost of a gigawatt. */
function racksInCost(sum: Sum) {
  const [share, rest] = [SHARE.test(sum.words), REST.test(sum.words)];
  if (!(share || rest) || !RACKS.test(sum.words) || CHIPS.test(sum.words)) return null;
  const { rates } = sum.reading.library.knowledge;
  const racks = theirs(sum, "racks-per-gw");
  const cost = rates.find(
    ({ quantity, org }) => quantity === "capex-per-gw" && org !== undefined && org === racks?.org,
  );
  const price = rates.find(({ quantity, chip }) => quantity === "rack-price" && chip === racks?.chip);
  if (!racks || !cost || !price) return null;
  const said = sum.terms.filter(({ low, high }) => low === high && low === cost.mid);
  const power = sum.of("power").filter(({ low, high }) => low === 1 && high === 1);
  if (!sum.complete([...said, ...power])) return null;
  return evaluated(
    [
      { label: "racks in 1 GW at the upper price on record", expression: `1 GW * @${racks.id} * @${price.id}.high` },
      { label: "their share of the cost", expression: `#1 / (1 GW * @${cost.id}) in %` },
      { label: "everything else", expression: `1 GW * @${cost.id} - #1` },
    ],
    { lead: rest ? [3, 1, 2] : [2, 1, 3] },
  );
}
const SHARE = /\b(?:shares?|percent\w*|fraction|portion|proportion|part|slice|how much of)\b|%/i;
const REST = gated(/\b(?:rest|left|remain\w*|everything else|without|besides|after|not)\b/i);

const TIMES_RACKS = gated(/\bracks?(?:-| )(?:per|an?|count|in an?)\b.*(?:\bx|×|\*|\btimes|\bmultiplied by)\s*$/i);

/** The count of the firm or the person that is named, for the chip that is named where there are several. */
function theirs({ reading, question }: Sum, quantity: Rate["quantity"]): Rate | null {
  const { names, library } = reading;
  const own = library.knowledge.rates.filter(
    (rate) =>
      rate.quantity === quantity &&
      (rate.person
        ? names.people.includes(rate.person)
        : rate.org !== undefined && names.orgs.includes(rate.org ?? "")),
  );
  const chip = CHIP_NAME.exec(question)?.[1];
  const fitting = chip ? own.filter((rate) => isChip(rate, chip)) : own;
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
