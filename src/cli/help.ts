export const HELP = `sanad: reads and searches a Sanad archive, without a window

  sanad import PATH...                 bring files and folders in; prints the receipt
  sanad search QUERY                   [--limit n] [--offset n] [--sort relevance|newest|oldest|title]
  sanad show ID                        [--text reader|all]
  sanad list                           [--tag T] [--limit n] [--offset n]
  sanad tag add|remove TAG ID...
  sanad tag warn|unwarn TAG            its documents are shown only after they were asked for, or at once
  sanad problems                       everything that needs attention
  sanad reread [ID...]                 [--format F]  reads documents again from their originals: these, those of a
                                       format (html, pdf, zip…), or all that an older version read
  sanad rollcall FILE                  [--queries] [--column n] [--sheet n] [--csv OUT]  looks for every line of a list of names
                                       (or queries): where, how often, by which spelling; not found, and spelled nearly so. The
                                       same list again tells what is new
  sanad log                            [--check] [--export FILE] [--limit n] [--offset n]  the custody log, newest first: what was
                                       done to the archive; whether it holds; as a file that others can check.
                                       --check --noted "N entries: FINGERPRINT": that it has passed the point noted elsewhere
  sanad info
  sanad verify                         [--thorough]  reads every original again and holds it against its SHA-256; checks the
                                       database and the custody log. --thorough: the index against the texts, too.
                                       --noted "N entries: FINGERPRINT": that the log has passed the point noted elsewhere
  sanad repair                         says what is wrong with a damaged archive and how it can be mended
               --index                 makes the index anew from the texts
               --snapshot DAY          puts the database of a day back (the same: sanad restore DAY)
               --rebuild               makes a new database: reads every original again, and takes tags, corrections and all
                                       else people did from what can be read. Each keeps the damaged database beside it

  sanad passphrase set|change|remove   gives the archive a passphrase and encrypts all of it; changes it; decrypts all of it.
                                       [--new-passphrase-file F]  (or SANAD_NEW_PASSPHRASE_FILE)

  --passphrase-file F   the passphrase is the first line of this file (or SANAD_PASSPHRASE_FILE); else it is asked for at the
                  terminal. An archive that “sanad import” makes with this option is encrypted from its beginning; one that is
                  there and has no passphrase is refused: somebody may have put it in the place of yours
  --archive DIR   the archive's folder (default: SANAD_ARCHIVE, else “My archive.sanad” in your documents)
  --json          one JSON document on standard output, nothing else there

A query is words that must all be there, in any of their forms; "a phrase"; OR; -word; brackets; beginn*, sh?pe; nearly~;
near NEAR/5 by; name:"a name card"; title:, author:, publisher:, from:, to:, tag:, lang:, type:, folder:, path:, file:, has:,
is:, size:, pages:; date:"summer 1988", 1988..1990, before:2020-12-31, after:2019; title:/expression/.

Exit status: 0 done, 1 something was refused or failed, 2 wrong usage. A file that can not be read is a row of the
import's receipt, not a failure.
`
