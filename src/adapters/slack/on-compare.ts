/** "Compare…": asks in a modal for the second deal, then runs the line with its name at the end. */
import type { App as Bolt, types } from "@slack/bolt";
import { UserError } from "../../errors.ts";
import { attempt, type Bot, botOf, reply } from "./bot.ts";
import { LIMITS } from "./limits.ts";
import { askAbout, claimView, lineOf, words } from "./modal.ts";
import { askerOf, type Origin, routesFor } from "./origin.ts";
import { BlockSuggestion, ViewSubmission } from "./payloads.ts";

const MODAL = "gw:which";
const CHOICE = "gw:choice";

export function listenForCompare(bolt: Bolt): void {
  bolt.options(CHOICE, async ({ ack, body, context }) => {
    await ack({ options: await suggest(botOf(context), BlockSuggestion.parse(body).value) });
  });
  bolt.view(MODAL, async ({ ack, body, context }) => {
    await ack();
    await onChosen(botOf(context), ViewSubmission.parse(body));
  });
}

export const askWhich = (bot: Bot, triggerId: string, line: string, origin: Origin): Promise<null> =>
  askAbout(bot, triggerId, { line, origin }, FORM);

const FORM = {
  callbackId: MODAL,
  title: "Compare",
  submit: "Compare",
  instead: "Use /compare with the names instead.",
  blocks: [
    {
      type: "input" as const,
      block_id: CHOICE,
      label: words("With which deal?"),
      element: {
        type: "external_select" as const,
        action_id: CHOICE,
        min_query_length: 0,
        focus_on_load: true,
        placeholder: words("Type a name"),
      },
    },
  ],
};

/** Fewer than Slack takes: nobody reads a hundred. */
const SUGGESTIONS = 20;

async function suggest(bot: Bot, typed: string): Promise<types.PlainTextOption[]> {
  const most = LIMITS.optionText;
  const found = await bot.app.complete("deal", typed, SUGGESTIONS);
  return found
    .filter(({ value, label }) => label !== "" && value !== "" && value.length <= LIMITS.optionValue)
    .map(({ label, value }) => ({ text: words(label.length > most ? `${label.slice(0, most - 1)}…` : label), value }));
}

async function onChosen(bot: Bot, submission: ViewSubmission): Promise<void> {
  if (!(await claimView(bot, submission))) return;
  const { view, user } = submission;
  const { line, origin } = lineOf(submission);
  const chosen = view.state.values[CHOICE]?.[CHOICE]?.selected_option?.value;
  const routes = routesFor({ ...origin, user: user.id });
  await attempt(bot, "compare", routes, async () => {
    if (!chosen) throw new UserError("nothing-chosen", "No deal was chosen.", { hint: "Use /compare with two names." });
    return reply(bot, { type: "click", line: `${line} ${chosen}`, asker: askerOf(origin) }, routes, {
      share: origin.place !== "direct",
    });
  });
}
