import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { withoutLineBreakAtEnd } from "./one-line";
import { wrongOption } from "./wrong-option";

/** PEM text of a certificate, from text or a file; undefined where the option is not set. Throws `configuration`. */
export function certificateOf(option: string, value: string | undefined): string | undefined {
  return pem(option, value, (text) => new X509Certificate(text));
}

/** PEM text of a private key, from text or a file; undefined where the option is not set. Throws `configuration`. */
export function keyOf(option: string, value: string | undefined): string | undefined {
  return pem(option, value, createPrivateKey);
}

/** The key itself, without the frame that every key has. */
export function keyMaterial(pemText: string): string {
  return pemText.replace(/-----[^-]+-----/g, "");
}

/** Where PEM text was taken from, for messages: its path, or that it was given as text; undefined where it is not set. */
export function sourceOfPem(value: string | undefined): string | undefined {
  if (value === undefined || value === "") {
    return undefined;
  }
  return isPemText(value) ? "given as PEM text" : resolve(withoutLineBreakAtEnd(value));
}

/** True for PEM text, where its path may stand as well. */
export function isPemText(value: string): boolean {
  return value.includes("-----BEGIN ");
}

/** PEM text, from text or a file, that Node.js can read. A line break may be written `\\n`, as in variables. */
function pem(option: string, value: string | undefined, read: (text: string) => unknown): string | undefined {
  if (value === undefined || value === "") {
    return undefined;
  }
  const text = (isPemText(value) ? value : fileText(option, value)).replaceAll("\\n", "\n");
  try {
    read(text);
  } catch (cause) {
    throw wrongOption(option, "it is no PEM text that can be read", undefined, cause);
  }
  return text;
}

function fileText(option: string, path: string): string {
  try {
    return readFileSync(withoutLineBreakAtEnd(path), "utf8");
  } catch (cause) {
    throw wrongOption(
      option,
      "it is neither PEM text nor the path of a readable file",
      "Give the text with its BEGIN line, or a path. What is in base64 once more has to be decoded first.",
      cause,
    );
  }
}
