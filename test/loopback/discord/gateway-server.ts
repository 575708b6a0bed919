import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION_ID, botUser, snowflake, TOKEN } from "./payloads.ts";

type Frame = { op: number; d?: unknown; s?: number | null; t?: string | null };
type Dispatch = { op: 0; s: number; t: string; d: unknown };
/** Goes on without a socket: whoever resumes it gets what it missed. */
type Session = { id: string; shard: [number, number]; events: Dispatch[]; socket: WebSocket | undefined };

const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
const [UNKNOWN_SESSION, SHARDING_REQUIRED] = [9, 4011];

export type GatewayLimits = {
  heartbeatMs: number;
  /** What Discord recommends, and the fewest that it takes. */
  shards: number;
  fewestShards: number;
  maxConcurrency: number;
  /** In which one IDENTIFY a bucket is taken: five seconds at Discord. */
  identifyEveryMs: number;
  /** Logins that are left for the day, and when the next begins; 0: they have no end. */
  remaining: number;
  nextDayMs: number;
};

export type LoopbackGateway = {
  limits: GatewayLimits;
  /** The intents of each IDENTIFY, and the sequence number of each RESUME. */
  identified: number[];
  resumed: number[];
  /** When each IDENTIFY came, and for which shard. */
  logins: { atMs: number; shard: [number, number] }[];
  /** Those that came too early. */
  loginsRefused: number;
  heartbeats: number;
  /** Refuses the next IDENTIFY with this close code. */
  closeNextWith: number | undefined;
  /** Lets no session be resumed. */
  forget: boolean;
  dispatch(type: string, data: unknown): void;
  /** Cuts the sockets without a word; `replayAll` sends every event again after the RESUME. */
  drop(options?: { replayAll?: boolean }): void;
  /** Op 7: asks to connect again and resume. */
  askToReconnect(): void;
  /** Op 9. */
  invalidateSession(resumable: boolean): void;
  ready(): boolean;
  /** The shards that a socket is open for; more than once where two hold one. */
  connected(): number[];
  close(): Promise<void>;
};

/** Discord's gateway: JSON, without compression. Like Discord it lets several sessions hold one shard, and tells all of them. */
export function createGateway(server: Server, options: { limits: GatewayLimits; url: () => string }): LoopbackGateway {
  const { limits } = options;
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const sequence = new Map<Session, number>();
  const lastLogin = new Map<number, number>();
  let replayAll = false;
  const send = (socket: WebSocket, frame: Frame) => socket.send(JSON.stringify(frame));
  const live = () => [...sessions.values()].filter(({ socket }) => socket !== undefined);
  const next = (session: Session, t: string, d: unknown): Dispatch => {
    const s = (sequence.get(session) ?? 0) + 1;
    sequence.set(session, s);
    const event: Dispatch = { op: 0, s, t, d };
    session.events.push(event);
    return event;
  };
  const toAll = (frame: Frame) => {
    for (const { socket } of live()) if (socket) send(socket, frame);
  };

  const gateway: LoopbackGateway = {
    limits,
    identified: [],
    resumed: [],
    logins: [],
    loginsRefused: 0,
    heartbeats: 0,
    closeNextWith: undefined,
    forget: false,
    dispatch(type, data) {
      for (const session of sessions.values()) {
        const [shard, of] = session.shard;
        if (shardOf(data, of) !== shard) continue;
        const event = next(session, type, data);
        if (session.socket) send(session.socket, event);
      }
    },
    drop(how = {}) {
      replayAll = how.replayAll === true;
      for (const session of live()) {
        session.socket?.terminate();
        session.socket = undefined;
      }
    },
    askToReconnect: () => toAll({ op: 7, d: null }),
    invalidateSession(resumable) {
      toAll({ op: UNKNOWN_SESSION, d: resumable });
      if (!resumable) sessions.clear();
    },
    ready: () => live().length > 0,
    connected: () =>
      live()
        .map(({ shard }) => shard[0])
        .sort((a, b) => a - b),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => resolve());
      }),
  };

  function mayLogIn(shard: number): boolean {
    const bucket = shard % limits.maxConcurrency;
    const isEarly = Date.now() - (lastLogin.get(bucket) ?? 0) < limits.identifyEveryMs;
    if (!isEarly) lastLogin.set(bucket, Date.now());
    return !isEarly;
  }

  function identify(socket: WebSocket, d: { token: string; intents: number; shard?: [number, number] }): void {
    const shard = d.shard ?? [0, 1];
    const code = gateway.closeNextWith ?? refusal(d, shard, limits.fewestShards);
    gateway.closeNextWith = undefined;
    if (code) {
      socket.close(code);
      return;
    }
    gateway.logins.push({ atMs: Date.now(), shard });
    limits.remaining--;
    if (!mayLogIn(shard[0])) {
      gateway.loginsRefused++;
      send(socket, { op: UNKNOWN_SESSION, d: false });
      return;
    }
    gateway.identified.push(d.intents);
    const session: Session = { id: `session-${snowflake()}`, shard, events: [], socket };
    sessions.set(session.id, session);
    send(socket, next(session, "READY", ready(session, options.url())));
  }

  function resume(socket: WebSocket, d: { seq: number; session_id: string }): void {
    const session = sessions.get(d.session_id);
    if (!session || gateway.forget) {
      send(socket, { op: UNKNOWN_SESSION, d: false });
      return;
    }
    gateway.resumed.push(d.seq);
    // A session has one connection: the one before ends.
    if (session.socket !== socket) session.socket?.close(4_000);
    session.socket = socket;
    for (const event of session.events) if (event.t !== "READY" && (replayAll || event.s > d.seq)) send(socket, event);
    send(socket, next(session, "RESUMED", null));
  }

  sockets.on("connection", (socket) => {
    send(socket, { op: 10, d: { heartbeat_interval: limits.heartbeatMs } });
    socket.on("close", (code) => {
      for (const session of sessions.values()) {
        if (session.socket !== socket) continue;
        session.socket = undefined;
        if (code === 1_000 || code === 1_001) sessions.delete(session.id);
      }
    });
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data)) as {
        op: number;
        d: { token: string; intents: number; seq: number; session_id: string; shard?: [number, number] };
      };
      if (frame.op === 1) {
        gateway.heartbeats++;
        send(socket, { op: 11 });
      }
      if (frame.op === 2) identify(socket, frame.d);
      if (frame.op === 6) resume(socket, frame.d);
    });
  });
  return gateway;
}

/** Discord's formula; direct messages come over the first one. */
function shardOf(data: unknown, of: number): number {
  const guild = (data as { guild_id?: string } | null)?.guild_id;
  return guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(of));
}

function refusal(
  { token, intents }: { token: string; intents: number },
  [shard, of]: [number, number],
  fewest: number,
): number | undefined {
  if (token !== TOKEN) return 4004;
  if (shard >= of) return 4010;
  if (of < fewest) return SHARDING_REQUIRED;
  return intents & PRIVILEGED_INTENTS ? 4014 : undefined;
}

const ready = ({ id, shard }: Session, url: string) => ({
  v: 10,
  user: botUser,
  guilds: [],
  session_id: id,
  resume_gateway_url: url,
  application: { id: APPLICATION_ID, flags: 0 },
  shard,
});
