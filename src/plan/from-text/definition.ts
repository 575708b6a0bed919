import { contentWords } from "../../knowledge/words.ts";
import { DEFINE } from "./asks.ts";
import { goesOn } from "./conversation.ts";
import type { ReadRule } from "./reading.ts";

const OPENING = /^(?:so |and |hey,? )?(?:what(?:'s| is|s| does| do)|define|explain)\s+(?:an?\s+|the\s+)?/i;

/** "what does X mean", "define X", "what is a X": where X is a term, and nothing else. */
export const definition: ReadRule = {
  name: "definition",
  read(reading) {
    const { question, library, names } = reading;
    if (/^(?:so )?who(?:'s| is| was) /i.test(question) && names.people.length === 1 && names.deals.length === 0) {
      const person = library.people.get(names.people[0] ?? "");
      // "who is lisa su" and no more; "who is huang betting on" asks something else.
      if (
        person &&
        contentWords(question).every((word) => contentWords([person.name, ...person.aliases].join(" ")).includes(word))
      ) {
        return { kind: "define", term: person.name };
      }
    }
    const alone = library.names.exact(question).filter((ref) => ref.type !== "rate");
    // "post-money?" after a round asks for that round's.
    if (!goesOn(reading) && alone.length > 0 && alone.every((ref) => ref.type === "term"))
      return { kind: "define", term: alone[0]?.id ?? question };
    const written = DEFINE.exec(question)?.[1]?.trim();
    if (!written) return null;
    const explicit = /\b(?:define|mean(?:s|ing|t)?|definition|explain)\b/i.test(question);
    for (const name of [written, written.replace(/s$/, ""), written.replace(/^(?:an?|the)\s+/i, "")]) {
      const refs = library.names.exact(name);
      const term = refs.find((ref) => ref.type === "term");
      if (term && (explicit || !refs.some((ref) => ref.type === "deal" || ref.type === "org")))
        return { kind: "define", term: term.id };
    }
    // "what's a warrant (as in the AMD one)", "what does RPO mean when Oracle says it": the term stands first.
    const opening = OPENING.exec(question);
    const next = opening && names.mentions.find((mention) => mention.start === opening[0].length);
    const term = next?.refs.find((ref) => ref.type === "term");
    if (
      term &&
      (/^(?:\s*(?:mean|[(,?!.]|$|as in|like|when|and why|and how))/i.test(question.slice(next?.end)) || explicit)
    )
      return { kind: "define", term: term.id };
    return explicit && /^(?:please )?define\b/i.test(question) ? { kind: "define", term: written } : null;
  },
};
