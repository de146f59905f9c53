const { PROJECTS, testsByProject } = require("./test/jest/projects");

const tests = testsByProject();

/** Tests run from source; the engine and the command line run from `dist/`, as users have it. */
module.exports = {
  // The engine's commands keep a core busy, but several tests mostly wait for retries: one more than two cores.
  maxWorkers: 3,
  testSequencer: "<rootDir>/test/jest/longest-first.js",
  projects: Object.entries(PROJECTS).map(([displayName, { timeoutMs }]) => ({
    displayName,
    rootDir: __dirname,
    roots: ["<rootDir>/test"],
    testEnvironment: "node",
    testMatch: tests[displayName].map((file) => `<rootDir>/test/${file}`),
    globals: { TEST_TIMEOUT_MS: timeoutMs },
    setupFilesAfterEnv: ["<rootDir>/test/jest/timeout.js"],
    transform: {
      "^.+\\.ts$": [
        "@swc/jest",
        {
          jsc: { parser: { syntax: "typescript" }, target: "es2022" },
          module: { type: "commonjs", ignoreDynamic: true },
        },
      ],
    },
  })),
};
