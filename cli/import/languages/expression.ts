/** A value that is source text of the language already. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a reader, an editor or a parser may take for something else than the character that it is. */
const UNSAFE = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;

/** A string in double quotes, which TypeScript, Python and YAML read alike: what is not printable is `\uXXXX`. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
