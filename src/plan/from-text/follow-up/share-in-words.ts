/** "Nvidia's $30bn would fill what % of it?", "the full 200 against Google Cloud's backlog, in %?": an amount that is said as a share of what was shown, in the words of sums. */
import type { Reading } from "../reading.ts";
import { figureOf } from "./on-the-table.ts";

const AMOUNT = String.raw`(?:(?:[\w.&-]+(?: [\w.&-]+)?['’]s?|the|its|their|that|those|a) )?(?:(?:full|whole|entire|reported|same|first|extra) )*([$€£]?\d[\d.,]*\s?(?:bn?|m|mn|tn?|trn|million|billion|trillion|gw|mw)?)`;
const PERCENT = "(?:%|per ?cent(?:age)?|pct|share|part|fraction|proportion)";
const WOULD =
  "(?:(?:would|will|could|does|is|was|can|do) )?(?:that )?(?:only )?(?:fill|cover|plug|close|be|make(?:s)?(?: up)?|pay for|fund|meet|account for|represent|take care of|fills|covers|is|amounts? to)";
const FILLS = new RegExp(
  String.raw`^${AMOUNT} ${WOULD} (?:what|which|how (?:much|many|big an?|large an?)) ?(?:in )?${PERCENT}?(?: of)? (?=.*\S)(.+?)[\s?.!]*$`,
  "i",
);
const AGAINST = new RegExp(
  String.raw`^${AMOUNT} (?:against|vs\.?|versus|over|out of|relative to|next to|compared (?:to|with)|set against|of) (.+?),? (?:in|as an?) ${PERCENT}[\s?.!]*$`,
  "i",
);
const SCALES = [1e9, 1e6, 1e12, 1] as const;
const LETTER: Readonly<Record<number, string>> = { 1e6: "M", 1e9: "B", 1e12: "T" };

/** Null where the text sets no amount of its own against another. */
export function shareInWords(reading: Reading, text: string): string | null {
  if (reading.conversation.plan === null) return null;
  const [, said, whole] = FILLS.exec(text) ?? AGAINST.exec(text) ?? [];
  const amount = said === undefined ? null : (spelled(reading, said.trim()) ?? null);
  return amount && whole ? `${amount} as % of ${whole.replace(/(?<=\S )(?:whole|entire|full) /gi, "")}` : null;
}

/** "200" is the $200B that was shown. */
function spelled(reading: Reading, said: string): string | null {
  if (/[a-z$€£]/i.test(said)) return said;
  const number = Number(said.replaceAll(",", ""));
  for (const one of (reading.conversation.shown ?? []).flat()) {
    const figure = figureOf(reading, one);
    const scale = SCALES.find((by) => figure?.high === number * by || figure?.low === number * by);
    if (figure?.unit === "USD" && scale) return `$${said}${LETTER[scale] ?? ""}`;
  }
  return null;
}
