/** A number from 0 up to (not including) 1 for each whole position; the same one every time. */
export type Noise = (position: number) => number;

/** The number that all noise of one service springs from, made of its UUID. */
export function seedOf(uuid: string): number {
  return absorb(0x811c9dc5, uuid.toLowerCase());
}

/**
 * The noise of one service for one purpose. It depends on its arguments alone, so that the history of a service is the
 * same in every process and never has to be stored.
 */
export function noiseOf(seed: number, purpose: string): Noise {
  const start = absorb(seed, purpose);
  return (position) => {
    let hash = start ^ Math.imul(position, 0x9e3779b1);
    // Neighbouring positions differ in few bits; these rounds spread that over all of them.
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
    return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
  };
}

/** As `noiseOf`, from -1 up to 1. */
export function swingOf(seed: number, purpose: string): Noise {
  const noise = noiseOf(seed, purpose);
  return (position) => 2 * noise(position) - 1;
}

/** FNV-1a over a string's character codes. */
function absorb(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}
