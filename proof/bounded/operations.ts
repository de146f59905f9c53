import { SVM1 } from "../../test/names";
import type { ProviderHarness, Resource } from "../../test/provider/provider-harness";
import { chap, host, single } from "../../test/provider/table-arguments";

/** What the provider is asked to do with each of many resources. */
export interface Operation {
  readonly name: string;
  run(harness: ProviderHarness, number: number): Promise<unknown>;
}

const TYPE = "IscsiCredentials";

function argumentsOf(number: number, user = "host"): Readonly<Record<string, unknown>> {
  return single(host(number), chap(user));
}

/** The resource as a state has it. */
function recorded(number: number): Resource {
  const inputs = argumentsOf(number);
  const outputs = { ...inputs, svmName: "svm1", svmUuid: SVM1 };
  return { type: TYPE, id: `${SVM1}/${host(number)}`, inputs, outputs };
}

/** Preview, create, update, refresh and delete of a credential. */
export const operations: readonly Operation[] = [
  { name: "preview", run: (harness, number) => harness.check(TYPE, {}, argumentsOf(number)) },
  {
    name: "create",
    run: (harness, number) => harness.host.create(TYPE, harness.withText(TYPE, argumentsOf(number))),
  },
  {
    name: "update",
    run: (harness, number) => {
      const { id, outputs } = recorded(number);
      const news = argumentsOf(number, "other");
      return harness.host.update(TYPE, id, harness.withText(TYPE, outputs), harness.withText(TYPE, news));
    },
  },
  { name: "refresh", run: (harness, number) => harness.read(recorded(number)) },
  { name: "delete", run: (harness, number) => harness.delete(recorded(number)) },
];
