/** "Wrong?": asks in a modal what is wrong with an answer, and passes it on with the answer's line. */
import type { App as Bolt } from "@slack/bolt";
import { attempt, type Bot, botOf, reply } from "./bot.ts";
import { askAbout, claimView, lineOf, words } from "./modal.ts";
import { askerOf, type Origin, routesFor } from "./origin.ts";
import { ViewSubmission } from "./payloads.ts";

const MODAL = "gw:wrong";
const WORDS = "gw:words";
const MOST_WORDS = 1_000;

export function listenForFeedback(bolt: Bolt): void {
  bolt.view(MODAL, async ({ ack, body, context }) => {
    await ack();
    await onTold(botOf(context), ViewSubmission.parse(body));
  });
}

export const askWhatIsWrong = (bot: Bot, triggerId: string, line: string, origin: Origin): Promise<null> =>
  askAbout(bot, triggerId, { line, origin }, FORM);

const FORM = {
  callbackId: MODAL,
  title: "What is wrong?",
  submit: "Send",
  instead: "Use /feedback with your words instead.",
  blocks: [
    {
      type: "input" as const,
      block_id: WORDS,
      label: words("What should it say, and where does it stand?"),
      hint: words("Kept with the answer's command, without your name, for whoever looks after the facts."),
      element: {
        type: "plain_text_input" as const,
        action_id: WORDS,
        multiline: true,
        max_length: MOST_WORDS,
        focus_on_load: true,
      },
    },
  ],
};

async function onTold(bot: Bot, submission: ViewSubmission): Promise<void> {
  if (!(await claimView(bot, submission))) return;
  const { view, user } = submission;
  const { line, origin } = lineOf(submission);
  const told = view.state.values[WORDS]?.[WORDS]?.value ?? "";
  const routes = routesFor({ ...origin, user: user.id });
  const asker = askerOf({ ...origin, user: user.id });
  await attempt(bot, "feedback", routes, () =>
    reply(bot, { type: "feedback", about: line, words: told, asker }, routes, {}),
  );
}
