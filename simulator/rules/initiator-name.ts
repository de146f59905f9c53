import { ApiError } from "../wire/api-error";

/** Longest name, in bytes of UTF-8. No document sets a limit; a row's name must fit into its URL. */
const LONGEST = 255;
const IQN_EXAMPLE = "An example of a valid IQN is iqn.1995-08.com.example:string.";

/**
 * Checks an initiator name as a credential row may have it.
 *
 * @param upperCase what becomes of upper-case letters, which no document settles.
 * @returns the name as it is stored.
 * @throws ApiError 5373969 to 5373972 (IQN), 5373977, 5373978 (EUI), 5373997 (neither), 262197 (too long).
 */
export function initiatorName(name: string, upperCase: "refuse" | "fold"): string {
  if (Buffer.byteLength(name) > LONGEST) {
    throw refused("262197", `The value for field "initiator" is invalid (at most ${LONGEST} bytes).`);
  }
  const text = upperCase === "fold" ? name.toLowerCase() : name;
  if (text === "default") {
    return text;
  }
  if (text === "iqn" || text.startsWith("iqn.")) {
    checkIqn(text);
  } else if (text.startsWith("eui.")) {
    checkEui(text);
  } else if (/^iqn/i.test(text) || /^[^.]*\.\d{4}-\d{2}\./.test(text)) {
    throw refused("5373970", `The IQN prefix of "${text}" is invalid. The correct IQN prefix is iqn. ${IQN_EXAMPLE}`);
  } else if (/^eui/i.test(text)) {
    throw refused(
      "5373978",
      `The EUI formatted initiator name "${text}" is invalid. A valid EUI format is eui.XXXXXXXXXXXXXXXX, where X is a hexadecimal digit.`,
    );
  } else {
    throw refused(
      "5373997",
      `The initiator name "${text}" is invalid. The valid initiator name formats are iqn.1995-08.com.example:string or eui.0123456789abcdef.`,
    );
  }
  return text;
}

function checkIqn(name: string): void {
  const [date = "", ...qualifier] = name.slice("iqn.".length).split(".");
  if (date === "" && qualifier.length === 0) {
    throw qualifierRequired();
  }
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(date)) {
    throw refused("5373971", `The date field is invalid. A valid date field is yyyy-mm. ${IQN_EXAMPLE}`);
  }
  const rest = qualifier.join(".");
  if (rest === "" || rest.startsWith(":")) {
    throw qualifierRequired();
  }
  if (!/^[a-z0-9.:-]*$/.test(rest)) {
    throw refused(
      "5373972",
      "The naming authority and string fields can contain only the characters a-z, 0-9, ., :, and -.",
    );
  }
}

function checkEui(name: string): void {
  if (!/^[0-9a-fA-F]{16}$/.test(name.slice("eui.".length))) {
    throw refused("5373977", "The EUI-64 identifier field must be exactly 16 hexadecimal digits.");
  }
}

function qualifierRequired(): ApiError {
  return refused("5373969", `A non-empty qualifier is required after the prefix. ${IQN_EXAMPLE}`);
}

function refused(code: string, message: string): ApiError {
  return new ApiError(400, code, message, "initiator");
}
