/** A workspace that has removed the bot: its tokens and all that was kept of it go. */
import type { App as Bolt } from "@slack/bolt";
import type { Installations } from "../../state/installations.ts";
import type { Log } from "../adapter.ts";
import { isRefusedToken } from "./check-token.ts";
import { codeOf } from "./deliver.ts";
import { workspacesAsked } from "./installation.ts";
import { UninstallEnvelope } from "./payloads.ts";
import { describeError, type Redact } from "./redact.ts";
import type { Workspaces } from "./workspaces.ts";

type Parts = { workspaces: Workspaces; installations: Installations; log: Log; redact: Redact };

export function listenForUninstall(bolt: Bolt, parts: Parts): void {
  bolt.event("app_uninstalled", ({ body, context }) => onUninstall(parts, body, context.isEnterpriseInstall));
  bolt.event("tokens_revoked", ({ body, context }) => onUninstall(parts, body, context.isEnterpriseInstall));
}

async function onUninstall(parts: Parts, body: unknown, isEnterpriseInstall: boolean): Promise<void> {
  const { event, team_id, enterprise_id } = UninstallEnvelope.parse(body);
  if (event.type === "tokens_revoked" && event.tokens.bot.length === 0) return;
  const [workspace] = workspacesAsked({
    ...(team_id ? { teamId: team_id } : {}),
    ...(enterprise_id ? { enterpriseId: enterprise_id } : {}),
    isEnterpriseInstall,
  });
  if (!workspace) return;
  const token = await tokenOf(parts, workspace);
  // It came late, and the workspace has installed the bot again; or a token was revoked that is not the one in use.
  if (token === "good" || (token === "unknown" && event.type === "tokens_revoked")) {
    parts.log.info({ workspace, event: event.type, token }, "Nothing was forgotten: the token may still be in use");
    return;
  }
  await parts.installations.forget(workspace);
  parts.log.info({ workspace, event: event.type }, "The bot was removed from a workspace: all of it is forgotten");
}

async function tokenOf({ workspaces, log, redact }: Parts, workspace: string): Promise<"good" | "refused" | "unknown"> {
  try {
    const bot = await workspaces.botAt(workspace);
    if (!bot) return "refused";
    await bot.quietClient.auth.test();
    return "good";
  } catch (error) {
    if (isRefusedToken(codeOf(error) ?? "")) return "refused";
    log.warn({ workspace, ...describeError(error, redact) }, "It is not known whether a token is still good");
    return "unknown";
  }
}
