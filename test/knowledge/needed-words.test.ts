import { describe, expect, test } from "vitest";
import { neededBy } from "../../src/knowledge/needed-words.ts";

describe("what any match of a pattern has", () => {
  test.each<[RegExp, readonly (readonly string[])[]]>([
    [/\bred ink\b/i, [["red ink"]]],
    [/\b(?:fork(?:s|ed|ing)?|shell(?:s|ed|ing)?)\b/, [["fork", "shell"]]],
    [/snapp?(?:ed)? up/, [["snap"], [" up"]]],
    [/\bto (?:the )?brim/, [["to "], ["brim"]]],
    [/(?<=\bhow much )owe\b/, [["how much "], ["owe"]]],
    [/\bcapex(?! guidance)/, [["capex"]]],
    [/^(?<a>.+?) as a share of (?<b>.+)$/, [[" as a share of "]]],
    [/(?:how many|what) (?:sites|of the campuses)|\d+ GW of sites/i, [["sites", "of the campuses", " gw of sites"]]],
    [/Q[1-4] (?:20)+25/, []],
    [/go+gle/, [["gle"]]],
    [/(?:deal|)/, []],
    [/\p{Lu}\w+ (?:deal)?/u, []],
    [/[a-z|)]{3} signed/, [[" signed"]]],
    [/sites?\/campus/, [["site"], ["campus"]]],
    [/a{0,2}bcd{1,3}/, [["bcd"]]],
  ])("%s", (pattern, needed) => expect(neededBy(pattern.source)).toEqual(needed));
});
