/** Two amounts that are the parts of one whole: "5 billion now and 20 billion later, what share is now?", "20 billion of equity and 60 billion of debt". */
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const ASKS =
  /\b(?:what|which|how (?:much|large|big)|as an?|the)?\s?(?:share|fraction|proportion|portion|per ?cent(?:age)?|pct|part)\b|%/i;
/** One of the two is said to be all of it. */
const WHOLE =
  /\b(?:total|whole|overall|in all|altogether|package|of (?:it|them|which|that|this)|out of|including|incl|vs|versus)\b/i;
const OF_BEFORE = /\b(?:of|in|from|out of)\s+(?:the |an? |its |their |total )*$/i;

/** Two kinds of which a whole is made: what stands with the one is not the other. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:now|upfront|up front|up-front|today|immediate(?:ly)?|at once|at signing|at closing|initial(?:ly)?|first|firm|paid|prepaid|unconditional(?:ly)?|guaranteed|committed|fixed|cash)\b/i,
    /\b(?:later|afterwards|over time|(?:on |at )?milestones?|conditional(?:ly)?|contingent|deferred|remainder|rest|second|next|optional|options?|unpaid|uncommitted|variable|if)\b/i,
  ],
  [/\b(?:debt|loans?|borrow\w*|bonds?|notes|leverage|lent|credit)\b/i, /\b(?:equity|shares|stock|own money|cash)\b/i],
  [
    /\b(?:chips?|gpus?|servers?|hardware|racks?|accelerators?|it|equipment|fit-?out)\b/i,
    /\b(?:buildings?|shell|construction|land|power|cooling|facility|everything else|site)\b/i,
  ],
  [/\b(?:senior)\b/i, /\b(?:junior|mezz\w*|subordinat\w*)\b/i],
  [/\b(?:training)\b/i, /\b(?:inference)\b/i],
  [/\b(?:gas|fossil)\b/i, /\b(?:nuclear|solar|wind|renewables?|clean)\b/i],
];

export const partsOfBoth: ReadSum = (sum) => {
  const parts = sum.terms.filter(({ kind }) => kind === "money" || kind === "power");
  const [one, other, ...more] = parts;
  if (!one || !other || more.length > 0 || one.kind !== other.kind || one.unit !== other.unit) return null;
  if (!sum.complete(parts) || !ASKS.test(sum.words) || OF_BEFORE.test(one.before)) return null;
  const [said, beside] = [nearOf(one), nearOf(other)];
  if (WHOLE.test(`${said} ${beside}`) || OF_BEFORE.test(other.before)) return null;
  const asked = askedIn(sum, other);
  const meant = asked === null ? null : partMeant(asked, said, beside, one, other);
  if (!meant) return null;
  return evaluated(
    [
      { label: "all", expression: `${write(one)} + ${write(other)}` },
      { label: `${meant.text} of all`, expression: `(${write(meant)}) / #1 in %` },
    ],
    { title: `${one.text} and ${other.text}`.slice(0, 120), lead: [2, 1] },
  );
};

/** What is said of an amount: the words around it up to the next sign or "and". */
function nearOf(term: Term): string {
  const before = (term.before.split(/[,;:+?.]/).at(-1) ?? "").replace(/^.*\b(?:and|plus|then)\b/i, "");
  const after = (/^[^,;:+?.–—]*/.exec(term.after)?.[0] ?? "").replace(/\s-\s.*$|\b(?:and|plus|then)\b.*$/i, "");
  return `${before} ${after}`.replace(ASKS, " ");
}

/** The clause that asks, before or behind the numbers. */
function askedIn(sum: Sum, last: Term): string | null {
  const behind = sum.words.slice(last.end);
  const at = behind.search(ASKS);
  if (at >= 0) return behind.slice(Math.max(0, behind.slice(0, at).search(/[,;:?.–—-][^,;:?.–—-]*$/)));
  const first = sum.terms[0];
  const before = first ? sum.words.slice(0, first.start) : "";
  return ASKS.test(before) ? before : null;
}

/** The one whose kind is asked for, where each of the two is of a kind of its own. */
function partMeant(asked: string, said: string, beside: string, one: Term, other: Term): Term | null {
  for (const [a, b] of KINDS) {
    const [ofA, ofB] = [a.test(said) && b.test(beside), b.test(said) && a.test(beside)];
    if (ofA === ofB || a.test(asked) === b.test(asked)) continue;
    return a.test(asked) === ofA ? one : other;
  }
  return null;
}
