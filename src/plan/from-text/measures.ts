/** What is measured of an organisation, as a table of patterns: the first that matches wins. */
import type { Measure } from "../../../knowledge/schema.ts";

const MEASURES: readonly { measures: readonly Measure[]; pattern: RegExp }[] = [
  { measures: ["run-rate-revenue"], pattern: /\b(?:run[\s-]?rate|annuali[sz]ed revenue|arr)\b/i },
  { measures: ["gross-margin"], pattern: /\b(?:gross )?margins?\b/i },
  { measures: ["cash-burn"], pattern: /\b(?:cash )?burn(?:ed|ing|s)?\b|\bburn rate\b/i },
  { measures: ["revenue-share"], pattern: /\brevenue shar(?:e|ing)\b/i },
  {
    measures: ["revenue", "revenue-target"],
    pattern: /\b(?:revenues?|turnover|top line|how much .* (?:earn|make)(?:s|ing|ed)?)\b/i,
  },
  {
    measures: ["operating-loss", "net-loss", "costs"],
    pattern: /\b(?:loss(?:es)?|los(?:e|ing|t) money|unprofitable|profit(?:s|able)?|operating loss)\b/i,
  },
  {
    measures: ["capex-guidance", "capex"],
    pattern: /\b(?:capex|capital (?:expenditures?|spending)|guidance|guided?|infrastructure spend(?:ing)?)\b/i,
  },
  {
    measures: ["backlog"],
    pattern: /\b(?:backlog|rpo|remaining performance obligations?|performance obligations?)\b/i,
  },
  {
    measures: ["compute-capacity"],
    pattern:
      /\b(?:compute|computing|gigawatts?|gw|capacity)\b.*\b(?:running|use|used|using|operat\w*|online|have|had|actual\w*|today|now)\b|\bcompute in use\b/i,
  },
  {
    measures: ["compute-spend"],
    pattern: /\bcompute (?:spend(?:ing)?|bill|costs?|budget)\b|\bspend(?:ing)? on compute\b/i,
  },
  {
    measures: ["commitments"],
    pattern:
      /\b(?:total commitments?|committed in total|all (?:its|their) (?:deals|commitments)|tally|\$?1(?:\.4)? ?t(?:rillion|n)?\b|infrastructure deals worth)\b/i,
  },
  { measures: ["funding-gap"], pattern: /\bfunding (?:gap|shortfall|hole)\b/i },
  { measures: ["exposure"], pattern: /\bexposure\b/i },
  { measures: ["debt"], pattern: /\b(?:total |hyperscaler )?(?:debt|borrowing) (?:of|issued|raised|estimate)\b/i },
];

/** What is measured, by the first line whose words stand in the text. */
export const measuresIn = (text: string): readonly Measure[] =>
  MEASURES.find((entry) => entry.pattern.test(text))?.measures ?? [];
