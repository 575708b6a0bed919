/** What a list is to leave out by its kind, its power or its chips: "not nuclear", "outside the cloud", "without TPUs". */
import { DealKind } from "../../../../knowledge/schema.ts";
import type { Library } from "../../../knowledge/library.ts";
import { DEAL_KINDS } from "../asks.ts";
import { chipsIn } from "../chip-words.ts";
import type { Clause } from "./clause.ts";
import { FUELS } from "./kinds-in.ts";

const DENIES =
  /(?:\bnon[\s-]|\b(?:not|never|neither|nor|without|excluding|exclud\w+|except(?: for)?|other than|besides|apart from|aside from|rather than|instead of|outside(?: of)?|minus|lack\w*|but no|with no)\b|n['’]t\b)(?!\s+(?:only|just|more|less|later|earlier|larger|bigger|smaller|fewer|counting)\b)[\s,]*/i;
/** What may stand between, and says nothing. */
const BETWEEN =
  /^(?:(?:yet|a|an|any|the|all|being|be|been|is|are|in|of|for|on|by|with|use|uses|using|run|runs|running|involve|involves|involving|include|includes|including|about|related|to|our)\b[\s,]*)+/i;
/** "Outside the cloud", "not energy": kinds by a single word, which behind a negation means the kind. */
const KINDS: readonly { pattern: RegExp; kinds: readonly DealKind[] }[] = [
  { pattern: /^(?:the )?(?:cloud|compute)\b/i, kinds: ["cloud-contract", "compute-purchase"] },
  { pattern: /^(?:energy|power|electricity)\b/i, kinds: ["energy"] },
  { pattern: /^(?:equity|investments?)\b/i, kinds: ["investment", "equity-stake"] },
  { pattern: /^(?:debt|financings?|loans?)\b/i, kinds: ["financing"] },
  { pattern: /^(?:chips?|chip supply)\b/i, kinds: ["chip-supply"] },
];

export type LeftOut = {
  /** Words of the text index that must not be there, each with "-" before it. */
  words: string[];
  /** The kinds that are left where some are not wanted. */
  kinds: DealKind[];
  gone: DealKind[];
  /** What is denied and cannot be left out: the list must not be given as though it were. */
  denied: string;
};

/** Takes each denial with what it denies from the text. */
export function leftOutIn(clause: Clause, library: Library): LeftOut {
  const out: LeftOut = { words: [], kinds: [], gone: [], denied: "" };
  const { gone } = out;
  for (let match = DENIES.exec(clause.text); match; match = DENIES.exec(clause.text)) {
    const from = match.index + match[0].length;
    const behind = clause.text.slice(from);
    const skipped = BETWEEN.exec(behind)?.[0].length ?? 0;
    const rest = behind.slice(skipped);
    const [length, found] = deniedAt(rest, library, gone, out.words);
    // A name that was taken leaves a gap: what stood there is left out already.
    if (!found && /^\s{3,}|^\s*$/.test(behind)) {
      clause.blank(match.index, from);
      continue;
    }
    const start = /[\w]*$/.exec(clause.text.slice(0, match.index))?.index ?? match.index;
    if (!found) out.denied ||= clause.text.slice(start, from + skipped + length).trim();
    clause.blank(match.index, from + skipped + length);
  }
  if (gone.length > 0) out.kinds = DealKind.options.filter((kind) => !gone.includes(kind));
  return out;
}

/** How far what is denied reaches, and whether it can be left out. */
function deniedAt(rest: string, library: Library, gone: DealKind[], words: string[]): [number, boolean] {
  for (const { pattern, word } of FUELS) {
    const match = pattern.exec(rest);
    if (match?.index !== 0) continue;
    words.push(`-${word}`);
    return [match[0].length, true];
  }
  const first = /^[\w-]+/.exec(rest)?.[0] ?? "";
  const [chip] = chipsIn(first, library);
  if (chip) {
    words.push(`-${chip}`);
    return [first.length, true];
  }
  for (const { pattern, kinds } of [...DEAL_KINDS, ...KINDS]) {
    const match = pattern.exec(rest);
    if (match?.index !== 0) continue;
    gone.push(...kinds);
    return [match[0].length, true];
  }
  return [first.length, false];
}
