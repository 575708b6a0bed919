/** Slack's side of an installation: the page that asks, oauth.v2.access, tokens that rotate, are revoked, and end. */
type Json = Record<string, unknown>;
export type Installer = { id: string; name: string; enterprise?: { id: string; name: string }; orgWide?: boolean };
type Owner = { id: string; botUser: string; botId: string };
type Token = { owner: Owner; state: "good" | "revoked"; endsMs: number };

export const CLIENT_ID = "1111.2222";
export const CLIENT_SECRET = "loopback0client0secret";

export type LoopbackOAuth = {
  /** Whether tokens rotate, and how long the first and each further one lives. */
  rotation: { firstSeconds: number; laterSeconds: number } | null;
  refreshes: number;
  /** As somebody who presses "Allow" there: the address to which Slack leads the browser back. */
  allow(authorizeUrl: string, installer: Installer): string;
  deny(authorizeUrl: string): string;
  /** The bot's tokens of a workspace or organisation are good for nothing any more. */
  revoke(id: string): void;
  /** Those that are good. */
  tokensOf(id: string): string[];
  access(body: Json): Json;
  /** Slack's word for what is wrong with a token, or whose it is. */
  whose(token: string): Owner | string;
};

export function createOAuth(scopes: () => readonly string[], report: (problem: string) => void): LoopbackOAuth {
  const codes = new Map<string, { installer: Installer; redirectUri: string }>();
  const tokens = new Map<string, Token>();
  const refreshTokens = new Map<string, Owner>();
  let counter = 0;

  function open(address: string): URL {
    const url = new URL(address);
    const asked = (url.searchParams.get("scope") ?? "").split(",");
    if (url.pathname !== "/oauth/v2/authorize") report(`the page that asks is not ${url.pathname}`);
    if (url.searchParams.get("client_id") !== CLIENT_ID) report("another client_id");
    if (scopes().some((scope) => !asked.includes(scope))) report(`not all scopes are asked for: ${asked}`);
    if (!url.searchParams.get("state")) report("no state");
    const back = new URL(url.searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("state", url.searchParams.get("state") ?? "");
    return back;
  }

  function issue(owner: Owner, first: boolean): Json {
    const { rotation } = oauth;
    const number = ++counter;
    const token = rotation ? `xoxe.xoxb-1-${owner.id}-${number}` : `xoxb-${owner.id}-${number}`;
    const seconds = rotation ? (first ? rotation.firstSeconds : rotation.laterSeconds) : Number.POSITIVE_INFINITY;
    tokens.set(token, { owner, state: "good", endsMs: Date.now() + seconds * 1_000 });
    if (!rotation) return { access_token: token };
    const refresh = `xoxe-1-${owner.id}-${number}`;
    refreshTokens.set(refresh, owner);
    return { access_token: token, refresh_token: refresh, expires_in: seconds };
  }

  const oauth: LoopbackOAuth = {
    rotation: null,
    refreshes: 0,
    allow(authorizeUrl, installer) {
      const back = open(authorizeUrl);
      const code = `code${++counter}`;
      codes.set(code, { installer, redirectUri: `${back.origin}${back.pathname}` });
      back.searchParams.set("code", code);
      return back.href;
    },
    deny(authorizeUrl) {
      const back = open(authorizeUrl);
      back.searchParams.set("error", "access_denied");
      return back.href;
    },
    revoke(id) {
      for (const token of tokens.values()) if (token.owner.id === id) token.state = "revoked";
      for (const [refresh, owner] of refreshTokens) if (owner.id === id) refreshTokens.delete(refresh);
    },
    tokensOf: (id) =>
      [...tokens].flatMap(([token, { owner, state }]) => (owner.id === id && state === "good" ? token : [])),
    access(body) {
      if (body.client_id !== CLIENT_ID) return { ok: false, error: "invalid_client_id" };
      if (body.client_secret !== CLIENT_SECRET) return { ok: false, error: "bad_client_secret" };
      if (body.grant_type === "refresh_token") {
        const owner = refreshTokens.get(String(body.refresh_token));
        if (!owner) {
          report("a refresh token that is none, or was used before");
          return { ok: false, error: "invalid_refresh_token" };
        }
        refreshTokens.delete(String(body.refresh_token));
        oauth.refreshes++;
        return { ok: true, token_type: "bot", ...issue(owner, false) };
      }
      const found = codes.get(String(body.code));
      if (!found) return { ok: false, error: "invalid_code" };
      codes.delete(String(body.code));
      if (found.redirectUri !== body.redirect_uri) return { ok: false, error: "bad_redirect_uri" };
      const { installer } = found;
      const id = installer.orgWide ? (installer.enterprise?.id ?? "") : installer.id;
      const owner = { id, botUser: `UBOT${id}`, botId: `B${id}` };
      return {
        ok: true,
        app_id: "A0GIGA",
        authed_user: { id: "U0INSTALLER" },
        scope: scopes().join(","),
        token_type: "bot",
        bot_user_id: owner.botUser,
        team: installer.orgWide ? null : { id: installer.id, name: installer.name },
        enterprise: installer.enterprise ?? null,
        is_enterprise_install: installer.orgWide ?? false,
        ...issue(owner, true),
      };
    },
    whose(token) {
      const known = tokens.get(token);
      if (!known) return "invalid_auth";
      if (known.state === "revoked") return "account_inactive";
      return known.endsMs <= Date.now() ? "token_expired" : known.owner;
    },
  };
  return oauth;
}
