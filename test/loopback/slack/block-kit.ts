/**
 * Block Kit as Slack's reference gives it, limits and all: written from the documentation and not from the bot's own
 * table, so that a mistake there does not pass twice. Only what a message or modal of this bot may contain.
 */
import { z } from "zod";

const chars = (most: number) => z.string().min(1).max(most);
const plainText = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: chars(most), emoji: z.boolean().optional() });
/** Anything in angle brackets must be a link: `<!channel>`, `<@U1>` and `<#C1>` would reach people. */
const harmless = (text: string) => !/<(?!https?:\/\/[^<>|\s]+\|[^<>]*>)/.test(text);
const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: chars(most).refine(harmless, "has markup other than a link"),
    verbatim: z.boolean().optional(),
  });

const blockId = z.string().max(255).optional();
const button = z.strictObject({
  type: z.literal("button"),
  action_id: chars(255),
  text: plainText(75),
  value: z.string().max(2000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
});
const option = z.strictObject({ text: plainText(75), value: chars(75) });
export const Suggestions = z.strictObject({ options: z.array(option).max(100) });

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
  .optional();
const richText = z.strictObject({
  type: z.literal("rich_text"),
  elements: z.array(
    z.strictObject({
      type: z.literal("rich_text_section"),
      elements: z
        .array(
          z.discriminatedUnion("type", [
            z.strictObject({ type: z.literal("text"), text: chars(10_000), style }),
            z.strictObject({ type: z.literal("link"), url: z.url({ protocol: /^https?$/ }), text: chars(3000), style }),
          ]),
        )
        .min(1),
    }),
  ),
});
const cell = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("raw_text"), text: chars(10_000) }),
  richText,
]);

const point = z.strictObject({ label: chars(20), value: z.number() });
const chart = z
  .strictObject({
    type: z.enum(["bar", "line", "area"]),
    series: z
      .array(z.strictObject({ name: chars(20), data: z.array(point).min(1).max(20) }))
      .min(1)
      .max(6),
    axis_config: z.strictObject({
      categories: z.array(chars(20)).min(1).max(20),
      x_label: chars(50).optional(),
      y_label: chars(50).optional(),
    }),
  })
  .refine(({ series }) => isSet(series.map(({ name }) => name)), "has two series of one name")
  .refine(({ axis_config }) => isSet(axis_config.categories), "has a category twice")
  .refine(
    ({ series, axis_config: { categories } }) =>
      series.every(
        ({ data }) =>
          data.length === categories.length &&
          isSet(data.map(({ label }) => label)) &&
          data.every(({ label }) => categories.includes(label)),
      ),
    "has a series that does not cover the categories",
  );
const isSet = (names: readonly string[]) => new Set(names).size === names.length;

const Block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("header"), text: plainText(150), block_id: blockId }),
  z
    .strictObject({
      type: z.literal("section"),
      text: mrkdwn(3000).optional(),
      fields: z.array(mrkdwn(2000)).min(1).max(10).optional(),
      block_id: blockId,
    })
    .refine((section) => section.text || section.fields, "needs text or fields"),
  z.strictObject({ type: z.literal("context"), elements: z.array(mrkdwn(3000)).min(1).max(10), block_id: blockId }),
  z.strictObject({ type: z.literal("divider"), block_id: blockId }),
  z.strictObject({ type: z.literal("actions"), elements: z.array(button).min(1).max(25), block_id: blockId }),
  z.strictObject({
    type: z.literal("table"),
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(z.strictObject({ align: z.enum(["left", "center", "right"]), is_wrapped: z.boolean().optional() }))
      .max(20)
      .optional(),
    block_id: blockId,
  }),
  z.strictObject({ type: z.literal("data_visualization"), title: chars(50), chart, block_id: blockId }),
]);

export const Blocks = z
  .array(Block)
  .min(1)
  .max(50)
  .refine((blocks) => blocks.filter((block) => block.type === "table").length <= 1, "has more than one table")
  .refine(
    (blocks) => blocks.filter((block) => block.type === "data_visualization").length <= 2,
    "has more than two charts",
  )
  .refine(
    (blocks) => textIn(blocks.filter((block) => block.type === "table")) <= 10_000,
    "has more than 10,000 characters in tables",
  )
  .refine((blocks) => textIn(blocks) <= 13_200, "has more than 13,200 characters")
  .refine((blocks) => {
    const ids = blocks.flatMap((block) =>
      block.type === "actions" ? block.elements.map((element) => element.action_id) : [],
    );
    return new Set(ids).size === ids.length;
  }, "has an action_id twice");

/** All words that a reader sees, wherever they stand. */
function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((total, one) => total + textIn(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((total, [key, one]) => {
    if (typeof one === "string") return key === "text" ? total + one.length : total;
    return total + textIn(one);
  }, 0);
}

const ModalOption = z.strictObject({ text: plainText(75), value: chars(75) });

export const Modal = z.strictObject({
  type: z.literal("modal"),
  callback_id: chars(255),
  private_metadata: z.string().max(3000),
  title: plainText(24),
  submit: plainText(24),
  close: plainText(24),
  blocks: z
    .array(
      z.strictObject({
        type: z.literal("input"),
        block_id: chars(255),
        label: plainText(2000),
        hint: plainText(2000).optional(),
        optional: z.boolean().optional(),
        element: z.discriminatedUnion("type", [
          z.strictObject({
            type: z.literal("external_select"),
            action_id: chars(255),
            min_query_length: z.number().int().min(0),
            focus_on_load: z.boolean().optional(),
            placeholder: plainText(150),
          }),
          z.strictObject({
            type: z.literal("plain_text_input"),
            action_id: chars(255),
            multiline: z.boolean().optional(),
            max_length: z.number().int().min(1).max(3000).optional(),
            focus_on_load: z.boolean().optional(),
            initial_value: z.string().max(3000).optional(),
          }),
          z.strictObject({
            type: z.literal("static_select"),
            action_id: chars(255),
            options: z.array(ModalOption).min(1).max(100),
            initial_option: ModalOption.optional(),
          }),
        ]),
      }),
    )
    .max(100),
});

/** What is wrong with these blocks; none if Slack would take them. */
export function problemsOf(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => `/${issue.path.join("/")}: ${issue.message}`);
}
