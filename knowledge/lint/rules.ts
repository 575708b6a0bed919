/** The rules, in the order in which they run. Each is a file of its own. */
import { amountsAgree } from "./amounts-agree.ts";
import { canonicalFormat } from "./canonical-format.ts";
import { citedWhenItHappened } from "./cited-when-it-happened.ts";
import { contestedHasSources } from "./contested-has-sources.ts";
import { datedOrSaysWhy } from "./dated-or-says-why.ts";
import { eventsInOrder } from "./events-in-order.ts";
import { figuresKeepTheirKind } from "./figures-keep-their-kind.ts";
import { firmHasSource } from "./firm-has-source.ts";
import { flowsJoinParties } from "./flows-join-parties.ts";
import { idIsFileName } from "./id-is-file-name.ts";
import { namesAreUnique } from "./names-are-unique.ts";
import { noDealTwice } from "./no-deal-twice.ts";
import { noTodo } from "./no-todo.ts";
import { notAfterCompleteTo } from "./not-after-complete-to.ts";
import { oneHeadline } from "./one-headline.ts";
import { onePageOneTier } from "./one-page-one-tier.ts";
import { printedKeepsQualifier } from "./printed-keeps-qualifier.ts";
import { ratesAreExplained } from "./rates-are-explained.ts";
import { referencesResolve } from "./references-resolve.ts";
import { relationsEnd } from "./relations-end.ts";
import { relationsFit } from "./relations-fit.ts";
import type { Rule } from "./rule.ts";
import { sourcesAreUsed } from "./sources-are-used.ts";
import { sourcesResolve } from "./sources-resolve.ts";
import { startsWithStatus } from "./starts-with-status.ts";
import { weakIsNotHigh } from "./weak-is-not-high.ts";

export const rules: readonly Rule[] = [
  idIsFileName,
  noTodo,
  sourcesResolve,
  sourcesAreUsed,
  datedOrSaysWhy,
  onePageOneTier,
  referencesResolve,
  namesAreUnique,
  noDealTwice,
  eventsInOrder,
  startsWithStatus,
  relationsEnd,
  relationsFit,
  flowsJoinParties,
  amountsAgree,
  printedKeepsQualifier,
  figuresKeepTheirKind,
  oneHeadline,
  firmHasSource,
  weakIsNotHigh,
  citedWhenItHappened,
  contestedHasSources,
  ratesAreExplained,
  notAfterCompleteTo,
  canonicalFormat,
];
