import type { Ambiguities } from "../state/ambiguities";
import type { AuthenticationType, ChapPair, Credential } from "../state/model";
import { ApiError } from "../wire/api-error";
import { bodyText, missingValue } from "../wire/body-fields";
import type { WireRecord } from "../wire/json";
import { checkSecret, sameSecret } from "./chap-secret";

/** Type and secrets of a row, as they are to be stored. */
export type Chap = Pick<Credential, "authenticationType" | "inbound" | "outbound">;

/**
 * The secrets a POST asks for.
 *
 * @throws ApiError 5374900 (chap with none or deny), 5374149, 5374150, 5374145, 5374147.
 */
export function chapOfNewRow(type: AuthenticationType, body: WireRecord): Chap {
  if (type !== "chap") {
    if (touchesChap(body)) throw chapNotSupported();
    return { authenticationType: type };
  }
  return complete(type, readInbound(body), readOutbound(body));
}

/**
 * The secrets of a row after a PATCH. A body that touches CHAP must also carry the type and the whole inbound pair; an
 * outbound user of `""` clears the outbound pair.
 *
 * @param type as the body gives it.
 * @throws ApiError as for a POST.
 */
export function chapAfterPatch(
  stored: Credential,
  type: AuthenticationType | undefined,
  body: WireRecord,
  unknowns: Ambiguities,
): Chap {
  const kept = chapOf(stored);
  if (!touchesChap(body)) {
    if (type === undefined || type === stored.authenticationType) return kept;
    if (type === "chap") {
      if (kept.inbound === undefined) throw inboundRequired();
      return { ...kept, authenticationType: type };
    }
    return unknowns.secretsGoWithType ? { authenticationType: type } : { ...kept, authenticationType: type };
  }
  if ((type ?? stored.authenticationType) !== "chap") throw chapNotSupported();
  const clearsOutbound = bodyText(body, "chap.outbound.user") === "";
  if (clearsOutbound && unknowns.clearOutboundAlone && stored.inbound !== undefined && !touches(body, "inbound")) {
    return complete("chap", stored.inbound, undefined);
  }
  if (type === undefined) throw inboundRequired();
  const inbound = readInbound(body);
  const keptOutbound = unknowns.outboundKeptOnPatch && !touches(body, "outbound") ? kept.outbound : undefined;
  return complete("chap", inbound, clearsOutbound ? undefined : (readOutbound(body) ?? keptOutbound));
}

function chapOf({ authenticationType, inbound, outbound }: Credential): Chap {
  return { authenticationType, ...(inbound && { inbound }), ...(outbound && { outbound }) };
}

function complete(type: AuthenticationType, inbound: ChapPair, outbound: ChapPair | undefined): Chap {
  if (
    inbound.password !== undefined &&
    outbound?.password !== undefined &&
    sameSecret(inbound.password, outbound.password)
  ) {
    throw new ApiError(400, "5374147", "The CHAP inbound and outbound passwords must be different.", "chap");
  }
  return { authenticationType: type, inbound, ...(outbound && { outbound }) };
}

function readInbound(body: WireRecord): ChapPair {
  const user = bodyText(body, "chap.inbound.user");
  const password = bodyText(body, "chap.inbound.password");
  if (!user || !password) throw inboundRequired();
  checkUser(user, "chap.inbound.user");
  checkSecret(password, "chap.inbound.password");
  return { user, password };
}

function readOutbound(body: WireRecord): ChapPair | undefined {
  const user = bodyText(body, "chap.outbound.user");
  const password = bodyText(body, "chap.outbound.password");
  if (!user && !password) return undefined;
  if (!password) {
    throw new ApiError(
      400,
      "5374150",
      "Outbound CHAP authentication requires an outbound password.",
      "chap.outbound.password",
    );
  }
  if (!user) throw missingValue("chap.outbound.user");
  checkUser(user, "chap.outbound.user");
  checkSecret(password, "chap.outbound.password");
  return { user, password };
}

function checkUser(user: string, field: string): void {
  if (Buffer.byteLength(user) > 128 || user.includes("\0")) {
    throw new ApiError(400, "262197", `The value of field "${field}" must have 1 to 128 bytes and no null.`, field);
  }
}

function touchesChap(body: WireRecord): boolean {
  return touches(body, "inbound") || touches(body, "outbound");
}

function touches(body: WireRecord, direction: "inbound" | "outbound"): boolean {
  return ["user", "password"].some((leaf) => bodyText(body, `chap.${direction}.${leaf}`) !== undefined);
}

function inboundRequired(): ApiError {
  return new ApiError(
    400,
    "5374149",
    "The inbound user and password properties are required for CHAP authentication.",
    "chap.inbound",
  );
}

function chapNotSupported(): ApiError {
  return new ApiError(
    400,
    "5374900",
    "Setting the CHAP authentication properties are not supported with authentication types none or deny.",
    "authentication_type",
  );
}
