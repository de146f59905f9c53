import { ApiError } from "./api-error";

/**
 * Undoes percent encoding.
 *
 * @param target the parameter to blame, where it is one.
 * @throws ApiError 39387137 where the encoding is broken.
 */
export function decodePercent(text: string, target?: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiError(400, "39387137", "The URL is invalid: it contains a broken percent encoding.", target);
  }
}
