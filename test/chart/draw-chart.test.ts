import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { chartSvg } from "../../src/chart/chart-svg.ts";
import { drawChart } from "../../src/chart/draw-chart.ts";
import { fitLine, fitLines } from "../../src/chart/fit-text.ts";
import { FAMILY, regular, semiBold } from "../../src/chart/font.ts";
import type { Chart } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const app = realApp();
const chartOf = async (line: string): Promise<Chart> => {
  const doc = await app.answer({ type: "click", line, asker: asker(line) });
  const chart = doc.blocks.find((block) => block.type === "chart");
  if (!chart) throw new Error(`${line} shows no chart`);
  return chart;
};
const font = { loadSystemFonts: false, fontFiles: [regular().file, semiBold().file], defaultFontFamily: FAMILY };

/** Points of a picture that are darker than its ground. */
function ink(svg: string): number {
  const { pixels } = new Resvg(svg, { font }).render();
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 150) dark++;
  return dark;
}

test("a picture is a PNG of 1,200 points across, opaque, and the same bytes each time", async () => {
  const chart = await chartOf("cost 10GW");
  const [first, second] = [await drawChart(chart), await drawChart({ ...chart, bars: [...chart.bars] })];
  expect(first.subarray(1, 4).toString()).toBe("PNG");
  expect(first.readUInt32BE(16)).toBe(1_200);
  expect(first.equals(second)).toBe(true);
  const again = new Resvg(chartSvg(chart), { fitTo: { mode: "width", value: 1_200 }, font }).render();
  expect(again.asPng().equals(first)).toBe(true);
  const { pixels } = again;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) throw new Error("is see-through");
});

test("its words are drawn: each line of text leaves ink", async () => {
  const svg = chartSvg(await chartOf("cost 10GW"));
  const texts = [...svg.matchAll(/<text .*<\/text>/g)].map(([text]) => text);
  expect(texts.length).toBeGreaterThan(40);
  const [head = ""] = svg.split("\n");
  for (const text of texts.filter((_, index) => index % 6 === 0))
    expect(ink(`${head}${text.replaceAll(/fill="[^"]*"/g, 'fill="#000"')}</svg>`), text).toBeGreaterThan(0);
  // Without its font there would be none.
  expect(ink(svg)).toBeGreaterThan(ink(svg.replaceAll(/<text .*<\/text>/g, "")) + 2_000);
});

test("nothing stands outside the picture, however long a name or an amount is", () => {
  const bars = [1, 5e11, 8e11].map((high, index) => ({
    label: `<b> & a very long name ${"of somebody who estimates ".repeat(index * 3)}`,
    said: `at least $${"123,456.789".repeat(index)}–600B`,
    low: index === 1 ? 0 : high / 2,
    high,
    tone: "lead" as const,
  }));
  const svg = chartSvg({
    type: "chart",
    title: "Title ".repeat(40),
    note: "Note",
    source: "Source",
    unit: "USD",
    bars,
  });
  const box = new Resvg(svg, { font }).innerBBox();
  expect(svg).toContain("&lt;");
  expect(box).toMatchObject({ x: 0, y: 0, width: 600 });
  expect(
    [...svg.matchAll(/ (?:x|width)="(-?[\d.]+)"/g)].every(([, value]) => Number(value) >= 0 && Number(value) <= 600),
  ).toBe(true);
});

test("a text is measured by the letters' own advances", () => {
  for (const text of ["Morgan Stanley, TPU v7, May 2026", "$500–600B", "WWWiiijjj…"]) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><text y="60" font-size="40" font-family="${FAMILY}">${text}</text></svg>`;
    const drawn = new Resvg(svg, { font }).getBBox()?.width ?? 0;
    expect(Math.abs(regular().widthOf(text) * 40 - drawn) / drawn, text).toBeLessThan(0.06);
  }
  const fitting = { font: regular(), size: 13, width: 120 };
  expect(fitLine("Morgan Stanley, Trainium3", fitting)).toMatch(/^Morgan Stanle.*…$/);
  expect(fitLines("one two three four five six seven eight", fitting).length).toBeGreaterThan(1);
});

test("there is a letter for each character of all names that a chart may show", () => {
  for (const { name } of library.knowledge.rates)
    expect(semiBold().hasAll(name) && regular().hasAll(name), name).toBe(true);
});

test("every amount of a chart stands in words in its answer, and is one of its figures", async () => {
  for (const line of ["cost 10GW", "cost $300B rate:bernstein", "cost 2.5GW rate:$45B/GW", "cost 6GW chip:GB300"]) {
    const doc = await app.answer({ type: "click", line, asker: asker(line) });
    const chart = await chartOf(line);
    const words = JSON.stringify([doc.headline, doc.blocks.filter((block) => block.type !== "chart")]);
    expect(chart.bars.length, line).toBeGreaterThan(5);
    for (const { said, low, high } of chart.bars) {
      expect(words, said).toContain(said);
      expect(doc.figures).toContainEqual(expect.objectContaining({ low, high }));
    }
  }
});
