/** "Is OpenAI valued at over $800B", "does the Abilene campus draw more than 1 GW": a figure that is said to lie above or below an amount. */
import { findQuantities } from "../quantities.ts";

export type BoundSaid = {
  /** The question for the figure alone. */
  asked: string;
  is: "above" | "below";
  /** Whether the amount itself is neither: "more than", "under". */
  strict: boolean;
  /** As expressions write it. */
  amount: { value: number; expression: string; unit: string };
};

const ABOVE =
  "above|over|more than|bigger than|larger than|higher than|greater than|upwards? of|in excess of|north of|at least|exceed(?:s|ing)?|beyond|past";
const BELOW = "below|under|less than|lower than|smaller than|south of|at most|short of|no more than|fewer than";
const SAID = new RegExp(
  String.raw`^\W*(?:(?:so|and|but|ok|hey|wait|well|then)\b,? *)*(?<verb>is|was|are|were|does|did|do|has|have)(?:n['’]t)? (?<subject>.{3,90}?) (?:(?:now|currently|today|really|actually|still|already|even|much|well|any|be|being|come|comes?|get|gets|to|that|is|are|go|going|went|gone) )*(?:(?<does>valued|worth|priced|costs?|draw\w*|needs?|rise|risen|raised?|spen[dt]|paid|pay|buil[dt]|planned|commit(?:ted)?|got|set|sized|guid(?:ed|ing)|size)(?: to| at| for| in| with| of| spend)*? )?(?:(?<above>${ABOVE})|(?<below>${BELOW})) (?<amount>(?:an? |half a |one )?[$€£]?[\d\w.,]+(?: ?[\w$€£%]+){0,2}?)(?: (?:a|per) (?:year|gw|gigawatt))?(?: (?:now|today|currently|in (?:value|size|all|total)|of (?:power|capacity|it|debt|equity)|big|large|dollars))*(?<tail>,? (?:in|from|for|during|by|at|on) .{3,50}?)?[\s?.!]*$`,
  "i",
);
const UNITS: Readonly<Record<string, string>> = { USD: "USD", EUR: "EUR", GBP: "GBP", GW: "GW" };

/** Null where nothing of that kind is said, or what it is said of is itself an amount. */
export function boundSaid(question: string): BoundSaid | null {
  const {
    subject = "",
    verb = "",
    does = "",
    above,
    below,
    amount = "",
    tail = "",
  } = SAID.exec(question)?.groups ?? {};
  if (subject === "" || findQuantities(subject + tail).length > 0 || OF_SEVERAL.test(subject)) return null;
  const [found, ...more] = findQuantities(amount.replace(/^a (?=trillion|billion|million|gigawatt)/i, "1 "));
  const { unit = "", high = null, low = null } = found?.quantity ?? {};
  const written = UNITS[unit];
  if (!written || more.length > 0 || high === null || high !== low) return null;
  const is = above !== undefined ? "above" : below !== undefined ? "below" : null;
  if (is === null) return null;
  const valued = /^(?:valued|worth|priced)$/i.test(does);
  const asked = valued
    ? `what ${/^w/i.test(verb) ? "was" : "is"} ${subject} valued at${tail}?`
    : unit === "GW"
      ? `how many GW is ${subject}${tail}?`
      : `how much ${/^(?:does|did|do|has|have)$/i.test(verb) ? `${verb} ${subject} ${does}` : `is ${subject}`}${tail}?`;
  const strict = !/^at (?:least|most)$|^no more than$/i.test(above ?? below ?? "");
  return { asked, is, strict, amount: { value: high, expression: `${high} ${written}`, unit } };
}
const OF_SEVERAL = /\b(?:any(?:one|body|thing)?|which|who|what|all|every|each|there|it|that|this|they|or)\b/i;
