// Contrast of two colours, as WCAG 2.2 defines it.

export const isColour = (text) => /^#[\da-f]{6}$/i.test(text ?? '');

/** `#a1005b` as three numbers from 0 to 1. */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether the widget takes a text of this colour for light, as its ColorSchemeController does. */
export function isLight(colour) {
  const [red, green, blue] = channels(colour);
  return red * 0.299 + green * 0.587 + blue * 0.114 > 0.55;
}

/** From 1 to 21. */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** With two digits, rounded down: 4.499 is not 4.5. */
export const roundRatio = (ratio) => Math.floor(ratio * 100) / 100;

function mix(colour, other, share) {
  const [from, to] = [channels(colour), channels(other)];
  const values = from.map((value, i) => Math.round((value + (to[i] - value) * share) * 255));
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The nearest colour, darker or lighter, that has this contrast with the background. */
export function nearestReadable(colour, background, wanted) {
  const target = contrast('#000000', background) > contrast('#ffffff', background) ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, target, share);
    if (contrast(mixed, background) >= wanted) return mixed;
  }
  return target;
}
