/** Buttons under an answer. Each carries the command line that a click runs. */
import type { types } from "@slack/bolt";
import type { Action, Doc } from "../../doc/doc.ts";
import { type Page, pageLine } from "../../doc/paginate.ts";
import { LIMITS } from "./limits.ts";

const RUN = "gw:run";
const ASK = { deal: "gw:ask", feedback: "gw:tell", form: "gw:form" } as const;
const PAGE = "gw:page";
const SHARE = "gw:share";
/** `gw:run:0` → its kind: Slack wants every action_id of a message to be different. */
export const ACTION_ID = /^gw:(run|ask|tell|form|page|share)(?::\d+)?$/;

export function actionRows(doc: Doc, page: Page, share: boolean): types.ActionsBlock[] {
  const shareButton = share && doc.status !== "error" ? [button(SHARE, "Share", pageLine(doc.line, page.number))] : [];
  return [
    ...row([...pageButtons(doc, page), ...shareButton]),
    ...row(doc.actions.map((action, index) => actionButton(action, index))),
  ];
}

function pageButtons(doc: Doc, { number, of }: Page): (types.Button | null)[] {
  if (of <= 1) return [];
  return [
    ...(number > 1 ? [button(`${PAGE}:${number - 1}`, "‹ Previous page", pageLine(doc.line, number - 1))] : []),
    ...(number < of ? [button(`${PAGE}:${number + 1}`, "Next page ›", pageLine(doc.line, number + 1))] : []),
  ];
}

function actionButton(action: Action, index: number): types.Button | null {
  const made = button(`${action.ask ? ASK[action.ask] : RUN}:${index}`, action.label, action.line);
  return made && action.style ? { ...made, style: action.style } : made;
}

/** No button for a line that does not fit into one: it would run something else. */
function button(actionId: string, label: string, value: string): types.Button | null {
  if (value === "" || value.length > LIMITS.buttonValue) return null;
  const text = label.length > LIMITS.buttonText ? `${label.slice(0, LIMITS.buttonText - 1)}…` : label;
  return { type: "button", action_id: actionId, text: { type: "plain_text", text, emoji: false }, value };
}

function row(buttons: readonly (types.Button | null)[]): types.ActionsBlock[] {
  const elements = buttons.filter((one) => one !== null).slice(0, LIMITS.actions);
  return elements.length > 0 ? [{ type: "actions", elements }] : [];
}
