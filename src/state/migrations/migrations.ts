/** Forward only: a migration that has been released is never changed, only followed by another. The last one's place is the schema's number. */
import type { Kysely } from "kysely";
import { first } from "./first.ts";
import { gatewayShards } from "./gateway-shards.ts";
import { installations } from "./installations.ts";

export type Migration = (db: Kysely<unknown>) => Promise<void>;

export const migrations: readonly Migration[] = [first, installations, gatewayShards];
