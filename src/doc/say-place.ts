const regions = new Intl.DisplayNames("en", { type: "region" });

/** "US" → "United States". */
export const countryName = (code: string): string => regions.of(code) ?? code;
