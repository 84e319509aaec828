// The switches inside the executable of a package. They are flipped once, when it is made, and no argument or variable flips them back.
// Names as @electron/fuses and electron-builder know them (electron-builder writes the first letter small).

/** Each fuse and the position it is left in. The test of the package reads all of them back. */
export const fuses = Object.freeze({
  // The executable would otherwise be a Node that runs any script, under Sanad's name and with its rights.
  RunAsNode: false,
  // NODE_OPTIONS would load a module into the main process; NODE_EXTRA_CA_CERTS goes with it.
  EnableNodeOptionsEnvironmentVariable: false,
  // --inspect would open a port through which any program of this user drives the main process.
  EnableNodeCliInspectArguments: false,
  // A folder `app` beside app.asar would otherwise be run in its place.
  OnlyLoadAppFromAsar: true,
  // A changed app.asar is refused. Electron checks that on macOS and Windows; on Linux the fuse says nothing (docs/packaging.md).
  EnableEmbeddedAsarIntegrityValidation: true,
  // There is nothing to encrypt: all sessions live in memory. On, the program would leave a key named after itself in the system's keyring.
  EnableCookieEncryption: false,
  // Sanad has no V8 snapshot of its own.
  LoadBrowserProcessSpecificV8Snapshot: false,
  // Nothing of Sanad is served from file://, and what claims to be is not trusted.
  GrantFileProtocolExtraPrivileges: false
})

const smallFirst = (name) => name[0].toLowerCase() + name.slice(1)

/** The same for electron-builder. */
export const fusesForBuilder = Object.fromEntries(Object.entries(fuses).map(([name, isOn]) => [smallFirst(name), isOn]))
