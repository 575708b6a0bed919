/** Words of questions: those that tell what is asked little, and those that tell nothing. */
import type { SoughtWord } from "./find-statements.ts";
import { contentWords } from "./words.ts";

/** What an attribute is asked by, and nouns for any deal: they choose nothing and need not be explained. */
const ASKING = new Set(
  contentWords(
    "deal deals agreement arrangement contract worth value size amount figure number dollar dollars usd money pay paying paid cost price big large bigger biggest largest total overall gw gigawatt gigawatts mw megawatt capacity announce announced date detail details compare compared difference between happen happened company firm thing stuff plan planned make made come name named involved side role disclose disclosed report reported reportedly exact exactly roughly approximately around today currently actual actually real really supposed meant expect expected buy contracted does finished finish done still happening status stand stands month day year years time use used need needed put called officially official bill tab deal's price-tag spend spending",
  ),
);
/** Words that tell one statement from another where one has them, and need not be explained where none has. */
const MODIFIER = new Set(
  contentWords(
    "first second third latest last recent initial original originally initially new newest main other extra additional final finally start started begin began going end long term change changed commit committed commitment part take taken taking took over sign signed built building open opened close closed complete completed live running operational alive dead paused hold cancelled canceled cancel dropped binding firm confirmed public publicly go went get back become became join joined give gave hand set agreed agree run",
  ),
);

/** Words around a question that ask for nothing. */
const FILLER = new Set(
  contentWords(
    "confirm explain say said hey hi hello thanks please kindly roughly current know tell sort kind quick question info information slide deck min minute someone anyone somebody anybody gonna want wants get gets got work out around look looking check checking remind reminder curious wondering wonder call meeting memo friend boss colleague story article draft footnote sanity asking ask wait man dude lol btw fyi eod asap meanwhile whos whats wheres hows wen wat ur u r yo bro ppl tho anyways anyway kinda lemme gimme basically simply exactly again ever even only else another one ones something anything let's lets see hear heard read keep keeps seeing think thinking thought believe guess sure maybe possibly perhaps remember recall mind help helpful appreciate sorry urgent urgently pretty quite rather very much many lot lots bit whole entire given based regarding concerning",
  ),
);

const isFiller = (word: string): boolean => FILLER.has(word);
/** Whether a word tells little of what is asked. */
export const isWeak = (word: string): boolean => ASKING.has(word) || MODIFIER.has(word);

/** The words of a question that help to find a statement, each once, with how much they tell. */
export function soughtWords(text: string, known: ReadonlySet<string> = new Set()): SoughtWord[] {
  const words = contentWords(text).filter((word) => !isFiller(word) && !/^[$€£]?\d/.test(word) && word.length > 1);
  return [...new Set(words)].map((word) => ({
    word,
    weak: isWeak(word) || known.has(word),
    tells: !ASKING.has(word) && !known.has(word),
  }));
}
