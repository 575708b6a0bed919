/** Buttons: another look-up, a page, or an answer for all to see. */
import type { App as Bolt } from "@slack/bolt";
import { splitPageLine } from "../../doc/paginate.ts";
import { ACTION_ID } from "./actions.ts";
import { attempt, type Bot, botOf, reply, teamOf } from "./bot.ts";
import { askWhich } from "./on-compare.ts";
import { askWhatIsWrong } from "./on-feedback.ts";
import { openForm } from "./on-form.ts";
import { askerOf, originOf, pageRoutesFor, routesFor, shareRoutesFor } from "./origin.ts";
import { BlockAction } from "./payloads.ts";

export function listenForClicks(bolt: Bolt): void {
  bolt.action(ACTION_ID, async ({ ack, body, context }) => {
    await ack();
    await onClick(botOf(context), BlockAction.parse(body));
  });
}

async function onClick(bot: Bot, click: BlockAction): Promise<void> {
  const action = click.actions[0];
  const kind = ACTION_ID.exec(action?.action_id ?? "")?.[1];
  if (!action || !(await bot.seen.claim(`slack:click:${click.trigger_id}`))) return;
  const asked = originOf(click);
  const origin = { ...asked, team: teamOf(bot, asked.team) };
  const { line, page } = splitPageLine(action.value);
  const request = { type: "click", line, asker: askerOf(origin) } as const;
  await attempt(bot, `click ${kind}`, routesFor(origin), async () => {
    switch (kind) {
      case "ask":
        return askWhich(bot, click.trigger_id, action.value, origin);
      case "tell":
        return askWhatIsWrong(bot, click.trigger_id, line, origin);
      case "form":
        return openForm(bot, click.trigger_id, action.value, origin);
      case "page":
        return reply(bot, request, pageRoutesFor(origin), { page, share: origin.place === "private" });
      case "share": {
        // A second click on the same button must not post a second copy.
        const copy = `slack:share:${origin.channel}:${click.container.message_ts}:${action.value}`;
        if (!(await bot.seen.claim(copy))) return null;
        const sharedBy = click.user.name ?? click.user.username;
        return reply(bot, request, shareRoutesFor(origin), { page, sharedBy });
      }
      default:
        return reply(bot, request, routesFor(origin), { page, share: origin.place !== "direct" });
    }
  });
}
