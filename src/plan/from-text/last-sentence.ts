/** "Jonathan Ross left for Nvidia. Who's in charge at Groq now?": a question that names its own company is read by itself, what was said before it is why it is asked. */
import { readNames } from "../../knowledge/resolve.ts";
import type { ReadRule } from "./reading.ts";

const TOLD =
  /^(.{12,}?(?:[a-z\d)%][.!;]|,(?= so )))\s+((?:so |and |but )?(?:who|what|when|where|which|how|is|are|was|were|does|do|did|has|have|can|will)\b[^.!;]{6,}\?)\s*$/is;
const POINTS_BACK = /\b(?:it|its|that|this|they|their|them|those|these|there|he|she|his|her|both|same|one)\b/i;

export const lastSentence: ReadRule = {
  name: "last-sentence",
  read({ question, names, library, quantities, reread, conversation }) {
    if (conversation.plan !== null || quantities.length > 0) return null;
    const [, before, asked] = TOLD.exec(question) ?? [];
    if (before === undefined || asked === undefined || POINTS_BACK.test(asked)) return null;
    const own = readNames(library, asked);
    if (
      own.orgs.length + own.deals.length === 0 ||
      own.orgs.length + own.deals.length === names.orgs.length + names.deals.length
    )
      return null;
    const plan = reread(asked, true);
    return plan.kind === "decline" && plan.reason !== "unrecorded" ? null : plan;
  },
};
