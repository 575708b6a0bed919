/** The sentences of the records in which an organisation is named. */
import type { Library } from "./library.ts";
import { orgName } from "./resolve.ts";
import { type Statement, statementsOf } from "./statements.ts";
import { contentRoots, words, wordsIn } from "./words.ts";

/** `said`: its words with a space between them and at both ends, as `namesOf` gives the names. */
export type Sentence = { statement: Statement; said: string };

/** The names of an organisation as they stand in what a sentence says. */
export const namesOf = (library: Library, org: string): string[] =>
  [orgName(library, org), ...(library.organisations.get(org)?.aliases ?? [])].map(
    (name) => ` ${words(name).join(" ")} `,
  );

const NAMING = new WeakMap<Library, Map<string, readonly Sentence[]>>();

/** In the order of the knowledge; of each organisation they are sought once. */
export function sentencesNaming(library: Library, org: string): readonly Sentence[] {
  const kept = NAMING.get(library) ?? new Map<string, readonly Sentence[]>();
  NAMING.set(library, kept);
  const known = kept.get(org) ?? search(library, org);
  kept.set(org, known);
  return known;
}

function search(library: Library, org: string): Sentence[] {
  const { all, own } = statementsOf(library);
  const names = namesOf(library, org);
  // A name stands in no statement without its rarest word.
  const numbers = new Set<number>();
  for (const name of names) {
    const [first, ...others] = contentRoots(name).map((root) => own.get(root) ?? []);
    const fewest = others.reduce((least, ids) => (ids.length < (least?.length ?? 0) ? ids : least), first);
    for (const id of fewest ?? all.keys()) numbers.add(id);
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((id) => {
      const statement = all[id];
      const said = ` ${wordsIn(statement?.text ?? "").join(" ")} `;
      return statement && names.some((name) => said.includes(name)) ? [{ statement, said }] : [];
    });
}
