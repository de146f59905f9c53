import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, type IscsiCredentialsArgs, IscsiService } from "../../sdk";
import { SVM1 } from "../names";

const svm = { name: "svm1" };
const ADDED = { svmName: "svm1", svmUuid: SVM1, targetName: "iqn.1992-08.com.netapp:sn.1:vs.1" };
const INPUTS = ["svm", "cluster", "adopt", "forceDisconnect", "enabled", "target"];

/** Names of the properties for which a resource has places while it is registered, by its name. */
const places = new Map<string, readonly string[]>();

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: { ...inputs, ...ADDED } }),
    call: () => ({}),
  });
});

const noting: pulumi.ResourceTransformation = ({ name, props, opts }) => {
  places.set(name, Object.keys(props));
  return { props, opts };
};

const service = (args: object = {}) => new IscsiService("service", { svm, ...args }, { transformations: [noting] });

function known(output: pulumi.Output<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}

describe("A resource", () => {
  it("has places only for what it was given, so that nothing else costs a program anything", () => {
    service({ target: { alias: "one" }, cluster: undefined });
    expect(places.get("service")).toEqual(["svm", "target", "__provider"]);
  });

  it("has all its outputs nevertheless, those that nobody gave as soon as somebody reads them", async () => {
    const { svmName, svmUuid, targetName, svm: own, cluster } = service();
    const values = await Promise.all([svmName, svmUuid, targetName, own, cluster].map((each) => known(each)));
    expect(values).toEqual([...Object.values(ADDED), svm, undefined]);
  });

  it("shows all of them where a program looks at it as a whole", () => {
    expect(Object.keys(service())).toEqual(expect.arrayContaining([...INPUTS, ...Object.keys(ADDED), "id", "urn"]));
  });

  it("gives the same output at each reading, whose value depends on the resource", async () => {
    const one = service();
    expect(one.svmName).toBe(one.svmName);
    expect(one.svm).toBe(one.svm);
    const urns = [...(await dependenciesOf(one.svmName))].map(({ urn }) => urn);
    expect(new Set(await Promise.all(urns.map(known)))).toEqual(new Set([await known(one.urn)]));
  });

  it("can have a property set, as any object of JavaScript", async () => {
    const one = service();
    const other = pulumi.output("another");
    Object.assign(one, { svmName: other, svm: other });
    expect([one.svmName, one.svm]).toEqual([other, other]);
  });

  it("has no secret in an output that nobody gave because of one in another that was given", async () => {
    const args: IscsiCredentialsArgs = {
      svm,
      initiator: "default",
      authenticationType: "chap",
      chap: { inbound: { user: "host1", password: "plain" } },
    };
    const { chap, svmName, onRemove } = new IscsiCredentials("host", args);
    const outputs: ReadonlyArray<pulumi.Output<unknown>> = [chap, svmName, onRemove];
    expect(await Promise.all(outputs.map(pulumi.isSecret))).toEqual([true, false, false]);
  });

  it("has places for all of them where it exists to be read", () => {
    IscsiService.get("existing", SVM1, {}, { transformations: [noting] });
    expect(places.get("existing")).toEqual([...INPUTS, ...Object.keys(ADDED), "__provider"]);
  });
});

/** The resources that an output depends on, which the SDK keeps to itself. */
async function dependenciesOf(output: pulumi.Output<unknown>): Promise<Iterable<pulumi.Resource>> {
  const all: unknown = Reflect.get(output, "allResources");
  const found: unknown = typeof all === "function" ? await all() : undefined;
  return found instanceof Set ? [...found].filter(pulumi.Resource.isInstance) : [];
}
