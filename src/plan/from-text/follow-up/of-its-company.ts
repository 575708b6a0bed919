/** "What about the IP licence" after a company's figure whose record has no word of it: of a deal of that company that has them all. */
import { recordHas } from "../../../knowledge/predicate.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

/** `words`: the roots that tell something, none of which the figure's record explains. */
export function ofItsCompany(reading: Reading, words: readonly string[]): Plan | null {
  const { conversation, library, question, reread } = reading;
  const metric = conversation.plan?.kind === "show-metric" ? library.metrics.get(conversation.plan.metric) : undefined;
  if (!metric || words.length < 2) return null;
  const names = metric.subjects.map((id) => orgName(library, id)).join(" ");
  const plan = reread(`${bareOf(question).text.replace(/[?.!\s]+$/, "")} ${names}`);
  const record = plan.kind === "show-figure" ? plan.subject : plan.kind === "show-deal" ? plan.deal : null;
  return record !== null && words.every((word) => recordHas(library, `deal:${record}`, word)) ? plan : null;
}
