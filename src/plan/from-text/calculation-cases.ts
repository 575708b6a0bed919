/** Cases with a formula of their own: the parts of a build, a delay, servers renewed. */

import { defaultInput } from "../../calculator/chain/choose-inputs.ts";
import { gated } from "../../knowledge/gated.ts";
import { breakdownLines } from "../breakdown.ts";
import { digitsFor } from "../number-words.ts";
import type { FoundQuantity } from "../quantities.ts";
import { rateNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { isOfPart } from "./sums/cost.ts";
import { componentsIn } from "./sums/parts.ts";
import { writeQuantity, writeRate } from "./write-quantity.ts";

export const calculationCases: ReadRule = {
  name: "calculation-cases",
  read: (reading) => breakdown(reading) ?? delay(reading) ?? refresh(reading),
};

const SHARED = gated(
  /\b(?:equal(?:ly)?|evenly|into \d+|among(?:st)?|between (?:the )?\w+|ways)\b|\bsplit (?:over|across) (?:the next )?[\w.-]+ (?:years?|yrs?|months?|quarters?)\b/i,
);

function breakdown(reading: Reading) {
  const { question, quantities, names } = reading;
  if (
    !/\b(?:break ?downs?|broken down|break .* down|split(?: up)?|what (?:goes into|makes up)|where does the money go)\b/i.test(
      question,
    )
  )
    return null;
  if (isOfPart(question) && !/\bbreak ?downs?|\bbroken down|\bbreak\b/i.test(question)) return null;
  // What several share evenly, or what is spread over years, is no split of a build.
  if (SHARED.test(question)) return null;
  // "Split $50B 60/25/15" says its own shares.
  if (names.deals.length > 0 || /\d\s?%?\s?\/\s?\d/.test(question)) return null;
  const [first, ...more] = quantities.filter((found) => !found.perGw && !found.negative);
  if (more.length > 0) return null;
  const oneGw = /\b(?:an?|one|per|each)\s(?:gw|gigawatt)\b/i.test(question);
  if (!first && !oneGw) return null;
  const rate = rateNamed(reading);
  const start = !first ? "1 GW" : writeQuantity(first.quantity);
  const own = quantities.find((found) => found.perGw);
  const given =
    !first || first.quantity.unit === "GW"
      ? `${start} * ${own ? writeRate(own) : `@${rate ?? "bernstein-1gw"}`}`
      : start;
  const { title, lines, lead } = breakdownLines(given, names.orgs.includes("mckinsey") ? "mckinsey" : "bernstein");
  // A part that is named comes first.
  const wanted = lines.flatMap(({ label }, index) => (componentsIn(question).includes(label) ? [index + 1] : []));
  return { kind: "evaluate" as const, title, lines, lead: wanted.length > 0 ? [...wanted, 1] : lead };
}

/** Carrying the money, servers that age unused, revenue not earned: three views that are not added up. */
function delay(reading: Reading) {
  const { quantities } = reading;
  const question = digitsFor(reading.question);
  const length =
    /\b(\d+(?:\.\d+)?|an?|one)[- ](year|month|week|quarter)s?(?:'s?)?[- ](?:of )?delay|\bdelay(?:ed|s|ing)?\b.*?\b(\d+(?:\.\d+)?|an?|one)[- ](year|month|week|quarter)/i.exec(
      question,
    );
  const [power, ...more]: FoundQuantity[] = quantities.filter(
    (found) => found.quantity.unit === "GW" && !found.perGw && !found.negative,
  );
  if (!length || !power || more.length > 0 || reading.names.deals.length > 0) return null;
  const number = length[1] ?? length[3] ?? "1";
  const time = `${/^\d/.test(number) ? number : 1} ${length[2] ?? length[4]}`;
  const own = quantities.find((found) => found.perGw);
  const size = writeQuantity(power.quantity);
  return {
    kind: "evaluate" as const,
    title: `A delay of ${time} for ${power.quantity.text}`,
    lines: [
      {
        label: "carrying the money",
        expression: `${size} * ${own ? writeRate(own) : `@${rateNamed(reading) ?? "huang-2025"}`} * @cost-debt * ${time}`,
      },
      { label: "servers that age unused", expression: `${size} * @epoch-fit-it-capex / @life-it * ${time}` },
      { label: "revenue not earned", expression: `${size} * @rev-per-gwyr * ${time}` },
    ],
    lead: [1, 2, 3],
    notes: ["overlapping-views" as const],
  };
}

/** A site outlives its servers: what it costs to buy them again, at the same prices, as often as their life asks. */
function refresh(reading: Reading) {
  const { question, quantities, library } = reading;
  if (!/\b(?:refresh\w*|renew\w*|replac\w* (?:the )?(?:servers?|chips?|gpus?|it))\b/i.test(question)) return null;
  const years = /\b(?:over|for|in|across|within)\s(?:the next\s)?(\d+(?:\.\d+)?) ?years?\b/i.exec(question)?.[1];
  const [first, ...more] = quantities.filter((found) => !found.perGw && !found.negative);
  if (!years || !first || more.length > 0 || reading.names.deals.length > 0) return null;
  const own = quantities.find((found) => found.perGw);
  const rate = own ? writeRate(own) : `@${rateNamed(reading) ?? "huang-2025"}`;
  return {
    kind: "evaluate" as const,
    title: `${first.quantity.text} with its servers renewed over ${years} years`,
    lines: [
      {
        label: "first build",
        expression:
          first.quantity.unit === "GW" ? `${writeQuantity(first.quantity)} * ${rate}` : writeQuantity(first.quantity),
      },
      { label: "servers and chips in it", expression: `#1 * ${defaultInput(library, "it-share", null)}` },
      { label: "times bought again", expression: `${years} years / @life-it.mid - 1` },
      { label: "bought again", expression: "#2 * #3" },
      { label: "in all", expression: "#1 + #4" },
    ],
    lead: [4, 5],
  };
}
