/** Somebody's estimate or count, or a company's own figure, so many times over, or a part of it: "foxconn's figure, times 2", "half of Barclays' per-GW estimate", "racks per GW x 72 GPUs". */

import type { Rate } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { digitsFor } from "../number-words.ts";
import type { PlanInput } from "../plan.ts";
import { estimateOfOwner } from "./estimate-of-owner.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { type Beside, figureNamed } from "./sums/figures-meant.ts";
import { evaluated, type SumLine } from "./sums/sum.ts";

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?|\.\d+)`;
const CHIPS = "(?:gpus?|chips?|accelerators?|packages)";
/** What is asked again behind the sum: "how many GPUs is that", "= ?", "what do I get". */
const ASKED_AGAIN = String.raw`(?:[\s,;:=?.!]*(?:(?:so |and )?(?:how (?:many|much)|what(?:'s|s| is| do| does| would)?|equals?|please|pls|in all|total|altogether|gives?|makes?|comes? to|is|that|it|i|we|you|get|be|the|result|answer|each|dollars?|usd|gpus?|chips?|racks?)\b)?)*[\s?.!]*$`;
/** "…, times 2", "… x 72 gpus", "… / 4". */
const BEHIND = new RegExp(
  String.raw`^(.{4,90}?)[\s,;:]*(?:\b(times|multiplied by|multiply by|x|divided by|over)\s?|([×*÷])\s*|\s(\/)\s*)${NUMBER}(?:\s?(${CHIPS})(?: (?:per|a|in a|in each|each) rack)?)?${ASKED_AGAIN}`,
  "i",
);
/** "…, doubled". */
const TURNED = new RegExp(
  String.raw`^(.{4,90}?)[\s,;:]*\b(doubled|tripled|trebled|quadrupled|halved|twice over)${ASKED_AGAIN}`,
  "i",
);
/** "Half of …", "3x …", "twice …". */
const BEFORE = new RegExp(
  String.raw`^(?:what(?:'s|s| is| would be)? |how much (?:is|would be|are) |calculate |work out )?(?:(double|twice|triple|treble|quadruple|half(?: of)?|(?:a |one )?(?:third|quarter|fifth|tenth) of|(?:two|2) thirds of|(?:three|3) quarters of)|${NUMBER}\s?(?:x|×|times|\*)|${NUMBER}\s?(?:%|percent|per cent|pct) of)\s+(.{4,90}?)[\s?.!]*$`,
  "i",
);
/** "… plus 10%", "… less 20 percent". */
const WITH_SHARE = new RegExp(
  String.raw`^(.{4,90}?)[\s,;:]*(?:\b(plus|minus|less|and)|([+−–-]))\s?${NUMBER}\s?(?:%|percent\b|per cent\b|pct\b)${ASKED_AGAIN}`,
  "i",
);
const WORDS: readonly (readonly [words: RegExp, times: string])[] = [
  [/^(?:doubled?|twice(?: over)?)$/i, "* 2"],
  [/^(?:tripled?|trebled?)$/i, "* 3"],
  [/^quadrupled?$/i, "* 4"],
  [/^(?:half|halved)/i, "/ 2"],
  [/two thirds|2 thirds/i, "* 2 / 3"],
  [/three quarters|3 quarters/i, "* 3 / 4"],
  [/third/i, "/ 3"],
  [/quarter/i, "/ 4"],
  [/fifth/i, "/ 5"],
  [/tenth/i, "/ 10"],
];
/** A cheap look before anything is read twice. */
const MAY_SCALE =
  /\b(?:times|multipl\w+|x|divided|over|doubled?|twice|tripled?|trebled?|quadrupled?|half|halved|third|thirds|quarter|quarters|fifth|tenth|plus|minus|less)\b|[×*÷+%−–]|\d\s?x\b|\s\/|\s-\s?\d/i;

export const numberScaled: ReadRule = {
  name: "number-scaled",
  read(reading) {
    const { names, quantities, conversation } = reading;
    if (conversation.plan !== null || names.deals.length > 0 || quantities.length > 0) return null;
    if (names.orgs.length + names.people.length + names.mentions.length === 0) return null;
    if (!MAY_SCALE.test(reading.question)) return null;
    return oneOverOther(reading) ?? scaled(reading) ?? figureScaled(reading);
  },
};

function scaled(reading: Reading): PlanInput | null {
  const said = partsOf(digitsFor(reading.question));
  const rate = said ? rateSaid(reading, said.subject) : null;
  if (!said || !rate) return null;
  const subject = subjectOf(rate);
  const ofRacks = rate.quantity.startsWith("racks-per-gw");
  const ofChips = rate.quantity === "accelerator-price";
  if (said.chips && !ofRacks && !ofChips) return null;
  // As many as a rack holds.
  const chips = ofRacks && (said.chips || said.does === "* 72");
  return evaluated(
    [
      { label: rate.name.slice(0, 80), expression: subject },
      { label: said.label.slice(0, 80), expression: `#1 ${said.does}${chips ? " chip/rack" : ""}` },
    ],
    { title: `${rate.name}, ${said.label}`.slice(0, 120), lead: [2, 1] },
  );
}

/** "Oracle's backlog x 2", "openai revenue doubled": a company's own figure so many times over. */
function figureScaled(reading: Reading): PlanInput | null {
  const said = partsOf(digitsFor(reading.question));
  if (!said || said.chips || YEAR.test(said.does) || ASKS.test(said.subject)) return null;
  const figure = figureNamed(reading, said.subject, NOTHING_BESIDE);
  if (!figure?.record || figure.of?.type !== "metric") return null;
  return evaluated(
    [
      { label: figure.label.slice(0, 80), expression: figure.expression },
      { label: said.label.slice(0, 80), expression: `#1 ${said.does}` },
    ],
    { title: `${figure.label}, ${said.label}`.slice(0, 120), lead: [2, 1] },
  );
}
const NOTHING_BESIDE: Beside = { orgs: [], text: "", record: null, not: null, unit: null };
/** "Over 2025" is a time. */
const YEAR = /\b20\d\d$/;
/** Whether, when or why it was so is no sum. */
const ASKS = /\b(?:did|has|have|had|was|were|when|why|who|which|how|will|would|if)\b/i;

type Parts = { subject: string; does: string; label: string; chips: boolean };

function partsOf(question: string): Parts | null {
  const behind = BEHIND.exec(question);
  if (behind) {
    const [, subject = "", word = "", sign = "", slash = "", number = "", chips] = behind;
    const divides = /^(?:divided by|over)$/i.test(word) || sign === "÷" || slash !== "";
    const plain = number.replaceAll(",", "");
    if (Number(plain) === 0) return null;
    return {
      subject,
      does: `${divides ? "/" : "*"} ${plain}`,
      label: `${divides ? "divided by" : "times"} ${number}`,
      chips: chips !== undefined,
    };
  }
  const share = WITH_SHARE.exec(question);
  if (share) {
    const [, subject = "", word = "", sign = "", number = ""] = share;
    const adds = /^(?:plus|and)$/i.test(word) || sign === "+";
    return {
      subject,
      does: `* (1 ${adds ? "+" : "-"} ${number.replaceAll(",", "")} / 100)`,
      label: `${adds ? "plus" : "less"} ${number}%`,
      chips: false,
    };
  }
  const turned = TURNED.exec(question);
  const before = turned ? null : BEFORE.exec(question);
  const word = turned?.[2] ?? before?.[1];
  const subject = turned?.[1] ?? before?.[4] ?? "";
  if (word) {
    const does = WORDS.find(([words]) => words.test(word))?.[1];
    return does ? { subject, does, label: word.toLowerCase().replace(/ of$/, ""), chips: false } : null;
  }
  const [times, percent] = [before?.[2], before?.[3]];
  if (times) return { subject, does: `* ${times.replaceAll(",", "")}`, label: `times ${times}`, chips: false };
  return percent
    ? {
        subject,
        does: `* ${percent.replaceAll(",", "")} / 100`,
        label: `${Number(Number(percent).toPrecision(4))}% of it`,
        chips: false,
      }
    : null;
}

/** "Bernstein's cost per GW divided by its racks per GW": two numbers of the same owner. */
function oneOverOther(reading: Reading): PlanInput | null {
  const [, first = "", word = "", second = ""] = TWO.exec(reading.question) ?? [];
  if (first === "" || second === "") return null;
  const a = rateSaid(reading, first);
  const owner = a?.org ? (reading.library.organisations.get(a.org)?.name ?? a.org) : "";
  const b = a ? rateSaid(reading, second.replace(/^(?:its|their|his|the)\b/i, owner)) : null;
  if (!a || !b || a.id === b.id || (a.unit === b.unit && a.quantity === b.quantity)) return null;
  const divides = /divided|over|÷|\//i.test(word);
  const lines: SumLine[] = [
    { label: a.name.slice(0, 80), expression: subjectOf(a) },
    { label: b.name.slice(0, 80), expression: subjectOf(b) },
    {
      label: divides ? "the one over the other" : "the one times the other",
      expression: `#1 ${divides ? "/" : "*"} #2`,
    },
  ];
  return evaluated(lines, { title: `${a.name} and ${b.name}`.slice(0, 120), lead: [3, 1, 2] });
}
const TWO = gated(
  /^(.{4,90}?)[\s,]*(\bdivided by\b|\bover\b|\btimes\b|\bmultiplied by\b|[×÷*]|\s\/\s)\s*((?:its|their|his|the)\b[^?]{3,60}?)[\s?.!]*$/i,
);

/** The one input that the words before the sum ask for by themselves. */
function rateSaid(reading: Reading, text: string): Rate | null {
  const { reread, library } = reading;
  const subject = text.replace(
    /^(?:what(?:'s|s| is| would be)|how much (?:is|would be)|take|calculate|work out)\s+/i,
    "",
  );
  if (/\d[\d.,]*\s?(?:[gmk]w\b|%|bn?\b|m\b|\$)|[$€£]\s?\d/i.test(subject)) return null;
  const names = readNames(library, subject);
  if (names.orgs.length + names.people.length === 0 && RACKS_PER_GW.test(subject))
    return library.knowledge.rates.find((one) => one.quantity === "racks-per-gw" && one.default) ?? null;
  const plan = estimateOfOwner.read({ ...reading, question: subject, names, quantities: [] }) ?? reread(subject);
  // What somebody said of a gigawatt is a figure of its own, and an estimate to work with.
  if (plan.kind === "show-metric" && plan.metric.startsWith("usd-per-gw"))
    return (
      library.knowledge.rates.find(
        ({ person, quantity }) => quantity === "capex-per-gw" && person !== undefined && names.people.includes(person),
      ) ?? null
    );
  if (plan.kind !== "show-rate" || plan.rates.length !== 1) return null;
  const rate = library.rates.get(plan.rates[0] ?? "");
  return rate && [rate.low, rate.mid, rate.high].some((end) => end !== null) ? rate : null;
}

const RACKS_PER_GW = gated(/^(?:the )?racks? (?:per|in an?|an?|for an?) (?:gw|gigawatt)$/i);

/** What is for each gigawatt, chip or rack is taken of one. */
function subjectOf({ id, unit, quantity, basis }: Rate): string {
  if (/\/GW(?:-year)?$/.test(unit))
    return `1 ${basis === "it" ? "GW_it" : basis === "facility" ? "GW_facility" : "GW"} * @${id}`;
  if (quantity === "accelerator-price") return `1 chip * @${id}`;
  return quantity === "chips-per-rack" || unit === "USD/rack" ? `1 rack * @${id}` : `@${id}`;
}
