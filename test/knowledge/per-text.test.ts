import { expect, test } from "vitest";
import { perText } from "../../src/knowledge/per-text.ts";

test("a text is looked through once, and again when others have come between", () => {
  const looked: string[] = [];
  const find = perText((text) => looked.push(text), 2);
  for (const text of ["a", "a", "b", "a", "c", "d", "a"]) find(text);
  expect(looked).toEqual(["a", "b", "c", "d", "a"]);
});

test("that nothing was found is kept as well", () => {
  let looked = 0;
  const find = perText(() => {
    looked++;
    return undefined;
  });
  find("a");
  find("a");
  expect(looked).toBe(1);
});

test("a long text fills no memory", () => {
  let looked = 0;
  const find = perText(() => ++looked);
  find("x".repeat(1_000));
  find("x".repeat(1_000));
  expect(looked).toBe(2);
});
