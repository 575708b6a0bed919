/** Regions and peoples as they stand in questions. Names of towns, states and countries come from the records. */
export const REGIONS: readonly { pattern: RegExp; countries: readonly string[] }[] = [
  {
    pattern: /\b(?:europe(?:an)?|the eu|in eu)\b/i,
    countries: "FR DE GB NO SE FI DK IS IE NL BE LU ES PT IT CH AT PL CZ GR RO HU EE LV LT".split(" "),
  },
  { pattern: /\b(?:nordics?|scandinavian?)\b/i, countries: "NO SE FI DK IS".split(" ") },
  {
    pattern: /\b(?:middle east(?:ern)?|(?:persian |arab(?:ian)? )?gulf|gcc|mena|arab(?:ian)? (?:states?|countries))\b/i,
    countries: "AE SA QA KW BH OM IL EG JO".split(" "),
  },
  { pattern: /\b(?:asian?|apac|asia-pacific)\b/i, countries: "IN JP KR CN TW SG MY ID TH VN PH AU NZ".split(" ") },
  { pattern: /\b(?:latin america|south america)n?\b/i, countries: "AR BR CL UY PE CO MX".split(" ") },
  { pattern: /\b(?:africa)n?\b/i, countries: "ZA KE NG EG MA".split(" ") },
];

export const ADJECTIVES: readonly { pattern: RegExp; country: string }[] = [
  { pattern: /\bsaudi(?: arabian?)?\b/i, country: "SA" },
  { pattern: /\bindian\b/i, country: "IN" },
  { pattern: /\bnorwegian\b/i, country: "NO" },
  { pattern: /\bswedish\b/i, country: "SE" },
  { pattern: /\bfrench\b/i, country: "FR" },
  { pattern: /\bgerman\b/i, country: "DE" },
  {
    pattern: /\b(?:british|in (?:the )?(?:uk|u\.k\.|britain|england)|uk(?= (?:sites?|projects?|deals?|campus)))\b/i,
    country: "GB",
  },
  { pattern: /\b(?:south )?korean\b/i, country: "KR" },
  { pattern: /\bemirati\b|\bin (?:the )?(?:uae|emirates)\b/i, country: "AE" },
  { pattern: /\baustralian\b/i, country: "AU" },
  { pattern: /\bargentin(?:ian|e)\b/i, country: "AR" },
];

/** Whether a region or a people is named. */
export const namesRegion = (text: string): boolean =>
  [...REGIONS, ...ADJECTIVES].some((entry) => entry.pattern.test(text));
