/** What has no answer in the words of the asker is asked again in those of the records: "strings attached" for conditions, "stumped up" for paid. */
import type { Answer } from "./answer/draft.ts";
import { readNames } from "./knowledge/resolve.ts";
import { statementsOf } from "./knowledge/statements.ts";
import { root } from "./knowledge/words.ts";
import type { Conversation } from "./plan/from-text/conversation.ts";
import { type Everyday, everydayIn } from "./plan/from-text/everyday-phrases.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import type { Plan } from "./plan/plan.ts";
import { hasNoAnswer, isNearest, nearTo, recordOf, saysAll, saysHalf } from "./says-what-is-asked.ts";

/** As many ways to put it are tried, and as many words for one. */
const [MOST, WORDS] = [6, 3];
const TELLS: ReadonlySet<Plan["kind"]> = new Set([
  "show-figure",
  "show-metric",
  "show-deal",
  "show-changes",
  "show-rate",
]);
/** A list is by what it is asked for, or not made. */
const LISTS: ReadonlySet<Plan["kind"]> = new Set(["find-deals", "total-deals", "compare-metrics"]);
const TYPES = ["deal", "metric"] as const;

/** Null where it has an answer, or none in those words either that is of the same record and says what is asked. */
export function inRecordWords(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if (!hasNoAnswer(read, conversation, answerTo)) return null;
  const { byRecord, recordsWith, rarity } = statementsOf(reader.library);
  const { mentions } = readNames(reader.library, read.said);
  const everyday = everydayIn(
    read.said,
    (start, end, alone) =>
      mentions.some((name) => start < name.end && end > name.start) || (alone !== null && rarity(alone) !== null),
  );
  if (everyday.length === 0) return null;
  const near = nearTo(read.plan);
  const records = near.flatMap((id) => TYPES.flatMap((type) => byRecord.get(`${type}:${id}`) ?? []));
  const isNear = (word: string) => records.some((record) => recordsWith(root(word)).has(record));
  const isList = read.plan.kind === "decline" && read.plan.reason === "not-narrowed";
  for (const { text, put } of variants(read.said, everyday, isNear)) {
    const again = readQuestion(text, reader, conversation);
    const { plan } = again;
    if (!again.sure || !(isList ? LISTS : TELLS).has(plan.kind)) continue;
    const answer = answerTo(plan);
    if (answer.status !== "answered" || isNearest(answer)) continue;
    const record = recordOf(plan, answer);
    // Where no record came near, only a company's figure is told so surely.
    const isOfIt = near.length > 0 ? record !== null && near.includes(record) : plan.kind === "show-metric";
    if (isList || (isOfIt && saysAll(answer, put) && saysHalf(answer, text)))
      return { ...again, said: read.said, rule: `${again.rule} in record words` };
  }
  return null;
}

type Variant = { text: string /** The words of the records in it. */; put: readonly string[] };

/** The text with what is said otherwise in the words of the records: all at once, then one by one. */
function variants(text: string, everyday: readonly Everyday[], isNear: (word: string) => boolean): Variant[] {
  const ranked = everyday.map(({ start, end, words }) =>
    [...words].sort((a, b) => Number(isNear(b)) - Number(isNear(a))).map((word) => ({ start, end, word })),
  );
  const all = ranked.flatMap(([best]) => best ?? []);
  const single = ranked.flatMap((some) => some.slice(0, WORDS).map((one) => [one]));
  return [all, ...(everyday.length > 1 ? single : single.slice(1))].slice(0, MOST).map((chosen) => ({
    text: [...chosen]
      .sort((a, b) => b.start - a.start)
      .reduce((rest, { start, end, word }) => `${rest.slice(0, start)}${word}${rest.slice(end)}`, text),
    put: chosen.map(({ word }) => word),
  }));
}
