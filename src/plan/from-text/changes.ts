/** "What changed with Stargate since January", "how did X grow in April", "what moved between …": of a deal, a party, a metric. */

import { findStatements, type Sought } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { fitsPeriod } from "../../knowledge/metrics.ts";
import { type Mention, placesOf } from "../../knowledge/names.ts";
import { reaches } from "../../knowledge/query.ts";
import { family } from "../../knowledge/resolve.ts";
import { contentWords } from "../../knowledge/words.ts";
import { findPeriods } from "../dates.ts";
import type { PlanInput } from "../plan.ts";
import { CHANGES, POINTS_BACK_SUBJECT, TIMELINE } from "./asks.ts";
import { chooseDeal } from "./choose-deal.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

export const changes: ReadRule = {
  name: "changes",
  read(reading) {
    const { question, names, dates, conversation } = reading;
    const beyond = afterTheEnd(reading);
    if (beyond) return beyond;
    // What may be done to it has not changed it.
    if (MAY_BE.test(question)) return null;
    const told = toldLess(reading) ?? betweenPeriods(reading);
    if (told) return told;
    const days = isOnTwoDays(reading) ? [...dates.mentioned].sort() : null;
    if (!(CHANGES.test(question) || days) || TIMELINE.test(question)) return null;
    const metric = changedMetric(reading) ?? namedMetric(reading);
    if (metric) return metric;
    const deal = subjectOf(reading);
    const back = names.orgs.length === 0 && POINTS_BACK_SUBJECT.test(question) ? conversation.deal : null;
    const subject = deal ?? names.orgs[0] ?? back;
    if (!subject && names.rest.length > 3) return null;
    const [first, last] = [dates.mentioned[0], dates.mentioned.at(-1)];
    const { lately } = dates;
    const since = dates.since ?? (dates.until === null ? (first ?? lately?.since ?? null) : null);
    const after = /\b(?:after|since)\b/i.test(question);
    // "Now against October 2025": from then on.
    const now = /\b(?:now|today|currently)\b/i.test(question);
    const until =
      now || (after && dates.until === dates.since)
        ? null
        : (dates.until ??
          (first === undefined ? lately?.until : null) ??
          (dates.since === null && first !== last ? (last ?? null) : null));
    return {
      kind: "show-changes",
      subject: subject ?? null,
      since: days?.[0] ?? since ?? dates.asOf,
      until: days?.[1] ?? until,
      words: names.rest.join(" ").slice(0, 200),
      asOf: null,
    };
  },
};

const MAY_BE = gated(/\b(?:can|could|may|might) (?:it|they|this|that|the \w+) (?:still )?be\b/i);

/** "Told investors a smaller number, from what to what": a sentence of one of its figures that says so. */
function toldLess(reading: Reading): PlanInput | null {
  const { question, names, library, dates } = reading;
  if (!FROM_TO.test(question) || names.orgs.length !== 1 || names.deals.length > 0) return null;
  const sought = toSought({ ...reading, question: question.replace(FROM_TO, " ") }, null, 0);
  const [found] = findStatements(library, sought, 1);
  const { record, kind } = found?.statement ?? {};
  if (!found || record?.type !== "metric" || kind !== "fact" || !found.linked || found.coverage < SAYS) return null;
  return {
    kind: "show-metric",
    metric: record.id,
    period: null,
    words: found.statement.text.slice(0, 400),
    asOf: dates.asOf,
  };
}
const SAYS = 0.6;
const FROM_TO = gated(
  /[,:–—-]*\s*(?:so |and )?from (?:what|how (?:much|many)|where) to (?:what|how (?:much|many)|where)\b/i,
);

/** "How did its revenue change between 2024 and 2025": that of the one beside that of the other. */
function betweenPeriods({ question, names, reread }: Reading): PlanInput | null {
  const [, what, first, last] = BETWEEN.exec(question) ?? [];
  if (!what || !first || !last || AHEAD.test(what) || names.deals.length > 0 || measuresIn(what).length === 0)
    return null;
  const plan = reread(`${what} in ${last} vs ${what} in ${first}`, true);
  return plan.kind === "compare-metrics" ? plan : null;
}
const AHEAD = gated(/\b(?:forecasts?|targets?|goals?|guidance|estimates?|projections?|plans?)\b/i);
const PERIOD = "((?:[qh][1-4] )?20\\d\\d)";
const BETWEEN = new RegExp(
  `^(?:\\W*(?:so|and|ok),? )*how (?:much )?(?:did|has|have) (.+?) (?:chang|mov|evolv|develop|gr[eo]w|ris|rose|fall|fell|shr[aiu]nk|go|went|increas|drop)\\w*(?: up| down)? (?:between|from) ${PERIOD} (?:and|to) ${PERIOD}\\W*$`,
  "i",
);

/** "What was signed last week": of days after the records' end nothing is known, and what an earlier week brought is no answer. */
function afterTheEnd({ question, dates, names, library, conversation }: Reading): PlanInput | null {
  const lately = dates.lately ?? (dates.since && dates.until ? { since: dates.since, until: dates.until } : null);
  if (!lately || lately.since <= library.completeTo || names.deals.length > 0) return null;
  // What two of them did then is no news of one.
  if (names.orgs.length > 1) return null;
  // What goes on with a record asks of its own days, unless it asks for any news.
  if (conversation.plan !== null && !ANY_NEWS.test(question)) return null;
  return NEWS.test(question)
    ? { kind: "show-changes", subject: names.orgs[0] ?? null, since: lately.since, until: lately.until, asOf: null }
    : null;
}
const ANY_NEWS = gated(
  /^\W*(?:(?:so|and|ok|hey),? )*(?:anything|any news|any (?:new )?deals?|what happened|what(?:['’]s| is| was) new|what was (?:announced|signed))\b(?!.*\b(?:it|that|there|them)\b)/i,
);
const NEWS = gated(
  /^\W*(?:(?:so|and|ok|hey),? )*(?:what|which|any(?:thing)?|who|did|have|has|were|was)\b.*\b(?:announce[ds]?|sign(?:s|ed)?|happen(?:s|ed)?|agreed?|closed?|new|news|deals?|struck|reported|going on|yesterday|past few days)\b/i,
);

/** "CoreWeave's OpenAI total in May 2025 vs September 2025": one deal, and how it stood on two days. */
const isOnTwoDays = ({ question, names, dates }: Reading): boolean =>
  dates.mentioned.length === 2 &&
  (names.deals.length === 1 || (names.deals.length === 0 && names.orgs.length === 2)) &&
  measuresIn(question).length === 0 &&
  TWO_DAYS.test(question);
const TWO_DAYS = gated(
  /\b20\d\d,? (?:vs\.?|versus|against|(?:as )?compared (?:with|to)|and (?:then )?(?:in|on|at|by)) (?:(?:the end of|late|early|mid|in|on) )*(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* (?:\d{1,2},? )?20\d\d\b/i,
);

/** The deal that is meant: the one named, where everybody named has a part in it; else the one that the words tell. */
export function subjectOf(reading: Reading): string | undefined {
  const { names, library } = reading;
  const [named] = names.deals;
  const parties = named === undefined ? [] : (library.deals.get(named)?.parties ?? []);
  const there = named ? atPlace(reading, named) : undefined;
  if (there) return there;
  const takePart = names.orgs.every((org) => parties.some((party) => family(library, org).has(party.org)));
  if (named !== undefined && takePart) return named;
  const beside = named === undefined ? undefined : besideOf(reading, named);
  if (beside) return beside;
  return told(reading) ?? (names.deals.length > 0 || names.orgs.length > 1 ? changed(reading) : undefined);
}

/** "Norway's Stargate", "Stargate in Norway": of what bears the name the one at the place. */
function atPlace({ library, names, question }: Reading, named: string): string | undefined {
  const is = (type: string, id?: string) => (mention: Mention) =>
    mention.refs.some((ref) => ref.type === type && (id === undefined || ref.id === id));
  const deal = names.mentions.find(is("deal", named));
  const place = names.mentions.find((mention) => is("place")(mention) && !is("deal")(mention));
  if (!deal || !place) return undefined;
  const [first, second] = deal.start < place.start ? [deal, place] : [place, deal];
  if (!/^(?:'s|’s)?\s*(?:in|at|for|,)?\s*(?:the )?$/i.test(question.slice(first.end, second.start))) return undefined;
  const name = contentWords(library.deals.get(named)?.name ?? "");
  const there = place.refs.find((ref) => ref.type === "place")?.id ?? "";
  return library.knowledge.deals.find((one) => {
    const own = contentWords(one.name);
    return one.sites.some((site) => placesOf(site).includes(there)) && name.every((word) => own.includes(word));
  })?.id;
}

/** "Microsoft's Abilene lease" names a campus, and means the deal there that Microsoft has a part in. */
function besideOf({ names, question, library }: Reading, named: string): string | undefined {
  const mention = names.mentions.find(({ refs }) => refs.some((ref) => ref.type === "deal" && ref.id === named));
  if (!mention) return undefined;
  const wanted = contentWords(question.slice(mention.start, mention.end));
  const found = library.knowledge.deals.filter((deal) => {
    const own = new Set(contentWords([deal.name, ...deal.aliases, ...deal.sites.flatMap(placesOf)].join(" ")));
    const parties = deal.parties.map((party) => party.org);
    return (
      wanted.every((word) => own.has(word)) &&
      names.orgs.every((org) => parties.some((party) => family(library, org).has(party)))
    );
  });
  // The one that is most theirs.
  return found.sort((a, b) => a.parties.length - b.parties.length)[0]?.id;
}

/** What grew by a part has changed, not the part: the whole of which the best is a part, where it fits too. */
function changed(reading: Reading): string | undefined {
  const all = chooseDeal(reading).map((entry) => entry.deal);
  const { since, until } = reading.dates;
  // Of deals that fit, one in which something happened then.
  const then = since
    ? all.filter((deal) =>
        deal.events.some(
          ({ date }) => reaches(date, since) && (until === null || date.slice(0, until.length) <= until),
        ),
      )
    : [];
  const began = then.filter((deal) => since && reaches(deal.events[0]?.date ?? "", since));
  const dated = then.length > 0 ? [...began, ...then] : all;
  // Between two that are named the deal of these two, before one with many.
  const { orgs } = reading.names;
  const ranked = orgs.length > 1 ? [...dated].sort((a, b) => a.parties.length - b.parties.length) : dated;
  const whole = ranked.find(
    (deal) =>
      ranked[0]?.part_of.includes(deal.id) && (orgs.length < 2 || deal.parties.length <= ranked[0].parties.length),
  );
  return (reading.names.deals.length === 0 && whole ? whole : ranked[0])?.id ?? reading.names.deals[0];
}

/** The deal whose statements explain the words beside the names: "hyperion's gas plants", "the margin loan". */
function told(reading: Reading): string | undefined {
  const sought = withoutChanging(toSought(reading, null, 0));
  if (sought.words.every((word) => word.weak)) return undefined;
  const first = findStatements(reading.library, sought, 8).find(({ statement }) => statement.record.type === "deal");
  return first?.linked && first.coverage >= ENOUGH ? first.statement.record.id : undefined;
}
const ENOUGH = 0.5;
export const withoutChanging = (sought: Sought): Sought => ({
  ...sought,
  words: sought.words.filter(({ word }) => !CHANGING.has(word)),
});
/** Words that say that something changed, and not what. */
const CHANGING = new Set(
  contentWords(
    "change changed moved move shift shifted different grow grew grown increase raise rise bigger smaller new news update trend spring summer autumn winter fall before after now since term terms develop development evolve progress came come out output week weekly today yesterday month year day lately recent recently latest last past this",
  ),
);

/** "How has OpenAI's valuation changed": all figures of the metric that is named. */
function namedMetric({ names, dates, library }: Reading): PlanInput | null {
  if (names.deals.length > 0) return null;
  const found = names.mentions.flatMap(({ refs }) => refs.filter(({ type }) => type === "metric"))[0];
  if (!found) return null;
  // In a time that is said it has changed where something of it came to be known then.
  const then = dates.since ?? dates.until ?? dates.mentioned[0];
  const { points = [], facts = [] } = library.metrics.get(found.id) ?? {};
  const known = [...points.map((point) => point.as_of), ...facts.map((fact) => fact.known)];
  if (then !== undefined && !known.some((day) => day?.startsWith(then))) return null;
  return { kind: "show-metric", metric: found.id, asOf: dates.asOf };
}

/** A figure of a company that was revised, or stands in several periods. */
export function changedMetric(reading: Reading): PlanInput | null {
  const { question, library, dates, names } = reading;
  const said = measuresIn(question);
  const own = names.mentions.flatMap(({ refs }) => refs.flatMap((ref) => (ref.type === "metric" ? [ref.id] : [])))[0];
  const measures = said.length > 0 || own === undefined ? said : [library.metrics.get(own)?.measure ?? "market"];
  if (measures.length === 0 || names.deals.length > 0) return null;
  const all = findStatements(library, toSought(reading, null, 0), 16).filter(
    ({ statement }) =>
      statement.record.type === "metric" &&
      measures.includes(library.metrics.get(statement.record.id)?.measure ?? "market"),
  );
  // "Its 2030 goal" is none of 2025.
  const [period, ...others] = findPeriods(question);
  const ofPeriod =
    period === undefined || others.length > 0
      ? undefined
      : all.find(({ statement }) =>
          library.metrics.get(statement.record.id)?.points.some((point) => fitsPeriod(point.period, period)),
        );
  const found = ofPeriod ?? all[0];
  if (!found?.linked) return null;
  return {
    kind: "show-metric",
    metric: found.statement.record.id,
    period: findPeriods(question).length === 1 ? (findPeriods(question)[0] ?? null) : null,
    measures: [...measures],
    words: names.rest.join(" ").slice(0, 400),
    history: true,
    asOf: dates.asOf,
  };
}
