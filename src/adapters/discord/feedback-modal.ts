import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord.js";
import type { ModalInteraction } from "./interaction.ts";

const WORDS = "words";

/** Asks what is wrong with an answer. */
export const feedbackModal = (customId: string): APIModalInteractionResponseCallbackData => ({
  custom_id: customId,
  title: "What is wrong?",
  components: [
    {
      type: ComponentType.Label,
      label: "What should it say, and where is that?",
      description: "Kept with the answer's command, without your name, for whoever looks after the facts.",
      component: {
        type: ComponentType.TextInput,
        custom_id: WORDS,
        style: TextInputStyle.Paragraph,
        required: true,
        max_length: 1_000,
      },
    },
  ],
});

export function wordsTold(interaction: ModalInteraction): string {
  const fields = interaction.data.components.flatMap((part) =>
    part.type === ComponentType.Label ? [part.component] : [],
  );
  return fields.find((field) => field.custom_id === WORDS)?.value ?? "";
}
