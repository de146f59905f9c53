// @ts-check

// jest reads `testTimeout` only for a whole run, not for one project.
jest.setTimeout(Reflect.get(globalThis, "TEST_TIMEOUT_MS"));
