/** "Foxconn's rack count for 1 GW, scaled down to 600 MW": what is told of a gigawatt is asked of the power that it is scaled to. */

const UNIT = "(?:gws?|gigs?|gigawatts?)";
const POWER = String.raw`\d[\d.,]* ?(?:gws?|gigs?|gigawatts?|mws?|megawatts?)`;
const SCALED =
  "(?:scaled|scale (?:it|that|this|them)|pro-?rated|pro-?rate (?:it|that|this)|pro[- ]rata|blown up|shrunk)(?: (?:linearly|down|up|back|pro[- ]rata))*";
const OF_ONE = new RegExp(
  String.raw`\b(for|of|per|in) (?:1|one|an?|each|every|the)? ?${UNIT}\b([^?,;]{0,40}?),?(?: and| but| then)? ${SCALED} (?:to|for|at) (${POWER})\b`,
  "i",
);

/** Texts in which nothing is scaled come back as they are. */
export const scaledTo = (text: string): string =>
  text.replace(
    OF_ONE,
    (_all, lead: string, of: string, power: string) => `${/^per$/i.test(lead) ? "for" : lead} ${power}${of}`,
  );
