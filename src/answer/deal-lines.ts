/** Parts of an answer that several kinds show in the same way. */

import type { Figure } from "../../knowledge/schema.ts";
import type { Action, Rich, Span } from "../doc/doc.ts";
import { MONEY_KIND, OF, STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { type DealState, isMoney, isOver, type Outline, type StandingFigure } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { orgName } from "../knowledge/resolve.ts";
import type { Draft } from "./draft.ts";

/** "up to $100B of planned investment [1] (a stated programme, not a signed sum)". */
export function worth(draft: Draft, state: Outline, standing: StandingFigure): Span[] {
  const { figure } = standing;
  const spans: Span[] = [draft.amount(figure, `deal:${state.deal.id}`, state.deal, "strong")];
  const kind = isMoney(figure.unit) ? MONEY_KIND[figure.of] : undefined;
  spans.push({ text: ` ${ofWords(figure)}${kind ? ` (${kind})` : ""}` });
  if (figure.term) spans.push({ text: `; ${figure.term}` });
  if (figure.confidence !== "high") spans.push({ text: `; ${figure.confidence} confidence` });
  if (standing.ended) spans.push({ text: `; no longer holds since ${sayDate(standing.ended)}` });
  return spans;
}

/** "contract value", "IT capacity", "of Series E shares". */
function ofWords(figure: Figure): string {
  if (figure.of === "capacity")
    return figure.basis === "it" ? "of IT power" : figure.basis === "facility" ? "of facility power" : "of capacity";
  return `– ${lowerFirst(figure.label)}${isMoney(figure.unit) && !figure.label.toLowerCase().includes(OF[figure.of]) ? `, ${OF[figure.of]}` : ""}`;
}

/** A label within a sentence; names and abbreviations keep their capitals. */
export const lowerFirst = (label: string): string =>
  /^[A-Z][a-z]+( |$)/.test(label) && !/^(?:[A-Z][a-z]+ ){1,2}[A-Z]/.test(label) && !KEEP.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
const KEEP =
  /^(?:Nvidia|Oracle|Microsoft|Google|Amazon|Meta|Anthropic|SoftBank|Broadcom|Cerebras|Blue|Azure|Abilene|Stargate|January|February|March|April|May|June|July|August|September|October|November|December|Japan|Series)\b/;

export function statusLine(draft: Draft, library: Library, state: DealState): Rich {
  const spans: Span[] = [
    draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources, "strong"),
    { text: `, since ${sayDate(state.statusSince)}` },
  ];
  const successor = successorOf(library, state);
  if (successor) spans.push({ text: `, replaced by ${successor.name}` });
  return spans;
}

export function successorOf(library: Library, state: Outline) {
  return isOver(state.status)
    ? library.knowledge.deals.find((deal) => deal.supersedes.includes(state.deal.id))
    : undefined;
}

/** "superseded by X"; "lapsed (ended without being signed), replaced by X". */
export const replacedBy = (state: Outline, successor: { name: string }): string =>
  state.status === "superseded"
    ? `superseded by ${successor.name}`
    : `${STATUS[state.status]}, replaced by ${successor.name}`;

/** "OpenAI (customer), Oracle (provider: cloud and sites)". */
export function parties(library: Library, state: DealState, withNotes: boolean): string {
  const one = ({ org, role, note }: DealState["deal"]["parties"][number]) => {
    const said = withNotes && note ? (note.toLowerCase().startsWith(role) ? note : `${role}: ${note}`) : role;
    return `${orgName(library, org)} (${said})`;
  };
  return state.deal.parties.map(one).join(withNotes ? "; " : ", ");
}

/** In a headline: "about $300B (contract value)"; never a bare amount of an unlike kind. */
export function shortWorth(draft: Draft, state: Outline, standing: StandingFigure): Span[] {
  const { figure } = standing;
  return [
    draft.amount(figure, `deal:${state.deal.id}`, state.deal, "strong"),
    { text: isMoney(figure.unit) ? ` of ${OF[figure.of]}` : "" },
  ];
}

/** A deal in a list of some: its name, what it is worth, and what it is. */
export function dealInBrief(draft: Draft, state: Outline): Rich {
  const standing = state.money ?? state.size;
  return [
    { text: state.deal.name, style: "strong" },
    ...(standing ? [{ text: " (" }, ...shortWorth(draft, state, standing), { text: ")" }] : []),
    { text: `: ${state.deal.summary}` },
  ];
}

export const figureText = (figure: Figure): string =>
  `${figure.label}: ${sayAmount(figure)}${figure.term ? ` (${figure.term})` : ""}`;

/** The buttons of a deal's card. */
export function dealActions(state: DealState, except?: string): Action[] {
  const { id } = state.deal;
  const size = state.size?.figure;
  const gw = size?.unit === "GW" ? (size.high ?? size.low) : null;
  const actions: Action[] = [
    { label: "Deal", line: `deal ${id}` },
    { label: "Sources", line: `deal ${id} view:sources` },
    { label: "Timeline", line: `timeline ${id}` },
    { label: "Compare…", line: `compare ${id}`, ask: "deal" },
    ...(gw ? [{ label: `Cost of ${gw < 1 ? `${gw * 1000} MW` : `${gw} GW`}`, line: `cost ${gw}GW` }] : []),
  ];
  return actions.filter((action) => action.label !== except);
}
