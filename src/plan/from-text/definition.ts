import { gated } from "../../knowledge/gated.ts";
import type { Ref } from "../../knowledge/names.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { DEFINE } from "./asks.ts";
import { goesOn } from "./conversation.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { attributeAsked } from "./what-is-asked.ts";

const OPENING = gated(
  /^(?:so |and |hey,? |ok,? )?(?:what(?:'s| is|s| are| does| do)|define|explain|eli5)\s+(?:an?\s+|the\s+)?/i,
);
/** Asks for the meaning of a word, wherever it stands. */
const MEANING = gated(
  /\b(?:define|definition of|meaning of|(?<!\bi )mean(?:s|t|ing)?\b(?! (?:for|to)\b)|stands? for|short for|(?<!\b(?:do|does|did|will|would|can) (?!you\b).{1,40} )explain(?:ed)?|eli5|in plain (?:english|words|terms)|in (?:simple|layman'?s?) terms|what (?:do|does) (?:people|they|you|folks|analysts|everyone|one|reporters|he|she|it) (?:mean|call|understand)\b|what(?:'s| is) (?:meant|understood)|how (?:does|do) an? .{2,40} work)\b/i,
);
/** "What is a backstop on a lease": any such thing, none in particular. */
const ANY_SUCH = /^(?:so |and |hey,? |ok,? )*what(?:'s|s| is| are|'re)\s+an?\s+(?:[\w-]+\s+){0,2}$/i;
/** "Explain a backstop": any such thing as well. */
const ANY_ONE = gated(/\bexplain (?:what )?an? /i);
/** "Remind me what a greenshoe is": the whole of the question around the word. */
const BEFORE_ONE =
  /^\W*(?:(?:so|and|hey|ok|sorry|please|quick(?: one| question)?|can|could|would|will|you|someone|tell|remind|explain|to|me|us|again|i forget|i forgot|forgot|refresher|not sure|no idea|don['’]t know|do you know|any idea|in short|for the newbies?)\b[\s,:;–—-]*)*(?:what(?:['’]?s)?|what exactly|what (?:is|are)) (?:exactly )?(?:an?|the)?\s*$/i;
const AFTER_ONE =
  /^(?:['’]?s)? (?:is|are|means?|was|does|do)(?: for a living)?(?:,? (?:again|exactly|please|anyway|actually|in practice|in (?:plain|simple) (?:english|terms|words)|and (?:why|how) .*))*\W*$/i;
/** "Refresher: what's a bridge loan" says it without the verb. */
const ONE_ALONE = /^(?:,? (?:again|exactly|please|anyway|actually|in practice))*\W*$/i;
/** "Letter of intent = binding or not": the term, and something about it. */
const HEADS = /^\s*(?:=|:|\(|\?|-{1,2}\s|–|—|meaning|explained|definition|basically|in (?:plain|simple))/i;
const VERSUS = /^\s*:.*\b(?:vs\.?|versus)\s/i;
/** "Net loss: OpenAI in 2024 vs 2025": whose it is and of when. */
const SET_AGAINST = /\b(?:vs\.?|versus|or|than|compared)\b/i;
const CALLED_SO = gated(
  /\b(?:what (?:do|does|did) (?:[\w-]+ ){0,2}(?:critics?|analysts?|sceptics?|skeptics?|observers?|detractors?) mean (?:when|by)|in what (?:sense|way)|why)\b.*\b(?:call(?:s|ed|ing)?|describ\w+|label\w*|brand\w*)\b/i,
);
/** "A vs B — aren't those the same?" */
const TOLD_APART =
  /\b(?:differences? between|differ(?:s|ent)? from|vs\.?|versus|or|same (?:thing |dollars |number )?as|and)\b/i;
const BETWEEN = gated(
  /\b(?:between|distinguish|tell) (?:an? |the )?(.{2,40}?) (?:and|from) (?:an? |the )?(.{2,40}?)(?: apart)?[\s?.!]*$/i,
);
const APART = /\b(?:differences?|differ|same|distinguish|confus\w+|vs\.?|versus|distinction|tell .* apart)\b/i;

/** "what does X mean", "define X", "what is a X", "X vs Y": where they are terms. */
export const definition: ReadRule = {
  name: "definition",
  read(reading) {
    const { question, library, names } = reading;
    const who = person(reading);
    if (who) return who;
    // What somebody means who calls these two so is said of them.
    if (names.orgs.length > 1 && CALLED_SO.test(question)) return null;
    const pair = toldApart(reading);
    if (pair) return pair;
    const alone = library.names.exact(question).filter((ref) => ref.type !== "rate");
    // "post-money?" after a round asks for that round's.
    // "Joint ventures": those on record.
    const kinds = /(?:ventures|contracts|acquisitions|leases|loans|bonds)\W*$/i.test(question.trim());
    if (!goesOn(reading) && !kinds && alone.length > 0 && alone.every((ref) => ref.type === "term"))
      return { kind: "define", term: alone[0]?.id ?? question };
    const written = DEFINE.exec(question)?.[1]?.trim();
    const explicit = /\b(?:define|mean(?:s|ing|t)?|definition|explain)\b/i.test(question);
    for (const name of written ? [written, written.replace(/s$/, ""), written.replace(/^(?:an?|the)\s+/i, "")] : []) {
      const refs = library.names.exact(name);
      const term = refs.find((ref) => ref.type === "term");
      if (term && (explicit || !refs.some((ref) => ref.type === "deal" || ref.type === "org")))
        return { kind: "define", term: term.id };
    }
    // "what's a warrant (as in the AMD one)", "what does RPO mean when Oracle says it": the term stands first.
    const opening = OPENING.exec(question);
    const next = opening && names.mentions.find((mention) => mention.start === opening[0].length);
    const term = termOf(next?.refs);
    // "The strike price on AMD's warrant" is one in particular.
    const ofSomeone =
      names.orgs.length + names.deals.length > 0 && /^\s*(?:of|on|for|in|at|under)\b/i.test(question.slice(next?.end));
    if (
      term &&
      !(ofSomeone && !explicit && !ANY_SUCH.test(opening?.[0] ?? "")) &&
      (/^(?:\s*(?:mean|[(,?!.]|$|as in|like|when|and why|and how|exactly|anyway|again|here|in (?:this|these|those|your|that)\b|on a|for))/i.test(
        question.slice(next?.end),
      ) ||
        explicit)
    )
      return { kind: "define", term: term.id };
    const ofOne = names.orgs.length + names.deals.length > 0 && !ANY_ONE.test(question);
    if (ofOne && attributeAsked(question) === "explained") return null;
    const meant = meaning(reading);
    if (meant) return meant;
    if (!written || !explicit || !/^(?:please )?define\b/i.test(question)) return null;
    // What has a record of its own is told by its record.
    const [deal] = library.names.exact(written).filter((ref) => ref.type === "deal");
    return deal ? { kind: "show-deal", deal: deal.id, asOf: reading.dates.asOf } : { kind: "define", term: written };
  },
};

const WHAT_THEY_DO = gated(
  /^(?:\W*(?:so|and|but|ok),? )*(?:what (?:does|did|has|have) [^,;]{3,30} (?:say|said)(?: about (?:it|this|that|all this|the deals))?(?: lately| recently)?|(?:what|which)(?: company| firm)? (?:does|did) [^,;]{3,30} (?:run|lead|head|do|found|work (?:for|at))|where does [^,;]{3,30} work|what(?:['’]s| is) [^,;]{3,30}['’]s? (?:job|role|title|position))\W*$/i,
);

function person({ question, library, names }: Reading): PlanInput | null {
  if (names.people.length !== 1 || names.deals.length > 0) return null;
  const known = library.people.get(names.people[0] ?? "");
  if (known && names.orgs.length + names.places.length === 0 && WHAT_THEY_DO.test(question))
    return { kind: "define", term: known.name };
  if (!/^(?:so )?who(?:'s| is| was) /i.test(question)) return null;
  // "who is lisa su" and no more; "who is huang betting on" asks something else.
  const own = contentWords([known?.name ?? "", ...(known?.aliases ?? [])].join(" "));
  return known && contentWords(question).every((word) => own.includes(word))
    ? { kind: "define", term: known.name }
    : null;
}

const termOf = (refs: readonly Ref[] | undefined): Ref | undefined => refs?.find((ref) => ref.type === "term");

/** "What do people mean by 'circular financing' in AI", "what is a google backstop": the one term that stands in it. */
function meaning(reading: Reading): PlanInput | null {
  const { question, names } = reading;
  const terms = names.mentions.filter(({ refs }) => termOf(refs));
  const [first] = terms;
  // A word may name a deal as well: "a bridge loan" is no matter of whose.
  const other = names.mentions.some((mention) => mention !== first && mention.refs.some(({ type }) => type === "deal"));
  if (!first || other) return null;
  const named = names.deals.length > 0;
  const after = question.slice(first.end);
  const opening = question.slice(0, first.start);
  const bare =
    BEFORE_ONE.test(opening) && (AFTER_ONE.test(after) || (/['’]s|\bis\b/.test(opening) && ONE_ALONE.test(after)));
  if (bare && names.orgs.length === 0) return { kind: "define", term: termOf(first.refs)?.id ?? "" };
  if (named) return null;
  const any =
    ANY_SUCH.test(question.slice(0, first.start)) ||
    (first.start === 0 &&
      HEADS.test(after) &&
      !((names.orgs.length > 0 && SET_AGAINST.test(after)) || VERSUS.test(after)) &&
      !(goesOn(reading) && /^[\s?.!]*$/.test(after)));
  const same = names.orgs.length === 0 && /^(?:is|are) an? .{3,60}\b(?:same|different|binding|like)\b/i.test(question);
  if (!any && !same && !MEANING.test(question)) return null;
  const term = termOf(first.refs);
  return term ? { kind: "define", term: term.id } : null;
}

/** Two terms to be told apart, and no deal or company in the question. */
function toldApart({ question, library, names }: Reading): PlanInput | null {
  if (!APART.test(question) || names.orgs.length + names.deals.length > 0) return null;
  const [, one = "", two = ""] = BETWEEN.exec(question) ?? [];
  const [a, b] = [one, two].map((name) => termOf(library.names.exact(name))?.id);
  if (a && b && a !== b) return { kind: "define", term: a, other: b };
  const terms = [...new Set(names.mentions.flatMap(({ refs }) => termOf(refs)?.id ?? []))];
  if (terms.length === 1 && terms[0]) {
    // "IT and facility power": the first shares the second's last word.
    const shared = /\b([\w-]+)\s+(?:and|vs\.?|versus|or|from)\s+(?:an?\s+)?[\w-]+\s+([\w-]+)/i.exec(question);
    const other = shared && termOf(library.names.exact(`${shared[1]} ${shared[2]}`));
    if (other && other.id !== terms[0]) terms.unshift(other.id);
  }
  const [term, other] = terms;
  return term && other && terms.length === 2 && TOLD_APART.test(question) ? { kind: "define", term, other } : null;
}
