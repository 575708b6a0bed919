import { shorten } from "./shorten.ts";

/** A name that somebody wrote, fit to be said back: no markup, links, mentions or sentences. */
export const sayName = (written: string): string =>
  shorten(
    written
      .replace(/\bhttps?:\S*|www\.\S*|@\S+/gi, " ")
      .replace(/[^\p{L}\p{N}\s$€£%&.,+'’–/*^()-]/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
    60,
  );
