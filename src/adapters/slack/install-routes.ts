/** /slack/install and where Slack leads back to: by Slack's own library, with a state that is good once. */
import { createHash, createHmac } from "node:crypto";
import type { Logger } from "@slack/bolt";
import { type CallbackOptions, ClearStateStore, ErrorCode, InstallProvider, InvalidStateError } from "@slack/oauth";
import { UpstreamError } from "../../errors.ts";
import type { Installations } from "../../state/installations.ts";
import type { Seen } from "../../state/seen.ts";
import type { HttpRoute, Log } from "../adapter.ts";
import { asNodeRequest } from "./as-node-request.ts";
import type { InstallConfig, SlackConfig } from "./config.ts";
import { codeOf } from "./deliver.ts";
import { installedPage, installPage, PAGE_HEADERS, type Refusal, refusalPage } from "./install-pages.ts";
import { Kept, workspaceOf } from "./installation.ts";
import { describeError, type Redact } from "./redact.ts";
import { INSTALL_PATH, NEEDED_SCOPES, REDIRECT_PATH, WANTED_SCOPES } from "./scopes.ts";
import { clientOptions } from "./web-client.ts";

const STATE_SECONDS = 600;

export function createInstallRoutes(options: {
  config: SlackConfig;
  install: InstallConfig;
  installations: Installations;
  seen: Seen;
  log: Log;
  redact: Redact;
  logger: Logger;
}): HttpRoute[] {
  const { config, install, installations, seen, log, redact, logger } = options;
  const scopes = [...NEEDED_SCOPES, ...WANTED_SCOPES];
  const provider = new InstallProvider({
    clientId: install.clientId,
    clientSecret: install.clientSecret,
    // Its words about a failure come a second time, to `failure` below, where it is known who can mend it.
    logger: { ...logger, error: () => {}, warn: () => {} },
    clientOptions: clientOptions(config, logger),
    authorizationUrl: new URL("/oauth/v2/authorize", config.apiUrl ?? "https://slack.com").href,
    installUrlOptions: { scopes, redirectUri: new URL(REDIRECT_PATH, install.publicUrl).href },
    renderHtmlForInstallPath: installPage,
    // The prefix keeps other hosts under the same domain from setting it.
    stateCookieName: "__Host-gigawatt-install",
    stateCookieExpirationSeconds: STATE_SECONDS,
    stateStore: onceOnly(new ClearStateStore(stateSecret(install.clientSecret), STATE_SECONDS), seen),
    installationStore: {
      async storeInstallation(installation) {
        const kept = Kept.parse(installation);
        await installations.put(workspaceOf(kept), kept);
      },
      fetchInstallation: () => Promise.reject(new Error("it only installs")),
    },
  });

  const callback: CallbackOptions = {
    success(installation, _options, _request, response) {
      const { team, enterprise, isEnterpriseInstall, appId } = Kept.parse(installation);
      log.info({ workspace: workspaceOf(Kept.parse(installation)) }, "Gigawatt was installed");
      const named = isEnterpriseInstall ? enterprise : team;
      response.writeHead(200, PAGE_HEADERS);
      response.end(installedPage({ name: named?.name, team: isEnterpriseInstall ? undefined : team?.id, appId }));
    },
    failure(error, _options, _request, response) {
      const refusal = refusalOf(error);
      if (refusal === "refused" || refusal === "away")
        log.error(
          { slackError: codeOf(error), ...describeError(error, redact) },
          "Slack could not be added to a workspace",
        );
      else log.info({ refusal }, "Slack was not added to a workspace");
      const { status, body } = refusalPage(refusal);
      response.writeHead(status, PAGE_HEADERS);
      response.end(body);
    },
  };

  return [
    {
      method: "GET",
      path: INSTALL_PATH,
      async handle(request) {
        const reply = await asNodeRequest(INSTALL_PATH, request, (node, response) =>
          provider.handleInstallPath(node, response),
        );
        return { ...reply, headers: { ...reply.headers, ...PAGE_HEADERS } };
      },
    },
    {
      method: "GET",
      path: REDIRECT_PATH,
      handle: (request) =>
        asNodeRequest(REDIRECT_PATH, request, (node, response) => provider.handleCallback(node, response, callback)),
    },
  ];
}

type StateStore = Pick<ClearStateStore, "generateStateParam" | "verifyStateParam">;

/** Signed and ended in time by the library's own; used once, over all instances. */
const onceOnly = (signed: ClearStateStore, seen: Seen): StateStore => ({
  generateStateParam: (options, now) => signed.generateStateParam(options, now),
  async verifyStateParam(now, state) {
    const options = await signed.verifyStateParam(now, state);
    const used = `slack:install:${createHash("sha256").update(state).digest("base64url")}`;
    if (!(await seen.claim(used))) throw new InvalidStateError("The state was used before");
    return options;
  },
});

/** The same on every instance, and of no use for anything else. */
const stateSecret = (clientSecret: string): string =>
  createHmac("sha256", clientSecret).update("gigawatt install state").digest("hex");

function refusalOf(error: { code?: string }): Refusal {
  switch (error.code) {
    case ErrorCode.AuthorizationError:
      return "cancelled";
    case ErrorCode.InvalidStateError:
    case ErrorCode.MissingStateError:
    case ErrorCode.MissingCodeError:
      return "stale";
    default:
      return error instanceof UpstreamError ? "away" : "refused";
  }
}
