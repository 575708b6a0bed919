/** "So how much is everybody else in dollars?" after one party's share: what the share leaves. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { figureOf, lastOf, type OnTable } from "./on-the-table.ts";
import { theRest } from "./the-rest.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 12;
const OTHERS = gated(
  /\b(?:every(?:body|one) else|all (?:the )?others?|(?:the )?other (?:customers|tenants|investors|lenders|backers|funders|banks|owners|holders|companies|firms|parties)|(?:the )?(?:rest|remainder|remaining)(?: of (?:it|them|that))?|non-\w+)\b/i,
);
const PUT_IN = gated(
  /\b(?:came|come|comes|from|put in|put up|contribut\w+|fund(?:s|ed)?|provid\w+|chip(?:s|ped)? in|invest\w*|lent|lend|cover(?:s|ed)?|pay|paid)\b/i,
);
const PERCENT = /%|\b(?:percent\w*|pct|share)\b/i;

export const theOthers: ReadRule = {
  name: "the-others",
  read(reading) {
    const { question, conversation, quantities, names } = reading;
    const { text } = bareOf(question);
    if (!OTHERS.test(text) || text.split(/\s+/).length > MAX_WORDS || quantities.length > 0) return null;
    if (names.orgs.length + names.deals.length > 0 || (conversation.shown ?? []).length === 0) return null;
    const [latest] = conversation.shown?.[0] ?? [];
    // "How much came from everyone else" after what one of them put in.
    const part = lastOf(reading, (one) => one.figure === latest?.figure && currenciesOf(one.dimension).length === 1);
    if (part && PUT_IN.test(text)) return theRest(reading);
    const share = lastOf(reading, (one) => isShare(reading, one));
    if (!share || !latest || share.record?.id !== latest.record?.id || share.figure !== latest.figure) return null;
    return PERCENT.test(text) ? inPercent(reading, share) : inMoney(reading, share);
  },
};

/** A share of money that others have too. */
function isShare(reading: Reading, one: OnTable): boolean {
  const figure = figureOf(reading, one);
  return figure?.unit === "percent" && /\bshare\b|\bpart\b/i.test(figure.label);
}

const inPercent = (reading: Reading, share: OnTable): PlanInput =>
  worksheetOf(
    reading,
    [share],
    ([x]) => [{ label: "all others", expression: `100% - ${x}` }],
    `${share.label}: all others`,
  );

/** Of the money that was shown before, where it is of the same thing. */
function inMoney(reading: Reading, share: OnTable): PlanInput | null {
  const whole = lastOf(
    reading,
    (one) =>
      currenciesOf(one.dimension).length === 1 &&
      Object.keys(one.dimension).length === 1 &&
      isOfSame(reading, one, share),
  );
  return (
    whole &&
    worksheetOf(
      reading,
      [whole, share],
      ([x, y]) => [{ label: "all others", expression: `${x} * (1 - ${y})` }],
      `${whole.label}: all others`,
    )
  );
}

/** Of one deal, or of one company. */
function isOfSame({ library }: Reading, { record: a }: OnTable, { record: b }: OnTable): boolean {
  if (!a || !b || a.type !== b.type) return false;
  const subjects = (id: string) => library.metrics.get(id)?.subjects ?? [];
  return (
    a.id === b.id || (a.type === "metric" && subjects(a.id)[0] !== undefined && subjects(a.id)[0] === subjects(b.id)[0])
  );
}
