import { OntapError } from "../rest";

/**
 * Sends a write that may be sent twice without harm. Where no answer comes back, `landed` looks (one GET) whether it
 * was carried out; if not, it is sent once more.
 */
export async function surely(send: () => Promise<void>, landed: () => Promise<boolean>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof OntapError) || error.code !== "uncertain") {
      throw error;
    }
    if (!(await landed())) {
      await send();
    }
  }
}
