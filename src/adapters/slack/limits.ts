/** Slack's limits, in one table. Where its documentation and practice disagree, the lower number stands. */
import type { types } from "@slack/bolt";

export const LIMITS = {
  blocks: 50,
  /** All text of a message together: not documented; beyond about 13,200 characters Slack says msg_too_long. */
  messageText: 13_200,
  /** The `text` beside the blocks, for notifications. Slack cuts at 40,000 and asks for no more than 4,000. */
  fallbackText: 4_000,
  header: 150,
  section: 3_000,
  fields: 10,
  field: 2_000,
  contextElements: 10,
  contextText: 3_000,
  actions: 25,
  actionId: 255,
  buttonText: 75,
  buttonValue: 2_000,
  tables: 1,
  tableRows: 100,
  tableColumns: 20,
  /** All cells of all tables together. */
  tableText: 10_000,
  /** Of `data_visualization`: two charts a message is what Slack answers, and not documented. */
  charts: 2,
  chartTitle: 50,
  chartSeries: 6,
  chartPoints: 20,
  /** Names of series, points and categories. */
  chartLabel: 20,
  axisLabel: 50,
  options: 100,
  optionText: 75,
  optionValue: 75,
  modalTitle: 24,
  inputHint: 2_000,
  privateMetadata: 3_000,
} as const;

/** Not among the types of Slack's package yet. */
export type DataVisualization = {
  type: "data_visualization";
  title: string;
  chart: {
    type: "bar";
    /** Each has a value for each category, under the category's name. */
    series: readonly { name: string; data: readonly { label: string; value: number }[] }[];
    axis_config: { categories: readonly string[]; x_label?: string; y_label?: string };
  };
};
export type MessageBlock = types.KnownBlock | DataVisualization;

export type Message = { text: string; blocks?: readonly MessageBlock[] };

export const withinLimits = (message: Message): boolean => breachesOf(message).length === 0;

/** What Slack would refuse, in words; none when it is within all limits. */
export function breachesOf({ text, blocks = [] }: Message): string[] {
  const breaches: string[] = [];
  const hold = (what: string, size: number, most: number) => {
    if (size > most) breaches.push(`${what}: ${size} of at most ${most}`);
  };
  hold("blocks", blocks.length, LIMITS.blocks);
  // Without blocks the text is the message itself.
  hold("text", text.length, blocks.length === 0 ? LIMITS.messageText : LIMITS.fallbackText);
  let [all, inTables, tables, charts] = [0, 0, 0, 0];
  for (const block of blocks) {
    const size = sizeOf(block, hold);
    all += size;
    if (block.type === "data_visualization") charts++;
    if (block.type !== "table") continue;
    tables++;
    inTables += size;
  }
  hold("characters in the message", all, LIMITS.messageText);
  hold("tables", tables, LIMITS.tables);
  hold("charts", charts, LIMITS.charts);
  hold("characters in tables", inTables, LIMITS.tableText);
  return breaches;
}

/** All that these blocks say, words on buttons included. */
export const charactersIn = (blocks: readonly MessageBlock[]): number =>
  sum(blocks, (block) => sizeOf(block, () => {}));

type Hold = (what: string, size: number, most: number) => void;

/** The characters of a block; its own limits are held on the way. */
function sizeOf(block: MessageBlock, hold: Hold): number {
  switch (block.type) {
    case "header":
      hold("header", block.text.text.length, LIMITS.header);
      return block.text.text.length;
    case "section": {
      hold("section", block.text?.text.length ?? 0, LIMITS.section);
      hold("fields", block.fields?.length ?? 0, LIMITS.fields);
      for (const field of block.fields ?? []) hold("field", field.text.length, LIMITS.field);
      return (block.text?.text.length ?? 0) + sum(block.fields ?? [], (field) => field.text.length);
    }
    case "context":
      hold("context elements", block.elements.length, LIMITS.contextElements);
      return sum(block.elements, (element) => {
        const size = "text" in element ? element.text.length : 0;
        hold("context text", size, LIMITS.contextText);
        return size;
      });
    case "actions":
      hold("buttons", block.elements.length, LIMITS.actions);
      return sum(block.elements, (element) => {
        if (element.type !== "button") return 0;
        hold("action_id", element.action_id?.length ?? 0, LIMITS.actionId);
        hold("button", element.text.text.length, LIMITS.buttonText);
        hold("button value", element.value?.length ?? 0, LIMITS.buttonValue);
        return element.text.text.length;
      });
    case "table":
      hold("table rows", block.rows.length, LIMITS.tableRows);
      return sum(block.rows, (row) => {
        hold("table columns", row.length, LIMITS.tableColumns);
        return sum(row, cellSize);
      });
    case "data_visualization": {
      const { title, chart } = block;
      const { categories, x_label = "", y_label = "" } = chart.axis_config;
      const names = chart.series.map((series) => series.name);
      hold("chart title", title.length, LIMITS.chartTitle);
      hold("chart series", names.length, LIMITS.chartSeries);
      for (const label of [x_label, y_label]) hold("axis label", label.length, LIMITS.axisLabel);
      for (const label of [...names, ...categories]) hold("chart label", label.length, LIMITS.chartLabel);
      for (const { data } of chart.series) hold("chart points", data.length, LIMITS.chartPoints);
      return sum([title, x_label, y_label, ...names, ...categories], (label) => label.length);
    }
    default:
      return 0;
  }
}

/** Words and addresses of a cell; its structure costs nothing. */
function cellSize(cell: unknown): number {
  if (Array.isArray(cell)) return sum(cell, cellSize);
  if (typeof cell !== "object" || cell === null) return 0;
  return sum(Object.entries(cell), ([key, value]) => {
    if (typeof value === "string") return key === "text" || key === "url" ? value.length : 0;
    return key === "elements" ? cellSize(value) : 0;
  });
}

const sum = <T>(items: readonly T[], size: (item: T) => number): number =>
  items.reduce((total, item) => total + size(item), 0);
