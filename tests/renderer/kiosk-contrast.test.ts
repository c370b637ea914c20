import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('../../renderer/shared/tokens.css', import.meta.url)), 'utf8');
const THEMES = ['light', 'dark'] as const;

function token(name: string, theme: (typeof THEMES)[number]): string {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`no token ${name}`);
  return theme === 'light' ? light : dark;
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const OUTCOMES = ['come-in', 'goodbye', 'wait', 'refused', 'unknown', 'out'];
const TEXT_PAIRS = [
  ...OUTCOMES.map((ground) => ['on-outcome', ground] as const),
  ...['paper', 'card', 'raised'].flatMap((ground) => [['ink', ground] as const, ['ink-soft', ground] as const]),
  ['accent', 'card'] as const,
  ['accent', 'paper'] as const,
];
const SHAPE_PAIRS = [
  ...OUTCOMES.flatMap((shape) => ['paper', 'card', 'raised'].map((ground) => [shape, ground] as const)),
  ['focus', 'paper'] as const,
  ['focus', 'card'] as const,
];

for (const theme of THEMES) {
  test.each(TEXT_PAIRS)(`text in %s on %s reads at 4.5:1 (${theme})`, (text, ground) => {
    expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPE_PAIRS)(`a shape in %s on %s stands out at 3:1 (${theme})`, (shape, ground) => {
    expect(contrast(token(shape, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
}

test('black on white is 21:1, as the standard has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
