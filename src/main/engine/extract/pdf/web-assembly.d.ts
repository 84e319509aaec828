/** The part of WebAssembly that is used here: Node has it, its type declarations do not, and those of browsers are not for this process. */
declare namespace WebAssembly {
  type Exports = Readonly<Record<string, unknown>>
  type Imports = Record<string, Record<string, unknown>>
  class Memory {
    constructor(size: Readonly<{ initial: number }>)
    readonly buffer: ArrayBuffer
  }
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: Exports
  }
  class RuntimeError extends Error {}
}
