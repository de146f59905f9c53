// @ts-check

const { default: TestSequencer } = require("@jest/test-sequencer");
const { PROJECTS, projectOf } = require("./projects");

/**
 * Starts the tests of the slowest project first, so that both workers end together. Within a project jest's own order
 * stands: what failed last, then the longest, by its memory of earlier runs or else by the file's size. That memory is
 * empty on a fresh clone, where size alone would start minutes of engine tests last.
 */
class LongestFirst extends TestSequencer {
  /**
   * @override
   * @type {import("@jest/test-sequencer").default["sort"]}
   */
  async sort(tests) {
    const slowestFirst = Object.keys(PROJECTS);
    const rank = new Map(tests.map((test) => [test, slowestFirst.indexOf(projectOf(test.path))]));
    const sorted = await super.sort(tests);
    return sorted.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  }
}

module.exports = LongestFirst;
