/** "Developers or operators", "guaranteed or backstopped", "businesses (whole, not stakes)": two words for one thing at the head of a list, as one. */

const LISTS =
  /^\W*(?:(?:so|and|ok|hey|please|can you|could you)\b[\s,]*)*(?:which|what|list|name|who|whose|give me|show me|every|all)\b/i;
const FIRMS =
  "(?:companies|firms|units|businesses|outfits|developers|operators|owners|producers|utilities|vendors|providers|generators)";
const DEEDS: readonly string[] = [
  "(?:guaranteed|backstopped|backed|underwritten)",
  "(?:guarantees?|backstops?|underwrites?)",
  "(?:bought|acquired|purchased|taken over)",
  "(?:buy|acquire|purchase|take over)",
  "(?:signed|agreed|struck|inked)",
  "(?:leased|rented)",
];
const OR = String.raw`\s*(?:/|\bor\b|\band/or\b)\s*`;
const TWICE: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(String.raw`\b${FIRMS}${OR}(?:(?:power|energy|reactor|plant|whole|business) )?${FIRMS}\b`, "gi"),
    "companies",
  ],
  ...DEEDS.map((deed): readonly [RegExp, string] => [new RegExp(String.raw`\b(${deed})${OR}${deed}\b`, "gi"), "$1"]),
  // "Bitcoin-miner / AI landlord leases"
  [/\b((?:bitcoin[- ]|crypto[- ])?miners?['’]?)\s*\/\s*(?:ai |hpc )?(?:landlords?|hosts?|developers?)\b/gi, "$1"],
  [/\b(which|what) businesses\b(?= (?:has|have|did|does|was|were|is|are)\b)/gi, "$1 companies"],
  [
    /^(\W*(?:list|name)(?: the| all(?: the)?| every)?) businesses\b(?= (?:that )?\w+ (?:has|have|did)\b)/gi,
    "$1 companies",
  ],
  [/\bwhole (?:businesses|companies|firms)\b,?/gi, " "],
];

/** Texts that ask for no list come back as they are. */
export const saidOnce = (text: string): string =>
  LISTS.test(text) ? TWICE.reduce((plain, [said, words]) => plain.replace(said, words), text) : text;
