/** "Different one: Abilene, how big is it": what was spoken of before is left. */
import { gated } from "../../../knowledge/gated.ts";

const LEAVES = gated(
  /^\W*(?:(?:ok(?:ay)?|right|now|and|so|anyway|thanks|thx)[\s,]+)*(?:(?:an? |the )?(?:different|separate|seperate|unrelated|new|next|other|another) (?:one|thing|question|topic|subject|matter)|(?:totally |completely )?unrelated|(?:moving on|switching (?:gears|topics?|subjects?)|change of (?:topic|subject)|on (?:an?other|a different) (?:topic|note|subject)))\s*[,:;.–—-]+\s*(.{6,})$/i,
);

/** What is asked behind it; null where the topic is not left in so many words. */
export const leftFor = (text: string): string | null => LEAVES.exec(text)?.[1] ?? null;
