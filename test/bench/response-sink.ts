/** Stands where Slack's response addresses are: takes every message and counts it, at the least cost. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type ResponseSink = {
  newUrl(): string;
  taken(): number;
  /** Resolves with the time of the last message once there are so many in all. */
  untilTaken(count: number): Promise<number>;
  close(): Promise<void>;
};

const PATIENCE_MS = 15_000;

export async function startResponseSink(): Promise<ResponseSink> {
  let [taken, lastAt, urls] = [0, 0, 0];
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      taken++;
      lastAt = performance.now();
      response.end("ok");
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    newUrl: () => `http://127.0.0.1:${port}/respond/${++urls}`,
    taken: () => taken,
    async untilTaken(count) {
      for (const until = performance.now() + PATIENCE_MS; taken < count; await sleep(5))
        if (performance.now() > until) throw new Error(`only ${taken} of ${count} answers came`);
      return lastAt;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
