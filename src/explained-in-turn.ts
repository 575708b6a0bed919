/** How much of the words of a turn the sentence that would be shown has. */
import type { Answer } from "./answer/draft.ts";
import { plain } from "./doc/doc.ts";
import { blanked } from "./knowledge/blanked.ts";
import { kindsSaid } from "./knowledge/kinds-said.ts";
import type { Library } from "./knowledge/library.ts";
import { soughtWords } from "./knowledge/question-words.ts";
import { orgName } from "./knowledge/resolve.ts";
import { sensesOf } from "./knowledge/synonyms.ts";
import { contentRoots, root } from "./knowledge/words.ts";
import { findDates } from "./plan/dates.ts";
import { ASKS } from "./plan/from-text/attributes.ts";
import type { Conversation } from "./plan/from-text/conversation.ts";
import { measuresIn } from "./plan/from-text/measures.ts";
import type { Attribute, Plan } from "./plan/plan.ts";

/** How many words that tell something the sentence has, and how many neither it nor what was asked has. */
export function explainedIn(
  answer: Answer,
  { plan, said, record }: { plan: Plan; said: string; record: string },
  last: Conversation,
  library: Library,
): { left: number; said: number } {
  const deal = library.deals.get(record);
  const metric = library.metrics.get(record);
  const names = [
    deal?.name,
    ...(deal?.aliases ?? []),
    metric?.name,
    ...[...(deal?.parties.map(({ org }) => org) ?? []), ...(metric?.subjects ?? [])].map((org) =>
      orgName(library, org),
    ),
  ].filter((name) => name !== undefined);
  const headline = rootsIn(plain(answer.headline));
  const around = rootsIn(names.join(" "));
  const before = new Set(contentRoots(last.asked ?? ""));
  const attribute = plan.kind === "show-figure" ? plan.attribute : null;
  const asked = new Set(
    ASKS.filter((entry) => entry.attribute === attribute).flatMap(({ pattern }) =>
      contentRoots(pattern.exec(said)?.[0] ?? ""),
    ),
  );
  for (const word of contentRoots(KINDS[attribute ?? "fact"] ?? "")) asked.add(word);
  const words = soughtWords(withoutNames(said, library)).filter(({ word, weak }) => !weak && !/\d/.test(word));
  const isSaid = words.filter(({ word }) => has(headline, word));
  const left = words.filter(
    (one) =>
      !isSaid.includes(one) &&
      !asked.has(one.word) &&
      !before.has(one.word) &&
      !has(around, one.word) &&
      !sensesOf(one.word).includes(WHOLE) &&
      // What is left of it has been read as a figure of its own.
      !(REST.has(one.word) && plan.kind === "show-figure" && plan.figure !== null) &&
      kindsSaid(one.word).length + measuresIn(one.word).length === 0,
  );
  return { left: left.length, said: isSaid.length };
}

/** Nouns for the kind of thing itself. */
const KINDS: Partial<Record<Attribute, string>> = {
  capacity: "power capacity size electricity compute load",
  value: "value worth money sum amount size cost total",
  valuation: "valuation value worth",
  stake: "stake share percent ownership",
};

type Roots = { tokens: readonly string[]; roots: ReadonlySet<string>; senses: ReadonlySet<string> };

export function rootsIn(text: string): Roots {
  const roots = new Set(contentRoots(text));
  return {
    tokens: text.toLowerCase().match(/[\p{L}-]+/gu) ?? [],
    roots,
    senses: new Set([...roots].flatMap(sensesOf)),
  };
}

export const has = ({ tokens, roots, senses }: Roots, word: string): boolean =>
  roots.has(word) ||
  sensesOf(word).some((sense) => senses.has(sense)) ||
  (word.length >= LONG && tokens.some((token) => token.startsWith(word.slice(0, LONG + 1))));
const LONG = 4;
/** The main figure is that of the whole. */
const WHOLE = root("total");
const REST: ReadonlySet<string> = new Set(["rest", "remainder", "remaining"].map(root));

/** Who and when are told by the plan. */
function withoutNames(said: string, library: Library): string {
  return blanked(said, [
    ...library.names.find(said).filter(({ refs }) => refs.some(({ type }) => NAMED.has(type))),
    ...findDates(said, library.completeTo).spans,
  ]);
}
const NAMED: ReadonlySet<string> = new Set(["org", "deal", "person", "place"]);
