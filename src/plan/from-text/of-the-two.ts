/** "Of A's two contracts, X and Y, which is larger" is asked of A's X contract or A's Y contract: what stands before a pair is said of each. */

const LEAD = String.raw`(?:(?:so|and|ok|okay|hey|now|please)\b,? *)*`;
const OF = "(?:of|out of|among|amongst|between|from)";
const ASKS = String.raw`(?:which|who(?:se)?|what)\b`;
const NOUN =
  "(?:deals|contracts|agreements|campuses|sites|leases|loans|bonds|projects|plants|investments|stakes|pledges|commitments|orders|rounds|data ?cent(?:er|re)s|partnerships|purchases|acquisitions|plans)";
const OWNER = `(?:(?<owner>[^,?:]{2,40}?['’]s?) |the )`;
const BEHIND = String.raw`[,:–—-]+ (?<a>[^,?:]{2,40}?),? (?:and|or|&|vs\.?) (?<b>[^,?:]{2,40}?)`;

const FORMS: readonly RegExp[] = [
  // "Of A's two big contracts, X and Y, which …"
  new RegExp(
    String.raw`^\W*${LEAD}${OF} ${OWNER}(?:two|2|pair of) (?<kind>(?:[\w-]+ ){0,3}?)(?<noun>${NOUN})\s?${BEHIND}[,:–—-]+ (?<ask>${ASKS}.*)$`,
    "i",
  ),
  // "Which of A's two big contracts, X and Y, is …"
  new RegExp(
    String.raw`^\W*${LEAD}(?<which>${ASKS}) ${OF} ${OWNER}(?:two|2|pair of) (?<kind>(?:[\w-]+ ){0,3}?)(?<noun>${NOUN})\s?${BEHIND}[,:–—-]+ (?<ask>(?!which|who|what).*)$`,
    "i",
  ),
  // "Of A's X and Y contracts, which …"
  new RegExp(
    String.raw`^\W*${LEAD}${OF} ${OWNER}(?!two\b)(?<a>(?:[\w.&-]+ ){1,3}?)(?:and|or|&) (?<b>(?:[\w.&-]+ ){1,3}?)(?<noun>${NOUN})[,:–—-]+ (?<ask>${ASKS}.*)$`,
    "i",
  ),
];

export function ofTheTwo(text: string): string {
  for (const form of FORMS) {
    const said = form.exec(text)?.groups;
    if (!said) continue;
    const { owner, kind = "", noun = "", a = "", b = "", which, ask = "" } = said;
    const one = singular(noun);
    // "The two Stargate sites": a name stands before what is of it.
    const [named, plain] = /^\p{Lu}/u.test(kind) ? [kind.trim(), ""] : ["", kind];
    const side = (name: string) =>
      [owner, named, name.trim(), HAS_NOUN.test(name) ? "" : `${plain}${one}`].filter(Boolean).join(" ");
    return `${side(a)} or ${side(b)}, ${[which, ask].filter(Boolean).join(" ")}`;
  }
  return text;
}

/** "The Nebius deal" brings its own. */
const HAS_NOUN = new RegExp(String.raw`\b(?:${NOUN}|${NOUN.replaceAll(/(?:e)?s(?=[|)])/g, "")})\b`, "i");
const singular = (noun: string): string => noun.replace(/(?<=campus)es$|s$/i, "");
