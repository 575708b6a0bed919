/** Countries in words: "US", "the UK", "South Korea", "united states". */
import { COUNTRIES } from "../doc/say-place.ts";

const OTHERS: Record<string, string> = {
  usa: "US",
  america: "US",
  uk: "GB",
  britain: "GB",
  "great britain": "GB",
  england: "GB",
  uae: "AE",
  emirates: "AE",
  korea: "KR",
};

const BY_NAME = new Map([...COUNTRIES].map(([code, name]) => [name.toLowerCase(), code]));

/** The code of a country's name or code; null where it is neither. */
export function countryCode(text: string): string | null {
  const clean = text.trim().toLowerCase().replace(/^the /, "");
  const named = OTHERS[clean] ?? BY_NAME.get(clean);
  if (named) return named;
  const code = clean.toUpperCase();
  return COUNTRIES.has(code) ? code : null;
}
