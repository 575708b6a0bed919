/** Several results of one power at once: "chips, racks and energy for 1.5 GW". */
import type { Link } from "../../../calculator/chain/names.ts";
import { CHIP_NAME } from "../../given.ts";
import type { PlanOf } from "../../plan.ts";
import { basisSaid } from "../basis-said.ts";
import { rateNamed } from "../rates-named.ts";
import { assumptionOf, givenOf } from "./chain.ts";
import { evaluated, type ReadSum, type SumLine } from "./sum.ts";
import { written } from "./written-estimate.ts";

const NOUNS: readonly (readonly [link: Link, words: string])[] = [
  ["bill", "(?:annual |yearly )?(?:power|electricity|energy) (?:bill|costs?)"],
  ["racks", "racks"],
  ["accelerators", "(?:chips|gpus|accelerators|¤+s)"],
  ["energy", "(?:annual |yearly )?(?:energy|electricity|twh|consumption)(?: (?:use|a year|per year))?"],
  ["homes", "(?:homes|households)(?: equivalent)?"],
  ["co2", "(?:co2|carbon|emissions)"],
  ["water", "water(?: use)?"],
  ["depreciation", "(?:annual |yearly )?depreciation"],
  ["cost", "(?:capex|build cost|cost|price)"],
];
const NOUN = NOUNS.map(([, words]) => words).join("|");
/** Nouns side by side, joined as a list is. */
const LIST = new RegExp(
  String.raw`\b(?:${NOUN})(?:(?:,? and|,| &| plus|,? as well as) (?:the |its |annual )*(?:${NOUN})\b)+`,
  "i",
);

export const severalLinks: ReadSum = (sum) => {
  const list = LIST.exec(sum.words.replace(/\s+/g, " "))?.[0];
  const power = sum.one("power");
  const { deals, places, orgs, people } = sum.reading.names;
  if (!list || !power || deals.length + places.length + people.length > 0) return null;
  if (orgs.some((org) => org !== "nvidia" && org !== "amd")) return null;
  const asked = NOUNS.map(([link, words]) => ({ link, at: list.search(new RegExp(String.raw`\b(?:${words})\b`, "i")) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ link }) => link);
  // "Energy cost" is one thing, and no list of two.
  const links = asked.includes("bill")
    ? asked.filter((link) => link !== "energy" || /(?:energy|electricity|twh)\b(?! (?:bill|cost))/i.test(list))
    : asked;
  if (links.length < 2 || links.length > 5) return null;
  const rate = sum.one("rate");
  const others = sum.terms.filter((term) => term !== power && term !== rate && term.kind !== "year");
  const assume = others.flatMap((term) => assumptionOf(sum, term) ?? []);
  const quantity = givenOf(power);
  if (!quantity || assume.length < others.length) return null;
  if (sum.flatOut && !assume.some(({ input }) => input === "load")) assume.push({ input: "load", expression: "1" });
  const named = rateNamed(sum.reading);
  const lines: SumLine[] = [];
  const leads: number[] = [];
  for (const to of links) {
    const plan: PlanOf<"estimate"> = {
      kind: "estimate",
      over: null,
      deals: [],
      receipt: null,
      quantity,
      from: null,
      to,
      rate:
        rate && rate.spread === null
          ? { low: rate.low, high: rate.high, unit: "USD", text: rate.text }
          : named
            ? { name: named }
            : null,
      chip: CHIP_NAME.exec(sum.question)?.[1]?.replace(/'?s$/i, "") ?? null,
      basis: basisSaid(sum.question),
      assume,
    };
    const own = written(sum.reading.library, plan);
    if (!own) return null;
    const offset = lines.length;
    for (const { label, expression } of own)
      lines.push({
        label: label ?? "",
        expression: expression.replace(/#(\d+)/g, (_all, index: string) => `#${Number(index) + offset}`),
      });
    leads.push(lines.length);
  }
  return evaluated(lines, { title: `${power.text}: ${list}`.slice(0, 120), lead: leads });
};
