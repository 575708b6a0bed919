import { expect, test } from "vitest";
import { errorsIn, formOf, textOf } from "../../commands/form.ts";
import { commands } from "../../commands/index.ts";
import { parseLine } from "../../commands/parse-line.ts";

const withForm = commands.filter((command) => command.form !== undefined);

test.each(withForm)("/$name: its form has at most five fields, each an option or all the others", (command) => {
  const fields = formOf(command, "");
  expect(fields.length).toBeLessThanOrEqual(5);
  for (const { name } of fields.slice(0, -1)) expect(command.options.map((option) => option.name)).toContain(name);
  for (const example of command.examples) {
    const text = example.slice(example.indexOf(" ") + 1);
    const values = Object.fromEntries(formOf(command, text).map(({ name, value }) => [name, value]));
    // What a form shows and is not changed runs the same.
    expect(parseLine(command, textOf(command, values)), example).toEqual(parseLine(command, text));
    expect(errorsIn(command, values)).toEqual({});
  }
});

test("a field that cannot be read is named, and quotes cannot break out of theirs", () => {
  const [cost] = withForm;
  if (!cost) throw new Error("no command has a form");
  expect(Object.keys(errorsIn(cost, { quantity: "10GW", to: "nowhere" }))).toEqual(["to"]);
  expect(textOf(cost, { quantity: '1 GW" to:"bill' })).toBe('quantity:"1 GW to:bill"');
});
