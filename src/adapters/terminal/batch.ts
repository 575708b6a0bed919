/** One JSON object a line in, one a line out, in order, while lines still come. A line that cannot be read is answered, too. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import type { App } from "../../app.ts";
import { type Doc, plain } from "../../doc/doc.ts";
import { renderText } from "../../doc/plain-text.ts";

const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  thread: z.string().nullish(),
  question: z.string(),
});

export async function runBatch(app: App, input: Readable, output: Writable): Promise<void> {
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === "") continue;
    number++;
    const reply = `${JSON.stringify(await answerLine(app, text, number))}\n`;
    if (!output.write(reply)) await new Promise((resolve) => output.once("drain", resolve));
  }
}

async function answerLine(app: App, text: string, number: number): Promise<object> {
  const parsed = Line.safeParse(toJson(text));
  if (!parsed.success) {
    return {
      id: null,
      status: "error",
      headline: `Line ${number} is not {"id","thread","question"}: write one JSON object a line.`,
      text: "",
      sources: [],
    };
  }
  const { id, thread, question } = parsed.data;
  const conversation = thread ? `batch:${thread}` : `batch:line:${number}`;
  return {
    id: id ?? null,
    ...toReply(await app.answer({ type: "question", text: question, asker: { platform: "terminal", conversation } })),
  };
}

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
