import { wrongOption } from "./wrong-option";

/** A value without the line breaks at its end, in which a file and the output of a command end. */
export function withoutLineBreakAtEnd(value: string): string {
  return value.replace(/[\r\n]+$/, "");
}

/** The option's value as one line of text, without line breaks at its end. Throws `configuration`. */
export function oneLine(option: string, value: string | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== "string") {
    throw wrongOption(option, "it must be a string");
  }
  const line = withoutLineBreakAtEnd(value);
  if (/\p{Cc}/u.test(line)) {
    throw wrongOption(
      option,
      "it holds a line break or another control character",
      "Give it as one line; only line breaks at its end are left out.",
    );
  }
  return line;
}
