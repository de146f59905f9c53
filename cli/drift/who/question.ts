import { isTokenOf, tableKinds } from "../../../provider/inventory";
import type { AuditedObject } from "../../../provider/rest";
import type { DriftObject, UnmanagedObject } from "../report";

/** What the audit log is asked about one object. */
export interface Question {
  readonly object: AuditedObject;
  /** Name of the row, where the question is one of several about a table. */
  readonly row?: string;
  /** `there` where the object is as recorded, so that its passwords alone are in question. */
  readonly about: "changed" | "gone" | "unmanaged" | "there";
  /** Properties that changed, as a credential or a service of its own has them. */
  readonly properties: readonly string[];
  /** Passwords that cannot be seen, by the path in the object alone, each with that in the report. */
  readonly passwords: ReadonlyMap<string, string>;
}

/** The questions about a recorded object: none where nothing is known of it, several for a table with more rows. */
export function questionsAbout(object: DriftObject): readonly Question[] {
  const { id, status, changes, unseen, row, type } = object;
  const passwords = new Map(
    unseen.flatMap((path) => (path.endsWith(".password") ? [[inObject(path, row), path] as const] : [])),
  );
  if (status === "unknown" || (status === "clean" && passwords.size === 0)) {
    return [];
  }
  const named = audited(id, [object.svm, ...formerNames(object)]);
  if (status === "changed" && row === undefined && tableKinds.some((kind) => isTokenOf(kind.type, type))) {
    return changes.map(({ property }) => ({ ...stranger(named, property), passwords: new Map() }));
  }
  const about = status === "clean" ? "there" : status;
  return [{ object: named, about, properties: changes.map(({ property }) => inObject(property, row)), passwords }];
}

/** The question about an object in no state. */
export function questionAbout({ id, svm }: UnmanagedObject): Question {
  return { object: audited(id, [svm]), about: "unmanaged", properties: [], passwords: new Map() };
}

function audited(id: string, svmNames: readonly string[]): AuditedObject {
  const cut = id.indexOf("/");
  return cut < 0 ? { svmUuid: id, svmNames } : { svmUuid: id.slice(0, cut), svmNames, initiator: id.slice(cut + 1) };
}

/** A row that a table lacks and is to remove: `credentials["iqn.1998-01.com.example:host1"]`, `credentials.default`. */
function stranger(table: AuditedObject, property: string): Omit<Question, "passwords"> {
  const [, quoted, plain = ""] = /^\w+(?:\[(".*")\]|\.(.+))$/.exec(property) ?? [];
  const initiator = quoted === undefined ? plain : String(JSON.parse(quoted));
  return { object: { ...table, initiator }, row: initiator, about: "unmanaged", properties: [] };
}

/** Names that the SVM had when it was last read. */
function formerNames({ notes }: DriftObject): readonly string[] {
  return notes.flatMap(({ property, recorded }) =>
    property === "svmName" && typeof recorded === "string" ? [recorded] : [],
  );
}

function inObject(property: string, row: string | undefined): string {
  const place =
    row === undefined ? undefined : tableKinds.map((kind) => kind.path(row)).find((p) => property.startsWith(p));
  return place === undefined ? property : property.slice(place.length + 1);
}
