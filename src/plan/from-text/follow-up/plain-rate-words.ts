/** Words of a turn after a number on record that name no other. */
import { contentRoots } from "../../../knowledge/words.ts";

export const PLAIN_WORDS = new Set(
  contentRoots("same price cost costs number rate figure one ones those new plant plants from by per at for"),
);
