/** What every listener works with. */
import type { webApi } from "@slack/bolt";
import type { App, Person, Request } from "../../app.ts";
import type { Doc } from "../../doc/doc.ts";
import { InvariantError, UserError } from "../../errors.ts";
import type { Seen } from "../../state/seen.ts";
import type { Log } from "../adapter.ts";
import type { Deliver, Delivered, Revise, Route } from "./deliver.ts";
import { loadRendering } from "./load-rendering.ts";
import { describeError, type Redact } from "./redact.ts";
import type { RenderOptions } from "./render.ts";
import type { Threads } from "./threads.ts";

export type Bot = {
  app: App;
  log: Log;
  redact: Redact;
  seen: Seen;
  client: webApi.WebClient;
  /** For what may fail: gives up at once. */
  quietClient: webApi.WebClient;
  userId: string;
  /** "slack:T012" where each workspace has its own token; null where one token serves whoever asks. */
  workspace: string | null;
  threads: Threads;
  deliver: Deliver;
  revise: Revise;
};

/** What Bolt's authorization has put beside a request. */
export function botOf(context: { readonly [key: string]: unknown }): Bot {
  if (!context.bot) throw new InvariantError("a listener was called without a bot");
  return context.bot as Bot;
}

/** The name of the workspace under which things are kept: an organisation's where it has installed the bot for all of its own. */
export const teamOf = ({ workspace }: Bot, team: string): string => workspace?.replace(/^slack:/, "") ?? team;

/** Slack does not say who manages a channel: administrators of the workspace may, guests may not, of the others it is not known. */
async function personOf({ quietClient, log, redact }: Bot, user: string): Promise<Person> {
  try {
    const { user: found } = await quietClient.users.info({ user });
    const admin = Boolean(found?.is_admin || found?.is_owner);
    const guest = Boolean(found?.is_restricted || found?.is_ultra_restricted);
    return { zone: found?.tz ?? null, manages: admin ? true : guest ? false : null };
  } catch (error) {
    log.info(describeError(error, redact), "Slack did not say who somebody is: the scope users:read may be missing");
    return { zone: null, manages: null };
  }
}

/** Whether an answer is shown at all, and who is told that it is. */
type Showing = { shows?(doc: Doc): boolean; onShown?(): void };

/** Null where nothing is shown. */
export async function reply(
  bot: Bot,
  request: Request,
  routes: readonly Route[],
  options: RenderOptions,
  { shows = () => true, onShown }: Showing = {},
): Promise<Delivered | null> {
  const { asker } = request;
  const person = () => personOf(bot, asker.at?.user ?? "");
  const render = async (doc: Doc) => (await loadRendering()).renderOnce(doc, options);
  const early: { doc?: Doc; shown?: Promise<Delivered> } = {};
  const showPlain = (doc: Doc) => {
    if (!shows(doc)) return;
    early.doc = doc;
    early.shown = render(doc).then((rendered) => bot.deliver(routes, rendered));
    // It is awaited below.
    early.shown.catch(() => {});
    onShown?.();
  };
  // Only what is posted can be changed afterwards: what one person sees is shown once, as it is in the end.
  const inAdvance = routes[0]?.via === "post" ? showPlain : undefined;
  const doc = await bot.app.answer({ ...request, asker: { ...asker, person } }, inAdvance);
  if (!early.shown) return shows(doc) ? bot.deliver(routes, await render(doc)) : null;
  const delivered = await early.shown;
  if (doc !== early.doc) await bot.revise(delivered, await render(doc));
  return delivered;
}

const SORRY = "Sorry, something went wrong on my side, and it is logged. Please try again in a moment.";

/** Whatever fails, the reader gets one sentence and the log the rest. */
export async function attempt(
  bot: Bot,
  what: string,
  routes: readonly Route[],
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    bot.log.error({ what, ...describeError(error, bot.redact) }, "A Slack request failed");
    const sentence = error instanceof UserError ? [error.message, error.hint].filter(Boolean).join(" ") : SORRY;
    await bot.deliver(routes, sentence).catch((again: unknown) => {
      bot.log.error({ what, ...describeError(again, bot.redact) }, "Could not tell the reader about a failure");
    });
  }
}
