/** What is kept of an installation: what is needed to answer there, and not who installed it. */
import type { Installation, InstallationQuery } from "@slack/oauth";
import { z } from "zod";

const Named = z.object({ id: z.string().min(1), name: z.string().optional() });

export const Kept = z.object({
  team: Named.optional(),
  enterprise: Named.optional(),
  isEnterpriseInstall: z.boolean().default(false),
  appId: z.string().optional(),
  bot: z.object({
    token: z.string().min(1),
    refreshToken: z.string().optional(),
    /** In seconds since 1970. */
    expiresAt: z.number().optional(),
    scopes: z.array(z.string()),
    id: z.string(),
    userId: z.string(),
  }),
});
export type Kept = z.infer<typeof Kept>;

/** The name under which everything of it is kept: an organisation's for an installation in all its workspaces. */
export function workspaceOf({ isEnterpriseInstall, team, enterprise }: Kept): string {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!id) throw new Error("Slack did not say which workspace it is");
  return `slack:${id}`;
}

/** The names that an installation for this request may have, the likeliest first: some payloads leave out that it is an organisation's. */
export function workspacesAsked({
  teamId,
  enterpriseId,
  isEnterpriseInstall,
}: Partial<InstallationQuery<boolean>>): string[] {
  const ids = isEnterpriseInstall ? [enterpriseId, teamId] : [teamId, enterpriseId];
  return ids.flatMap((id) => (id ? [`slack:${id}`] : []));
}

/** The question that finds this very one. */
export function queryOf(workspace: string): InstallationQuery<boolean> {
  const id = workspace.replace(/^slack:/, "");
  return id.startsWith("E")
    ? { teamId: undefined, enterpriseId: id, isEnterpriseInstall: true }
    : { teamId: id, enterpriseId: undefined, isEnterpriseInstall: false };
}

/** `refresh: false` keeps the refresh token back, so that only one process uses it. */
export function toInstallation(kept: Kept, { refresh }: { refresh: boolean }): Installation<"v2", boolean> {
  const { refreshToken, ...bot } = kept.bot;
  return {
    team: kept.team,
    enterprise: kept.enterprise,
    isEnterpriseInstall: kept.isEnterpriseInstall,
    user: { id: "", token: undefined, scopes: undefined },
    bot: refresh && refreshToken ? { ...bot, refreshToken } : bot,
    tokenType: "bot",
    authVersion: "v2",
  } as Installation<"v2", boolean>;
}
