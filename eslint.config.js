import js from "@eslint/js";
// @ts-expect-error The package ships no types.
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build", "data", "node_modules", "drizzle/migrations", ".react-email"] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  jsxA11y.flatConfigs.strict,
  { files: ["app/**/*.tsx", "emails/**/*.tsx"], ...reactHooks.configs.flat["recommended-latest"] },
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Loaders and actions throw responses and redirects; that is how the framework means it.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Pointing at a thing without a role may pause it; pressing it may not.
      "jsx-a11y/no-static-element-interactions": [
        "error",
        { handlers: ["onClick", "onMouseDown", "onMouseUp", "onKeyPress", "onKeyDown", "onKeyUp"] },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "Take the time from ctx.now.",
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Take the time from ctx.now.",
        },
        {
          selector: "BinaryExpression[operator='in'][left.type!='Literal']",
          message: "Ask Object.hasOwn, or keep a Map: every object has constructor and toString.",
        },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "Read platform/env.server.ts instead.",
        },
      ],
    },
  },
  {
    files: ["app/**"],
    ignores: ["app/ui/Link.tsx"],
    rules: {
      "no-restricted-imports": [
        "error",
        { name: "@remix-run/react", importNames: ["Link"], message: "Take the link of ui/Link.tsx." },
      ],
    },
  },
  {
    files: [
      "app/platform/time/clock.server.ts",
      "app/platform/env.server.ts",
      "app/attendance/marks/device-clock.ts",
      "scripts/**",
      "tests/**",
      "*.config.*",
    ],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
);
