/** "Jonathan Ross left for Nvidia. Who's in charge at Groq now?": a question that names its own company is read by itself, what was said before it is why it is asked. */
import type { Library } from "../../knowledge/library.ts";
import { readNames } from "../../knowledge/resolve.ts";
import type { ReadRule } from "./reading.ts";

const TOLD =
  /^(.{12,}?(?:[a-z\d)%][.!;]|,(?= so )|\s[-–—](?=\s)))\s+((?:so |and |but )?(?:who|what|when|where|which|how|is|are|was|were|does|do|did|has|have|can|will)\b[^.!;]{6,}\?)\s*$/is;
const POINTS_BACK = /\b(?:it|its|that|this|they|their|them|those|these|there|he|she|his|her|both|same|one)\b/i;

/** A company that the question names as well, and nothing else. */
function isOfSame(text: string, orgs: readonly string[], library: Library): boolean {
  const said = readNames(library, text);
  return said.deals.length === 0 && said.orgs.length > 0 && said.orgs.every((org) => orgs.includes(org));
}

export const lastSentence: ReadRule = {
  name: "last-sentence",
  read({ question, names, library, quantities, reread, conversation }) {
    if (conversation.plan !== null || quantities.length > 0) return null;
    const [, before, asked] = TOLD.exec(question) ?? [];
    if (before === undefined || asked === undefined || POINTS_BACK.test(asked)) return null;
    const own = readNames(library, asked);
    const addsNone = own.orgs.length + own.deals.length === names.orgs.length + names.deals.length;
    if (own.orgs.length + own.deals.length === 0) return null;
    // What stands before a dash is the topic, unless it speaks of the same company: "Claude has to run somewhere – who supplies Anthropic?"
    if (/\s[-–—]$/.test(before) ? !(addsNone && isOfSame(before, own.orgs, library)) : addsNone) return null;
    const plan = reread(asked, true);
    return plan.kind === "decline" && plan.reason !== "unrecorded" ? null : plan;
  },
};
