import { setTimeout as sleep } from "node:timers/promises";
import {
  type APIGatewayBotInfo,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type REST,
  Routes,
} from "discord.js";
import { z } from "zod";
import type { AdapterHealth, Log } from "../adapter.ts";
import { connectShard, type ShardConnection } from "./connect-shard.ts";
import { errorFields } from "./error-fields.ts";
import { createShardHolder, type Holding } from "./hold-shards.ts";
import { IncomingMessage } from "./incoming-message.ts";
import { Interaction } from "./interaction.ts";
import { closedBy, loginError } from "./setup-error.ts";
import type { HeldShard, ShardLeases } from "./shard-leases.ts";
import { waitToIdentify } from "./wait-to-identify.ts";

/** Two missed heartbeats of about 41 s: by then discord.js has dropped the socket itself. */
const SILENT_AFTER_MS = 90_000;
/** The start goes on without a connection that takes longer: it may have to wait its turn to log in. */
const FIRST_WITHIN_MS = 20_000;
const INFO_FOR_MS = 10_000;
/** Discord recommends a shard for a thousand servers or so and demands one for 2,500. */
const GROW_AT = 2;
const ASK_TO_GROW_EVERY_MS = 3_600_000;

const Me = z.object({ id: z.string() });

export type Gateway = {
  start(): Promise<void>;
  /** Hands over to the other instances. */
  stop(): Promise<void>;
  health(): AdapterHealth;
};

export type GatewayOptions = {
  token: string;
  rest: REST;
  leases: ShardLeases;
  instance: string;
  log: Log;
  /** `replayed`: it is from before this connection, so nobody waits for an acknowledgement any more. */
  onInteraction(interaction: Interaction, replayed: boolean): void;
  onMessage(message: IncomingMessage, botId: string): void;
};

/**
 * The gateway, as far as this instance holds it. What comes over it is read as Discord sent it, so that an interaction is
 * the same here as over HTTP and nothing has to be cached.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { token, rest, leases, instance, log, onInteraction, onMessage } = options;
  const connections = new Map<number, ShardConnection>();
  let botId = "";
  let refusedWith: number | undefined;
  let stopping = false;
  let growing: NodeJS.Timeout | undefined;
  const askInfo = rememberFor(INFO_FOR_MS, async () => (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo);
  let info: APIGatewayBotInfo;

  const holder = createShardHolder({ leases, instance, log, open });

  function open(held: HeldShard): Holding {
    const { shard, of } = held;
    const connection = connectShard(
      { token, info, shard, of, session: held.session },
      {
        onEvent(event, replayed) {
          if (!holder.holds(holding)) return false;
          take(event, replayed);
          return true;
        },
        onConnected(resumed) {
          holder.remember();
          log.info({ shard, of }, resumed ? "the connection to Discord is resumed" : "connected to Discord");
        },
        onLost: () => log.warn({ shard }, "the connection to Discord is lost: connecting again"),
        onRefused: (code) => onRefused(code, of),
        onError: (error) => log.warn({ shard, ...errorFields(error) }, "an error on the connection to Discord"),
      },
      {
        connect: () => holder.mayConnect(),
        identify: (signal) => waitToIdentify({ shard, leases, info: askInfo, log, signal }),
      },
    );
    const holding: Holding = {
      session: connection.session,
      lostForMs: () => connection.health().lostForMs,
      async close() {
        if (connections.get(shard) === connection) connections.delete(shard);
        await connection.close();
      },
    };
    connections.set(shard, connection);
    return holding;
  }

  function take({ t, d }: GatewayDispatchPayload, replayed: boolean): void {
    if (t === GatewayDispatchEvents.InteractionCreate) {
      const interaction = Interaction.safeParse(d);
      if (interaction.success) onInteraction(interaction.data, replayed);
      else log.warn({ reason: z.prettifyError(interaction.error) }, "an interaction that cannot be read");
    }
    if (t === GatewayDispatchEvents.MessageCreate) {
      const message = IncomingMessage.safeParse(d);
      if (message.success) onMessage(message.data, botId);
      else log.warn({ reason: z.prettifyError(message.error) }, "a message that cannot be read");
    }
  }

  function onRefused(code: number, of: number): void {
    refusedWith = code;
    log.error({ code }, closedBy(code));
    // The servers have become too many for so few shards.
    if (code === SHARDING_REQUIRED) void grow(of + 1).catch(cannotGrow);
  }

  async function grow(atLeast: number): Promise<void> {
    info = await askInfo.anew();
    await holder.grow(Math.max(info.shards, atLeast));
    refusedWith = undefined;
  }
  const cannotGrow = (error: unknown) => log.warn(errorFields(error), "Discord's gateway keeps its shards for now");
  const perhapsGrow = async () => {
    const { shards } = await askInfo.anew();
    if (shards >= holder.state().of * GROW_AT) await grow(shards);
  };

  return {
    async start() {
      const looking = leases.look();
      // Of two that fail, the one that is awaited first is told.
      looking.catch(() => {});
      try {
        const [asked, me] = await Promise.all([askInfo(), rest.get(Routes.user())]);
        info = asked;
        botId = Me.parse(me).id;
      } catch (error) {
        throw loginError(error, undefined);
      }
      const { length: of } = (await looking).shards;
      if (of === 0 || info.shards >= of * GROW_AT) await holder.grow(info.shards);
      await holder.start();
      growing = setInterval(() => void perhapsGrow().catch(cannotGrow), ASK_TO_GROW_EVERY_MS);
      const first = [...connections.values()].map(({ connected }) => connected);
      if (first.length === 0) return;
      const patience = new AbortController();
      try {
        await Promise.race([
          Promise.race(first),
          sleep(FIRST_WITHIN_MS, undefined, { signal: patience.signal }).catch(() => {}),
        ]);
      } catch (error) {
        if (refusedWith !== SHARDING_REQUIRED) throw loginError(error, refusedWith);
      } finally {
        patience.abort();
      }
    },
    async stop() {
      stopping = true;
      clearInterval(growing);
      await holder.stop();
    },
    health() {
      const { of, others } = holder.state();
      const held = [...connections].sort(([a], [b]) => a - b);
      const shards = held.map(([shard, connection]) => ({ shard, ...connection.health() }));
      const ages = shards.map(({ lastFrameAt }) => (lastFrameAt === null ? null : Date.now() - lastFrameAt));
      const known = ages.filter((age) => age !== null);
      // The one that is silent longest says how it stands.
      const lastSeenMs = known.length > 0 ? Math.max(0, ...known) : null;
      const lost = shards.filter(({ connected }) => !connected).map(({ shard }) => shard);
      const silent = ages.some((age) => age !== null && age > SILENT_AFTER_MS);
      return {
        ok: !stopping && refusedWith === undefined && lost.length === 0 && !silent,
        lastSeenMs,
        detail: stopping
          ? "stopping"
          : refusedWith !== undefined
            ? closedBy(refusedWith)
            : sayShards({ held: shards.map(({ shard }) => shard), of, others, lost, silent }),
        shards: shards.map(({ shard, connected }, index) => ({
          shard,
          of,
          connected,
          lastSeenMs: ages[index] ?? null,
        })),
      };
    },
  };
}

const SHARDING_REQUIRED = 4011;

function sayShards(has: { held: number[]; of: number; others: number; lost: number[]; silent: boolean }): string {
  const { held, of, others, lost, silent } = has;
  if (held.length === 0)
    return others > 0 ? "standing by: other instances hold the gateway" : "standing by: the gateway is not held yet";
  const state = lost.length > 0 ? "not connected" : silent ? "connected, but silent" : "connected";
  return of === 1 ? state : `${state}: ${(lost.length > 0 ? lost : held).length} of ${of} shards`;
}

/** Asks anew when what it knows is older than that. */
function rememberFor<Value>(ms: number, ask: () => Promise<Value>) {
  let [asked, at]: [Promise<Value> | undefined, number] = [undefined, 0];
  const anew = (): Promise<Value> => {
    [asked, at] = [ask(), Date.now()];
    return asked;
  };
  return Object.assign(() => (asked && Date.now() - at < ms ? asked : anew()), { anew });
}
