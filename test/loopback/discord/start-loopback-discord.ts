/**
 * Discord on 127.0.0.1, over real sockets: REST, gateway, and interactions sent to an HTTP endpoint. It checks what the
 * bot sends as Discord does, and collects what it refused in `violations`.
 */
import type { AddressInfo } from "node:net";
import { createGateway, type GatewayLimits, type LoopbackGateway } from "./gateway-server.ts";
import type { ComponentJson } from "./message-rules.ts";
import {
  APPLICATION_ID,
  BOT_ID,
  type InteractionPayload,
  interactionPayload,
  messagePayload,
  TOKEN,
  user,
  type Where,
} from "./payloads.ts";
import { buttonsOf } from "./read-message.ts";
import { takeResponse } from "./rest-routes.ts";
import { createRestServer } from "./rest-server.ts";
import { createSigningKey, signedRequest } from "./signed-request.ts";
import {
  createState,
  eventually,
  type Failure,
  type ResponseJson,
  type SentInteraction,
  type State,
  type StoredMessage,
} from "./state.ts";

/** One interaction and what the bot made of it. */
type Exchange = {
  payload: InteractionPayload;
  responses: readonly ResponseJson[];
  /** The first response. */
  acknowledged(): Promise<ResponseJson>;
  /** The answer after the deferral; `edits` counts how often it was written over. */
  message(): Promise<StoredMessage>;
};

export type LoopbackDiscord = Pick<State, "requests" | "violations" | "registered"> & {
  restUrl: string;
  token: string;
  applicationId: string;
  botId: string;
  publicKeyHex: string;
  gateway: LoopbackGateway;
  /** From now on interactions are sent there, signed, instead of over the gateway. */
  sendInteractionsTo(endpointUrl: string): void;
  failNext(failure: Failure): void;
  rejectToken(): void;
  /** Lets Discord's own clock go as this one. */
  keepTimeBy(clock: { now(): number }): void;
  /** Far away, and with limits. */
  behave(as: Pick<State, "latencyMs" | "limit">): void;
  slash(name: string, options?: Record<string, string>, where?: Where): Promise<Exchange>;
  type(name: string, option: string, typed: string): Promise<{ name: string; value: string }[]>;
  click(message: StoredMessage, label: string | RegExp, where?: Where): Promise<Exchange>;
  submit(modal: ComponentJson, values: Record<string, string | string[]>, where?: Where): Promise<Exchange>;
  /** Sends a message and gives its id. `extra` overrides fields of the event. */
  say(content: string, where?: Where, extra?: object): string;
  dispatchMessage(event: ReturnType<typeof messagePayload>): void;
  replyTo(messageId: string): Promise<StoredMessage>;
  posted(channelId: string): StoredMessage[];
  /** Of every channel. */
  written(): StoredMessage[];
  stop(): Promise<void>;
};

export async function startLoopbackDiscord(limits: Partial<GatewayLimits> = {}): Promise<LoopbackDiscord> {
  const state = createState();
  let port = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  Object.assign(state.gateway, limits);
  const server = createRestServer(state, gatewayUrl);
  const gateway = createGateway(server, { limits: state.gateway, url: gatewayUrl });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  const { privateKey, publicKeyHex } = createSigningKey();
  let endpoint: string | undefined;

  async function send(payload: InteractionPayload, clicked?: StoredMessage): Promise<Exchange> {
    const interaction: SentInteraction = {
      payload,
      sentAt: Date.now(),
      responses: [],
      ...(clicked ? { clicked } : {}),
    };
    state.interactions.set(payload.token, interaction);
    const editsBefore = clicked?.edits ?? -1;
    if (!endpoint) gateway.dispatch("INTERACTION_CREATE", payload);
    else {
      const response = await fetch(endpoint, { method: "POST", ...signedRequest(payload, privateKey) });
      if (response.ok) takeResponse(state, interaction, (await response.json()) as ResponseJson);
      else state.violations.push(`the endpoint answered ${response.status}`);
    }
    return {
      payload,
      responses: interaction.responses,
      acknowledged: () => eventually(() => interaction.responses[0], "the first response to an interaction"),
      message: () =>
        eventually(
          () => {
            const { original } = interaction;
            const fresh = original && (original !== clicked || original.edits > editsBefore);
            return fresh && original.written && original;
          },
          `the answer to interaction ${JSON.stringify(payload.data)}`,
        ),
    };
  }
  const optionList = (options: Record<string, string>, focused?: string) =>
    Object.entries(options).map(([name, value]) => ({
      type: 3,
      name,
      value,
      ...(name === focused ? { focused: true } : {}),
    }));
  const command = (name: string, options: object[]) => ({ id: "1", type: 1, name, options });

  return {
    restUrl: `http://127.0.0.1:${port}/api`,
    token: TOKEN,
    applicationId: APPLICATION_ID,
    botId: BOT_ID,
    publicKeyHex,
    gateway,
    requests: state.requests,
    violations: state.violations,
    registered: state.registered,
    sendInteractionsTo(url) {
      endpoint = url;
    },
    failNext: (failure) => void state.failures.push(failure),
    keepTimeBy(clock) {
      state.now = () => clock.now();
    },
    behave: (as) => void Object.assign(state, as),
    rejectToken() {
      state.rejectToken = true;
    },
    slash: (name, options = {}, where = {}) => send(interactionPayload(2, command(name, optionList(options)), where)),
    async type(name, option, typed) {
      const exchange = await send(interactionPayload(4, command(name, optionList({ [option]: typed }, option)), {}));
      return (await exchange.acknowledged()).data?.choices ?? [];
    },
    async click(message, label, where = {}) {
      const pressed = buttonsOf(message).find((one) =>
        typeof label === "string" ? one.label === label : label.test(one.label),
      );
      if (!pressed)
        throw new Error(
          `no button ${label}: ${buttonsOf(message)
            .map((one) => one.label)
            .join(", ")}`,
        );
      const data = { custom_id: pressed.customId, component_type: 2 };
      return send(interactionPayload(3, data, where, message), message);
    },
    submit(modal, values, where = {}) {
      const components = (modal.components ?? []).map(({ component }) => {
        const given = component?.custom_id === undefined ? undefined : values[component.custom_id];
        const field = component?.type === 3 ? { values: given ?? [] } : { value: given ?? "" };
        return {
          type: 18,
          id: 1,
          component: { type: component?.type, id: 2, custom_id: component?.custom_id, ...field },
        };
      });
      return send(interactionPayload(5, { custom_id: modal.custom_id, components }, where));
    },
    say(content, where = {}, extra = {}) {
      const event = messagePayload(content, where, user(where.userId ?? "700000000000000010"), extra);
      gateway.dispatch("MESSAGE_CREATE", event);
      return event.id;
    },
    dispatchMessage: (event) => gateway.dispatch("MESSAGE_CREATE", event),
    replyTo: (messageId) =>
      eventually(
        () => state.nonces.get([...state.nonces.keys()].find((key) => key.endsWith(`:${messageId}`)) ?? ""),
        "a reply",
      ),
    posted: (channelId) =>
      [...state.messages.values()].filter((message) => message.channelId === channelId && message.written),
    written: () => [...state.messages.values()].filter(({ written }) => written),
    async stop() {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
