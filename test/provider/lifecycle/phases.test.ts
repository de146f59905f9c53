import { Phases } from "../../../provider/lifecycle/phases";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { UNKNOWNS } from "../schema/arguments";

const inputs = { svm: { name: "svm1" }, enabled: true };
const svm = { recorded: [{ name: "svm1" }], given: [{ name: "svm1" }] };

describe("The phase of a diff", () => {
  it("is the plan for inputs that this process has checked, and a refresh for all others", () => {
    const phases = new Phases();
    phases.noteChecked(iscsiService, inputs, svm);
    expect(phases.of(iscsiService, { enabled: true, svm: { name: "svm1" } }).phase).toBe("plan");
    expect(phases.of(iscsiService, { ...inputs, enabled: false }).phase).toBe("refresh");
    expect(phases.of(iscsiCredentials, inputs).phase).toBe("refresh");
  });

  it("is the question after a replaced dependency where the SVM of unchecked inputs is unknown", () => {
    const phases = new Phases();
    const asked = { initiator: "default", authenticationType: "deny", svm: UNKNOWNS.text };
    expect(phases.of(iscsiCredentials, asked).phase).toBe("replaced-with-dependency");
    const elsewhere = { ...asked, svm: { name: "svm1" }, initiator: UNKNOWNS.text };
    expect(phases.of(iscsiCredentials, elsewhere).phase).toBe("refresh");
    phases.noteChecked(iscsiCredentials, asked, svm);
    expect(phases.of(iscsiCredentials, asked).phase).toBe("plan");
  });

  it("comes with every reference to the SVM that the same inputs were checked with, each once", () => {
    const phases = new Phases();
    expect(phases.of(iscsiService, inputs).svm).toEqual({ recorded: [], given: [{ name: "svm1" }] });
    phases.noteChecked(iscsiService, inputs, { recorded: [], given: [{ name: "svm1" }] });
    phases.noteChecked(iscsiService, inputs, svm);
    phases.noteChecked(iscsiService, inputs, { recorded: [{ name: "svm0" }], given: [{ name: "svm1" }] });
    expect(phases.of(iscsiService, inputs).svm).toEqual({
      recorded: [{ name: "svm1" }, { name: "svm0" }],
      given: [{ name: "svm1" }],
    });
  });
});
