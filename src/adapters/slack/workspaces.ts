/** Many workspaces: whose request it is, and with which token it is answered. Slack's own library refreshes tokens that end soon. */
import { setTimeout as sleep } from "node:timers/promises";
import type { AuthorizeSourceData, Logger } from "@slack/bolt";
import { InstallProvider } from "@slack/oauth";
import type { Installations } from "../../state/installations.ts";
import type { Clock } from "../adapter.ts";
import type { Bot } from "./bot.ts";
import type { InstallConfig, SlackConfig } from "./config.ts";
import type { BotOf } from "./create-bots.ts";
import { Kept, queryOf, toInstallation, workspaceOf, workspacesAsked } from "./installation.ts";
import { clientOptions } from "./web-client.ts";

export type Workspaces = {
  /** Undefined where it is not installed. Rejects where that cannot be known just now. */
  botAt(workspace: string): Promise<Bot | undefined>;
  botFor(
    source: Pick<AuthorizeSourceData<boolean>, "teamId" | "enterpriseId" | "isEnterpriseInstall">,
  ): Promise<Bot | undefined>;
};

/** The library refreshes what ends within two hours; asking for the claim a little earlier does no harm. */
const SOON_SECONDS = 7_200;
/** Slack waits three seconds for an acknowledgement, which comes after this. */
const PATIENCE_MS = 1_500;

export function createWorkspaces(options: {
  config: SlackConfig;
  install: InstallConfig;
  installations: Installations;
  botOf: BotOf;
  clock: Clock;
  logger: Logger;
}): Workspaces {
  const { config, install, installations, botOf, clock, logger } = options;
  const find = async (workspace: string): Promise<Kept | undefined> => {
    const body = await installations.get(workspace);
    return body === undefined ? undefined : Kept.parse(body);
  };
  const secondsLeft = ({ bot }: Kept): number => (bot.expiresAt ?? Number.POSITIVE_INFINITY) - clock.now() / 1_000;

  const provider = new InstallProvider({
    clientId: install.clientId,
    clientSecret: install.clientSecret,
    stateVerification: true,
    // It installs nothing: install-routes.ts does.
    stateSecret: install.clientSecret,
    logger,
    clientOptions: clientOptions(config, logger),
    installationStore: {
      async fetchInstallation(query) {
        const [workspace = ""] = workspacesAsked(query);
        const kept = await fetch(workspace);
        if (!kept) throw new Error(`${workspace} has not installed the bot`);
        return kept;
      },
      // Only called after a refresh.
      storeInstallation: async (installation) => {
        const kept = Kept.parse(installation);
        await installations.refreshed(workspaceOf(kept), kept);
      },
    },
  });

  /** With the refresh token for one process only: used twice, Slack refuses it. Others wait where the old token has ended. */
  async function fetch(workspace: string) {
    for (const until = Date.now() + PATIENCE_MS; ; await sleep(50)) {
      const kept = await find(workspace);
      if (!kept) return null;
      if (secondsLeft(kept) > SOON_SECONDS) return toInstallation(kept, { refresh: false });
      if (await installations.claimRefresh(workspace)) return toInstallation(kept, { refresh: true });
      if (secondsLeft(kept) > 0 || Date.now() > until) return toInstallation(kept, { refresh: false });
    }
  }

  async function botAt(workspace: string): Promise<Bot | undefined> {
    if (!(await find(workspace))) return undefined;
    const { botToken: token = "", botUserId: userId = "" } = await provider.authorize(queryOf(workspace));
    return botOf({ token, userId, workspace });
  }

  return {
    botAt,
    async botFor(source) {
      for (const workspace of workspacesAsked(source)) {
        const bot = await botAt(workspace);
        if (bot) return bot;
      }
      return undefined;
    },
  };
}
