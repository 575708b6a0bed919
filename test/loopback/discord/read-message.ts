import type { ComponentJson } from "./message-rules.ts";
import type { StoredMessage } from "./state.ts";

/** All words of a message, one component a line. */
export const textOf = (message: StoredMessage): string =>
  [
    message.content,
    ...all(message.components).flatMap(({ type, content }) => (type === 10 && content ? [content] : [])),
  ]
    .filter(Boolean)
    .join("\n");

export const buttonsOf = (message: StoredMessage): { label: string; customId: string }[] =>
  all(message.components).flatMap(({ type, label, custom_id }) =>
    type === 2 && custom_id ? [{ label: label ?? "", customId: custom_id }] : [],
  );

const all = (components: readonly ComponentJson[]): ComponentJson[] =>
  components.flatMap((component) => [component, ...all(component.components ?? [])]);
