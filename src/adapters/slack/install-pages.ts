/** What somebody sees who adds the bot to a workspace. No script, nothing from elsewhere, and nobody may frame it. */
import type { HttpReply } from "../adapter.ts";
import { INSTALL_PATH } from "./scopes.ts";

export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  "cache-control": "no-store",
  // The address of the page has Slack's code in it.
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

const AGAIN = { label: "Start again", href: INSTALL_PATH };

export const installPage = (authorizeUrl: string): string =>
  page(
    "Add Gigawatt to Slack",
    [
      "Gigawatt answers questions about AI-infrastructure deals from curated, sourced facts: who pays whom, how much, for how many gigawatts, and how firm it is.",
      "It reads messages that mention it, direct messages to it and the threads that it is in. Slack shows you all it asks for before anything happens.",
    ],
    { label: "Add to Slack", href: authorizeUrl },
  );

/** `name` is the workspace's or organisation's own. */
export function installedPage(installed: {
  name: string | undefined;
  team: string | undefined;
  appId?: string | undefined;
}) {
  const { name, team, appId } = installed;
  const app = team && appId ? `&id=${encodeURIComponent(appId)}` : "";
  return page(
    `Gigawatt is in ${name ?? "your workspace"}`,
    ["In any channel try /deal stargate, write to Gigawatt directly, or invite it to a channel and mention it."],
    {
      label: "Open Slack",
      href: team ? `slack://app?team=${encodeURIComponent(team)}${app}` : "slack://open",
    },
  );
}

export type Refusal = "cancelled" | "stale" | "refused" | "away";

const REFUSED: Readonly<Record<Refusal, { status: number; title: string; words: string }>> = {
  cancelled: { status: 200, title: "Nothing was installed", words: "You cancelled, and nothing has changed." },
  stale: {
    status: 400,
    title: "This link cannot be used",
    words: "It was begun in another browser, was used before, or is older than ten minutes. Nothing has changed.",
  },
  refused: {
    status: 502,
    title: "Slack did not confirm it",
    words: "Nothing was installed. If starting again does not help, tell whoever runs Gigawatt: the log says why.",
  },
  away: {
    status: 503,
    title: "It could not be saved",
    words: "Gigawatt cannot write what it keeps just now. Please start again in a few minutes.",
  },
};

export function refusalPage(refusal: Refusal): Required<Pick<HttpReply, "status" | "body">> {
  const { status, title, words } = REFUSED[refusal];
  return { status, body: page(title, [words], AGAIN) };
}

const page = (title: string, paragraphs: readonly string[], button: { label: string; href: string }): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { max-width: 32rem; margin: 15vh auto 0; padding: 0 1.5rem; font: 1.05rem/1.6 system-ui, sans-serif; color: #12343b; }
h1 { font-size: 1.5rem; }
a { display: inline-block; margin-top: .5rem; padding: .6rem 1.2rem; border-radius: .4rem; background: #12343b; color: #fff; text-decoration: none; }
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join("\n")}
<a href="${escapeHtml(button.href)}">${escapeHtml(button.label)}</a>
</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
