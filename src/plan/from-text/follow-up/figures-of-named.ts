/** Which of a record's figures a turn means that names somebody, or a kind of money: "and SpaceX?", "Apollo's loan". */
import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import { namesNobodyElse } from "../../../knowledge/label-names.ts";
import { orgName, readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";
import { namesOnly } from "./elliptic.ts";
import { dealOnTable, kindAsked } from "./figures-of-record.ts";

const rootsOfNames = ({ names, library }: Reading): Set<string> =>
  new Set(names.orgs.flatMap((org) => contentRoots(orgName(library, org))));
const isNameAlone = (reading: Reading, text: string): boolean => {
  const named = rootsOfNames(reading);
  return contentRoots(text).every((word) => named.has(word));
};

/** "The loan" is money, and no interest on it. */
export function ofKindSaid(text: string, found: StandingFigure[]): StandingFigure[] {
  const kinds = RATE.test(text) ? [] : kindsSaid(text).flat();
  const alike = found.filter(({ figure }) => kinds.includes(figure.of));
  return alike.length > 0 ? alike : found;
}
const RATE = /%|\b(?:rates?|interest|coupons?|percent\w*|pct|margin|spread|long|years?|term)\b/i;

/** By a word that is no name. */
export function isCalledSo(reading: Reading, { label }: Figure, text: string): boolean {
  const named = rootsOfNames(reading);
  const own = contentRoots(label);
  return contentRoots(text).some((word) => !named.has(word) && own.includes(word));
}
/** "And SpaceX?" after a valuation is SpaceX's, and no ratio of its shares. */
export function ofKindAsked(reading: Reading, deal: Deal, text: string, found: readonly StandingFigure[]) {
  const { names, library, asOf } = reading;
  const [org] = names.orgs;
  const asked = kindAsked(reading, deal);
  if (!asked || !org || names.orgs.length > 1 || !isNameAlone(reading, text)) return found;
  const alike = found.filter(({ figure }) => figure.unit === asked.unit);
  if (alike.length > 0 || found.length === 0) return alike;
  const theirs = (stateOn(deal, asOf)?.figures ?? []).filter(
    ({ figure, ended }) =>
      ended === null && figure.unit === asked.unit && namesNobodyElse(library, deal, figure.label, org),
  );
  return theirs.length > 0 ? theirs : found;
}

/** "For it" is of what was spoken of. */
const OF_THAT = /\b(?:it|that|this)\b/i;

/** Of whom alone is named, and who has several figures of one kind: the largest of them first. */
export function largestOfOrg(
  reading: Reading,
  text: string,
  found: readonly StandingFigure[],
): readonly StandingFigure[] {
  const { names, library } = reading;
  const deal = dealOnTable(reading);
  const [first] = found;
  if (!first || names.orgs.length !== 1 || !namesOnly(text, readNames(library, text), []) || OF_THAT.test(text))
    return found;
  const unit = found.filter(({ figure }) => figure.unit === first.figure.unit);
  const theirs = unit.filter(({ figure }) => deal && namesNobodyElse(library, deal, figure.label, names.orgs[0] ?? ""));
  const alike = theirs.length > 0 ? theirs : unit;
  const sizeOf = ({ figure }: StandingFigure) => figure.high ?? figure.low ?? 0;
  return alike.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1);
}
