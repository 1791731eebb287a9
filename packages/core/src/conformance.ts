// Tests that any index of articles has to pass, for those who write another one; under any test runner.

export {
  articleIndexTests,
  type ConformanceTest,
  type OpenIndex,
} from "./archive/conformance/article-index-tests.ts";
