import * as pulumi from "@pulumi/pulumi";
import * as sdk from "../../../sdk";
import type { TestArray } from "../../array";
import { startArray, useArray } from "../array";

const svm = { name: "svm1" };
let array: TestArray;
/** Lets the resources of a test be created, or fail. */
let create: () => void;
let isKnown = true;

class Thing extends pulumi.CustomResource {
  constructor(name: string, opts?: pulumi.CustomResourceOptions) {
    super("test:index:Thing", name, {}, opts);
  }
}

class Group extends pulumi.ComponentResource {
  readonly thing: Thing;
  constructor(name: string) {
    super("test:index:Group", name);
    this.thing = new Thing(`${name}-thing`, { parent: this });
    this.registerOutputs({});
  }
}

beforeAll(async () => {
  array = await startArray({ fixture: { svms: [svm], services: [{ svm }] } });
});
afterAll(() => array.close());
beforeEach(async () => {
  isKnown = true;
  const created = new Promise<void>((resolve) => {
    create = resolve;
  });
  await pulumi.runtime.setMocks(
    {
      newResource: async ({ type, name }) => {
        if (type === "test:index:Thing") {
          await created;
        }
        return { id: isKnown ? `${name}-id` : undefined, state: {} };
      },
      call: () => ({}),
    },
    "project",
    "stack",
    true,
  );
  useArray(array);
  await array.requests();
});

/** The value of an output, and whether it is known and what it depends on. */
function seen<T>(output: pulumi.Output<T>): Promise<{ value: T; isKnown: boolean; dependsOn: readonly string[] }> {
  return Reflect.apply(inside, undefined, [output]);
}

async function inside(output: {
  promise(): Promise<unknown>;
  isKnown: Promise<boolean>;
  allResources(): Promise<Set<pulumi.Resource>>;
}): Promise<object> {
  const resources = [...(await output.allResources())].filter((one) => one instanceof Thing);
  return { value: await output.promise(), isKnown: await output.isKnown, dependsOn: resources.map(nameOf) };
}

function nameOf(resource: pulumi.Resource): unknown {
  return Reflect.get(resource, "__name");
}

describe("dependsOn of an Output form", () => {
  it.each([
    ["a resource", () => new Thing("one"), ["one"]],
    ["several, some of them as inputs", () => [new Thing("one"), pulumi.output(new Thing("two"))], ["one", "two"]],
    ["what a component holds", () => new Group("group"), ["group-thing"]],
  ])("waits for %s, and makes the result depend on it", async (_title, make, names) => {
    const count = sdk.countIscsiServicesOutput({}, { dependsOn: make() });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await array.calls()).toEqual([]);
    create();
    expect(await seen(count)).toEqual({ value: 1, isKnown: true, dependsOn: names });
    expect(await array.calls()).toEqual(["GET services"]);
  });

  it("asks nothing in a preview in which the resource has yet to be created, and is unknown", async () => {
    isKnown = false;
    const paths = sdk.pathsByInitiatorOutput({ svm }, { dependsOn: new Group("planned") });
    create();
    expect(await seen(paths)).toMatchObject({ isKnown: false });
    expect(await array.calls()).toEqual([]);
  });
});

describe("every data function", () => {
  const forms = Object.entries(sdk).filter(([name]) => /^(get|find|count|iterate|paths)/.test(name));
  /** Arguments that are right for each of them. */
  const args = { svm };

  it.each(forms.filter(([name]) => !name.endsWith("Output")))(
    "%s refuses options that it could not honour, without a request",
    async (name, form) => {
      const call = (opts: unknown): Promise<unknown> => {
        const result: unknown = Reflect.apply(form as () => unknown, undefined, [args, opts]);
        return name.startsWith("iterate") ? (result as AsyncGenerator).next() : Promise.resolve(result);
      };
      await expect(call({ dependsOn: [] })).rejects.toThrow("Use the function that ends in Output.");
      await expect(call({ provider: {} })).rejects.toThrow("Name another array by the argument cluster.");
      expect(await array.calls()).toEqual([]);
    },
  );

  it("takes parent and async, which change nothing of what it answers", async () => {
    create();
    const parent = new Group("parent");
    expect(await sdk.countIscsiServices({}, { parent, async: true })).toBe(1);
    expect(await sdk.countIscsiServices({}, { async: false })).toBe(1);
    expect(await seen(sdk.countIscsiServicesOutput({}, { parent, async: true }))).toMatchObject({ value: 1 });
  });
});
