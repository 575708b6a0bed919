/** As many signed slash commands as an app over HTTP takes on 32 connections. */
import autocannon from "autocannon";
import type { ResponseSink } from "./response-sink.ts";
import type { SlashRequest } from "./slash-requests.ts";

const CONNECTIONS = 32;

/** Acknowledged in a second; and answered in a second, until the last answer was out. */
export type SlashRates = { acknowledged: number; answered: number };

export async function loadWithSlashCommands(options: {
  url: string;
  seconds: number;
  nextRequest: () => SlashRequest;
  /** Null where answers come inside the acknowledgement. */
  sink: ResponseSink | null;
}): Promise<SlashRates> {
  const { url, seconds, nextRequest, sink } = options;
  const takenBefore = sink?.taken() ?? 0;
  const startedAt = performance.now();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ method: "POST", setupRequest: (request) => Object.assign(request, nextRequest()) }],
  });
  const { "2xx": good, non2xx, errors, timeouts } = result;
  if (non2xx + errors + timeouts > 0)
    throw new Error(`${url}: ${non2xx} refused, ${errors} errors, ${timeouts} timeouts beside ${good} good ones`);
  const acknowledged = good / result.duration;
  if (!sink) return { acknowledged, answered: acknowledged };
  // What was still under way at the end has an answer too, but none that was counted as acknowledged may lack its own.
  const lastAt = await sink.untilTaken(takenBefore + good);
  return { acknowledged, answered: good / ((lastAt - startedAt) / 1_000) };
}
