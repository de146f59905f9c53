import { newSerialNumber } from "../../simulator/certificate";

test("serial numbers are positive and in their shortest form, so that every certificate can be read", () => {
  const firstBytes = Array.from({ length: 1000 }, () => Number.parseInt(newSerialNumber().slice(0, 2), 16));
  expect(Math.min(...firstBytes)).toBeGreaterThan(0);
  expect(Math.max(...firstBytes)).toBeLessThan(0x80);
});
