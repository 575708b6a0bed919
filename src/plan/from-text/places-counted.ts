/** "The first two states for the build", "which three towns": how many places there are narrows nothing; they are asked for as places. */

const NUMBER = String.raw`(?:\d|two|three|four|five|six|seven|couple of|few)`;
const PLACES = "(?:states|towns|cities|villages|count(?:y|ie)s|locations|places|regions|countries)";
/** Sites of one programme are places where they are the first of it; in a row by size or day they are a list. */
const FIRST = new RegExp(
  String.raw`\b(first|initial|opening) (?:${NUMBER} )?(?:[a-z]+ )?(?:sites|campuses|places|locations)\b(?= (?:in|of|for|under|named|chosen|picked)\b)`,
  "i",
);
const COUNTED = new RegExp(String.raw`\b((?:first|initial|which|what|the) )${NUMBER} (${PLACES})\b`, "i");
const IN_A_ROW =
  /\b(?:by|in order of|sorted|ranked|largest|biggest|smallest|oldest|newest|announced|deals?|stargate)\b/i;

/** A text that asks for no places comes back as it is. */
export const placesUncounted = (text: string): string =>
  IN_A_ROW.test(text) ? text : text.replace(FIRST, "$1 locations").replace(COUNTED, "$1$2");
