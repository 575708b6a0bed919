/** Reads the curated files: YAML to records, each problem with file, line, field and what to write. */
import { type Document, isCollection, isNode, LineCounter } from "yaml";
import type { z } from "zod";
import type { RawFile } from "./list-files.ts";
import { parsePlain } from "./parse-plain.ts";
import { parseYaml } from "./parse-yaml.ts";
import {
  type Deal,
  folders,
  lists,
  Meta,
  type Metric,
  type ModelPrice,
  type Organisation,
  type Person,
  type Rate,
  type Source,
  type Term,
  type Topic,
} from "./schema.ts";

/** Where the records of a list go. */
const LIST_OF = {
  "organisations.yaml": "organisations",
  "people.yaml": "people",
  "sources.yaml": "sources",
  "model-prices.yaml": "modelPrices",
} as const satisfies Record<keyof typeof lists, keyof Knowledge>;

export type Problem = { file: string; line: number; field: string; message: string; rule: string };

export type Knowledge = {
  meta: Meta;
  deals: Deal[];
  metrics: Metric[];
  topics: Topic[];
  rates: Rate[];
  glossary: Term[];
  organisations: Organisation[];
  people: Person[];
  sources: Source[];
  modelPrices: ModelPrice[];
};

export const sayProblem = (problem: Problem): string =>
  `knowledge/${problem.file}:${problem.line} ${problem.field || "(file)"}: ${problem.message} [${problem.rule}]`;

/** A parsed file, so that a rule can say on which line a field stands. */
export type SourceFile = {
  file: string;
  text: string;
  document: Document;
  lineOf(path: readonly PropertyKey[]): number;
};

export type ReadResult = { knowledge: Knowledge; files: Map<string, SourceFile>; problems: Problem[] };

export function parseFiles(raw: readonly RawFile[]): ReadResult {
  const steps = parseInSteps(raw);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const FILES_A_STEP = 10;

/** The same, a few milliseconds a step, for whoever has others to let in between. */
export function* parseInSteps(raw: readonly RawFile[]): Generator<void, ReadResult> {
  const problems: Problem[] = [];
  const files = new Map<string, SourceFile>();
  const knowledge: Knowledge = {
    meta: { complete_to: "2000-01-01", notes: [] },
    deals: [],
    metrics: [],
    topics: [],
    rates: [],
    glossary: [],
    organisations: [],
    people: [],
    sources: [],
    modelPrices: [],
  };
  for (const [number, { file, text }] of raw.entries()) {
    if (number % FILES_A_STEP === FILES_A_STEP - 1) yield;
    const { source, value, broken } = openFile({ file, text });
    files.set(file, source);
    problems.push(...broken);
    if (broken.length > 0) continue;
    const check = <S extends z.ZodType>(schema: S, input: unknown, at: readonly PropertyKey[] = []) =>
      checkRecord(schema, input, source, problems, at);
    const folder = file.split("/")[0] as keyof typeof folders;
    if (file === "meta.yaml") {
      knowledge.meta = check(Meta, value) ?? knowledge.meta;
    } else if (file in lists) {
      const items = Array.isArray(value) ? value : [];
      if (!Array.isArray(value))
        problems.push({
          file,
          line: 1,
          field: "",
          message: "write a list: each record begins with “- id:”",
          rule: "schema",
        });
      const key = LIST_OF[file as keyof typeof lists];
      items.forEach((item, index) => {
        const record = check(lists[file as keyof typeof lists], item, [index]);
        if (record) (knowledge[key] as unknown[]).push(record);
      });
    } else {
      const record = check(folders[folder], value);
      if (record) (knowledge[folder] as unknown[]).push(record);
    }
  }
  return { knowledge, files, problems };
}

/** One YAML file: its value, and where its fields stand. `broken` says why there is no value. */
export function openFile({ file, text }: RawFile): { source: SourceFile; value: unknown; broken: Problem[] } {
  const lines = new LineCounter();
  let parsed: Document | undefined;
  // With the place of every word: only for whoever asks where something stands, or writes the file anew.
  const document = () => {
    parsed ??= parseYaml(text, lines);
    return parsed;
  };
  const source: SourceFile = {
    file,
    text,
    get document() {
      return document();
    },
    lineOf: (path) => lineOf(document(), lines, path),
  };
  const plain = parsePlain(text);
  if (plain) return { source, value: plain.value, broken: [] };
  const broken = document().errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    field: "(yaml)",
    message: `${error.message}: mend the YAML here`,
    rule: "yaml",
  }));
  return { source, value: broken.length > 0 ? undefined : document().toJS(), broken };
}

/** The record, or undefined where the schema refuses it: `problems` then says why. */
export function checkRecord<S extends z.ZodType>(
  schema: S,
  input: unknown,
  source: SourceFile,
  problems: Problem[],
  at: readonly PropertyKey[] = [],
): z.output<S> | undefined {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    // A field that there is not has no place in the schema; it has one in the file.
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths.map((end) => [...at, ...end]))
      problems.push({
        file: source.file,
        line: source.lineOf(path),
        field: path.join("."),
        message: sayIssue(issue),
        rule: "schema",
      });
  }
  return undefined;
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isCollection(parent)) {
      const pair = parent.items.find(
        (item) => "key" in (item as object) && String((item as { key: unknown }).key) === String(key),
      );
      const node = pair ? (pair as { key: unknown }).key : parent.get(key, true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
  }
  return 1;
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const missing = issue.input === undefined ? "is missing: " : "";
  switch (issue.code) {
    case "unrecognized_keys":
      return "there is no such field here: remove it or mend its name";
    case "invalid_value":
      return `${missing}write one of ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      if (issue.expected === "string" && ["number", "boolean"].includes(typeof issue.input))
        return `write it in quotes: "${issue.input}"`;
      return `${missing}write ${WORDS[issue.expected] ?? issue.expected}`;
    case "invalid_format":
      return issue.format === "url" ? "write an address that begins with https:// or http://" : issue.message;
    case "too_big":
      return `is too long: at most ${issue.maximum} ${issue.origin === "array" ? "entries" : "characters"}`;
    case "too_small":
      // The schema's own sentence says more than the number.
      if (!issue.message.startsWith("Too small")) return issue.message;
      if (issue.origin === "number") return `write ${issue.minimum} or more`;
      return `is too short: at least ${issue.minimum} ${issue.origin === "array" ? "entries" : "characters"}`;
    default:
      return issue.message;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a record of fields, as in schema.ts",
};
