/** A nickname that stands for one deal and means another: somebody else is named with it, or a year in which that deal was not yet. */

import type { Deal } from "../../../knowledge/schema.ts";
import type { FoundStatement } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { asksWhether } from "../../knowledge/question-words.ts";
import { family } from "../../knowledge/resolve.ts";
import { keyOf, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Attribute } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** The deal that is meant in place of the only one that is named; undefined where that one is meant. */
export function dealInstead(reading: Reading): Deal | undefined {
  const { names, library } = reading;
  // Whether somebody has a part in it is asked of the one that is named.
  if (asksWhether(reading.question)) return undefined;
  const [only, ...others] = names.deals;
  const named = others.length === 0 ? library.deals.get(only ?? "") : undefined;
  return named && (withOthers(reading, named) ?? inYear(reading, named) ?? financingOf(reading, named));
}

/** "The Saline campus financing": the name is of the site, and what pays for it is a deal of its own. */
function financingOf({ names, library, question }: Reading, named: Deal): Deal | undefined {
  const [only, ...more] = named.financed_by ?? [];
  const mention = names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "deal" && id === named.id));
  return mention && only !== undefined && more.length === 0 && FINANCING.test(question.slice(mention.end))
    ? library.deals.get(only)
    : undefined;
}
const FINANCING = gated(/^ (?:(?:campus|site|project|data ?cent(?:er|re)) )?(?:financing|loans?|debt|bonds?)\b/i);

/** "Anthropic's Azure commitment": the name is of OpenAI's, and another deal of Anthropic with its partner has the words. */
function withOthers(reading: Reading, named: Deal): Deal | undefined {
  const { names, library, question } = reading;
  const takesPart = (deal: Deal, org: string): boolean =>
    deal.parties.some((party) => family(library, org).has(party.org));
  if (names.orgs.length === 0 || names.orgs.some((org) => takesPart(named, org))) return undefined;
  const mention = names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "deal" && id === named.id));
  if (!mention) return undefined;
  const said = contentRoots(question.slice(mention.start, mention.end));
  const shared = (library.dealsOf.get(names.orgs[0] ?? "") ?? []).filter(
    (deal) =>
      names.orgs.every((org) => takesPart(deal, org)) &&
      deal.parties.some(({ org }) => named.parties.some((party) => party.org === org)) &&
      nicknamed(reading).every((org) => takesPart(deal, org)),
  );
  // "Crusoe's Abilene lease to Microsoft": the name of another deal has all of the nickname.
  const [called, ...more] = shared.filter(({ name }) => said.every((word) => contentRoots(name).includes(word)));
  if (called && more.length === 0) return called;
  const found = shared.filter(
    (deal) =>
      // One statement has all of the nickname.
      statementsOf(library)
        .byRecord.get(keyOf({ type: "deal", id: deal.id }))
        ?.statements.some(({ own }) => said.every((word) => own.exact.has(word))) === true,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Who is named within the nickname of a deal: "the Lambda contract" is Lambda's, whoever else is named. */
export const nicknamed = ({ names, library, question }: Reading): string[] =>
  names.mentions
    .filter(({ refs }) => refs.some(({ type }) => type === "deal"))
    .flatMap(({ start, end }) => question.slice(start, end).split(/[\s/–—-]+/))
    .flatMap((word) => library.names.exact(word))
    .flatMap(({ type, id }) => (type === "org" ? [id] : []));

/** "The Anthropic Google deal of 2025": the name is of one of 2026, and the same two made another in that year. */
function inYear({ dates, library }: Reading, named: Deal): Deal | undefined {
  const years = [...new Set(dates.mentioned.map((date) => date.slice(0, 4)))];
  const [year] = years;
  const isThen = ({ events }: Deal): boolean => events.some(({ date }) => date.startsWith(year ?? "§"));
  if (year === undefined || years.length > 1 || dates.asOf !== null || isThen(named) || named.name.includes(year))
    return undefined;
  if ((named.events[0]?.date ?? "") < year) return undefined;
  const [first, second] = named.parties.map(({ org }) => org);
  const alike = library.knowledge.deals.filter(
    (deal) =>
      deal.id !== named.id &&
      deal.events[0]?.date.startsWith(year) === true &&
      [first, second].every((org) => deal.parties.some((party) => party.org === org)),
  );
  const ofKind = alike.filter(({ kind }) => kind === named.kind);
  const [only, ...more] = ofKind.length > 0 ? ofKind : alike;
  return more.length === 0 ? only : undefined;
}

/** The part that is named, where the amount found is that of the whole that it belongs to, and does not speak of it. */
export function ofWholeAlone(
  { names, library, question }: Reading,
  attribute: Attribute | null,
  { statement }: FoundStatement,
): string | null {
  const isAmount = attribute === null ? statement.amount !== null : AMOUNTS.has(attribute);
  const without = names.mentions
    .filter(({ start }) => LEFT_OUT.test(question.slice(0, start)))
    .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "deal" ? [id] : [])));
  const [only, ...others] = names.deals.filter((id) => !without.includes(id));
  const part = others.length === 0 ? library.deals.get(only ?? "") : undefined;
  if (!part || !isAmount || !part.part_of.includes(statement.record.id)) return null;
  const whole = new Set(contentRoots(library.deals.get(statement.record.id)?.name ?? ""));
  const speaksOf = (id: string): boolean =>
    contentRoots(library.deals.get(id)?.name ?? "").some((word) => !whole.has(word) && statement.own.exact.has(word));
  return speaksOf(part.id) && !without.some(speaksOf) ? null : part.id;
}
const LEFT_OUT =
  /\b(?:without|excluding|ex|excl\.?|except(?: for)?|not counting|leaving out|minus|not including) (?:the )?$/i;
const AMOUNTS: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "stake", "count"]);
