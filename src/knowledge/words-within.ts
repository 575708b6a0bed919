/** The words of a question as one deal takes them: its own names tell nothing, its parties' little, and what is counted must be met. */
import type { Deal } from "../../knowledge/schema.ts";
import type { Library } from "./library.ts";
import { countedIn, soughtWords } from "./question-words.ts";
import type { SoughtWithin, WordWithin } from "./within-record.ts";
import { contentRoots, root, words } from "./words.ts";

/** Other names by which the question calls the deal, unless one of its figures is labelled with them: these name a part of it. */
function calledBy(deal: Deal, topic: string, spans: ReturnType<Library["names"]["find"]>): string[] {
  const labels = new Set(
    deal.events.flatMap(({ figures = [] }) => figures.flatMap(({ label }) => contentRoots(label))),
  );
  return spans
    .filter(
      ({ refs }) =>
        refs.some(({ type, id }) => type === "deal" && id === deal.id) &&
        // A place and the site that is called after it are one.
        refs.every(({ type, id }) => type === "place" || id === deal.id),
    )
    .map(({ start, end }) => contentRoots(topic.slice(start, end)))
    .filter((words) => !words.some((word) => labels.has(word)))
    .flat();
}

/** The words of a question within a deal; its own names and its parties' need not be explained. */
export function wordsWithin(library: Library, deal: Deal, topic: string): Pick<SoughtWithin, "words" | "others"> {
  const { own: title, others } = ownWords(library, deal, topic);
  const parties = deal.parties.map((party) => library.organisations.get(party.org)?.name ?? "");
  const named = new Set(contentRoots(parties.join(" ")));
  const spans = library.names.find(topic);
  const own = new Set([...title, ...calledBy(deal, topic, spans)]);
  const people = new Set(
    spans
      .filter((mention) => mention.refs.some((ref) => ref.type === "person"))
      .flatMap((mention) => contentRoots(topic.slice(mention.start, mention.end))),
  );
  const places = spans
    .filter((mention) => mention.refs.some((ref) => ref.type === "place" || ref.type === "person"))
    .map((mention) => contentRoots(topic.slice(mention.start, mention.end)));
  // Whose they are is not what is counted.
  const counted = countedIn(topic, new Set([...own, ...named])) ?? countedIn(topic);
  const within = soughtWords(topic).map(
    (sought): WordWithin => ({
      ...sought,
      name:
        own.has(sought.word) && !isDone(sought.word, topic, deal.name)
          ? "own"
          : named.has(sought.word) || people.has(sought.word)
            ? "party"
            : null,
      must: sought.word === counted,
      // A place of three words is one thing that is named.
      part: 1 / Math.max(1, places.find((words) => words.includes(sought.word))?.length ?? 1),
    }),
  );
  return { words: within, others: isOfNamed(deal, topic, spans) ? [...others, ...UNNAMED] : others };
}

/** "Leased" is what somebody did, also where the deal is called a lease. */
const isDone = (word: string, topic: string, name: string): boolean => {
  const said = words(topic).filter((one) => root(one) === word);
  return said.every((one) => /(?:ed|ing)$/.test(one)) && !words(name).some((one) => said.includes(one));
};

/** What somebody did who is named is not what an unnamed customer did. */
const isOfNamed = (deal: Deal, topic: string, spans: ReturnType<Library["names"]["find"]>): boolean =>
  !/\b(?:un(?:named|identified|known|disclosed)|mystery|secret|anonymous|hyperscaler|other|another|else)\b/i.test(
    topic,
  ) &&
  spans.some(({ refs }) => refs.some(({ type, id }) => type === "org" && deal.parties.some(({ org }) => org === id)));
const UNNAMED = contentRoots("unnamed unidentified");

/** The words of a deal's name that tell nothing; where only some of the partners in it are named, these are meant in particular. */
function ownWords(
  library: Library,
  deal: Deal,
  topic: string,
): { own: ReadonlySet<string>; others: readonly string[] } {
  // What the name has in brackets lists its parts: "(3 GW inference, 2 GW training)".
  const name = contentRoots(deal.name.replace(/\([^()]*[a-z]{4}[^()]*,[^()]*[a-z]{4}[^()]*\)/, " "));
  const asked = new Set(contentRoots(topic));
  const partners = library.names
    .find(deal.name)
    .filter((mention) => mention.refs.some((ref) => ref.type === "org" || ref.type === "place"))
    .map((mention) => contentRoots(deal.name.slice(mention.start, mention.end)));
  const named = partners.filter((words) => words.some((word) => asked.has(word)));
  if (partners.length < 3 || named.length === partners.length || named.length === 0)
    return { own: new Set([...name, ...otherNames(library, deal, new Set(name))]), others: [] };
  const meant = new Set(named.flat());
  const others = partners.filter((words) => !named.includes(words)).flat();
  return { own: new Set(name.filter((word) => !meant.has(word))), others };
}

/** A question may name a party as it is filed: Google, where the deal's name has Alphabet. */
const otherNames = (library: Library, deal: Deal, name: ReadonlySet<string>): string[] =>
  deal.parties.flatMap(({ org }) => {
    const { name: filed = "", aliases = [] } = library.organisations.get(org) ?? {};
    const isNamed = aliases
      .map(contentRoots)
      .some((roots) => roots.length > 0 && roots.every((root) => name.has(root)));
    return isNamed ? contentRoots(filed) : [];
  });
