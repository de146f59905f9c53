import { isApiError, OntapError } from "../rest";
import { unsettled } from "./unsettled";

/**
 * Sends a write that may be sent twice without harm. Where no response comes back, `landed` looks (one GET) whether what
 * was sent is there; if not, it is sent once more. Throws `uncertain` where the look fails, too, unless with one of
 * ONTAP's codes in `gone`: that the object does not exist is an answer.
 */
export async function verifiedWrite(
  send: () => Promise<void>,
  wasApplied: () => Promise<boolean>,
  gone: readonly string[],
): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof OntapError) || error.code !== "uncertain") {
      throw error;
    }
    if (!(await settled(error, wasApplied, gone))) {
      await send();
    }
  }
}

async function settled(
  lost: OntapError,
  wasApplied: () => Promise<boolean>,
  gone: readonly string[],
): Promise<boolean> {
  try {
    return await wasApplied();
  } catch (look) {
    throw isApiError(look, ...gone)
      ? look
      : unsettled(lost, look, "Run the same command again: it goes on from what is there.");
  }
}
