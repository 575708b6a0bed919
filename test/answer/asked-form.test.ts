import { describe, expect, test } from "vitest";
import { isInForm } from "../../src/answer/asked-form.ts";

describe("an amount is no answer to a question for", () => {
  test.each([
    ["a share", "what percentage of the package is equity", "about $2B", "about 12.5%"],
    ["a share of something", "the barn's equity as a share of the whole", "about $2B", "an eighth, 12.5%"],
    ["a price for each", "what does Norway cost per MW", "about 20 MW", "about $50M per MW"],
    ["a multiple", "how many times over was it covered, as a multiple of the offer", "$5B", "about 3 times"],
    ["a rate of interest", "what rate does the borrower pay on the loan", "lent on 3 January", "SOFR plus 2%"],
  ])("%s", (_what, question, amount, asked) => {
    expect(isInForm(question, amount)).toBe(false);
    expect(isInForm(question, asked)).toBe(true);
  });

  test.each(["what is the Barn worth", "who has shares in it", "the share price", "price per GPU-hour of CoreWeave"])(
    "anything answers “%s”",
    (question) => {
      expect(isInForm(question, "about $2B")).toBe(true);
    },
  );
});
