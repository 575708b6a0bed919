/**
 * A share or a multiple is asked for, and a rule shows one thing. It is the answer only where it is a share itself, and the one
 * that the words say: somebody's stake is no answer to "what share of the package is equity".
 */

import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { type FoundStatement, findStatements } from "../../../knowledge/find-statements.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Statement } from "../../../knowledge/statements.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { toSought } from "../sought.ts";
import { meetsDemands, withoutNames } from "./demands.ts";
import { operationIn } from "./operation.ts";

/** What names a proportion or a multiple outright; "how much of" may ask for an amount. */
const OUTRIGHT =
  /\b(?:percent(?:age)?|per cent|pct|fraction|proportion|ratio|multiples?|how many (?:times|multiples|x))\b|(?<!\$)\b(?:what|which|as an?|how (?:large|big) an?) (?:share|part|slice|chunk|portion) of\b|^\W*\w+ share of\b|(?<!per |market |revenue )\bshare of (?:the|its|their|all)\b|%(?=\s*(?:of|\?|$))/i;
/** How something grew, and who has which part, are no shares of one amount. */
const LEFT = /^\W*who\b|\b(?:grow\w*|grew|rose|rise|risen|increas\w*|fell|drop\w*|jump\w*|change[ds]?|up|down)\b/i;
const SHOWS: ReadonlySet<PlanInput["kind"]> = new Set(["show-figure", "show-metric"]);

export function isNoShare(reading: Reading, plan: PlanInput): boolean {
  const { question, conversation, library, asOf } = reading;
  if (!SHOWS.has(plan.kind) || conversation.plan !== null || !OUTRIGHT.test(question) || LEFT.test(question))
    return false;
  const form = operationIn(question)?.form;
  if (form !== "share" && form !== "times") return false;
  const words = withoutNames(reading);
  if (plan.kind === "show-metric") {
    const metric = library.metrics.get(plan.metric);
    const shares = metric ? pointsOn(metric, asOf).filter(({ point }) => isShare(point)) : [];
    return shares.length > 0 && !shares.some(({ point }) => meetsDemands(words, [point]));
  }
  if (plan.kind !== "show-figure" || plan.form === "yes-no") return false;
  // A rule has chosen somebody's stake by whose it is and of whom.
  if (isStakeChosen(reading, plan.subject, plan.figure)) return false;
  // "Nokia stake, what percent": the name of the deal says of what the share is.
  const stakes = library.deals.get(plan.subject)?.events.flatMap(({ figures = [] }) => figures) ?? [];
  if (
    /\bstakes?\b/i.test(question) &&
    stakes.filter(({ of, unit }) => of === "stake" && unit === "percent").length === 1
  )
    return false;
  const sought = toSought(reading, plan.attribute ?? null, 0);
  const found = findStatements(library, sought, 4, [`deal:${plan.subject}`]);
  return !found.some((one) => saysShare(one, words));
}

const isStakeChosen = ({ library }: Reading, subject: string, chosen: string | null | undefined): boolean =>
  library.deals
    .get(subject)
    ?.events.some(({ figures = [] }) => figures.some(({ id, of }) => id === chosen && of === "stake")) ?? false;

/** What a loan bears is no share of anything, where no interest is spoken of. */
export const isRate = ({ of }: Figure | Point, words: string): boolean =>
  of === "rate" &&
  !/\b(?:interest|rates?|coupons?|dividends?|yields?|margin|premium|talk|cost of (?:debt|capital))\b/i.test(words);

const isShare = ({ unit }: Figure | Point): boolean => unit === "percent" || unit === "ratio";
const TEXT_SHARE = /%|\b(?:per ?cent|times|half|thirds?|quarters?|fifths?|tenth|multiple|ratio)\b/i;
/** So much of the words a share must say itself. */
const OWN = 0.3;
const OWNED = gated(
  /\b(?:stakes?|own\w*|hold\w*|held|shareholding|ownership|take[sn]?|took|b[ou]ught|buys?|get[s]?|got|keeps?|kept|acquir\w*|purchas\w*|sold|sell\w*|worth|equity (?:in|of)|votes?|control\w*)\b/i,
);

function saysShare({ statement, own, linked, unexplained }: FoundStatement, words: string, isOfAll = false): boolean {
  const { amount } = statement;
  if (!(linked || isOfAll) || unexplained.length > 1) return false;
  if (amount === null) return own >= OWN && TEXT_SHARE.test(statement.text);
  return (
    isShare(amount) && !isRate(amount, words) && meetsDemands(words, [amount]) && isOfStakes(statement, words, own)
  );
}

/** A stake is asked for by words of owning; any other share by those of its label. */
const isOfStakes = ({ amount }: Statement, words: string, own: number): boolean =>
  amount?.of === "stake"
    ? OWNED.test(words) || (/\bshare of\b/i.test(words) && /\bshare of\b/i.test(amount.label))
    : own >= OWN;

/** A share on record that the words say, in place of another: OpenAI's of a backlog rather than Microsoft's of its revenue. */
export function shareOnRecord(reading: Reading): PlanInput | null {
  const words = withoutNames(reading);
  if (!OUTRIGHT.test(reading.question)) return null;
  const sought = { ...toSought(reading, "stake", 0), want: "percent" as const };
  const found = findStatements(reading.library, sought, 6, null, "amounts").find(
    (one) =>
      one.statement.amount?.unit === "percent" && one.coverage >= ALL && saysShare(one, words, isOfNamed(reading, one)),
  );
  const { record, amount } = found?.statement ?? {};
  if (!record || !amount || !found) return null;
  const { asOf } = reading.dates;
  if (record.type === "metric" && "measure" in amount)
    return { kind: "show-metric", metric: record.id, period: null, measures: [amount.measure], asOf };
  return record.type === "deal"
    ? { kind: "show-figure", subject: record.id, attribute: "stake", topic: reading.question, figure: amount.id, asOf }
    : null;
}
/** So much of the words the record must explain. */
const ALL = 0.9;

/** A backlog that is named is a record of its own: a share of it stands in another, of the same companies. */
const isOfNamed = ({ names, library }: Reading, { statement: { record } }: FoundStatement): boolean => {
  const bearers =
    library.metrics.get(record.id)?.subjects ?? library.deals.get(record.id)?.parties.map(({ org }) => org) ?? [];
  return names.orgs.length > 1 && names.orgs.every((org) => bearers.includes(org));
};
