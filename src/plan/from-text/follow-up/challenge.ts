/** "Are you sure?", "source?", "says who?": the last answer held to its sources. */
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

const DOUBTS =
  /^(?:(?:are|r) (?:you|u) (?:really |quite |absolutely )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?|(?:is|was) (?:that|this|it) (?:really |actually )?(?:right|correct|true|accurate|certain|confirmed|so)|really|seriously|for real|you sure|sure|sure about (?:that|this)|that (?:can(?:no|')t|doesn['’]?t) (?:be|sound|seem|look) right|i (?:doubt|don['’]?t believe) (?:it|that|this)|that seems (?:too )?(?:high|low|wrong|off|a lot)|hm+)[\s?!.]*$/i;
const SOURCES = gated(
  /^(?:(?:what(?:['’]s| is| are)? (?:the|your) )?(?:sources?|citations?|references?|evidence|proof)(?: (?:for|of|on) (?:that|this|it))?(?: please)?|who (?:first )?(?:reported|broke|published) (?:that|this|it|the (?:news|story))|whose (?:report|story|reporting)(?: is (?:that|it|this))?|says who|who says(?: so| that| this)?|according to whom?|who(?:['’]s| is) (?:the|your) source|where(?:['’]s| is| does| did) (?:that|this|it)(?: number| figure)? (?:from|come from)|where(?:['’]d| did) you get (?:that|this|it)(?: number| figure)?(?: from)?|how do you know(?: that| this)?|link|links|got a (?:source|link))[\s?!.]*$/i,
);

export const challenge: ReadRule = {
  name: "challenge",
  read({ question, conversation }) {
    const last = conversation.plan;
    const { text } = bareOf(question);
    if (!last || last.kind === "choose-deal" || (!DOUBTS.test(text) && !DOUBTS.test(question) && !SOURCES.test(text)))
      return null;
    if (last.kind === "show-deal") return { ...last, view: "sources" };
    if (last.kind === "show-figure")
      return SOURCES.test(text) ? { ...last, attribute: "sources", figure: null, also: [], form: "open" } : last;
    return last;
  },
};
