/**
 * Discord's limits in one table. Characters are counted in UTF-16 code units: where Discord counts code points, that is
 * the stricter of the two.
 * Sources: docs.discord.com/developers/components/reference, …/resources/message, …/interactions/application-commands.
 */
export const limits = {
  message: { contentChars: 2_000, components: 40, topLevelComponents: 10, textChars: 4_000, nonceChars: 25 },
  row: { buttons: 5 },
  gallery: { items: 10, altChars: 1_024 },
  button: { labelChars: 80 },
  customIdChars: 100,
  select: { options: 25, labelChars: 100, valueChars: 100, placeholderChars: 150 },
  modal: { titleChars: 45, components: 5, labelChars: 45, descriptionChars: 100 },
  autocomplete: { choices: 25, nameChars: 100, valueChars: 100 },
  command: {
    perApplication: 100,
    options: 25,
    choices: 25,
    nameChars: 32,
    descriptionChars: 100,
    totalChars: 8_000,
    name: /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
  },
} as const;

/** How far behind or ahead of our clock a signed request may be. */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;
