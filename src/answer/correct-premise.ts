/** What a question took for granted is not so: said first, then what the records have instead. */
import type { Deal, PartialDate } from "../../knowledge/schema.ts";
import type { Rich, Span } from "../doc/doc.ts";
import { STATUS, sayDate } from "../doc/say-figure.ts";
import { type DealState, stateOn } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { placesOf } from "../knowledge/names.ts";
import { orgName } from "../knowledge/resolve.ts";
import { namesOf } from "../knowledge/sentences-naming.ts";
import { hasTie, type Tie } from "../knowledge/ties.ts";
import { words } from "../knowledge/words.ts";
import type { PlanOf } from "../plan/plan.ts";
import { dealActions, lowerFirst, parties, successorOf } from "./deal-lines.ts";
import { type Answer, type Context, Draft, HEADLINE_MAX } from "./draft.ts";
import { programmeOf } from "./scope.ts";

type Premise = PlanOf<"correct-premise">;

const STATUS_SAYS: Partial<Record<Premise["claim"], (name: string) => string>> = {
  completed: (name) => `No: ${name} is not recorded as completed.`,
  signed: (name) => `No: ${name} is not recorded as signed.`,
  resumed: (name) => `No: nothing on record says that ${name} resumed.`,
  cancelled: (name) => `No: no record has a cancellation of ${name}.`,
  opened: (name) => `No: ${name} is not recorded as open.`,
  "paid-in-full": (name) => `No: no record has ${name} as paid in full.`,
};

export function correctPremise(plan: Premise, context: Context): Answer {
  const draft = new Draft(context);
  const deal = plan.deal === null ? undefined : context.library.deals.get(plan.deal);
  const state = deal ? stateOn(deal, context.asOf) : null;
  const headline: Span[] = [{ text: sayNo(plan, context, state) }];
  const rest: Rich[] = [];
  // What does not fit into the direct answer stands below it.
  for (const part of state ? insteadOf(plan, draft, context, state) : []) {
    const length = [...headline, ...part].reduce((sum, span) => sum + span.text.length + 1, 0);
    if (rest.length === 0 && length <= HEADLINE_MAX) headline.push({ text: " " }, ...part);
    else rest.push(part);
  }
  return draft.done({
    status: state ? "answered" : "unknown",
    kind: "correct-premise",
    title: state?.deal.name ?? "Not so",
    headline,
    blocks: rest.map((text) => ({ type: "text", text })),
    actions: state ? dealActions(state) : [],
    ...(state && { subject: state.deal.id }),
  });
}

function sayNo({ claim, orgs, place }: Premise, context: Context, state: DealState | null): string {
  const { library, asOf } = context;
  const isProgramme = state !== null && sitesBeside(context, state).length > 0;
  const [one = "", other = ""] = orgs.map((id) => orgName(library, id));
  const isReversed = state !== null && isTheOtherWay(library, state, claim, orgs);
  const status = STATUS_SAYS[claim];
  if (status && state) return status(state.deal.name);
  switch (claim) {
    case "bought":
      return `No: no record has a purchase of ${other} by ${one}, as of ${sayDate(asOf)}.`;
    case "owns":
      return `No: no record gives ${one} a stake in ${other}.`;
    case "borrowed":
      return `No, the other way round: ${one} lent to ${other}.`;
    case "pays":
      return isReversed
        ? `No, the other way round: ${other} pays ${one}.`
        : `No: no record has payments from ${one} to ${other}.`;
    case "lent":
      return isReversed
        ? `No, the other way round: ${other} lent to ${one}.`
        : `No: no record has a loan from ${one} to ${other}.`;
    case "sells":
      return isReversed
        ? `No, the other way round: ${one} is the customer and ${other} the supplier.`
        : `No: no record has ${one} as a supplier of ${other}.`;
    case "guarantees":
      return isReversed
        ? `No, the other way round: ${other} stands behind ${one}.`
        : `No: no record has a guarantee of ${one} for ${other}.`;
    case "owns-all":
      return `No: no record has ${one} as the owner of ${other}.`;
    case "part":
      return `No: ${one} is not a party to ${state?.deal.name ?? "it"}.`;
    case "took-over":
      return `No: no record has a takeover of ${state?.deal.name ?? "it"} by ${one}.`;
    case "sold":
      return state?.deal.kind === "acquisition"
        ? `No: no record has a sale by ${one} to ${other} or of it.`
        : `No: no record has a sale of ${other} shares by ${one}.`;
    case "left":
      return `No: no record has an exit of ${one} from ${state?.deal.name ?? "it"}.`;
    case "place": {
      const name = state?.deal.name ?? "";
      return isProgramme ? `No: no record has a ${name} site in ${place}.` : `No: no record has ${name} in ${place}.`;
    }
    case "listed":
      return `No: no listing of ${one} is on record, as of ${sayDate(asOf)}.`;
    case "merged":
      return `No: no record has a merger of ${one} and ${other}, as of ${sayDate(asOf)}.`;
    case "chips":
      return `No: no record has ${place} in ${state?.deal.name ?? "it"}.`;
    case "before":
      return `No: nothing of ${state?.deal.name ?? "it"} is on record for ${sayDate(place as PartialDate)}.`;
    case "within": {
      const name = state?.deal.name ?? "";
      // A name that it shares with the whole is no part in it, and no denial of one.
      const shares = name.startsWith(place.split(/[ ’'(]/)[0] ?? place);
      return `${shares ? "It bears the name, but no" : "No: no"} record has ${name} as a part of ${place}.`;
    }
    default:
      return "No: the records do not say so.";
  }
}

/** What is so: how the deal stands, who holds what of whom, or the sentence that tells why not. */
function insteadOf({ claim, orgs }: Premise, draft: Draft, context: Context, state: DealState): Rich[] {
  const { deal } = state;
  const { library } = context;
  const summary: Rich = [{ text: `${deal.name}: `, style: "strong" }, { text: deal.summary }];
  const last = state.events.at(-1) ?? state.statusEvent;
  if (STATUS_SAYS[claim] || claim === "left") {
    const successor = successorOf(library, state);
    const status: Rich = [
      { text: "It is " },
      draft.sourced(STATUS[state.status], deal, state.statusEvent.sources, "strong"),
      { text: `, since ${sayDate(state.statusSince)}${successor ? `, replaced by ${successor.name}` : ""}.` },
    ];
    return [status, [draft.sourced(state.statusEvent.text, deal, state.statusEvent.sources)], summary];
  }
  if (claim === "place") {
    const names = sitesBeside(context, state)
      .map((one) => one.name)
      .slice(0, 8)
      .join("; ");
    const where = deal.sites.map((site) => [...new Set(placesOf(site))].join(", ")).join("; ");
    const so = names ? `On record are ${names}.` : `On record is ${where}.`;
    return [[{ text: so }], [draft.sourced(last.text, deal, last.sources)]];
  }
  if (claim === "chips") {
    const chips = deal.chips.join(", ");
    return [[{ text: `On record are ${chips}.` }], summary, [draft.sourced(last.text, deal, last.sources)]];
  }
  if (claim === "before") {
    const begun = state.events[0] ?? last;
    return [[draft.sourced(`${sayDate(begun.date)}: ${begun.text}`, deal, begun.sources)], summary];
  }
  if (claim === "within") return [summary, [draft.sourced(last.text, deal, last.sources)]];
  if (claim === "part" || claim === "took-over") {
    const sentence = sentenceOf(draft, state, namesOf(library, orgs[0] ?? ""));
    const own = draft.sourced(`Its parties: ${parties(library, state, false)}.`, deal, state.events[0]?.sources ?? []);
    return [...(sentence ? [[sentence]] : []), [own], summary];
  }
  const first = state.events[0] ?? last;
  const lead =
    claim === "owns" && isTheOtherWay(library, state, claim, orgs) ? "The other way round: " : "On record is ";
  return [
    [{ text: lead }, { text: deal.name, style: "strong" }, { text: `: ${lowerFirst(deal.summary)}` }],
    [draft.sourced(first.text, deal, first.sources)],
  ];
}

/** Other sites of the programme that the deal is. */
const sitesBeside = (context: Context, { deal }: DealState): Deal[] =>
  programmeOf(context, deal).filter((one) => one.id !== deal.id && one.sites.length > 0);

/** The deal has it from the second to the first. Who owns shares of the other gets them from it. */
function isTheOtherWay(
  library: Library,
  { deal }: DealState,
  claim: Premise["claim"],
  [one = "", other = ""]: readonly string[],
): boolean {
  const tie = TIE[claim];
  return (
    tie !== undefined &&
    hasTie(library, deal, tie, ...(tie === "equity" ? ([one, other] as const) : ([other, one] as const)))
  );
}
const TIE: Partial<Record<Premise["claim"], Tie>> = {
  pays: "cash",
  lent: "debt",
  sells: "goods",
  guarantees: "guarantee",
  owns: "equity",
};

/** The sentence of the deal that names the organisation and comes nearest to a denial. */
function sentenceOf(draft: Draft, state: DealState, names: readonly string[]): Span | null {
  const found = [...state.facts, ...state.events].filter(({ text }) =>
    names.some((name) => ` ${words(text).join(" ")} `.includes(name)),
  );
  const best = found.find(({ text }) => /\b(?:not|no|never|out|declin|withdr|reject|left)/i.test(text)) ?? found[0];
  return best ? draft.sourced(best.text, state.deal, best.sources) : null;
}
