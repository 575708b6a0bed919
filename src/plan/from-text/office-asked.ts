/** "Who is the CEO of Oracle", "who runs Crusoe", "OpenAI's finance chief", "who founded xAI": who holds an office, by what the people are said to be. */

import { mentionsWith } from "../../knowledge/directions.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { type Statement, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { companyNamed, LEAD, unrecordedOf } from "./company-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

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
    "runs|ran|(?:is |was )?running|heads|headed|(?:is )?heading|leads|led|(?:is )?leading|(?:is )?in charge (?:of|at)|(?:is )?at the helm of|manages",
  "finance chief": "runs finance at|heads finance at",
  chair: "chairs|chaired",
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
/** "OpenAI's compute lead". */
const LEAD_OF = new RegExp(
  `${LEAD}who(?:['’]?s| is| was| are) §(?:['’]s?)? ([\\w -]{4,30}?) (?:lead(?:er)?|head|chief|boss)${NOW}`,
  "iu",
);
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
    const { library } = reading;
    const { names, question } = withoutClause(reading);
    const named = companyNamed({ ...reading, names, question });
    if (!named) return null;
    const { org } = named;
    const { text, time } = withoutTime(named.asked);
    if (names.people.length > 0 && time !== FORMER) return null;
    const office = asked.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)))?.office;
    const held = office
      ? (title: string) => office.held.test(title)
      : hasWords((TITLE.exec(text) ?? LEAD_OF.exec(text))?.[1] ?? "");
    const [first, second] = holdersThen(library, org, held, time, text);
    const told = office?.name === RUNNING && first && !second ? sentenceOf(library, org, first) : undefined;
    if (told)
      return { kind: "show-figure", subject: told.record.id, attribute: "fact", topic: told.text.slice(0, 300) };
    if (first) return { kind: "define", term: first, other: second ?? null };
    if (!office) return null;
    // A sentence may name whoever is no record of its own.
    const leads = office.name === RUNNING && time === null ? sentenceOf(library, org, null) : undefined;
    if (leads)
      return { kind: "show-figure", subject: leads.record.id, attribute: "fact", topic: leads.text.slice(0, 300) };
    if (mentionsWith(library, [org], office.held)) return null;
    return unrecordedOf(library, org, office.name);
  },
};
/** "Who runs Groq now that Ross has left": what has happened already is not asked for. */
function withoutClause({ question, names }: Reading): Pick<Reading, "question" | "names"> {
  const at = CLAUSE.exec(question)?.index;
  if (at === undefined) return { question, names };
  const mentions = names.mentions.filter(({ end }) => end <= at);
  const has = (id: string): boolean => mentions.some(({ refs }) => refs.some((ref) => ref.id === id));
  return {
    question: question.slice(0, at),
    names: { ...names, mentions, orgs: names.orgs.filter(has), people: names.people.filter(has) },
  };
}
const CLAUSE = gated(
  /(?<=\S),? (?:now that|given that|seeing that|with .{2,30} gone\b|after|once|since) (?=.*\b(?:left|leaves|went|goes|gone|moved|quit|joined|buys?|bought|took|takes?|is out|departed|sale|deal|takeover|merger|purchase|closing|acquisition)\b)/i,
);

const RUNNING = "chief executive";

/** The sentence of a deal that says of the one who holds it that he runs the company: it has a source. */
function sentenceOf(library: Library, org: string, holder: string | null): Statement | undefined {
  const last = holder?.split(" ").at(-1) ?? "";
  const [name = ""] = orgName(library, org).split(" ");
  return statementsOf(library).all.find(
    ({ record, kind, text }) =>
      record.type === "deal" &&
      kind === "fact" &&
      (RUNS.test(text) || (holder === null && UNDER.test(text))) &&
      (holder === null
        ? (UNDER.test(text) && text.startsWith(name)) ||
          (LED.test(text) && new RegExp(String.raw`\b(?:leading|runs|leads|heads) ${name}\b`).test(text))
        : text.includes(last)) &&
      text.includes(name),
  );
}
/** A person begins it. */
const LED = /^\p{Lu}[\p{L}.-]+ \p{Lu}[\p{L}-]+[, ]/u;
const UNDER = gated(/\bunder its chief executive,? \p{Lu}/u);
const RUNS = /\b(?:goes on leading|runs|leads|heads|is led by|is run by|is headed by)\b/;

/** The names of those who hold the office, or held it then; who held it before is no answer to who holds it. */
function holders({ people }: Library, org: string, held: (title: string) => boolean, time: string | null): string[] {
  return [...people.values()].flatMap(({ name, roles }) =>
    roles.some(
      (role) => role.org === org && role.title.split(/,\s|\sand\s/).some((title) => held(title) && isOf(title, time)),
    )
      ? [name]
      : [],
  );
}

/** Who was something that nobody is now was it before. */
function holdersThen(
  library: Library,
  org: string,
  held: (title: string) => boolean,
  time: string | null,
  text: string,
): string[] {
  const found = holders(library, org, held, time);
  return found.length === 0 && time === null && /\bwho was\b/i.test(text) ? holders(library, org, held, FORMER) : found;
}

/** Whether an office was held at a time: "chief executive until September 2025". */
function isOf(title: string, time: string | null): boolean {
  if (/\bvice\b/i.test(title)) return false;
  if (time === FORMER) return ENDED.test(title);
  if (time === null) return !ENDED.test(title);
  const [, since] = /\bsince (.*\d{4})/.exec(title) ?? [];
  const [, until] = /\buntil (.*\d{4})/.exec(title) ?? [];
  if (until !== undefined) return time <= monthOf(until).slice(0, time.length);
  return !ENDED.test(title) && (since === undefined || time >= monthOf(since).slice(0, time.length));
}
const ENDED = gated(/\b(?:until|former(?:ly)?)\b/i);
const FORMER = "former";

const MONTHS = "january february march april may june july august september october november december".split(" ");
function monthOf(said: string): string {
  const year = /\d{4}/.exec(said)?.[0] ?? "";
  const month = MONTHS.findIndex((name) => said.toLowerCase().includes(name));
  return month < 0 ? year : `${year}-${String(month + 1).padStart(2, "0")}`;
}

/** "Who was CEO of Oracle in 2024", "Oracle's former CEO", "who ran it before Droege": the question without its time, and the time. */
function withoutTime(text: string): { text: string; time: string | null } {
  const dated = DATED.exec(text);
  const before = /\b(?:before|until|prior to)\b/i.test(dated?.[0] ?? "");
  if (dated) return { text: text.replace(DATED, ""), time: before ? FORMER : monthOf(dated[0]) };
  for (const past of [PREVIOUS, BEFORE_SOMEBODY])
    if (past.test(text)) return { text: text.replace(past, ""), time: FORMER };
  return { text, time: null };
}
const DATED = new RegExp(
  String.raw`,? ?(?:back )?\b(?:in|during|before|prior to|until|as of|by|at the (?:start|end|beginning) of)(?: (?:early|mid|late)[ -])? ?(?:(?:${MONTHS.join("|")}) )?20\d\d\b`,
  "i",
);
const PREVIOUS = gated(
  /\b(?:former|previous|ex-?|prior|old|past)[ -](?=(?:co-?)?(?:ceo|cfo|cto|chief|chair|president|boss|head|finance|technology))/i,
);
const BEFORE_SOMEBODY = gated(/ before (?:\p{L}[\p{L}.'’-]*)(?: \p{L}[\p{L}.'’-]*)?(?=\W*$)/iu);
