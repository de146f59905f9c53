import { type FoundObject, type Kind, kinds, type Survey } from "../../provider/inventory";
import { type OntapClient, OntapError, query } from "../../provider/rest";

/** What there is on one SVM. */
export interface SvmStock {
  readonly svm: { readonly name: string; readonly uuid: string };
  readonly service: FoundObject | undefined;
  /** The `default` row first, then by initiator. */
  readonly credentials: readonly FoundObject[];
}

/**
 * Services and credentials of the SVMs that one of the queries matches, or of all, by name. Two lists per query. Throws
 * `incomplete` where the lists contradict each other: every service has a `default` row, and no row lacks its service.
 */
export async function takeStock(ontap: OntapClient, svmQueries: readonly string[]): Promise<readonly SvmStock[]> {
  const expressions = svmQueries.length === 0 ? [undefined] : svmQueries.map((text) => query.raw(text));
  const rounds = await Promise.all(
    expressions.map((expression) =>
      Promise.all(kinds.map(async (kind) => [kind, await kind.survey(ontap, expression)] as const)),
    ),
  );
  for (const round of rounds) {
    await Promise.all(missing(round).map(proveAbsence));
  }
  const found = (type: Kind["type"]) =>
    new Map(
      rounds
        .flat()
        .flatMap(([kind, survey]) => (kind.type === type ? survey.found.map((one) => [one.id, one] as const) : [])),
    );
  return grouped([...found("IscsiService").values()], [...found("IscsiCredentials").values()]);
}

interface Absence {
  readonly survey: Survey;
  readonly id: string;
  readonly what: string;
}

/** Objects that the other list says should be there. */
function missing(round: ReadonlyArray<readonly [Kind, Survey]>): readonly Absence[] {
  const surveyOf = (type: Kind["type"]) => round.find(([kind]) => kind.type === type)?.[1];
  const [services, credentials] = [surveyOf("IscsiService"), surveyOf("IscsiCredentials")];
  if (services === undefined || credentials === undefined) {
    return [];
  }
  const [serving, rows] = [services, credentials].map(({ found }) => new Set(found.map(({ id }) => id)));
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

async function proveAbsence({ survey, id, what }: Absence): Promise<void> {
  const verdict = await survey.judge(id, {}, {});
  if (verdict.status !== "gone") {
    throw new OntapError({
      code: "incomplete",
      tried: "list what is on the array",
      outcome: `the list lacks the ${what} ${id}, which ${verdict.status === "there" ? "is there" : "may be there"}`,
      next: "Try again; nothing was written.",
    });
  }
}

function grouped(services: readonly FoundObject[], credentials: readonly FoundObject[]): readonly SvmStock[] {
  const svms = new Map([...services, ...credentials].map(({ svm }) => [svm.uuid, svm]));
  return [...svms.values()].sort(byText(({ name }) => name)).map((svm) => ({
    svm,
    service: services.find((service) => service.svm.uuid === svm.uuid),
    credentials: credentials
      .filter((credential) => credential.svm.uuid === svm.uuid)
      .sort(byText(({ inputs }) => (inputs.initiator === "default" ? "" : String(inputs.initiator)))),
  }));
}

function byText<T>(text: (value: T) => string): (a: T, b: T) => number {
  const { compare } = new Intl.Collator("en", { numeric: true });
  return (a, b) => compare(text(a), text(b));
}
