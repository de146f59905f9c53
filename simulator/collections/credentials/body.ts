import { type AddressList, readAddressList } from "../../rules/address-list";
import type { Ambiguities } from "../../state/ambiguities";
import { type BodyFields, bodyObjects, bodyText, bodyValue, invalidValue } from "../../wire/body-fields";
import type { WireRecord } from "../../wire/json";
import { type AuthenticationType, authenticationTypes } from "./table";

const LIST = "initiator_address";
const familyFields = [`${LIST}.ranges.family`, `${LIST}.masks.family`];

/** Body fields that POST and PATCH of a credential row share. */
export function sharedFields(ambiguities: Ambiguities): BodyFields {
  return {
    writable: [
      "authentication_type",
      "chap.inbound.user",
      "chap.inbound.password",
      "chap.outbound.user",
      "chap.outbound.password",
      `${LIST}.ranges`,
      `${LIST}.ranges.start`,
      `${LIST}.ranges.end`,
      `${LIST}.masks`,
      `${LIST}.masks.address`,
      `${LIST}.masks.netmask`,
    ],
    ...(ambiguities.familyInBody === "ignore"
      ? { ignored: familyFields }
      : { refused: Object.fromEntries(familyFields.map((name) => [name, "262196"])) }),
  };
}

/** `authentication_type` in any case. */
export function readType(body: WireRecord): AuthenticationType | undefined {
  const text = bodyText(body, "authentication_type");
  if (text === undefined) {
    return undefined;
  }
  const type = authenticationTypes.find((candidate) => candidate === text.toLowerCase());
  if (type === undefined) {
    throw invalidValue("authentication_type", text, "chap, none or deny");
  }
  return type;
}

/** True if the body gives either half of the address list, be it empty. */
export function givesList(body: WireRecord): boolean {
  return bodyValue(body, `${LIST}.ranges`) !== undefined || bodyValue(body, `${LIST}.masks`) !== undefined;
}

/** The halves of the address list that the body gives, checked. */
export function readList(body: WireRecord, ambiguities: Ambiguities): Partial<AddressList> {
  const ranges = bodyObjects(body, `${LIST}.ranges`)?.map((range) => ({
    start: bodyText(range, "start", `${LIST}.ranges.start`),
    end: bodyText(range, "end", `${LIST}.ranges.end`),
  }));
  const masks = bodyObjects(body, `${LIST}.masks`)?.map((mask) => ({
    address: bodyText(mask, "address", `${LIST}.masks.address`),
    netmask: bodyText(mask, "netmask", `${LIST}.masks.netmask`),
  }));
  const checked = readAddressList(ranges ?? [], masks ?? [], ambiguities.ipv4NetmaskDefault);
  return { ...(ranges && { ranges: checked.ranges }), ...(masks && { masks: checked.masks }) };
}
