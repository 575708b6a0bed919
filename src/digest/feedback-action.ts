/** /feedback, and "Wrong?" under an answer: kept without who said it, for whoever looks after the facts. */
import type { Asker } from "../app.ts";
import type { Doc } from "../doc/doc.ts";
import { UserError } from "../errors.ts";
import type { ActionOf } from "../plan/action.ts";
import { withoutIds } from "../plan/without-ids.ts";
import type { Store } from "../state/store.ts";
import { type Acting, say } from "./acting.ts";

const MOST_AN_HOUR = 10;
const HOUR_MS = 3_600_000;
/** A question that was asked may be long; what it was about stands in its beginning. */
const MOST_LINE = 300;
const MOST_WORDS = 1_000;

export async function giveFeedback(acting: Acting, action: ActionOf<"feedback">, asker: Asker): Promise<Doc> {
  const store = acting.posting?.store;
  if (!store)
    return say(
      acting,
      "feedback",
      "Feedback",
      "Nothing is kept from here. The facts are files in knowledge/, and CONTRIBUTING.md says how to mend one; in Slack and Discord I pass it on.",
    );
  const nowMs = acting.clock.now();
  if (!(await mayGive(store, asker, nowMs)))
    throw new UserError("too-much", "That is a lot of feedback within an hour: thank you.", {
      hint: "Please go on later.",
    });
  await store.feedback.add({
    line: withoutIds(action.about ?? "", MOST_LINE),
    verdict: action.about === null ? "said" : "wrong",
    words: withoutIds(action.words, MOST_WORDS),
    madeMs: nowMs,
  });
  return say(
    acting,
    "feedback",
    "Thank you",
    "I keep it for whoever looks after the facts, without your name. They decide by the sources, so a link to one helps most.",
  );
}

/** Over all instances; who it was is known for that hour only. */
async function mayGive({ events }: Store, { workspace, at }: Asker, nowMs: number): Promise<boolean> {
  for (let number = 0; number < MOST_AN_HOUR; number++)
    if (await events.claim([`feedback:${workspace}:${at?.user}:${number}`], nowMs, nowMs + HOUR_MS)) return true;
  return false;
}
