/** Parts of a build at shares that are given: "GPU share 39% of a $35B gigawatt", "CPU 3%, storage 1.25%, networking 13% of $35B". */
import { gated } from "../../../knowledge/gated.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

/** What a build is made of. */
const PART =
  /\b(?:gpus?|chips?|accelerators?|silicon|nvidia|network\w*|cpus?|storage|memory|hbm|servers?|racks?|hardware|IT|m&e|mechanical|electrical|power|cooling|shell|land|buildings?|builders|construction|facility|energy|technology|labou?r|software|generators?|transformers?|turbines?|switches|optics)\b|¤/i;
const SHARE = gated(/\b(?:shares?|slice|part|portion|fraction|cut|piece|chunk|split)\b/i);
/** A share by which something moves, that is earned, paid or sold, is no part. */
const OTHERWISE =
  /\b(?:higher|lower|more|less|cheaper|dearer|up|down|rises?|falls?|drops?|grow\w*|growth|increase[sd]?|decrease[sd]?|premium|discount\w*|overruns?|inflation|margin|profit|interest|yield|coupon|debt|equity|stake|late|delay\w*|slip\w*|load|utili[sz]\w*|sold|off|over|above|below|saving|saves?|per year|a year|annual\w*|yearly|depreciat\w*|tax|fee|return|left|rest|remain\w*|usable|without|except|excluding|other than|non|not)\b/i;
const OF =
  /\b(?:of|in|from|on|out of)(?: (?:an?|the|that|one|each|every|its|his|their|total|all|whole))*(?: \S+['’]s)?\s*$/i;
const MOST = 6;

export const partsGiven: ReadSum = (sum) => {
  const percents = sum.of("percent");
  const [whole, ...wholes] = sum.of("money", "rate");
  if (!whole || wholes.length > 0 || percents.length === 0 || percents.length > MOST) return null;
  const power = sum.one("power");
  if (!sum.complete([whole, power, ...percents]) || (power && whole.kind !== "rate")) return null;
  if (!(PART.test(sum.words) || SHARE.test(sum.words)) || OTHERWISE.test(sum.words)) return null;
  if (percents.some((term) => term.ends.length > 1 || (roleOf(term) !== null && roleOf(term) !== "factor")))
    return null;
  if (whole.high < LEAST_BUILD || !(OF.test(whole.before) || SHARE.test(sum.words))) return null;
  // Of a list each part is called by its name, all before their shares or all behind them.
  const called = [before, behind].map((label) => percents.map(label)).find((labels) => labels.every(Boolean)) ?? [];
  if (percents.length > 1 && called.length === 0) return null;
  const all = power ? `${write(power)} * ${write(whole)}` : write(whole);
  const lines = percents.map((term, at) => ({
    label: `${called[at] ?? ""} ${term.text}`.trim().slice(0, 80),
    expression: `${all} * ${writeShare(term)}`,
  }));
  if (lines.length > 1)
    lines.push({ label: "together", expression: lines.map((_line, at) => `#${at + 1}`).join(" + ") });
  return evaluated(lines, {
    title: `Parts of ${whole.text}${power ? ` for ${power.text}` : ""}`.slice(0, 120),
    lead: percents.map((_term, at) => at + 1),
  });
};
/** A part of less is no part of a build. */
const LEAST_BUILD = 1e6;

/** The word that a share is called by: the last before it, or the first behind it. */
const before = (term: Term): string => wordsIn(term.before).at(-1) ?? "";
const behind = (term: Term): string => wordsIn(term.after)[0] ?? "";
const wordsIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(PART.source, "gi"))].map(([word]) => word.replace(/¤+/, "chips"));
