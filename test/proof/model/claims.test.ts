import { Claims } from "../../../proof/model/claims";
import { Violation } from "../../../proof/model/violation";

const RULE = "a preview writes nothing";
const broken = new Violation(RULE, "PATCH /a");
const other = new Violation("a refresh does not fail", "timeout");

test("A rule is reported by the search that breaks it first", () => {
  const claims = new Claims([]);
  const [first, second] = [claims.search(), claims.search()];

  expect(first.isOwn(broken)).toBe(true);
  expect(second.isOwn(broken)).toBe(false);
  expect(second.isOwn(other)).toBe(true);
});

test("A search shortens by its own rule to the end, whatever other searches meet", () => {
  const claims = new Claims([]);
  const [first, second] = [claims.search(), claims.search()];
  first.isOwn(broken);

  expect(second.isOwn(broken)).toBe(false);
  expect(first.isOwn(broken)).toBe(true);
  expect(first.isOwn(other)).toBe(false);
  expect(second.isOwn(other)).toBe(true);
});

test("A rule that is known to be broken is not searched for", () => {
  expect(new Claims([RULE]).search().isOwn(broken)).toBe(false);
});
