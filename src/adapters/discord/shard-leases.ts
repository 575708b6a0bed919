/** What all instances share about the gateway, so that each part of it is held by one of them; the store has this shape. */
export type ShardLeases = {
  agree(atLeast: number): Promise<number>;
  look(): Promise<{ shards: SeenShard[]; instances: { id: string; beat: number }[] }>;
  claim(seen: Omit<SeenShard, "holder">, instance: string): Promise<HeldShard | null>;
  beat(instance: string, sessions: readonly HeldShard[], nowMs: number): Promise<HeldShard[]>;
  release(instance: string, held: HeldShard): Promise<void>;
  leave(instance: string): Promise<void>;
  takeTurn(bucket: number, nowMs: number, untilMs: number): Promise<boolean>;
};
export type SeenShard = { shard: number; of: number; fence: number; beat: number; holder: string | null };
export type HeldShard = { shard: number; of: number; fence: number; session: string | null };
