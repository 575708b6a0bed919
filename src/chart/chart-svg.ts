/** A chart → SVG: a bar a line, its amount in words behind it, so that no axis has to be read. */
import type { Bar, Chart } from "../doc/doc.ts";
import { type Fitting, fitLine, fitLines } from "./fit-text.ts";
import { FAMILY, regular, semiBold } from "./font.ts";

export const WIDTH = 600;
const PADDING = 24;
const ROW = 27;
const BAR = 15;
const GAP = 10;
const MOST_LABEL = 264;
const LEAST_BARS = 130;

/** Dark on light in every theme: the background is part of the picture. */
const COLOUR = { ground: "#fcfcfa", ink: "#1c2430", quiet: "#5b6675", rule: "#c9cfd8" };
/** Solid up to the lower end, lighter on to the upper one. */
const TONE: Readonly<Record<Bar["tone"], { solid: string; light: string }>> = {
  lead: { solid: "#1f7a54", light: "#93cdb3" },
  other: { solid: "#6f87a6", light: "#c3cfdd" },
  open: { solid: "#b7791f", light: "#ecd09a" },
};

const RANGES = "A range is solid up to its lower end and light to its upper one.";

const TITLE = { size: 18, weight: 600, colour: COLOUR.ink };
const NOTE = { size: 12.5, weight: 400, colour: COLOUR.quiet };
const LABEL = { size: 13, weight: 400, colour: COLOUR.ink };
const SAID = { size: 13, weight: 600, colour: COLOUR.ink };
type Type = typeof TITLE;

export function chartSvg(chart: Chart): string {
  const inner = WIDTH - 2 * PADDING;
  const parts: string[] = [];
  let y = PADDING;
  const paragraph = (text: string, type: Type, lineHeight: number) => {
    for (const line of fitLines(text, fitting(type, inner))) {
      y += lineHeight;
      parts.push(write(line, PADDING, y - lineHeight * 0.28, type));
    }
  };
  paragraph(chart.title, TITLE, 24);
  const { bars } = chart;
  const ranges = bars.some(({ low, high }) => low !== high);
  paragraph(ranges ? `${chart.note} ${RANGES}` : chart.note, NOTE, 18);
  y += 12;

  const saidWidth = Math.max(...bars.map(({ said, tone }) => widthOf(said, saidType(tone))));
  const room = Math.max(80, Math.min(MOST_LABEL, inner - saidWidth - LEAST_BARS - 2 * GAP));
  const labels = bars.map(({ label, tone }) => fitLine(label, fitting(labelType(tone), room)));
  const left =
    PADDING + GAP + Math.max(...bars.map(({ tone }, index) => widthOf(labels[index] ?? "", labelType(tone))));
  // Each bar ends where there is still room for its amount.
  const scale = Math.min(
    ...bars.map(
      ({ high, said, tone }) => (WIDTH - PADDING - left - GAP - widthOf(said, saidType(tone))) / (high || 1e-12),
    ),
  );

  const top = y;
  for (const [index, bar] of bars.entries()) {
    const middle = y + ROW / 2;
    const [low, high] = [bar.low * scale, bar.high * scale];
    const { solid, light } = TONE[bar.tone];
    const rect = (x: number, width: number, fill: string) =>
      `<rect x="${at(x)}" y="${at(middle - BAR / 2)}" width="${at(width)}" height="${BAR}" fill="${fill}"/>`;
    if (low > 0) parts.push(rect(left, low, solid));
    if (high > low) parts.push(rect(left + low, high - low, light));
    const baseline = middle + 4.6;
    parts.push(write(labels[index] ?? "", left - GAP, baseline, labelType(bar.tone), "end"));
    parts.push(write(bar.said, left + high + 7, baseline, saidType(bar.tone)));
    y += ROW;
  }
  parts.push(`<path d="M${at(left)} ${at(top)}V${at(y)}" stroke="${COLOUR.rule}"/>`);
  y += 8;
  paragraph(chart.source, { ...NOTE, size: 11.5 }, 17);
  const height = Math.ceil(y + PADDING - 4);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FAMILY}">`,
    `<rect width="${WIDTH}" height="${height}" fill="${COLOUR.ground}"/>`,
    ...parts,
    "</svg>",
  ].join("\n");
}

const labelType = (tone: Bar["tone"]): Type => (tone === "lead" ? { ...LABEL, weight: 600 } : LABEL);
const saidType = (tone: Bar["tone"]): Type => (tone === "lead" ? SAID : { ...SAID, weight: 400 });

const fontOf = ({ weight }: Type) => (weight === 600 ? semiBold() : regular());
const fitting = (type: Type, width: number): Fitting => ({ font: fontOf(type), size: type.size, width });
const widthOf = (text: string, type: Type): number => fontOf(type).widthOf(text) * type.size;

const write = (text: string, x: number, y: number, type: Type, anchor?: "end"): string =>
  `<text x="${at(x)}" y="${at(y)}" font-size="${type.size}" font-weight="${type.weight}" fill="${type.colour}"${
    anchor ? ` text-anchor="${anchor}"` : ""
  }>${escapeXml(text)}</text>`;

/** Two digits behind the point: the same bytes from the same numbers. */
const at = (value: number): string => String(Math.round(value * 100) / 100);

/** No control character may stand in XML. */
const escapeXml = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
