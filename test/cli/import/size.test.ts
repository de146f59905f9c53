import { importFile } from "../../../cli/import/import-file";
import { type Language, languageNames, targetOf } from "../../../cli/import/languages";
import { planImport } from "../../../cli/import/plan";
import { steps } from "../../../cli/import/steps";
import { groupedBySvm } from "../../../cli/import/svm-inventory";
import { type FoundObject, kinds } from "../../../provider/inventory";

/** Objects that count how often anything of them is read. */
class Counted {
  reads = 0;

  object(id: string, svm: FoundObject["svm"], name: string | undefined, inputs: FoundObject["inputs"]): FoundObject {
    const read = <T>(value: T): T => {
      this.reads += 1;
      return value;
    };
    return {
      get id() {
        return read(id);
      },
      get svm() {
        return read(svm);
      },
      get inputs() {
        return read(inputs);
      },
      get outputs() {
        return read(inputs);
      },
      name,
      isBuiltIn: false,
      isPristine: false,
      access: { admits: "none, from anywhere", isOpen: true },
    };
  }
}

/** How often an import of so many CHAP users, spread over so many SVMs, looks at an object. */
function looksAt(language: Language, count: number, svmCount: number): { looks: number; names: number } {
  const [target, connection] = [targetOf(language, false), { host: "cluster1" }];
  const counted = new Counted();
  const svms = Array.from({ length: svmCount }, (_, n) => ({ name: `svm${n}`, uuid: `uuid-${n}` }));
  const services = svms.map((svm) =>
    counted.object(svm.uuid, svm, undefined, { svm, enabled: true, target: { alias: "" } }),
  );
  const credentials = Array.from({ length: count }, (_, n) => {
    const svm = svms[n % svmCount] ?? { name: "", uuid: "" };
    const initiator = `iqn.1998-01.com.example:host${n}`;
    return counted.object(`${svm.uuid}/${initiator}`, svm, initiator, {
      initiator,
      authenticationType: "chap",
      chap: { inbound: { user: "host" } },
    });
  });
  const found = new Map(kinds.map((kind) => [kind, kind.type === "IscsiService" ? services : credentials]));
  const plan = planImport(groupedBySvm(found), new Map(), undefined, target.side);
  importFile(plan);
  target.write(plan, ".", connection);
  steps({
    folder: ".",
    plan,
    target,
    written: { names: [], secrets: [], kept: [] },
    connection,
    configured: true,
  });
  return { looks: counted.reads, names: new Set(plan.passwords.map(({ secret }) => secret)).size };
}

const SPREADS = [
  ["on one SVM", () => 1],
  ["on as many SVMs", (count: number) => count],
] as const;

it.each(languageNames.flatMap((language) => SPREADS.map((spread) => [language, ...spread] as const)))(
  "looks at an object a fixed number of times, in %s, however many there are %s",
  (language, _where, svmsFor) => {
    const [few, many] = [looksAt(language, 500, svmsFor(500)), looksAt(language, 2_000, svmsFor(2_000))];
    expect([few.names, many.names]).toEqual([500, 2_000]);
    expect(many.looks / few.looks).toBeLessThanOrEqual(4.01);
  },
);
