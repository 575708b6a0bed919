/** Brings a message to its reader: by the first route that works, in the richest form that Slack takes. */
import type { webApi } from "@slack/bolt";
import type { Log } from "../adapter.ts";
import type { Message } from "./limits.ts";
import { describeError, type Redact } from "./redact.ts";
import type { Rendered } from "./render.ts";
import { respondTo } from "./respond.ts";

export type Route =
  | { via: "post"; channel: string; threadTs?: string }
  | { via: "ephemeral"; channel: string; user: string; threadTs?: string }
  | { via: "respond"; url: string; type: "ephemeral" | "in_channel"; replace?: boolean };

/** Where it went; `ts` where Slack says it. Rejects when no route took it. */
export type Delivered = { route: Route; form: string; ts: string | null };
export type Deliver = (routes: readonly Route[], message: Rendered | string) => Promise<Delivered>;

export function createDeliver(client: webApi.WebClient, log: Log, redact: Redact): Deliver {
  return async (routes, message) => {
    const forms =
      typeof message === "string" ? [{ name: "plain", message: (): Message => ({ text: message }) }] : message.forms;
    let failure: unknown = new Error("there is no way to the reader");
    for (const route of routes) {
      for (const form of forms) {
        try {
          return { route, form: form.name, ts: await send(client, route, form.message()) };
        } catch (error) {
          failure = error;
          const code = codeOf(error);
          log.warn(
            { route: route.via, form: form.name, slackError: code, ...describeError(error, redact) },
            "Slack did not take a message",
          );
          if (!isAboutContent(code)) break;
        }
      }
    }
    throw failure;
  };
}

/** Puts a message in the place of one that is shown, in the same form. Where Slack does not take it, that one stays. */
export type Revise = (delivered: Delivered, message: Rendered) => Promise<void>;

/** `client` gives up at once: what stands there is right. */
export function createRevise(client: webApi.WebClient, log: Log, redact: Redact): Revise {
  return async ({ route, form, ts }, message) => {
    const same = message.forms.find(({ name }) => name === form);
    if (!same || ts === null || route.via !== "post") return;
    const { text, blocks } = same.message();
    const content = blocks ? { text, blocks: [...blocks] } : { text };
    try {
      await client.chat.update({ channel: route.channel, ts, ...content });
    } catch (error) {
      log.warn(
        { form, slackError: codeOf(error), ...describeError(error, redact) },
        "Slack did not take a wording: the plain answer stays",
      );
    }
  };
}

export const QUIET = { unfurl_links: false, unfurl_media: false } as const;

async function send(client: webApi.WebClient, route: Route, message: Message): Promise<string | null> {
  const { text, blocks } = message;
  const content = blocks ? { text, blocks: [...blocks] } : { text };
  switch (route.via) {
    case "post": {
      const thread = route.threadTs ? { thread_ts: route.threadTs } : {};
      const posted = await client.chat.postMessage({ channel: route.channel, ...content, ...thread, ...QUIET });
      return posted.ts ?? null;
    }
    case "ephemeral": {
      const thread = route.threadTs ? { thread_ts: route.threadTs } : {};
      await client.chat.postEphemeral({ channel: route.channel, user: route.user, ...content, ...thread });
      return null;
    }
    case "respond":
      await respondTo(route.url, jsonOf(message, route));
      return null;
    default:
      return route satisfies never;
  }
}

const JSONS = new WeakMap<Message, Map<string, Buffer>>();

/** The body for a response_url: written once for a message that goes out again and again. */
function jsonOf(message: Message, { type, replace = false }: Extract<Route, { via: "respond" }>): Buffer {
  const known = JSONS.get(message) ?? new Map<string, Buffer>();
  JSONS.set(message, known);
  const key = `${type} ${replace}`;
  let json = known.get(key);
  if (!json) {
    json = Buffer.from(JSON.stringify({ response_type: type, replace_original: replace, ...message, ...QUIET }));
    known.set(key, json);
  }
  return json;
}

/** Slack's own word for what is wrong, where it gave one. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("data" in error && typeof error.data === "object" && error.data !== null && "error" in error.data)
    return String(error.data.error);
  return error.name === "RefusedError" && "code" in error ? String(error.code) : null;
}

/** Whether a plainer message may pass. Slack answers some tables with an internal error, so that counts too. */
export const isAboutContent = (code: string | null): boolean =>
  code !== null &&
  /block|attachment|table|text|too_long|too_many|argument|payload|json|internal_error|fatal_error|http_(400|500)/.test(
    code,
  );
