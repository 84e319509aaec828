/** What the reader shows of a document: its reading text, all its text, or the saved page. */
export type ReaderView = 'reader' | 'all' | 'original'
