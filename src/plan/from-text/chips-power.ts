/** "Power of TPU v7, Trainium 2 and 3", "which chip power numbers for Google": what chips themselves draw, for several that are named. */

import type { Rate } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import type { ReadRule } from "./reading.ts";

const POWER = gated(
  /\b(?:input power|power (?:draws?|numbers?|figures?|ratings?|consumption)|tdps?|thermal design power|watts?|wattages?)\b/i,
);
const OF_CHIPS = gated(/\b(?:chips?|gpus?|tpus?|accelerators?|trainiums?|processors?)\b/i);
/** "Trainium 2, 3": the name is of both. */
const ANOTHER = /\b([a-z]{3,}) ?(\d)((?:\s?(?:,|\/|&|and|or)\s?(?:and )?\d\b)+)/gi;
const [FEWEST, MOST] = [2, 8];

export const chipsPower: ReadRule = {
  name: "chips-power",
  read({ question, names, library, quantities, conversation }) {
    if (!POWER.test(question) || conversation.plan !== null || quantities.length + names.deals.length > 0) return null;
    const text = question.replace(
      ANOTHER,
      (_said, name: string, first: string, more: string) =>
        `${name}${first} ${(more.match(/\d/g) ?? []).map((digit) => name + digit).join(" ")}`,
    );
    const all = library.knowledge.rates.filter(({ quantity }) => quantity === "accelerator-power");
    const named = all.filter((rate) => isNamed(rate, text));
    const theirs =
      named.length === 0 && OF_CHIPS.test(question) ? all.filter(({ org }) => org && names.orgs.includes(org)) : [];
    const found = named.length > 0 ? named : theirs;
    return found.length >= FEWEST && found.length <= MOST
      ? { kind: "show-rate", rates: found.map(({ id }) => id), rank: null }
      : null;
  },
};

/** Whether the name of the chip and its number are said: "AWS Trainium2", "Google TPU v7". */
function isNamed({ chip = "" }: Rate, text: string): boolean {
  const [, word = "", number = ""] = /([a-z]+)[ -]?(v?\d+\w*)/i.exec(chip) ?? [];
  return word !== "" && new RegExp(String.raw`\b${word}s?[ -]?${number.replace(/^v/i, "v?")}\b`, "i").test(text);
}
