const WORD = ['http://schemas.openxmlformats.org/', 'http://purl.oclc.org/ooxml/'] as const
const OPEN_DOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns:'

/** The prefixes by which formats name elements here, whatever a file itself calls them; transitional and strict Office XML alike. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...office('w', 'wordprocessingml/2006/main', 'wordprocessingml/main'),
  ...office('r', 'officeDocument/2006/relationships', 'officeDocument/relationships'),
  ...office('a', 'drawingml/2006/main', 'drawingml/main'),
  ...office('wp', 'drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'),
  ...office('pic', 'drawingml/2006/picture', 'drawingml/picture'),
  ...office('c', 'drawingml/2006/chart', 'drawingml/chart'),
  ...office('dgm', 'drawingml/2006/diagram', 'drawingml/diagram'),
  ...office('m', 'officeDocument/2006/math', 'officeDocument/math'),
  ...office('p', 'presentationml/2006/main', 'presentationml/main'),
  ...office('s', 'spreadsheetml/2006/main', 'spreadsheetml/main'),
  ...office('ep', 'officeDocument/2006/extended-properties', 'officeDocument/extendedProperties'),
  ...office('cust', 'officeDocument/2006/custom-properties', 'officeDocument/customProperties'),
  ...office('vt', 'officeDocument/2006/docPropsVTypes', 'officeDocument/docPropsVTypes'),
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/powerpoint/2018/8/main', 'p188'],
  ['http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments', 'tc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['http://www.idpf.org/2007/ops', 'epub'],
  ['http://www.daisy.org/z3986/2005/ncx/', 'ncx'],
  ['urn:oasis:names:tc:opendocument:xmlns:container', 'ocf'],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
  ...['office', 'style', 'text', 'table', 'meta', 'presentation', 'manifest', 'chart', 'form', 'script', 'config'].map((name) =>
    openDocument(name, name)
  ),
  ['http://openoffice.org/2009/office', 'officeooo'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  openDocument('drawing', 'draw'),
  openDocument('xsl-fo-compatible', 'fo'),
  openDocument('svg-compatible', 'svg'),
  openDocument('datastyle', 'number')
])

function office(prefix: string, transitional: string, strict: string): [string, string][] {
  return [
    [WORD[0] + transitional, prefix],
    [WORD[1] + strict, prefix]
  ]
}

function openDocument(name: string, prefix: string): [string, string] {
  return [`${OPEN_DOCUMENT}${name}:1.0`, prefix]
}

/** The prefix for a namespace; undefined for one that no format here reads. */
export function prefixOf(namespace: string): string | undefined {
  return PREFIXES.get(namespace)
}
