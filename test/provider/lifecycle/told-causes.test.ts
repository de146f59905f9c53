import { ToldCauses } from "../../../provider/lifecycle/told-causes";
import { OntapError, type OntapErrorParts } from "../../../provider/rest";

const EAST = { cluster: "east", svm: { name: "svm1" } };
const WEST = { cluster: "west", svm: { name: "svm1" } };

const failure = (operation: string, more: Partial<OntapErrorParts> = {}) =>
  new OntapError({ code: "api-error", operation, reason: "no (HTTP 401)", hint: "Check it.", ...more });
const shared = { scope: "cluster", reason: "no (HTTP 401)" } as const;

describe("A cause that this process has told", () => {
  it("is told in full with the first object of each cluster, and in one line with every further one", () => {
    const told = new ToldCauses();
    const full = (operation: string) => `Could not ${operation}: no (HTTP 401). Check it.`;
    expect(told.tell(failure("create a", { shared }), EAST)).toBe(full("create a"));
    expect(told.tell(failure("create b", { shared }), EAST)).toBe("Could not create b: same cause: no (HTTP 401).");
    expect(told.tell(failure("create c", { shared }), WEST)).toBe(full("create c"));
    expect(told.tell(failure("create d", { shared }), WEST)).toBe("Could not create d: same cause: no (HTTP 401).");
  });

  it("is known through whatever it led to", () => {
    const told = new ToldCauses();
    told.tell(failure("GET /api", { shared }).forOperation("create a"), EAST);
    const guarded = failure("delete b", { code: "guarded", reason: "it could not be looked at: no", shared });
    expect(told.tell(guarded, EAST)).toBe("Could not delete b: same cause: no (HTTP 401).");
  });

  it("is told in full for each SVM where it is the SVM's", () => {
    const told = new ToldCauses();
    const ofSvm = (operation: string) => failure(operation, { shared: { ...shared, scope: "svm" } });
    told.tell(ofSvm("create a"), EAST);
    expect(told.tell(ofSvm("create b"), EAST)).toContain("same cause");
    expect(told.tell(ofSvm("create c"), { ...EAST, svm: { name: "svm2" } })).toContain("Check it.");
  });

  it("leaves it said that a write may have been carried out, and what to do about that", () => {
    const told = new ToldCauses();
    const uncertain = (operation: string) => failure(operation, { code: "uncertain", shared });
    told.tell(failure("read a", { shared }), EAST);
    expect(told.tell(uncertain("create b"), EAST)).toBe(
      "Could not create b: it is not known whether the change was made; same cause: no (HTTP 401). Check it.",
    );
  });

  it("is told again and again where it is the object's own", () => {
    const told = new ToldCauses();
    expect(told.tell(failure("create a"), EAST)).toContain("Check it.");
    expect(told.tell(failure("create b"), EAST)).toContain("Check it.");
  });
});
