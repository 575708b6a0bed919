import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Action, Doc } from "../../doc/doc.ts";
import { type Page, pageLine } from "../../doc/paginate.ts";
import type { CustomIds } from "./custom-ids.ts";
import { limits } from "./limits.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Rows that a card may have: with more of them the 40 components run out before the text does. */
const ACTION_ROWS = 4;
export const MAX_ACTIONS = ACTION_ROWS * limits.row.buttons;

/** The answer's own buttons, and below them the pages and Share. */
export function buttonRows(doc: Doc, page: Page, share: boolean, ids: CustomIds): Row[] {
  const actions = unique(doc.actions.slice(0, MAX_ACTIONS).map((action) => actionButton(action, ids)));
  const navigation: APIButtonComponentWithCustomId[] = [];
  const line = (number: number) => ids.encode("page", `${pageLine(doc.line, number)}`);
  if (doc.line && page.number > 1) navigation.push(button(`◀ Page ${page.number - 1}`, line(page.number - 1)));
  if (doc.line && page.number < page.of)
    navigation.push(button(`Page ${page.number + 1} of ${page.of} ▶`, line(page.number + 1)));
  if (share && doc.line) navigation.push(button("Share", ids.encode("share", pageLine(doc.line, page.number))));
  return [...rowsOf(actions), ...rowsOf(unique(navigation))];
}

function actionButton(action: Action, ids: CustomIds): APIButtonComponentWithCustomId {
  const style = action.style === "primary" ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return button(action.label, ids.encode(action.ask ? ASKS[action.ask] : "run", action.line), style);
}
const ASKS = { deal: "compare", feedback: "tell", form: "form" } as const;

function button(
  label: string,
  customId: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
) {
  const { labelChars } = limits.button;
  const shown = label.length > labelChars ? `${label.slice(0, labelChars - 1)}…` : label;
  return {
    type: ComponentType.Button,
    style,
    label: shown,
    custom_id: customId,
  } satisfies APIButtonComponentWithCustomId;
}

/** Discord refuses a message in which two buttons have one custom_id; two that do the same are one. */
const unique = (buttons: readonly APIButtonComponentWithCustomId[]) => [
  ...new Map(buttons.map((one) => [one.custom_id, one])).values(),
];

function rowsOf(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < buttons.length; start += limits.row.buttons)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(start, start + limits.row.buttons) });
  return rows;
}
