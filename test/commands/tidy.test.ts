import { expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { parseLine } from "../../commands/parse-line.ts";
import { watch } from "../../commands/watch.ts";

test.each([
  ["on 9am new york", { do: "on", time: "9am", zone: "new york" }],
  ["on 9:30 pm Tokyo openai, norway", { do: "on", time: "9:30pm", zone: "Tokyo", topics: "openai, norway" }],
  ["on 08:00 Los Angeles weekdays", { do: "on", time: "08:00", zone: "Los Angeles", days: "weekdays" }],
  ["on 08:00 Port of Spain energy", { do: "on", time: "08:00", zone: "Port of Spain", topics: "energy" }],
  ["on 09:00 Europe/Berlin openai", { do: "on", time: "09:00", zone: "Europe/Berlin", topics: "openai" }],
  ["on 09:00 daily", { do: "on", time: "09:00", days: "daily" }],
  ["on", { do: "on" }],
  ["", {}],
  ['on topics:"new york, texas"', { do: "on", topics: "new york, texas" }],
])("/digest %s", (line, expected) => {
  expect(parseLine(digest, line)).toEqual(expected);
});

test.each([
  ["openai value ≥ 10B", { name: "openai", "min-value": "10B" }],
  ["openai value >= $10 billion", { name: "openai", "min-value": "$10billion" }],
  ["blue owl over $500M status", { name: "blue owl", "min-value": "$500M", what: "status" }],
  ["stargate status", { name: "stargate", what: "status" }],
  ["stargate status where:me", { name: "stargate", what: "status", where: "me" }],
  ["stargate where:me", { name: "stargate", where: "me" }],
  ["status quo", { name: "status quo" }],
  ["status", { name: "status" }],
])("/watch %s", (line, expected) => {
  expect(parseLine(watch, line)).toEqual(expected);
});
