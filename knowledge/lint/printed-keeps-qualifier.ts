import type { Qualifier, Unit } from "../schema.ts";
import { everyAmount, isMoney } from "./every-amount.ts";
import type { Rule } from "./rule.ts";

const words: readonly (readonly [RegExp, Qualifier])[] = [
  [/\b(?:up to|as much as|no more than)\b/i, "up-to"],
  [/\b(?:more than|at least|above|exceeding|upwards of)\b|^over\b|\w\+(?:\s|$)/i, "at-least"],
  [/\b(?:about|around|roughly|nearly|almost|approximately|circa)\b|[~≈]|^some\b/i, "about"],
];

const signs: readonly (readonly [RegExp, Unit])[] = [
  [/€|\bEUR\b/, "EUR"],
  [/£|\bGBP\b/, "GBP"],
  [/₹|\bRs\b|\bINR\b/, "INR"],
  [/A\$|\bAUD\b/, "AUD"],
  [/(?:^|[^A-Z])\$|US\$|\bUSD\b/, "USD"],
];

export const printedKeepsQualifier: Rule = {
  name: "printed-keeps-qualifier",
  holds: "“Up to”, “more than” and “about” in a printed figure are its qualifier, and its currency sign is its unit.",
  check(knowledge, report) {
    for (const { file, path, amount, figure } of everyAmount(knowledge)) {
      if (amount !== figure || figure.printed === undefined) continue;
      const { printed, qualifier, unit } = figure;
      const [, said] = words.find(([pattern]) => pattern.test(printed)) ?? [];
      if (said && said !== qualifier)
        report(
          file,
          [...path, "qualifier"],
          `“${printed}” is “${said}”, not “${qualifier}”: the qualifier is part of the fact`,
        );
      const [, currency] = signs.find(([pattern]) => pattern.test(printed)) ?? [];
      if (currency && isMoney(unit) && currency !== unit)
        report(file, [...path, "unit"], `“${printed}” is in ${currency}, not ${unit}: money stays in its currency`);
    }
  },
};
