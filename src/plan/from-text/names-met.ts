/** Whether the records that a plan shows have to do with everybody who is named in the question. */
import { namedIn, nameWordsOf } from "../../knowledge/named-in.ts";
import type { Ref } from "../../knowledge/names.ts";
import { relatedTo } from "../../knowledge/related.ts";
import { family } from "../../knowledge/resolve.ts";
import { keyOf, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** An organisation or a deal is named that nothing which the plan shows has to do with: it is of something else than was asked. */
export function leavesOut(reading: Reading, plan: PlanInput): boolean {
  const shown = shownBy(reading, plan);
  if (shown === null) return false;
  if (plan.kind === "compare-figures" && shown.some((record) => isOfAnother(reading, record))) return true;
  const { names, question } = reading;
  // A company's figure may be asked for with a deal that it is spent on.
  const naming = plan.kind === "show-metric" ? ORGS : NAMING;
  return names.mentions.some(
    ({ refs, start, end }) =>
      refs.every(({ type }) => naming.has(type)) &&
      !ASIDE.test(question.slice(0, start)) &&
      !refs.some(({ type, id }) => type === "org" && reading.library.organisations.get(id)?.kind === "media") &&
      !refs.some((ref) => shown.some((record) => isMet(reading, record, ref, question.slice(start, end)))),
  );
}

/** "The Anthropic Azure commitment": whose it is said to be has no part in the deal that the nickname stands for. */
function isOfAnother({ names, question, library }: Reading, { type, id }: Ref): boolean {
  const deal = type === "deal" ? library.deals.get(id) : undefined;
  const mention = names.mentions.find(({ refs }) => deal && refs.every((ref) => ref.type === "deal" && ref.id === id));
  const owner =
    mention &&
    names.mentions.find(
      ({ end, start }) => end < mention.start && start < mention.start && OWNS.test(question.slice(end, mention.start)),
    );
  const orgs = owner?.refs.flatMap((ref) => (ref.type === "org" ? [ref.id] : [])) ?? [];
  return (
    deal !== undefined &&
    orgs.length > 0 &&
    !orgs.some((org) => deal.parties.some((party) => family(library, org).has(party.org)))
  );
}
const OWNS = /^(?:['’]s?)?\s$/;

const NAMING: ReadonlySet<Ref["type"]> = new Set(["org", "deal"]);
const ORGS: ReadonlySet<Ref["type"]> = new Set(["org"]);
/** Who stands for an example, or is left out, need not be met. */
const ASIDE =
  /\b(?:like|such as|e\.g\.|as (?:with|at|in|for)|unlike|not|except|excluding|leaving out|than|other than|besides|via|per|according to|says?)\s+(?:the )?$/i;

/** The records that a plan is about; null where it is not about records. */
function shownBy({ library }: Reading, plan: PlanInput): readonly Ref[] | null {
  const deal = (id: string): Ref[] => (library.deals.has(id) ? [{ type: "deal", id }] : []);
  switch (plan.kind) {
    case "show-figure":
      return deal(plan.subject);
    case "show-deal":
      return deal(plan.deal);
    case "show-timeline":
      return library.deals.has(plan.subject ?? "") ? deal(plan.subject ?? "") : null;
    case "show-metric":
      return [{ type: "metric", id: plan.metric }];
    case "compare-metrics":
      return plan.without && plan.without.length > 0
        ? null
        : plan.metrics.map(({ metric }): Ref => ({ type: "metric", id: metric }));
    case "compare-figures":
      return plan.sides.flatMap(({ deal: id, metric }): Ref[] =>
        id ? [{ type: "deal", id }] : metric ? [{ type: "metric", id: metric }] : [],
      );
    default:
      return null;
  }
}

function isMet({ library }: Reading, record: Ref, named: Ref, text: string): boolean {
  const own = record.type === "deal" ? library.deals.get(record.id) : undefined;
  if (named.type === record.type && named.id === record.id) return true;
  const telling = contentRoots(text).filter((word) => word.length > 2);
  if (own && telling.length > 0 && telling.every((word) => nameWordsOf(own).has(word))) return true;
  if (named.type === "deal") return relatedTo(library, record.id).has(named.id);
  const orgs =
    own?.parties.map(({ org }) => org) ??
    (record.type === "metric" ? library.metrics.get(record.id)?.subjects : []) ??
    [];
  if (orgs.some((org) => family(library, named.id).has(org) || family(library, org).has(named.id))) return true;
  const { statements, records } = namedIn(library, named);
  const key = keyOf(record);
  return (
    records.has(key) ||
    (statementsOf(library)
      .byRecord.get(key)
      ?.statements.some(({ id }) => statements.has(id)) ??
      false)
  );
}
