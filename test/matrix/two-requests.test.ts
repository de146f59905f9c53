import { EndToEndHarness } from "../e2e/harness";
import { importLargeState, initiator, largeFixture, svmUuid } from "../e2e/large-stack";
import { expectExit } from "../expect-exit";

const SERVICES = 50;
const CREDENTIALS = 2_000;

describe("A refresh of 2,000 credentials and 50 services", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(`new IscsiService("svm0", { svm: { name: "svm0" }, adopt: true });`, {
      fixture: largeFixture(SERVICES, CREDENTIALS),
    });
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await importLargeState(end, SERVICES, CREDENTIALS);
    await end.requests();
  });
  afterAll(() => end.stop());

  const refresh = async () => {
    const result = await end.project.refresh(["--preview-only", "--expect-no-changes"]);
    return { result, calls: await end.calls() };
  };

  test("is two lists", async () => {
    const { result, calls } = await refresh();
    expectExit(result, 0);
    expect([...calls].sort()).toEqual(["GET credentials", "GET services"]);
    const stats = await end.control<{ maxInFlight: number }>("GET", "/stats");
    expect(stats.maxInFlight).toBeLessThanOrEqual(8);
  });

  test("is one request a page where pages end at 500 records", async () => {
    await end.control("PUT", "/settings", { maxPage: 500 });
    const { result, calls } = await refresh();
    await end.control("PUT", "/settings", { maxPage: 10_000 });
    expectExit(result, 0);
    const lists = calls.filter((call) => call === "GET credentials");
    // The default row of each SVM is listed too. A page that ends at the last record has a next link to an empty one.
    expect(lists.length).toBe(Math.ceil((CREDENTIALS + SERVICES) / 500));
    expect(calls.filter((call) => call === "GET services")).toHaveLength(1);
  });

  test("asks once more for each object that the list lacks", async () => {
    for (const n of [3, 77, 1_234]) {
      await end.byHand("DELETE", `credentials/${svmUuid(n % SERVICES)}/${encodeURIComponent(initiator(n))}`);
    }
    const { result, calls } = await refresh();
    expectExit(result, 7);
    expect(result.text).toMatch(/3 to delete/);
    expect([...calls].sort()).toEqual([
      "GET credentials",
      "GET credentials",
      "GET credentials",
      "GET credentials",
      "GET services",
    ]);
  });
});
