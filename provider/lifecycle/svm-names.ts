import { type OntapClient, OntapError } from "../rest";
import { isSvmUnknown } from "../rest/svms";

/** How long an answer holds for further questions, in milliseconds: one preview of a large program. */
const ANSWER_HOLDS_MS = 15_000;

interface Answer {
  readonly value: Promise<string>;
  readonly until: number;
}

/**
 * Which name an SVM has and which SVM a name means, asked of the array once for all who want to know. To be asked only
 * for what the program has newly written: what is recorded is known by its UUID.
 */
export class SvmNames {
  readonly #answers = new Map<string, Answer>();
  readonly #names = new Map<string, string>();
  readonly #recorded = new Map<string, Set<string>>();

  /** UUID of the SVM of that name. Throws `not-found` where the array knows none. */
  async uuidOf(ontap: OntapClient, name: string): Promise<string> {
    const uuid = await this.#once(`${ontap.origin} name ${name}`, () => uuidOfSvm(ontap, name));
    this.learn(ontap, uuid, name);
    return uuid;
  }

  /** Present name of the SVM with that UUID. Throws `not-found` where the array knows none. */
  async nameOf(ontap: OntapClient, uuid: string): Promise<string> {
    const name = await this.#once(`${ontap.origin} uuid ${uuid.toLowerCase()}`, () => getName(ontap, uuid));
    this.learn(ontap, uuid, name);
    return name;
  }

  /** Notes what the array has called an SVM in an answer. */
  learn(ontap: OntapClient, uuid: string, name: string): void {
    this.#names.set(`${ontap.origin} ${uuid.toLowerCase()}`, name);
  }

  /** What the array called the SVM when this process last heard of it; undefined where it never did. */
  lastKnown(ontap: OntapClient, uuid: string): string | undefined {
    return this.#names.get(`${ontap.origin} ${uuid.toLowerCase()}`);
  }

  /** Notes that the state has an object on the SVM with that UUID, which was called so then. */
  noteRecorded(ontap: OntapClient, uuid: string, name: string | undefined): void {
    if (name !== undefined) {
      const place = `${ontap.origin} ${name}`;
      const known = this.#recorded.get(place) ?? new Set();
      this.#recorded.set(place, known.add(uuid.toLowerCase()));
    }
  }

  /** UUID of the SVM that the state knows by that name; undefined where this process has met none, or several. */
  recordedUuid(ontap: OntapClient, name: string): string | undefined {
    const [uuid, another] = this.#recorded.get(`${ontap.origin} ${name}`) ?? [];
    return another === undefined ? uuid : undefined;
  }

  #once(question: string, ask: () => Promise<string>): Promise<string> {
    const known = this.#answers.get(question);
    if (known !== undefined && performance.now() < known.until) {
      return known.value;
    }
    const value = ask();
    this.#answers.set(question, { value, until: performance.now() + ANSWER_HOLDS_MS });
    value.catch(() => this.#answers.delete(question));
    return value;
  }
}

/** UUID of the SVM of that name, asked of the array. Throws `not-found` where it knows none. */
export async function uuidOfSvm(ontap: OntapClient, name: string): Promise<string> {
  const svm = await ontap.svms.find({ query: { name } });
  if (svm === undefined) {
    const reason = `${ontap.origin} knows no SVM of that name, so it is not known whether it is another one`;
    throw new OntapError({
      code: "not-found",
      operation: `find the SVM "${name}"`,
      reason,
      shared: { scope: "svm", reason },
      hint: "Check the name, and that the host is the right cluster; create the SVM first if it is new.",
    });
  }
  return svm.uuid;
}

async function getName(ontap: OntapClient, uuid: string): Promise<string> {
  try {
    return (await ontap.svms.get(uuid.toLowerCase(), { fields: ["name"] })).name;
  } catch (cause) {
    if (!isSvmUnknown(cause)) {
      throw cause;
    }
    const reason = `${ontap.origin} knows no SVM with that UUID`;
    throw new OntapError({
      code: "not-found",
      operation: `find the SVM ${uuid}`,
      reason,
      shared: { scope: "svm", reason },
      hint: "Check the UUID, and that the host is the right cluster; create the SVM first if it is new.",
      cause,
    });
  }
}
