/** The rule of three: two amounts that belong together, and one more that is to be scaled alike: "if 2 GW cost $70B, what would 5 GW cost". */
import { rateNamed } from "../rates-named.ts";
import { SAME_RATE } from "./prices-meant.ts";
import { evaluated, type ReadSum, type SumLine } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { write } from "./write-term.ts";

const SCALED: readonly Kind[] = ["power", "chips", "racks", "homes", "energy", "shares"];
const TOGETHER =
  /^[\s(]*(?:for|at|=|is worth|are worth|brings?(?: in)?|earns?|makes?|is|are|was|were|costs?|cost(?:ing)?|runs? to|comes? to|means?|takes?|needs?|draws?|by)?\s*(?:about|around|roughly|some)?\s*[(]?\s*$/i;

export const proportion: ReadSum = (sum) => {
  const terms = sum.terms.filter(({ kind }) => kind !== "year");
  if (terms.length !== 3 || !sum.complete(terms)) return null;
  // One price set against another scales nothing.
  if (/\b(?:cheaper|dearer|pricier|more expensive|higher|lower) (?:per \w+ )?than\b/i.test(sum.words)) return null;
  const [a, b, c] = terms as [Term, Term, Term];
  // "AMD sold 6 GW to Meta at $60B; at that rate what is 1 GW".
  const apart = SAME_RATE.test(c.before) && /^[^.;?!]{0,40}$/.test(b.before);
  const third = belong(a, b, apart) ? c : belong(b, c) ? a : null;
  if (third === null) return null;
  const [first, second] = third === c ? [a, b] : [b, c];
  const like = first.kind === third.kind ? first : second.kind === third.kind ? second : null;
  const other = like === first ? second : first;
  if (!like || other.kind === third.kind || like.unit.includes("/")) return null;
  // What is asked is the kind of which only one is given; a third that asks for another thing is not understood.
  if (![like, other].some(({ kind }) => SCALED.includes(kind)) || !ASKS.test(sum.words)) return null;
  // Whose numbers they are stands beside it where that is on record.
  const owner = sum.reading.library.rates.get(rateNamed(sum.reading) ?? "");
  const theirs: SumLine[] = owner ? [{ label: owner.name.slice(0, 80), expression: `@${owner.id}` }] : [];
  const scaled = { label: `for ${third.text}`, expression: `${write(third)} * ${write(other)} / (${write(like)})` };
  return evaluated([scaled, ...theirs], {
    title: `${third.text}, where ${like.text} is ${other.text}`.slice(0, 120),
    lead: [1],
  });
};

const ASKS = /\b(?:what|how (?:much|many)|bill|costs?|price|scale[ds]?|same (?:rate|price|ratio)|pro ?rata)\b|\?/i;

/** Two amounts of unlike kinds with nothing but a word between that puts them together. */
const belong = (one: Term, next: Term, together = false): boolean =>
  one.kind !== next.kind &&
  [one, next].every(({ kind }) => SCALED.includes(kind) || kind === "money") &&
  [one, next].some(({ kind }) => SCALED.includes(kind)) &&
  (TOGETHER.test(next.before) || together);
