import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TONES } from "./tone";

/** WCAG 2.2: text 4.5:1 on what it stands on, borders of controls and meaningful colours 3:1. Read from the tokens themselves. */

type Colour = readonly [lightness: number, chroma: number, hue: number];
const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const tokens = new Map(
  [...css.matchAll(new RegExp(`--color-([\\w-]+): light-dark\\(${OKLCH}, ${OKLCH}\\)`, "g"))].map((match) => {
    const [l1, c1, h1, l2, c2, h2] = match.slice(2).map(Number);
    const pair = { light: [l1, c1, h1], dark: [l2, c2, h2] } as unknown as Record<"light" | "dark", Colour>;
    return [match[1] ?? "", pair] as const;
  }),
);

function colour(name: string, theme: "light" | "dark"): Colour {
  const found = tokens.get(name);
  if (!found) throw new Error(`There is no colour ${name}`);
  return found[theme];
}

/** Relative luminance of an oklch colour, by way of linear sRGB (Björn Ottosson, "A perceptual color space"). */
function luminance([lightness, chroma, hue]: Colour): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, theme: "light" | "dark"): number {
  const [darker = 0, lighter = 0] = [luminance(colour(front, theme)), luminance(colour(back, theme))].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

const SURFACES = ["page", "panel", "sunken", "hover", "selected"];
const STATES = ["active", "idle", "disconnected", "connected", "prelaunched", "lingering", "ghost", "other"];
const pairs = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const));

const READ: readonly (readonly [string, string])[] = [
  ...pairs(["ink", "muted", "faint", "accent"], SURFACES),
  ...TONES.flatMap((tone) => pairs([`${tone}-text`], [`${tone}-soft`, "page", "panel", "hover", "selected"])),
  ...pairs(["on-accent"], ["accent", "accent-hover"]),
  ...pairs(["ink", "muted", "accent"], ["accent-soft"]),
  ["page", "ink"],
];
const SEEN: readonly (readonly [string, string])[] = [
  ...pairs(["line-control"], ["page", "panel"]),
  ...pairs(["focus"], SURFACES),
  ...pairs(TONES, ["panel"]),
  ...pairs(
    STATES.map((state) => `state-${state}`),
    ["panel"],
  ),
];

describe.each(["light", "dark"] as const)("colours of the %s theme", (theme) => {
  it.each(READ)("%s can be read on %s", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SEEN)("%s can be seen on %s", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});
