/**
 * "72 GPUs?", "3 GW when?": an amount and nothing that tells of what. Where just one deal has it, that is meant; of several the
 * question is put back, and so it is where none has it: whatever comes nearest is another amount.
 */
import { statementsOf } from "../../knowledge/statements.ts";
import type { PlanInput } from "../plan.ts";
import { SCALES } from "../scales.ts";
import type { Reading, ReadRule } from "./reading.ts";

const AMOUNT =
  "(?:[$€£]\\s?\\d[\\d.,]*\\s?(?:k|m|mn|b|bn|t|tn|thousand|million|billion|trillion)?|\\d[\\d.,]*\\s?(?:k|m|mn|b|bn|t|tn|thousand|million|billion|trillion)?(?:[\\s-]?(?:gw|mw|kw|gigawatts?|megawatts?|dollars|usd|euros?|yen))?)";
const COUNTED =
  "(?:gpus?|chips?|accelerators?|processors?|tpus?|shares?|warrants?|buildings?|sites?|racks?|servers?|jobs|acres|homes|turbines?|reactors?|tokens|wafers?)";
const WHO =
  "(?:when|where|who|whose|why|which(?: one| deal)?|what(?: for| deal)?|for (?:what|whom|who)|with (?:whom|who)|from (?:whom|who)|to (?:whom|who)|by (?:when|whom|who))";
const LEAD = "^(?:\\W*(?:so|and|ok|hey|the|those|these|about|approx\\w*|roughly|around|~),? )*";
const BARE: readonly RegExp[] = [
  // "100 MW GPUs?" is worked out.
  `${LEAD}(?<amount>${AMOUNT})(?<!\\dw|[kmg]w|watts?) (?<counted>${COUNTED})\\W*$`,
  `${LEAD}(?<amount>${AMOUNT})(?: (?<counted>${COUNTED}))?,? ${WHO}\\W*$`,
  `${LEAD}${WHO}(?:['’]s| is| are| has| have| was)? (?:the |those )?(?<amount>${AMOUNT})(?: (?<counted>${COUNTED}))?\\W*$`,
].map((pattern) => new RegExp(pattern, "i"));

export const tooBare: ReadRule = {
  name: "too-bare",
  read(reading) {
    const { question, names, conversation, dates } = reading;
    const named = names.deals.length + names.orgs.length + names.people.length + names.places.length;
    if (conversation.plan !== null || named + dates.mentioned.length > 0) return null;
    const said = BARE.map((pattern) => pattern.exec(question)?.groups).find((groups) => groups !== undefined);
    return said ? whichOf(reading, said.amount ?? "", said.counted ?? null) : null;
  },
};

function whichOf(reading: Reading, written: string, counted: string | null): PlanInput | null {
  const { library, quantities } = reading;
  const [found] = quantities;
  const value = found?.quantity.high ?? numberOf(written);
  const unit = found?.quantity.unit ?? null;
  if (!Number.isFinite(value)) return null;
  const sort = counted?.replace(/s$/i, "").toLowerCase() ?? null;
  const ids = statementsOf(library).all.flatMap(({ record, amount, text }) => {
    if (record.type !== "deal" || amount === null || ![amount.low, amount.high].includes(value)) return [];
    if (unit !== null && amount.unit !== unit) return [];
    const isSort = sort === null || `${amount.unit} ${text}`.toLowerCase().includes(sort);
    return isSort ? [record.id] : [];
  });
  const deals = [...new Set(ids)];
  const [only, ...more] = deals;
  if (only !== undefined && more.length === 0) return ASKS.test(reading.question) ? null : which(reading, only);
  return deals.length > 1
    ? {
        kind: "choose-deal",
        deals: deals.slice(0, MOST),
        about: reading.question.slice(0, 200),
        asOf: reading.dates.asOf,
      }
    : { kind: "decline", reason: "which" };
}
const MOST = 4;
const ASKS = new RegExp(`\\b${WHO}\\b`, "i");
/** Nothing is asked of it: it is offered, and not told. */
const which = ({ library }: Reading, id: string): PlanInput => ({
  kind: "decline",
  reason: "which",
  choices: [{ label: (library.deals.get(id)?.name ?? id).slice(0, 80), line: `deal ${id}` }],
});

function numberOf(written: string): number {
  const [, digits = "", scale = ""] = /(\d[\d.,]*)\s?([a-z]*)/i.exec(written) ?? [];
  return Number(digits.replace(/,/g, "")) * (SCALES[scale.toLowerCase()] ?? 1);
}
