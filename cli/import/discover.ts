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
  const surveys = rounds.flat();
  const found = kinds.map((wanted) => {
    const objects = surveys.flatMap(([kind, survey]) => (kind === wanted ? survey.found : []));
    return [wanted, [...new Map(objects.map((object) => [object.id, object])).values()]] as const;
  });
  const malformed = surveys.flatMap(([, survey]) => survey.malformed);
  return {
    svms: groupedBySvm(new Map(found)),
    leftOut: [...new Set(malformed.map(({ reason }) => reason))],
  };
}

interface Absence {
  readonly survey: Survey;
  readonly id: string;
  readonly what: string;
}

type Round = ReadonlyArray<readonly [Kind, Survey]>;

/** Objects that another list says should be there. One whose row could not be read is. */
function missing(round: Round): readonly Absence[] {
  return round.flatMap(([kind, survey]) => {
    const first = round.find(([{ noun }]) => noun === kind.needs);
    return first === undefined ? [] : [...lackingNeed(first, survey), ...lackingBuiltIn(first, [kind, survey])];
  });
}

/** What the found objects need, and the list of that lacks. */
function lackingNeed([{ noun }, needed]: Round[number], { found }: Survey): readonly Absence[] {
  const there = idsIn(needed);
  const owners = new Set(found.map(({ svm }) => svm.uuid));
  return [...owners].filter((id) => !there.has(id)).map((id) => ({ survey: needed, id, what: noun }));
}

/** What ONTAP makes itself along with each of the objects that are needed. */
function lackingBuiltIn([, needed]: Round[number], [kind, survey]: Round[number]): readonly Absence[] {
  const there = idsIn(survey);
  return needed.found
    .flatMap(({ svm }) => kind.builtInId(svm.uuid) ?? [])
    .filter((id) => !there.has(id))
    .map((id) => ({ survey, id, what: kind.noun }));
}

function idsIn({ found, malformed }: Survey): ReadonlySet<string> {
  return new Set([...found, ...malformed].flatMap(({ id }) => id ?? []));
}

async function confirmMissing({ survey, id, what }: Absence): Promise<void> {
  const verdict = await survey.assess(id, undefined, {});
  if (verdict.status !== "gone") {
    throw new OntapError({
      code: "incomplete",
      operation: "list what is on the array",
      reason: `the list lacks the ${what} ${id}, which ${verdict.status === "there" ? "is there" : "may be there"}`,
      hint: "Try again; nothing was written.",
    });
  }
}
