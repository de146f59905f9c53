import { everyForm } from "./forms";

/** Fewer characters of a secret than this are no part of it, but chance. */
const SHORTEST_PIECE = 6;

interface Needle {
  readonly of: string;
  readonly form: string;
  readonly text: string;
}

/** Secrets that must turn up nowhere, by what they are. */
export class Canaries {
  readonly #needles: readonly Needle[];

  constructor(secrets: Readonly<Record<string, string>>) {
    this.#needles = Object.entries(secrets).flatMap(([of, secret]) =>
      piecesOf(secret).flatMap(({ piece, name }) =>
        everyForm(piece).map((form) => ({ of, form: `${form.name}, ${name}`, text: folded(form.text) })),
      ),
    );
  }

  /** What of the secrets the text holds, whole or cut, in any form: `password of the array (base64, its beginning)`. */
  hitsIn(text: string): readonly string[] {
    const read = folded(text);
    return [
      ...new Set(this.#needles.filter((needle) => read.includes(needle.text)).map(({ of, form }) => `${of} (${form})`)),
    ];
  }
}

/** What is left of a secret that was cut at either end: whoever holds more of it holds one of these too. */
function piecesOf(secret: string): ReadonlyArray<{ readonly name: string; readonly piece: string }> {
  return secret.length <= SHORTEST_PIECE
    ? [{ name: "all of it", piece: secret }]
    : [
        { name: "its beginning", piece: secret.slice(0, SHORTEST_PIECE) },
        { name: "its end", piece: secret.slice(-SHORTEST_PIECE) },
      ];
}

/** Without case and white space, since a base64 may be broken into lines and a string shown in capitals. */
function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, "");
}
