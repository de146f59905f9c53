import { type AddressList, readAddressList } from "../../rules/address-list";
import type { Ambiguities } from "../../state/ambiguities";
import { type AuthenticationType, authenticationTypes } from "../../state/model";
import { type BodyFields, bodyObjects, bodyText, bodyValue, invalidValue } from "../../wire/body-fields";
import type { WireRecord } from "../../wire/json";

const list = "initiator_address";
const familyFields = [`${list}.ranges.family`, `${list}.masks.family`];

/** Body fields that POST and PATCH of a credential row share. */
export function sharedFields(unknowns: Ambiguities): BodyFields {
  return {
    writable: [
      "authentication_type",
      "chap.inbound.user",
      "chap.inbound.password",
      "chap.outbound.user",
      "chap.outbound.password",
      `${list}.ranges`,
      `${list}.ranges.start`,
      `${list}.ranges.end`,
      `${list}.masks`,
      `${list}.masks.address`,
      `${list}.masks.netmask`,
    ],
    ...(unknowns.familyInBody === "ignore"
      ? { ignored: familyFields }
      : { refused: Object.fromEntries(familyFields.map((name) => [name, "262196"])) }),
  };
}

/** `authentication_type` in any case. */
export function readType(body: WireRecord): AuthenticationType | undefined {
  const text = bodyText(body, "authentication_type");
  if (text === undefined) return undefined;
  const type = authenticationTypes.find((candidate) => candidate === text.toLowerCase());
  if (type === undefined) throw invalidValue("authentication_type", text, "chap, none or deny");
  return type;
}

/** True if the body gives either half of the address list, be it empty. */
export function givesList(body: WireRecord): boolean {
  return bodyValue(body, `${list}.ranges`) !== undefined || bodyValue(body, `${list}.masks`) !== undefined;
}

/** The halves of the address list that the body gives, checked. */
export function readList(body: WireRecord, unknowns: Ambiguities): Partial<AddressList> {
  const ranges = bodyObjects(body, `${list}.ranges`)?.map((range) => ({
    start: bodyText(range, "start", `${list}.ranges.start`),
    end: bodyText(range, "end", `${list}.ranges.end`),
  }));
  const masks = bodyObjects(body, `${list}.masks`)?.map((mask) => ({
    address: bodyText(mask, "address", `${list}.masks.address`),
    netmask: bodyText(mask, "netmask", `${list}.masks.netmask`),
  }));
  const checked = readAddressList(ranges ?? [], masks ?? [], unknowns.ipv4NetmaskDefault);
  return { ...(ranges && { ranges: checked.ranges }), ...(masks && { masks: checked.masks }) };
}
