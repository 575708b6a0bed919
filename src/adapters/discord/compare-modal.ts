import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord.js";
import type { App } from "../../app.ts";
import type { ModalInteraction } from "./interaction.ts";
import { limits } from "./limits.ts";

const PICKED = "picked";
const TYPED = "typed";

/** Asks what to compare with: the first deals to pick from, and a field for any other name. */
export async function compareModal(app: App, customId: string): Promise<APIModalInteractionResponseCallbackData> {
  const { options, labelChars, valueChars } = limits.select;
  const known = await app.complete("deal", "", options);
  const deals = known.filter(({ label, value }) => label && value && value.length <= valueChars);
  const pick = {
    type: ComponentType.Label as const,
    label: "Pick a deal",
    component: {
      type: ComponentType.StringSelect as const,
      custom_id: PICKED,
      required: false,
      placeholder: "A deal",
      options: deals.slice(0, options).map(({ label, value }) => ({ label: label.slice(0, labelChars), value })),
    },
  };
  const type = {
    type: ComponentType.Label as const,
    label: deals.length > 0 ? "… or type its name" : "Which deal?",
    component: {
      type: ComponentType.TextInput as const,
      custom_id: TYPED,
      style: TextInputStyle.Short as const,
      required: deals.length === 0,
      max_length: 100,
    },
  };
  return { custom_id: customId, title: "Compare with…", components: deals.length > 0 ? [pick, type] : [type] };
}

/** The deal chosen, as an id where the name is known; undefined when both fields were left empty. */
export async function chosenDeal(interaction: ModalInteraction, app: App): Promise<string | undefined> {
  const fields = interaction.data.components.flatMap((part) =>
    part.type === ComponentType.Label ? [part.component] : [],
  );
  const typed = fields.find((field) => field.custom_id === TYPED)?.value?.trim();
  if (typed) return (await app.complete("deal", typed, 1))[0]?.value ?? typed;
  return fields.find((field) => field.custom_id === PICKED)?.values?.[0];
}
