/** A notation in which a secret can be met. */
export interface Form {
  /** `base64, 1 byte before`. */
  readonly name: string;
  readonly text: string;
}

/** Hexadecimal digits in capitals are found without case, and so are line breaks: see `Canaries`. */
export function everyForm(secret: string): readonly Form[] {
  const bytes = Buffer.from(secret, "utf8");
  const forms = [
    { name: "text", text: secret },
    { name: "hexadecimal", text: bytes.toString("hex") },
    ...[0, 1, 2].flatMap((before) => {
      const text = base64(bytes, before);
      return [
        { name: `base64, ${before} bytes before`, text },
        { name: `base64url, ${before} bytes before`, text: text.replaceAll("+", "-").replaceAll("/", "_") },
      ];
    }),
    { name: "percent", text: encodeURIComponent(secret) },
    { name: "percent, every byte", text: bytes.toString("hex").replace(/../g, "%$&") },
    { name: "form", text: new URLSearchParams({ "": secret }).toString().slice(1) },
    { name: "JSON", text: JSON.stringify(secret).slice(1, -1) },
    { name: "JSON in JSON", text: JSON.stringify(JSON.stringify(secret)).slice(3, -3) },
    {
      name: "JSON, every character",
      text: everyCharacter(secret, (code) => `\\u${code.toString(16).padStart(4, "0")}`),
    },
    { name: "XML", text: secret.replace(/[<>&"']/g, (one) => `&${ENTITIES[one]};`) },
    { name: "decimal bytes", text: bytes.join(",") },
    { name: "as the shell quotes it", text: secret.replaceAll("'", "'\\''") },
  ];
  return forms.filter(({ text }, index) => forms.findIndex((other) => other.text === text) === index);
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "lt", ">": "gt", "&": "amp", '"': "quot", "'": "apos" };

/** The digits that follow from these bytes alone, whatever is before and after them. */
function base64(bytes: Buffer, before: number): string {
  const digits = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
  return digits.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}

function everyCharacter(text: string, write: (code: number) => string): string {
  return Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at))).join("");
}
