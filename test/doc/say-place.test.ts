import { expect, test } from "vitest";
import { COUNTRIES } from "../../src/doc/say-place.ts";
import { countryCode } from "../../src/plan/countries.ts";

test("countries are called as the runtime calls them in English", () => {
  const names = new Intl.DisplayNames("en", { type: "region" });
  expect(COUNTRIES.size).toBe(250);
  for (const [code, name] of COUNTRIES) expect([code, name]).toEqual([code, names.of(code)]);
});

test("a name leads to the code that is in use, not to one of a country that was", () => {
  expect(["Germany", "vietnam", "the UK", "Serbia", "yemen"].map(countryCode)).toEqual(["DE", "VN", "GB", "RS", "YE"]);
});
