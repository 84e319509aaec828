// Works of others that packages carry compiled inside themselves, where no package manager sees them: by the package that carries them.
// Versions are given where the carrier says them.

/** `{ name, version?, licence }`, by path in package-lock.json. */
export const innerParts = Object.freeze({
  'node_modules/better-sqlite3': [
    { name: 'SQLite', version: '3.53.4', licence: 'blessing' },
    { name: 'SQLite3 Multiple Ciphers', version: '2.4.0', licence: 'MIT' }
  ],
  'node_modules/@hyzyla/pdfium': [
    { name: 'PDFium', licence: 'BSD-3-Clause AND Apache-2.0' },
    { name: 'FreeType', licence: 'FTL' },
    { name: 'OpenJPEG', licence: 'BSD-2-Clause' },
    { name: 'libjpeg-turbo', licence: 'IJG AND BSD-3-Clause AND Zlib' },
    { name: 'Little CMS', licence: 'MIT' },
    { name: 'zlib', licence: 'Zlib' }
  ],
  'node_modules/tesseract.js-core': [
    { name: 'Tesseract', licence: 'Apache-2.0' },
    { name: 'Leptonica', licence: 'BSD-2-Clause' },
    { name: 'libjpeg', licence: 'IJG' },
    { name: 'libpng', licence: 'libpng-2.0' },
    { name: 'LibTIFF', licence: 'libtiff' },
    { name: 'zlib', licence: 'Zlib' }
  ],
  'node_modules/css-tree': [{ name: 'mdn-data', licence: 'CC0-1.0' }]
})
