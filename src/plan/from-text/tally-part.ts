/** "Ex-OpenAI, who got Nvidia's largest equity commitment", "Microsoft's biggest neocloud": the largest part of a company's tally, by the points that say whose they are. */

import type { Metric, Point } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

const WHOSE = gated(
  /\b(?:who|(?:which|what) of|whose|whom|(?:which|what) (?:[\w-]+ ){0,3}?(?:company|firm|neo-?cloud|provider|customer|counterparty|name|investee|part|stake|commitment|recipient|supplier|partner)|to whom)\b/i,
);
/** Without asking whose: the parts are named. */
const PARTS = gated(/\b(?:commitments?|cheques?|checks|stakes?|parts?|slices?)\b/i);
/** Without a tally's name or teller: a stake may be one that no tally has. */
const OF_ALL = gated(/\b(?:commitments?|parts?|slices?)\b/i);
/** "In CNBC's count": of the parts of somebody's tally. */
const TALLIED = gated(/\b(?:in|by|per|on|of)\s+(?:the )?(?:[\w.& -]{2,30}['’]s )?(?:count|tally|tallies|reckoning)\b/i);
/** "The largest of its commitments, in CNBC's count", though the noun is in the plural. */
const ONE_TALLIED = new RegExp(String.raw`\b(?:largest|biggest|smallest) of\b.*${TALLIED.source}`, "i");
const OUT =
  /\b(?:ex|excluding|except(?: for)?|apart from|aside from|besides|other than|outside(?: of)?|beyond|after|not counting|leaving out|without|but not|ignoring)[\s-]+(?:the )?$/i;

export const tallyPart: ReadRule = {
  name: "tally-part",
  read(reading) {
    const { question, names, library, dates } = reading;
    if (names.orgs.length + tallyNamed(reading).length === 0 || names.deals.length > 0) return null;
    const superlative = superlativeIn(question);
    if (!superlative || superlative.weak || !(superlative.one || ONE_TALLIED.test(question))) return null;
    const out = leftOutIn(reading);
    const whose =
      WHOSE.test(question) ||
      (out.size > 0 && OF_ALL.test(question)) ||
      (PARTS.test(question) && TALLIED.test(question));
    const tally = whose || PARTS.test(question) ? tallyMeant(reading, out) : undefined;
    if (!tally || !(whose || saysTeller(question, tally))) return null;
    const size = ({ high, low }: Point) => high ?? low ?? 0;
    const parts = partsOf(library, tally)
      .filter(({ org }) => !out.has(org))
      .sort((a, b) => (superlative.ascending ? size(a.point) - size(b.point) : size(b.point) - size(a.point)));
    const chosen = parts[superlative.place - 1];
    return chosen
      ? {
          kind: "show-metric",
          metric: tally.id,
          period: null,
          measures: [chosen.point.measure],
          words: chosen.point.label,
          asOf: dates.asOf,
        }
      : null;
  },
};

/** The organisations that are left out: "besides OpenAI". */
export const leftOutIn = ({ question, names }: Pick<Reading, "question" | "names">): ReadonlySet<string> =>
  new Set(
    names.mentions
      .filter(
        ({ start, end }) =>
          OUT.test(question.slice(0, start)) || /^\s*(?:aside|excluded|apart)\b/i.test(question.slice(end)),
      )
      .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : []))),
  );

/** "Per CNBC": whoever made the count is named. */
const saysTeller = (question: string, { points }: Metric): boolean =>
  points.some(({ stated_by: teller }) => teller !== undefined && question.includes(teller));

type Part = { point: Point; org: string };
const PARTS_OF = new WeakMap<Metric, readonly Part[]>();

export function partsOf(library: Library, metric: Metric): readonly Part[] {
  const known = PARTS_OF.get(metric);
  if (known) return known;
  const found = metric.points.flatMap((point) => {
    const [, whose] = /^(.{2,40}?)(?:['’]s)? part(?: of .*)?$/.exec(point.label) ?? [];
    const org = whose && library.names.exact(whose).find(({ type }) => type === "org");
    return org ? [{ point, org: org.id }] : [];
  });
  PARTS_OF.set(metric, found);
  return found;
}

/** "Nvidia equity commitments": by its own name. */
const tallyNamed = ({ library, names }: Pick<Reading, "library" | "names">): Metric[] =>
  names.mentions
    .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "metric" ? (library.metrics.get(id) ?? []) : [])))
    .filter((metric) => partsOf(library, metric).length > 1);

/** The tally of whoever is named, by the words of its name. */
function tallyMeant({ library, names, question }: Reading, out: ReadonlySet<string>): Metric | undefined {
  const [named, ...others] = tallyNamed({ library, names });
  if (named && others.length === 0 && names.orgs.length === 0) return named;
  const [owner, ...more] = names.orgs.filter((org) => !out.has(org));
  if (owner === undefined || more.length > 0) return undefined;
  const group = family(library, owner);
  const said = new Set(contentRoots(question));
  const own = new Set(contentRoots(orgName(library, owner)));
  const met = ({ name, aliases }: Metric) =>
    new Set(
      contentRoots([name, ...aliases].join(" ")).filter(
        (word) => said.has(word) && !own.has(word) && !/^\d+$/.test(word),
      ),
    ).size;
  // "Which of its suppliers" may be of its deals as well.
  const least = /\b(?:which|what) of\b/i.test(question) ? 2 : 1;
  const [best] = library.knowledge.metrics
    .filter(({ subjects }) => group.has(subjects[0] ?? ""))
    .filter((metric) => partsOf(library, metric).length > 1 && met(metric) >= least)
    .sort((a, b) => met(b) - met(a));
  return best;
}
