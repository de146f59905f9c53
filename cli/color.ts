/** Ways to set text off on a terminal, with the numbers of their ANSI sequence (SGR) and of the one that ends it. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

/** Name of a style. */
export type Style = keyof typeof STYLES;

/** Sets text off, where that is wanted. */
export type Paint = (style: Style, text: string) => string;

/** Leaves every text as it is. */
export const plain: Paint = (_style, text) => text;

/**
 * How to set text off on a stream: in colors on a terminal that has them, unless `NO_COLOR` is set (to anything but an
 * empty string); plain everywhere else.
 */
export function paintFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  if (stream.isTTY !== true || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb") {
    return plain;
  }
  return (style, text) => {
    const [on, off] = STYLES[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
