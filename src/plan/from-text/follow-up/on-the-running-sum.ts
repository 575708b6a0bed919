/** After a sum, what else its lines and numbers tell: "total interest?", "what share of it is chips", "average a year", "price of all those racks". */
import { currenciesOf, isPlain } from "../../../calculator/dimension.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { digitsFor } from "../../number-words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { readTerms, type Term } from "../sums/terms.ts";
import { write } from "../sums/write-term.ts";
import { type OnTable, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const LEAD = /^(?:(?:and|then|now|ok(?:ay)?|so|but|also|right|well|hm+)\b[\s,:]*)+/i;
const END = String.raw`(?:,? (?:then|now|instead|please|in all|altogether))*[\s?.!]*$`;

/** One step on. */
export const onTheRunningSum: ReadRule = {
  name: "on-the-running-sum",
  read: (reading) => within(reading, (text, last) => priceOfThem(reading, text, last)),
};

/** What is told beside it, and changes nothing. */
export const besideTheRunningSum: ReadRule = {
  name: "beside-the-running-sum",
  read: (reading) =>
    within(
      reading,
      (text, last) => anotherLine(reading, text) ?? shareOfPart(reading, text, last) ?? average(reading, text, last),
    ),
};

function within(reading: Reading, read: (text: string, last: OnTable) => PlanInput | null): PlanInput | null {
  const { conversation, question, names } = reading;
  const kind = conversation.plan?.kind;
  if ((kind !== "evaluate" && kind !== "estimate") || names.deals.length + names.orgs.length + names.people.length > 0)
    return null;
  const [last] = (conversation.shown?.[0] ?? []).flatMap((shown) => onTable(reading, shown) ?? []);
  return last ? read(digitsFor(question.trim()).replace(LEAD, "").trim(), last) : null;
}

/** What words of a turn say beside the name of a line. */
const ASKS_AGAIN = new Set(
  contentRoots(
    "total overall whole life over paid pay payment payments figure number amount value what how much in all altogether come comes yearly annual year monthly month costs cost charge sum",
  ),
);
const MAX_WORDS = 9;
/** Lines that are called by other words. */
const CALLED: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:total|all(?: the)?|overall|life(?:time)?)\b.*\binterest\b|\binterest\b.*\b(?:total|in all|altogether|over the (?:life|term|whole)|all in)\b/i,
    /^interest in it$/i,
  ],
  [
    /\b(?:total|in all|altogether|overall)\b.*\b(?:paid|repaid|payments?|pay(?:ing)?)\b|\b(?:paid|repaid|payments?|pay(?:ing)? back)\b.*\b(?:total|in all|altogether|over)\b/i,
    /^in all$/i,
  ],
];

/** One of the lines that the last worksheet has and did not lead with. */
function anotherLine(reading: Reading, text: string): PlanInput | null {
  const { plan } = reading.conversation;
  if (plan?.kind !== "evaluate" || text.split(/\s+/).length > MAX_WORDS || readTerms(text).terms.length > 0)
    return null;
  const called = CALLED.find(([said]) => said.test(text))?.[1];
  const asked = contentRoots(text);
  const own = asked.filter((root) => !ASKS_AGAIN.has(root));
  const found = plan.lines.flatMap(({ label }, index) => {
    const roots = contentRoots(label);
    const isIt = called ? called.test(label) : own.length > 0 && own.every((root) => roots.includes(root));
    return isIt ? [index + 1] : [];
  });
  const [at, ...more] = found;
  const leads = plan.lead.length > 0 ? plan.lead : [plan.lines.length];
  return at && more.length === 0 && leads[0] !== at ? { ...plan, receipt: null, lead: [at] } : null;
}

const SHARE_OF = new RegExp(
  String.raw`^(?:what|which|how (?:big|large|much of) an?) (?:share|part|percent(?:age)?|%|fraction|proportion|slice|chunk) (?:of (?:it|that|this|the (?:total|whole|lot|sum|bill|cost)) )?(?:is|are|goes (?:to|on)|comes from|was|were) (?:the |for )?(?<part>[a-z][\w -]{1,30}?)${END}|^(?:the )?(?<named>[a-z][\w -]{1,30}?) as an? (?:share|percent(?:age)?|%|part|fraction) of (?:it|that|the (?:total|whole|lot))${END}`,
  "i",
);

/** "What share of it is chips": the amount that was given for them, over the result. */
function shareOfPart(reading: Reading, text: string, last: OnTable): PlanInput | null {
  const { part, named } = SHARE_OF.exec(text)?.groups ?? {};
  const roots = contentRoots(part ?? named ?? "");
  if (roots.length === 0 || isPlain(last.dimension)) return null;
  const [currency, ...others] = currenciesOf(last.dimension);
  const [only, ...more] = givens(reading).filter(
    (term) => term.kind === "money" && term.unit === currency && besideOf(term).some((root) => roots.includes(root)),
  );
  if (!only || more.length > 0 || others.length > 0) return null;
  return worksheetOf(
    reading,
    [last],
    ([at = ""]) => [{ label: `share of ${part ?? named}`.slice(0, 80), expression: `${write(only)} / ${at} in %` }],
    last.label,
  );
}

const AVERAGE = new RegExp(
  String.raw`^(?:what(?:['’]s| is) )?(?:the |that )?(?:average|mean|on average)(?: (?:a|per|each|for each) (?<unit>\w+))?${END}`,
  "i",
);
/** What several that were added up come to on average. */
function average(reading: Reading, text: string, last: OnTable): PlanInput | null {
  const expression = last.lines[last.at - 1]?.expression ?? "";
  const parts = expression.split(" + ");
  if (!AVERAGE.test(text) || parts.length < 2 || /[*/^-]/.test(expression.replace(/\d-\d/g, ""))) return null;
  return worksheetOf(
    reading,
    [last],
    ([at = ""]) => [{ label: "on average", expression: `${at} / ${parts.length}` }],
    last.label,
  );
}

const PRICE_OF_THEM = new RegExp(
  String.raw`^(?:what(?:['’]s| is| would| do| does)? )?(?:the )?(?:total )?(?:price|cost|bill|spend)(?: (?:of|for))? (?:all )?(?:those|them|these|that many|the lot)(?: \w+)?(?: (?:be|come to))?${END}|^(?:what|how much) (?:do|would|will) (?:all )?(?:those|they|these)(?: \w+)? cost${END}`,
  "i",
);
/** So many racks at what one was said to cost. */
function priceOfThem(reading: Reading, text: string, last: OnTable): PlanInput | null {
  if (!PRICE_OF_THEM.test(text)) return null;
  const counted = last.dimension.rack === 1 ? "rack" : last.dimension.chip === 1 ? "chip" : null;
  if (!counted) return null;
  const [price, ...more] = givens(reading).filter(
    ({ kind, unit, lead }) =>
      (kind === "unit-price" && unit.endsWith(`/${counted}`)) ||
      (kind === "money" &&
        new RegExp(
          `\\b(?:one|an?|each|1) ${counted === "rack" ? "racks?" : "(?:gpu|chip|card)s?"} (?:is|costs?|at|goes for|runs?)\\s*$`,
          "i",
        ).test(lead)),
  );
  if (!price || more.length > 0) return null;
  const each = price.kind === "unit-price" ? write(price) : `${write(price)}/${counted}`;
  return worksheetOf(
    reading,
    [last],
    ([at = ""]) => [{ label: "cost of them", expression: `${at} * ${each}` }],
    last.label,
  );
}

/** The numbers that were given in the turns of the calculation. */
const givens = ({ conversation }: Reading): readonly (Term & { lead: string })[] =>
  [...(conversation.earlier ?? []), ...(conversation.turns ?? [])].flatMap((turn) => {
    const { text, terms } = readTerms(turn);
    return terms.map((term) => ({ ...term, lead: text.slice(0, term.start) }));
  });
const besideOf = ({ before, after }: Term): string[] => [
  ...contentRoots(before.split(/[,;+:]|\band\b/i).at(-1) ?? ""),
  ...contentRoots((after.split(/[,;+:]|\band\b/i)[0] ?? "").split(/\s+/).slice(0, 4).join(" ")),
];
