/** "Who is the CEO of Oracle", "who runs Crusoe", "OpenAI's finance chief", "who founded xAI": who holds an office, by what the people are said to be. */
import { mentionsWith } from "../../knowledge/directions.ts";
import type { Library } from "../../knowledge/library.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { type Statement, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { companyNamed, LEAD, unrecordedOf } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

/** `said`: in a question; `held`: in what somebody is said to be. */
const OFFICES: readonly { name: string; said: string; held: RegExp }[] = [
  {
    name: "chief executive",
    said: "co-?ceos?|ceos?|(?:co-)?chief executives?(?: officers?)?|boss(?:es)?|top (?:boss|executive|man|woman)|chiefs?|heads?|leaders?",
    held: /\bchief executive\b/i,
  },
  {
    name: "finance chief",
    said: "cfos?|chief financial officers?|finance (?:chiefs?|bosse?s?|heads?|directors?)|head of finance",
    held: /\bchief financial officer\b|\bfinance\b/i,
  },
  {
    name: "technology chief",
    said: "ctos?|chief technology officers?|chief technical officers?|technology chiefs?",
    held: /\bchief tech\w+ officer\b/i,
  },
  { name: "chair", said: "(?:executive )?chair(?:man|woman|person)?", held: /\bchair(?:man|woman)?\b/i },
  { name: "president", said: "presidents?", held: /\bpresident\b/i },
  { name: "founder", said: "(?:co-?)?founders?", held: /\bfounder\b/i },
];
const DEEDS: Readonly<Record<string, string>> = {
  "chief executive":
    "runs|is running|heads|is heading|leads|is leading|is in charge of|is in charge at|is at the helm of|manages",
  "finance chief": "runs finance at|heads finance at",
  chair: "chairs",
  founder: "founded|co-?founded|started|set up",
};
const NOW = String.raw`(?:,? (?:now|today|these days|currently|again|at the moment))?\W*$`;

/** The name stands as "§". */
const asked = OFFICES.map((office) => {
  const deeds = DEEDS[office.name];
  return {
    office,
    patterns: [
      `(?:who(?:['’]?s| is| was| are)? (?:now |currently )?)?(?:the |current |its )*(?:${office.said}) (?:of|at|for|over at) §`,
      `(?:who(?:['’]?s| is| was| are)? )?§(?:['’]s?)? (?:current )?(?:${office.said})`,
      ...(deeds === undefined ? [] : [`who(?:['’]?s)? (?:actually |really |currently )?(?:${deeds}) §`]),
    ].map((pattern) => new RegExp(LEAD + pattern + NOW, "iu")),
  };
});

/** "Who is the head of compute at OpenAI": whatever else somebody may be there. */
const TITLE = new RegExp(`${LEAD}who(?:['’]?s| is| was| are) (?:the )?([\\w -]{4,40}?) (?:of|at|for) §${NOW}`, "iu");
const hasWords = (said: string) => {
  const all = contentRoots(said);
  return (title: string): boolean => {
    const own = new Set(contentRoots(title));
    return all.length > 0 && all.every((word) => own.has(word));
  };
};

export const officeAsked: ReadRule = {
  name: "office",
  read(reading) {
    const { names, library } = reading;
    const named = companyNamed(reading);
    if (!named || names.people.length > 0) return null;
    const { org, asked: text } = named;
    const office = asked.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)))?.office;
    const held = office ? (title: string) => office.held.test(title) : hasWords(TITLE.exec(text)?.[1] ?? "");
    const [first, second] = holders(library, org, held);
    const told = office?.name === RUNNING && first && !second ? sentenceOf(library, org, first) : undefined;
    if (told)
      return { kind: "show-figure", subject: told.record.id, attribute: "fact", topic: told.text.slice(0, 300) };
    if (first) return { kind: "define", term: first, other: second ?? null };
    if (!office) return null;
    // A sentence may name whoever is no record of its own.
    if (mentionsWith(library, [org], office.held)) return null;
    return unrecordedOf(library, org, office.name);
  },
};
const RUNNING = "chief executive";

/** The sentence of a deal that says of the one who holds it that he runs the company: it has a source. */
function sentenceOf(library: Library, org: string, holder: string): Statement | undefined {
  const [last = holder] = holder.split(" ").slice(-1);
  const [name = ""] = orgName(library, org).split(" ");
  return statementsOf(library).all.find(
    ({ record, kind, text }) =>
      record.type === "deal" && kind === "fact" && RUNS.test(text) && text.includes(last) && text.includes(name),
  );
}
const RUNS = /\b(?:runs|leads|heads|is led by|is run by|is headed by)\b/;

/** The names of those who hold the office; who held it before is no answer. */
function holders({ people }: Library, org: string, held: (title: string) => boolean): string[] {
  return [...people.values()].flatMap(({ name, roles }) =>
    roles.some(
      (role) =>
        role.org === org &&
        role.title
          .split(/,\s|\sand\s/)
          .some((title) => held(title) && !/\b(?:until|former(?:ly)?|vice)\b/i.test(title)),
    )
      ? [name]
      : [],
  );
}
