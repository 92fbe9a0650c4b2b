// What a vitest run says of itself in its JSON report: `passed` prints how many tests passed, `failed` one line beginning
// with ✗ for each test that did not, and for each file that broke before its tests began. No report: 0, and nothing.
const { existsSync, readFileSync } = require("node:fs");

const [question, file] = process.argv.slice(2);
const { numPassedTests, testResults } = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : { numPassedTests: 0, testResults: [] };

const firstLines = (text) => text.split("\n").slice(0, 12).join("\n    ");

function failures({ name, status, message, assertionResults }) {
  const fallen = assertionResults.filter((test) => test.status === "failed");
  if (fallen.length === 0 && status === "failed") return [`✗ ${name}\n    ${firstLines(message)}`];
  return fallen.map(
    (test) => `✗ ${name}: ${test.fullName}\n    ${firstLines(test.failureMessages.join("\n"))}`,
  );
}

console.log(question === "passed" ? numPassedTests : testResults.flatMap(failures).join("\n"));
