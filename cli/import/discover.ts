import { type Kind, kinds, type Survey } from "../../provider/inventory";
import { type OntapClient, OntapError, query } from "../../provider/rest";
import { groupedBySvm, type SvmInventory } from "./svm-inventory";

/** What there is to import. */
export interface Inventory {
  readonly svms: readonly SvmInventory[];
  /** What the rows say that could not be read, and whose objects are therefore not in `svms`. */
  readonly leftOut: readonly string[];
}

/**
 * Services and credentials of the SVMs that one of the queries matches, or of all, by name. Two lists per query. Throws
 * `incomplete` where the lists contradict each other: every service has a `default` row, and no row lacks its service.
 */
export async function discover(ontap: OntapClient, svmQueries: readonly string[]): Promise<Inventory> {
  const expressions = svmQueries.length === 0 ? [undefined] : svmQueries.map((text) => query.raw(text));
  const rounds = await Promise.all(
    expressions.map((expression) =>
      Promise.all(kinds.map(async (kind) => [kind, await kind.survey(ontap, expression)] as const)),
    ),
  );
  for (const round of rounds) {
    await Promise.all(missing(round).map(confirmMissing));
  }
  const found = (type: Kind["type"]) =>
    new Map(
      rounds
        .flat()
        .flatMap(([kind, survey]) => (kind.type === type ? survey.found.map((one) => [one.id, one] as const) : [])),
    );
  const malformed = rounds.flat().flatMap(([, survey]) => survey.malformed);
  return {
    svms: groupedBySvm([...found("IscsiService").values()], [...found("IscsiCredentials").values()]),
    leftOut: [...new Set(malformed.map(({ reason }) => reason))],
  };
}

interface Absence {
  readonly survey: Survey;
  readonly id: string;
  readonly what: string;
}

/** Objects that the other list says should be there. One whose row could not be read is. */
function missing(round: ReadonlyArray<readonly [Kind, Survey]>): readonly Absence[] {
  const surveyOf = (type: Kind["type"]) => round.find(([kind]) => kind.type === type)?.[1];
  const [services, credentials] = [surveyOf("IscsiService"), surveyOf("IscsiCredentials")];
  if (services === undefined || credentials === undefined) {
    return [];
  }
  const [serving, rows] = [services, credentials].map(
    ({ found, malformed }) => new Set([...found, ...malformed].map(({ id }) => id)),
  );
  const owners = new Set(credentials.found.map(({ svm }) => svm.uuid));
  return [
    ...[...owners]
      .filter((uuid) => serving?.has(uuid) === false)
      .map((id) => ({ survey: services, id, what: "iSCSI service" })),
    ...services.found
      .map(({ id }) => `${id}/default`)
      .filter((id) => rows?.has(id) === false)
      .map((id) => ({ survey: credentials, id, what: "iSCSI credential" })),
  ];
}

async function confirmMissing({ survey, id, what }: Absence): Promise<void> {
  const verdict = await survey.assess(id, {}, {});
  if (verdict.status !== "gone") {
    throw new OntapError({
      code: "incomplete",
      operation: "list what is on the array",
      reason: `the list lacks the ${what} ${id}, which ${verdict.status === "there" ? "is there" : "may be there"}`,
      hint: "Try again; nothing was written.",
    });
  }
}
