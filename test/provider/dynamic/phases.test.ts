import { Phases } from "../../../provider/dynamic/phases";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { UNKNOWNS } from "../schema/arguments";

const inputs = { svm: { name: "svm1" }, enabled: true };
const svm = { recorded: [{ name: "svm1" }], given: [{ name: "svm1" }] };

describe("The phase of a diff", () => {
  it("is the plan for inputs that this process has checked, and a refresh for all others", () => {
    const phases = new Phases();
    phases.noteChecked(iscsiService, inputs, svm);
    expect(phases.phaseOf(iscsiService, { enabled: true, svm: { name: "svm1" } })).toBe("plan");
    expect(phases.phaseOf(iscsiService, { ...inputs, enabled: false })).toBe("refresh");
    expect(phases.phaseOf(iscsiCredentials, inputs)).toBe("refresh");
  });

  it("is the question after a replaced dependency where unchecked inputs have an unknown that would replace", () => {
    const phases = new Phases();
    const asked = { initiator: "default", authenticationType: "deny", svm: UNKNOWNS.text };
    expect(phases.phaseOf(iscsiCredentials, asked)).toBe("replaced-with-dependency");
    phases.noteChecked(iscsiCredentials, asked, svm);
    expect(phases.phaseOf(iscsiCredentials, asked)).toBe("plan");
  });

  it("comes with every reference to the SVM that the same inputs were checked with, each once", () => {
    const phases = new Phases();
    expect(phases.svmOf(iscsiService, inputs)).toEqual({ recorded: [], given: [{ name: "svm1" }] });
    phases.noteChecked(iscsiService, inputs, { recorded: [], given: [{ name: "svm1" }] });
    phases.noteChecked(iscsiService, inputs, svm);
    phases.noteChecked(iscsiService, inputs, { recorded: [{ name: "svm0" }], given: [{ name: "svm1" }] });
    expect(phases.svmOf(iscsiService, inputs)).toEqual({
      recorded: [{ name: "svm1" }, { name: "svm0" }],
      given: [{ name: "svm1" }],
    });
  });
});
