import type { Store } from "../store.ts";
import type { Engine } from "../tables.ts";
import { conversations } from "./conversations.ts";
import { deliveries } from "./deliveries.ts";
import { eventsSeen } from "./events-seen.ts";
import { feedback } from "./feedback.ts";
import { forgetWorkspace } from "./forget-workspace.ts";
import { gatewayShards } from "./gateway-shards.ts";
import { installations } from "./installations.ts";
import { questionsUnanswered } from "./questions-unanswered.ts";
import { spending } from "./spending.ts";
import { subscriptions } from "./subscriptions.ts";
import { sweep } from "./sweep.ts";
import { watches } from "./watches.ts";

export const createStore = ({ db, run }: Pick<Engine, "db" | "run">): Store => ({
  events: eventsSeen(run),
  conversations: conversations(run),
  subscriptions: subscriptions(run),
  watches: watches(run),
  deliveries: deliveries(run),
  installations: installations(run),
  feedback: feedback(run),
  questions: questionsUnanswered(run),
  spending: spending(run),
  forgetWorkspace: (workspace) => forgetWorkspace(run, workspace),
  gateway: gatewayShards(run),
  sweep: (nowMs) => sweep(run, nowMs),
  close: () => db.destroy(),
});
