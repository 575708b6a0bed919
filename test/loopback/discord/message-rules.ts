/**
 * What Discord refuses in a message, written from its documentation and not from the bot's own table of limits, so that
 * a mistake in that table is found.
 */
export type MessageJson = {
  content?: string;
  flags?: number;
  components?: ComponentJson[];
  embeds?: unknown[];
  allowed_mentions?: { parse?: unknown[] };
  attachments?: { id: number; filename?: string; description?: string }[];
  /** What came beside the JSON, by number. */
  files?: Record<number, SentFile>;
};
export type SentFile = { name: string; type: string; bytes: Buffer };
export type ComponentJson = {
  type: number;
  content?: string;
  custom_id?: string;
  label?: string;
  style?: number;
  options?: { label: string; value: string }[];
  components?: ComponentJson[];
  component?: ComponentJson;
  accessory?: ComponentJson;
  title?: string;
  items?: { media: { url: string }; description?: string }[];
};

export const EPHEMERAL = 64;
export const IS_COMPONENTS_V2 = 32_768;
const [ROW, BUTTON, SELECT, TEXT_INPUT, SECTION, TEXT, GALLERY, SEPARATOR, CONTAINER, LABEL] = [
  1, 2, 3, 4, 9, 10, 12, 14, 17, 18,
];
const IN_CONTAINER = [ROW, TEXT, SECTION, GALLERY, 13, SEPARATOR];

/** `flagsBefore` are those of the message being edited. */
export function messageProblems(body: MessageJson, flagsBefore = 0): string[] {
  const problems: string[] = [];
  const rule = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const v2 = (((body.flags ?? 0) | flagsBefore) & IS_COMPONENTS_V2) !== 0;
  const components = body.components ?? [];
  rule(body.allowed_mentions?.parse?.length === 0, "allowed_mentions.parse is not []");
  rule((body.content?.length ?? 0) <= 2_000, "content has more than 2000 characters");
  rule(!v2 || (!body.content && !body.embeds?.length), "content or embeds with Components V2");
  rule(Boolean(body.content) || components.length > 0 || Boolean(body.embeds?.length), "an empty message");
  rule(v2 || components.every(({ type }) => type === ROW), "Components V2 without the flag");
  rule(components.length <= (v2 ? 10 : 5), "too many components at the top level");

  const ids: string[] = [];
  let [count, chars] = [0, 0];
  const visit = (component: ComponentJson, parent: number | undefined) => {
    count++;
    const { type, custom_id, label, content, components: inner = [] } = component;
    if (type === TEXT) {
      rule(
        typeof content === "string" && content.length > 0 && content.length <= 4_000,
        "a text display without or with too much text",
      );
      chars += content?.length ?? 0;
    }
    if (custom_id !== undefined) {
      rule(custom_id.length >= 1 && custom_id.length <= 100, `custom_id of ${custom_id.length} characters`);
      ids.push(custom_id);
    }
    if (type === BUTTON) {
      rule(parent === ROW || parent === SECTION, "a button outside a row");
      rule(Boolean(label) && (label?.length ?? 0) <= 80, `a button's label of ${label?.length} characters`);
      rule(custom_id !== undefined || component.style === 5, "a button without custom_id");
    }
    if (type === ROW) {
      rule(inner.length >= 1 && inner.length <= 5, `a row of ${inner.length}`);
      rule(inner.every((child) => child.type === BUTTON) || inner.length === 1, "a row that mixes buttons and selects");
    }
    if (type === CONTAINER) {
      rule(parent === undefined, "a container inside another component");
      rule(
        inner.every((child) => IN_CONTAINER.includes(child.type)),
        "a component that no container takes",
      );
    }
    if (type === SELECT) problems.push(...selectProblems(component));
    if (type === GALLERY) problems.push(...galleryProblems(component, body));
    for (const child of [...inner, ...(component.accessory ? [component.accessory] : [])]) visit(child, type);
  };
  for (const component of components) visit(component, undefined);
  const bytes = Object.values(body.files ?? {}).reduce((sum, file) => sum + file.bytes.length, 0);
  rule(bytes <= 10 * 1024 * 1024, `files of ${bytes} bytes`);
  rule(count <= 40, `${count} components`);
  rule(chars <= 4_000, `${chars} characters of text`);
  rule(new Set(ids).size === ids.length, "two components have one custom_id");
  return problems;
}

function galleryProblems({ items = [] }: ComponentJson, { attachments = [], files = {} }: MessageJson): string[] {
  const problems: string[] = [];
  if (items.length < 1 || items.length > 10) problems.push(`a gallery of ${items.length} pictures`);
  for (const { media, description = "" } of items) {
    if (description.length > 1_024) problems.push(`a description of ${description.length} characters`);
    const name = /^attachment:\/\/(.+)$/.exec(media.url)?.[1];
    const attached = attachments.find(({ filename }) => filename === name);
    if (name && (!attached || files[attached.id]?.name !== name)) problems.push(`${media.url} is not attached`);
  }
  return problems;
}

function selectProblems({ options = [] }: ComponentJson): string[] {
  const fine =
    options.length >= 1 &&
    options.length <= 25 &&
    options.every(({ label, value }) => label && label.length <= 100 && value && value.length <= 100) &&
    new Set(options.map(({ value }) => value)).size === options.length;
  return fine ? [] : ["a select whose options Discord refuses"];
}

export function modalProblems(modal: ComponentJson): string[] {
  const problems: string[] = [];
  const rule = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const parts = modal.components ?? [];
  rule(Boolean(modal.title) && (modal.title?.length ?? 0) <= 45, "a modal's title");
  rule(Boolean(modal.custom_id) && (modal.custom_id?.length ?? 0) <= 100, "a modal's custom_id");
  rule(parts.length >= 1 && parts.length <= 5, `a modal of ${parts.length} components`);
  for (const part of parts) {
    rule(part.type === LABEL && Boolean(part.label) && (part.label?.length ?? 0) <= 45, "a modal's label");
    rule(part.component?.type === SELECT || part.component?.type === TEXT_INPUT, "a field of a modal");
    if (part.component?.type === SELECT) problems.push(...selectProblems(part.component));
  }
  return problems;
}
