import type { Whereabouts } from "../state/open-store.ts";

/** Where the knowledge, its parsed copy and the state are. */
export type Places = { knowledgeDir: string; cacheDir: string; state: Whereabouts };
