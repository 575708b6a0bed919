import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from "discord.js";
import { limits } from "./limits.ts";

/** What a message says and shows, without where it goes. */
export type MessageBody = {
  content?: string;
  components?: APIMessageTopLevelComponent[];
  flags?: number;
  /** What `files` hold, by their places; an edit without it leaves what is attached. */
  attachments?: { id: number; filename: string; description: string }[];
};

/** Which of Discord's limits a message breaks, in words; empty when none. */
export function overruns(body: MessageBody): string[] {
  const found: string[] = [];
  const check = (actual: number, most: number, what: string) => {
    if (actual > most) found.push(`${what}: ${actual}, at most ${most}`);
  };
  const componentsV2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if (componentsV2 && body.content) found.push("content together with Components V2");
  check(body.content?.length ?? 0, limits.message.contentChars, "characters of content");
  check(body.components?.length ?? 0, limits.message.topLevelComponents, "components at the top level");

  const ids = new Set<string>();
  let [count, textChars] = [0, 0];
  const visit = (component: Nested): void => {
    count++;
    if (component.type === ComponentType.TextDisplay) {
      if (!component.content?.trim()) found.push("an empty text");
      textChars += component.content?.length ?? 0;
    }
    if (component.type === ComponentType.Button) {
      check(component.label?.length ?? 0, limits.button.labelChars, "characters of a button's label");
      textChars += component.label?.length ?? 0;
    }
    if (component.type === ComponentType.ActionRow) {
      check(component.components?.length ?? 0, limits.row.buttons, "buttons in a row");
      if (!component.components?.length) found.push("an empty row");
    }
    if (component.type === ComponentType.MediaGallery) {
      check(component.items?.length ?? 0, limits.gallery.items, "pictures in a gallery");
      for (const { description = "" } of component.items ?? [])
        check(description.length, limits.gallery.altChars, "characters of a picture's description");
    }
    if (component.custom_id !== undefined) {
      check(component.custom_id.length, limits.customIdChars, "characters of a custom_id");
      if (ids.has(component.custom_id)) found.push(`custom_id used twice: ${component.custom_id}`);
      ids.add(component.custom_id);
    }
    for (const child of component.components ?? []) visit(child);
  };
  for (const component of body.components ?? []) visit(component as Nested);
  check(count, limits.message.components, "components");
  check(textChars, limits.message.textChars, "characters of text");
  return found;
}

/** The parts of a component that have a limit, whatever its type. */
type Nested = {
  type: ComponentType;
  content?: string;
  label?: string;
  custom_id?: string;
  components?: Nested[];
  items?: { description?: string }[];
};
