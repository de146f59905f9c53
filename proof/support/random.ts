/** Choices that follow from a seed, so that what was drawn once can be drawn again. */
export interface Random {
  /** A whole number from 0, less than `below`. */
  int(below: number): number;
  pick<const T>(items: readonly [T, ...T[]]): T;
  /** True in so many of a hundred draws. */
  percent(share: number): boolean;
  bytes(length: number): Buffer;
  /** Letters and digits. */
  word(length: number): string;
}

const LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Choices for one case among those of a seed. Source: the generator is mulberry32, which is in the public domain. */
export function randomOf(seed: number, number = 0): Random {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    pick: (items) => items[int(items.length)] ?? items[0],
    percent: (share) => next() * 100 < share,
    bytes: (length) => Buffer.from(Uint8Array.from({ length }, () => int(256))),
    word: (length) => Array.from({ length }, () => LETTERS[int(LETTERS.length)]).join(""),
  };
}
