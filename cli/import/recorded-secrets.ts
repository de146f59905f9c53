import { type Kind, rowsIn, tableKinds } from "../../provider/inventory";
import { asObject, type PropertyMap, valueAt } from "../../provider/schema";
import { isSecret } from "../stack/secrets";
import { MoveError } from "./move-error";
import type { ImportOptions } from "./options";
import type { Entry } from "./recorded-entries";

/** True for what is to be moved and of which more than the passwords is secret: as in a program in YAML. */
export function isSecretAsAWhole(as: ImportOptions["as"]): (entry: Entry) => boolean {
  return ({ resource: { kind }, parts }) =>
    tableKinds.some((table) => {
      if (kind !== (as === "table" ? table.row : table)) {
        return false;
      }
      const rows = kind === table ? rowsIn(table, parts.inputs).map(({ values }) => values) : [parts.inputs];
      const isWhole = isSecret(parts.inputs[table.property]) || isSecret(parts.outputs[table.property]);
      return isWhole || rows.some((values) => hasSecretBesides(table.row.secrets, values));
    });
}

/** Throws for a string besides passwords that is a secret by itself, which a written program would show. */
export function refuseSecretStrings({ resource, parts: { inputs } }: Entry, plain: Entry | undefined): void {
  const known = [resource.kind, ...tableKinds.map(({ row }) => row)].flatMap(({ secrets }) => secrets);
  for (const path of secretPlaces(inputs)) {
    const isPassword = known.some((own) => path.slice(-own.length).join(".") === own.join("."));
    if (!isPassword && typeof valueAt(plain?.parts.inputs, ...path) === "string") {
      throw new MoveError(
        `${resource.name}: ${path.join(".")} is a secret of the stack, which a written program would show: mark only passwords as secrets and run pulumi up, or move by the program, with adopt: true (docs/table.md); nothing was written`,
      );
    }
  }
}

function hasSecretBesides(known: Kind["secrets"], values: PropertyMap): boolean {
  return secretPlaces(values).some((path) => !known.some((own) => own.join(".") === path.join(".")));
}

function secretPlaces(value: unknown): ReadonlyArray<readonly string[]> {
  return isSecret(value)
    ? [[]]
    : Object.entries(asObject(value) ?? {})
        .filter(([key]) => !key.startsWith("__"))
        .flatMap(([key, inner]) => secretPlaces(inner).map((path) => [key, ...path]));
}
