/** `npm run state:report [-- --most 50]`: what people asked without an answer, and what they said is wrong. */
import { SetupError } from "../errors.ts";
import { openStore, type Whereabouts } from "../state/open-store.ts";
import { readOptions } from "./read-options.ts";

const USAGE = "Write npm run state:report, with -- --most 50 for fifty of each.";

export async function reportState(args: readonly string[], where: Whereabouts): Promise<void> {
  const { values } = readOptions({ args: [...args], options: { most: { type: "string", default: "20" } } }, USAGE);
  const most = Number(values.most);
  if (!Number.isInteger(most) || most < 1) throw new SetupError(`--most ${values.most} is no number.`, { hint: USAGE });
  const store = await openStore(where);
  try {
    const questions = await store.questions.most(most);
    const feedback = await store.feedback.latest(most);
    const lines = [
      "Questions without an answer, the most asked first:",
      ...orNone(
        questions.map(({ text, times, lastMs }) => `  ${String(times).padStart(3)} ×  ${dayOf(lastMs)}  ${text}`),
      ),
      "",
      "Feedback, the latest first:",
      ...orNone(
        feedback.flatMap(({ line, words, madeMs }) => [
          `  ${dayOf(madeMs)}  ${line === "" ? "(of no answer in particular)" : `/${line}`}`,
          `              ${words}`,
        ]),
      ),
    ];
    console.log(lines.map(printable).join("\n"));
  } finally {
    await store.close();
  }
}

const orNone = (lines: string[]): string[] => (lines.length > 0 ? lines : ["  none"]);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** People wrote it: nothing of it may steer a terminal. */
const printable = (line: string): string => line.replace(/[\p{Cc}\p{Cf}]/gu, "�");
