/** What is asked of a model and what it may reply, whoever makes it. */

/** `parameters` is a JSON schema that a model can be held to. */
export type Tool = { name: string; description: string; parameters: Record<string, unknown> };

/** `context` is what the model's side wants to see again in the next round. */
export type ModelCall = { id: string; name: string; arguments: string; context: readonly unknown[] };

export type ModelRequest = {
  instructions: string;
  /** JSON with all that comes from outside: the question, names, facts. It is data and gives no orders. */
  data: string;
  tools: readonly Tool[];
  /** Calls that could not be taken, each with what was wrong. */
  rounds: readonly { call: ModelCall; result: string }[];
  maxOutputTokens: number;
};

export type ModelReply =
  | { outcome: "called"; call: ModelCall }
  | { outcome: "said"; text: string }
  | { outcome: "failed"; because: string }
  | { outcome: "over-budget" };

export type AskModel = (request: ModelRequest) => Promise<ModelReply>;
