import { ApiError } from "../wire/api-error";

/**
 * Checks a CHAP password: 1 to 512 bytes without nulls, or an even number of hex digits after `0x` or `0X`.
 *
 * @throws ApiError 5374145 for broken hex, 262197 for a wrong length. The password itself is never repeated.
 */
export function checkSecret(password: string, field: string): void {
  if (Buffer.byteLength(password) > 512 || password.includes("\0")) {
    throw new ApiError(400, "262197", `The value of field "${field}" must have 1 to 512 bytes and no null.`, field);
  }
  if (/^0x/i.test(password) && !/^0x([0-9a-f]{2})+$/i.test(password)) {
    throw new ApiError(
      400,
      "5374145",
      "The iSCSI security password must contain an even number of valid hex digits.",
      field,
    );
  }
}

/** The bytes of a password, so that `0x6162` is the same secret as `ab`. */
export function secretBytes(password: string): Buffer {
  return /^0x([0-9a-f]{2})+$/i.test(password) ? Buffer.from(password.slice(2), "hex") : Buffer.from(password, "utf8");
}

/** True if both notations mean the same secret. */
export function sameSecret(a: string, b: string): boolean {
  return secretBytes(a).equals(secretBytes(b));
}
