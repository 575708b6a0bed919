/** "3 GW of apples", "gw gw per banana": words of the field about nothing in it. What they would be read as without the rest is no answer. */
import { statementsOf } from "../../knowledge/statements.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** Things of every day that no unit of the field counts or pays for. Where a word is an idiom as well, only its plural stands here. */
const THING =
  "(?:bananas?|apples|lemons|mango(?:es)?|grapes|potato(?:es)?|tomato(?:es)?|carrots?|onions?|broccoli|cheese|pizzas?|burgers?|tacos?|burritos?|sandwich(?:es)?|noodles?|spaghetti|lasagn[ae]|sushi|donuts?|doughnuts?|cupcakes?|pancakes?|waffles?|muffins?|ice creams?|chocolate|jelly|ketchup|mayonnaise|beers?|wines?|lattes?|pupp(?:y|ies)|dogs?|kittens?|cats|cows?|pigs?|chickens?|ducks?|ducklings?|penguins?|elephants?|giraffes?|hamsters?|kangaroos?|monkeys?|gorillas?|dolphins?|sharks?|dinosaurs?|dragons?|wizards?|zomb(?:ie|ies)|unicorns?|happiness|love|joy|vibes?|feelings?|hugs?|kisses|rainbows?|sunshine|dreams|smiles|laughter|nonsense|socks|trousers|umbrellas?|spoons?|lego|teddy bears?|toilets?)";
const MEASURE =
  "(?:gws?|mws?|kws?|gigawatts?|megawatts?|kilowatts?|twhs?|dollars?|usd|euros?|bucks|[$€£]\\s?[\\d.,]+ ?(?:[kmbt]|bn|mn|million|billion|trillion)?|[\\d.,]+ ?(?:[kmbt]|bn|mn|million|billion|trillion)|cost|price|value|capacity|worth|megawatt-hours?|tons?|gpus?|chips?)";
const OF_THINGS: readonly RegExp[] = [
  `\\b(?:${MEASURE}) (?:of|per|for|in|into|to|an?|each|every) (?:an? |the |my |your )?${THING}\\b`,
  `[$€£]\\s?[\\d.,]+ ?(?:[kmbt]|bn|mn|million|billion|trillion)? (?:of|per|for|in|into) (?:an? |the )?${THING}\\b`,
  `\\b${THING} (?:per|an?|each|every|of|for) (?:gws?|mws?|gigawatts?|megawatts?|dollars?|gpus?|chips?)\\b`,
  `\\b(?:gws?|mws?|gigawatts?|megawatts?) (?:is|are|in|to|into) (?:an? |the |my )?${THING}\\b`,
].map((pattern) => new RegExp(pattern, "i"));
/** Beside a name, before what only a deal or a site has. */
const AS_PART = new RegExp(
  `\\b${THING} (?:deals?|contracts?|capacity|leases?|campus|sites?|gws?|mws?|gigawatts?|megawatts?|value|revenue)\\b`,
  "i",
);

export const nonsense: ReadRule = {
  name: "nonsense",
  read(reading) {
    const { question } = reading;
    const thing =
      OF_THINGS.some((pattern) => pattern.test(question)) ||
      (AS_PART.test(question) && reading.names.mentions.length > 0);
    return (thing && !isOnRecord(reading)) || isStammered(reading)
      ? { kind: "decline", reason: "not-understood" }
      : null;
  },
};

const ANY_THING = new RegExp(`\\b${THING}\\b`, "gi");
const isOnRecord = ({ question, library }: Reading): boolean =>
  (question.match(ANY_THING) ?? []).every((thing) =>
    statementsOf(library).all.some(({ text }) => new RegExp(`\\b${thing}\\b`, "i").test(text)),
  );

/** "Megawatt megawatt oracle oracle": the same again, over and over; one doubled word is a slip. */
function isStammered({ question }: Reading): boolean {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let [doubled, row, longest] = [0, 1, 1];
  for (const [at, word] of words.entries()) {
    row = word === words[at - 1] && !/\d/.test(word) ? row + 1 : 1;
    if (row === 2) doubled++;
    longest = Math.max(longest, row);
  }
  return words.length > 1 && words.length <= MOST_WORDS && (doubled > 1 || longest > 2);
}
/** More of them say something beside what is doubled. */
const MOST_WORDS = 10;
