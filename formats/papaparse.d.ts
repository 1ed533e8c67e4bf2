/**
 * The one function of Papa Parse that we use. The published types refer to Node's, which would bring Node's names into the
 * rooms that must compile without them; the minified build is the one that asks for no Node module.
 */
declare module 'papaparse/papaparse.min.js' {
  interface Step {
    readonly data: readonly string[];
    readonly errors: readonly { readonly type: string; readonly code: string; readonly message: string }[];
  }
  interface Handle {
    abort(): void;
  }
  const Papa: {
    parse(text: string, config: { readonly step: (row: Step, handle: Handle) => void; readonly delimiter?: string }): unknown;
  };
  export default Papa;
}
