/** "Sam Altman's cell?", "where does Larry Ellison live": what is a person's own is no business of a bot on deals. */

import type { Library } from "../../knowledge/library.ts";
import { anyOf } from "../../knowledge/pattern-table.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { masked } from "./masked.ts";
import type { Reading } from "./reading.ts";

/** The person stands as "§". */
const THEIRS =
  "(?:cell|cell ?phone|mobile|phone|telephone|whatsapp|e-?mail|contact (?:details|info\\w*)|digits|home|house|apartment|mansion|yacht|jet|private jet|plane|car|cars|address|whereabouts|calendar|diary|instagram|insta|twitter|facebook|linkedin|telegram|tiktok|age|height|weight|religion|politics|party|sexuality|diet|health|illness|salary|pay|paycheck|pay package|compensation|bonus|wage|net worth|fortune|wealth|money|parents?|mother|father|mom|dad|sister|brother|siblings?|sons?|daughters?|family|partner|fianc[eé]e?|ex|school|college|university|degree|dog|pet|hobb(?:y|ies)|birthplace|star sign|shoe size|iq)";
const LEAD =
  "^(?:\\W*(?:so|and|ok|hey|hi|please|pls),? )*(?:(?:what|where|who|how)(?:['’]?s| is| are| was)? |(?:tell|give|send|show) me |(?:do you )?(?:know|have|got) |any idea |i need )?(?:the )?";
const PATTERNS: readonly RegExp[] = [
  `${LEAD}§(?:['’]s?)? (?:(?:personal|private|home|direct|current|own|real) )*(?:${THEIRS}(?: (?:number|no|tail number|address|details))?|(?:personal|private|home|direct) (?:number|line|life|details|jet tail number))\\W*$`,
  "^(?:\\W*(?:so|and),? )*where (?:does|do|did|is|was) § (?:live|reside|sleep|(?:go(?:ne)?|went) to (?:school|college|church)|grow up|born|staying|right now|now|today)\\b",
  "^(?:\\W*(?:so|and),? )*how (?:old|tall|rich|wealthy|heavy|fit|healthy|smart) (?:is|was) §",
  "^(?:\\W*(?:so|and),? )*(?:what|which) (?:car|cars|plane|jet|watch|phone|yacht|house|school|college|university|church|party|religion|language|team|food|music|shoes?|diet)s? (?:is|are|does|do|did|has) §",
  "\\bis § (?:single|gay|straight|married|divorced|dating|jewish|christian|muslim|religious|republican|a republican|a democrat|vegan|sick|ill|rich|a billionaire|alive|dead)\\b",
  "\\bwho(?:['’]s| is| was) § (?:married to|dating|seeing|engaged to|related to|voting for)\\b",
  "\\b(?:does|did|has) § (?:have|own) (?:an? )?(?:yacht|kids|children|dog|cat|island|house|gun)\\b",
].map((pattern) => new RegExp(pattern, "i"));
const isTheirs = anyOf(PATTERNS);

export function isPrivateLife({ names, question, library }: Reading): boolean {
  const told = names.people.length > 0 ? { names, question } : spelled(library, question);
  if (!told || told.names.people.length === 0) return false;
  const said = masked(told, "person");
  return isTheirs(said);
}

/** "Altmans cell" has the name without its apostrophe; null where no word is the name of a person with an s. */
function spelled(library: Library, written: string): Pick<Reading, "names" | "question"> | null {
  const isPerson = (name: string) => library.names.exact(name).some(({ type }) => type === "person");
  if (![...written.matchAll(WITH_S)].some(([, name = ""]) => isPerson(name))) return null;
  const question = written.replace(WITH_S, "$1's");
  return { question, names: readNames(library, question) };
}
const WITH_S = /(?<![\w'’-])([a-z]{3,})s(?![\w'’-])/gi;
