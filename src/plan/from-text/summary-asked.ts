/** "Summarize the Oracle deal", "tl;dr on Stargate": whatever is named, shown as a whole. */
import { gated } from "../../knowledge/gated.ts";
import { LEAD } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

const SUMMARY =
  "(?:summar(?:y|i[sz]e|i[sz]ing)|tl;? ?dr|overview|recap|run-?down|sum up|brief(?:ing)?|explain(?:er)?|break down|walk me through|(?:key|main) (?:facts|points|terms and numbers)|the basics|low-?down|gist|background|catch me up|fill me in)";
const ASKED = new RegExp(
  String.raw`${LEAD}(?:(?:can|could|would) you |please |give me |i(?:'d like| need| want) |what(?:['’]s| is) )*(?:an? |the )?(?:quick |short |brief |one-line |executive )*${SUMMARY}(?: me)?(?: (?:of|on|for|about|to me))*:?\s+(.+)$`,
  "i",
);
/** In how few or how plain words it is wanted; an answer's headline is short and its card whole. */
const MANNER = gated(
  /,?\s*(?:to me|for me|like i['’]?m (?:five|5|a child)|as if i were (?:five|5)|in (?:a|one|two|three|1|2|3|a few|simple|plain)(?: or two)? (?:sentences?|lines?|words?|paragraphs?|terms|english|bullet points|bullets)|briefly|please|simply|quickly)\W*$/i,
);
/** Something particular of it is asked for. */
const PARTICULAR =
  /\b(?:why|how|when|what|who|whom|whose|where|which|whether|versus|vs|difference|between|terms?|structure|warrant|mean(?:s|ing)?)\b/i;

const ADDED = gated(/\b(?:contracts|commitments|investments|pledges|stakes|loans|bonds|deals|orders)\W*$/i);

export const summaryAsked: ReadRule = {
  name: "summary",
  read({ question, library, names, quantities, reread, conversation }) {
    const [, named] = ASKED.exec(question) ?? [];
    if (named === undefined || names.deals.length + names.orgs.length === 0 || conversation.plan !== null) return null;
    // "Break down 1 GW by Bernstein" parts a cost.
    if (quantities.length > 0 && /\bbreak down\b/i.test(question)) return null;
    // "Sum up its AWS and Azure commitments" adds them.
    if (names.orgs.length > 2 && /\bsum up\b/i.test(question) && ADDED.test(named)) return null;
    let rest = named;
    for (let end = MANNER.exec(rest); end; end = MANNER.exec(rest)) rest = rest.slice(0, end.index);
    if (PARTICULAR.test(rest) || rest.trim() === "") return null;
    // Of a company alone that is what it is, with its latest deals.
    const [only] = library.names.exact(rest.trim());
    if (only?.type === "org") return { kind: "define", term: rest.trim() };
    const plan = reread(rest, true);
    return plan.kind === "decline" ? null : plan;
  },
};
