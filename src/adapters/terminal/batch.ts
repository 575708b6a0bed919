/** One JSON object a line in, one a line out, in order, while lines still come. A line that cannot be read is answered, too. */
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import type { App } from "../../app.ts";
import { type Doc, plain } from "../../doc/doc.ts";
import { renderText } from "../../doc/plain-text.ts";
import { type Line, readLines } from "./read-lines.ts";

/** A longer line is not kept in memory, and so its id is not known. */
const MAX_LINE = 4 * 1024 * 1024;
const MAX_QUESTION = 10_000;
const EXAMPLE = '{"id":1,"thread":null,"question":"what is stargate"}';

const Ask = z.object({
  /** Whatever it is, it comes back as it was. */
  id: z.unknown().optional(),
  thread: z.union([z.string(), z.number()], "must be a string, a number or null").nullish(),
  question: z.string("is missing: write it as a string").max(MAX_QUESTION, `is longer than ${MAX_QUESTION} characters`),
});

export async function runBatch(app: App, input: Readable, output: Writable): Promise<void> {
  let number = 0;
  for await (const line of readLines(input, MAX_LINE)) {
    number++;
    const reply = `${JSON.stringify(await answerLine(app, line, number))}\n`;
    if (!output.write(reply)) await once(output, "drain");
  }
}

async function answerLine(app: App, { text, cut }: Line, number: number): Promise<object> {
  if (cut) return refusal(null, `Line ${number} is longer than ${MAX_LINE} characters.`);
  const value = toJson(text);
  if (value === undefined || value === null || typeof value !== "object" || Array.isArray(value))
    return refusal(null, `Line ${number} is not a JSON object. Write one a line: ${EXAMPLE}`);
  const parsed = Ask.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const id = "id" in value ? value.id : null;
    return refusal(id, `Line ${number}: ${issue?.path.join(".")} ${issue?.message}. For example ${EXAMPLE}`);
  }
  const { id, thread, question } = parsed.data;
  const conversation = thread === null || thread === undefined ? `batch:line:${number}` : `batch:thread:${thread}`;
  return {
    id: id ?? null,
    ...toReply(await app.answer({ type: "question", text: question, asker: { platform: "terminal", conversation } })),
  };
}

const refusal = (id: unknown, sentence: string): object => ({
  id,
  status: "error",
  headline: sentence,
  text: sentence,
  sources: [],
});

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toReply(doc: Doc): object {
  return {
    status: doc.status,
    headline: plain(doc.headline),
    text: renderText(doc),
    sources: doc.sources.map(({ title, url, publisher, date }) => ({ title, url, publisher, date })),
  };
}
