import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Mantine wants ten shades; Gatehouse's tokens have one per theme, already checked for contrast. */
const token = (name: string): MantineColorsTuple => {
  const one = `var(--${name})`;
  return [one, one, one, one, one, one, one, one, one, one];
};

export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  primaryColor: 'accent',
  colors: { accent: token('accent'), refused: token('refused') },
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusClassName: 'focusable',
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
});

const surfaces = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--raised)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--refused)',
  '--mantine-primary-color-contrast': 'var(--on-outcome)',
  '--mantine-color-accent-contrast': 'var(--on-outcome)',
};

/** Every surface that Mantine draws takes its colour from tokens.css. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
