/** Slack's side of Socket Mode: greets, sends envelopes, and wants each acknowledged within three seconds. */
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { EnvelopeType } from "./sign.ts";

const ACK_WITHIN_MS = 3_000;

export type SocketMode = {
  connections(): number;
  /** How many connections there ever were. */
  opened(): number;
  untilOpened(count: number): Promise<void>;
  /** Sends an envelope; resolves with the payload of its acknowledgement. */
  send(type: EnvelopeType, payload: object, retry?: { attempt: number; reason: string }): Promise<unknown>;
  /** Slack asks the bot to move to another server. */
  refresh(): void;
  /** Cuts every connection without a farewell. */
  drop(): void;
  close(): void;
};

export function createSocketMode(server: Server, report: (problem: string) => void): SocketMode {
  const sockets = new WebSocketServer({ server, path: "/link" });
  const pending = new Map<string, (payload: unknown) => void>();
  const waiters = new Set<() => void>();
  let opened = 0;

  sockets.on("connection", (socket) => {
    opened++;
    socket.on("message", (data) => acknowledge(String(data)));
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: sockets.clients.size,
        debug_info: {},
        connection_info: { app_id: "A0GIGA" },
      }),
    );
    for (const waiter of waiters) waiter();
    waiters.clear();
  });

  function acknowledge(data: string): void {
    const { envelope_id: id, payload } = JSON.parse(data) as { envelope_id?: string; payload?: unknown };
    const resolve = pending.get(id ?? "");
    if (!resolve) report(`an acknowledgement of an unknown envelope: ${data}`);
    pending.delete(id ?? "");
    resolve?.(payload);
  }

  const open = (): WebSocket | undefined => [...sockets.clients].find((socket) => socket.readyState === socket.OPEN);

  return {
    connections: () => [...sockets.clients].filter((socket) => socket.readyState === socket.OPEN).length,
    opened: () => opened,
    async untilOpened(count) {
      while (opened < count) await new Promise<void>((resolve) => waiters.add(resolve));
    },
    send(type, payload, retry) {
      const socket = open();
      if (!socket) return Promise.reject(new Error("the bot has no socket open"));
      const id = randomUUID();
      const again = retry ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {};
      const acknowledged = new Promise<unknown>((resolve, reject) => {
        const late = setTimeout(() => {
          report(`no acknowledgement of ${type} within 3 s`);
          reject(new Error(`no acknowledgement of ${type} within 3 s`));
        }, ACK_WITHIN_MS);
        pending.set(id, (value) => {
          clearTimeout(late);
          resolve(value);
        });
      });
      socket.send(
        JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== "events_api", ...again }),
      );
      return acknowledged;
    },
    refresh() {
      for (const socket of sockets.clients)
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
    },
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
