/** The threats Sanad is built against, and what stands against each. SECURITY.md's table is written from this and from the tests' names. */
export type Threat = Readonly<{ number: number; threat: string; defence: string }>

const rows: readonly (readonly [threat: string, defence: string])[] = [
  [
    'A document tells somebody that it is being read',
    'the network is closed in the session, the resolver, the proxy, the policies, the frame and in Node’s own modules of every process; refusals are counted'
  ],
  [
    'Script in a page, SVG, EPUB, MHTML or mail',
    'sanitised by a strict list; a frame without any permission; policies; trusted types'
  ],
  [
    'Script, forms, launch actions in a PDF',
    'pages are pictures made by PDFium without script and forms; attached files are documents of their own'
  ],
  ['Archives made to burst: bombs, nested, overlapping', 'limits of ratio, size, number and depth, counted while unpacking'],
  ['Names in an archive that climb out or deceive', 'no name ever becomes a path; direction marks are shown as what they are'],
  ['Entity bombs and references to files in XML', 'one XML reader without document types and entities of the file'],
  [
    'Pages nested or large beyond reason',
    'a look through the tokens before anything is built; what is beyond is read as plain text'
  ],
  [
    'Links, loops, devices among the files to import',
    'nothing is followed out of the chosen folder; only regular files are opened'
  ],
  ['Files too large to read', 'they are hashed and kept piece by piece; reading has a limit for each format'],
  ['Files cut short or damaged', 'each file is read in a process of its own and ends as a row with its reason'],
  [
    'Bombs inside Word files, PDFs, pictures, web archives',
    'limits before unpacking, a watch on memory, a new process for the next file'
  ],
  [
    'Files and words that make a program hang',
    'a time limit; patterns whose time grows with the text only; regular expressions by RE2'
  ],
  ['Words typed or stored that become SQL or search syntax', 'values are bound, terms quoted'],
  [
    'A window that was taken over misuses the channel to the main process',
    'one channel; sender, name and input are checked; ids instead of paths'
  ],
  ['Links that open a browser, a window or a program', 'nothing navigates or opens; an address can be copied'],
  ['The disk is full', 'each step is whole or undone; a sentence; it goes on with room'],
  [
    'Killed, power cut, disk pulled out',
    'transactions, temporary names, flush and rename; imports and changes of the passphrase are taken up again'
  ],
  ['Two programs on one archive', 'a lock of the operating system that ends with its holder'],
  ['The database is damaged', 'checks, daily snapshots, and three ways of repair'],
  [
    'The laptop is taken',
    'a passphrase: database, originals and everything else in the archive are encrypted; automatic locking'
  ],
  ['Traces in temporary files', 'temporary files lie in the archive, encrypted like it; SQLite’s in memory'],
  ['A copy handed on says more than was meant', 'copies without metadata, with a list of what remains'],
  ['Somebody says that a document was changed', 'SHA-256 from the first reading; verification; a custody log chained by hashes'],
  ['A document that looks like the program', 'it stays inside its frame, whose kind is always named'],
  ['Cells that a spreadsheet would run', 'they begin with an apostrophe'],
  [
    'A library that was tampered with',
    'a lockfile with hashes, no install scripts, a list of allowed licences, a bill of materials'
  ]
]

export const THREATS: readonly Threat[] = rows.map(([threat, defence], at) => ({ number: at + 1, threat, defence }))
