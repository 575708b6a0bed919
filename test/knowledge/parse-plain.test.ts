import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { listFiles } from "../../knowledge/list-files.ts";
import { parsePlain } from "../../knowledge/parse-plain.ts";
import { parseYaml } from "../../knowledge/parse-yaml.ts";

const raw = listFiles(join(import.meta.dirname, "../../knowledge"));

/** Whatever is read here is what the library reads; the rest may be left to it. */
function expectSame(text: string): boolean {
  const plain = parsePlain(text);
  if (!plain) return false;
  const document = parseYaml(text);
  expect({ text, errors: document.errors.map(String), value: plain.value }).toEqual({
    text,
    errors: [],
    value: document.toJS(),
  });
  return true;
}

test("nearly every file is read here, as the library reads it", () => {
  const left = raw.filter(({ text }) => !expectSame(text)).map(({ file }) => file);
  expect(left.length).toBeLessThan(raw.length / 20);
});

test("what the library writes is read as it reads it", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, fc.string(), fc.double(), fc.boolean(), fc.constant(null), tie("list"), tie("map")),
    list: fc.array(tie("any"), { maxLength: 4 }),
    map: fc.dictionary(fc.stringMatching(/^[A-Za-z_][\w-]{0,5}$/), tie("any"), { maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(value.map, fc.boolean(), (map, flow) => {
      expectSame(stringify(map, { collectionStyle: flow ? "any" : "block" }));
    }),
    { numRuns: 500 },
  );
});

test("a slip of the pen is never read as something else", () => {
  const short = raw.filter(({ text }) => text.length < 6_000);
  const slip = fc.record({
    file: fc.nat(short.length - 1),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    cut: fc.nat(3),
    put: fc.oneof(
      fc.constantFrom(
        " ",
        "\n",
        ":",
        ": ",
        "- ",
        "#",
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        ">",
        "&",
        "*",
        "!",
        "?",
        "%",
      ),
      fc.constantFrom("\t", "\n  ", "\n- ", "~", "0x", "1", ".", "null", "---\n", "\n\n", "é", "\u2028", "a: "),
    ),
  });
  fc.assert(
    fc.property(slip, ({ file, at, cut, put }) => {
      const text = short[file]?.text ?? "";
      const start = Math.floor(at * text.length);
      expectSame(text.slice(0, start) + put + text.slice(start + cut));
    }),
    { numRuns: 1_500 },
  );
});
