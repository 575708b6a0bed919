/** Socket Mode: keeps one connection open, and knows when it last heard from Slack. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setTimeout as sleep } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Clock, Log } from "../adapter.ts";
import { describeError, type Redact } from "./redact.ts";

export type Socket = {
  start(): Promise<void>;
  stop(deadlineMs: number): Promise<void>;
  isConnected(): boolean;
  lastSeen(): number | null;
};

const HELLO_WITHIN_MS = 20_000;
const LONGEST_PAUSE_MS = 30_000;
/** Bolt's socket answers Slack's pings and sends its own; the socket library tells of both, for the whole process. */
const FRAMES = ["undici:websocket:ping", "undici:websocket:pong"];

/**
 * The receiver must have `autoReconnectEnabled: false`: on its own it waits five seconds before it connects again, also
 * when Slack only asks it to move to another server, and commands that come meanwhile fail before the user's eyes.
 */
export function connectSocket(
  receiver: SocketModeReceiver,
  options: { clock: Clock; log: Log; redact: Redact },
): Socket {
  const { clock, log, redact } = options;
  const { client } = receiver;
  let connected = false;
  let stopping = false;
  let connecting = false;
  let lastSeen: number | null = null;
  const heard = () => {
    lastSeen = clock.now();
  };

  client.on("ws_message", heard);
  client.on("connected", () => {
    connected = true;
  });
  client.on("disconnected", () => {
    connected = false;
    if (!stopping && !connecting) void reconnect();
  });

  async function connect(): Promise<void> {
    connecting = true;
    const late = setTimeout(() => void client.disconnect(), HELLO_WITHIN_MS);
    try {
      await client.start();
    } finally {
      clearTimeout(late);
      connecting = false;
    }
  }

  async function reconnect(): Promise<void> {
    for (let pauseMs = 250; !stopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await connect();
        log.info({}, "Connected to Slack again");
        return;
      } catch (error) {
        log.warn(
          { ...describeError(error ?? "the socket closed before Slack's greeting", redact), pauseMs },
          "Could not connect to Slack",
        );
        await sleep(pauseMs * (0.75 + Math.random() / 2));
      }
    }
  }

  return {
    async start() {
      for (const channel of FRAMES) subscribe(channel, heard);
      await connect();
    },
    async stop(deadlineMs) {
      stopping = true;
      for (const channel of FRAMES) unsubscribe(channel, heard);
      // Slack need not answer the farewell in time.
      await Promise.race([client.disconnect(), sleep(deadlineMs, undefined, { ref: false })]);
      connected = false;
    },
    isConnected: () => connected,
    lastSeen: () => lastSeen,
  };
}
