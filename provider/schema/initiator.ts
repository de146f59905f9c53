/** The literal that names the credential of all initiators without one of their own. */
export const DEFAULT_INITIATOR = "default";

const EXAMPLE_IQN = "iqn.1995-08.com.example:string";
const EXAMPLE_EUI = "eui.0123456789abcdef";

/** True for a name of EUI form, whose hexadecimal digits mean the same in either case. */
export function isEui(name: string): boolean {
  return /^eui\./i.test(name);
}

/** The form of a name in which names are compared: an EUI counts without case, every other name as it is written. */
export function canonicalInitiator(name: string): string {
  return isEui(name) ? name.toLowerCase() : name;
}

/** True for two names of the same initiator. */
export function sameInitiator(a: string, b: string): boolean {
  return canonicalInitiator(a) === canonicalInitiator(b);
}

/** What is wrong with an initiator name, with ONTAP's code. */
export interface InitiatorFault {
  readonly ontapCode: string;
  readonly reason: string;
}

/**
 * Checks an initiator name as ONTAP does: an IQN, an EUI-64 name, or `default`. Undefined where nothing is wrong.
 * Source: error codes 5373969 to 5373997 of "Create iSCSI credentials".
 */
export function initiatorFault(name: string): InitiatorFault | undefined {
  if (name === DEFAULT_INITIATOR) {
    return undefined;
  }
  if (/^eui/i.test(name)) {
    return euiFault(name);
  }
  if (/^iqn(\.|$)/.test(name)) {
    return iqnFault(name.slice("iqn.".length));
  }
  if (/^iqn/i.test(name) || /^[^.]*\.\d{4}-\d{2}\./.test(name)) {
    return fault("5373970", `the prefix of an IQN must be "iqn", as in ${EXAMPLE_IQN}`);
  }
  return fault("5373997", `an initiator is named like ${EXAMPLE_IQN} or ${EXAMPLE_EUI}, or is "${DEFAULT_INITIATOR}"`);
}

function euiFault(name: string): InitiatorFault | undefined {
  if (!name.startsWith("eui.")) {
    return fault("5373978", `an EUI name has the form ${EXAMPLE_EUI}`);
  }
  return /^[0-9a-f]{16}$/i.test(name.slice("eui.".length))
    ? undefined
    : fault("5373977", "the identifier of an EUI name must be exactly 16 hexadecimal digits");
}

function iqnFault(rest: string): InitiatorFault | undefined {
  if (rest === "") {
    return fault("5373969", `something must follow the prefix, as in ${EXAMPLE_IQN}`);
  }
  const [date = "", ...authority] = rest.split(".");
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(date)) {
    return fault("5373971", `the date in an IQN must be yyyy-mm, as in ${EXAMPLE_IQN}`);
  }
  const qualifier = authority.join(".");
  if (qualifier === "" || qualifier.startsWith(":")) {
    return fault("5373969", `a naming authority must follow the date, as in ${EXAMPLE_IQN}`);
  }
  return /^[a-z0-9.:-]+$/.test(qualifier)
    ? undefined
    : fault("5373972", "naming authority and string of an IQN may hold only a-z (lower case), 0-9, '.', ':' and '-'");
}

function fault(ontapCode: string, reason: string): InitiatorFault {
  return { ontapCode, reason };
}
