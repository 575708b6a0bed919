import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION_ID, botUser, snowflake, TOKEN } from "./payloads.ts";

type Frame = { op: number; d?: unknown; s?: number | null; t?: string | null };
type Dispatch = { op: 0; s: number; t: string; d: unknown };

const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

export type LoopbackGateway = {
  /** The intents of each IDENTIFY, and the sequence number of each RESUME. */
  identified: number[];
  resumed: number[];
  heartbeats: number;
  /** Refuses the next IDENTIFY with this close code. */
  closeNextWith: number | undefined;
  dispatch(type: string, data: unknown): void;
  /** Cuts the socket without a word; `replayAll` sends every event again after the RESUME. */
  drop(options?: { replayAll?: boolean }): void;
  /** Op 7: asks to connect again and resume. */
  askToReconnect(): void;
  /** Op 9. */
  invalidateSession(resumable: boolean): void;
  ready(): boolean;
  close(): Promise<void>;
};

/** Discord's gateway: JSON, without compression. */
export function createGateway(server: Server, options: { heartbeatMs: number; url: () => string }): LoopbackGateway {
  const sockets = new WebSocketServer({ server });
  const log: Dispatch[] = [];
  let [sequence, replayAll] = [0, false];
  let live: WebSocket | undefined;
  const send = (socket: WebSocket, frame: Frame) => socket.send(JSON.stringify(frame));
  const next = (t: string, d: unknown): Dispatch => {
    const event: Dispatch = { op: 0, s: ++sequence, t, d };
    log.push(event);
    return event;
  };

  const gateway: LoopbackGateway = {
    identified: [],
    resumed: [],
    heartbeats: 0,
    closeNextWith: undefined,
    dispatch(type, data) {
      const event = next(type, data);
      if (live) send(live, event);
    },
    drop(how = {}) {
      replayAll = how.replayAll === true;
      live?.terminate();
      live = undefined;
    },
    askToReconnect: () => live && send(live, { op: 7, d: null }),
    invalidateSession: (resumable) => live && send(live, { op: 9, d: resumable }),
    ready: () => live !== undefined,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => resolve());
      }),
  };

  sockets.on("connection", (socket) => {
    send(socket, { op: 10, d: { heartbeat_interval: options.heartbeatMs } });
    socket.on("close", () => {
      if (live === socket) live = undefined;
    });
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data)) as { op: number; d: { token: string; intents: number; seq: number } };
      if (frame.op === 1) {
        gateway.heartbeats++;
        send(socket, { op: 11 });
      }
      if (frame.op === 2) {
        const code = gateway.closeNextWith ?? refusal(frame.d);
        gateway.closeNextWith = undefined;
        if (code) return socket.close(code);
        gateway.identified.push(frame.d.intents);
        log.length = 0;
        live = socket;
        send(socket, next("READY", ready(options.url())));
      }
      if (frame.op === 6) {
        gateway.resumed.push(frame.d.seq);
        live = socket;
        for (const event of log) if (event.t !== "READY" && (replayAll || event.s > frame.d.seq)) send(socket, event);
        send(socket, next("RESUMED", null));
      }
    });
  });
  return gateway;
}

function refusal({ token, intents }: { token: string; intents: number }): number | undefined {
  if (token !== TOKEN) return 4004;
  return intents & PRIVILEGED_INTENTS ? 4014 : undefined;
}

const ready = (url: string) => ({
  v: 10,
  user: botUser,
  guilds: [],
  session_id: `session-${snowflake()}`,
  resume_gateway_url: url,
  application: { id: APPLICATION_ID, flags: 0 },
  shard: [0, 1],
});
