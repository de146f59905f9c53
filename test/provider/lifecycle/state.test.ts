import { inputsOf, outputsOf, stateOf } from "../../../provider/lifecycle/state";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { SVM1 } from "../../names";
import { completeCredential, completeService } from "../schema/arguments";

const computed = { svmName: "svm1", svmUuid: SVM1 };

describe("What is kept of a resource", () => {
  it("is every input as it was given, then what ONTAP added, and comes apart again", () => {
    const state = { inputs: iscsiCredentials.inputs(completeCredential), computed, adoptedFrom: "none" };
    const outputs = outputsOf(state);
    expect(outputs).toEqual({ ...completeCredential, ...computed, __meta: { version: 1, adoptedFrom: "none" } });
    expect(stateOf(iscsiCredentials, outputs)).toEqual(state);
    expect(inputsOf(iscsiCredentials, outputs)).toEqual(completeCredential);
  });

  it("leaves out what there is not", () => {
    const state = { inputs: iscsiService.inputs(completeService), computed: {}, adoptedFrom: undefined };
    const outputs = outputsOf(state);
    expect(outputs).toEqual(completeService);
    expect(stateOf(iscsiService, outputs)).toEqual(state);
  });

  it("remembers that nobody knows whether the object was created, as long as nobody does", () => {
    const state = { inputs: iscsiService.inputs(completeService), computed, adoptedFrom: undefined, unconfirmed: true };
    const outputs = outputsOf(state);
    expect(stateOf(iscsiService, outputs)).toEqual(state);
    expect(inputsOf(iscsiService, outputs)).toEqual(completeService);
    expect(stateOf(iscsiService, outputsOf({ ...state, unconfirmed: false }))).not.toHaveProperty("unconfirmed");
  });

  it("is read permanently where a state of the first commits holds it under keys of its own", () => {
    const former = { ...completeCredential, ...computed, __takenOver: "deny", __owner: "one" };
    expect(stateOf(iscsiCredentials, former)).toMatchObject({ adoptedFrom: "deny", owner: "one" });
    expect(inputsOf(iscsiCredentials, former)).toEqual(completeCredential);
    expect(outputsOf(stateOf(iscsiCredentials, former))).toEqual({
      ...completeCredential,
      ...computed,
      __meta: { version: 1, adoptedFrom: "deny", owner: "one" },
    });
  });

  it("survives JSON, as a state file is", () => {
    const outputs = outputsOf({
      inputs: iscsiService.inputs(completeService),
      computed: { ...computed, targetName: "iqn.1992-08.com.netapp:sn.1:vs.2" },
      adoptedFrom: undefined,
    });
    expect(JSON.parse(JSON.stringify(outputs))).toEqual(outputs);
    expect(inputsOf(iscsiService, { ...outputs, __provider: "text" })).toEqual(completeService);
  });
});
